"""Rows of csv, JSON and JSON lines, and which of their fields is which part of a report."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import BinaryIO

from dateline.read.encoding import NotText, decode, find_encoding
from dateline.read.options import MEGABYTE, FieldNames, ReadOptions

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "content", "body", "article", "article_text", "full_text", "fulltext", "maintext", "main_text", "plain_text",
        "raw_text", "body_text", "story", "message", "post", "tweet", "notes", "report", "summary", "description",
    ),
    "title": ("title", "headline", "heading", "article_title", "subject"),
    "outlet": (
        "outlet", "publisher", "source", "source_name", "site_name", "sitename", "newspaper", "publication", "media", "agency",
        "channel", "domain",
    ),
    "published": (
        "published", "date", "published_at", "publishedat", "publication_date", "pub_date", "pubdate", "date_published",
        "datepublished", "date_publish", "published_date", "publish_date", "created_at", "datetime", "timestamp",
    ),
    "url": ("url", "link", "uri", "href", "permalink", "web_url", "canonical_url"),
    "id": ("id", "doc_id", "document_id", "article_id", "source_id", "uuid", "guid"),
    "author": ("author", "authors", "byline", "creator", "writer"),
}  # fmt: skip
"""The names that each part usually goes by, likeliest first."""
SAMPLE = 65_536
NAME = re.compile(r"[^a-z0-9]+")
DELIMITERS = ",;\t|"


class BadRow(ValueError):
    """A row or table that cannot be read, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a table: its parts by our names, its number (from 1), and the SHA-256 of its bytes."""

    number: int
    parts: Mapping[str, str]
    sha256: str


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be read, and why."""

    number: int
    reason: str


def choose_columns(names: Iterable[str], chosen: FieldNames) -> dict[str, str]:
    """Return which of a table's `names` holds each part. Raises BadRow where a chosen one, or any text, is missing."""
    available = list(names)
    normal: dict[str, str] = {}
    for name in available:
        normal.setdefault(NAME.sub("_", name.strip().lower()).strip("_"), name)
    columns: dict[str, str] = {}
    for part in (f.name for f in fields(FieldNames)):
        wanted: str | None = getattr(chosen, part)
        if wanted is not None:
            if wanted not in available:
                raise BadRow(f"no column {wanted!r} for the {part}; there is: {_listed(available)}")
            columns[part] = wanted
        elif match := next((normal[u] for u in USUAL[part] if u in normal), None):
            columns[part] = match
    if "text" not in columns:
        raise BadRow(f"no column that holds the text; there is: {_listed(available)}")
    return columns


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(n[:40]) for n in names[:12])
    return (shown + (", ..." if len(names) > 12 else "")) or "none"


def read_csv(stream: BinaryIO, options: ReadOptions) -> Iterator[Row | BrokenRow]:
    """Yield the rows of a csv with a header line. Raises BadRow if it lacks a column, NotText for binary content."""
    sample = stream.read(SAMPLE)
    stream.seek(0)
    text = io.TextIOWrapper(stream, find_encoding(sample), errors="replace", newline="")
    head = sample.decode(text.encoding, "replace").lstrip("\ufeff").splitlines()[:1]
    csv.field_size_limit(max(options.max_bytes, MEGABYTE))
    reader = csv.reader(text, delimiter=max(DELIMITERS, key=(head or [""])[0].count))
    header = [name.lstrip("\ufeff") for name in next(reader, [])]
    columns = {part: header.index(name) for part, name in choose_columns(header, options.fields).items()}
    number = 0
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BrokenRow(number, f"not csv: {str(error)[:100]}")
            if "field larger" in str(error):
                return
            continue
        if not any(values):
            continue
        if len(values) <= columns["text"]:
            yield BrokenRow(number, f"{len(values)} columns where the header has {len(header)}")
            continue
        parts = {part: values[i] for part, i in columns.items() if i < len(values) and values[i].strip()}
        yield Row(number, parts, _hash_of(values))


def read_jsonl(stream: BinaryIO, options: ReadOptions) -> Iterator[Row | BrokenRow]:
    """Yield the rows of JSON lines; a broken line is one broken row. Raises NotText for binary content."""
    encoding = find_encoding(stream.read(SAMPLE))
    stream.seek(0)
    if encoding.startswith(("utf-16", "utf-32")):
        stream = io.BytesIO(stream.read(options.max_json_bytes).decode(encoding, "replace").encode())
    number = 0
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        if len(line) > options.max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(options.max_bytes)
            yield BrokenRow(number, f"line longer than {options.max_bytes / MEGABYTE:g} MB")
        elif line.strip():
            yield _json_line(number, line, options.fields)


def _json_line(number: int, line: bytes, chosen: FieldNames) -> Row | BrokenRow:
    try:
        value: object = json.loads(decode(line)[0].lstrip("\ufeff"))
        return Row(number, _parts_of(value, chosen), hashlib.sha256(line.strip()).hexdigest())
    except (NotText, BadRow) as error:
        return BrokenRow(number, str(error))
    except (ValueError, RecursionError) as error:
        return BrokenRow(number, _not_json(error))


def read_json(raw: bytes, options: ReadOptions) -> Iterator[Row | BrokenRow]:
    """Yield the reports of a json file: one object, or a list of objects at the top or one level down. Raises BadRow, NotText."""
    try:
        value: object = json.loads(decode(raw)[0].lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        if isinstance(error, NotText):
            raise
        raise BadRow(_not_json(error)) from error
    rows = _rows_of(value)
    if rows is None:
        yield Row(0, _parts_of(value, options.fields), hashlib.sha256(raw).hexdigest())
        return
    for number, row in enumerate(rows, 1):
        try:
            yield Row(number, _parts_of(row, options.fields), _hash_of(row))
        except BadRow as error:
            yield BrokenRow(number, str(error))


def _rows_of(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        try:
            choose_columns(map(str, value), FieldNames())
        except BadRow:
            lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
            return lists[0] if len(lists) == 1 else None
    return None


def _parts_of(value: object, chosen: FieldNames) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadRow(f"not a JSON object but {type(value).__name__}")
    columns = choose_columns([str(k) for k in value], chosen)
    parts = {part: _as_text(value[column]) for part, column in columns.items()}
    return {part: text for part, text in parts.items() if text.strip()}


def _as_text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n".join(filter(None, map(_as_text, value)))
    if isinstance(value, dict):
        return next((v for k in ("name", "title", "value", "rendered") if isinstance(v := value.get(k), str)), "")
    return ""


def _hash_of(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def _not_json(error: Exception) -> str:
    return "not JSON: nested too deep" if isinstance(error, RecursionError) else f"not JSON: {str(error)[:100]}"
