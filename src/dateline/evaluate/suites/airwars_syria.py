"""Strikes in Syria (Airwars): pages as captured from the web, and incidents with date, place, belligerents and counts.

Gold drew on more sources than these, and counts civilians only. All pages go into one run; an incident's entry is the one
that most of its pages tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.evaluate.clusters import Item, cluster_baselines, cluster_counts, cluster_figures, matched
from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, f1, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._belligerents import civilian, gold_sides, named_sides, our_sides
from dateline.evaluate.suites._counts import bounds, derivable, overlap
from dateline.evaluate.suites._leading import leading
from dateline.evaluate.suites._whenwhere import days_apart, km_apart
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import Outcome

OUTCOMES = {"deaths": Outcome.KILLED, "injured": Outcome.INJURED}
_FIELDS = {"deaths": "civilian_deaths", "injured": "civilian_injuries"}
_CONTESTED = "participant:perpetrator"
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of gold with its pages. A count is (least, most), none where gold has none."""

    id: str
    day: str
    point: tuple[float, float] | None
    belligerents: frozenset[str]
    contested: bool
    counts: Mapping[str, Range | None]
    reports: tuple[Report, ...]

    @property
    def texts(self) -> list[str]:
        """Return all that its pages say."""
        return [text for report in self.reports for text in (report.title, report.text) if text]


def read_gold(folder: Path, split: str) -> list[Incident]:
    """Return the incidents of a split. Raises GoldError."""
    where = folder / split
    documents = _rows.rows(_rows.find(where, "docs", [".jsonl"]), ("source_id", "title", "text", "date"))
    reports = {str(d["source_id"]): _report(d) for d in documents}
    path = _rows.find(where, "incidents", [".jsonl"])
    needed = ("internal_id", "incident_date", "alleged_belligerent", "assessment", "latitude", "longitude", "doc_ids")
    counts = tuple(f"{field}_{end}" for field in _FIELDS.values() for end in ("min", "max"))
    return [_incident(row, reports, f"{path}, {row['internal_id']}") for row in _rows.rows(path, (*needed, *counts))]


def _report(row: Mapping[str, Any]) -> Report:
    title = str(row["title"] or "").strip() or None
    return Report(
        str(row["source_id"]), str(row["text"]), title, str(row["date"] or "")[:10] or None, row.get("publisher") or None
    )


def _incident(row: Mapping[str, Any], reports: Mapping[str, Report], where: str) -> Incident:
    missing = [id for id in row["doc_ids"] if id not in reports]
    if missing or not row["doc_ids"]:
        raise GoldError(f"{where}: no page {', '.join(missing)}" if missing else f"{where}: no pages")
    counts: dict[str, Range | None] = {}
    for name, field in _FIELDS.items():
        most = row[f"{field}_max"]
        least = row[f"{field}_min"] if row[f"{field}_min"] is not None else most
        counts[name] = None if most is None else (_rows.whole_number(least, where), _rows.whole_number(most, where))
    located = row["latitude"] is not None and row["longitude"] is not None
    return Incident(
        str(row["internal_id"]),
        str(row["incident_date"]),
        (float(row["latitude"]), float(row["longitude"])) if located else None,
        gold_sides(str(row["alleged_belligerent"] or "")),
        str(row["assessment"] or "").lower() == "contested",
        counts,
        tuple(reports[id] for id in row["doc_ids"]),
    )


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split: one run over all its pages."""
    incidents = read_gold(folder, split)
    reports = {report.id: report for incident in incidents for report in incident.reports}
    return scored(incidents, coder.chronology([reports[id] for id in sorted(reports)]))


def scored(incidents: Sequence[Incident], written: Chronology) -> Score:
    """Return the figures of a chronology of all pages."""
    by_report = written.by_report()
    gold: dict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        for report in incident.reports:
            gold[report.id].append(incident.id)
    ours = {
        id: [e.id for e in leading(by_report.get(id, ()), [written.documents[id].id])] if id in written.documents else []
        for id in gold
    }
    items = matched(gold, ours)
    by_incident = cluster_counts(items)
    entries = {entry.id: entry for entry in written.entries}
    found: dict[str, Entry | None] = {}
    for incident in incidents:
        votes = Counter(item.ours for item in items if item.gold == incident.id and item.ours is not None)
        best = max(votes, key=lambda id: (votes[id], len(entries[id].claims), id), default=None)
        found[incident.id] = entries[best] if best is not None else None
    counts = [{**_counted(incident, found[incident.id]), **by_incident[incident.id]} for incident in incidents]
    metrics, intervals = with_intervals(counts, figures)
    return Score(
        documents=len(gold),
        items=len(incidents),
        metrics=metrics,
        intervals=intervals,
        baselines=_b3_baselines(items) | _baselines(incidents, totals(counts)),
        misses=tuple(miss for incident in incidents for miss in _misses(incident, found[incident.id])),
        predictions=tuple(_prediction(incident, found[incident.id]) for incident in incidents),
    )


_SHARES = (
    "deaths_max_exact.derivable",
    "injured_max_exact.derivable",
    "deaths_iou.derivable",
    "contested_recall.derivable",
    "date_within_1",
    "within_5km",
    "within_25km",
)


def figures(sums: Counts) -> dict[str, float]:
    """Return all metrics out of the sums over incidents."""
    right = sums.get("sides.right", 0.0)
    sides = f1(ratio(right, sums.get("sides.ours", 0.0)), ratio(right, sums.get("sides.gold", 0.0)))
    shares = {name: ratio(sums.get(f"{name}.right", 0.0), sums.get(f"{name}.items", 0.0)) for name in _SHARES}
    return {"b3_f1": cluster_figures(sums)["b3_f1"], "belligerent_f1": sides, **shares}


def civilians(entry: Entry | None) -> Entry | None:
    """Return an entry without its counts of fighters and troops: gold counts civilians."""
    if entry is None:
        return None
    return replace(entry, quantities=tuple(q for q in entry.quantities if civilian(q.whom)))


def _shown(incident: Incident, name: str) -> Range | None:
    """Return a count of gold if its greater end is at least 1 and can be read in the pages."""
    count = incident.counts[name]
    return count if count and count[1] >= 1 and derivable(count[1], OUTCOMES[name], incident.texts) else None


def _counted(incident: Incident, entry: Entry | None) -> Counts:
    counts: dict[str, float] = {}

    def item(name: str, right: float) -> None:
        counts[f"{name}.items"], counts[f"{name}.right"] = 1, right

    ours = {name: bounds(civilians(entry), outcome) for name, outcome in OUTCOMES.items()}
    for name in OUTCOMES:
        wanted = _shown(incident, name)
        if wanted is not None:
            item(f"{name}_max_exact.derivable", ours[name][1] == wanted[1])
    deaths = _shown(incident, "deaths")
    if deaths is not None and (deaths[0] == 0 or derivable(deaths[0], Outcome.KILLED, incident.texts)):
        item("deaths_iou.derivable", overlap(deaths, ours["deaths"]))
    sides = our_sides(entry)
    counts |= {"sides.gold": len(incident.belligerents), "sides.ours": len(sides)}
    counts["sides.right"] = len(sides & incident.belligerents)
    if incident.contested and len(named_sides(incident.texts)) > 1:
        item("contested_recall.derivable", is_contested(entry))
    item("date_within_1", days_apart(entry, incident.day) <= 1)
    if incident.point is not None:
        apart = km_apart(entry, *incident.point)
        item("within_5km", apart <= 5)
        item("within_25km", apart <= 25)
    return counts


def is_contested(entry: Entry | None) -> bool:
    """Tell whether an entry says that it is contested who did it, or names rival sides."""
    return entry is not None and (_CONTESTED in entry.contested or len(our_sides(entry)) > 1)


def _b3_baselines(items: Sequence[Item]) -> dict[str, float]:
    return {name: figure for name, figure in cluster_baselines(items).items() if name.startswith("b3_f1/")}


def _baselines(incidents: Sequence[Incident], sums: Mapping[str, float]) -> dict[str, float]:
    """Return what a constant 1 and naming the most frequent side each time are worth."""
    out: dict[str, float] = {}
    for name in OUTCOMES:
        metric = f"{name}_max_exact.derivable"
        ones = sum(count is not None and count[1] == 1 for count in (_shown(incident, name) for incident in incidents))
        out[f"{metric}/constant_1"] = ratio(ones, sums.get(f"{metric}.items", 0.0))
    sides = Counter(side for incident in incidents for side in sorted(incident.belligerents))
    most = max(sides.values(), default=0)
    out["belligerent_f1/most_frequent"] = f1(ratio(most, len(incidents)), ratio(most, sum(sides.values())))
    return out


def _misses(incident: Incident, entry: Entry | None) -> list[Miss]:
    out = []
    where = incident.reports[0].id
    for name, outcome in OUTCOMES.items():
        wanted, ours = _shown(incident, name), bounds(civilians(entry), outcome)
        if wanted is not None and wanted[1] != ours[1]:
            out.append(Miss(where, f"{name}_max", str(wanted), f"{ours} in {entry.type}" if entry is not None else "no incident"))
    if our_sides(entry) != incident.belligerents:
        out.append(Miss(where, "belligerents", ", ".join(sorted(incident.belligerents)), ", ".join(sorted(our_sides(entry)))))
    if days_apart(entry, incident.day) > 1:
        out.append(Miss(where, "date", incident.day, entry.date.edtf if entry is not None and entry.date is not None else ""))
    if incident.point is not None and km_apart(entry, *incident.point) > 25:
        places = "; ".join(place.name for place in entry.places) if entry is not None else ""
        out.append(Miss(where, "place", f"{incident.point[0]:.3f}, {incident.point[1]:.3f}", places))
    return out


def _prediction(incident: Incident, entry: Entry | None) -> JsonValue:
    if entry is None:
        return {"internal_id": incident.id}
    return {
        "internal_id": incident.id,
        "incident_date": entry.date.edtf if entry.date is not None else None,
        "belligerents": [*sorted(our_sides(entry))],
        "contested": is_contested(entry),
        **{name: list(bounds(civilians(entry), outcome)) for name, outcome in OUTCOMES.items()},
        "places": [f"{p.name}: {p.lat}, {p.lon}" for p in entry.places],
    }


SUITE = Suite(
    name="airwars_syria",
    about="strikes in Syria as reported on the web: the whole job on the ground it is for",
    splits=("dev",),
    score=score,
    main=("b3_f1", "deaths_max_exact.derivable", "injured_max_exact.derivable", "belligerent_f1", "within_25km"),
)
