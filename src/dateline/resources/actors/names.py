"""Names of the register in tokens: as written, by other capitals, and by the skeleton that transliterations share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dateline.resources.actors.model import Hit
from dateline.resources.actors.normal import Part
from dateline.resources.actors.trie import PhraseTrie

_GENERIC = frozenset(
    (
        "front army movement group party forces force brigade brigades council organisation state province militia rebels "
        "guerrillas cartel gang coalition units unit battalion network division command government police guard guards service "
        "defence of and for the in on to de la del los an as ash ad at ar ush bin ibn fighters militants insurgents authorities "
        "separatists"
    ).split()
)
"""Words of names that reports also write small."""


class Entry(NamedTuple):
    """One name of one actor."""

    id: str
    mode: str
    """`name`, `acronym` or `short`."""
    written: str
    upper: tuple[bool, ...]


class Names:
    """All names of the register."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        """Index compiled rows: id, mode, letters, folds, skeletons, capitals."""
        self._exact: PhraseTrie[Entry] = PhraseTrie()
        self._skeletons: PhraseTrie[Entry] = PhraseTrie()
        acronyms = set()
        for actor_id, mode, written, folds, keys, upper in rows:
            entry = Entry(actor_id, mode, written, tuple(map(bool, upper)))
            self._exact.add(folds, entry)
            if keys:
                self._skeletons.add(keys, entry)
            if mode == "acronym":
                acronyms.add(written)
        self.acronyms = frozenset(acronyms)
        """The letters of every acronym, without signs between them."""

    def at(self, tokens: Sequence[Sequence[Part]], texts: Sequence[str], first: int) -> Hit | None:
        """Return the longest name at a token."""
        head = tokens[first]
        if not head:
            return None
        best = self._look(self._exact, tokens, texts, first, False) if self._exact.starts(head[0].fold) else None
        if head[0].upper and self._skeletons.starts(head[0].skeleton):
            other = self._look(self._skeletons, tokens, texts, first, True)
            if other is not None and (best is None or other.last > best.last):
                best = other
        return best

    def _look(
        self, trie: PhraseTrie[Entry], tokens: Sequence[Sequence[Part]], texts: Sequence[str], first: int, by_skeleton: bool
    ) -> Hit | None:
        window = tokens[first : first + 14]
        keys = [[p.skeleton if by_skeleton else p.fold for p in t] for t in window]
        for last, entries in reversed(trie.matches(keys, 0)):
            span = [p for t in window[: last + 1] for p in t]
            written = texts[first : first + last + 1]
            graded: dict[str, list[str]] = {}
            for entry in entries:
                how = _written(entry, span, written, by_skeleton)
                if how:
                    graded.setdefault(how, []).append(entry.id)
            for how in ("exact", "acronym", "loose", "short", "skeleton"):
                if how in graded:
                    return Hit(first, first + last, tuple(dict.fromkeys(graded[how])), how)
        return None


def _written(entry: Entry, span: Sequence[Part], texts: Sequence[str], by_skeleton: bool) -> str:
    """Return how a name is written there, the empty string if its letters forbid it."""
    if entry.mode == "acronym":
        letters = _letters("".join(texts))
        if letters == entry.written or (len(entry.written) > 1 and letters == entry.written + "s"):
            return "acronym"
        capitalised = len(letters) > 3 and letters.isalpha() and letters == entry.written.capitalize()
        return "acronym" if capitalised else ""
    pairs = list(zip(entry.upper, span, strict=False))
    if by_skeleton:
        return "skeleton" if all(p.upper or p.fold in _GENERIC for _, p in pairs) else ""
    if entry.mode == "short":
        return "short" if span[0].upper else ""
    if all(p.upper or not want for want, p in pairs):
        return "exact"
    named = any(p.upper and p.fold not in _GENERIC for _, p in pairs)
    return "loose" if named and all(p.upper or not want or p.fold in _GENERIC for want, p in pairs) else ""


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
