"""Pieces: the word pieces of each word, looked up once and kept."""

from __future__ import annotations

from pathlib import Path

LONGEST_WORD = 60
"""Characters of a word that are read; what is longer is no word."""
MOST_PIECES = 12
_KEPT = 200_000
"""Words kept; a vocabulary of that size has been through several hundred thousand reports."""


class Pieces(dict[str, tuple[int, ...]]):
    """Word -> ids of its pieces, never none of them, filled as words come."""

    def __init__(self, path: Path) -> None:
        """Read the tokenizer's file."""
        super().__init__()
        # Only where a report is read: no other command should pay for it.
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.start = self._id("[CLS]")
        self.end = self._id("[SEP]")
        self.pad = self._id("[PAD]")
        self._unknown = (self._id("[UNK]"),)

    def __missing__(self, word: str) -> tuple[int, ...]:
        clean = word[:LONGEST_WORD].encode("utf-8", "replace").decode()
        ids = tuple(self._tokenizer.encode(clean, add_special_tokens=False).ids[:MOST_PIECES]) or self._unknown
        if len(self) >= _KEPT:
            self.clear()
        self[word] = ids
        return ids

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ValueError(f"the tokenizer has no {token}")
        return int(found)
