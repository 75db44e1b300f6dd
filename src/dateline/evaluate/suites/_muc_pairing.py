"""Pairing templates: which of ours stands for which of gold, each used once, found exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[int, int]
"""A template of ours and one of gold, by index."""
Gains = Mapping[Pair, tuple[float, float]]
"""For each pair that may stand: what is right of ours, and what is right of gold."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs with the sums of what is right of ours and of gold."""

    ours: float = 0.0
    gold: float = 0.0
    pairs: tuple[Pair, ...] = ()

    def __or__(self, other: Pairing) -> Pairing:
        """Return the pairs of both."""
        return Pairing(self.ours + other.ours, self.gold + other.gold, self.pairs + other.pairs)


def best_pairing(gains: Gains, value: Callable[[Pairing], float]) -> Pairing:
    """Return the injective pairing of the greatest value, which must grow with both of its sums.

    Groups that share no template are solved apart, each by dynamic programming over the templates of its smaller side.
    """
    front = [Pairing()]
    for group in _groups(gains):
        found = _front(group)
        front = _undominated([a | b for a in front for b in found])
    return max(front, key=lambda p: (value(p), p.ours + p.gold))


def _groups(gains: Gains) -> list[dict[Pair, tuple[float, float]]]:
    """Return the pairs in groups that have no template in common."""
    groups: list[dict[Pair, tuple[float, float]]] = []
    for pair, gain in sorted(gains.items()):
        joined = {pair: gain}
        apart = []
        for group in groups:
            if any(p[0] == pair[0] or p[1] == pair[1] for p in group):
                joined = group | joined
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _front(gains: Gains) -> list[Pairing]:
    """Return the pairings of a group that no other one beats in both sums."""
    smaller, larger = (0, 1) if len({p[0] for p in gains}) <= len({p[1] for p in gains}) else (1, 0)
    by_large: dict[int, list[Pair]] = {}
    for pair in sorted(gains):
        by_large.setdefault(pair[larger], []).append(pair)
    states: dict[int, list[Pairing]] = {0: [Pairing()]}
    for pairs in by_large.values():
        grown = {used: list(found) for used, found in states.items()}
        for used, found in states.items():
            for pair in pairs:
                bit = 1 << pair[smaller]
                if not used & bit:
                    one = Pairing(*gains[pair], (pair,))
                    grown.setdefault(used | bit, []).extend(held | one for held in found)
        states = {used: _undominated(found) for used, found in grown.items()}
    return _undominated([held for found in states.values() for held in found])


def _undominated(found: Sequence[Pairing]) -> list[Pairing]:
    out: list[Pairing] = []
    for one in sorted(found, key=lambda p: (-p.ours, -p.gold, len(p.pairs), p.pairs)):
        if not out or one.gold > out[-1].gold:
            out.append(one)
    return out
