"""From the parts of a report to a document: text repaired and frozen, zones, language, dates, outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model.document import Capture, Document, StatedDate, Zone, ZoneKind
from dateline.model.span import Span
from dateline.read.address import day_of
from dateline.read.block import Page
from dateline.read.dates import parse_date
from dateline.read.language import UNKNOWN, identify, refusal
from dateline.read.markdown import plain_of
from dateline.read.options import ReadOptions, Reject
from dateline.read.plain import blocks_of
from dateline.read.published import Stated, find_stated
from dateline.read.repair import repair
from dateline.read.zones import zones_of
from dateline.read.zones.line import FUNCTION_WORDS, WORD, words_of
from dateline.read.zones.title import clean_title, matches

QUOTED = 0.6
"""Share of a title's word triples found in the text above which it only quotes the text, as posts' titles do."""
FOREIGN_WORDS = 8
"""Words of a block without one English function word from which its own language is asked for."""
FOREIGN_SURE = 0.7


@dataclass(frozen=True, slots=True)
class Raw:
    """A report as got, before anything is decided. `parts` by our names: text, title, outlet, published, url, id, author."""

    locator: str
    sha256: str
    parts: Mapping[str, str]
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What to keep besides, such as encoding and format."""


def assemble(raw: Raw, options: ReadOptions, marked: bool = False) -> Document | Reject:
    """Return the document of a plain or (`marked`) markdown text, or why there is none."""
    text = raw.parts.get("text", "")
    if len(text) > options.max_characters:
        return Reject(raw.locator, f"{len(text):,} characters: more than the {options.max_characters:,} of one report")
    parts = dict(raw.parts)
    text = repair(text)
    if marked:
        text, front = plain_of(text)
        parts = {**front, **parts}
    title = clean_title(repair(parts.get("title", "")), options.outlet or parts.get("outlet")) or None
    if title and text and _adds(title, text):
        text = f"{title}\n\n{text}"
    parts["title"] = title or ""
    return finish(raw, Page(text, blocks_of(text, marked), parts), options)


def finish(raw: Raw, page: Page, options: ReadOptions) -> Document | Reject:
    """Return the document of a frozen page, or why there is none."""
    if not WORD.search(page.text):
        return Reject(raw.locator, "no text")
    given = page.parts.get("title") or None
    zones = zones_of(page.blocks, given)
    language, reason = refusal(_body(page.text, zones), options.languages)
    if language == UNKNOWN or language in options.languages:
        zones = tuple(_foreign(page.text, z, options.languages) for z in zones)
    if language == UNKNOWN:
        # Paragraphs in two languages look like none; without the foreign ones the rest may be clear.
        language, reason = refusal(_body(page.text, zones), options.languages)
    if reason:
        return Reject(raw.locator, reason)
    stated = find_stated(page.text, zones)
    if stated.line is not None:
        line = Zone(ZoneKind.FURNITURE, zones[stated.line].span, "time stamp")
        zones = (*zones[: stated.line], line, *zones[stated.line + 1 :])
    title = next((" ".join(z.span.of(page.text).split()) for z in zones if z.kind is ZoneKind.TITLE), given)
    capture = Capture(raw.sha256, raw.locator, options.outlet or page.parts.get("outlet") or stated.outlet)
    kept = {k: page.parts[k] for k in ("author", "url", "id") if page.parts.get(k)}
    return Document(capture, page.text, language, zones, title, _published(page.parts, stated, options), {**raw.metadata, **kept})


def _published(parts: Mapping[str, str], stated: Stated, options: ReadOptions) -> StatedDate | None:
    """Return the date by flag, else by metadata, else as stated."""
    if options.published and (iso := parse_date(options.published)):
        return StatedDate(iso, "flag")
    if iso := parse_date(parts.get("published", "")):
        return StatedDate(iso, "metadata")
    if stated.published is None and (iso := day_of(parts.get("url", ""))):
        return StatedDate(iso, "metadata")
    return stated.published


def _adds(title: str, text: str) -> bool:
    """Tell whether a title says something that the text does not have as a line of its own or quotes at length."""
    key = words_of(title)
    words = key.split()
    if len(words) < 3 or any(matches(words_of(line), key) for line in _head(text)):
        return False
    triples = list(zip(words, words[1:], words[2:], strict=False))
    body = words_of(text[:20_000]).split()
    there = set(zip(body, body[1:], body[2:], strict=False))
    return sum(t in there for t in triples) < QUOTED * len(triples)


def _head(text: str) -> Sequence[str]:
    return [line for line in text[:8000].split("\n") if line][:40]


def _body(text: str, zones: Sequence[Zone]) -> str:
    return "\n".join(z.span.of(text) for z in zones if z.kind is ZoneKind.BODY) or text


def _foreign(text: str, zone: Zone, languages: tuple[str, ...]) -> Zone:
    """Return a zone, as furniture if it is in a language that cannot be coded."""
    if zone.kind is ZoneKind.FURNITURE:
        return zone
    piece = zone.span.of(text)[:2000]
    words = WORD.findall(piece)
    if len(words) < FOREIGN_WORDS or any(w.lower() in FUNCTION_WORDS for w in words):
        return zone
    code, score = identify(piece)
    if code == UNKNOWN or code in languages or score < FOREIGN_SURE:
        return zone
    return Zone(ZoneKind.FURNITURE, zone.span, f"in another language ({code})")


def check_spans(document: Document) -> None:
    """Raise ValueError unless zones are in order, apart, and leave out nothing but white space."""
    at = 0
    for zone in document.zones:
        if zone.span.start < at or re.search(r"\w", document.text[at : zone.span.start]):
            raise ValueError(f"zones leave out or share text before {zone.span}")
        at = Span(zone.span.start, zone.span.end).end
    if re.search(r"\w", document.text[at:]):
        raise ValueError("zones leave out the end of the text")
