"""What reading is told, and what it answers when it cannot read."""

from __future__ import annotations

from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Columns of a csv or keys of json that hold a report's parts; None picks a usual name ("text", "headline", "date", ...)."""

    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. `published` and `outlet` hold for every report and go before what the report says of itself.

    `format` is one of `text`, `markdown`, `html`, `json`, `jsonl`, `csv`; None goes by the file's name and first bytes.
    The limits are of one report (a whole text or html file, one row of a table), and of a json file, which is read whole.
    """

    format: str | None = None
    published: str | None = None
    """ISO 8601 date."""
    outlet: str | None = None
    fields: FieldNames = field(default_factory=FieldNames)
    languages: tuple[str, ...] = ("en",)
    max_bytes: int = 10 * MEGABYTE
    max_characters: int = 2 * MEGABYTE
    max_json_bytes: int = 100 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was not read, and why, in words for the rejects file."""

    locator: str
    reason: str
