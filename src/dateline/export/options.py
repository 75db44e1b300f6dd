"""What a caller can choose about an export, and the reports that go with the entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dateline.model.document import Document, Zone
from dateline.model.entry import Entry, Participant, SourcedClaim
from dateline.model.event import Role


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
    sources: Mapping[str, str] = field(default_factory=dict)
    """Names by document id for reports without an outlet (a file name), for the terminal and the page."""


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


def named(entry: Entry, sources: Mapping[str, str]) -> Entry:
    """Return the entry with a name for each source that has none of its own."""
    if not any(s.outlet is None and s.document in sources for s in entry.claims):
        return entry
    claims = (s if s.outlet else replace(s, outlet=sources.get(s.document)) for s in entry.claims)
    return replace(entry, claims=tuple(claims))


def by_role(participants: Iterable[Participant]) -> list[Participant]:
    """Return who did it before to whom it was done, otherwise in the entry's order."""
    return sorted(participants, key=lambda person: _ROLES[person.role])


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by date, earliest and narrowest first, the undated at the end."""
    return sorted(entries, key=_when)


_ROLES = {role: number for number, role in enumerate(Role)}


def _when(entry: Entry) -> tuple[str, str, str, str]:
    date = entry.date
    if date is None or not (date.start or date.end):
        return "~", "~", entry.type, entry.id
    return date.start or date.end or "", date.end or "~", entry.type, entry.id
