"""How names, days and expectations are read when examples are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.expected import read_expected
from tests.examples.fields import same_name, shown_days


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("army", "the Malian army", True),
        ("Highland Students' Forum", "Highland Students Forum", True),
        ("town councillor", "A town councillor of Jambaló", True),
        ("Bălți", "Balti", True),
        ("employees of the water authority", "employees", True),  # fewer words
        ("Kyrgyz border guards", "Tajik border guards", False),
        ("army", "", False),
        ("army", "the", False),  # little words alone say nothing
    ],
)
def test_names_that_say_the_same(wanted: str, got: str, same: bool) -> None:
    assert same_name(wanted, [got]) is same


def test_days_in_words() -> None:
    assert [shown_days(days) for days in (None, ("2020-01-01", "2020-01-01"), ("2020-01-01", None))] == [
        "none",
        "2020-01-01",
        "2020-01-01/",
    ]


def test_a_chain_of_speakers_or_several(tmp_path: Path) -> None:
    head = "report: a.txt\npublished: unknown\nentries:\n  - {type: bombing, kind: incident, date: null, said_by: "
    (tmp_path / "a.yaml").write_text(head + "{a: [nurse, station], b: [[nurse], []]}}\n", "utf-8")
    (report,) = read_expected(tmp_path)
    assert report.entries[0].said_by == (("a", (("nurse", "station"),)), ("b", (("nurse",), ())))


def test_a_key_that_nobody_would_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("report: a.txt\npublished: unknown\nentries: []\nnot_entry: []\n", "utf-8")
    with pytest.raises(ValueError, match="unknown key not_entry"):
        read_expected(tmp_path)
