"""Names that no rule settles, weighed: a town's within an organisation's ("Salem City Council"), one that the tagger missed.

A regression over what stands around a known name and what the gazetteer knows by it tells how likely it is a place's; `python -m
training.place_names` trains it and says on what.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from dateline.extract.mentions.places.reading import Reading, facilities_only, known_as, on_a_street
from dateline.extract.mentions.places.runs import all_capitalised, is_name, runs, text_of
from dateline.extract.mentions.places.surroundings import around
from dateline.model.parse import Sentence, Token
from dateline.resources.gazetteer import Match
from dateline.resources.weigher import PLACE_NAMES, left_out, load_weigher

_WEIGHTS: ContextVar[Path] = ContextVar("_WEIGHTS", default=PLACE_NAMES)
ENOUGH = 0.5
"""Of names within names, more than half are to be right."""
SURE = 0.7
"""A name that stands by itself may become the place of an event."""
_LONGEST = 4
_BEFORE = frozenset({"compound", "amod", "nmod"})
_COUNTED = (500, 5_000, 50_000, 500_000)
"""Populations at which a name gets better known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known name that no rule took for a place's: its tokens and what the gazetteer knows by it."""

    first: int
    last: int
    known: tuple[Match, ...]
    within: bool
    """Whether it is part of a longer name or stands before a noun: what it tells is whose or where from something is."""


def candidates(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Candidate]:
    """Yield the known names that stand in runs of capitals, without the tokens taken."""
    tokens = sentence.tokens
    for first, last in runs(tokens):
        for start in range(first, last + 1):
            if not is_name(tokens[start]) or start in taken or on_a_street(sentence, start):
                continue
            for end in range(min(last, start + _LONGEST - 1), start - 1, -1):
                if not is_name(tokens[end]) or not taken.isdisjoint(range(start, end + 1)):
                    continue
                known = known_as(reading, tokens, start, end)
                if known and facilities_only(known):
                    continue
                if known or text_of(reading.document, tokens, start, end) in reading.settled:
                    within = (first, last) != (start, end) or _modifies(sentence, start, end)
                    yield Candidate(start, end, known, within)


def _modifies(sentence: Sentence, first: int, last: int) -> bool:
    head = _head(sentence, first, last)
    return head.dep in _BEFORE and head.head > last


def _head(sentence: Sentence, first: int, last: int) -> Token:
    inside = sentence.tokens[first : last + 1]
    return next((t for t in reversed(inside) if not first <= t.head <= last), inside[-1])


def features(reading: Reading, sentence: Sentence, candidate: Candidate) -> list[str]:
    """Return what is known of a candidate, by name."""
    tokens, words = sentence.tokens, reading.gazetteer.words
    first, last = candidate.first, candidate.last
    name = text_of(reading.document, tokens, first, last)
    found = [*_labels(sentence, first, last), *_gazetteer(reading, candidate)]
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    before = tokens[first - 1] if first else None
    next_word = after.lower if after is not None else ""
    name_goes_on = after is not None and after.text[0].isupper()
    found.append(f"next={next_word}" if name_goes_on or not next_word.isalpha() else f"then={next_word}")
    found.append(f"next_is={_shape(next_word, name_goes_on, reading)}")
    found.append(f"before={before.lower}" if before is not None else "opens")
    if before is not None:
        found.append(f"before_is={_shape(before.lower, before.text[0].isupper(), reading)}")
    found.append(f"dep={_head(sentence, first, last).dep}")
    found.append(f"cue={around(tokens, first, last, words).cue}")
    found.append(f"words={last - first + 1},{candidate.within}")
    found += [
        flag
        for flag, holds in (
            ("settled", name in reading.settled),
            ("somebody", name in reading.people),
            ("headline", all_capitalised(sentence)),
            ("capitals", name.isupper() and len(name) > 1),
            ("type", tokens[last].lower in words.types),
            ("no_place", name.lower() in words.no_places),
        )
        if holds
    ]
    return found


def _labels(sentence: Sentence, first: int, last: int) -> list[str]:
    """Return the tagger's labels with where in its stretch the name stands."""
    out = []
    for entity in sentence.entities:
        if entity.first <= last and first <= entity.last:
            opens, closes = entity.first >= first - (sentence.tokens[entity.first].lower == "the"), entity.last <= last
            where = "whole" if opens and closes else "opens" if opens else "closes" if closes else "middle"
            out.append(f"label={entity.label}:{where}")
    return out or ["label=none"]


def _gazetteer(reading: Reading, candidate: Candidate) -> Iterator[str]:
    if not candidate.known:
        yield "unknown"
        return
    best = candidate.known[0].record
    most = max((m.record.population for m in candidate.known if m.primary), default=0)
    yield f"feature={best.feature.value}"
    yield f"size={sum(most >= count for count in _COUNTED)},{candidate.last > candidate.first}"
    yield f"readings={min(len(candidate.known), 4)}"
    if any(m.record.country in reading.placed for m in candidate.known):
        yield "at_home"


def _shape(word: str, capital: bool, reading: Reading) -> str:
    words = reading.gazetteer.words
    kinds = (("title", words.titles), ("facility", words.facilities), ("type", words.types), ("part", words.parts))
    kind = next((kind for kind, members in kinds if word.rstrip(".") in members), "word" if word.isalpha() else "sign")
    return f"{kind},{capital}"


@contextmanager
def without(corpus: str) -> Iterator[None]:
    """Weigh by what was learned without a corpus, for measuring on it; by all of it if nothing was."""
    weights = left_out(PLACE_NAMES, corpus)
    token = _WEIGHTS.set(weights if weights.is_file() else PLACE_NAMES)
    try:
        yield
    finally:
        _WEIGHTS.reset(token)


def weighed(reading: Reading, sentence: Sentence, taken: set[int]) -> list[Candidate]:
    """Return the likely names of places in a sentence, the likeliest of those that overlap."""
    weigher = load_weigher(_WEIGHTS.get())
    if weigher is None:
        return []
    scored = [(weigher.probability(features(reading, sentence, c)), c) for c in candidates(reading, sentence, taken)]
    out: list[Candidate] = []
    for probability, c in sorted(scored, key=lambda pair: (-pair[0], pair[1].first - pair[1].last)):
        enough = probability >= (ENOUGH if c.within else SURE)
        if enough and not any(c.first <= other.last and other.first <= c.last for other in out):
            out.append(c)
    return out
