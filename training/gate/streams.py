"""Documents of all corpora, relevant and not, as `dateline run` would be handed them."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tarfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MESSAGE = re.compile(r"(?m)^((?:DEV|TST\d)-MUC\d-\d+)\s*(?:\([^\n]*\))?\s*$")
_TEMPLATE = re.compile(r"(?m)^0\. +MESSAGE: ID +(\S+)[^\n]*\n1\. +MESSAGE: TEMPLATE +(\S+)")
_TAG = re.compile(r"<[^>]{0,400}>")
_TITLE = re.compile(r"<TITLE>(.*?)</TITLE>", re.S)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)


@dataclass(frozen=True)
class Source:
    """A document. `relevant` is what gold says of it; none where gold says nothing, so that the rules' findings decide."""

    corpus: str
    id: str
    text: str
    title: str = ""
    relevant: bool | None = None

    @property
    def key(self) -> str:
        """Return `corpus:id`."""
        return f"{self.corpus}:{self.id}"


Reader = Callable[[Path, str], Iterator[Source]]


def satp(data: Path, split: str) -> Iterator[Source]:
    """Yield the narratives of a split; a column of 1 is relevant."""
    with gzip.open(data / "satp" / f"{split}.tsv.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            text, *columns = line.rstrip("\r\n").split("\t")
            yield Source(f"satp {split}", str(number), text, "", "1" in columns)


def muc4(data: Path, split: str) -> Iterator[Source]:
    """Yield the messages of a split; those with templates are relevant, of the others gold does not say."""
    folder = data / "muc4" / "corpora" / split
    keys = "".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("key*")))
    told = {id for id, template in _TEMPLATE.findall(keys) if template != "*"}
    for path in sorted(folder.glob("*-muc[34]*")):
        parts = _MESSAGE.split(path.read_text(encoding="utf-8", errors="replace"))
        for id, text in zip(parts[1::2], parts[2::2], strict=True):
            yield Source(f"muc4 {split}", id, text.strip("\n"), "", id in told or None)


def gva(data: Path, split: str) -> Iterator[Source]:
    """Yield local news on shootings: all relevant."""
    for incident in _rows(data / "gva" / f"{split}.jsonl.gz"):
        for document in incident["docs"]:
            yield Source(f"gva {split}", document["id"], document["content"], document.get("title") or "", True)


def re3d(data: Path, split: str) -> Iterator[Source]:
    """Yield documents on Syria and Iraq; a quarter, by the hash of their ids, is dev."""
    for path in sorted((data / "re3d").glob("*/documents.json")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            dev = hashlib.sha256(row["_id"].encode()).digest()[0] % 4 == 0
            if dev == (split == "dev"):
                yield Source(f"re3d {split}", row["_id"], row["text"], row.get("title") or "")


def polnear(data: Path, split: str) -> Iterator[Source]:
    """Yield US political news."""
    with tarfile.open(data / "polnear" / f"{split}.tar.gz") as archive:
        for name, text in _members(archive, ".txt"):
            yield Source(f"polnear {split}", name, text)


def tempeval3(data: Path, split: str) -> Iterator[Source]:
    """Yield newswire, most of it on business."""
    with tarfile.open(data / "tempeval3" / f"{split}.tar.gz") as archive:
        for name, text in _members(archive, ".tml"):
            body, title = _BODY.search(text), _TITLE.search(text)
            plain = [_TAG.sub("", found[1]).strip() if found else "" for found in (body, title)]
            yield Source(f"tempeval3 {split}", name, plain[0].replace("&amp;", "&"), plain[1])


def factuality(data: Path, split: str) -> Iterator[Source]:
    """Yield news on companies, each document's sentences joined."""
    found: dict[int, list[str]] = defaultdict(list)
    with (data / "factuality_meantime" / f"{split}.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[row["file_idx"]].append(row["text"])
    for number, sentences in sorted(found.items()):
        yield Source(f"factuality {split}", str(number), " ".join(sentences))


def event_location(data: Path, split: str) -> Iterator[Source]:
    """Yield sentences of news from all over the world."""
    for number, row in enumerate(_rows(data / "event_location" / f"{split}.jsonl.gz")):
        yield Source(f"event_location {split}", str(number), row["text"])


def geoparsing(data: Path, split: str) -> Iterator[Source]:
    """Yield local news: LGL and TR-News are trained on, GeoVirus is measured."""
    for name in ("LGL", "TR-News") if split == "train" else ("GeoVirus",):
        with gzip.open(data / "geoparsing" / f"{name}.xml.gz") as file:
            for number, article in enumerate(ET.parse(file).getroot()):
                text, title = ((article.findtext(part) or "").strip() for part in ("text", "title"))
                yield Source(f"{name} {split}", str(number), text, title)


def airwars(data: Path, split: str) -> Iterator[Source]:
    """Yield pages on air strikes: all relevant."""
    for row in map(json.loads, (data / "airwars_syria" / split / "docs.jsonl").read_text(encoding="utf-8").split("\n")[:-1]):
        yield Source(f"airwars_syria {split}", row["source_id"], row["text"], row.get("title") or "", True)


def indiapolice(data: Path, split: str) -> Iterator[Source]:
    """Yield lower-cased news on unrest; those are relevant in which the police kill, arrest or use force."""
    folder = data / "indiapolice" / split
    acting = {row["doc_id"] for row in _rows(folder / "sents.jsonl.gz") if {"KILL", "ARREST", "FORCE"} & set(row["sent_labels"])}
    for row in _rows(folder / "docs.jsonl.gz"):
        yield Source(f"indiapolice {split}", str(row["doc_id"]), row["doc_text"], "", row["doc_id"] in acting or None)


def dronestream(data: Path, split: str) -> Iterator[Source]:
    """Yield summaries of strikes in a sentence or two: all relevant."""
    for row in json.loads((data / "dronestream" / f"{split}.json").read_text(encoding="utf-8")):
        yield Source(f"dronestream {split}", row["_id"], row["bij_summary_short"], "", True)


def wikievents(data: Path, split: str) -> Iterator[Source]:
    """Yield news, most of it on bombings; those with an attack or a death are relevant."""
    for row in _rows(data / "wikievents" / f"{split}.jsonl.gz"):
        violent = any(e["event_type"].startswith(("Conflict.", "Life.Die")) for e in row["event_mentions"])
        yield Source(f"wikievents {split}", row["doc_id"], row["text"], "", violent or None)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _members(archive: tarfile.TarFile, ending: str) -> Iterator[tuple[str, str]]:
    for member in sorted(archive.getmembers(), key=lambda m: m.name):
        held = archive.extractfile(member) if member.name.endswith(ending) else None
        if held is not None:
            yield member.name, held.read().decode("utf-8", "replace")


EVERY = {"polnear train": 3, "event_location train": 2}
"""Of these, which take the rules longest and are much alike, only every so manieth document is used."""
TRAIN: tuple[Reader, ...] = (
    satp,
    muc4,
    gva,
    re3d,
    polnear,
    tempeval3,
    factuality,
    event_location,
    geoparsing,
)
DEV: tuple[tuple[Reader, str], ...] = (
    (satp, "dev"),
    (muc4, "tst1"),
    (muc4, "tst2"),
    (gva, "dev"),
    (airwars, "dev"),
    (dronestream, "dev"),
    (indiapolice, "dev"),
    (wikievents, "dev"),
    (polnear, "dev"),
    (tempeval3, "dev"),
    (factuality, "dev"),
    (geoparsing, "dev"),
)


def train(data: Path) -> Iterator[Source]:
    """Yield every document of the train splits, corpus by corpus."""
    for reader in TRAIN:
        yield from sampled(reader(data, "train"))


def dev(data: Path) -> Iterator[Source]:
    """Yield every document on which the gate is measured."""
    for reader, split in DEV:
        yield from reader(data, split)


def sampled(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield the documents of a corpus that are used."""
    for number, source in enumerate(sources):
        if number % EVERY.get(source.corpus, 1) == 0:
            yield source
