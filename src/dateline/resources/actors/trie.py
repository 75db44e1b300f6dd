"""A trie of phrases over token parts: longest match from a position."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

V = TypeVar("V")
_VALUE = ""


class PhraseTrie(Generic[V]):
    """Values under sequences of strings. Several values may stand under one phrase."""

    __slots__ = ("_root",)

    def __init__(self, phrases: Iterable[tuple[Sequence[str], V]] = ()) -> None:
        """Hold `phrases`."""
        self._root: dict[str, Any] = {}
        for words, value in phrases:
            self.add(words, value)

    def add(self, words: Sequence[str], value: V) -> None:
        """Put one more value under a phrase."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_VALUE, []).append(value)

    def starts(self, word: str) -> bool:
        """Tell whether any phrase begins with `word`."""
        return word in self._root

    def matches(self, tokens: Sequence[Sequence[str]], first: int) -> list[tuple[int, list[V]]]:
        """Return (last token, values) of every phrase that begins at token `first`, shortest first.

        A token without parts is passed over inside a phrase, but neither begins nor ends one. An empty part matches nothing.
        """
        node = self._root
        out: list[tuple[int, list[V]]] = []
        n = len(tokens)
        i = first
        while i < n:
            words = tokens[i]
            if not words and i == first:
                return out
            for word in words:
                # a part of which no letter is left ("Ay") is in no phrase
                step = node.get(word) if word else None
                if step is None:
                    return out
                node = step
            if words and _VALUE in node:
                out.append((i, node[_VALUE]))
            i += 1
        return out
