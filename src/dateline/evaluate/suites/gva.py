"""Shootings in the United States (Gun Violence Archive): reports merged into incidents, and their counts.

All reports are shuffled into one run for the merged figures; the earliest report of each incident is a run of its own for
`first`. Gold counts are final states and include a shooter who died.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.evaluate.clusters import cluster_baselines, cluster_counts, cluster_figures, matched
from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._counts import best, showing, told
from dateline.evaluate.suites._leading import leading
from dateline.evaluate.suites._whenwhere import between, days_apart
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import Outcome

SHUFFLE = 20_240_101
OUTCOMES = (Outcome.KILLED, Outcome.INJURED)


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of gold with its reports, the earliest first."""

    id: str
    day: str
    city: str
    state: str
    counts: Mapping[Outcome, int]
    reports: tuple[Report, ...]


@dataclass(slots=True)
class _Tally:
    """What one incident adds to each sum, and its errors."""

    counts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    misses: list[Miss] = field(default_factory=list)

    def item(self, name: str, right: bool) -> None:
        self.counts[f"{name}.items"] += 1
        self.counts[f"{name}.right"] += right


def read_gold(folder: Path, split: str) -> list[Incident]:
    """Return the incidents of a split. Raises GoldError."""
    path = _rows.find(folder, split, [".jsonl"])
    needed = ("incident_id", "date", "state", "city", "killed", "injured", "docs")
    return [_incident(row, f"{path}, incident {row['incident_id']}") for row in _rows.rows(path, needed)]


def _incident(row: Mapping[str, Any], where: str) -> Incident:
    documents = [_rows.checked(d, ("id", "title", "dct", "content"), where) for d in row["docs"]]
    if not documents:
        raise GoldError(f"{where}: no docs")
    ordered = sorted(documents, key=lambda d: str(d["dct"]))
    return Incident(
        str(row["incident_id"]),
        str(row["date"]),
        str(row["city"]),
        str(row["state"]),
        {o: _rows.whole_number(row[o.value], where) for o in OUTCOMES},
        tuple(Report(str(d["id"]), str(d["content"]), str(d["title"]) or None, str(d["dct"]) or None) for d in ordered),
    )


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split: one run over all reports, and one over each earliest report."""
    incidents = read_gold(folder, split)
    reports = [report for incident in incidents for report in incident.reports]
    random.Random(SHUFFLE).shuffle(reports)
    merged = coder.chronology(reports)
    first = {report.id: alone for report, alone in coder.alone([incident.reports[0] for incident in incidents])}
    return scored(incidents, merged, first)


def scored(incidents: Sequence[Incident], merged: Chronology, first: Mapping[str, Chronology]) -> Score:
    """Return the figures of a chronology of all reports, and of one of each earliest report by its id."""
    by_report = merged.by_report()
    gold: dict[str, list[str]] = defaultdict(list)
    ours: dict[str, list[str]] = {}
    for incident in incidents:
        for report in incident.reports:
            gold[report.id].append(incident.id)
            document = merged.documents.get(report.id)
            ours[report.id] = [e.id for e in leading(by_report.get(report.id, ()), [document.id])] if document else []
    items = matched(gold, ours)
    by_incident = cluster_counts(items)
    tallies = [_tally(incident, merged, first) for incident in incidents]
    counts = [{**tally.counts, **by_incident[incident.id]} for incident, tally in zip(incidents, tallies, strict=True)]
    metrics, intervals = with_intervals(counts, figures)
    return Score(
        documents=len({report.id for incident in incidents for report in incident.reports}),
        items=len(incidents),
        metrics=metrics,
        intervals=intervals,
        baselines=cluster_baselines(items) | _baselines(incidents, totals(counts)),
        misses=tuple(miss for tally in tallies for miss in tally.misses),
        predictions=tuple(_prediction(incident, merged, first) for incident in incidents),
    )


_SHARES = (
    *(f"{o.value}_exact{part}" for o in OUTCOMES for part in ("", ".derivable")),
    *(f"first.{o.value}_exact.derivable" for o in OUTCOMES),
    "date_exact",
    "date_within_1",
    "city_state_exact",
)


def figures(sums: Counts) -> dict[str, float]:
    """Return all metrics out of the sums over incidents."""
    shares = {name: ratio(sums.get(f"{name}.right", 0.0), sums.get(f"{name}.items", 0.0)) for name in _SHARES}
    return cluster_figures(sums) | shares


def main_entry(incident: Incident, merged: Chronology) -> Entry | None:
    """Return the entry that most of an incident's reports tell, the one told most of several."""
    documents = [merged.documents[r.id].id for r in incident.reports if r.id in merged.documents]
    return next(iter(leading(merged.entries, documents)), None)


def _first_entry(incident: Incident, first: Mapping[str, Chronology]) -> Entry | None:
    earliest = incident.reports[0].id
    alone = first.get(earliest)
    return next(iter(leading(alone.entries, [alone.documents[earliest].id])), None) if alone is not None else None


def _tally(incident: Incident, merged: Chronology, first: Mapping[str, Chronology]) -> _Tally:
    tally = _Tally()
    entry = main_entry(incident, merged)
    _count(tally, "", incident, entry, incident.reports)
    _count(tally, "first.", incident, _first_entry(incident, first), incident.reports[:1])
    apart = days_apart(entry, incident.day)
    tally.item("date_exact", apart == 0)
    tally.item("date_within_1", apart <= 1)
    if apart:
        ours = entry.date.edtf if entry is not None and entry.date is not None else ""
        tally.misses.append(Miss(incident.reports[0].id, "date", incident.day, ours))
    right = entry is not None and same_place(incident.city, incident.state, entry)
    tally.item("city_state_exact", right)
    if not right:
        places = "; ".join(f"{p.name}, {p.admin1}" for p in entry.places) if entry is not None else ""
        tally.misses.append(Miss(incident.reports[0].id, "city_state", f"{incident.city}, {incident.state}", places))
    return tally


def _count(tally: _Tally, prefix: str, incident: Incident, entry: Entry | None, reports: Sequence[Report]) -> None:
    texts = [text for report in reports for text in (report.title, report.text) if text]
    for outcome, wanted in incident.counts.items():
        right = best(entry, outcome) == wanted
        if not prefix:
            tally.item(f"{outcome.value}_exact", right)
        sentence = showing(wanted, outcome, texts) if wanted else None
        if sentence is None:
            continue
        name = f"{prefix}{outcome.value}_exact.derivable"
        tally.item(name, right)
        if not right:
            tally.misses.append(Miss(reports[0].id, name, str(wanted), _in_words(entry, outcome), sentence))


def _in_words(entry: Entry | None, outcome: Outcome) -> str:
    if entry is None:
        return "no incident"
    parts = [f"{q.best} {q.whom or ''} ({q.scope}, {q.rule})" for q in entry.quantities if q.outcome is outcome]
    return f"{best(entry, outcome)} in {entry.type}: {'; '.join(parts) or 'nothing told'}"


def same_place(city: str, state: str, entry: Entry) -> bool:
    """Tell whether the first town that an entry tells, or its first place if it tells none, is the city and in the state."""
    place = next((place for place in entry.places if place.town), next(iter(entry.places), None))
    if place is None:
        return False
    return _plain(place.town or place.name) == _plain(city) and _plain(place.admin1 or "") == _plain(state)


def _plain(name: str) -> str:
    """Return a place name without parenthesis, accents, case, punctuation, and the words city and county at its end."""
    bare = re.sub(r"\([^)]*\)", " ", name)
    letters = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"\bst\.?\s", "saint ", re.sub(r"[^a-z0-9. ]+", " ", letters)).replace(".", " ").split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] == "county" else words)


def _baselines(incidents: Sequence[Incident], sums: Mapping[str, float]) -> dict[str, float]:
    """Return what saying 0, or 1, of every incident is worth, and taking the day of the earliest report as the date."""
    out: dict[str, float] = {}
    for outcome in OUTCOMES:
        counts = [incident.counts[outcome] for incident in incidents]
        out[f"{outcome.value}_exact/constant_0"] = ratio(counts.count(0), len(counts))
        out[f"{outcome.value}_exact/constant_1"] = ratio(counts.count(1), len(counts))
        for prefix in ("", "first."):
            ones = sum(_derivable_one(incident, outcome, bool(prefix)) for incident in incidents)
            name = f"{prefix}{outcome.value}_exact.derivable"
            out[f"{name}/constant_1"] = ratio(ones, sums.get(f"{name}.items", 0.0))
    for name, days in (("date_exact", 0), ("date_within_1", 1)):
        near = sum(between(incident.reports[0].published, incident.day) <= days for incident in incidents)
        out[f"{name}/earliest_report"] = ratio(near, len(incidents))
    return out


def _derivable_one(incident: Incident, outcome: Outcome, first: bool) -> bool:
    reports = incident.reports[:1] if first else incident.reports
    texts = [text for report in reports for text in (report.title, report.text) if text]
    return incident.counts[outcome] == 1 and showing(1, outcome, texts) is not None


def _prediction(incident: Incident, merged: Chronology, first: Mapping[str, Chronology]) -> JsonValue:
    return {
        "incident_id": incident.id,
        **dict(_told(main_entry(incident, merged), "")),
        **dict(_told(_first_entry(incident, first), "first_")),
    }


def _told(entry: Entry | None, prefix: str) -> Iterator[tuple[str, JsonValue]]:
    yield f"{prefix}date", entry.date.edtf if entry is not None and entry.date is not None else None
    yield f"{prefix}places", [f"{p.name}, {p.admin1 or ''}" for p in entry.places] if entry is not None else []
    for outcome in OUTCOMES:
        figure = told(entry.quantities, outcome) if entry is not None else None
        yield f"{prefix}{outcome.value}", figure.best if figure is not None else None


SUITE = Suite(
    name="gva",
    about="US shootings and the local news on them: reports merged into incidents, counts, dates, places",
    splits=("dev", "train"),
    score=score,
    main=("first.killed_exact.derivable", "first.injured_exact.derivable", "b3_f1", "pairwise_f1"),
)
