"""Pairing templates: exact, each used once."""

from __future__ import annotations

from itertools import permutations
from random import Random

from dateline.evaluate.suites._muc_pairing import Gains, Pairing, best_pairing


def total(pairing: Pairing) -> float:
    return pairing.ours + pairing.gold


def test_no_pairs() -> None:
    assert best_pairing({}, total) == Pairing()


def test_the_best_sum_is_not_the_best_single_pair() -> None:
    # 0-0 alone is worth most, but 0-1 and 1-0 together are worth more.
    gains = {(0, 0): (5.0, 5.0), (0, 1): (3.0, 3.0), (1, 0): (3.0, 3.0)}
    assert best_pairing(gains, total).pairs == ((0, 1), (1, 0)) or best_pairing(gains, total).pairs == ((1, 0), (0, 1))


def test_what_counts_is_the_value_asked_for() -> None:
    gains = {(0, 0): (4.0, 1.0), (1, 0): (1.0, 3.0)}
    assert best_pairing(gains, lambda p: p.ours).pairs == ((0, 0),)
    assert best_pairing(gains, lambda p: p.gold).pairs == ((1, 0),)
    # harmonic: 2 * 4 * 1 / 5 = 1.6 against 2 * 1 * 3 / 4 = 1.5
    assert best_pairing(gains, lambda p: 2 * p.ours * p.gold / (p.ours + p.gold) if p.pairs else 0.0).pairs == ((0, 0),)


def _brute(gains: Gains, n: int, m: int) -> float:
    best = 0.0
    for order in permutations(range(-n, m), n):
        chosen = [(i, j) for i, j in enumerate(order) if (i, j) in gains]
        best = max(best, sum(sum(gains[p]) for p in chosen))
    return best


def test_as_good_as_trying_all() -> None:
    random = Random(7)
    for _ in range(60):
        n, m = random.randint(1, 4), random.randint(1, 4)
        gains = {
            (i, j): (float(random.randint(1, 5)), float(random.randint(1, 5)))
            for i in range(n)
            for j in range(m)
            if random.random() < 0.6
        }
        found = best_pairing(gains, total)
        assert total(found) == _brute(gains, n, m)
        assert len({i for i, _ in found.pairs}) == len({j for _, j in found.pairs}) == len(found.pairs)
