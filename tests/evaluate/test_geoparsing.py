"""The geoparsing suite on invented articles."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import geoparsing
from dateline.evaluate.suites._places_gold import Article, GoldPlace, read_gold
from dateline.evaluate.suites.geoparsing import FARTHEST_KM, Places
from dateline.model.span import Span

TOPONYMS = """<?xml version='1.0' encoding='utf-8'?>
<articles><article docid="7"><title> A fire
 in Oslo </title><domain>example.org</domain><dltime>2019-03-02 10:00:00</dltime>
<text>Oslo burned; so did Main Street.</text>
<toponyms count="2"><toponym><start>20</start><end>31</end><phrase>Main Street</phrase></toponym>
<toponym><start>0</start><end>4</end><phrase>Oslo</phrase>
<gaztag geonameid="1"><name>Oslo</name><lat>59.91</lat><lon>10.75</lon></gaztag></toponym></toponyms></article></articles>"""
LOCATIONS = """<articles><article><source>https://example.org</source><text>In Lima, in Lima.</text><locations>
<location><name>Lima</name><start>3</start><end>7</end><lat>-12.05</lat><lon>-77.05</lon></location></locations></article></articles>"""


def test_read_gold(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(TOPONYMS)
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(LOCATIONS.encode()))
    (article,) = read_gold(tmp_path, "a")
    text = "Oslo burned; so did Main Street."
    assert article.report == Report("7-1", text, "A fire in Oslo", "2019-03-02", "example.org")
    assert article.places == (
        GoldPlace(Span(0, 4), "Oslo", (59.91, 10.75)),
        GoldPlace(Span(20, 31), "Main Street", None),
    )
    (other,) = read_gold(tmp_path, "b")
    assert other.places == (GoldPlace(Span(3, 7), "Lima", (-12.05, -77.05)),)
    assert (other.report.title, other.report.published, other.report.outlet) == (None, None, None)


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (LOCATIONS.replace("<end>7<", "<end>70<"), "no characters 3 to 70"),
        (LOCATIONS.replace("<end>7<", "<end><"), "without start and end"),
        (LOCATIONS.replace("</articles>", ""), "not XML"),
        ("<articles/>", "no article"),
        ("<articles><article/></articles>", "article 1: no text"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><articles/>', "declares entities"),
    ],
)
def test_gold_that_is_none(tmp_path: Path, xml: str, message: str) -> None:
    (tmp_path / "a.xml").write_text(xml)
    with pytest.raises(GoldError, match=message):
        read_gold(tmp_path, "a")


def test_title_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(TOPONYMS.replace(" A fire\n in Oslo ", "Oslo burned"))
    assert read_gold(tmp_path, "a")[0].report.title is None


def test_lines_that_the_xml_wrapped_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        TOPONYMS.replace("burned; so did", "burned;\n            did").replace(">20<", ">29<").replace(">31<", ">40<")
    )
    (article,) = read_gold(tmp_path, "a")
    assert article.report.text == "Oslo burned; did Main Street."
    assert article.places[1].span.of(article.text) == "Main Street"


def test_stretches_stand_where_they_stood() -> None:
    gold, ours = "Oslo  \x96 and\nLima", "A title\n\nOslo – and Lima"
    there = Places(gold, ours)
    at = ours.index("Lima")
    assert there.span(Span(at, at + 4)) == Span(gold.index("Lima"), len(gold))
    assert there.span(Span(9, 13)) == Span(0, 4)
    assert there.span(Span(0, 7)) is None


def test_scored() -> None:
    text = "Oslo burned; Lima and Bergen did not; nor did Main Street."
    places = tuple(
        GoldPlace(Span(text.index(name), text.index(name) + len(name)), name, point)
        for name, point in [
            ("Oslo", (59.91, 10.75)),
            ("Lima", (-12.05, -77.05)),
            ("Bergen", (60.39, 5.32)),
            ("Main Street", None),
        ]
    )
    oslo, lima, bergen, street = (place.span for place in places)
    ours = {oslo: (59.9, 10.7), lima: None, street: None, Span(40, 43): (1.0, 1.0)}
    found = geoparsing.scored([Article(Report("a", text), text, places)], {"a": ours})
    assert found.metrics["recognition_precision"] == 3 / 4
    assert found.metrics["recognition_recall"] == 3 / 4
    assert found.metrics["recognition_f1"] == 3 / 4
    assert found.metrics["acc161"] == 1 / 2
    assert found.metrics["acc161_all"] == 1 / 3
    assert found.metrics["median_km"] == pytest.approx((FARTHEST_KM + 3.0) / 2, abs=3)
    assert [(m.what, m.gold, m.ours) for m in found.misses] == [
        ("Lima", "-12.05, -77.05", "nowhere"),
        ("Bergen", "a place", ""),
        (text[40:43], "", "a place"),
    ]
    assert found.baselines["acc161/most populous"] == 1.0
    assert geoparsing.scored([Article(Report("a", text), text, places)], {}).metrics["recognition_f1"] == 0.0


def test_places() -> None:
    text = "Russia said that Turkish troops had shelled the town of Baidoa in Somalia."
    ((_, annotated, _),) = Coder(1).claims([Report("a", text)])
    found = {span.of(annotated.document.text): point for span, point in geoparsing.places(annotated)}
    assert {"Russia", "Turkish", "Baidoa", "Somalia"} <= set(found)
    assert all(found.values())
    assert "Turkish" not in {s.of(annotated.document.text) for s, _ in geoparsing.places(annotated, frozenset({"demonym"}))}
