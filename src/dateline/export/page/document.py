"""Putting the page together: template, style, scripts and data in one file that asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from dateline.export import wording
from dateline.export.options import ExportOptions, Report, in_order, named
from dateline.export.page.content import EntryView, entry_view, evidence_of, report_view
from dateline.export.page.index import index
from dateline.export.privacy import Privacy
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import Family
from dateline.resources.outlines.loader import load

ASSETS = Path(__file__).parent / "assets"
STYLES = ("tokens.css", "frame.css", "overview.css", "entry.css", "report.css", "adapt.css")
SCRIPTS = ("core.js", "filters.js", "timeline.js", "map.js", "reader.js", "start.js")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that HTML forbids or that UTF-8 cannot carry; each is shown as a replacement character."""


def html(entries: Iterable[Entry], reports: Iterable[Report], options: ExportOptions | None = None) -> Iterator[str]:
    """Yield the page in pieces. Claims of reports that are not given are listed, but lead to no text."""
    # Jinja is slow to import, and only the page needs it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    options = options or ExportOptions()
    reports = list(reports)
    names = {
        report.id: report.outlet or report.title or wording.locator_words(report.locator) or report.id for report in reports
    } | dict(options.sources)
    listed = [named(entry, names) for entry in in_order(entries)]
    privacy = Privacy(listed, options)
    outlines = load()
    titles = {entry.id: privacy.value(entry.title) for entry in listed}
    views = [entry_view(entry, titles, dict(outlines.names), privacy) for entry in listed]
    evidence = evidence_of(listed)
    environment = Environment(
        loader=FileSystemLoader(ASSETS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style, head, script = (_asset(names) for names in (STYLES, ("head.js",), SCRIPTS))
    pieces = environment.get_template("page.html.j2").generate(
        title=options.title,
        policy=_policy(style, head, script),
        style=style,
        head=head,
        script=script,
        symbols=_asset(("symbols.svg",)),
        data=_embedded(index(listed, outlines, privacy)),
        entries=views,
        years=_years(views),
        families=_families(listed),
        reports=[report_view(report, evidence.get((report.id, report.text_id), {}), privacy) for report in reports],
        claims=sum(view.claims for view in views),
        span=_span(listed),
        names=options.names,
        own_voice=wording.OWN_VOICE,
    )
    return (_UNFIT.sub("\N{REPLACEMENT CHARACTER}", piece) for piece in pieces)


@lru_cache(maxsize=8)
def _asset(names: tuple[str, ...]) -> str:
    text = "".join((ASSETS / name).read_text(encoding="utf-8") for name in names)
    return f'(function () {{\n"use strict";\n{text}}})();\n' if names[0].endswith(".js") else text


def _policy(style: str, *scripts: str) -> str:
    """Return a Content-Security-Policy under which nothing runs or loads but the page's own style and scripts."""
    hashes = " ".join(_hash(script) for script in scripts)
    allowed = f"script-src {hashes}; style-src {_hash(style)}; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embedded(value: JsonValue) -> str:
    """Return JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _years(views: Sequence[EntryView]) -> list[tuple[str, list[EntryView]]]:
    years: dict[str, list[EntryView]] = {}
    for view in views:
        years.setdefault(view.year, []).append(view)
    return list(years.items())


def _families(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    counts = [(family.value, sum(e.family is family for e in entries)) for family in Family]
    return [(family, count) for family, count in counts if count]


def _span(entries: Sequence[Entry]) -> str:
    """Return from when to when the entries go, in words."""
    starts = [e.date.start[:10] for e in entries if e.date and e.date.start]
    ends = [e.date.end[:10] for e in entries if e.date and e.date.end]
    if not starts or not ends:
        return ""
    first, last = wording.day_words(min(starts)), wording.day_words(max(ends))
    return first if first == last else f"{first} to {last}"
