"""Names of bodies and who bears them, looked up by what they are compared by: no look-up goes over all names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.resources.actors.alike import SAME, alike, initials
from dateline.resources.actors.signature import Signature, signatures
from dateline.resources.actors.words import NameWords

_LOOKED_AT = 40
"""How many of the names that share most with one are compared with it."""
_RAREST = 4
"""By how many of its rarest words a name is looked up."""
LEAD = 0.04
"""Least lead of the best bearer over the next; below it the name stays open with its candidates."""


@dataclass(frozen=True, slots=True)
class Borne:
    """Who may bear a name, best first, and how alike the names are; `bearer` is none where it is open."""

    bearer: str | None
    candidates: tuple[tuple[str, float], ...] = ()


class NameIndex:
    """Names under the label of who bears them."""

    def __init__(self, table: NameWords) -> None:
        """Start with no names."""
        self._table = table
        self._names: list[tuple[Signature, str, str]] = []
        self._under: dict[str, list[int]] = defaultdict(list)

    def add(self, name: str, label: str) -> None:
        """Put a name under a label."""
        for signature in signatures(name, self._table):
            for key in set(_posted(signature, self._table)):
                self._under[key].append(len(self._names))
            self._names.append((signature, label, name))

    def bearers(self, name: str, passed: tuple[str, str] | None = None) -> list[tuple[str, float]]:
        """Return the labels whose names are alike enough to be one actor's, the most alike first.

        A label's own name, (label, name), can be passed over.
        """
        best: dict[str, float] = {}
        for signature in signatures(name, self._table):
            for at in self._near(signature):
                other, label, written = self._names[at]
                if (label, written) == passed:
                    continue
                found = alike(signature, other, self._table)
                if found >= SAME and found > best.get(label, 0.0):
                    best[label] = found
        return sorted(best.items(), key=lambda x: (-x[1], x[0]))

    def borne(self, name: str, passed: tuple[str, str] | None = None) -> Borne:
        """Return who bears a name: the one whose names are clearly most alike, else nobody and the candidates."""
        found = self.bearers(name, passed)
        clear = len(found) == 1 or len(found) > 1 and found[0][1] - found[1][1] >= LEAD
        return Borne(found[0][0] if clear else None, tuple(found[:5]))

    def _near(self, signature: Signature) -> list[int]:
        shared: Counter[int] = Counter()
        for key in dict.fromkeys(_sought(signature, self._table)):
            for at in self._under.get(key, ()):
                shared[at] += 1
        return [at for at, _ in shared.most_common(_LOOKED_AT)]


def _posted(signature: Signature, table: NameWords) -> Iterator[str]:
    """Yield the keys under which a name is found."""
    yield from (f"w {w.key}" for w in signature.words)
    yield f"g {signature.glued}"
    if signature.letters:
        yield f"a {signature.letters}"
        if len(signature.letters) > 3:
            yield f"s {signature.letters[:2].lower()}"
    if len(signature.written) > 1:
        for letters in initials(signature, table):
            yield f"i {letters.upper()}"
        if signature.part is not None:
            after = signature.part.letters or initials(signature.part, table)[0]
            yield f"i {initials(signature, table)[0].upper()}{after.upper()}"
        first = next((w for w in signature.written if w not in table.skipped), signature.written[0])
        yield f"b {first[:2]}"
        yield f"b {initials(signature, table)[0][:2]}"


def _sought(signature: Signature, table: NameWords) -> Iterator[str]:
    """Yield the keys under which the names alike to one stand."""
    yield f"g {signature.glued}"
    if signature.letters:
        yield f"a {signature.letters}"
        yield f"i {signature.letters}"
        yield f"b {signature.letters[:2].lower()}"
    if len(signature.written) > 1:
        for key in _posted(signature, table):
            kind, _, rest = key.partition(" ")
            if kind == "i":
                yield f"a {rest}"
            elif kind == "b":
                yield f"s {rest}"
    rarest = sorted(signature.words, key=lambda w: -w.weight)[:_RAREST]
    yield from (f"w {w.key}" for w in rarest)
