"""What a page's head says of it: title, date, author, outlet and address, from meta tags, JSON-LD and time elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from dateline.read.dates import parse_date

META = {
    "published": (
        "article:published_time", "og:published_time", "datepublished", "article.published", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "pubdate",
        "publishdate",
        "publish-date", "publish_date", "publication_date", "published_time", "cxenseparse:recs:publishtime",
        "article_date_original",
        "og:article:published_time", "citation_publication_date", "date", "creation_date", "originalpublicationdate", "timestamp",
    ),
    "title": ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "citation_title", "parsely-title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    "citation_author"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher",
    "citation_journal_title", "copyright"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
"""Names of meta tags for each of our parts, the surest first."""
REPORTS = ("article", "report", "posting", "newsarticle", "webpage")
LONGEST = 500_000


def metadata_of(tree: HtmlElement) -> dict[str, str]:
    """Return what the page says of itself by our part names; dates only if they can be read."""
    given = _meta(tree)
    linked = _linked_data(tree)
    parts: dict[str, str] = {}
    for part, names in META.items():
        values = [given[name] for name in names if name in given]
        values = [linked[part], *values] if part in linked and part != "title" else [*values, linked.get(part, "")]
        usable = (v.strip() for v in values if v.strip() and _fits(part, v))
        if value := next(usable, ""):
            parts[part] = value[:1000]
    if "published" not in parts and (date := _time(tree)):
        parts["published"] = date
    if "title" not in parts and (title := tree.findtext(".//title")):
        parts["title"] = " ".join(title.split())[:1000]
    if canonical := next((link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")), None):
        parts["url"] = canonical
    return parts


def _fits(part: str, value: str) -> bool:
    if part == "published":
        return parse_date(value) is not None
    return not (part in {"author", "outlet"} and value.strip().lower().startswith(("http://", "https://", "©")))


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _time(tree: HtmlElement) -> str | None:
    """Return the one date that the page's time elements agree on, or that of one marked as the publication's."""
    dates: list[str] = []
    for element in tree.iter("time"):
        iso = parse_date(element.get("datetime") or element.text_content()[:100])
        if iso is None:
            continue
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if element.get("pubdate") is not None or "publish" in marks or "posted" in marks:
            return iso
        if "modified" not in marks and "updated" not in marks:
            dates.append(iso)
    return dates[0] if len(set(dates)) == 1 else None


def _linked_data(tree: HtmlElement) -> dict[str, str]:
    """Return what the page's JSON-LD says of the report on it."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text or len(element.text) > LONGEST:
            continue
        try:
            data: object = json.loads(element.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kind = node.get("@type")
            kinds = [str(k).lower() for k in (kind if isinstance(kind, list) else [kind])]
            if "datePublished" in node and any(k.endswith(REPORTS) for k in kinds):
                return _parts_of(node)
    return {}


def _nodes(data: object) -> Iterator[Mapping[str, object]]:
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            if isinstance(graph := item.get("@graph"), list):
                stack.extend(reversed(graph))


def _parts_of(node: Mapping[str, object]) -> dict[str, str]:
    found = {
        "published": _name(node.get("datePublished")),
        "title": _name(node.get("headline")),
        "author": _name(node.get("author")),
        "outlet": _name(node.get("publisher")),
    }
    return {part: value for part, value in found.items() if value}


def _name(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, Mapping):
        value = value.get("name")
    return value.strip() if isinstance(value, str) else ""
