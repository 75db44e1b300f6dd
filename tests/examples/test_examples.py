"""The example reports through the whole program: floors over all of them, and entry by entry what was found before."""

from __future__ import annotations

import pytest

from tests.examples.compare import EXAMPLES, Comparison, compare_all, lines, summary, totals
from tests.examples.expected import read_expected
from tests.examples.record import holds, raised, read_floors, read_found

REPORTS = {report.name: report for report in read_expected(EXAMPLES / "expected")}
READ_AGAIN = "python -m tests.examples.compare"


@pytest.fixture(scope="session")
def comparisons() -> dict[str, Comparison]:
    """Return every report as it is compared, by name."""
    return {comparison.report.name: comparison for comparison in compare_all()}


@pytest.mark.parametrize("figure", sorted(read_floors()))
def test_figures_keep_to_their_bounds(figure: str, comparisons: dict[str, Comparison]) -> None:
    found = totals(list(comparisons.values()))
    bound, measured = read_floors()[figure].bound, found.measured()[figure]
    assert holds(figure, bound, measured), f"{figure} is {measured:g}, its bound {bound:g}. {summary(found)}. See {READ_AGAIN}"


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_entries_found_before_are_found(name: str, comparisons: dict[str, Comparison]) -> None:
    comparison = comparisons[name]
    lost = sorted(set(read_found()[name]) - set(comparison.found))
    assert not lost, "\n".join([f"no longer found: {lost}", *lines(comparison)])


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_words_that_are_no_entry_stand_in_the_report(name: str, comparisons: dict[str, Comparison]) -> None:
    words = [words.text for words in REPORTS[name].not_entries if words.why != "furniture"]
    assert [text for text in words if not comparisons[name].produced.spans(text)] == []


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_labels_tell_entries_apart(name: str) -> None:
    labels = [entry.label for entry in REPORTS[name].entries]
    assert len(set(labels)) == len(labels)


def test_bounds_only_get_stricter() -> None:
    floors = read_floors()
    worse = {name: floor.measured + (-1 if holds(name, 0, 1) else 1) for name, floor in floors.items()}
    assert raised(worse) == floors


def test_bounds_and_reports_are_all_recorded() -> None:
    assert set(read_found()) == set(REPORTS)
    assert set(read_floors()) == {"found", "right", "false_entries", "forbidden", "published"}
