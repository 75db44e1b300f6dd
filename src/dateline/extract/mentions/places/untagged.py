"""Names that the tagger missed or took for people and organisations: the gazetteer and the words around tell."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.mentions.places.lists import coordinated
from dateline.extract.mentions.places.reading import (
    NO_NAMES,
    Reading,
    add,
    facilities_only,
    known_as,
    next_to_place,
    no_place,
    on_a_street,
    plausible,
    postal,
    weighty,
)
from dateline.extract.mentions.places.runs import all_capitalised, parts_of, runs, text_of
from dateline.extract.mentions.places.surroundings import Surroundings, around, type_noun
from dateline.model.parse import Sentence, Token
from dateline.resources.gazetteer import Feature, Match

_DOUBTED = frozenset({"PERSON", "NORP", "LANGUAGE"})
"""Labels that the tagger also gives to places it does not know; they need a place's preposition to be overruled."""
_OFFICES = frozenset({"department", "state", "district", "territory", "region", "division", "community"})
"""Type nouns that are parts of agencies too: "the Department of Justice" lies nowhere."""
_LONG_ENOUGH, _SPELT_ALIKE = 6, 0.8
"""Shorter names are alike by chance."""


def untagged(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Take up names that the tagger missed or took for people and organisations; yield what stays undecided."""
    labels = {i: (e.label, e.first, e.last) for e in sentence.entities for i in range(e.first, e.last + 1)}
    headline = all_capitalised(sentence)
    for run in runs(sentence.tokens):
        for first, last in _free(run, taken):
            if headline:
                _in_headline(reading, sentence, first, last)
                continue
            for piece in _readings(reading, sentence.tokens, first, last):
                rule = _judge(reading, sentence, piece, labels, taken)
                if rule:
                    add(reading, sentence, piece, rule)
                    taken.update(range(piece[0], piece[1] + 1))
                else:
                    yield piece


def _free(run: tuple[int, int], taken: set[int]) -> Iterator[tuple[int, int]]:
    start = None
    for j in range(run[0], run[1] + 2):
        if j <= run[1] and j not in taken:
            start = j if start is None else start
        elif start is not None:
            yield start, j - 1
            start = None


def _readings(reading: Reading, tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the run as one name if the gazetteer knows it, else its pieces without direction words."""
    pieces = [(first, last)] if known_as(reading, tokens, first, last) else list(parts_of(tokens, first, last))
    words = reading.gazetteer.words
    for start, end in pieces:
        while end > start and tokens[end].lower in words.types:
            end -= 1
        while start < end and tokens[start].lower in words.parts and not known_as(reading, tokens, start, end):
            start += 1
        while start < end and not tokens[start].text[0].isalnum():
            start += 1
        yield start, end


def _judge(
    reading: Reading, sentence: Sentence, piece: tuple[int, int], labels: dict[int, tuple[str, int, int]], taken: set[int]
) -> str:
    """Return the rule by which an untagged run is a place, or nothing."""
    first, last = piece
    tokens, gazetteer = sentence.tokens, reading.gazetteer
    label, start, end = labels.get(first, ("", first, last))
    name = text_of(reading.document, tokens, first, last)
    if label in NO_NAMES or no_place(gazetteer, name) or not any(t.pos == "PROPN" for t in tokens[first : last + 1]):
        return ""
    part = (start, end) != (first, last) and label in {"ORG", "PERSON", "WORK_OF_ART", "EVENT"}
    if part and not _only_type_left(tokens, piece, (start, end), reading):
        return ""
    if first and tokens[first - 1].lower.rstrip(".") in gazetteer.words.titles:
        return ""
    if on_a_street(sentence, first):
        return ""
    found = around(tokens, first, last, gazetteer.words)
    if label != "PERSON" and postal(sentence, first, last) and gazetteer.subdivision(f"US-{name}"):
        return "postal"
    known = known_as(reading, tokens, first, last) or (found.cue > 1 and _spelt_otherwise(reading, name)) or ()
    possessed = last + 1 < len(tokens) and tokens[last + 1].lower in {"'s", "’s"}
    if found.cue == 3 and _typed(found, known) and (label != "PERSON" or known or "city" in gazetteer.words.types[found.type]):
        return "type-noun"
    if not known and found.cue > 1 and not label and _before_typed(tokens, last, taken, reading):
        return "place-list"
    if not known or facilities_only(known) or not plausible(reading, known, found.cue):
        return ""
    cue = found.cue
    if first >= 2 and tokens[first - 1].lower in {",", "and", "or"} and first - 2 in taken:
        # Another of several places.
        cue = 2
    if label in _DOUBTED or name in reading.people:
        sure = cue >= 2 or (cue == 1 and weighty(known) and name not in reading.people)
        return "gazetteer" if sure and not possessed else ""
    if cue >= 2 or (next_to_place(sentence, first, last) and cue > 0):
        return "gazetteer"
    return "gazetteer" if first and weighty(known) else ""


def _before_typed(tokens: tuple[Token, ...], last: int, taken: set[int], reading: Reading) -> bool:
    """Tell whether a place with its type noun follows after a comma: "in Alina, Savan district"."""
    i = last + 2
    if i >= len(tokens) or tokens[last + 1].text != "," or i not in taken:
        return False
    while i < len(tokens) and i in taken:
        i += 1
    return i < len(tokens) and bool(type_noun(tokens[i].lower, reading.gazetteer.words))


def _spelt_otherwise(reading: Reading, name: str) -> tuple[Match, ...]:
    """Return the towns of the countries that the text is about whose names differ in spelling alone."""
    if not reading.countries or len(name) < _LONG_ENOUGH:
        return ()
    return tuple(m for m in reading.gazetteer.alike(name) if m.score >= _SPELT_ALIKE and m.record.country in reading.countries)


def _typed(found: Surroundings, known: tuple[Match, ...]) -> bool:
    """Tell whether the type noun beside a name is enough to make it a place."""
    if found.type in _OFFICES:
        return any(m.record.feature in (Feature.ADMIN1, Feature.ADMIN2) for m in known)
    return found.type not in {"", "capital", "port", "country", "area", "street", "square", "sea"}


def _only_type_left(tokens: tuple[Token, ...], piece: tuple[int, int], whole: tuple[int, int], reading: Reading) -> bool:
    """Tell whether a tagged name has nothing beside the piece but a type noun, an article or a possessive."""
    rest = [tokens[j] for j in range(whole[0], whole[1] + 1) if not piece[0] <= j <= piece[1]]
    words = reading.gazetteer.words
    return all(t.lower in words.types or t.lower in {"the", "of", "'s", "’s", "-"} or t.lower in words.parts for t in rest)


def _in_headline(reading: Reading, sentence: Sentence, first: int, last: int) -> None:
    """Take known names out of a headline's run of capitals, longest first."""
    people = {i for e in sentence.entities if e.label in {"PERSON", "NORP"} for i in range(e.first, e.last + 1)}
    at = first
    while at <= last:
        for end in range(min(last, at + 3), at - 1, -1):
            if at in people or end in people or not any(t.pos == "PROPN" for t in sentence.tokens[at : end + 1]):
                continue
            known = known_as(reading, sentence.tokens, at, end)
            name = text_of(reading.document, sentence.tokens, at, end)
            found = around(sentence.tokens, at, end, reading.gazetteer.words)
            cue = found.cue if found.cue < 3 or _typed(found, known) else 0
            if (
                known
                and not facilities_only(known)
                and not no_place(reading.gazetteer, name)
                and plausible(reading, known, cue)
                and (weighty(known) or (cue >= 2 and known[0].primary))
            ):
                add(reading, sentence, (at, end), "headline")
                at = end
                break
        at += 1


def listed(reading: Reading, sentence: Sentence, taken: set[int]) -> None:
    """Take the rest of a list for places of which most are: "in A, B, C and D"."""
    labels = {i: e.label for e in sentence.entities for i in range(e.first, e.last + 1)}
    for names in coordinated(sentence.tokens):
        texts = [text_of(reading.document, sentence.tokens, *n) for n in names]
        open_names = [n for n in names if taken.isdisjoint(range(n[0], n[1] + 1))]
        strange = [n for n, text in zip(names, texts, strict=True) if n in open_names and text not in reading.settled]
        if not open_names or 2 * len(strange) > len(names) or not _settlements(reading, sentence, names):
            continue
        for first, last in open_names:
            name = text_of(reading.document, sentence.tokens, first, last)
            people = name in reading.people or sentence.tokens[first - 1].lower.rstrip(".") in reading.gazetteer.words.titles
            if labels.get(first) in NO_NAMES | {"ORG", "NORP"} or people or no_place(reading.gazetteer, name):
                continue
            add(reading, sentence, (first, last), "place-list")
            taken.update(range(first, last + 1))


def _settlements(reading: Reading, sentence: Sentence, names: list[tuple[int, int]]) -> bool:
    """Tell whether a list has no countries: those stand beside organisations and people, as actors."""
    known = [known_as(reading, sentence.tokens, *name) for name in names]
    return not any(k and k[0].record.feature in (Feature.COUNTRY, Feature.REGION) for k in known)


def again(reading: Reading, sentence: Sentence, first: int, last: int) -> None:
    """Take a name for a place if the same name was one elsewhere in the document and is nobody's."""
    name = text_of(reading.document, sentence.tokens, first, last)
    inside = [e for e in sentence.entities if e.first <= first and last <= e.last]
    part_of_other = any(e.label in NO_NAMES or (e.first, e.last) != (first, last) for e in inside)
    titled = first and sentence.tokens[first - 1].lower.rstrip(".") in reading.gazetteer.words.titles
    by_type = reading.settled.get(name) in {"type-noun", "type-list"} and len(name) > 3
    if (
        name in reading.settled
        and (by_type or known_as(reading, sentence.tokens, first, last))
        and name not in reading.people
        and not on_a_street(sentence, first)
        and not part_of_other
        and not titled
    ):
        add(reading, sentence, (first, last), "seen")
