"""What police did in Gujarat in 2002 (IndiaPoliceEvents): sentences of lower-cased news, labelled by kind of action.

A sentence is flagged with a kind if it tells, by the table below, an event of a listed entry in which a police or other state
force has a fitting role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, f1, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._alignment import Alignment, containing
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import Family, Role
from dateline.model.resolution import ActorKind
from dateline.resources.codebook import load_codebook


@dataclass(frozen=True, slots=True)
class Fit:
    """What makes a sentence tell a kind of action: an event of the type or family, or a figure of the outcome, in it."""

    roles: frozenset[Role]
    """A state force must have one of them in the entry."""
    families: frozenset[Family] = frozenset()
    types: frozenset[str] = frozenset()
    outcome: str | None = None
    """An outcome counted in the sentence."""
    implied: bool = False
    """The type itself means that authorities did it, so that an entry that names nobody in these roles will do."""


_FORCE = frozenset({Role.PERPETRATOR, Role.OPPONENT})
_CUSTODY = frozenset({Role.CUSTODIAN, Role.PERPETRATOR})
_ACTING = frozenset({*_FORCE, *_CUSTODY, Role.ORGANISER, Role.PARTICIPANT, Role.MEDIATOR})
_VIOLENT = frozenset({Family.ATTACK, Family.BATTLE, Family.UNREST})
_KILLING = (Fit(_FORCE, outcome="killed"), Fit(_FORCE, types=frozenset({"assassination", "execution", "massacre"})))
_ARRESTING = (
    Fit(_CUSTODY, types=frozenset({"arrest", "detention"}), implied=True),
    Fit(_CUSTODY, outcome="arrested", implied=True),
)
_USING_FORCE = (
    Fit(_FORCE, families=_VIOLENT),
    Fit(_FORCE, types=frozenset({"demonstration met with force"}), implied=True),
    Fit(_FORCE, outcome="injured"),
    *_KILLING,
)
KINDS: Mapping[str, tuple[Fit, ...]] = {
    "KILL": _KILLING,
    "ARREST": _ARRESTING,
    "FORCE": _USING_FORCE,
    "ANY_ACTION": (
        *_ARRESTING,
        *_USING_FORCE,
        Fit(_ACTING, families=frozenset({Family.CUSTODY, Family.MOVEMENT, Family.ACCIDENT})),
    ),
}
"""FAIL, that police did not act, has no counterpart: what does not happen is no event here."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its sentences and their labels."""

    report: Report
    sentences: tuple[str, ...]
    labels: tuple[frozenset[str], ...]


def read_gold(folder: Path, split: str) -> list[Labelled]:
    """Return the documents of a split. Raises GoldError."""
    where = folder / split
    documents = _rows.rows(_rows.find(where, "docs", [".jsonl"]), ("doc_id", "doc_text"))
    path = _rows.find(where, "sents", [".jsonl"])
    dates = {
        str(row["doc_id"]): str(row["date"]) for row in _rows.rows(_rows.find(where, "metadata", [".jsonl"]), ("doc_id", "date"))
    }
    by_document: dict[str, list[tuple[int, str, frozenset[str]]]] = defaultdict(list)
    for row in _rows.rows(path, ("doc_id", "sent_id", "sent_labels", "sent_text")):
        sentence = (_rows.whole_number(row["sent_id"], str(path)), str(row["sent_text"]), frozenset(row["sent_labels"]))
        by_document[str(row["doc_id"])].append(sentence)
    out = []
    for row in documents:
        id = str(row["doc_id"])
        if id not in by_document:
            raise GoldError(f"{path}: no sentences of document {id}")
        told = sorted(by_document[id], key=lambda s: s[0])
        report = Report(id, str(row["doc_text"]), published=dates.get(id))
        out.append(Labelled(report, tuple(s[1] for s in told), tuple(s[2] for s in told)))
    return out


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split: one run over its documents."""
    gold = read_gold(folder, split)
    return scored(gold, coder.chronology([labelled.report for labelled in gold]))


def scored(gold: Sequence[Labelled], written: Chronology) -> Score:
    """Return the figures of a chronology of the documents."""
    by_report = written.by_report()
    counts: list[Counts] = []
    misses: list[Miss] = []
    predictions: list[JsonValue] = []
    for labelled in gold:
        flagged = _flagged(labelled, by_report.get(labelled.report.id, ()), written)
        counts.append(_counted(labelled, flagged))
        misses += _misses(labelled, flagged)
        predictions += [
            {"doc_id": labelled.report.id, "sent_id": n, "sent_labels": [*sorted(kinds)]}
            for n, kinds in enumerate(flagged)
            if kinds
        ]
    metrics, intervals = with_intervals(counts, figures)
    sums = totals(counts)
    sentences = sum(len(labelled.sentences) for labelled in gold)
    always = {f"sentence_f1.{kind}/always": f1(ratio(sums.get(f"{kind}.gold", 0.0), sentences), 1.0) for kind in KINDS}
    items = sum(bool(labels & set(KINDS)) for labelled in gold for labels in labelled.labels)
    return Score(len(gold), items, metrics, intervals, always, tuple(misses), tuple(predictions))


def figures(sums: Counts) -> dict[str, float]:
    """Return the F of each kind, with precision and recall."""
    out: dict[str, float] = {}
    for kind in KINDS:
        right = sums.get(f"{kind}.right", 0.0)
        precision, recall = ratio(right, sums.get(f"{kind}.ours", 0.0)), ratio(right, sums.get(f"{kind}.gold", 0.0))
        out[f"sentence_f1.{kind}"] = f1(precision, recall)
        out[f"sentence_precision.{kind}"] = precision
        out[f"sentence_recall.{kind}"] = recall
    return out


def _flagged(labelled: Labelled, entries: Iterable[Entry], written: Chronology) -> list[set[str]]:
    """Return the kinds that each sentence tells by what was written."""
    flagged: list[set[str]] = [set() for _ in labelled.sentences]
    document = written.documents.get(labelled.report.id)
    if document is None:
        return flagged
    spans = Alignment(document.text).spans(labelled.sentences)
    for entry in entries:
        for kind, at in told_kinds(entry, document.id):
            sentence = containing(spans, at)
            if sentence is not None:
                flagged[sentence].add(kind)
    return flagged


def told_kinds(entry: Entry, document: str) -> Iterator[tuple[str, int]]:
    """Yield each kind of police action that an entry tells of a document, with the position in the text where it does."""
    codebook = load_codebook()
    for kind, fits in KINDS.items():
        for fit in fits:
            if not _done_by_force(entry, fit):
                continue
            for sourced in entry.claims:
                claim = sourced.claim
                if sourced.document != document:
                    continue
                if claim.field == "type" and isinstance(claim.value, str):
                    fits_type = claim.value in fit.types or codebook.types[claim.value].family in fit.families
                else:
                    fits_type = fit.outcome is not None and claim.field == f"quantity:{fit.outcome}"
                if fits_type:
                    yield kind, claim.evidence.span.start


def _done_by_force(entry: Entry, fit: Fit) -> bool:
    acting = [p.kind for p in entry.participants if p.role in fit.roles]
    known = [kind for kind in acting if kind is not ActorKind.UNKNOWN]
    return ActorKind.STATE_FORCE in known or (fit.implied and not known)


def _counted(labelled: Labelled, flagged: Sequence[set[str]]) -> Counts:
    counts: dict[str, float] = defaultdict(float)
    for labels, ours in zip(labelled.labels, flagged, strict=True):
        for kind in KINDS:
            counts[f"{kind}.gold"] += kind in labels
            counts[f"{kind}.ours"] += kind in ours
            counts[f"{kind}.right"] += kind in labels and kind in ours
    return counts


def _misses(labelled: Labelled, flagged: Sequence[set[str]]) -> Iterator[Miss]:
    for sentence, labels, ours in zip(labelled.sentences, labelled.labels, flagged, strict=True):
        for kind in KINDS:
            if (kind in labels) != (kind in ours):
                yield Miss(
                    labelled.report.id,
                    kind,
                    kind if kind in labels else "",
                    " ".join(sorted(ours)) if kind in ours else "",
                    sentence,
                )


SUITE = Suite(
    name="indiapolice",
    about="what police did, sentence by sentence, in lower-cased Indian news of 2002",
    splits=("dev",),
    score=score,
    main=("sentence_f1.KILL", "sentence_f1.ARREST", "sentence_f1.FORCE"),
)
