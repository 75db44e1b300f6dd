"""Compares what the program makes of `examples/reports` with `examples/expected`.

`python -m tests.examples.compare [REPORT...]` prints every expected entry with its values, right (✓) or wrong (✗), every entry
(+) that matches nothing, and the totals. With `--write` it also records which entries are found, and raises the floors.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.claim import Quotation
from dateline.model.entry import Entry
from tests.conftest import ROOT
from tests.examples.expected import Expected, NotEntry, Report, read_expected
from tests.examples.fields import Field, agrees, days_of, judge, may_be, shown_days
from tests.examples.pipeline import Produced, produce
from tests.examples.record import FLOORS, FOUND, raised, write_floors, write_found

EXAMPLES = ROOT / "examples"
WEIGHTS = {"type": 3.0, "date": 2.0}
"""What agreements count when it is decided which entry is the expected one; every other value counts one."""


@dataclass(frozen=True, slots=True)
class Match:
    """An expected entry, the entry that came out for it, if one did, and its values. `near` is the likest of the rest."""

    expected: Expected
    entry: Entry | None
    fields: tuple[Field, ...] = ()
    near: Entry | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One report: its expected entries in order, the entries that match none, and words that became an entry and must not."""

    report: Report
    produced: Produced
    matches: tuple[Match, ...]
    false: tuple[Entry, ...]
    forbidden: tuple[tuple[NotEntry, Entry], ...]

    @property
    def found(self) -> list[str]:
        """Return the labels of the entries found that are not optional."""
        return [match.expected.label for match in self.matches if match.entry and not match.expected.optional]


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures over all reports. Optional entries are in none of them."""

    expected: int
    found: int
    values: int
    right: int
    false: int
    forbidden: int
    dated: int
    reports: int

    def measured(self) -> dict[str, float]:
        """Return the figures that have floors, or, where less is better, ceilings."""
        return {
            "found": round(self.found / self.expected, 3),
            "right": round(self.right / max(1, self.values), 3),
            "false_entries": self.false,
            "forbidden": self.forbidden,
            "published": self.dated,
        }


def compare_all() -> list[Comparison]:
    """Run the pipeline over all reports and compare. Raises ValueError if reports and expectations are not the same ones."""
    produced = {one.name: one for one in produce(EXAMPLES / "reports")}
    reports = read_expected(EXAMPLES / "expected")
    if {report.name for report in reports} != set(produced):
        raise ValueError(f"without counterpart: {sorted({report.name for report in reports} ^ set(produced))}")
    return [compare(report, produced[report.name]) for report in reports]


def compare(report: Report, produced: Produced) -> Comparison:
    """Align the entries of one report with the expected ones, best score first, each used once."""
    pairs = [
        (_score(fields, expected), i, j, fields)
        for i, expected in enumerate(report.entries)
        for j, entry in enumerate(produced.entries)
        if may_be(expected, entry)
        for fields in [judge(expected, entry)]
        if agrees(fields)
    ]
    chosen: dict[int, tuple[int, list[Field]]] = {}
    for _, i, j, fields in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in chosen and j not in {other for other, _ in chosen.values()}:
            chosen[i] = (j, fields)
    used = {j for j, _ in chosen.values()}
    false = tuple(entry for j, entry in enumerate(produced.entries) if j not in used)
    matches = tuple(
        Match(expected, produced.entries[chosen[i][0]], tuple(chosen[i][1])) if i in chosen else _missed(expected, false)
        for i, expected in enumerate(report.entries)
    )
    return Comparison(report, produced, matches, false, tuple(_forbidden(report, produced)))


def totals(comparisons: Sequence[Comparison]) -> Totals:
    """Count over all reports."""
    listed = [m for c in comparisons for m in c.matches if not m.expected.optional]
    fields = [field for match in listed for field in match.fields]
    return Totals(
        expected=len(listed),
        found=sum(match.entry is not None for match in listed),
        values=len(fields),
        right=sum(field.right for field in fields),
        false=sum(len(c.false) for c in comparisons),
        forbidden=sum(len(c.forbidden) for c in comparisons),
        dated=sum(c.report.published == c.produced.published for c in comparisons),
        reports=len(comparisons),
    )


def _score(fields: Sequence[Field], expected: Expected) -> float:
    score = sum(WEIGHTS.get(field.name, 1.0) for field in fields if field.right) / len(fields)
    return score - 0.01 * expected.optional


def _missed(expected: Expected, rest: Sequence[Entry]) -> Match:
    """Return a miss with the entry that comes nearest to it, if any has more than its type or its day in common."""
    scored = [(sum(field.right for field in judge(expected, entry) if field.name != "modality"), entry) for entry in rest]
    best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return Match(expected, None, near=best[1] if best[0] > 1 else None)


def _forbidden(report: Report, produced: Produced) -> Iterator[tuple[NotEntry, Entry]]:
    """Yield the words that became an entry of their own: one of which every telling lies in them."""
    for words in report.not_entries:
        spans = produced.spans(words.text)
        for entry in produced.entries:
            tellings = _tellings(entry)
            if tellings and all(any(span.overlaps(telling.span) for span in spans) for telling in tellings):
                yield words, entry


def _tellings(entry: Entry) -> list[Quotation]:
    return [sourced.claim.evidence for sourced in entry.claims if sourced.claim.field == "type"]


def lines(comparison: Comparison) -> Iterator[str]:
    """Yield the comparison of one report in words."""
    report, produced = comparison.report, comparison.produced
    yield f"== {report.name}"
    if report.published != produced.published:
        yield f"   ✗ published {shown_days(report.published)}   got {shown_days(produced.published)}"
    for match in comparison.matches:
        optional = " (optional)" if match.expected.optional else ""
        words = f"   {_words(match.entry)}" if match.entry else ""
        yield f" {'✓' if match.entry else '✗'} {match.expected.label}{optional}{words}"
        for field in match.fields:
            got = "" if field.right else f"   got {field.got or 'none'}"
            yield f"     {'✓' if field.right else '✗'} {field.name}: {field.wanted}{got}"
        if match.near:
            yield f"     near: {_brief(match.near)}"
    for entry in comparison.false:
        yield f" + {_brief(entry)}"
    for phrase, entry in comparison.forbidden:
        yield f" ! must not be an entry ({phrase.why}): {phrase.text!r}   became {entry.type}"


def _brief(entry: Entry) -> str:
    where = "; ".join(place.name for place in entry.places)
    who = ", ".join(f"{person.role} {person.name}" for person in entry.participants)
    figures = ", ".join(f"{q.outcome} {q.low}-{q.high}" for q in entry.quantities)
    parts = [entry.type, shown_days(days_of(entry)), where, who, figures]
    return " | ".join(part for part in parts if part) + f"   {_words(entry)}"


def _words(entry: Entry) -> str:
    """Return where the entry is told, in the report's words."""
    told = [f"{s.prefix[-24:]}[{s.claim.evidence.exact}]{s.suffix[:24]}" for s in entry.claims if s.claim.field == "type"]
    return " / ".join(" ".join(words.split()) for words in told)


def summary(found: Totals) -> str:
    """Return the totals in words."""
    return (
        f"{found.found} of {found.expected} entries found ({found.found / found.expected:.1%}); "
        f"{found.right} of {found.values} of their values right ({found.right / max(1, found.values):.1%}); "
        f"{found.false} false entries; {found.forbidden} of words that must not be one; "
        f"{found.dated} of {found.reports} dates of publication"
    )


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(prog="python -m tests.examples.compare", description="Compare examples and expectations.")
    parser.add_argument("report", nargs="*", help="beginning of the name of a report to print; all by default")
    parser.add_argument("--write", action="store_true", help=f"write {FOUND.name} and raise {FLOORS.name}")
    given = parser.parse_args()
    comparisons = compare_all()
    for comparison in comparisons:
        if not given.report or comparison.report.name.startswith(tuple(given.report)):
            print(*lines(comparison), "", sep="\n")
    found = totals(comparisons)
    print(summary(found))
    if given.write:
        write_found({c.report.name: c.found for c in comparisons})
        write_floors(raised(found.measured()))


if __name__ == "__main__":
    main()
