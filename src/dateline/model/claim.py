"""The atom that is stored: one value for one field of one event mention."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dateline.model.event import Certainty
from dateline.model.span import Span

JsonValue: TypeAlias = "str | int | float | bool | None | list[JsonValue] | dict[str, JsonValue]"
"""What a claim's value may be: anything JSON can carry."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Evidence: a span of a frozen text and the exact characters it holds."""

    text_id: str
    span: Span
    exact: str


@dataclass(frozen=True, slots=True)
class Said:
    """One speaker of a claim's chain, as stored."""

    name: str
    cue: str
    evidence: Quotation
    actor_id: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One value for one field of one event mention, as written and as normalised.

    `value` is a JSON object or scalar whose shape follows `field` (see docs/record.md). `said_by` is outermost speaker
    first, empty for the document's own voice. `confidence` is the machine's (0 to 1), `certainty` the report's.
    """

    event: str
    """Id of the event mention."""
    field: str
    value: JsonValue
    text: str
    evidence: Quotation
    said_by: tuple[Said, ...] = ()
    certainty: Certainty = Certainty.STATED
    confidence: float = 1.0
    decided_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return a hash of text, event, field, value and evidence span: the same again on every run."""
        key = json.dumps(
            [self.evidence.text_id, self.event, self.field, self.value, self.evidence.span.start, self.evidence.span.end],
            sort_keys=True,
            ensure_ascii=False,
        )
        return "clm-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event mention with its claims: what coding a document yields and what linking joins."""

    id: str
    document: str
    type: str
    anchor: Span
    sentence: int
    claims: tuple[Claim, ...]
    generic: bool = False
    anaphoric: bool = False
    title: bool = False
    """True where the headline tells it."""
    told_apart: bool = False
    """True where its anchor tells other events too, and an argument tells it apart."""

    def values(self, field: str) -> list[Claim]:
        """Return the claims for one field, in order."""
        return [c for c in self.claims if c.field == field]


@dataclass(frozen=True, slots=True)
class Coded:
    """All that coding one document yields. `skipped` says why sentences yielded nothing: (span, reason)."""

    document: str
    text_id: str
    publication: Mapping[str, JsonValue]
    events: tuple[EventRecord, ...]
    skipped: tuple[tuple[Span, str], ...] = ()
