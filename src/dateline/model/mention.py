"""Mentions: spans that name or describe something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.span import Span


class MentionKind(StrEnum):
    """What a mention is a mention of."""

    ACTOR = "actor"
    PLACE = "place"
    FACILITY = "facility"
    DATE = "date"
    TIME = "time"
    """A time that no event is dated by: "the quarter", "current"."""
    QUANTITY = "quantity"
    INSTRUMENT = "instrument"
    OUTLET = "outlet"
    SLOGAN = "slogan"
    STREET = "street"
    ORIGIN = "origin"
    """What tells of which place somebody or something is: "Turkish" (`key` names the country), the town in "Mosul University"."""


POINTED = "pointed"
"""The rule of a place that only the encoder takes for one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of one sentence with a kind.

    `head` is the index of its head token in the sentence. `rule` names what found it (`register`, `ner:GPE`,
    `gazetteer`, `facility-noun`, `described`, ...). `key` carries what the finder already knows about it for the
    resolver, in the finder's own words (a register id, a date pattern's name), or nothing.
    """

    kind: MentionKind
    span: Span
    sentence: int
    head: int
    text: str
    """As written."""
    rule: str
    key: str = ""
