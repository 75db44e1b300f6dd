"""Deeds: the words of a report by which it tells an event or what came of one, each with the claims made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.jobs.link import published
from dateline.link import Source, chronology
from dateline.model.claim import Claim, Coded
from dateline.model.event import Outcome
from dateline.model.layer import EVENTS, MENTIONS, SENTENCES, AnnotatedDocument
from dateline.model.parse import Token
from dateline.model.span import Span
from dateline.resources.frames import Frame, load_frames


@dataclass(frozen=True, slots=True)
class Deed:
    """A word that tells an event, or a result that is told with one ("attacked the post, *killing* two")."""

    word: Span
    """The word itself, as a token of the report."""
    types: frozenset[str]
    """The codebook type that the word tells; none if it tells a result of an event only, whatever its type."""
    outcomes: frozenset[Outcome]
    """What befell people or things by the word itself."""
    claims: tuple[Claim, ...]
    """All claims of the event."""


class Heads:
    """The head word of any stretch of a report."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        """Index the tokens and mentions of `annotated`."""
        self._sentences = annotated[SENTENCES]
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._known = {m.span: self._sentences[m.sentence].tokens[m.head].span for m in annotated[MENTIONS]}

    def of(self, span: Span) -> Span:
        """Return the head word of a stretch; the stretch itself where nothing was parsed."""
        if span in self._known:
            return self._known[span]
        n = bisect_right(self._starts, span.start) - 1
        if n < 0 or not self._sentences[n].tokens_in(span):
            return span
        return self._sentences[n].head_of(span).span


def deeds(annotated: AnnotatedDocument, coded: Coded) -> Iterator[Deed]:
    """Yield the deeds of a report. A mention has the type of its entry, where it is in one, as in what `run` lists."""
    listed = types_of_entries(annotated, coded)
    records = {record.id: record for record in coded.events}
    by_name = load_frames().by_name
    for event in annotated[EVENTS]:
        record = records.get(event.id(coded.text_id))
        if record is None:
            continue
        tokens = annotated[SENTENCES][event.sentence].tokens
        pattern = by_name.get(event.rule.partition("; ")[0])
        frame, type = pattern.frame if pattern else None, listed.get(record.id, event.type)
        yield _deed(tokens[event.head], frame, type, record.claims)
        for word, name in event.results:
            result = by_name[name].frame
            yield _deed(tokens[word], result, result.type, record.claims)


def _deed(token: Token, frame: Frame | None, type: str, claims: tuple[Claim, ...]) -> Deed:
    if frame is None:
        return Deed(token.span, frozenset({type}), frozenset(), claims)
    outcomes = frozenset(outcome for outcome in (frame.outcome, frame.agent_outcome) if outcome is not None)
    # "killed" and "wounded" tell a result and leave open of what
    types = frozenset() if frame.generic and outcomes else frozenset({type})
    return Deed(token.span, types, outcomes, claims)


def types_of_entries(annotated: AnnotatedDocument, coded: Coded) -> Mapping[str, str]:
    """Return the types of the entries that a run over the report alone makes, by the ids of their event mentions."""
    document = annotated.document
    source = Source(document.text, document.capture.outlet, published(coded.publication))
    entries, _ = chronology(coded.events, {document.id: source})
    return {id: entry.type for entry in entries for id in entry.events}
