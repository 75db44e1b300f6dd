"""Drone strikes in one sentence each (Dronestream, the Bureau of Investigative Journalism): counts as ranges, and places.

Each summary is a run of its own. Some values of gold are not in the summary: counts are scored where both ends are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._counts import bounds, derivable
from dateline.evaluate.suites._leading import leading
from dateline.evaluate.suites._whenwhere import km_apart
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import Outcome

OUTCOMES = {"deaths": Outcome.KILLED, "injured": Outcome.INJURED}
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Strike:
    """One strike of gold. A count is (least, most), none where gold gives no number."""

    report: Report
    counts: Mapping[str, tuple[int, int] | None]
    point: tuple[float, float] | None


def read_gold(folder: Path, split: str) -> list[Strike]:
    """Return the strikes of a split. Raises GoldError."""
    path = _rows.find(folder, split, [".json"])
    try:
        found = json.loads("\n".join(_rows.lines(path)))
    except json.JSONDecodeError as e:
        raise GoldError(f"{path}: not JSON: {e.msg}, line {e.lineno}") from e
    if not isinstance(found, list) or not found:
        raise GoldError(f"{path}: no list of strikes")
    needed = ("_id", "date", "deaths_min", "deaths_max", "injuries", "bij_summary_short", "lat", "lon")
    return [_strike(_rows.checked(row, needed, f"{path}, strike {n}"), f"{path}, strike {n}") for n, row in enumerate(found, 1)]


def _strike(row: Mapping[str, Any], where: str) -> Strike:
    deaths = _range(f"{row['deaths_min']}-{row['deaths_max']}")
    try:
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] and row["lon"] else None
    except ValueError as e:
        raise GoldError(f"{where}: no coordinates in {row['lat']!r}, {row['lon']!r}") from e
    report = Report(str(row["_id"]), str(row["bij_summary_short"]), published=str(row["date"])[:10] or None)
    return Strike(report, {"deaths": deaths, "injured": _range(str(row["injuries"]))}, point)


def _range(text: str) -> tuple[int, int] | None:
    found = _RANGE.fullmatch(text.strip())
    return (int(found[1]), int(found[2] or found[1])) if found else None


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split: one run over each summary."""
    gold = read_gold(folder, split)
    return scored(gold, {report.id: alone for report, alone in coder.alone([strike.report for strike in gold])})


def scored(gold: Sequence[Strike], written: Mapping[str, Chronology]) -> Score:
    """Return the figures of chronologies of single summaries, by report."""
    counts: list[Counts] = []
    misses: list[Miss] = []
    predictions: list[JsonValue] = []
    for strike in gold:
        entry = _entry(strike.report.id, written)
        counts.append(_counted(strike, entry))
        misses += _misses(strike, entry)
        told: dict[str, JsonValue] = {name: list(bounds(entry, outcome)) for name, outcome in OUTCOMES.items()}
        predictions.append({"_id": strike.report.id, **told})
    metrics, intervals = with_intervals(counts, figures)
    sums = totals(counts)
    baselines = {
        f"{name}_exact.derivable/constant_4": ratio(
            sum(_shown(strike, name) == (4, 4) for strike in gold), sums.get(f"{name}_exact.derivable.items", 0.0)
        )
        for name in OUTCOMES
    }
    items = int(sums.get("deaths_exact.derivable.items", 0.0))
    return Score(len(gold), items, metrics, intervals, baselines, tuple(misses), tuple(predictions))


def figures(sums: Counts) -> dict[str, float]:
    """Return all metrics out of the sums over strikes."""
    names = ("deaths_exact.derivable", "injured_exact.derivable", "within_25km")
    return {name: ratio(sums.get(f"{name}.right", 0.0), sums.get(f"{name}.items", 0.0)) for name in names}


def _entry(report: str, written: Mapping[str, Chronology]) -> Entry | None:
    alone = written.get(report)
    return next(iter(leading(alone.entries, [alone.documents[report].id])), None) if alone is not None else None


def _shown(strike: Strike, name: str) -> tuple[int, int] | None:
    """Return a count of gold if its greater end is at least 1 and both ends can be read in the summary."""
    count = strike.counts[name]
    if not count or count[1] < 1:
        return None
    return count if all(not n or derivable(n, OUTCOMES[name], [strike.report.text]) for n in count) else None


def _counted(strike: Strike, entry: Entry | None) -> Counts:
    counts: dict[str, float] = {}
    for name, outcome in OUTCOMES.items():
        wanted = _shown(strike, name)
        if wanted is not None:
            counts[f"{name}_exact.derivable.items"] = 1
            counts[f"{name}_exact.derivable.right"] = bounds(entry, outcome) == wanted
    if strike.point is not None:
        counts["within_25km.items"] = 1
        counts["within_25km.right"] = km_apart(entry, *strike.point) <= 25
    return counts


def _misses(strike: Strike, entry: Entry | None) -> Iterator[Miss]:
    for name, outcome in OUTCOMES.items():
        wanted, ours = _shown(strike, name), bounds(entry, outcome)
        if wanted is not None and wanted != ours:
            shown = f"{ours} in {entry.type}" if entry is not None else "no incident"
            yield Miss(strike.report.id, name, str(wanted), shown, strike.report.text)
    if strike.point is not None and km_apart(entry, *strike.point) > 25:
        places = "; ".join(place.name for place in entry.places) if entry is not None else ""
        yield Miss(strike.report.id, "place", f"{strike.point[0]:.3f}, {strike.point[1]:.3f}", places, strike.report.text)


SUITE = Suite(
    name="dronestream",
    about="drone strikes in one sentence each: counts as ranges, places",
    splits=("dev",),
    score=score,
    main=("deaths_exact.derivable", "injured_exact.derivable", "within_25km"),
)
