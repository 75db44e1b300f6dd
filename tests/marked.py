"""Sentences with the expected answer written inside: `<e type="bombing">exploded</e>`. Marks may nest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.span import Span

_TAG = re.compile(r"<(?P<name>[a-z]+)(?P<attributes>(?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s>]+))*)\s*>|</(?P<end>[a-z]+)>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|(\S+))")


@dataclass(frozen=True)
class Mark:
    """One marked stretch: its tag, its attributes and where it stands in the plain text."""

    tag: str
    attributes: dict[str, str]
    span: Span


def read(marked: str) -> tuple[str, list[Mark]]:
    """Return the plain text of a marked sentence and its marks in text order."""
    plain: list[str] = []
    length = at = 0
    open_tags: list[tuple[str, dict[str, str], int]] = []
    marks: list[Mark] = []
    for match in _TAG.finditer(marked):
        piece = marked[at : match.start()]
        plain.append(piece)
        length += len(piece)
        at = match.end()
        if match["name"]:
            attributes = {a: q or b for a, q, b in _ATTRIBUTE.findall(match["attributes"])}
            open_tags.append((match["name"], attributes, length))
        else:
            name, attributes, start = open_tags.pop()
            assert name == match["end"], f"marks cross: {marked!r}"
            marks.append(Mark(name, attributes, Span(start, length)))
    assert not open_tags, f"mark left open: {marked!r}"
    plain.append(marked[at:])
    return "".join(plain), sorted(marks, key=lambda m: (m.span, m.tag))
