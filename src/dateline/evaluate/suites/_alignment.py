"""Alignment: where the sentences that gold was given on stand in the text that we read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.model.span import Span


class Alignment:
    """Places stretches of gold in a text that may differ in spaces, signs and repaired characters.

    Only the ASCII letters and digits are compared: they survive every repair of a wrongly decoded text.
    """

    def __init__(self, text: str) -> None:
        """Index the letters and digits of `text`."""
        self._at = [n for n, c in enumerate(text) if _counts(c)]
        self._letters = "".join(text[n] for n in self._at).lower()

    def spans(self, stretches: Sequence[str]) -> list[Span | None]:
        """Return where each stretch stands, none for what is not there; they are looked for in order."""
        out: list[Span | None] = []
        cursor = 0
        for stretch in stretches:
            letters = "".join(c for c in stretch if _counts(c)).lower()
            found = self._letters.find(letters, cursor) if letters else -1
            if found < 0:
                out.append(None)
                continue
            cursor = found + len(letters)
            out.append(Span(self._at[found], self._at[cursor - 1] + 1))
        return out


def _counts(character: str) -> bool:
    return character.isascii() and character.isalnum()


def containing(spans: Sequence[Span | None], at: int) -> int | None:
    """Return the index of the stretch that holds a position, none between or outside of them."""
    known = [(span.start, n) for n, span in enumerate(spans) if span is not None]
    n = bisect_right(known, (at, len(spans))) - 1
    if n < 0:
        return None
    index = known[n][1]
    span = spans[index]
    return index if span is not None and at < span.end else None
