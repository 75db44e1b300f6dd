"""Weighing: rules make claims, and a trained regression says how likely each is right. The one place where both are combined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.claim import Claim
from dateline.model.layer import AnnotatedDocument
from dateline.pipeline.features import Features, Made
from dateline.resources.weigher import load_weigher

FLOOR = 0.5
"""A claim less likely right than this is not made; an event whose type is, tells nothing."""


class Weighing:
    """Weighs the claims of one document."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        """Name features from the layers of `annotated`."""
        self._features = Features(annotated)
        self._weigher = load_weigher()

    def kept(self, drafts: Sequence[tuple[Claim, Made]]) -> list[Claim]:
        """Return the claims of one event that are likely right, with their probability; none if its type is not."""
        if self._weigher is None:
            return [claim for claim, _ in drafts]
        kept = []
        for claim, made in drafts:
            probability = self._weigher.probability(self._features.of(made))
            if probability >= FLOOR:
                kept.append(replace(claim, confidence=round(probability, 2)))
            elif claim.field == "type":
                return []
        return kept
