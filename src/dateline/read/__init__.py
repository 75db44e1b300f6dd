"""From bytes, files and folders to documents with a frozen text."""

from __future__ import annotations

from dateline.read.options import FieldNames, ReadOptions, Reject
from dateline.read.reader import read_bytes, read_paths, read_source
from dateline.read.sources import Source, discover

__all__ = ["FieldNames", "ReadOptions", "Reject", "Source", "discover", "read_bytes", "read_paths", "read_source"]
