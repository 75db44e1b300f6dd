"""Events and their arguments in news on bombings and the like (WikiEvents), and around one marked word each (RAMS).

An event is right if one of our words that tell it stands in gold's trigger and the kinds agree by the tables in `_kairos`; an
argument is right if it is one of a right event, plays the role, and its head word is that of gold's mention, or, for
`argument_coref_f1`, of any mention of the same entity. Only kinds and roles that have a counterpart of ours are scored. In RAMS
one event a document is marked and the others are not, so that only what we say of the marked word counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, prf, totals, with_intervals
from dateline.evaluate.suite import Miss, Score, Suite
from dateline.evaluate.suites._alignment import Alignment
from dateline.evaluate.suites._deeds import Deed, Heads, deeds
from dateline.evaluate.suites._kairos import Row, rows_of
from dateline.evaluate.suites._kairos_gold import GoldArgument, GoldDocument, Tokens, read_gold
from dateline.model.claim import Claim, JsonValue
from dateline.model.layer import SENTENCES
from dateline.model.span import Span

_ALL = ("type", "trigger", "head", "coref", "matched")
_PARTS = ("right", "ours", "gold")


@dataclass(frozen=True, slots=True)
class Argument:
    """A head word of ours and the roles that it can play, by row."""

    word: Span
    roles: Mapping[Row, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Event:
    """A word of ours that tells an event, the rows of the table that it can be, and its arguments."""

    word: Span
    rows: tuple[Row, ...]
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What we say of a document, and where gold's tokens stand in our text."""

    text: str
    events: tuple[Event, ...]
    tokens: tuple[Span | None, ...]
    heads: Heads | None
    roots: tuple[Span, ...]
    """The main verb of each sentence, for the baseline."""

    def where(self, tokens: Tokens) -> Span | None:
        """Return where a run of gold's tokens stands in our text."""
        there = [span for span in self.tokens[tokens.start : tokens.end] if span is not None]
        return there[0].cover(there[-1]) if there else None

    def head(self, tokens: Tokens) -> Span | None:
        """Return the head word of a run of gold's tokens."""
        span = self.where(tokens)
        return self.heads.of(span) if span is not None and self.heads is not None else span


NOTHING = Found("", (), (), None, ())


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split."""
    gold = read_gold(folder, split)
    by_id = {document.id: document for document in gold}
    ours = {}
    for report, annotated, coded in coder.claims([Report(document.id, document.text) for document in gold]):
        document, heads = by_id[report.id], Heads(annotated)
        tokens = tuple(Alignment(annotated.document.text).spans(document.tokens))
        roots = tuple(sentence.root.span for sentence in annotated[SENTENCES])
        found = tuple(events(deeds(annotated, coded), document.table, heads))
        ours[report.id] = Found(annotated.document.text, found, tokens, heads, roots)
    return scored(gold, ours)


def events(told: Iterable[Deed], table: Sequence[Row], heads: Heads) -> Iterator[Event]:
    """Yield the events that deeds are by a table, one a word and set of rows, in the order of the text."""
    by_word: dict[tuple[Span, tuple[Row, ...]], list[Deed]] = defaultdict(list)
    for deed in told:
        rows = rows_of(deed, table)
        if rows:
            by_word[deed.word, rows].append(deed)
    for (word, rows), same in sorted(by_word.items(), key=lambda item: item[0][0]):
        yield Event(word, rows, tuple(_arguments([claim for deed in same for claim in deed.claims], rows, word, heads)))


def _arguments(claims: Sequence[Claim], rows: Sequence[Row], word: Span, heads: Heads) -> Iterator[Argument]:
    """Yield the words that play roles by the claims. Whom one thing befell is no argument of what befell others."""
    fields: dict[Span, set[str]] = defaultdict(set)
    for claim in claims:
        fields[heads.of(claim.evidence.span)].add(claim.field)
    for head, told in sorted(fields.items()):
        outcomes = {name for name in told if name.startswith("quantity:")}
        roles = {row: frozenset(_played(row, told, outcomes)) for row in rows}
        if head != word and any(roles.values()):
            yield Argument(head, {row: played for row, played in roles.items() if played})


def _played(row: Row, told: set[str], outcomes: set[str]) -> Iterator[str]:
    for role, accepted in row.roles.items():
        if any(name in told for name in accepted) and ("participant:victim" not in accepted or outcomes <= set(accepted)):
            yield role


def scored(gold: Sequence[GoldDocument], ours: Mapping[str, Found]) -> Score:
    """Return the figures of our events, by document."""
    pairs = [(document, ours.get(document.id, NOTHING)) for document in gold]
    counts = [counted(document, found) for document, found in pairs]
    metrics, intervals = with_intervals(counts, figures)
    with_coreference = all(document.coreference for document in gold)
    if not with_coreference:
        metrics = {name: value for name, value in metrics.items() if "coref" not in name}
        intervals = {name: value for name, value in intervals.items() if name in metrics}
    attack = figures(totals([counted(document, every_root(document, found)) for document, found in pairs]))
    return Score(
        len(gold),
        int(totals(counts)["type.gold"]),
        metrics,
        intervals,
        {"type_f1/an attack at every main verb": attack["type_f1"], "trigger_f1/every main verb": attack["trigger_f1"]},
        tuple(miss for document, found in pairs for miss in misses(document, found)),
        tuple(prediction(document, found) for document, found in pairs),
    )


def every_root(document: GoldDocument, found: Found) -> Found:
    """Return a baseline: the main verb of every sentence, be it what it may, tells an attack and has no arguments."""
    rows = tuple(row for row in document.table if any(kind.startswith("conflict.attack") for kind in row.gold))
    attacks = tuple(Event(root, rows, ()) for root in found.roots)
    return Found(found.text, attacks, found.tokens, found.heads, found.roots)


def figures(sums: Counts) -> dict[str, float]:
    """Return F, precision and recall out of the sums over documents."""
    names = {"type": "type", "trigger": "trigger", "head": "argument_head", "coref": "argument_coref", "matched": "argument_head"}
    out: dict[str, float] = {}
    for name in _ALL:
        right, ours, theirs = (sums.get(f"{name}.{part}", 0.0) for part in _PARTS)
        precision, recall, f = prf(right, ours, right, theirs)
        if name == "matched":
            # of the events that both have: comparable to figures of systems that are handed gold's triggers
            out["argument_head_f1.events_found"] = f
        else:
            out |= {f"{names[name]}_f1": f, f"{names[name]}_p": precision, f"{names[name]}_r": recall}
    return out


def counted(document: GoldDocument, found: Found) -> Counts:
    """Return what a document adds to each sum."""
    sums: dict[str, float] = {f"{name}.{part}": 0.0 for name in _ALL for part in _PARTS}
    mine = candidates(document, found)
    pairs = paired(document, found, mine)
    sums["type.ours"] = sums["trigger.ours"] = float(len(mine))
    sums["type.gold"] = sums["trigger.gold"] = float(len(document.events))
    sums["type.right"] = float(len(pairs))
    sums["trigger.right"] = float(len(_matching_words(document, found, mine)))
    sums["head.ours"] = sums["coref.ours"] = float(sum(len(event.arguments) for event in mine))
    sums["head.gold"] = sums["coref.gold"] = float(sum(len(event.arguments) for event in document.events))
    for n, m in pairs.items():
        event, theirs = mine[m], document.events[n]
        heads, corefs = right_arguments(found, event, theirs.row, theirs.arguments)
        sums["head.right"] += heads
        sums["coref.right"] += corefs
        sums["matched.right"] += heads
        sums["matched.ours"] += sum(theirs.row in argument.roles for argument in event.arguments)
        sums["matched.gold"] += len(theirs.arguments)
    return sums


def candidates(document: GoldDocument, found: Found) -> list[Event]:
    """Return the events of ours that count: all, or those of the marked words where gold marks no others."""
    if document.complete:
        return list(found.events)
    marked = [span for span in map(found.where, document.marked) if span is not None]
    return [event for event in found.events if any(span.overlaps(event.word) for span in marked)]


def paired(document: GoldDocument, found: Found, mine: Sequence[Event]) -> dict[int, int]:
    """Return, for each event of gold that is found, which of ours it is: same word, a kind that fits, each used once."""
    out: dict[int, int] = {}
    for n, event in enumerate(document.events):
        span = found.where(event.trigger)
        for m, ours in enumerate(mine):
            if span is not None and m not in out.values() and ours.word.overlaps(span) and event.row in ours.rows:
                out[n] = m
                break
    return out


def _matching_words(document: GoldDocument, found: Found, mine: Sequence[Event]) -> set[int]:
    taken: set[int] = set()
    for event in document.events:
        span = found.where(event.trigger)
        fits = (m for m, ours in enumerate(mine) if span is not None and m not in taken and ours.word.overlaps(span))
        taken.update(m for m in [next(fits, None)] if m is not None)
    return taken


def right_arguments(found: Found, event: Event, row: Row, theirs: Sequence[GoldArgument]) -> tuple[int, int]:
    """Return how many of gold's arguments are found by their own head word, and how many by that of any mention of them."""
    return _filled(found, event, row, theirs, False), _filled(found, event, row, theirs, True)


def _filled(found: Found, event: Event, row: Row, theirs: Sequence[GoldArgument], any_mention: bool) -> int:
    taken: set[int] = set()
    for argument in theirs:
        mentions = argument.mentions if any_mention else argument.mentions[:1]
        heads = {found.head(mention) for mention in mentions}
        for m, ours in enumerate(event.arguments):
            if m not in taken and argument.role in ours.roles.get(row, ()) and ours.word in heads:
                taken.add(m)
                break
    return len(taken)


def misses(document: GoldDocument, found: Found) -> Iterator[Miss]:
    """Yield each event and argument that only one side has."""
    mine = candidates(document, found)
    pairs = paired(document, found, mine)
    for n, event in enumerate(document.events):
        span = found.where(event.trigger)
        if n not in pairs:
            told = [kind for ours in mine if span and ours.word.overlaps(span) for row in ours.rows for kind in row.gold]
            yield Miss(document.id, "event: missing", f"{event.kind}: {event.words}", " / ".join(told), _around(found, span))
            continue
        ours = mine[pairs[n]]
        filled = [(sorted(a.roles[event.row]), a.word.of(found.text)) for a in ours.arguments if event.row in a.roles]
        if filled or event.arguments:
            wanted = "; ".join(f"{a.role}: {a.words}" for a in event.arguments)
            given = "; ".join(f"{'/'.join(roles)}: {word}" for roles, word in filled)
            if wanted != given:
                yield Miss(document.id, f"arguments of {event.words}", wanted, given, _around(found, span))
    for m, ours in enumerate(mine):
        if m not in pairs.values():
            kinds = " / ".join(kind for row in ours.rows for kind in row.gold)
            yield Miss(document.id, "event: not so", "", f"{kinds}: {ours.word.of(found.text)}", _around(found, ours.word))


def _around(found: Found, span: Span | None) -> str:
    return found.text[max(0, span.start - 100) : span.end + 100] if span is not None else ""


def prediction(document: GoldDocument, found: Found) -> JsonValue:
    """Return our events of a document, with offsets into our text."""
    return {
        "doc_id": document.id,
        "events": [
            {
                "types": [kind for row in event.rows for kind in row.gold],
                "trigger": {"text": event.word.of(found.text), "start": event.word.start, "end": event.word.end},
                "arguments": [
                    {
                        "roles": [*sorted({role for played in argument.roles.values() for role in played})],
                        "text": argument.word.of(found.text),
                        "start": argument.word.start,
                        "end": argument.word.end,
                    }
                    for argument in event.arguments
                ],
            }
            for event in candidates(document, found)
        ],
    }


SUITE = Suite(
    name="wikievents",
    about="events and their arguments in news on attacks, over the kinds that have a counterpart in the codebook",
    splits=("dev", "rams_dev"),
    score=score,
    main=("type_f1", "argument_head_f1", "argument_coref_f1"),
)
