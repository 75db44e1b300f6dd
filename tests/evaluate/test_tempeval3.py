"""The tempeval3 suite on an invented document."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suite import GoldError, Miss
from dateline.evaluate.suites import tempeval3
from dateline.evaluate.suites.tempeval3 import Gold, Timex3, document
from dateline.model.span import Span

TML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-05-12" functionInDocument="CREATION_TIME">05/12/2021</TIMEX3></DCT>
<TITLE>Harbour shut</TITLE>
<TEXT>
The harbour of Port Merrin was <EVENT eid="e1" class="OCCURRENCE">shut</EVENT> on <TIMEX3 tid="t1"
type="DATE" value="2021-05-10">Monday</TIMEX3>. It had been open between <TIMEX3 tid="t2"
type="DATE" value="2014">2014</TIMEX3> and <TIMEX3 tid="t3"
type="DATE" value="2019">2019</TIMEX3>, and stayed dry for <TIMEX3 tid="t4"
type="DURATION" value="P3M">three months.</TIMEX3>
</TEXT>
</TimeML>
"""


def packed(folder: Path, name: str, **files: str) -> None:
    with tarfile.open(folder / name, "w:gz") as archive:
        for stem, text in files.items():
            info = tarfile.TarInfo(f"mini/{stem}.tml")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))


def test_read_gold(tmp_path: Path) -> None:
    packed(tmp_path, "mini.tar.gz", harbour=TML)
    (gold,) = tempeval3.read_gold(tmp_path, "mini")
    assert (gold.id, gold.created) == ("harbour", "2021-05-12")
    # the date of creation and the full stop after "months" are not marked
    words = [(t.span.of(gold.text), t.value) for t in gold.marked]
    assert words == [("Monday", "2021-05-10"), ("2014", "2014"), ("2019", "2019"), ("three months", "P3M")]


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no other.tar.gz"):
        tempeval3.read_gold(tmp_path, "other")
    packed(tmp_path, "mini.tar.gz", broken="<TimeML><TEXT>")
    with pytest.raises(GoldError, match="broken: not XML"):
        tempeval3.read_gold(tmp_path, "mini")
    packed(tmp_path, "mini.tar.gz", empty="<TimeML></TimeML>")
    with pytest.raises(GoldError, match="empty: no TEXT"):
        tempeval3.read_gold(tmp_path, "mini")
    (tmp_path / "mini.tar.gz").write_bytes(b"no archive")
    with pytest.raises(GoldError, match="cannot be read"):
        tempeval3.read_gold(tmp_path, "mini")


def test_ours() -> None:
    gold = document(TML.encode(), "harbour")
    ((_, annotated, _),) = Coder(1).claims([Report(gold.id, gold.text, published=gold.created)])
    # an interval is one mention and has two ends
    assert tempeval3.ours(gold, annotated) == list(gold.marked)


def test_scored() -> None:
    text = "They met on Friday night, again in May 2020, and left soon."
    friday, may, soon = (Span(text.index(w), text.index(w) + len(w)) for w in ("Friday", "May 2020", "soon"))
    gold = Gold("a", text, "2020-06-01", (Timex3(friday, "2020-05-29"), Timex3(may, "2020-05")))
    night = Span(friday.start, friday.end + len(" night"))
    found = tempeval3.scored([gold], {"a": [Timex3(night, "2020-05-29"), Timex3(may, "2020-06"), Timex3(soon, "FUTURE_REF")]})
    assert found.metrics["relaxed_precision"] == pytest.approx(2 / 3)
    assert found.metrics["relaxed_recall"] == 1
    assert found.metrics["relaxed_f1"] == pytest.approx(0.8)
    assert found.metrics["strict_f1"] == pytest.approx(0.4)
    assert found.metrics["value_f1"] == pytest.approx(0.4)
    assert (found.documents, found.items) == (1, 2)
    around = f"(2020-06-01) …{text}…"
    assert found.misses == (
        Miss("a", "Friday", "2020-05-29", "2020-05-29 [Friday night]", around),
        Miss("a", "May 2020", "2020-05", "2020-06 [May 2020]", around),
        Miss("a", "soon", "", "FUTURE_REF", around),
    )
    assert tempeval3.scored([gold], {}).metrics["relaxed_f1"] == 0


def test_partner_is_the_one_that_shares_most() -> None:
    one = Timex3(Span(0, 10), "")
    less, more = Timex3(Span(8, 20), "x"), Timex3(Span(2, 8), "y")
    assert tempeval3.partner(one, [less, more]) == more
    assert tempeval3.partner(one, [Timex3(Span(10, 12), "")]) is None
