"""Whole reports of the train splits, by corpus and id, as `dateline run` would be handed them."""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_MESSAGE = re.compile(r"(?m)^(DEV-MUC3-\d+)\s*(?:\([^\n]*\))?\s*$")


@dataclass(frozen=True)
class Source:
    """A report: its row in a table of reports."""

    id: str
    """`corpus:id`."""
    row: dict[str, str]


def reports(data: Path, wanted: Collection[str]) -> list[Source]:
    """Return the reports wanted, in the order of the corpora."""
    readers = (_muc4, _re3d, _gva, _satp, _polnear)
    found = [source for reader in readers for source in reader(data) if source.id in wanted]
    missing = set(wanted) - {source.id for source in found}
    if missing:
        raise ValueError(f"{len(missing)} labelled reports are not under {data}, the first is {min(missing)}")
    return found


def _source(corpus: str, id: str, text: str, **other: str | None) -> Source:
    row = {"id": f"{corpus}:{id}", "text": text, **{name: value for name, value in other.items() if value}}
    return Source(row["id"], row)


def _muc4(data: Path) -> Iterator[Source]:
    for path in sorted((data / "muc4" / "corpora" / "train").glob("dev-muc3-*")):
        parts = _MESSAGE.split(path.read_text(encoding="utf-8", errors="replace"))
        for id, text in zip(parts[1::2], parts[2::2], strict=True):
            yield _source("muc4", id, text.strip("\n"))


def _re3d(data: Path) -> Iterator[Source]:
    for path in sorted((data / "re3d").glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            read = json.loads(line)
            yield _source("re3d", read["_id"], read["text"], title=read.get("title"), outlet=path.parent.name.replace("_", " "))


def _gva(data: Path) -> Iterator[Source]:
    with gzip.open(data / "gva" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for read in json.loads(line)["docs"]:
                yield _source("gva", read["id"], read["content"], title=read.get("title"), date=read.get("dct"))


def _satp(data: Path) -> Iterator[Source]:
    with gzip.open(data / "satp" / "train.tsv.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield _source("satp", str(number), line.rstrip("\n").split("\t")[0])


def _polnear(data: Path) -> Iterator[Source]:
    with tarfile.open(data / "polnear" / "train.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            held = archive.extractfile(member) if member.name.endswith(".txt") else None
            if held is not None:
                yield _source("polnear", member.name, held.read().decode("utf-8", "replace"))
