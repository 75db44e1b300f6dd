"""Quantities: low, best and high of each outcome out of rival and equal figures.

Rules, named with each value:
- `single`: one figure was told; low and high are its own bounds ("at least 9": low 9, no high).
- `agreed`: several tellings of the same figure.
- `range-of-claims`: tellings differ; low is the least, high the greatest told, best the one told most often, and of
  equally frequent ones the last told (tolls are told upward as a report goes on).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.link.facts import as_object, int_of, text_of
from dateline.model.claim import Claim
from dateline.model.entry import Quantity
from dateline.model.event import Outcome

_ANYBODY = frozenset(
    (
        "person people other victim civilian one individual casualty life dead wounded injured body dozen hundred thousand "
        "score number many several some death fatality resident"
    ).split()
) | {""}


@dataclass(frozen=True, slots=True)
class _Figure:
    claim: Claim
    low: int | None
    best: int | None
    high: int | None
    unit: str
    whom: str
    scope: str
    part_of: str | None

    @property
    def values(self) -> tuple[int | None, int | None, int | None]:
        return (self.low, self.best, self.high)


def derive_quantities(claims: Sequence[Claim]) -> tuple[Quantity, ...]:
    """Return one quantity for each outcome and whom; parts stay apart from their totals."""
    out: list[Quantity] = []
    for outcome in Outcome:
        figures = [_figure(c) for c in claims if c.field == f"quantity:{outcome.value}"]
        totals = [f for f in figures if f.scope != "part"]
        for group in _by_whom(totals):
            out.append(_derive(outcome, group))
        for group in _by_whom([f for f in figures if f.scope == "part"]):
            out.append(_derive(outcome, group))
    return tuple(out)


def _figure(claim: Claim) -> _Figure:
    value = as_object(claim.value)
    return _Figure(
        claim,
        int_of(value.get("low")),
        int_of(value.get("best")),
        int_of(value.get("high")),
        text_of(value.get("unit")).lower(),
        text_of(value.get("whom")),
        text_of(value.get("scope")) or "collective",
        text_of(value.get("part_of")) or None,
    )


def _by_whom(figures: Sequence[_Figure]) -> list[list[_Figure]]:
    """Group figures that count the same people: the same noun, or a noun for anybody beside figures told elsewhere."""
    groups: list[list[_Figure]] = []
    for figure in figures:
        home = next((g for g in groups if any(_same_people(figure, held) for held in g)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    return groups


def _same_people(one: _Figure, other: _Figure) -> bool:
    if one.unit == other.unit:
        # "two soldiers and two policemen" of one sentence are told apart by their nouns; equal nouns are one figure told again
        return True
    if one.claim.evidence.span.start // 400 == other.claim.evidence.span.start // 400 and _close(one, other):
        return False
    return one.unit in _ANYBODY or other.unit in _ANYBODY or (one.best is not None and one.best == other.best and one.best > 1)


def _close(one: _Figure, other: _Figure) -> bool:
    """Tell whether two figures stand in one sentence or clause (within 120 characters)."""
    a, b = one.claim.evidence.span, other.claim.evidence.span
    return abs(a.start - b.start) < 120


def _derive(outcome: Outcome, figures: Sequence[_Figure]) -> Quantity:
    distinct = {f.values for f in figures}
    whom = next((f.whom for f in figures if f.unit not in _ANYBODY and f.whom), figures[0].whom) or None
    ids = tuple(f.claim.id for f in figures)
    first = figures[0]
    if len(distinct) == 1:
        rule = "single" if len(figures) == 1 else "agreed"
        return Quantity(outcome, first.low, first.best, first.high, rule, ids, whom, first.scope, first.part_of)
    lows = [v for f in figures if (v := f.low if f.low is not None else f.best) is not None]
    highs = [v for f in figures if (v := f.high if f.high is not None else f.best) is not None]
    told = [f.best for f in figures if f.best is not None]
    counts = Counter(told)
    best = max(counts, key=lambda n: (counts[n], len(told) - told[::-1].index(n))) if told else None
    return Quantity(
        outcome, min(lows, default=None), best, max(highs, default=None), "range-of-claims", ids, whom, first.scope, first.part_of
    )
