"""Reported speech: sources, cues and contents, and which belong together."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from training.scheme import SPEECH, Pointer, Text, Word
from training.segment import Segmented, mark, segment

Spans = dict[str, tuple[str, list[tuple[int, int]]]]


def read(data: Path, split: str) -> Iterator[Text]:
    """Yield the texts of a split as the first annotator by name marked them."""
    with tarfile.open(data / "polnear" / f"{split}.tar.gz") as archive:
        files = {m.name: m for m in archive.getmembers() if m.isfile()}
        first: dict[str, str] = {}
        for name in sorted(files):
            if name.endswith(".ann"):
                first.setdefault(re.sub(r"_[^_]+\.ann$", "", Path(name).name), name)
        for stem, name in sorted(first.items()):
            body = _content(archive, files[f"{split}/text/{stem}.txt"])
            yield _text(stem, body, _content(archive, files[name]))


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    file = archive.extractfile(member)
    if file is None:
        raise ValueError(f"{member.name} cannot be read")
    return file.read().decode("utf-8")


def _text(stem: str, body: str, annotation: str) -> Text:
    spans, relations = _parse(annotation)
    cut = segment(body)
    text = cut.text(f"polnear/{stem}", "polnear")
    labels = {name: cut.blank() for name in SPEECH}
    # The longest first: where contents nest, the outer one is marked and the inner one begins anew inside it.
    for kind, pairs in sorted(spans.values(), key=lambda s: (-sum(b - a for a, b in s[1]), s[1])):
        if kind.lower() in SPEECH:
            for a, b in pairs:
                if words := cut.covered(a, b):
                    mark(labels[kind.lower()], words)
    text.tags.update(labels)
    for relation in relations:
        text.pointers += _pointers(cut, spans, relation)
    return text


def _parse(annotation: str) -> tuple[Spans, list[dict[str, list[str]]]]:
    spans: Spans = {}
    relations: list[dict[str, list[str]]] = []
    # The words covered, at a line's end, may go on over the next lines: only what looks like a record is one.
    for id_, kind, offsets in re.findall(r"^(T\d+)\t(\S+) (\d[\d ;]*)\t", annotation, re.M):
        spans[id_] = kind, [(int(a), int(b)) for a, b in (pair.split() for pair in offsets.split(";"))]
    for parts in re.findall(r"^E\d+\t(\S+:T.*)$", annotation, re.M):
        relation: dict[str, list[str]] = {}
        for part in parts.split():
            kind, _, id_ = part.partition(":")
            relation.setdefault(kind.rstrip("0123456789"), []).append(id_)
        relations.append(relation)
    return spans, relations


def _pointers(cut: Segmented, spans: Spans, relation: dict[str, list[str]]) -> Iterator[Pointer]:
    def words(kind: str) -> list[Word]:
        return [w for id_ in relation.get(kind, ()) for a, b in spans[id_][1] for w in cut.covered(a, b)]

    sources, cues, contents = words("Source"), words("Cue"), words("Content")
    if cues:
        yield Pointer("source", cues[-1], sources)
        for word in dict.fromkeys((contents[0], contents[len(contents) // 2], contents[-1])) if contents else ():
            yield Pointer("cue", word, cues)
