"""Tagged: who says, thinks or wants what where the encoder reads it and no rule does.

What a verb of saying reports is said like any other; beliefs, plans and attitudes ("hopes", "backed", "is expected") are kept
apart (`Attribution.asserts`): nobody tells by them that something happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.context import SentenceContext
from dateline.extract.speech.speakers import can_speak, speaker
from dateline.model.event import Attribution, Certainty
from dateline.model.parse import Token
from dateline.model.reading import Reading, Relation, Tag, Word
from dateline.model.span import Span

RULE = "tagged"
FLOOR = 0.5
"""Words likelier part of a source, cue or content than not. The probabilities are calibrated on texts held out from training
(`make train`), so that nothing else sets it."""
_REACH = 2
"""Sentences between a cue and its source or its content at most."""
_OPEN = frozenset({"not", "n't", "no", "never", "to", "if", "would", "could", "might", "should", "can", "may", "must", "will"})
"""Words in a cue that leave open whether anything is said."""
_NOBODY = frozenset({"no", "neither", "nobody", "none", "few"})


@dataclass(frozen=True, slots=True)
class _Run:
    """Words [first, last] of one sentence, by their indices."""

    sentence: int
    first: int
    last: int

    def words(self) -> list[Word]:
        return [(self.sentence, i) for i in range(self.first, self.last + 1)]


def tagged(
    contexts: Sequence[SentenceContext], readings: Sequence[Reading], found: Sequence[Attribution], text: str
) -> Iterator[Attribution]:
    """Yield what the encoder reads beyond what was `found`, one attribution for each run of content."""
    cues = _runs(readings, Tag.CUE)
    if not cues:
        return
    sources, contents = _runs(readings, Tag.SOURCE), _by_cue(readings, cues)
    have: dict[Span, list[Span]] = {}
    told: dict[int, list[tuple[str, Attribution]]] = {}
    for a in found:
        for s in a.chain:
            have.setdefault(s.span, []).append(a.content)
            told.setdefault(a.sentence, []).append((s.cue.lower(), a))
    for cue in cues:
        source = _source(readings, cue, sources)
        if source is None:
            continue
        context = contexts[cue.sentence]
        words = context.sentence.tokens[cue.first : cue.last + 1]
        spans = [_span(contexts, run) for run in contents.get(cue, ())]
        if any(cued in {w.lower for w in words} for cued, _ in told.get(cue.sentence, ())):
            continue
        named = _span(contexts, source)[0]
        if any(named.overlaps(held) and any(c.overlaps(span) for c in have[held] for span, _ in spans) for held in have):
            continue
        at = contexts[source.sentence]
        head = _named(at, named)
        said = speaker(at, head, " ".join(w.text for w in words), text)
        certainty = (
            _says(context, words) if can_speak(at, head) and at.sentence.tokens[source.first].lower not in _NOBODY else None
        )
        for span, run in spans:
            yield Attribution(span, run.sentence, (said,), certainty or Certainty.STATED, RULE, certainty is not None)


def _named(context: SentenceContext, span: Span) -> int:
    """Return the token that names a source: of "who" and "which", what they stand for."""
    head = context.sentence.head_of(span)
    above = context.sentence.tokens[head.head]
    return above.head if head.lower in ("who", "which", "that") and above.dep == "relcl" else head.i


def _runs(readings: Sequence[Reading], tag: Tag) -> list[_Run]:
    return [_Run(n, f.first, f.last) for n, reading in enumerate(readings) for f in reading.found(tag, FLOOR)]


def _span(contexts: Sequence[SentenceContext], run: _Run) -> tuple[Span, _Run]:
    tokens = contexts[run.sentence].sentence.tokens
    return Span(tokens[run.first].start, tokens[run.last].end), run


def _source(readings: Sequence[Reading], cue: _Run, sources: Sequence[_Run]) -> _Run | None:
    """Return the source that a cue's last word points at, none where it likelier has none."""
    near = _near(sources, cue)
    choice = readings[cue.sentence].pairs.choose(Relation.SOURCE, cue.words()[-1], [run.words() for run in near])
    return near[choice.best] if choice.best is not None else None


def _by_cue(readings: Sequence[Reading], cues: Sequence[_Run]) -> dict[_Run, list[_Run]]:
    """Return the contents of each cue: first, middle and last word of a content point at it."""
    out: dict[_Run, list[_Run]] = {}
    for content in _runs(readings, Tag.CONTENT):
        near = _near(cues, content)
        words = content.words()
        sums = [0.0] * len(near)
        for word in dict.fromkeys((words[0], words[len(words) // 2], words[-1])) if near else ():
            choice = readings[content.sentence].pairs.choose(Relation.CUE, word, [run.words() for run in near])
            sums = [one + other for one, other in zip(sums, choice.candidates, strict=True)]
        if near:
            out.setdefault(near[max(range(len(near)), key=sums.__getitem__)], []).append(content)
    return out


def _near(runs: Sequence[_Run], to: _Run) -> list[_Run]:
    return [run for run in runs if abs(run.sentence - to.sentence) <= _REACH]


def _says(context: SentenceContext, cue: Sequence[Token]) -> Certainty | None:
    """Return how a cue that reports what happened puts it, none where it only tells what somebody thinks or wants."""
    cues = context.frames.speech
    if any(w.lower in _OPEN for w in cue):
        return None
    for word in cue:
        certainty = (cues["tells"] if word.pos in ("VERB", "AUX") else cues["phrases"]).get(word.lemma.lower())
        if certainty is not None and not any(c.dep == "neg" for c in context.sentence.children(word.i)):
            return Certainty(certainty)
    return None
