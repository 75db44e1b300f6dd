"""Entries -> jsonl, csv, terminal, html: pure functions over entries. Names of private people: see `privacy`."""

from __future__ import annotations

from dateline.export.csv import csv_lines, csv_rows
from dateline.export.options import ExportOptions, Report
from dateline.export.page.document import html
from dateline.export.record import jsonl
from dateline.export.terminal.chronology import table
from dateline.export.terminal.detail import detail

__all__ = ["ExportOptions", "Report", "csv_lines", "csv_rows", "detail", "html", "jsonl", "table"]
