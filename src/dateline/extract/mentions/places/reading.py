"""A document being read for places, and what can be asked of a name in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.mentions.places.dateline import datelines
from dateline.extract.mentions.places.runs import is_name, text_of
from dateline.extract.mentions.places.surroundings import around, type_noun
from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span
from dateline.resources.gazetteer import Feature, Gazetteer, Match

PLACE_LABELS = frozenset({"GPE", "LOC"})
_OF_THE_NAME = frozenset(
    "county parish province township borough island islands valley lake river mountains peninsula quarter basin sea".split()
)
"""Type nouns that belong to the name if they have a capital."""
_PERSONAL = frozenset("say tell recall charge convict arrest sentence plead marry".split())
"""What governments and capitals also do, but no village: countries and large cities are not taken for people by it."""
NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL", "LAW"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
LARGE = 100_000
"""A bare capitalised name that the tagger missed is taken for a city of at least this many people (read off muc4 tst1)."""


@dataclass(slots=True)
class Reading:
    """One document being read: names of people in it, names settled as places, mentions so far."""

    document: Document
    gazetteer: Gazetteer
    people: frozenset[str]
    filed: list[Span]
    countries: frozenset[str]
    placed: frozenset[str]
    """Those of `countries` that places point to, not peoples alone."""
    settled: dict[str, str] = field(default_factory=dict)
    out: list[Mention] = field(default_factory=list)


def open_reading(document: Document, sentences: Sequence[Sentence]) -> Reading:
    """Return a reading of a document before anything is found in it."""
    gazetteer = Gazetteer.open()
    placed, peoples = _countries(sentences, gazetteer)
    return Reading(document, gazetteer, _people(sentences, gazetteer), datelines(document), placed | peoples, placed)


def _people(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the first and last names of people named in full, and the names of those who do what only people do."""
    named = (
        sentence.tokens[i].text
        for sentence in sentences
        for entity in sentence.entities
        if entity.label == "PERSON" and entity.last > entity.first
        for i in (entity.first, entity.last)
        if is_name(sentence.tokens[i])
    )
    acting = (
        sentence.tokens[entity.first].text
        for sentence in sentences
        for entity in sentence.entities
        if entity.label in {"GPE", "PERSON"} and entity.first == entity.last and _acts(sentence, sentence.tokens[entity.first])
    )
    return frozenset(named) | {name for name in acting if not (known := gazetteer.lookup(name)) or not weighty(known)}


def _acts(sentence: Sentence, token: Token) -> bool:
    """Tell whether somebody is of an age, or speaks or stands trial: "four-year-old Olivia", "Flint said"."""
    if token.dep in {"compound", "poss"}:
        return False
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    return before == "old" or (token.dep in {"nsubj", "nsubjpass"} and sentence.tokens[token.head].lemma in _PERSONAL)


def _countries(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> tuple[frozenset[str], frozenset[str]]:
    """Return the countries that tagged names point to without doubt, and those that demonyms do."""
    placed: set[str] = set()
    peoples: set[str] = set()
    for sentence in sentences:
        for entity in sentence.entities:
            name = sentence.tokens[entity.last].text if entity.label == "NORP" else ""
            if entity.label == "GPE":
                known = gazetteer.lookup(" ".join(t.text for t in sentence.tokens[entity.first : entity.last + 1]))
                if known and len({m.record.country for m in known[:4]}) == 1:
                    placed.add(known[0].record.country)
            elif name and (code := gazetteer.demonym(name)):
                peoples.add(code)
    return frozenset(placed), frozenset(peoples)


def known_as(reading: Reading, tokens: tuple[Token, ...], first: int, last: int) -> tuple[Match, ...]:
    """Return what the gazetteer knows by the name; short capitals must be an acronym of a place."""
    name = text_of(reading.document, tokens, first, last)
    if name.replace(".", "").isupper() and len(name) <= 5:
        return tuple(m for m in reading.gazetteer.lookup(name) if reading.gazetteer.is_acronym(name))
    return reading.gazetteer.lookup(name)


def facilities_only(known: tuple[Match, ...]) -> bool:
    """Tell whether a name means facilities only; they are another finder's."""
    return all(m.record.feature is Feature.FACILITY for m in known)


def no_place(gazetteer: Gazetteer, name: str) -> bool:
    """Tell peoples ("Syrian"), bare directions ("the South"), adjectives ("National") and institutions from names."""
    words, lower = gazetteer.words, name.lower()
    if gazetteer.is_acronym(name):
        return False
    return gazetteer.demonym(name) is not None or lower in words.parts or lower in words.adjectives or lower in words.no_places


def postal(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether it is a state's two letters after a town: "Salem, OR"."""
    tokens = sentence.tokens
    return (
        first == last
        and len(tokens[first].text) == 2
        and first >= 2
        and tokens[first - 1].text == ","
        and tokens[first - 2].pos == "PROPN"
    )


def next_to_place(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether another tagged place follows after a comma ("X, Iraq") or stands before one."""
    starts = {e.first for e in sentence.entities if e.label in PLACE_LABELS}
    ends = {e.last for e in sentence.entities if e.label in PLACE_LABELS}
    tokens = sentence.tokens
    after = last + 2 < len(tokens) and tokens[last + 1].text == "," and last + 2 in starts
    return after or (first >= 2 and tokens[first - 1].text == "," and first - 2 in ends)


def of_a_person(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a name is somebody's in the document, and nothing around it puts a place there: "into Jaden's leg"."""
    if text_of(reading.document, sentence.tokens, first, last) not in reading.people:
        return False
    possessive = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].lower in _POSSESSIVE
    return possessive or around(sentence.tokens, first, last, reading.gazetteer.words).cue < 2


def on_a_street(sentence: Sentence, first: int) -> bool:
    """Tell whether it is a street that a name is of: "the 600 block of Escanaba"."""
    tokens = sentence.tokens
    return first >= 2 and tokens[first - 1].lower == "of" and tokens[first - 2].lower == "block"


def weighty(known: tuple[Match, ...]) -> bool:
    """Tell whether a name needs no preposition to be a place: a country, a region, a large city's own name."""
    if known[0].record.feature in (Feature.COUNTRY, Feature.REGION):
        return True
    return any(
        m.primary and m.score == 1.0 and m.record.population >= LARGE and m.record.feature in (Feature.CITY, Feature.ADMIN1)
        for m in known[:3]
    )


def plausible(reading: Reading, known: tuple[Match, ...], cue: int) -> bool:
    """Tell whether a name the tagger did not take for a place can mean one here: in a country the text is about, or large."""
    if weighty(known) and known[0].record.feature is not Feature.ADMIN1:
        return True
    if cue > 1 and not reading.placed:
        # Whose forces act says little of where.
        return True
    return not reading.countries or any(not m.record.country or m.record.country in reading.countries for m in known)


def add(
    reading: Reading,
    sentence: Sentence,
    piece: tuple[int, int],
    rule: str,
    key: str | None = None,
    kind: MentionKind = MentionKind.PLACE,
) -> None:
    """Take up a mention; its key is read off the words around unless given."""
    tokens = sentence.tokens
    first, last = piece
    reading.settled.setdefault(text_of(reading.document, tokens, first, last), rule)
    if last + 1 < len(tokens) and tokens[last + 1].lower in _OF_THE_NAME and is_name(tokens[last + 1]):
        # "Rapides Parish" is a name as it stands, "Helmand province" is not.
        last += 1
    span = Span(tokens[first].start, tokens[last].end)
    if any(filed.overlaps(span) for filed in reading.filed):
        rule = "dateline"
    if key is None:
        key = around(tokens, first, last, reading.gazetteer.words).key
    reading.settled.setdefault(text_of(reading.document, tokens, first, last), rule)
    head = sentence.head_of(span).i
    above = sentence.tokens[tokens[head].head]
    if tokens[head].dep in {"compound", "nmod"} and above.i > last and type_noun(above.lower, reading.gazetteer.words):
        # "They bombed Alina town": the type noun is what stands in the sentence.
        head = above.i
    reading.out.append(Mention(kind, span, sentence.index, head, span.of(reading.document.text), rule, key))
