"""Words into pieces, sentences into windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.resources.encoder import Pieces, Window, windows
from tests.resources.encoder.small import WORDS, tokenizer


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    return Pieces(tokenizer(tmp_path))


def shown(window: Window) -> str:
    return " ".join(WORDS[i] for i in window.ids)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Sarvand", "sarv ##and"),
        ("Guards", "guards"),
        ("xyz", "[UNK]"),
        # What has no piece of its own is still a word: every token has its row.
        ("", "[UNK]"),
        (" ", "[UNK]"),
        ("\u200b", "[UNK]"),
        ("\ud800", "[UNK]"),
        # One token of dots and dashes cannot fill a window.
        ("." * 10_000, " ".join(["."] * 12)),
        ("x" * 10_000, "[UNK]"),
    ],
)
def test_pieces_of_a_word(pieces: Pieces, word: str, expected: str) -> None:
    assert " ".join(WORDS[i] for i in pieces[word]) == expected


def test_sentences_share_a_window_each_with_its_mark(pieces: Pieces) -> None:
    (window,) = windows([["Two", "guards"], ["near", "Marun", "."]], pieces)
    assert shown(window) == "[CLS] two guards [SEP] near mar ##un . [SEP]"
    assert window.firsts == [1, 2, 4, 5, 7]
    assert [(p.sentence, p.first, p.last, p.mark) for p in window.parts] == [(0, 0, 2, 3), (1, 0, 3, 8)]


def test_a_sentence_that_does_not_fit_begins_the_next_window(pieces: Pieces) -> None:
    first, second = windows([["two", "guards"], ["near", "police"]], pieces, longest=6)
    assert shown(first) == "[CLS] two guards [SEP]"
    assert shown(second) == "[CLS] near police [SEP]"


def test_a_sentence_longer_than_a_window_is_cut_between_words(pieces: Pieces) -> None:
    cut = windows([["the", "Sarvand", "police", "said", "."]], pieces, longest=5)
    assert [shown(w) for w in cut] == ["[CLS] the sarv ##and [SEP]", "[CLS] police said . [SEP]"]
    assert [(p.first, p.last) for w in cut for p in w.parts] == [(0, 2), (2, 5)]


def test_every_word_is_in_exactly_one_window(pieces: Pieces) -> None:
    sentences = [["police"] * n for n in (0, 1, 7, 40, 3, 0, 11)]
    cut = windows(sentences, pieces, longest=16)
    words = [(p.sentence, i) for w in cut for p in w.parts for i in range(p.first, p.last)]
    assert words == [(s, i) for s, ws in enumerate(sentences) for i in range(len(ws))]
    assert all(len(w.ids) <= 16 for w in cut)
    assert all(len(w.firsts) == sum(p.last - p.first for p in w.parts) for w in cut)
