"""Scoring filled templates of MUC-4: credit for a fill by rule, slots, templates, and which of ours stands for which of gold.

Credit follows scoring-guidelines version 7 (SG), as far as it says what to do without a person's judgement: 1, 1/2 or 0. Counts
are those of Chinchor, MUC-4 Evaluation Metrics (1992): possible, actual, and points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.evaluate.suites._muc_key import SLOTS, STRINGS, Fill, Template
from dateline.evaluate.suites._muc_pairing import Pairing, best_pairing

FULL, HALF, NONE = 1.0, 0.5, 0.0
_MONTHS = {m: n for n, m in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_RANGE = re.compile(r"(\d*) ?- ?(\d*)$")
_ARTICLES = frozenset({"A", "AN", "THE"})
_NUMERALS = frozenset(
    "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE SOME SEVERAL MANY FEW ANOTHER OTHER".split()
)
_NATIONALITIES = frozenset(
    "SALVADORAN SALVADORANS COLOMBIAN PERUVIAN CHILEAN GUATEMALAN HONDURAN BOLIVIAN ECUADORAN ECUADORIAN ARGENTINE NICARAGUAN "
    "AMERICAN U.S. US SPANISH SOVIET".split()
)
_LINKS = frozenset("OF IN AT ON AND OR WHO WHICH THAT FROM FOR WITH BY TO NEAR".split())
"""Words after which a phrase is no longer modifiers of its last noun."""
_ABOVE = {
    "MACHINE GUN": ("GUN",), "MORTAR": ("GUN",), "HANDGUN": ("GUN",), "RIFLE": ("GUN",), "BOMB": ("EXPLOSIVE",),
    "VEHICLE BOMB": ("BOMB", "EXPLOSIVE"), "DYNAMITE": ("BOMB", "EXPLOSIVE"), "MINE": ("BOMB", "EXPLOSIVE"),
    "AERIAL BOMB": ("BOMB", "EXPLOSIVE"), "GRENADE": ("EXPLOSIVE",), "MOLOTOV COCKTAIL": ("EXPLOSIVE",),
    "MISSILE": ("PROJECTILE",), "ROCKET": ("PROJECTILE",),
}  # fmt: skip
"""The instruments of which each is a kind (TD 7.8)."""
_NEARLY: Mapping[int, frozenset[tuple[str, str]]] = {
    11: frozenset({("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES")}),
    13: frozenset({("POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE")}),
    16: frozenset({("DESTROYED", "SOME DAMAGE")}),
    20: frozenset(
        {
            ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"),
            ("ACTIVE MILITARY", "FORMER ACTIVE MILITARY"),
            ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"),
        }
    ),
    23: frozenset({("NO INJURY", "NO INJURY OR DEATH"), ("NO DEATH", "NO INJURY OR DEATH")}),
}
"""(Ours, gold) that earn half by slot (SG 3.2.11 to 3.2.23)."""
_BINDING = (9, 10, 12, 13, 18, 19, 20)
"""Of these slots at least one must agree in part before two templates may be paired (SG 3.2.1)."""


def string_credit(slot: int, ours: str, gold: str) -> float:
    """Return the credit of a string for one alternative of gold (SG 3.1.1).

    Full: the same but for articles, numbers and nationalities, or gold with more modifiers before it. Half: gold with other
    words around it, or part of gold, which in a slot of names must hold the last word or an acronym of its own.
    """
    mine, theirs = _essential(ours), _essential(gold)
    if not mine or not theirs:
        return FULL if _words(ours) == _words(gold) else NONE
    if mine == theirs:
        return FULL
    if mine[-len(theirs) :] == theirs and not _LINKS & set(mine[: -len(theirs)]) and "," not in ours:
        return FULL
    if _inside(theirs, mine) or _inside(mine, theirs):
        return HALF
    return NONE


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?", text.upper())


def _essential(text: str) -> list[str]:
    """Return the words of a string without those that make no difference (SG 3.1.1.1), all if nothing else is there."""
    plain = _ARTICLES | _NUMERALS | _NATIONALITIES
    words = [w for w in _words(text) if w not in _ARTICLES]
    while len(words) > 1 and (words[0] in plain or words[0].isdigit()):
        words = words[1:]
    return words


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    n = len(short)
    return any(list(long[i : i + n]) == list(short) for i in range(len(long) - n + 1))


def date_credit(ours: str, gold: str) -> float:
    """Return the credit of a date: half for a part of gold's, or for the default where gold ends on the same day (SG 3.2.2)."""
    mine, theirs = _dates(ours), _dates(gold)
    if mine is None or theirs is None:
        return FULL if ours == gold else NONE
    if mine == theirs:
        return FULL
    if mine[0] is None:  # the default, "- 26 AUG 89"
        return HALF if mine[1] == theirs[1] else NONE
    return HALF if (theirs[0] is None or theirs[0] <= mine[0]) and mine[1] <= theirs[1] else NONE


def _dates(text: str) -> tuple[date | None, date] | None:
    days = []
    for day, month, year in _DAY.findall(text):
        try:
            days.append(date(1900 + int(year), _MONTHS[month], int(day)))
        except (KeyError, ValueError):
            return None
    if not days:
        return None
    if text.lstrip().startswith("-"):
        return None, days[0]
    return days[0], days[-1]


def location_credit(ours: str, gold: str) -> float:
    """Return the credit of a location (SG 3.2.3).

    Half: the right country and no place, or none but gold's; right but for the country; one end of a range.
    """
    if _place(ours) == _place(gold):
        return FULL
    country, *parts = _place(ours)
    wanted, *rest = _place(gold)
    if country == wanted and all(p in rest for p in parts):
        return HALF
    if parts and parts == rest:
        return HALF
    ends = [_place(end) for end in re.split(r"\s-\s", gold)]
    if len(ends) == 2 and [country, *parts] in (ends[0], [wanted, *ends[1]]):
        return HALF
    return NONE


def _place(text: str) -> list[str]:
    return [" ".join(p.replace("(TOWN)", "(CITY)").split()) for p in text.upper().split(":")]


def number_credit(ours: str, gold: str) -> float:
    """Return the credit of a number: half for an end of gold's range, or for gold without its tilde (SG 3.2.14)."""
    mine, theirs = ours.replace(" ", ""), gold.replace(" ", "")
    if mine == theirs:
        return FULL
    if not mine.isdigit():
        return NONE
    if theirs == f"~{mine}":
        return HALF
    ends = _RANGE.match(theirs)
    return HALF if ends is not None and mine in ends.groups() else NONE


def _set_credit(slot: int, ours: str, gold: str) -> float:
    if ours == gold:
        return FULL
    if slot == 4:
        return HALF if ours == "ATTACK" else NONE
    if slot == 7:
        return HALF if ours in _ABOVE.get(gold, ()) else NONE
    return HALF if (ours, gold) in _NEARLY.get(slot, ()) else NONE


_BY_SLOT: dict[int, Callable[[str, str], float]] = {
    2: date_credit, 3: location_credit, 14: number_credit, 17: number_credit, 21: number_credit, 24: number_credit,
}  # fmt: skip


def credit(slot: int, ours: Fill, gold: Fill) -> float:
    """Return the credit of a fill for one of gold: the best over the alternatives, and less if it refers to another fill."""
    best = max(_value_credit(slot, mine, theirs) for mine in ours.values for theirs in gold.values)
    if best == NONE or not gold.references:
        return best
    tag = max((string_credit(0, o, g) for o in ours.references for g in gold.references), default=NONE)
    if slot == 19:
        return best if tag == FULL else HALF
    return best if tag > NONE else HALF


def _value_credit(slot: int, ours: str, gold: str) -> float:
    if slot in STRINGS:
        return string_credit(slot, ours, gold)
    found = _BY_SLOT.get(slot)
    return found(ours, gold) if found is not None else _set_credit(slot, ours, gold)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a slot: fills that gold wants, fills of ours, and points."""

    possible: float = 0.0
    actual: float = 0.0
    points: float = 0.0


def slot_tally(slot: int, ours: Template, gold: Template) -> Tally:
    """Return the counts of a slot of two paired templates. What gold calls inapplicable is not scored."""
    if slot in gold.without:
        return Tally()
    mine, theirs = ours.of(slot), gold.of(slot)
    gains = {}
    for i, one in enumerate(mine):
        for j, other in enumerate(theirs):
            points = credit(slot, one, other)
            if points:
                gains[i, j] = (points, points)
    found = best_pairing(gains, lambda p: p.ours)
    met = {j for _, j in found.pairs}
    possible = sum(not other.optional or j in met for j, other in enumerate(theirs))
    return Tally(float(possible), float(len(mine)), found.ours)


def may_pair(ours: Template, gold: Template) -> bool:
    """Tell whether two templates may be paired: the type agrees at least in part, so does one of those involved (SG 3.2.1)."""
    if not slot_tally(4, ours, gold).points:
        return False
    return any(slot_tally(slot, ours, gold).points for slot in _BINDING)


def paired(ours: Sequence[Template], gold: Sequence[Template]) -> Pairing:
    """Return the pairing of templates with the most points, each used once."""
    gains = {}
    for i, one in enumerate(ours):
        for j, other in enumerate(gold):
            if may_pair(one, other):
                points = sum(slot_tally(slot, one, other).points for slot in SLOTS)
                gains[i, j] = (points, points)
    return best_pairing(gains, lambda p: p.ours)


def tallies(ours: Sequence[Template], gold: Sequence[Template]) -> dict[str, float]:
    """Return what a message adds to each sum: by slot, possible, points, and actual of all and of paired templates.

    A template of gold that is not met costs nothing if it is optional, and otherwise every fill that is not optional.
    """
    out: dict[str, float] = {}
    pairs = paired(ours, gold).pairs
    for i, j in pairs:
        for slot in SLOTS:
            found = slot_tally(slot, ours[i], gold[j])
            _add(out, slot, possible=found.possible, actual=found.actual, paired=found.actual, points=found.points)
    for j in set(range(len(gold))) - {j for _, j in pairs}:
        if not gold[j].optional:
            for slot in SLOTS:
                _add(out, slot, possible=float(sum(not f.optional for f in gold[j].of(slot))))
    for i in set(range(len(ours))) - {i for i, _ in pairs}:
        for slot in SLOTS:
            _add(out, slot, actual=float(len(ours[i].of(slot))))
    return out


def _add(sums: dict[str, float], slot: int, **values: float) -> None:
    for name, value in values.items():
        sums[f"{slot}.{name}"] = sums.get(f"{slot}.{name}", 0.0) + value


def total(sums: Mapping[str, float], slots: Iterable[int], name: str) -> float:
    """Return a sum over slots."""
    return sum(sums.get(f"{slot}.{name}", 0.0) for slot in slots)
