"""Finding names in text: by whole words, in one pass over the text however many names there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model.span import Span

# Letters and digits, with the marks that Arabic, Indian and Thai scripts write above and below letters.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e])+")
_GAP = re.compile(r"[\s.\-'’‑–]{1,3}")
"""What may stand between the words of a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    name: str
    shield: bool


class Names:
    """Finds private names, but not inside a longer public name that holds one of their words ("Haddad Brigade")."""

    def __init__(self, private: Iterable[str], public: Iterable[str] = ()) -> None:
        """Index the names by their first word."""
        self._index: dict[str, list[_Name]] = defaultdict(list)
        hidden = {split: name for name in sorted(private) if (split := tuple(words(name)))}
        held = {word.casefold() for split in hidden for word in split}
        shown = {
            split: name
            for name in sorted(public)
            if len(split := tuple(words(name))) > 1 and split not in hidden and any(word.casefold() in held for word in split)
        }
        for names, shield in ((hidden, False), (shown, True)):
            for split, name in names.items():
                self._index[split[0].casefold()].append(_Name(split, name, shield))
        for listed in self._index.values():
            listed.sort(key=lambda one: (-len(one.words), one.shield, one.name))

    def __bool__(self) -> bool:
        return bool(self._index)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the private names in a text, in order, not overlapping; the longest that begins at a word wins."""
        if not self._index:
            return
        tokens = list(_WORD.finditer(text))
        at = 0
        while at < len(tokens):
            one = self._at(text, tokens, at)
            if one is None:
                at += 1
                continue
            last = at + len(one.words) - 1
            if not one.shield:
                yield Found(Span(tokens[at].start(), tokens[last].end()), one.name)
            at = last + 1

    def _at(self, text: str, tokens: list[re.Match[str]], at: int) -> _Name | None:
        for one in self._index.get(tokens[at][0].casefold(), ()):
            here = tokens[at : at + len(one.words)]
            if (
                len(here) == len(one.words)
                and all(token[0] in (word, word.upper()) for token, word in zip(here, one.words, strict=True))
                and all(_GAP.fullmatch(text, a.end(), b.start()) for a, b in zip(here, here[1:], strict=False))
            ):
                return one
        return None


def words(name: str) -> list[str]:
    """Return the words of a name."""
    return _WORD.findall(name)
