"""Names in datelines, names with type nouns, and names that the tagger takes for places."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.mentions.places.lists import Named, typed_names
from dateline.extract.mentions.places.reading import (
    NO_NAMES,
    PLACE_LABELS,
    Reading,
    add,
    facilities_only,
    known_as,
    next_to_place,
    no_place,
    of_a_person,
    on_a_street,
    postal,
)
from dateline.extract.mentions.places.runs import hyphenated, is_name, runs, text_of
from dateline.extract.mentions.places.streets import streets
from dateline.extract.mentions.places.surroundings import around
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span

_ARTICLES = frozenset({"a", "an", "the"})
_WORDS_LIKE_ARTICLES = frozenset({"as", "at", "an"})
"""English words that open sentences and are Arabic articles elsewhere ("As Turkey said", "As Suwayda")."""


def on_streets(reading: Reading, sentence: Sentence) -> set[int]:
    """Take up the streets of a sentence, whose names are mostly places' or people's; return the tokens used up."""
    taken: set[int] = set()
    for first, last in streets(sentence):
        span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
        if not any(filed.overlaps(span) for filed in reading.filed):
            head = sentence.head_of(span).i
            text = span.of(reading.document.text)
            reading.out.append(Mention(MentionKind.STREET, span, sentence.index, head, text, "street"))
            taken.update(range(first, last + 1))
    return taken


def tagged(reading: Reading, sentence: Sentence, used: set[int]) -> set[int]:
    """Take up what the tagger calls a place; return the tokens used up, `used` among them."""
    taken = used | filed_names(reading, sentence)
    taken |= names_typed(reading, sentence, taken)
    whole = list(runs(sentence.tokens))
    for entity in sentence.entities:
        if entity.label in PLACE_LABELS:
            for first, last in _pieces(sentence.tokens, entity.first, entity.last):
                span = _widest(reading, sentence.tokens, whole, (first, last))
                if span is None or not taken.isdisjoint(range(span[0], span[1] + 1)):
                    continue
                if _believable(reading, sentence, *span):
                    add(reading, sentence, span, f"ner:{entity.label}")
                    taken.update(range(span[0], span[1] + 1))
    return taken


def _widest(
    reading: Reading, tokens: tuple[Token, ...], whole: list[tuple[int, int]], piece: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the run of names around a tagged piece if it is one name, else the name proper within the piece."""
    run = next((r for r in whole if r[0] <= piece[0] and piece[1] <= r[1]), None)
    if run is not None and run != piece and (known_as(reading, tokens, *run) or _cut_short(reading, tokens, run, piece)):
        return run
    return _trimmed(reading, tokens, *piece)


def _cut_short(reading: Reading, tokens: tuple[Token, ...], run: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Tell whether the tagger cut a name short before its type noun: "Ma'ar" of "Ma'ar Hita village"."""
    after = run[1] + 1
    follows = after < len(tokens) and tokens[after].text.islower() and tokens[after].lower in reading.gazetteer.words.types
    return run[0] == piece[0] and follows


def filed_names(reading: Reading, sentence: Sentence) -> set[int]:
    """Take up the known names in a dateline, whatever the tagger makes of its capitals."""
    taken: set[int] = set()
    for filed in reading.filed:
        if not filed.overlaps(sentence.span):
            continue
        inside = [t.i for t in sentence.tokens if filed.start <= t.start and t.end <= filed.end]
        for first, last in _pieces(sentence.tokens, inside[0], inside[-1]) if inside else ():
            if reading.gazetteer.lookup(text_of(reading.document, sentence.tokens, first, last)):
                add(reading, sentence, (first, last), "dateline")
                taken.update(range(first, last + 1))
    return taken


def names_typed(reading: Reading, sentence: Sentence, filed: set[int]) -> set[int]:
    """Take up the names that a type noun makes places, whatever the tagger makes of them."""
    labels = {i: e.label for e in sentence.entities for i in range(e.first, e.last + 1)}
    taken: set[int] = set()
    for named in typed_names(sentence, reading.gazetteer.words):
        first, last = named.first, _typed_end(reading, sentence, named, labels)
        if last < first or not filed.isdisjoint(range(first, last + 1)):
            continue
        name, known = text_of(reading.document, sentence.tokens, first, last), known_as(reading, sentence.tokens, first, last)
        if no_place(reading.gazetteer, name) or (known and facilities_only(known)):
            continue
        if first == last and name.lower() in reading.gazetteer.words.types:
            # "The capital city", in a text in capitals.
            continue
        if not known and first == last and labels.get(first) in {"NORP", "LAW"}:
            # "The Druze village".
            continue
        own = around(sentence.tokens, first, last, reading.gazetteer.words)
        own.type, own.part = named.said.type, own.part or named.said.part
        own.relation, own.km = own.relation or named.said.relation, own.km or named.said.km
        add(reading, sentence, (first, last), "type-list" if named.of > 1 else "type-noun", own.key)
        taken.update(range(first, last + 1))
    return taken


def _typed_end(reading: Reading, sentence: Sentence, named: Named, labels: dict[int, str]) -> int:
    """Return where such a name ends: before a date, and where the tagger ends a known place that begins there."""
    for entity in sentence.entities:
        if entity.label in PLACE_LABELS and entity.first == named.first and entity.last < named.last:
            follows = sentence.tokens[entity.last + 1]
            if is_name(follows) and known_as(reading, sentence.tokens, entity.first, entity.last):
                return entity.last
    return next((j - 1 for j in range(named.first, named.last + 1) if labels.get(j) in NO_NAMES), named.last)


def _pieces(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Split at commas: "Raleigh, N.C." is two names."""
    start = first
    for j in range(first, last + 2):
        if j > last or tokens[j].text in {",", ";", "/", "(", ")"}:
            if j > start:
                yield start, j - 1
            start = j + 1


def _trimmed(reading: Reading, tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int] | None:
    """Return the name proper within a tagged range, or None if there is none."""
    words = reading.gazetteer.words
    while first <= last and (
        not tokens[first].text[0].isalnum() or tokens[first].pos in {"DET", "ADP", "PUNCT"} or _lower_noun(tokens[first])
    ):
        first += 1
    while last >= first and (
        tokens[last].lower in {"'s", "’s", "'", "’"}
        or _lower_noun(tokens[last])
        or not tokens[last].text[-1].isalnum()
        and tokens[last].text[-1] != "."
    ):
        last -= 1
    if first > last:
        return None
    wide = hyphenated(tokens, first, last)
    # "Al-Hol" is one name, "Turkish-US" is not.
    if wide != (first, last) and (known_as(reading, tokens, *wide) or not known_as(reading, tokens, first, last)):
        first, last = wide
    while first < last and tokens[first].lower in _ARTICLES and not known_as(reading, tokens, first, last):
        first += 1
    if first == 0 and first < last and tokens[0].lower in _WORDS_LIKE_ARTICLES and known_as(reading, tokens, 1, last):
        first = 1
    named = tokens[first].text[0].isupper() and tokens[first].text[-1] != "." and not tokens[first].text.isupper()
    while first < last and tokens[first].lower in words.parts and not known_as(reading, tokens, first, last):
        first += 1
        while first < last and not tokens[first].text[0].isalnum():
            first += 1
        if named and not known_as(reading, tokens, first, last):
            # "North Press" is no part of a place called Press.
            return None
    if first < last and tokens[first].lower in words.titles and tokens[first].text != "Saint":
        return None
    return first, last


def _lower_noun(token: Token) -> bool:
    return token.text.islower() and token.pos in {"NOUN", "ADJ", "PART", "CCONJ", "VERB", "ADV", "ADP"}


def _believable(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether what the tagger calls a place can be one."""
    tokens, gazetteer = sentence.tokens, reading.gazetteer
    name = text_of(reading.document, tokens, first, last)
    if no_place(gazetteer, name) or not any(is_name(t) for t in tokens[first : last + 1]):
        return False
    cue = around(tokens, first, last, gazetteer.words).cue
    if of_a_person(reading, sentence, first, last) or on_a_street(sentence, first):
        return False
    if first == last and tokens[first].lower in gazetteer.words.types and first and is_name(tokens[first - 1]):
        # The tail of a name that the tagger cut: "Zamora Canton".
        return False
    if all(gazetteer.demonym(t.text) or t.lower in gazetteer.words.types for t in tokens[first : last + 1]):
        return False
    if any(e.label == "PERSON" and e.first == last + 1 for e in sentence.entities):
        return False
    if known := known_as(reading, tokens, first, last):
        return not facilities_only(known)
    if name.replace(".", "").isupper() and len(name) <= 5 and not name.endswith("."):
        return postal(sentence, first, last)
    if tokens[last].lower in gazetteer.words.facilities:
        return False
    return cue > 1 or next_to_place(sentence, first, last) or (cue > 0 and bool(gazetteer.alike(name)))
