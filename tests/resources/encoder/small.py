"""A tokenizer and an encoder small enough to be worked by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dateline.model.reading import Relation
from dateline.resources.encoder import Encoder, Layout, Pieces

WORDS = "[PAD] [CLS] [SEP] [UNK] two guards were killed in sarv ##and near mar ##un . police said - the".split()
TYPES = ("attack", "bombing")
PAIR = 2


def tokenizer(folder: Path) -> Path:
    """Write a tokenizer of a dozen words and return its file."""
    made = Tokenizer(WordPiece({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    path = folder / "tokenizer.json"
    made.save(str(path))
    return path


def layout(longest: int) -> Layout:
    """Return a layout of all heads, pointers two numbers wide and without a liking for distances."""
    sizes = {
        "roles": 11,
        "source": 3,
        "cue": 3,
        "content": 3,
        "factuality": 1,
        "types": 2,
        "relevance": 1,
        "document_relevance": 1,
    }
    sizes |= {f"{r}.{side}": PAIR for r in Relation for side in ("anchor", "target")}
    columns, at = {}, 0
    for name, size in sizes.items():
        columns[name] = slice(at, at + size)
        at += size
    none = {r.value: (0.0, 0.0, 0.0) for r in Relation}
    return Layout("small", longest, TYPES, columns, (1, 2), {r.value: (0.0,) * 5 for r in Relation}, none)


class SmallEncoder(Encoder):
    """Looks up the columns of each piece in a table by its id, whatever stands around it."""

    def __init__(self, folder: Path, longest: int = 128) -> None:
        """Begin with a table of zeros."""
        self.layout = layout(longest)
        self.pieces = Pieces(tokenizer(folder))
        self.table = np.zeros((len(WORDS), max(s.stop for s in self.layout.columns.values())), dtype=np.float32)
        self.shapes: list[tuple[int, ...]] = []

    def put(self, word: str, head: str, *values: float) -> None:
        """Let a piece have these values in the columns of a head."""
        self.table[WORDS.index(word), self.layout.columns[head]] = values

    def __call__(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the rows of the table."""
        self.shapes.append(ids.shape)
        return self.table[ids]
