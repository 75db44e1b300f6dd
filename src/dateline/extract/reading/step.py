"""ReadingStep: windows of all documents of a batch through the encoder, shortest first, and back into their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.extract.reading.pairs import Scoring, WordPairs
from dateline.model.layer import READINGS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.parse import Sentence
from dateline.model.reading import COLUMNS, FACTUALITY, ROLE_TAGS, SPEECH_TAGS, WIDTH, Reading
from dateline.resources.encoder import Encoder, Layout, Window, load_encoder, windows

Array = NDArray[np.float32]
ROOM = 2048
"""Padded word pieces read at once: more is no faster, and memory stays flat."""


class ReadingStep:
    """Reads every sentence with the encoder and keeps what it says of each word, sentence and document."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES,)
    provides = READINGS

    def __init__(self, encoder: Encoder | None = None) -> None:
        """Open the weights. Raises MissingWeightsError if they are not there."""
        self._encoder = encoder or load_encoder()
        self._scoring = Scoring(self._encoder.layout)

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Reading] | StepError]:
        """Return one reading for each sentence of each document."""
        layout = self._encoder.layout
        documents = [annotated[SENTENCES] for annotated in batch]
        cut = [
            windows([[t.text for t in s.tokens] for s in sentences], self._encoder.pieces, layout.longest)
            for sentences in documents
        ]
        words, marks, starts = self._read([w for ws in cut for w in ws])
        out: list[Layer[Reading] | StepError] = []
        at = [0, 0, 0]
        for sentences, mine in zip(documents, cut, strict=True):
            sizes = (sum(len(w.firsts) for w in mine), sum(len(w.parts) for w in mine), len(mine))
            rows = [table[a : a + n] for table, a, n in zip((words, marks, starts), at, sizes, strict=True)]
            out.append(Layer(tuple(self._readings(sentences, mine, rows))))
            at = [a + n for a, n in zip(at, sizes, strict=True)]
        return out

    def _read(self, cut: Sequence[Window]) -> tuple[Array, Array, Array]:
        """Return the columns of all words, of all sentence marks and of all window starts, in order."""
        layout = self._encoder.layout
        width = max(s.stop for s in layout.columns.values())
        firsts = np.cumsum([0, *(len(w.firsts) for w in cut)])
        parts = np.cumsum([0, *(len(w.parts) for w in cut)])
        words = np.empty((firsts[-1], width), dtype=np.float32)
        marks = np.empty((parts[-1], width), dtype=np.float32)
        starts = np.empty((len(cut), width), dtype=np.float32)
        for group in _groups(cut):
            ids = np.full((len(group), len(cut[group[-1]].ids)), self._encoder.pieces.pad, dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, n in enumerate(group):
                size = len(cut[n].ids)
                ids[row, :size] = cut[n].ids
                mask[row, :size] = 1
            values = self._encoder(ids, mask)
            for row, n in enumerate(group):
                words[firsts[n] : firsts[n + 1]] = values[row, cut[n].firsts]
                marks[parts[n] : parts[n + 1]] = values[row, [p.mark for p in cut[n].parts]]
                starts[n] = values[row, 0]
        return words, marks, starts

    def _readings(self, sentences: Sequence[Sentence], cut: Sequence[Window], rows: Sequence[Array]) -> Iterator[Reading]:
        layout = self._encoder.layout
        words, marks, starts = rows
        firsts = np.cumsum([0, *(len(s.tokens) for s in sentences)])
        places = firsts.tolist()
        pairs = WordPairs(words, np.repeat(np.arange(len(cut)), [len(w.firsts) for w in cut]), places, self._scoring)
        values = memoryview(_values(words, layout).tobytes()).cast("f")
        types, relevance = _of_sentences(len(sentences), cut, marks, layout)
        document = float(_sigmoid(starts[:, layout.columns["document_relevance"]]).max()) if len(starts) else 0.0
        for n, (told, relevant) in enumerate(zip(types.tolist(), relevance.tolist(), strict=True)):
            mine = values[places[n] * WIDTH : places[n + 1] * WIDTH]
            yield Reading(n, dict(zip(layout.types, told, strict=True)), relevant, document, mine, pairs)


def _groups(cut: Sequence[Window]) -> Iterator[list[int]]:
    """Yield the indices of windows that are read together: of like length, within the room."""
    group: list[int] = []
    for n in sorted(range(len(cut)), key=lambda n: len(cut[n].ids)):
        if group and len(cut[n].ids) * (len(group) + 1) > ROOM:
            yield group
            group = []
        group.append(n)
    if group:
        yield group


def _values(words: Array, layout: Layout) -> Array:
    """Return the probabilities of all tags and the factuality of every word, in the order the model fixes."""
    out = np.zeros((len(words), WIDTH), dtype=np.float32)
    first = COLUMNS[ROLE_TAGS[0]]
    out[:, first : first + 2 * len(ROLE_TAGS)] = _softmax(words[:, layout.columns["roles"]])[:, 1:]
    for tag in SPEECH_TAGS:
        out[:, COLUMNS[tag] : COLUMNS[tag] + 2] = _softmax(words[:, layout.columns[tag]])[:, 1:]
    out[:, FACTUALITY] = words[:, layout.columns["factuality"].start].clip(-3, 3)
    return out


def _of_sentences(count: int, cut: Sequence[Window], marks: Array, layout: Layout) -> tuple[Array, Array]:
    """Return the probability of each type and the relevance of each sentence: of one in parts, the likeliest part's."""
    types = np.zeros((count, len(layout.types)), dtype=np.float32)
    relevance = np.zeros(count, dtype=np.float32)
    at = np.array([p.sentence for w in cut for p in w.parts], dtype=np.int64)
    np.maximum.at(types, at, _sigmoid(marks[:, layout.columns["types"]]))
    np.maximum.at(relevance, at, _sigmoid(marks[:, layout.columns["relevance"].start]))
    return types, relevance


def _softmax(scores: Array) -> Array:
    exps = np.exp(scores - scores.max(1, keepdims=True))
    out: Array = exps / exps.sum(1, keepdims=True)
    return out


def _sigmoid(scores: Array) -> Array:
    out: Array = (1 / (1 + np.exp(-scores.clip(-30, 30)))).astype(np.float32)
    return out
