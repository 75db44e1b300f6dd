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
    "the a an 's ’s ) # ' ’ capital city town village main largest second rural located situated known as "
    "called occupied besieged jurisdiction countryside countrysides outskirts suburbs vicinity side and its their surrounding "
    "surroundings neighbouring neighboring areas area villages towns frontline frontlines km kilometers kilometres miles "
    "about some around approximately far away from".split()
)
_SEPARATORS = frozenset({",", "and", "or", "&"})
_SIDES_OF = frozenset({"of", "from"})
_OF_TOWNS = frozenset({"border", "market", "mining", "oil", "port", "garrison", "resort", "coastal", "frontier"})
"""Nouns between a demonym and a type noun: "the Syrian border town of X"."""
_LISTS = frozenset({"type-list", "place-list"})
_GAP = 12
_LOOK_BACK = 5


@dataclass(slots=True)
class Clues:
    """For each mention (by number): the mentions it lies in, the ones it is near, and the country of a demonym before it."""

    inside: dict[int, list[int]] = field(default_factory=dict)
    close: dict[int, list[int]] = field(default_factory=dict)
    firm: set[int] = field(default_factory=set)
    """Mentions put inside another by "in", "of" or a possessive; a comma may as well be a list's."""
    demonym: dict[int, str] = field(default_factory=dict)
    peers: dict[int, int] = field(default_factory=dict)
    """For a name in a list, the next one."""
    between: dict[int, int] = field(default_factory=dict)
    """For A and for B of "between A and B", the other one."""
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
    ends = {n: max((t.i for t in sentence.tokens_in(m.span)), default=-1) for n, m in mentions}
    ranges = [(n, index.get(m.span.start, 0), ends[n], m) for n, m in mentions if ends[n] >= 0]
    starts = {n: first for n, first, _, _ in ranges}
    for n, first, _, _ in ranges:
        code = _demonym_before(sentence.tokens, first, gazetteer)
        if code:
            clues.demonym[n] = code
    for (a, _, a_last, one), (b, b_first, _, other) in zip(ranges, ranges[1:], strict=False):
        gap = sentence.tokens[a_last + 1 : b_first]
        _link(gap, (a, b), gazetteer, clues)
        if [t.lower for t in gap[:1]] == ["and"] and len(gap) <= _ARTICLES and _between(sentence.tokens, starts[a], gazetteer):
            clues.between[a], clues.between[b] = b, a
        if len(gap) < 3 and gap[-1:] and gap[-1].text == "," and _type(other) in _AREAS and _type(one) not in _AREAS:
            # "X, Y province" contains, where "X, Y" may be a list.
            clues.firm.add(a)
    for position, (n, _, last, mention) in enumerate(ranges):
        if mention.kind is MentionKind.FACILITY and n not in clues.inside and n not in clues.close:
            _later_place(sentence.tokens, (n, last), ranges[position + 1 :], clues)
    _share(sentence, ranges, clues)
    for n, _, _, _ in reversed(ranges):
        # "X, Y, Z": what Y lies in, X lies in too.
        for outer in list(clues.inside.get(n, ())):
            clues.inside[n] += [o for o in clues.inside.get(outer, ()) if o not in clues.inside[n] and o != n]


def _between(tokens: tuple[Token, ...], first: int, gazetteer: Gazetteer) -> bool:
    """Tell whether "between" stands before a name, perhaps with an article or a type noun, and puts something on the map.

    Not where two parties meet: "talks between A and B".
    """
    i = first - 1
    while i > 0 and (
        tokens[i].lower in _THE or tokens[i].lower.removesuffix("s") in gazetteer.words.types or tokens[i].lower == "of"
    ):
        i -= 1
    return i >= 0 and tokens[i].lower == "between" and (i == 0 or tokens[i - 1].lower not in _PARTIES)


_THE = frozenset({"the", "a", "an"})
_ARTICLES = 3
"""Words from "and" to the second name of "between A and B": "and the town of B" is more, but its pieces are mentions' own."""
_PARTIES = frozenset(
    "talks negotiations relations ties match game clashes fighting war agreement deal truce ceasefire dispute conflict tension "
    "tensions rivalry treaty dialogue summit meeting trade difference differences competition final derby".split()
)


def _type(mention: Mention) -> str:
    return next((part[5:] for part in mention.key.split(";") if part.startswith("type=")), "")


_AREAS = frozenset(
    "countryside province governorate district department state county jurisdiction municipality canton region".split()
)


def _share(sentence: Sentence, ranges: list[tuple[int, int, int, Mention]], clues: Clues) -> None:
    """Let all names of a list lie where the last of them lies: "the villages of A, B and C near D"."""
    for (a, _, a_last, one), (b, b_first, _, other) in reversed(list(zip(ranges, ranges[1:], strict=False))):
        gap = sentence.tokens[a_last + 1 : b_first]
        if one.rule in _LISTS and other.rule in _LISTS and all(t.lower in _SEPARATORS for t in gap):
            clues.peers[a] = b
            # A comma before the last was read as "X, Y".
            clues.inside[a] = [n for n in clues.inside.get(a, ()) if n != b]
            for held in (clues.inside, clues.close):
                if held.get(b):
                    held[a] = [*held[b], *(n for n in held.get(a, ()) if n not in held[b])]
                    if b in clues.firm:
                        clues.firm.add(a)
            if b in clues.demonym:
                clues.demonym.setdefault(a, clues.demonym[b])
    for (a, _, _, _), (b, _, _, _) in zip(ranges, ranges[1:], strict=False):
        if clues.peers.get(a) == b:
            if a in clues.demonym:
                clues.demonym.setdefault(b, clues.demonym[a])
            if a in clues.firm and b not in clues.inside:
                clues.inside[b] = list(clues.inside.get(a, ()))
                clues.firm.add(b)


def _demonym_before(tokens: tuple[Token, ...], first: int, gazetteer: Gazetteer) -> str:
    """Return the country of "Syrian" in "the Syrian border town of X", but none in "Turkish shelling of the town of X"."""
    types = gazetteer.words.types
    for j in range(first - 1, max(first - 1 - _LOOK_BACK, -1), -1):
        token = tokens[j]
        if (code := gazetteer.demonym(token.text)) is not None:
            return code
        noun = token.pos in {"NOUN", "PROPN"} and (token.lower in types or token.lower.removesuffix("s") in types)
        listed = token.lower in _OF_TOWNS or token.lower.removesuffix("ies") + "y" in types
        if not (noun or listed or token.pos in {"ADJ", "DET"} or token.lower in {"of", "-", "'s", "’s"}):
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
        or t.pos in {"ADJ", "NUM"}
        for w, t in zip(plain, gap, strict=True)
    ):
        return
    if "and" in plain and not _surroundings(plain):
        return
    inner, outer = pair
    if plain[0] in {"'s", "’s"}:
        if not any(w in {"in", "at", "near", "outside"} for w in plain):
            clues.inside.setdefault(outer, []).append(inner)
            clues.firm.add(outer)
        return
    if plain[-1] == "of" and len(plain) <= 3 and plain[0] in _SETTLED:
        # "The Idlib villages of X": the one that contains the other is found out by the map.
        clues.inside.setdefault(outer, []).append(inner)
        clues.firm.add(outer)
        clues.inside.setdefault(inner, []).append(outer)
        return
    if any(w in _NEXT_TO for w in plain) or _beside(plain, gazetteer):
        clues.close.setdefault(inner, []).append(outer)
    elif any(w in _INSIDE for w in plain):
        clues.inside.setdefault(inner, []).append(outer)
        if any(w in {"in", "of", "at", "inside", "within", "("} for w in plain):
            clues.firm.add(inner)


_SETTLED = frozenset(
    "village villages town towns neighbourhood neighborhood neighbourhoods neighborhoods hamlet hamlets suburb".split()
)


def _surroundings(plain: list[str]) -> bool:
    """Tell "X and its surroundings in Y" from "X and in Y"."""
    return plain.index("and") == 0 and plain.count("and") == 1 and any(w in {"its", "their", "surrounding"} for w in plain[1:3])


def _beside(plain: list[str], gazetteer: Gazetteer) -> bool:
    """Tell "X, southwest of Y" and "X, 5 km from Y"; but "in the west of Y" is inside it."""
    for before, word, after in zip(["", *plain], plain, plain[1:], strict=False):
        if after in _SIDES_OF and before not in {"the", "far"} and (word in gazetteer.words.parts or word in _UNITS):
            return True
        if word in {"outskirts", "vicinity", "edge"} and after == "of":
            return True
    return False


_UNITS = frozenset({"km", "kilometers", "kilometres", "miles", "mile"})


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
