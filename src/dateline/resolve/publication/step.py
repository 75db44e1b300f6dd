"""PublicationStep: the publication date as given, else inferred from what the text says, else unknown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model.layer import MENTIONS, PUBLICATION, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.resolution import DatePrecision, Publication
from dateline.resolve.publication.infer import infer

_GIVEN = {"flag": "given by flag", "metadata": "in the report's metadata", "stated": "stated in the report's dateline or byline"}


class PublicationStep:
    """Says when a report came out, with its basis; one Publication a document."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS)
    provides = PUBLICATION

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Publication] | StepError]:
        """Return the publication of each document."""
        return [Layer((self._publication(annotated),)) for annotated in batch]

    def _publication(self, annotated: AnnotatedDocument) -> Publication:
        given = annotated.document.published
        if given is not None:
            day = given.iso[:10]
            return Publication(day, day, DatePrecision.DAY, given.basis, _GIVEN.get(given.basis, given.basis))
        return infer(annotated[SENTENCES], annotated[MENTIONS])
