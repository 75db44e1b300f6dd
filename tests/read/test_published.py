"""Publication dates that texts state, marked inline as [[...]]; none is marked where none is stated."""

from __future__ import annotations

import pytest

from dateline.model.document import Document, ZoneKind
from dateline.read.address import day_of
from dateline.read.dates import parse_date
from dateline.read.options import ReadOptions
from dateline.read.plain import blocks_of
from dateline.read.published import find_stated
from dateline.read.reader import read_bytes
from dateline.read.zones import zones_of

BODY = "Six guards were killed in the attack on Marun jail, officials said.\nNine prisoners were caught near Marun on 2 May 2017."

STATED = [
    ("MARUN CITY, [[4 FEB 90]] (SARVAND-PRESS) -- [TEXT] THE ARMY DENIED THE ATTACK.\n" + BODY, "1990-02-04", "SARVAND-PRESS"),
    ("MARUN, [[March 3, 2019]] (Oland Press) - Gunmen attacked a jail.\n" + BODY, "2019-03-03", "Oland Press"),
    ("MARUN, March 3 (Oland Press) - Gunmen attacked a jail.\n" + BODY, None, "Oland Press"),  # no year
    ("MARUN, Telmar (Oland Press) – Gunmen attacked a jail.\n" + BODY, None, "Oland Press"),
    ("([[July 5, 2022]] / OPS) The ministry condemned the attack on the jail.\n" + BODY, "2022-07-05", "OPS"),
    ("Gunmen attack jail\nPublished: [[12 May 2021]]\n" + BODY, "2021-05-12", None),
    ("Gunmen attack jail\nPosted on [[May 12, 2021]] by Rana Holt\n" + BODY, "2021-05-12", None),
    ("Gunmen attack jail\nBy Rana Holt | [[3 June 2020]]\n" + BODY, "2020-06-03", None),
    ("Gunmen attack jail\nBy Rana Holt, [[3 June 2020]]\n" + BODY, "2020-06-03", None),
    ("Gunmen attack jail\nWednesday, [[14 June 2023]], 16:21\n" + BODY, "2023-06-14", None),
    ("Gunmen attack jail\n[[2 July، 2022]]\n" + BODY, "2022-07-02", None),
    ("Gunmen attack jail\nLast updated: 14 May 2021\nPublished: [[12 May 2021]]\n" + BODY, "2021-05-12", None),
    ("Gunmen attack jail\nPublished 2021-05-12T10:00:00\n".replace("2021-05-12T", "[[2021-05-12]]T") + BODY, "2021-05-12", None),
    (BODY + "\nPublished on [[1 January 2020]]", "2020-01-01", None),
    ("Gunmen attacked the jail of Marun. 11:09 AM · [[Mar 8, 2021]]318.7KViews3696793", "2021-03-08", None),
    ("Gunmen attack jail\nNorthern Courts Bulletin, Wednesday, [[24 February 2021]]\n" + BODY, "2021-02-24", None),
    ("Gunmen attack jail\n[[25.08.2016]], 18:42\n" + BODY, "2016-08-25", None),
    ('Gunmen attack jail\n[[25.08.2016]], 18:42, Agency "Oland Press"\n' + BODY, "2016-08-25", None),
    ("Gunmen attack jail\nThursday [[5 May 2022]] | 10:41\n" + BODY, "2022-05-05", None),
    ("Gunmen attack jail\n[[2022-08-18]] 14:20\n" + BODY, "2022-08-18", None),
    ("Gunmen attack jail\n[[2022-08-18]]T14:20:33+03:00\n" + BODY, "2022-08-18", None),
    ("Gunmen attack jail\nSunday, [[23 June, 2023]]\n" + BODY, "2023-06-23", None),
    ("Gunmen attack jail\n[[Aug 23, 2021]]\n" + BODY, "2021-08-23", None),
    ("Gunmen attack jail\nOland Press | Marun | [[3 June 2020]] | 2 min read\n" + BODY, "2020-06-03", None),
    ("Weekly note No. 11\nArea: Marun | Period: 10 to 16 March 2022 | Issued: [[18 March 2022]]\n" + BODY, "2022-03-18", None),
    (
        "Gunmen attack jail\nPublished 12 May 2021 Updated 14 May 2021\n".replace("12 May 2021", "[[12 May 2021]]") + BODY,
        "2021-05-12",
        None,
    ),
    ("Gunmen attack jail\nBy Rana Holt, published on [[2 May 2021]]\n" + BODY, "2021-05-02", None),
    # the page shows the day of the visit above the title
    ("Marun Post, 30 August 2024\nGunmen attack the jail of Marun\n[[3 June 2020]]\n" + BODY, "2020-06-03", None),
    (BODY + "\nMarun, [[3 June 2020]]", "2020-06-03", None),  # a communique's last line
    (BODY + "\nMedia Office of the Marun Council, [[3 June 2020]]", "2020-06-03", None),
    (
        BODY + " The guards were named by the interior ministry of Telmar in a note to the families of the six men on the same "
        "evening, and two of them came from Marun itself. This article was first published on [[2 May 2021]].",
        "2021-05-02",
        None,
    ),
    # Not when it came out, but what happened, or what others published.
    ("Gunmen attacked a jail on 3 June 2020, officials said.\n" + BODY, None, None),
    ("In a report published on 3 June 2020 the group named six guards.\n" + BODY, None, None),
    ("On 3 June 2020 - a Wednesday - gunmen attacked the jail.\n" + BODY, None, None),
    ("Gunmen attack jail\nPublished: 12 May\n" + BODY, None, None),  # no year
    ("Gunmen attack jail\nPosted 3 hours ago\n" + BODY, None, None),
    ("Six hostages released on 3 June 2020\n" + BODY, None, None),
    ("Gunmen attack jail\nPublished on 3 May 2021, the report of the council names six guards.\n" + BODY, None, None),
    ("STATEMENT ISSUED 3 MAY 1990 SAYS GUNMEN ATTACKED THE JAIL OF MARUN.\n" + BODY.upper(), None, None),
    ("Gunmen attack jail\nIncident date: 3 June 2020\n" + BODY, None, None),
    ("Gunmen attack jail\nPhoto: Marun market, 3 June 2020\n" + BODY, None, None),
    ("Gunmen attack jail\nMarun jail attack, 3 June 2020\n" + BODY, None, None),
    ("Gunmen attack jail\n28 May to 3 June 2020\n" + BODY, None, None),
    ("Gunmen attack jail\n— Rana Holt (@ranaholt) April 22, 2022\n" + BODY, None, None),
    ("Gunmen attacked the jail of Marun at 10:30, 3 June 2020.\n" + BODY, None, None),
    # the days of a chronology
    (
        "Attacks on the jail of Marun\nThe jail was attacked twice.\n3 June 2020\nGunmen attacked the jail of Marun.\n"
        "5 July 2020\nGunmen attacked the jail of Marun and fled.",
        None,
        None,
    ),
    (BODY + "\nReader comments\nPosted: 3 June 2020", None, None),
    # other stories' days below a page
    (BODY + "\nRelated stories\nRiver floods the fields of Oland\n3 June 2020", None, None),
    (BODY, None, None),
]


@pytest.mark.parametrize(("marked", "iso", "outlet"), STATED)
def test_stated(marked: str, iso: str | None, outlet: str | None) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    stated = find_stated(text, zones_of(blocks_of(text)))
    assert (stated.published.iso if stated.published else None) == iso
    assert stated.outlet == outlet
    if stated.published and stated.published.span:
        span = stated.published.span
        assert stated.published.basis == "stated"
        assert marked == f"{text[: span.start]}[[{span.of(text)}]]{text[span.end :]}"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019-03-12T10:00:00Z", "2019-03-12"),
        ("20190312", "2019-03-12"),
        ("1552384800", "2019-03-12"),
        ("Tue, 12 Mar 2019 10:00:00 GMT", "2019-03-12"),
        ("March 12th, 2019", "2019-03-12"),
        ("12. March 2019", None),  # an ordinal dot is German
        ("12 Sept. 2019", "2019-09-12"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("03/04/2019", None),  # April in Europe, March in the United States
        ("04/04/2019", "2019-04-04"),
        ("31 February 2019", None),
        ("12 March", None),
        ("April 95", None),
        ("", None),
    ],
)
def test_parse_date(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


def test_line_that_dates_is_furniture() -> None:
    """A line that only dates the report is not coded."""
    text = 'Gunmen attack jail\n25.08.2016, 18:42, Agency "Oland Press"\n' + BODY
    (document,) = read_bytes(text.encode(), "report.txt", ReadOptions())
    assert isinstance(document, Document)
    assert [(z.kind, z.reason) for z in document.zones][1] == (ZoneKind.FURNITURE, "time stamp")


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://oland.example/2022/08/16/gunmen-attack-jail/", "2022-08-16"),
        ("https://oland.example/world/gunmen-attack-jail-2022-08-16/", "2022-08-16"),
        ("https://oland.example/world/20220816/gunmen-attack-jail", "2022-08-16"),
        ("https://x.com/ranaholt/status/1541815603606036480", "2022-06-28"),  # the number holds the time
        ("https://oland.example/2022/08/gunmen-attack-jail", None),  # no day
        ("https://oland.example/story/20229916/", None),
        ("", None),
    ],
)
def test_day_of_address(url: str, iso: str | None) -> None:
    assert day_of(url) == iso
