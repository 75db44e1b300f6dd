"""What a caller can choose about an export, and the reports that go with the entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.document import Document, Zone
from dateline.model.entry import Entry, SourcedClaim


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write a chronology.

    `names` writes the names of private people; `withheld` are further private names to keep out, which the entries at
    hand do not show (a filtered export should pass those of the whole database). `width` and `colour` are for the
    terminal (None: no wrapping to a terminal, 100 columns, no colour). `title` heads the page.
    """

    names: bool = False
    withheld: frozenset[str] = frozenset()
    per_claim: bool = False
    """CSV: one row a claim in place of one row an entry."""
    width: int | None = None
    colour: bool = False
    title: str = "Chronology"


@dataclass(frozen=True, slots=True)
class Report:
    """A report as the page shows it: its frozen text with zones, and where it comes from."""

    id: str
    text_id: str
    text: str
    zones: tuple[Zone, ...] = ()
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """When it came out, in words or ISO 8601, with its basis if that is not a plain statement."""
    locator: str = ""
    language: str = "en"

    @classmethod
    def of(cls, document: Document, published: str | None = None) -> Report:
        """Return the report of a document. `published` is the resolved date where the document states none."""
        stated = document.published.iso if document.published else None
        capture = document.capture
        return cls(
            document.id,
            document.text_id,
            document.text,
            document.zones,
            document.title,
            capture.outlet,
            published or stated,
            capture.locator,
            document.language,
        )


def claims_by_id(entry: Entry) -> dict[str, SourcedClaim]:
    """Return the claims of an entry by their id, in the entry's order."""
    return {sourced.claim.id: sourced for sourced in entry.claims}


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by date, earliest and narrowest first, the undated at the end."""
    return sorted(entries, key=_when)


def _when(entry: Entry) -> tuple[str, str, str, str]:
    date = entry.date
    if date is None or not (date.start or date.end):
        return "~", "~", entry.type, entry.id
    return date.start or date.end or "", date.end or "~", entry.type, entry.id
