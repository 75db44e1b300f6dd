"""The page as text: self-contained, locked down, and with nothing in it but what it is given."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.export import ExportOptions, Report, html
from dateline.export.page.document import ASSETS
from dateline.model.document import Zone, ZoneKind, text_id
from dateline.model.span import Span
from tests.export.sample import sample

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u2028"


def page(options: ExportOptions | None = None) -> str:
    return "".join(html(*sample(), options))


def test_nothing_is_asked_of_the_network() -> None:
    text = page()
    # What could load something: none but the empty icon.
    assert re.findall(r"(?:src|href)=\"(?!#)([^\"]*)\"", text) == ["data:,"]
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text)


def test_the_policy_names_the_very_scripts_and_style() -> None:
    text = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    allowed = set(re.findall(r"sha256-([^&'#]+)", policy[1]))
    blocks = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", text, re.S)
    hashes = {base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks}
    assert len(blocks) == 3
    assert hashes == allowed
    assert "unsafe" not in policy[1]
    # Attributes that the policy would forbid, and that would do nothing.
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.S))


def test_text_of_reports_and_values_stays_text() -> None:
    entries, _ = sample()
    hostile = replace(entries[0], title=HOSTILE, places=(replace(entries[0].places[0], name=HOSTILE),))
    body = Zone(ZoneKind.BODY, Span(0, len(HOSTILE)), HOSTILE)
    report = Report(HOSTILE, text_id(HOSTILE), HOSTILE, (body,), HOSTILE, HOSTILE, HOSTILE, "javascript:alert(3)", HOSTILE)
    text = "".join(html([hostile], [report], ExportOptions(title=HOSTILE)))
    assert "<img" not in text
    assert len(re.findall(r"<script", text)) == 3
    assert not re.search(r"href=\"javascript:", text)


def test_private_names_stay_out_of_every_part_of_the_page() -> None:
    assert "Samir" not in page()
    assert "[name withheld]" in page()
    assert "Samir Haddad" in page(ExportOptions(names=True))


def test_the_same_entries_make_the_same_page() -> None:
    entries, reports = sample()
    assert "".join(html(entries, reports)) == "".join(html(entries[::-1], reports))


def test_characters_that_pages_cannot_hold_are_replaced() -> None:
    entries, reports = sample()
    odd = replace(entries[3], title="bell \x07 surrogate \ud800")
    text = "".join(html([odd], reports))
    text.encode("utf-8")
    assert "\x07" not in text


def test_no_entries_make_a_page_too() -> None:
    assert "0 entries" in "".join(html([], []))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes() -> dict[str, dict[str, str]]:
    text = (ASSETS / "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r"(:root[^{]*)\{([^}]*)\}", text)
    tokens = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", body)) for _, body in blocks]
    return {"light": tokens[0], "system dark": tokens[1], "chosen dark": tokens[2]}


@pytest.mark.parametrize("theme", ["light", "system dark", "chosen dark"])
def test_colours_keep_the_contrast_of_wcag_aa(theme: str) -> None:
    tokens = themes()[theme]
    words = [("ink", g) for g in ("paper", "sheet", "well", "mark", "chosen", "speaks", "accent-soft", "warn-soft")]
    words += [("soft", g) for g in ("paper", "sheet", "well", "accent-soft", "land")]
    words += [
        ("accent", "paper"),
        ("accent", "sheet"),
        ("warn", "sheet"),
        ("warn", "warn-soft"),
        ("paper", "accent"),
        ("paper", "ink"),
    ]
    drawn = [(f, "sheet") for f in FAMILIES] + [("mark-line", "sheet"), ("chosen-line", "sheet"), ("focus", "sheet")]
    poor = [(a, b, round(contrast(tokens[a], tokens[b]), 2)) for a, b in words if contrast(tokens[a], tokens[b]) < 4.5]
    poor += [(a, b, round(contrast(tokens[a], tokens[b]), 2)) for a, b in drawn if contrast(tokens[a], tokens[b]) < 3]
    assert poor == []


def test_both_ways_into_the_dark_have_the_same_colours() -> None:
    assert themes()["system dark"] == themes()["chosen dark"]


FAMILIES = ("attack battle unrest custody communication campaign leadership movement accident statistic").split()


def test_every_family_has_a_shape_and_a_colour() -> None:
    symbols = Path(ASSETS / "symbols.svg").read_text(encoding="utf-8")
    for family in FAMILIES:
        assert f'id="f-{family}"' in symbols
        assert family in themes()["light"]
