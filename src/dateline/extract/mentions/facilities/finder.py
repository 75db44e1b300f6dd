"""Finding facilities by their nouns ("a police station", "Abu Ghraib prison") and by known names ("Azovstal")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span
from dateline.resources.gazetteer import Feature, Gazetteer
from dateline.resources.gazetteer.words import PlaceWords

_NOUNS = frozenset({"NOUN", "PROPN"})
_DETERMINED = frozenset({"det", "poss", "nummod", "amod", "compound", "nmod", "appos"})
_LISTING = frozenset({"like", "including", "namely", "called", "named"})
_PARTICLES = frozenset("al el ez es ed as ash ad ar an de del la las los le du of".split())
_HEADS = frozenset("dean head director rector president chief chairman chairwoman commander manager principal governor".split())
"""Who leads a facility is no part of its name: "Dean of Sarvand University"."""
_LONGEST_NAME = 7
_EVENT_NOUNS = frozenset(
    "attack attacks breakout breakouts raid raids siege massacre bombing bombings riot riots uprising explosion blast "
    "shooting strike fire".split()
)
"""Nouns before which a facility noun stays a facility: "the Taji prison attack", but not "school children"."""


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the facility mentions, in text order. `key` is the class, with `:named` after it for proper names."""
    gazetteer = Gazetteer.open()
    out: list[Mention] = []
    for sentence in sentences:
        taken: set[int] = set()
        for noun in _nouns(sentence, gazetteer.words):
            for mention in _mentions(document, sentence, noun, gazetteer):
                if taken.isdisjoint(_tokens(sentence, mention)):
                    out.append(mention)
                    taken |= _tokens(sentence, mention)
        out += _known_names(document, sentence, taken, gazetteer)
    return sorted(out, key=lambda m: (m.sentence, m.span))


def _tokens(sentence: Sentence, mention: Mention) -> set[int]:
    return {t.i for t in sentence.tokens_in(mention.span)}


class _Noun:
    """A facility noun in a sentence: its token range, class, and whether it is plural."""

    __slots__ = ("first", "kind", "last", "plural", "words")

    def __init__(self, first: int, last: int, kind: str, plural: bool, words: str) -> None:
        self.first, self.last, self.kind, self.plural, self.words = first, last, kind, plural, words


def _nouns(sentence: Sentence, words: PlaceWords) -> Iterator[_Noun]:
    tokens, i = sentence.tokens, len(sentence.tokens) - 1
    while i >= 0:
        found = _noun_ending(tokens, i, words) if tokens[i].pos in _NOUNS else None
        if found is not None and _means_it(sentence, found, words):
            yield found
            i = found.first - 1
        else:
            i -= 1


def _noun_ending(tokens: tuple[Token, ...], last: int, words: PlaceWords) -> _Noun | None:
    """Return the longest facility noun that ends at `last`."""
    lemma = _lemma(tokens[last])
    for size in (3, 2, 1):
        first = last - size + 1
        if first < 0:
            continue
        name = " ".join([t.lower for t in tokens[first:last]] + [lemma])
        if name in words.facilities:
            return _Noun(first, last, words.facilities[name], tokens[last].tag in {"NNS", "NNPS"}, name)
        if (
            size == 3
            and tokens[last - 1].text in {"-", "'s"}
            and (glued := "".join(t.lower for t in tokens[first:last]) + lemma) in words.facilities
        ):
            return _Noun(first, last, words.facilities[glued], tokens[last].tag == "NNS", glued)
    return None


def _lemma(token: Token) -> str:
    """Return the singular; proper nouns keep their plural as lemma, so "Prisons" is cut by hand."""
    if token.pos == "NOUN":
        return token.lemma.lower()
    word = token.lower
    return word[:-1] if token.tag == "NNPS" and word.endswith("s") else word


def _means_it(sentence: Sentence, noun: _Noun, words: PlaceWords) -> bool:
    """Tell a building from the word's other senses and from a mere modifier ("school children")."""
    tokens, head = sentence.tokens, sentence.tokens[noun.last]
    if (
        head.dep in {"compound", "nmod"}
        and head.head > head.i
        and tokens[head.head].pos in _NOUNS
        and not _names_more(tokens, head)
    ):
        return False
    before = tokens[noun.first - 1].lower if noun.first else ""
    if before in words.not_before:
        return False
    if noun.words in words.weak:
        placed = before in {"in", "at", "inside", "near", "outside", "into", "of"} and noun.words not in {
            "home",
            "house",
            "school",
            "college",
            "church",
            "market",
            "base",
        }
        own = any(c.dep in _DETERMINED or c.dep == "prep" for c in sentence.children(noun.last))
        return own or placed or noun.plural
    return True


def _names_more(tokens: tuple[Token, ...], head: Token) -> bool:
    """Tell whether a modifier noun is the tail of a name of its own, as in "Taji prison attack"."""
    return tokens[head.head].lower in _EVENT_NOUNS or (tokens[head.head].lower in {"break", "breaks"} and head.i > 0)


def _mentions(document: Document, sentence: Sentence, noun: _Noun, gazetteer: Gazetteer) -> Iterator[Mention]:
    listed = list(_listed(sentence, noun, gazetteer))
    first = _start(sentence, noun, gazetteer.words)
    if noun.plural and listed:
        for start, end, rule in listed:
            yield _mention(document, sentence, (start, end), rule, f"{noun.kind}:named")
        return
    named = _is_named(sentence, first, noun, gazetteer)
    tokens = sentence.tokens
    if noun.kind in {"camp", "school"} or named:
        # "Camp Taji": the name may follow the noun.
        after = _name_after(tokens, noun)
        if after > noun.last:
            yield _mention(document, sentence, (noun.first, after), "facility-name", f"{noun.kind}:named")
            return
    yield _mention(
        document,
        sentence,
        (first, noun.last),
        "facility-name" if named else "facility-noun",
        f"{noun.kind}:named" if named else noun.kind,
    )


def _start(sentence: Sentence, noun: _Noun, words: PlaceWords) -> int:
    """Return where the name or description begins: left over names, compounds and adjectives that belong to it."""
    tokens, first = sentence.tokens, noun.first
    while first > 0 and noun.last - first < _LONGEST_NAME:
        token = tokens[first - 1]
        if token.pos == "PROPN" or (token.pos == "NOUN" and token.dep in {"compound", "nmod"}) or token.lower in words.adjectives:
            first -= 1
        elif token.text in "-–" and first >= 2 and tokens[first - 2].end == token.start and token.end == tokens[first].start:
            first -= 2
        elif (
            token.lower in _PARTICLES
            and first >= 2
            and not (token.lower == "of" and tokens[first - 2].lower in _HEADS)
            and tokens[first - 2].pos == "PROPN"
            and tokens[first].pos == "PROPN"
            or token.text[0].isupper()
            and token.pos in {"ADJ", "NOUN", "X"}
            and token.i > 0
        ):
            first -= 1
        elif _possessor(tokens, first):
            first -= 2
        else:
            break
    return first


def _possessor(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell "governor's" in "governor's office", a class of its own, from "Gaza's" in "Gaza's Shifa hospital"."""
    return (
        tokens[first - 1].lower in {"'s", "’s"}
        and first >= 2
        and tokens[first - 2].pos == "NOUN"
        and tokens[first - 2].lower in {"governor", "mayor", "ambassador", "girls", "bishop"}
    )


def _is_named(sentence: Sentence, first: int, noun: _Noun, gazetteer: Gazetteer) -> bool:
    """Tell whether a proper name is among the words before the noun; countries and peoples name nobody's building."""
    for token in sentence.tokens[first : noun.first]:
        if not token.text[0].isupper() or token.lower in gazetteer.words.adjectives or (token.i == 0 and token.pos != "PROPN"):
            continue
        if gazetteer.demonym(token.text) or _country(gazetteer, token.text):
            continue
        return True
    return any(t.pos == "PROPN" and t.text[0].isupper() for t in sentence.tokens[noun.first : noun.last]) and noun.first < first


def _country(gazetteer: Gazetteer, name: str) -> bool:
    found = gazetteer.lookup(name)
    return bool(found) and found[0].record.feature is Feature.COUNTRY and (found[0].primary or gazetteer.is_acronym(name))


def _name_after(tokens: tuple[Token, ...], noun: _Noun) -> int:
    """Return where the name ends that follows the noun: "Camp Taji", "University of Mosul"."""
    j = noun.last
    if noun.kind == "school" and tokens[j].text[0].isupper() and j + 2 < len(tokens) and tokens[j + 1].lower == "of":
        return max(j, _name_end(tokens, j + 2)) if tokens[j + 2].pos == "PROPN" else j
    if noun.words not in {"camp", "fort"} or not tokens[noun.last].text[0].isupper():
        return noun.last
    j = noun.last
    while j + 1 < len(tokens) and tokens[j + 1].pos == "PROPN" and j - noun.last < 3:
        j += 1
    return j


def _listed(sentence: Sentence, noun: _Noun, gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Yield names that share a plural noun: "prisons of A and B", "camps such as A, B and C", "A and B prisons"."""
    if not noun.plural:
        return
    tokens = sentence.tokens
    after = _list_start(tokens, noun.last + 1)
    if after is not None:
        names = list(_names_from(tokens, after))
        if tokens[after - 1].lower != "of" or all(gazetteer.facility(_text(sentence, n), noun.kind) for n in names):
            for first, last in names:
                yield first, last, "facility-list"
            return
    yield from _names_before(sentence, noun)


def _list_start(tokens: tuple[Token, ...], i: int) -> int | None:
    """Return where the names begin after "of", or within ten tokens after "such as", "including" and the like."""
    if i < len(tokens) and tokens[i].lower == "of":
        return i + 1
    for j in range(i, min(i + 10, len(tokens))):
        if tokens[j].lower == "such" and j + 1 < len(tokens) and tokens[j + 1].lower == "as":
            return j + 2
        if tokens[j].lower in _LISTING:
            return j + 1
        if tokens[j].pos in {"VERB", "AUX"} or tokens[j].text in {".", ";", ":"}:
            return None
    return None


def _names_from(tokens: tuple[Token, ...], i: int) -> Iterator[tuple[int, int]]:
    while i < len(tokens):
        i += tokens[i].lower in {"the", "both"}
        end = _name_end(tokens, i)
        if end < i:
            return
        yield i, end
        i = end + 1
        separated = False
        while i < len(tokens) and tokens[i].lower in {",", "and", "or", "&"}:
            i, separated = i + 1, True
        if not separated:
            return


def _name_end(tokens: tuple[Token, ...], i: int) -> int:
    """Return the last index of a name that begins at `i`, or `i` - 1 if none does."""
    j = i
    while j < len(tokens):
        glued = j > i and tokens[j - 1].end == tokens[j].start
        if (
            tokens[j].text[0].isupper()
            and (tokens[j].pos in {"PROPN", "NOUN", "ADJ", "X", "VERB"} or glued)
            or (j > i and (tokens[j].text in "-–" and glued or tokens[j].lower in _PARTICLES))
        ):
            j += 1
        else:
            break
    return j - 1


def _names_before(sentence: Sentence, noun: _Noun) -> Iterator[tuple[int, int, str]]:
    """Yield the names of "A, B and C prisons"."""
    tokens, end = sentence.tokens, noun.first - 1
    names: list[tuple[int, int]] = []
    while end >= 0:
        first = end
        while (
            first > 0
            and (tokens[first - 1].pos == "PROPN" or tokens[first - 1].text in "-–" or tokens[first - 1].lower in _PARTICLES)
            and tokens[first].text[0].isalnum()
        ):
            first -= 1
        while first <= end and (not tokens[first].text[0].isupper() or tokens[first].pos == "DET"):
            first += 1
        if first > end or not any(t.pos == "PROPN" for t in tokens[first : end + 1]):
            break
        names.append((first, end))
        end = first - 1
        joined = False
        while end >= 0 and tokens[end].lower in {",", "and", "or", "&"}:
            end, joined = end - 1, True
        if not joined:
            break
    if len(names) > 1:
        for first, last in reversed(names):
            yield first, last, "facility-list"


def _known_names(document: Document, sentence: Sentence, taken: set[int], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield names that mean a facility and nothing else in the gazetteer ("Azovstal", "Gitmo")."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if i in taken or not tokens[i].text[0].isupper() or tokens[i].pos not in {"PROPN", "NOUN", "ADJ"}:
            i += 1
            continue
        for end in range(min(i + 4, len(tokens) - 1), i - 1, -1):
            if tokens[end].pos not in _NOUNS or end in taken or (end == i and tokens[i].pos != "PROPN"):
                continue
            found = gazetteer.lookup(_text(sentence, (i, end)))
            if (
                found
                and all(m.record.feature is Feature.FACILITY for m in found)
                and (end > i or not _inside_person(sentence, i))
            ):
                yield _mention(document, sentence, (i, end), "gazetteer", f"{found[0].record.kind}:named")
                i = end
                break
        i += 1


def _inside_person(sentence: Sentence, i: int) -> bool:
    return any(e.first <= i <= e.last and e.label in {"PERSON", "NORP", "DATE"} for e in sentence.entities)


def _text(sentence: Sentence, piece: tuple[int, int]) -> str:
    tokens = sentence.tokens
    out = tokens[piece[0]].text
    for j in range(piece[0] + 1, piece[1] + 1):
        out += ("" if tokens[j].start == tokens[j - 1].end else " ") + tokens[j].text
    return out


def _mention(document: Document, sentence: Sentence, piece: tuple[int, int], rule: str, key: str) -> Mention:
    span = Span(sentence.tokens[piece[0]].start, sentence.tokens[piece[1]].end)
    head = sentence.head_of(span).i
    return Mention(MentionKind.FACILITY, span, sentence.index, head, span.of(document.text), rule, key)
