"""Reader of PolNeAR: texts and, of the annotator first by name, who says what (brat stand-off files in one archive)."""

from __future__ import annotations

import re
import tarfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dateline.evaluate.suite import GoldError
from dateline.model.span import Span

_SPAN = re.compile(r"^(T\d+)\t(\S+) (\d[\d ;]*)\t", re.MULTILINE)
"""The words covered may go on over the next lines: only what looks like a record is one."""
_RELATION = re.compile(r"^E\d+\t(\S+:T.*)$", re.MULTILINE)
_ANNOTATOR = re.compile(r"_[^_]+$")

Spans = tuple[Span, ...]
"""The pieces of one source or content, in order."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who says what. A source or a content may have gaps; no source where the text names none."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its attributions."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def read_gold(folder: Path, split: str) -> list[GoldText]:
    """Return the texts of a split that were annotated. Raises GoldError."""
    path = folder / f"{split}.tar.gz"
    if not path.is_file():
        raise GoldError(f"{folder}: no {split}.tar.gz")
    texts, first = _members(path)
    out = []
    for stem, (name, annotation) in sorted(first.items()):
        if stem not in texts:
            raise GoldError(f"{path}: {name} is of no text")
        out.append(GoldText(stem, texts[stem], _attributions(annotation, f"{path}, {name}")))
    if not out:
        raise GoldError(f"{path}: no annotated texts")
    return out


def _members(path: Path) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Return the texts by name, and by the text's name the file of the annotator first by name."""
    texts: dict[str, str] = {}
    first: dict[str, tuple[str, str]] = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                name = PurePosixPath(member.name)
                if file is None or name.suffix not in (".txt", ".ann"):
                    continue
                body = file.read().decode("utf-8")
                if name.suffix == ".txt":
                    texts[name.stem] = body
                    continue
                stem = _ANNOTATOR.sub("", name.stem)
                first[stem] = min(first.get(stem, (name.name, body)), (name.name, body))
    except (OSError, EOFError, zlib.error, tarfile.TarError, UnicodeDecodeError) as e:
        raise GoldError(f"{path}: cannot be read: {e}") from e
    return texts, first


def _attributions(annotation: str, where: str) -> tuple[GoldAttribution, ...]:
    spans = {id: _pieces(offsets) for id, _, offsets in _SPAN.findall(annotation)}
    out = []
    for line in _RELATION.findall(annotation):
        parts: dict[str, list[str]] = {}
        for part in line.split():
            kind, _, id = part.partition(":")
            if id not in spans:
                raise GoldError(f"{where}: {part} is not there")
            parts.setdefault(kind.rstrip("0123456789"), []).append(id)
        source, cue, content = (_together(spans, parts.get(kind, ())) for kind in ("Source", "Cue", "Content"))
        out.append(GoldAttribution(source, cue, content))
    return tuple(out)


def _pieces(offsets: str) -> Spans:
    pairs = (pair.split() for pair in offsets.split(";"))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _together(spans: Mapping[str, Spans], ids: Sequence[str]) -> Spans:
    return tuple(sorted(span for id in ids for span in spans[id]))
