"""Reading gold rows: JSON lines and tables, plain or gzipped, each problem told with file and line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.evaluate.suite import GoldError


def find(folder: Path, stem: str, endings: Sequence[str]) -> Path:
    """Return the file `stem` with one of the endings, plain or gzipped. Raises GoldError if there is none."""
    names = [f"{stem}{ending}{packed}" for ending in endings for packed in ("", ".gz")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise GoldError(f"{folder}: no {' or '.join(names)}")


def lines(path: Path) -> list[str]:
    """Return the lines of a text file, plain or gzipped. Raises GoldError if it cannot be read."""
    try:
        raw = path.read_bytes()
        data = gzip.decompress(raw) if path.suffix == ".gz" else raw
        return data.decode("utf-8").split("\n")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as e:
        raise GoldError(f"{path}: cannot be read: {e}") from e


def rows(path: Path, needed: Sequence[str]) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines, each with all keys needed. Raises GoldError."""
    out = []
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as e:
            raise GoldError(f"{path}, line {number}: not JSON: {e.msg}") from e
        out.append(checked(row, needed, f"{path}, line {number}"))
    if not out:
        raise GoldError(f"{path}: no rows")
    return out


def checked(row: Any, needed: Sequence[str], where: str) -> dict[str, Any]:
    """Return a row that is an object with all keys needed. Raises GoldError."""
    if not isinstance(row, dict):
        raise GoldError(f"{where}: not an object")
    missing = [key for key in needed if key not in row]
    if missing:
        raise GoldError(f"{where}: no {', '.join(missing)}")
    return row


def whole_number(value: Any, where: str) -> int:
    """Return a count as a whole number. Raises GoldError."""
    try:
        return int(value)
    except (TypeError, ValueError) as e:
        raise GoldError(f"{where}: {value!r} is no whole number") from e
