"""Finding place names: what the tagger took for a place, and what the gazetteer and the words around say is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.extract.mentions.places.dateline import datelines
from dateline.extract.mentions.places.lists import Named, typed_names
from dateline.extract.mentions.places.runs import all_capitalised, hyphenated, is_name, parts_of, runs, text_of
from dateline.extract.mentions.places.surroundings import Surroundings, around, type_noun
from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span
from dateline.resources.gazetteer import Feature, Gazetteer, Match

_PLACES = frozenset({"GPE", "LOC"})
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL", "LAW"})
_DOUBTED = frozenset({"PERSON", "NORP", "LANGUAGE"})
"""Labels that the tagger also gives to places it does not know; they need a place's preposition to be overruled."""
_ARTICLES = frozenset({"a", "an", "the"})
_WORDS_LIKE_ARTICLES = frozenset({"as", "at", "an"})
"""English words that open sentences and are Arabic articles elsewhere ("As Turkey said", "As Suwayda")."""
_OFFICES = frozenset({"department", "state", "district", "territory", "region", "division", "community"})
"""Type nouns that are parts of agencies too: "the Department of Justice" lies nowhere."""
_LONG_ENOUGH, _SPELT_ALIKE = 6, 0.8
"""Shorter names are alike by chance."""
LARGE = 100_000
"""A bare capitalised name that the tagger missed is taken for a city of at least this many people (read off muc4 tst1)."""


@dataclass(slots=True)
class _Reading:
    """One document being read: names of people in it, names settled as places, mentions so far."""

    document: Document
    gazetteer: Gazetteer
    people: frozenset[str]
    filed: list[Span]
    countries: frozenset[str]
    settled: dict[str, str] = field(default_factory=dict)
    out: list[Mention] = field(default_factory=list)


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the place mentions of a document, in text order. Mentions in a dateline have the rule `dateline`."""
    gazetteer = Gazetteer.open()
    reading = _Reading(document, gazetteer, _people(sentences), datelines(document), _countries(sentences, gazetteer))
    left: list[tuple[Sentence, int, int]] = []
    for sentence in sentences:
        taken = _tagged(reading, sentence)
        left += [(sentence, first, last) for first, last in _untagged(reading, sentence, taken)]
    for sentence, first, last in left:
        _again(reading, sentence, first, last)
    return sorted(reading.out, key=lambda m: (m.sentence, m.span))


def _people(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the last names of people named in full."""
    return frozenset(
        sentence.tokens[entity.last].text
        for sentence in sentences
        for entity in sentence.entities
        if entity.label == "PERSON" and entity.last > entity.first and is_name(sentence.tokens[entity.last])
    )


def _countries(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the countries that tagged names and demonyms point to without doubt."""
    out: set[str] = set()
    for sentence in sentences:
        for entity in sentence.entities:
            name = sentence.tokens[entity.last].text if entity.label == "NORP" else ""
            if entity.label == "GPE":
                known = gazetteer.lookup(" ".join(t.text for t in sentence.tokens[entity.first : entity.last + 1]))
                if known and len({m.record.country for m in known[:4]}) == 1:
                    out.add(known[0].record.country)
            elif name and (code := gazetteer.demonym(name)):
                out.add(code)
    return frozenset(out)


def _tagged(reading: _Reading, sentence: Sentence) -> set[int]:
    """Take up what the tagger calls a place; return the tokens used up."""
    taken = _filed(reading, sentence)
    taken |= _typed_names(reading, sentence, taken)
    whole = list(runs(sentence.tokens))
    for entity in sentence.entities:
        if entity.label in _PLACES:
            for first, last in _pieces(sentence.tokens, entity.first, entity.last):
                span = _widest(reading, sentence.tokens, whole, (first, last))
                if span is None or not taken.isdisjoint(range(span[0], span[1] + 1)):
                    continue
                if _believable(reading, sentence, *span):
                    _add(reading, sentence, span, f"ner:{entity.label}")
                    taken.update(range(span[0], span[1] + 1))
    return taken


def _widest(
    reading: _Reading, tokens: tuple[Token, ...], whole: list[tuple[int, int]], piece: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the run of names around a tagged piece if it is one name, else the name proper within the piece."""
    run = next((r for r in whole if r[0] <= piece[0] and piece[1] <= r[1]), None)
    if run is not None and run != piece and (_known(reading, tokens, *run) or _cut_short(reading, tokens, run, piece)):
        return run
    return _trimmed(reading, tokens, *piece)


def _cut_short(reading: _Reading, tokens: tuple[Token, ...], run: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Tell whether the tagger cut a name short before its type noun: "Ma'ar" of "Ma'ar Hita village"."""
    after = run[1] + 1
    follows = after < len(tokens) and tokens[after].text.islower() and tokens[after].lower in reading.gazetteer.words.types
    return run[0] == piece[0] and follows


def _filed(reading: _Reading, sentence: Sentence) -> set[int]:
    """Take up the known names in a dateline, whatever the tagger makes of its capitals."""
    taken: set[int] = set()
    for filed in reading.filed:
        if not filed.overlaps(sentence.span):
            continue
        inside = [t.i for t in sentence.tokens if filed.start <= t.start and t.end <= filed.end]
        for first, last in _pieces(sentence.tokens, inside[0], inside[-1]) if inside else ():
            if reading.gazetteer.lookup(text_of(reading.document, sentence.tokens, first, last)):
                _add(reading, sentence, (first, last), "dateline")
                taken.update(range(first, last + 1))
    return taken


def _typed_names(reading: _Reading, sentence: Sentence, filed: set[int]) -> set[int]:
    """Take up the names that a type noun makes places, whatever the tagger makes of them."""
    labels = {i: e.label for e in sentence.entities for i in range(e.first, e.last + 1)}
    taken: set[int] = set()
    for named in typed_names(sentence, reading.gazetteer.words):
        first, last = named.first, _typed_end(sentence, named, labels)
        if last < first or not filed.isdisjoint(range(first, last + 1)):
            continue
        name, known = text_of(reading.document, sentence.tokens, first, last), _known(reading, sentence.tokens, first, last)
        if _no_place(reading.gazetteer, name) or (known and _facility(known)):
            continue
        if not known and labels.get(first) in {"NORP", "LAW"}:
            continue
        own = around(sentence.tokens, first, last, reading.gazetteer.words)
        own.type, own.part = named.said.type, own.part or named.said.part
        own.relation, own.km = own.relation or named.said.relation, own.km or named.said.km
        _add(reading, sentence, (first, last), "type-list" if named.of > 1 else "type-noun", own.key)
        taken.update(range(first, last + 1))
    return taken


def _typed_end(sentence: Sentence, named: Named, labels: dict[int, str]) -> int:
    """Return where such a name ends: before a date, and where the tagger ends a place that begins there."""
    for entity in sentence.entities:
        if entity.label in _PLACES and entity.first == named.first and entity.last < named.last:
            follows = sentence.tokens[entity.last + 1]
            if follows.text[0].isalpha() and is_name(follows):
                return entity.last
    return next((j - 1 for j in range(named.first, named.last + 1) if labels.get(j) in _NO_NAMES), named.last)


def _pieces(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Split at commas: "Raleigh, N.C." is two names."""
    start = first
    for j in range(first, last + 2):
        if j > last or tokens[j].text in {",", ";", "/", "(", ")"}:
            if j > start:
                yield start, j - 1
            start = j + 1


def _trimmed(reading: _Reading, tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int] | None:
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
    if wide != (first, last) and (_known(reading, tokens, *wide) or not _known(reading, tokens, first, last)):
        first, last = wide
    while first < last and tokens[first].lower in _ARTICLES and not _known(reading, tokens, first, last):
        first += 1
    if first == 0 and first < last and tokens[0].lower in _WORDS_LIKE_ARTICLES and _known(reading, tokens, 1, last):
        first = 1
    named = tokens[first].text[0].isupper() and tokens[first].text[-1] != "." and not tokens[first].text.isupper()
    while first < last and tokens[first].lower in words.parts and not _known(reading, tokens, first, last):
        first += 1
        while first < last and not tokens[first].text[0].isalnum():
            first += 1
        if named and not _known(reading, tokens, first, last):
            # "North Press" is no part of a place called Press.
            return None
    if first < last and tokens[first].lower in words.titles and tokens[first].text != "Saint":
        return None
    return first, last


def _lower_noun(token: Token) -> bool:
    return token.text.islower() and token.pos in {"NOUN", "ADJ", "PART", "CCONJ", "VERB", "ADV", "ADP"}


def _known(reading: _Reading, tokens: tuple[Token, ...], first: int, last: int) -> tuple[Match, ...]:
    name = text_of(reading.document, tokens, first, last)
    if name.replace(".", "").isupper() and len(name) <= 5:
        return tuple(m for m in reading.gazetteer.lookup(name) if reading.gazetteer.is_acronym(name))
    return reading.gazetteer.lookup(name)


def _believable(reading: _Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether what the tagger calls a place can be one."""
    tokens, gazetteer = sentence.tokens, reading.gazetteer
    name = text_of(reading.document, tokens, first, last)
    if _no_place(gazetteer, name) or not any(is_name(t) for t in tokens[first : last + 1]):
        return False
    cue = around(tokens, first, last, gazetteer.words).cue
    if name in reading.people and cue < 2:
        return False
    if first == last and tokens[first].lower in gazetteer.words.types and first and is_name(tokens[first - 1]):
        # The tail of a name that the tagger cut: "Zamora Canton".
        return False
    if all(gazetteer.demonym(t.text) or t.lower in gazetteer.words.types for t in tokens[first : last + 1]):
        return False
    if any(e.label == "PERSON" and e.first == last + 1 for e in sentence.entities):
        return False
    if known := _known(reading, tokens, first, last):
        return not _facility(known)
    if name.replace(".", "").isupper() and len(name) <= 5 and not name.endswith("."):
        return _postal(sentence, first, last)
    if tokens[last].lower in gazetteer.words.facilities:
        return False
    return cue > 1 or _next_to_place(sentence, first, last) or (cue > 0 and bool(gazetteer.alike(name)))


def _postal(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether it is a state's two letters after a town: "Salem, OR"."""
    tokens = sentence.tokens
    return (
        first == last
        and len(tokens[first].text) == 2
        and first >= 2
        and tokens[first - 1].text == ","
        and tokens[first - 2].pos == "PROPN"
    )


def _facility(known: tuple[Match, ...]) -> bool:
    """Tell whether a name means facilities only; they are another finder's."""
    return all(m.record.feature is Feature.FACILITY for m in known)


def _no_place(gazetteer: Gazetteer, name: str) -> bool:
    """Tell peoples ("Syrian"), bare directions ("the South"), adjectives ("National") and institutions from names."""
    words, lower = gazetteer.words, name.lower()
    if gazetteer.is_acronym(name):
        return False
    return gazetteer.demonym(name) is not None or lower in words.parts or lower in words.adjectives or lower in words.no_places


def _next_to_place(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether another tagged place follows after a comma ("X, Iraq") or stands before one."""
    starts = {e.first for e in sentence.entities if e.label in _PLACES}
    ends = {e.last for e in sentence.entities if e.label in _PLACES}
    tokens = sentence.tokens
    after = last + 2 < len(tokens) and tokens[last + 1].text == "," and last + 2 in starts
    return after or (first >= 2 and tokens[first - 1].text == "," and first - 2 in ends)


def _untagged(reading: _Reading, sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
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
                    _add(reading, sentence, piece, rule)
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


def _readings(reading: _Reading, tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the run as one name if the gazetteer knows it, else its pieces without direction words."""
    pieces = [(first, last)] if _known(reading, tokens, first, last) else list(parts_of(tokens, first, last))
    words = reading.gazetteer.words
    for start, end in pieces:
        while end > start and tokens[end].lower in words.types:
            end -= 1
        while start < end and tokens[start].lower in words.parts and not _known(reading, tokens, start, end):
            start += 1
        while start < end and not tokens[start].text[0].isalnum():
            start += 1
        yield start, end


def _judge(
    reading: _Reading, sentence: Sentence, piece: tuple[int, int], labels: dict[int, tuple[str, int, int]], taken: set[int]
) -> str:
    """Return the rule by which an untagged run is a place, or nothing."""
    first, last = piece
    tokens, gazetteer = sentence.tokens, reading.gazetteer
    label, start, end = labels.get(first, ("", first, last))
    name = text_of(reading.document, tokens, first, last)
    if label in _NO_NAMES or _no_place(gazetteer, name) or not any(t.pos == "PROPN" for t in tokens[first : last + 1]):
        return ""
    if (
        (start, end) != (first, last)
        and label in {"ORG", "PERSON", "WORK_OF_ART", "EVENT"}
        and not _only_type_left(tokens, piece, (start, end), reading)
    ):
        return ""
    if first and tokens[first - 1].lower.rstrip(".") in gazetteer.words.titles:
        return ""
    found = around(tokens, first, last, gazetteer.words)
    if label != "PERSON" and _postal(sentence, first, last) and gazetteer.subdivision(f"US-{name}"):
        return "postal"
    known = _known(reading, tokens, first, last) or (found.cue > 1 and _spelt_otherwise(reading, name)) or ()
    possessed = last + 1 < len(tokens) and tokens[last + 1].lower in {"'s", "’s"}
    if found.cue == 3 and _typed(found, known) and (label != "PERSON" or known or "city" in gazetteer.words.types[found.type]):
        return "type-noun"
    if not known or _facility(known):
        return ""
    if not _plausible(reading, known):
        return ""
    cue = found.cue
    if first >= 2 and tokens[first - 1].lower in {",", "and", "or"} and first - 2 in taken:
        # Another of several places.
        cue = 2
    if label in _DOUBTED or name in reading.people:
        sure = cue >= 2 or (cue == 1 and _weighty(known) and name not in reading.people)
        return "gazetteer" if sure and not possessed else ""
    if cue >= 2 or (_next_to_place(sentence, first, last) and cue > 0):
        return "gazetteer"
    return "gazetteer" if first and _weighty(known) else ""


def _spelt_otherwise(reading: _Reading, name: str) -> tuple[Match, ...]:
    """Return the towns of the countries that the text is about whose names differ in spelling alone."""
    if not reading.countries or len(name) < _LONG_ENOUGH:
        return ()
    return tuple(m for m in reading.gazetteer.alike(name) if m.score >= _SPELT_ALIKE and m.record.country in reading.countries)


def _plausible(reading: _Reading, known: tuple[Match, ...]) -> bool:
    """Tell whether a name the tagger did not take for a place can mean one here: in a country the text is about, or large."""
    if _weighty(known) and known[0].record.feature is not Feature.ADMIN1:
        return True
    return not reading.countries or any(not m.record.country or m.record.country in reading.countries for m in known)


def _typed(found: Surroundings, known: tuple[Match, ...]) -> bool:
    """Tell whether the type noun beside a name is enough to make it a place."""
    if found.type in _OFFICES:
        return any(m.record.feature in (Feature.ADMIN1, Feature.ADMIN2) for m in known)
    return found.type not in {"", "capital", "port", "country", "area", "street", "square", "sea"}


def _only_type_left(tokens: tuple[Token, ...], piece: tuple[int, int], whole: tuple[int, int], reading: _Reading) -> bool:
    """Tell whether a tagged name has nothing beside the piece but a type noun, an article or a possessive."""
    rest = [tokens[j] for j in range(whole[0], whole[1] + 1) if not piece[0] <= j <= piece[1]]
    words = reading.gazetteer.words
    return all(t.lower in words.types or t.lower in {"the", "of", "'s", "’s", "-"} or t.lower in words.parts for t in rest)


def _weighty(known: tuple[Match, ...]) -> bool:
    if known[0].record.feature in (Feature.COUNTRY, Feature.REGION):
        return True
    return any(
        m.primary and m.score == 1.0 and m.record.population >= LARGE and m.record.feature in (Feature.CITY, Feature.ADMIN1)
        for m in known[:3]
    )


def _in_headline(reading: _Reading, sentence: Sentence, first: int, last: int) -> None:
    """Take known names out of a headline's run of capitals, longest first."""
    people = {i for e in sentence.entities if e.label in {"PERSON", "NORP"} for i in range(e.first, e.last + 1)}
    at = first
    while at <= last:
        for end in range(min(last, at + 3), at - 1, -1):
            if at in people or end in people or not any(t.pos == "PROPN" for t in sentence.tokens[at : end + 1]):
                continue
            known = _known(reading, sentence.tokens, at, end)
            name = text_of(reading.document, sentence.tokens, at, end)
            found = around(sentence.tokens, at, end, reading.gazetteer.words)
            cue = found.cue if found.cue < 3 or _typed(found, known) else 0
            if (
                known
                and not _facility(known)
                and not _no_place(reading.gazetteer, name)
                and _plausible(reading, known)
                and (_weighty(known) or (cue >= 2 and known[0].primary))
            ):
                _add(reading, sentence, (at, end), "headline")
                at = end
                break
        at += 1


def _again(reading: _Reading, sentence: Sentence, first: int, last: int) -> None:
    """Take a name for a place if the same name was one elsewhere in the document and is nobody's."""
    name = text_of(reading.document, sentence.tokens, first, last)
    inside = [e for e in sentence.entities if e.first <= first and last <= e.last]
    part_of_other = any(e.label in _NO_NAMES or (e.first, e.last) != (first, last) for e in inside)
    titled = first and sentence.tokens[first - 1].lower.rstrip(".") in reading.gazetteer.words.titles
    if (
        name in reading.settled
        and _known(reading, sentence.tokens, first, last)
        and name not in reading.people
        and not part_of_other
        and not titled
    ):
        _add(reading, sentence, (first, last), "seen")


def _add(reading: _Reading, sentence: Sentence, piece: tuple[int, int], rule: str, key: str | None = None) -> None:
    first, last = piece
    tokens = sentence.tokens
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
    reading.out.append(Mention(MentionKind.PLACE, span, sentence.index, head, span.of(reading.document.text), rule, key))
