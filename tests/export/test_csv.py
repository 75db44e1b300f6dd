"""Comma-separated values: columns, formulas, labels."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from dateline.export import ExportOptions, csv_lines
from dateline.export.csv import CLAIM_COLUMNS, ENTRY_COLUMNS
from dateline.model.entry import Entry
from tests.export.sample import sample


def rows(entries: list[Entry], options: ExportOptions | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(entries, options)))))


def test_one_row_an_entry() -> None:
    entries, _ = sample()
    found = rows(entries)
    assert [row["id"] for row in found] == [entry.id for entry in entries]
    assert list(found[0]) == list(ENTRY_COLUMNS)
    prison = found[0]
    assert (prison["freed_low"], prison["freed_best"], prison["freed_high"]) == ("36", "", "65")
    assert prison["perpetrators"] == "Red Dawn Front (claimed)"
    assert (prison["country"], prison["country_label"]) == ("IQ", "Iraq")


def test_one_row_a_claim() -> None:
    entries, _ = sample()
    found = rows(entries, ExportOptions(per_claim=True))
    assert len(found) == sum(len(entry.claims) for entry in entries)
    assert list(found[0]) == list(CLAIM_COLUMNS)
    assert "Radio Sel > the interior ministry" in {row["said_by"] for row in found}


def test_formulas_are_disarmed_in_text_and_numbers_left_alone() -> None:
    entries, _ = sample()
    hostile = replace(entries[0], title='=HYPERLINK("http://x","y")')
    south = replace(entries[4].places[0], lat=-1.67, lon=-74.1)
    found = rows([hostile, replace(entries[4], places=(south,))])
    assert found[0]["title"] == '\'=HYPERLINK("http://x","y")'
    assert (found[1]["lat"], found[1]["lon"]) == ("-1.67", "-74.1")


def test_figures_for_different_people_are_not_added_up() -> None:
    entries, _ = sample()
    guards = entries[0].quantities[1]
    both = replace(entries[0], quantities=(guards, replace(guards, whom="inmates", low=2, best=2, high=2)))
    row = rows([both])[0]
    assert row["killed_low"] == row["killed_high"] == ""
    assert row["quantities"] == "killed 6 or more guards; killed 2 inmates"


def test_lines_come_one_by_one() -> None:
    entries, _ = sample()
    lines = csv_lines(iter(entries), ExportOptions(names=True))
    assert next(lines).startswith("id,kind,")
    assert next(lines).startswith("inc-7f3a,")


def test_private_names_stay_out() -> None:
    entries, _ = sample()
    for per_claim in (False, True):
        assert "Samir" not in "".join(csv_lines(entries, ExportOptions(per_claim=per_claim)))
