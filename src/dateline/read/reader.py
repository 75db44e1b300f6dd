"""Reading: from sources to documents, one at a time."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO

from dateline.model.document import Document
from dateline.read.assemble import Raw, assemble
from dateline.read.encoding import NotText, decode
from dateline.read.html import read_html
from dateline.read.options import MEGABYTE, ReadOptions, Reject
from dateline.read.sources import Source, discover, open_regular
from dateline.read.tables import BadRow, BrokenRow, Row, read_csv, read_json, read_jsonl

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
HTML_STARTS = ("<!doctype html", "<html", "<?xml version")


def read_paths(paths: Sequence[str], options: ReadOptions) -> Iterator[Document | Reject]:
    """Yield a document or a reject for each report under `paths`, in a fixed order, holding one at a time."""
    for found in discover(paths):
        if isinstance(found, Reject):
            yield found
        else:
            yield from read_source(found, options)


def read_source(source: Source, options: ReadOptions) -> Iterator[Document | Reject]:
    """Yield what one source holds. Never raises for what the source holds."""
    if source.raw is not None:
        yield from read_bytes(source.raw, source.locator, options)
        return
    try:
        with os.fdopen(open_regular(source.path), "rb") as stream:
            form = options.format or FORMATS.get(PurePath(source.path).suffix.lower())
            if form in {"csv", "jsonl"}:
                yield from _rows(stream, source.locator, form, options)
                return
            limit = options.max_json_bytes if form == "json" else options.max_bytes
            raw = stream.read(limit + 1)
    except OSError as error:
        yield Reject(source.locator, _unreadable(error))
        return
    if len(raw) > limit:
        size = max(source.size, len(raw)) / MEGABYTE
        yield Reject(source.locator, f"{size:.1f} MB: more than the {limit / MEGABYTE:g} MB of one report")
    else:
        yield from read_bytes(raw, source.locator, options)


def read_bytes(raw: bytes, locator: str, options: ReadOptions) -> Iterator[Document | Reject]:
    """Yield what `raw` holds; its format is the one of the options, else by the locator's ending, else by its first bytes."""
    if not raw.strip():
        yield Reject(locator, "empty file" if not raw else "nothing but white space")
        return
    form = options.format or FORMATS.get(PurePath(locator).suffix.lower())
    if form in {"csv", "jsonl", "json"} or form is None and _is_jsonl(raw):
        yield from _rows(io.BytesIO(raw), locator, form or "jsonl", options)
        return
    if len(raw) > options.max_bytes:
        yield Reject(locator, f"{len(raw) / MEGABYTE:.1f} MB: more than the {options.max_bytes / MEGABYTE:g} MB of one report")
        return
    try:
        text, encoding = decode(raw)
    except NotText as error:
        yield Reject(locator, str(error))
        return
    if form != "html" and text[:200].lstrip("\ufeff \n\r\t").lower().startswith(HTML_STARTS) and "<" in text:
        form = "html"
    form = form or "text"
    report = Raw(locator, hashlib.sha256(raw).hexdigest(), {"text": text}, {"format": form, "encoding": encoding})
    yield read_html(report, options) if form == "html" else assemble(report, options, form == "markdown")


def _is_jsonl(raw: bytes) -> bool:
    first = raw[:MEGABYTE].lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _rows(stream: BinaryIO, locator: str, form: str, options: ReadOptions) -> Iterator[Document | Reject]:
    """Yield the reports of a table, each with the locator `file#row`; a broken row is one reject."""
    empty = True
    try:
        for row in _table(stream, form, options):
            empty = False
            where = f"{locator}#{row.number}" if row.number else locator
            if isinstance(row, BrokenRow):
                yield Reject(where, row.reason)
            elif not row.parts.get("text", "").strip():
                yield Reject(where, "no text")
            else:
                yield assemble(Raw(where, row.sha256, row.parts, {"format": form}), options)
    except (BadRow, NotText) as error:
        yield Reject(locator, str(error))
        return
    except OSError as error:
        yield Reject(locator, _unreadable(error))
        return
    if empty:
        yield Reject(locator, "no rows")


def _table(stream: BinaryIO, form: str, options: ReadOptions) -> Iterable[Row | BrokenRow]:
    if form == "csv":
        return read_csv(stream, options)
    return read_jsonl(stream, options) if form == "jsonl" else read_json(stream.read(), options)


def _unreadable(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"
