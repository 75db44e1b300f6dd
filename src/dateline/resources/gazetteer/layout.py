"""The compiled file: named arrays of numbers and strings behind one JSON header, read through mmap."""

from __future__ import annotations

import json
import mmap
import struct
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

MAGIC = b"DLGAZ002"
_ALIGN = 16


class Header(TypedDict):
    """What stands before the arrays. `sections` maps a name to its type code, byte offset and byte length."""

    version: str
    codes: list[str]
    kinds: list[str]
    supplement: list[str]
    tables: dict[str, dict[str, str]]
    sections: dict[str, list[str | int]]


def write(path: Path, header: Header, sections: Mapping[str, array[int] | array[float] | bytes]) -> None:
    """Write the file. Sections follow each other in the order given, aligned so that they can be cast in place."""
    at = 0
    for name, data in sections.items():
        raw = data if isinstance(data, bytes) else data.tobytes()
        header["sections"][name] = ["B" if isinstance(data, bytes) else data.typecode, at, len(raw)]
        at += -(-len(raw) // _ALIGN) * _ALIGN
    head = json.dumps(header, ensure_ascii=False, sort_keys=True).encode()
    head += b" " * (-(len(MAGIC) + 4 + len(head)) % _ALIGN)
    scratch = path.with_suffix(".tmp")
    with scratch.open("wb") as out:
        out.write(MAGIC + struct.pack("<I", len(head)) + head)
        for data in sections.values():
            raw = data if isinstance(data, bytes) else data.tobytes()
            out.write(raw + b"\0" * (-len(raw) % _ALIGN))
    scratch.replace(path)


def read(path: Path) -> tuple[Header, dict[str, memoryview]]:
    """Map the file and return its header and sections. Raises ValueError if it is not such a file."""
    with path.open("rb") as file:
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if bytes(mapped[: len(MAGIC)]) != MAGIC:
        raise ValueError(f"{path} is not a gazetteer of this version; build it again (make install)")
    start = len(MAGIC) + 4
    (size,) = struct.unpack("<I", mapped[len(MAGIC) : start])
    header: Header = json.loads(bytes(mapped[start : start + size]))
    views: dict[str, memoryview] = {}
    for name, (code, at, length) in header["sections"].items():
        begin = start + size + int(at)
        views[name] = mapped[begin : begin + int(length)].cast(str(code))  # type: ignore[call-overload]
    return header, views
