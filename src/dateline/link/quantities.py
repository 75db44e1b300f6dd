"""Quantities: low, best and high of each outcome out of rival and equal figures.

Rules, named with each value:
- `single`: one figure was told; low and high are its own bounds ("at least 9": low 9, no high).
- `agreed`: several tellings of the same figure.
- `range-of-claims`: tellings differ; low is the least, high the greatest told, best the one told most often, and of
  equally frequent ones the last told (tolls are told upward as a report goes on).
- A toll told to have changed ("raising the toll to 31") takes the place of what the same text told before it, and is best.
- A total told without a least ("up to seven") is no less than a part of it ("three of the dead were named").
- `hit-less-killed`: those told as shot or stabbed, without those of them told killed.

Figures of different people stand beside each other. One person told beside a figure for anybody ("two people ... a woman")
is a part of it, and one person told twice in words that fit ("a girl ... the 12-year-old") is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.link.facts import UPDATED, as_object, int_of, text_of
from dateline.link.singles import Single, is_anyone, is_armed, may_be_same, read_single
from dateline.model.claim import Claim
from dateline.model.entry import Quantity
from dateline.model.event import Outcome

_ANYBODY = frozenset(
    (
        "person people other victim civilian one individual casualty life dead wounded injured body dozen hundred thousand "
        "score number many several some death fatality injury resident"
    ).split()
) | {""}
_NAMED = "person named"
_PRONOUNS = frozenset({"he", "she", "him", "her"})
_SOME_OF = re.compile(r"\bof (?:the|them|those|these|whom)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:others?|another|more)\b(?! than)", re.IGNORECASE)
"""Words that set those who were hit beside the dead."""


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
    hit: bool
    """Counts all who were hit, the dead among them too."""
    after_dead: bool = False
    """The only one hurt that is told right beside the dead ("one was killed and another wounded")."""

    @property
    def values(self) -> tuple[int | None, int | None, int | None]:
        return (self.low, self.best, self.high)

    @property
    def update(self) -> bool:
        """Tell whether it takes the place of an earlier figure."""
        return UPDATED in self.claim.decided_by

    @property
    def pronoun(self) -> bool:
        """Tell whether it is "he" or "she", which is somebody told before."""
        return self.claim.text.lower() in _PRONOUNS

    @property
    def one(self) -> Single | None:
        """Return what is told of a single person, none of several or of a bare number."""
        bare = self.claim.text.lower() in ("one", "1") or self.unit == ""
        if self.values != (1, 1, 1) or bare:
            return None
        single = read_single(self.claim.text, self.unit, self.whom == _NAMED)
        return replace(single, more=False) if self.after_dead else single


def derive_quantities(claims: Sequence[Claim]) -> tuple[Quantity, ...]:
    """Return one quantity for each outcome and whom; parts stay apart from their totals."""
    out: list[Quantity] = []
    killed: list[_Figure] = []
    dead = 0
    for outcome in Outcome:
        figures = [_figure(c) for c in claims if c.field == f"quantity:{outcome.value}"]
        if outcome is Outcome.INJURED:
            figures = _with_dead([f for f in _beside_dead(figures, claims) if not _died(f, killed)], dead)
        told = _latest([f for f in figures if f.scope != "part"])
        hit = [f for f in told if f.hit]
        beside = [f for f in told if not f.hit and any(_beside(f, h) and not h.pronoun and not _overlap(f, h) for h in hit)]
        found = _people(outcome, [f for f in told if not f.hit and f not in beside])
        out += _with_hit(outcome, found, hit, _dead_among(hit, killed, dead)) if hit else found
        out += _people(outcome, beside)
        parts = [_derive(outcome, group) for group in _by_whom([f for f in figures if f.scope == "part"])]
        out = [_no_less(q, parts) if q.outcome is outcome else q for q in out] + parts
        if outcome is Outcome.KILLED:
            killed, dead = told, _sum(out)
    return tuple(out)


def _latest(figures: Sequence[_Figure]) -> list[_Figure]:
    """Return the figures without those for anybody that a greater one of the same text took the place of later on."""
    updates = [f for f in figures if f.update]

    def replaced(figure: _Figure) -> bool:
        return figure.unit in _ANYBODY and any(
            u.claim.evidence.text_id == figure.claim.evidence.text_id
            and figure.claim.evidence.span < u.claim.evidence.span
            and (figure.best or 0) < (u.best or 0)
            for u in updates
        )

    return [f for f in figures if not replaced(f)] if updates else list(figures)


def _no_less(whole: Quantity, parts: Sequence[Quantity]) -> Quantity:
    """Return a total told as "up to" with the greatest part of it as its least."""
    if whole.low is not None or whole.scope == "part" or whole.best is None:
        return whole
    least = max((p.low for p in parts if p.low and p.low <= whole.best), default=None)
    return replace(whole, low=least)


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
        value.get("includes") == "killed" and _OTHERS.search(claim.text) is None,
    )


def _beside_dead(figures: Sequence[_Figure], claims: Sequence[Claim]) -> list[_Figure]:
    """Mark the figures that are the only ones of their telling beside one for the dead."""
    dead = {c.event for c in claims if c.field == f"quantity:{Outcome.KILLED.value}"}
    told = Counter(f.claim.event for f in figures)
    return [replace(f, after_dead=True) if f.claim.event in dead and told[f.claim.event] == 1 else f for f in figures]


def _with_dead(figures: Sequence[_Figure], dead: int) -> list[_Figure]:
    """Mark the figures that are another and the dead together ("six wounded, two mortally", told elsewhere as four wounded)."""
    plain = {f.best for f in figures if f.best is not None and not f.hit and f.scope != "part"}
    return [replace(f, hit=True) if dead and f.one is None and f.best and f.best - dead in plain else f for f in figures]


def _died(figure: _Figure, killed: Sequence[_Figure]) -> bool:
    """Tell whether one told as hurt is told as dead too: by name, or "he" in one telling."""
    one = figure.one
    if one is None or figure.hit:
        return False
    singles = [(f, s) for f in killed if (s := f.one) is not None]
    if one.name and any(one.name & s.name for _, s in singles):
        return True
    return figure.pronoun and any(f.pronoun and f.claim.event == figure.claim.event for f, _ in singles)


def _dead_among(hit: Sequence[_Figure], killed: Sequence[_Figure], dead: int) -> int:
    """Return how many of the people hit are told as dead: where all are told one by one, those who can be the same."""
    if any(f.one is None for f in hit) or any(f.one is None for f in killed):
        return dead
    people = [group[0].one for group in _persons(killed)]
    left = [group[0].one for group in _persons(hit)]
    for gone in people:
        same = next((s for s in left if s is not None and gone is not None and may_be_same(gone, s)), None)
        if same is not None:
            left.remove(same)
    return len(_persons(hit)) - len(left)


def _sum(quantities: Sequence[Quantity]) -> int:
    return sum(q.best or 0 for q in quantities if q.scope != "part")


def _people(outcome: Outcome, told: Sequence[_Figure]) -> list[Quantity]:
    """Return the quantities of figures that are no parts: several people, and single ones beside or among them."""
    groups = _by_whom([f for f in told if f.one is None])
    many = [(_derive(outcome, group), group) for group in groups]
    open_ones = [(q, group) for q, group in many if _leaves_open(group) and q.best is not None]
    whole, figures = max(open_ones, key=lambda found: found[0].best or 0, default=(None, []))
    out: list[Quantity] = []
    others = [q.best or 0 for q, group in many if group is not figures]
    kinds = whole is not None and len(others) > 1 and sum(others) == whole.best
    for quantity, group in (*many, *((_derive(outcome, p), p) for p in _persons([f for f in told if f.one is not None]))):
        among = whole is not None and (_within(quantity, group, whole, figures) or (kinds and quantity.best in others))
        if whole is None or group is figures or not among:
            out.append(quantity)
        elif whole.best == 1:
            at = out.index(whole)
            whole = replace(whole, claims=(*whole.claims, *quantity.claims), whom=whole.whom or quantity.whom)
            out[at] = whole
        else:
            out.append(replace(quantity, scope="part", part_of=whole.claims[0]))
    return out


def _within(quantity: Quantity, group: Sequence[_Figure], whole: Quantity, figures: Sequence[_Figure]) -> bool:
    """Tell whether people are among those of a figure for anybody: fewer, or one, and not told beside it as others."""
    one = all(f.one is not None for f in group)
    fewer = quantity.best is not None and whole.best is not None and quantity.best < whole.best
    beside = any(_beside(f, held) or (not one and _close(f, held)) for f in group for held in figures)
    more = any(f.whom.startswith(("other", "another")) for f in group)
    return (one or fewer) and not beside and not more


def _with_hit(outcome: Outcome, found: list[Quantity], hit: Sequence[_Figure], killed: int) -> list[Quantity]:
    """Add those of the people shot or stabbed who live, unless as many are told hurt in so many words."""
    groups = _people(outcome, [replace(f, hit=False) for f in hit])
    rest = _sum(groups) - killed
    if rest <= 0 or _sum(found) >= rest:
        return found
    if not killed and not found:
        return groups
    first = next(q for q in groups if q.scope != "part")
    claims = tuple(id for q in groups for id in q.claims)
    rule = "hit-less-killed" if killed else first.rule
    whole = Quantity(outcome, rest, rest, rest, rule, claims, first.whom if len(groups) == 1 else None, first.scope)
    return [whole, *(replace(q, scope="part", part_of=claims[0]) for q in found)]


def _persons(figures: Sequence[_Figure]) -> list[list[_Figure]]:
    """Group figures of one person each by who it can be."""
    groups: list[list[_Figure]] = []
    for figure in figures:
        home = next((g for g in groups if all(_same_person(held, figure) for held in g)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    return groups


def _same_person(one: _Figure, other: _Figure) -> bool:
    if _overlap(one, other):
        return True
    same = one.one is not None and other.one is not None and may_be_same(one.one, other.one)
    return same and (one.pronoun or other.pronoun or not _beside(one, other))


def _leaves_open(group: Sequence[_Figure]) -> bool:
    return any(f.unit in _ANYBODY or is_anyone(_singular(f.unit)) for f in group)


def _singular(noun: str) -> str:
    irregular = {"men": "man", "women": "woman", "children": "child", "people": "person", "babies": "baby", "wives": "wife"}
    return irregular.get(noun) or noun.removesuffix("s")


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
    if _rival(one, other):
        return True
    if _beside(one, other):
        return False
    if one.best is not None and one.best == other.best and one.best > 1:
        return True
    if {one.unit, other.unit} <= _ANYBODY and any(f.best is None and f.high is None for f in (one, other)):
        # "many injured ... at least five people were injured"
        return True
    if _fewer(one, other) or _fewer(other, one):
        return False
    anybody = one.unit in _ANYBODY or other.unit in _ANYBODY
    return anybody and not _close(one, other) and not _civil_and_armed(one, other)


def _civil_and_armed(one: _Figure, other: _Figure) -> bool:
    """Tell whether one figure counts civilians and the other fighters or troops."""
    return any(a.unit == "civilian" and is_armed(b.unit) for a, b in ((one, other), (other, one)))


def _fewer(one: _Figure, other: _Figure) -> bool:
    """Tell whether a figure of some kind of people is less than one of anybody, and so of some of them ("five ... two men")."""
    some = one.unit not in _ANYBODY or _SOME_OF.search(one.claim.text) is not None
    if not some or other.unit not in _ANYBODY or other.low is None:
        return False
    return one.best is not None and one.best < other.low


def _overlap(one: _Figure, other: _Figure) -> bool:
    a, b = one.claim.evidence, other.claim.evidence
    return a.text_id == b.text_id and a.span.start < b.span.end and b.span.start < a.span.end


def _beside(one: _Figure, other: _Figure) -> bool:
    """Tell whether one telling of the event has both figures, with different nouns."""
    return one.claim.event == other.claim.event and one.unit != other.unit and not _rival(one, other)


def _rival(one: _Figure, other: _Figure) -> bool:
    """Tell whether two speakers each give a figure, one of them for anybody ("the army said 25 rebels, residents only 10")."""
    if one.one is not None or other.one is not None or not {one.unit, other.unit} & _ANYBODY:
        return False
    speakers = [f.claim.said_by[-1].name.lower() if f.claim.said_by else "" for f in (one, other)]
    return all(speakers) and speakers[0] != speakers[1]


def _close(one: _Figure, other: _Figure) -> bool:
    """Tell whether two figures stand in one sentence or nearly so."""
    a, b = one.claim.evidence.span.start, other.claim.evidence.span.start
    return a // 400 == b // 400 and abs(a - b) < 120


def _firm(figures: Sequence[_Figure]) -> Sequence[_Figure]:
    """Return the figures without vague ones that a firm one makes precise ("many injured ... five people were injured")."""
    firm = [f for f in figures if f.best is not None]
    vague = [f for f in figures if f.best is None and f.high is None and f.low is not None]
    kept = [f for f in vague if not any((one.best or 0) >= (f.low or 0) for one in firm)]
    return [f for f in figures if f not in vague or f in kept]


def _derive(outcome: Outcome, figures: Sequence[_Figure]) -> Quantity:
    whom = next((f.whom for f in figures if f.unit not in _ANYBODY and f.whom), figures[0].whom) or None
    ids = tuple(f.claim.id for f in figures)
    figures = _firm(figures)
    distinct = {f.values for f in figures}
    first = figures[0]
    if len(distinct) == 1:
        rule = "single" if len(figures) == 1 else "agreed"
        return Quantity(outcome, first.low, first.best, first.high, rule, ids, whom, first.scope, first.part_of)
    if len({f.best for f in figures}) == 1 and first.best is not None and any(f.high is None for f in figures):
        # "at least 22 people ... the 22 dead"
        return Quantity(outcome, min(f.low or first.best for f in figures), first.best, None, "agreed", ids, whom, first.scope)
    lows = [v for f in figures if (v := f.low if f.low is not None else f.best) is not None]
    highs = [v for f in figures if (v := f.high if f.high is not None else f.best) is not None]
    told = [f.best for f in figures if f.best is not None]
    counts = Counter(told)
    best = max(counts, key=lambda n: (counts[n], len(told) - told[::-1].index(n))) if told else None
    best = max((f.best for f in figures if f.update and f.best is not None), default=best)
    return Quantity(
        outcome, min(lows, default=None), best, max(highs, default=None), "range-of-claims", ids, whom, first.scope, first.part_of
    )
