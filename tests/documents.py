"""Documents made for tests: one body zone a line, nothing read from disk."""

from __future__ import annotations

import hashlib
from typing import Any

from dateline.model.document import Capture, Document, StatedDate, Zone, ZoneKind
from dateline.model.layer import AnnotatedDocument, Step, StepError
from dateline.model.span import Span


def document(text: str, title: str | None = None, published: str | None = None) -> Document:
    """Return a document whose lines are body zones, with an optional title line on top and a stated date."""
    full = f"{title}\n{text}" if title else text
    zones: list[Zone] = []
    at = 0
    for line in full.split("\n"):
        if line.strip():
            kind = ZoneKind.TITLE if title and not zones else ZoneKind.BODY
            zones.append(Zone(kind, Span(at, at + len(line))))
        at += len(line) + 1
    stated = StatedDate(published, "flag") if published else None
    capture = Capture(hashlib.sha256(full.encode()).hexdigest(), "test")
    return Document(capture, full, "en", tuple(zones), title, stated)


def annotate(doc: Document, *steps: Step[Any]) -> AnnotatedDocument:
    """Run `steps` in order over one document; an error of a step fails the test."""
    annotated = AnnotatedDocument(doc)
    for step in steps:
        layer = step([annotated])[0]
        assert not isinstance(layer, StepError), layer
        annotated = annotated.with_layer(step.provides, layer)
    return annotated
