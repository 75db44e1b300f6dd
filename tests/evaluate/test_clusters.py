"""B3 and pairwise figures on clusterings worked out by hand."""

from __future__ import annotations

import pytest

from dateline.evaluate.clusters import Item, cluster_baselines, cluster_counts, cluster_figures, matched
from dateline.evaluate.figures import totals


def figures(items: list[Item]) -> dict[str, float]:
    return cluster_figures(totals(list(cluster_counts(items).values())))


def test_bagga_and_baldwin() -> None:
    # Gold {1 2 3 4 5} {6 7} {8 9 a b c}; ours joins the last two. Precision 9.333 / 12 in their paper: 16/21 for
    # the first response, here with the second: 5 x 1 + 2 x 2/7 + 5 x 5/7 = 9.143 of 12; recall is 1.
    gold = dict.fromkeys("12345", "A") | dict.fromkeys("67", "B") | dict.fromkeys("89abc", "C")
    items = [Item(d, g, "x" if g == "A" else "y") for d, g in gold.items()]
    precision = (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12
    found = figures(items)
    assert found["b3_f1"] == pytest.approx(2 * precision / (1 + precision))
    # 10 + 1 + 10 pairs in gold, 10 + 21 in ours, all of gold's among them.
    assert found["pairwise_f1"] == pytest.approx(2 * 21 / (21 + 31))


def test_a_perfect_clustering_scores_one() -> None:
    assert figures([Item("1", "A", "x"), Item("2", "A", "x"), Item("3", "B", "y")]) == {"b3_f1": 1.0, "pairwise_f1": 1.0}


def test_what_is_in_no_entry_stands_alone() -> None:
    # Recall of 1 and 2 is a half each; nothing is joined wrongly.
    found = figures([Item("1", "A", None), Item("2", "A", None), Item("3", "B", "y")])
    assert found["b3_f1"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    assert found["pairwise_f1"] == 0.0


def test_baselines_of_three_reports() -> None:
    items = [Item("1", "A", "x"), Item("2", "A", "x"), Item("3", "B", "y")]
    found = cluster_baselines(items)
    assert found["b3_f1/singletons"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    assert found["pairwise_f1/singletons"] == 0.0
    precision = (2 / 3 + 2 / 3 + 1 / 3) / 3
    assert found["b3_f1/one_cluster"] == pytest.approx(2 * precision / (precision + 1))
    assert found["pairwise_f1/one_cluster"] == pytest.approx(0.5)  # one of three pairs is right, and all of gold's


def test_a_report_of_two_incidents_counts_twice() -> None:
    gold = {"1": ["A"], "2": ["A", "B"], "3": ["B"]}
    ours = {"1": ["x"], "2": ["y", "x"], "3": ["y", "z"]}
    # Report 2 tells y most, but shares x with report 1 of incident A. z comes after as many entries as report 3 has incidents.
    assert matched(gold, ours) == [Item("1", "A", "x"), Item("2", "A", "x"), Item("2", "B", "y"), Item("3", "B", "y")]


def test_a_report_with_fewer_entries_than_incidents_leaves_one_without() -> None:
    assert matched({"1": ["A", "B"]}, {"1": ["x"]}) == [Item("1", "A", "x"), Item("1", "B", None)]
    assert matched({"1": ["A"]}, {}) == [Item("1", "A", None)]
