"""Publication dates that texts state, marked inline as [[...]]; none is marked where none is stated."""

from __future__ import annotations

import pytest

from dateline.read.dates import parse_date
from dateline.read.plain import blocks_of
from dateline.read.published import find_stated
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
    # Not when it came out, but what happened, or what others published.
    ("Gunmen attacked a jail on 3 June 2020, officials said.\n" + BODY, None, None),
    ("In a report published on 3 June 2020 the group named six guards.\n" + BODY, None, None),
    ("On 3 June 2020 - a Wednesday - gunmen attacked the jail.\n" + BODY, None, None),
    ("Gunmen attack jail\nPublished: 12 May\n" + BODY, None, None),  # no year
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
