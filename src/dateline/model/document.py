"""What was got, and the frozen text that came out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.span import Span


class ZoneKind(StrEnum):
    """What part of a page a stretch of text is."""

    TITLE = "title"
    BODY = "body"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Zone:
    """One paragraph-sized stretch of the text and what it is.

    `reason` says in a few words why furniture is furniture ("teaser: cut off", "repeated link list"), for `why-not`.
    """

    kind: ZoneKind
    span: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """One act of getting a report. The same bytes from two outlets are two captures."""

    sha256: str
    """Hash of the raw bytes, hexadecimal."""
    locator: str
    """File path or address, with `#row` for a row of a table or a line of JSON lines."""
    outlet: str | None = None
    retrieved: str | None = None
    """ISO 8601 time of getting it, where known; never part of an id."""

    @property
    def id(self) -> str:
        """Return the id: the same bytes from the same place by the same outlet give the same id."""
        key = "\x1f".join((self.sha256, self.locator, self.outlet or ""))
        return "doc-" + hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A publication date as given by a flag or by the report's own metadata."""

    iso: str
    """ISO 8601 date, YYYY-MM-DD."""
    basis: str
    """Where it was found: `flag`, `metadata` (html, json, csv) or `stated` (a dateline or byline in the text)."""
    span: Span | None = None
    """Where it stands in the text, if it does."""


@dataclass(frozen=True, slots=True)
class Document:
    """The frozen text of a capture. Nothing changes the text after this point: spans refer to it."""

    capture: Capture
    text: str
    language: str
    """ISO 639-1 code of the language identified, `und` if unknown."""
    zones: tuple[Zone, ...]
    """In text order, not overlapping. Text between zones is white space."""
    title: str | None = None
    published: StatedDate | None = None
    """Stated date, if any. The date inferred from the text is the PUBLICATION layer's."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Whatever else was given: author, url, the reader's name, encoding, and so on."""

    @property
    def id(self) -> str:
        """Return the document's id, which is its capture's."""
        return self.capture.id

    @property
    def text_id(self) -> str:
        """Return the SHA-256 of the frozen text, hexadecimal."""
        return text_id(self.text)


def text_id(text: str) -> str:
    """Return the id of a frozen text: SHA-256 of its UTF-8 form, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
