"""Articles with marked place names in the XML forms of LGL, TR-News, GeoVirus and GeoWebNews.

All have `article` elements with a `text` and, in it, `toponym` or `location` elements with `start` and `end`: 0-based, the end
excluded, over `text` alone. Coordinates stand in the element or in its `gaztag`; streets and the like often have none. LGL's text
begins with its title, the others' does not. Lines with a deep indent were wrapped by whoever printed the XML. Demonyms
("Turkish") are marked in LGL and TR-News, not in GeoVirus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import _rows
from dateline.model.span import Span

_PLACES = ("toponym", "location")
_WRAPPED = re.compile(r"\n {4,40}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A marked name and its point (latitude, longitude), if gold has one."""

    span: Span
    phrase: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its names, each span once, in text order; spans are of `text`, which the report has without indents."""

    report: Report
    text: str
    places: tuple[GoldPlace, ...]


def read_gold(folder: Path, split: str) -> list[Article]:
    """Return the articles of a corpus. Raises GoldError."""
    path = _rows.find(folder, split, [".xml"])
    # An entity of its own could make a small file a huge text; no corpus has any.
    lines = _rows.lines(path)
    if any("<!ENTITY" in line for line in lines):
        raise GoldError(f"{path}: declares entities")
    try:
        root = ElementTree.fromstring("\n".join(lines).encode("utf-8"))
    except ElementTree.ParseError as e:
        raise GoldError(f"{path}: not XML: {e}") from e
    found = [_article(element, n, f"{path}, article {n}") for n, element in enumerate(root.iter("article"), 1)]
    if not found:
        raise GoldError(f"{path}: no article")
    return found


def _article(element: ElementTree.Element, number: int, where: str) -> Article:
    text = element.findtext("text")
    if not text:
        raise GoldError(f"{where}: no text")
    title = " ".join((element.findtext("title") or "").split())
    day = _DAY.match((element.findtext("dltime") or "").strip())
    report = Report(
        f"{element.get('docid') or 'article'}-{number}",
        _WRAPPED.sub(" ", text),
        title if not text.startswith(title) else None,
        day[0] if day else None,
        (element.findtext("domain") or "").strip() or None,
    )
    by_span = {place.span: place for place in _places(element, text, where)}
    return Article(report, text, tuple(by_span[span] for span in sorted(by_span)))


def _places(article: ElementTree.Element, text: str, where: str) -> Iterator[GoldPlace]:
    for element in (e for name in _PLACES for e in article.iter(name)):
        try:
            span = Span(int(element.findtext("start") or ""), int(element.findtext("end") or ""))
        except ValueError as e:
            raise GoldError(f"{where}: a place without start and end") from e
        if not 0 <= span.start < span.end <= len(text):
            raise GoldError(f"{where}: no characters {span.start} to {span.end}")
        tag = element.find("gaztag")
        yield GoldPlace(span, span.of(text), _point(element if tag is None else tag))


def _point(element: ElementTree.Element) -> tuple[float, float] | None:
    try:
        return float(element.findtext("lat") or ""), float(element.findtext("lon") or "")
    except ValueError:
        return None
