"""What the text says about where its places lie: containment between mentions, and demonyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.resources.gazetteer import Gazetteer

_INSIDE = frozenset({",", "(", "in", "of", "at", "inside", "within", "–", "—", "on"})
_NEXT_TO = frozenset({"near", "outside", "around"})
_BETWEEN = frozenset(
    "the a an 's ’s ) capital city town village main largest second rural located situated known as "
    "called occupied besieged jurisdiction".split()
)
_GAP = 8
_LOOK_BACK = 5


@dataclass(slots=True)
class Clues:
    """For each mention (by number): the mentions it lies in, the ones it is near, and the country of a demonym before it."""

    inside: dict[int, list[int]] = field(default_factory=dict)
    close: dict[int, list[int]] = field(default_factory=dict)
    firm: set[int] = field(default_factory=set)
    """Mentions put inside another by "in", "of" or a possessive; a comma may as well be a list's."""
    demonym: dict[int, str] = field(default_factory=dict)
    demonyms: Counter[str] = field(default_factory=Counter)


def read_clues(sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer) -> Clues:
    """Return the clues of a document. `mentions` are its place and facility mentions in text order."""
    clues = Clues()
    by_sentence: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(number)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.text[0].isupper() and (code := gazetteer.demonym(token.text)):
                clues.demonyms[code] += 1
        numbers = by_sentence.get(sentence.index)
        if numbers:
            _in_sentence(sentence, [(n, mentions[n]) for n in numbers], gazetteer, clues)
    return clues


def _in_sentence(sentence: Sentence, mentions: list[tuple[int, Mention]], gazetteer: Gazetteer, clues: Clues) -> None:
    index = {t.start: t.i for t in sentence.tokens}
    ranges = [(n, index.get(m.span.start, 0), max(t.i for t in sentence.tokens_in(m.span)), m) for n, m in mentions]
    for n, first, _, _ in ranges:
        code = _demonym_before(sentence.tokens, first, gazetteer)
        if code:
            clues.demonym[n] = code
    for (a, _, a_last, _), (b, b_first, _, _) in zip(ranges, ranges[1:], strict=False):
        _link(sentence.tokens[a_last + 1 : b_first], (a, b), gazetteer, clues)
    for position, (n, _, last, mention) in enumerate(ranges):
        if mention.kind is MentionKind.FACILITY and n not in clues.inside and n not in clues.close:
            _later_place(sentence.tokens, (n, last), ranges[position + 1 :], clues)
    for n, _, _, _ in reversed(ranges):
        # "X, Y, Z": what Y lies in, X lies in too.
        for outer in list(clues.inside.get(n, ())):
            clues.inside[n] += [o for o in clues.inside.get(outer, ()) if o not in clues.inside[n] and o != n]


def _demonym_before(tokens: tuple[Token, ...], first: int, gazetteer: Gazetteer) -> str:
    """Return the country of "Syrian" in "the Syrian border town of X"."""
    for j in range(first - 1, max(first - 1 - _LOOK_BACK, -1), -1):
        code = gazetteer.demonym(tokens[j].text)
        if code:
            return code
        if tokens[j].pos not in {"NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART"} or tokens[j].text in {",", ".", ";", "in"}:
            return ""
    return ""


def _link(gap: tuple[Token, ...], pair: tuple[int, int], gazetteer: Gazetteer, clues: Clues) -> None:
    """Read the tokens between two mentions."""
    words = gazetteer.words
    if not gap or len(gap) > _GAP:
        return
    plain = [t.lower for t in gap]
    if not all(
        w in _INSIDE
        or w in _NEXT_TO
        or w in _BETWEEN
        or w in words.types
        or w in words.parts
        or w == "-"
        or w in words.facilities
        or t.pos == "ADJ"
        for w, t in zip(plain, gap, strict=True)
    ):
        return
    inner, outer = pair
    if plain[0] in {"'s", "’s"}:
        if not any(w in {"in", "at", "near", "outside"} for w in plain):
            clues.inside.setdefault(outer, []).append(inner)
            clues.firm.add(outer)
        return
    if any(w in _NEXT_TO for w in plain):
        clues.close.setdefault(inner, []).append(outer)
    elif any(w in _INSIDE for w in plain):
        clues.inside.setdefault(inner, []).append(outer)
        if any(w in {"in", "of", "at", "inside", "within", "("} for w in plain):
            clues.firm.add(inner)


def _later_place(
    tokens: tuple[Token, ...], facility: tuple[int, int], after: Sequence[tuple[int, int, int, Mention]], clues: Clues
) -> None:
    """Take the place of a facility from a later phrase of its clause: "a market on Tuesday in X"."""
    number, last = facility
    for n, first, _, mention in after:
        if mention.kind is not MentionKind.PLACE or first - last > 12:
            return
        between = tokens[last + 1 : first]
        if any(t.text in {";", ":"} or t.lower in {"and", "while", "who", "which", "that", "from"} for t in between):
            return
        k = first - 1
        while (
            k > last
            and tokens[k].lower in {"the", "of"}
            or tokens[k].lower
            in {"city", "town", "village", "district", "province", "northern", "southern", "eastern", "western"}
        ):
            k -= 1
        word = tokens[k].lower
        if word in {"in", "at"}:
            clues.inside.setdefault(number, []).append(n)
            return
        if word in _NEXT_TO:
            clues.close.setdefault(number, []).append(n)
            return
