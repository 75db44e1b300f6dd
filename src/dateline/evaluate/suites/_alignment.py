"""Alignment: where the sentences that gold was given on stand in the text that we read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.model.span import Span

_RUN = re.compile(r"[A-Za-z0-9]+")


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


class Placed:
    """Where gold's stretches stand in our text."""

    def __init__(self, gold: str, ours: str) -> None:
        """Align the two texts, run of letters by run of letters."""
        self._runs = [Span(*match.span()) for match in _RUN.finditer(gold)]
        self._ends = [run.end for run in self._runs]
        self._there = Alignment(ours).spans([run.of(gold) for run in self._runs])

    def span(self, gold: Span) -> Span | None:
        """Return where a stretch of gold's text stands in ours."""
        found: Span | None = None
        for n in range(bisect_right(self._ends, gold.start), len(self._runs)):
            if self._runs[n].start >= gold.end:
                break
            there = self._there[n]
            if there is not None:
                found = there if found is None else found.cover(there)
        return found


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
