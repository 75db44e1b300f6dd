"""The steps that a date goes through, run over a document with nothing but date mentions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.extract.mentions import dates
from dateline.extract.parse import ParseStep
from dateline.model.document import Document
from dateline.model.layer import DATES, MENTIONS, PUBLICATION, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention
from dateline.model.resolution import DateValue, Publication, Resolution
from dateline.resolve.dates import DateStep
from dateline.resolve.publication import PublicationStep
from tests.documents import annotate


class DateMentionStep:
    """Finds date mentions only."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES,)
    provides = MENTIONS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Mention] | StepError]:
        return [Layer(tuple(dates.find(a.document, a[SENTENCES]))) for a in batch]


def read_dates(document: Document) -> tuple[Publication, tuple[Resolution[DateValue], ...]]:
    """Return the publication and the resolved dates of a document."""
    annotated = annotate(document, ParseStep(), DateMentionStep(), PublicationStep(), DateStep())
    return annotated[PUBLICATION][0], annotated[DATES]
