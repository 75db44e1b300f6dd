"""Weighing: the one place where rules and what was learned are combined.

Rules make claims, and a trained regression says how likely each is right. What the encoder reads beyond the rules makes claims,
too; another regression says how likely these are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.claim import Claim
from dateline.model.event import READ
from dateline.model.layer import AnnotatedDocument
from dateline.pipeline.features import Features, Made
from dateline.resources.weigher import READ as READ_WEIGHTS
from dateline.resources.weigher import load_weigher

FLOOR = 0.5
"""A claim less likely right than this is not made; an event whose type is, tells nothing."""


class Weighing:
    """Weighs the claims of one document."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        """Name features from the layers of `annotated`."""
        self._features = Features(annotated)
        self._weigher = load_weigher()
        self._reading = load_weigher(READ_WEIGHTS)

    def kept(self, drafts: Sequence[tuple[Claim, Made]]) -> list[Claim]:
        """Return the claims of one event that are likely right, with their probability; none if its type is not."""
        if self._weigher is None:
            return by_rules(drafts)
        kept = []
        for claim, made in drafts:
            probability = self._probability(made)
            if probability >= FLOOR:
                kept.append(replace(claim, confidence=round(probability, 2)))
            elif claim.field == "type":
                return []
        return kept

    def _probability(self, made: Made) -> float:
        if not is_read(made):
            assert self._weigher is not None
            return self._weigher.probability(self._features.of(made))
        return self._reading.probability(self._features.of_read(made)) if self._reading is not None else 0.0


def by_rules(drafts: Sequence[tuple[Claim, Made]]) -> list[Claim]:
    """Return the claims that rules alone make: none whose argument was read."""
    return [claim for claim, made in drafts if not is_read(made)]


def is_read(made: Made) -> bool:
    """Tell whether the encoder found what a claim says."""
    return made.argument is not None and made.argument.rule == READ
