"""Score: how far two event mentions of one report tell one event, and what speaks against it.

The weights were set on the examples and the seed article (`make test` runs both); a contradiction rules a pair out
whatever else agrees.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.link.facts import Facts, Where
from dateline.resources.codebook import Codebook

_POINTING = ((1, 2.5), (2, 2.0), (4, 1.5), (8, 1.25), (10**9, 0.75))
"""How strongly "the attack" means one told so many sentences before: (at most, weight)."""
_BARELY = 0.5
"""Weight of pointing where no word such as "the" points ("prisoners released from jail")."""
_FAINT = 0.5
"""An agreement that so many pairs have that it does not tell one event from another."""
JOIN = 3.0
"""Least score at which two mentions are one event."""
_LEAD = 3
"""Sentences from the headline within which a report's lead tells it again."""
_GENERIC_WITH = frozenset({"attack", "battle", "unrest", "accident"})
_NEAR = frozenset(
    frozenset(pair)
    for pair in (
        ("arrest", "detention"),
        ("release", "escape"),
        ("prison break", "escape"),
        ("prison break", "release"),
        ("armed attack", "armed clash"),
        ("kidnapping", "hostage-taking"),
        ("arson", "destruction"),
        ("bombing", "air strike"),
    )
)
"""Types that reports use of one event."""
_ATTACKS = frozenset({"attack", "attacks", "assault", "raid", "shooting", "assaults", "raids"})
_ON_FOOT = frozenset({"raid", "raided", "stormed", "raids", "storming", "operation"})
_OFFENSIVES = frozenset({"offensive", "offensives", "counteroffensive", "counter-offensive"})
_FROM_AFAR = frozenset({"air strike", "drone strike", "shelling"})
_PARTICULAR = frozenset(
    {"territory taken", "territory lost", "territory handed over", "base set up", "weapons seized", "demonstration", "strike"}
)
"""Types that no general word for violence points back to."""
_TALKING = frozenset({"points back", "tells what came of it", "goes on", "headline", "adjacent"})
"""Agreements that lie in how it is told and not in what is told."""
_ANYBODY = frozenset(
    (
        "people person persons civilian civilians man men woman women child children others soldier soldiers fighter fighters "
        "member members resident residents victims individual individuals vehicle vehicles car house houses village villages "
        "home homes building buildings area areas town city police policemen guerrillas rebels gunmen militants citizens peasants"
    ).split()
)
"""Those of whom an attack's victims tell nothing."""
_CONTINUED = 1.25
"""Most that a value taken over from the sentence before weighs: the story goes on."""
_LENT = 0.25
"""Most that a value lent by the report as a whole weighs."""
_SAME_SPOT_KM = 15.0
_EARTH_KM = 6371.0


@dataclass(slots=True)
class Score:
    """Weighted agreements, by what agrees; `against` names a contradiction."""

    parts: dict[str, float] = field(default_factory=dict)
    against: str = ""

    @property
    def total(self) -> float:
        """Return the sum of the parts."""
        return sum(self.parts.values())

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return each part in words, with its weight."""
        return tuple(f"{what} {weight:+.2f}" for what, weight in self.parts.items())

    @property
    def firm(self) -> float:
        """Return the sum of the parts that lie in what is told: type, date, place, people, counts."""
        return sum(weight for what, weight in self.parts.items() if what not in _TALKING)

    @property
    def particular(self) -> bool:
        """Tell whether anything but the type and the way of telling agrees."""
        return any(weight > _FAINT and what not in _TALKING and what != "type" for what, weight in self.parts.items())

    def add(self, weight: float, what: str) -> None:
        """Count an agreement or a disagreement."""
        self.parts[what] = self.parts.get(what, 0.0) + weight


def together(scores: Sequence[Score]) -> Score:
    """Return what a mention has in common with a whole cluster: of each part the best that any member gives."""
    out = Score()
    for what in dict.fromkeys(w for s in scores for w in s.parts):
        weights = [s.parts[what] for s in scores if what in s.parts]
        out.parts[what] = max(weights) if max(weights) > 0 else min(weights)
    return out


def score(left: Facts, right: Facts, codebook: Codebook) -> Score:
    """Compare two mentions of one report; `left` comes first in the text."""
    out = Score()
    if left.modality != right.modality or left.polarity != right.polarity:
        out.against = "one happened and the other did not"
        return out
    turned = right.setting.turns and left.record.sentence < right.record.sentence
    if (turned or right.setting.one_more) and not left.record.title:
        out.against = "the text turns to another"
        return out
    _types(left, right, codebook, out)
    for compare in (_times, _places, _people, _counts, _discourse):
        if not out.against:
            compare(left, right, out)
    return out


def _types(left: Facts, right: Facts, codebook: Codebook, out: Score) -> None:
    one, other = left.type, right.type
    families = left.family, right.family
    if (left.anchor in _ON_FOOT and other in _FROM_AFAR) or (right.anchor in _ON_FOOT and one in _FROM_AFAR):
        out.against = "one on foot, one from afar"
        return
    if (left.anchor in _OFFENSIVES) != (right.anchor in _OFFENSIVES) and families != ("battle", "battle"):
        out.against = "an offensive is more than one attack"
        return
    if one == other:
        out.add(0.5 if left.record.generic or right.record.generic else 1.0, "type")
    elif codebook.compatible(one, other) or (_loose(left, right) and set(families) <= _GENERIC_WITH):
        out.add(0.5, "type")
    elif frozenset((one, other)) in _NEAR:
        out.add(0.25, "type")
    else:
        out.against = f"types {one} and {other}"


def _loose(left: Facts, right: Facts) -> bool:
    """Tell whether words that fit any violence ("the attack") may mean the other's event."""
    if {left.type, right.type} & _PARTICULAR or not (left.record.generic or right.record.generic):
        return False
    attack_of_unrest = {left.family, right.family} == {"attack", "unrest"}
    return not (attack_of_unrest and (left.anchor in _ATTACKS or right.anchor in _ATTACKS))


def _times(first: Facts, second: Facts, out: Score) -> None:
    left, right = first.when, second.when
    opens = second.setting.opens_on
    if opens and not (left and right) and not first.record.title and first.record.sentence < second.record.sentence:
        if first.setting.days and opens not in first.setting.days and not second.setting.points:
            out.against = "told of another day"
            return
        if not first.setting.days:
            out.add(-1.0, "opens on a day")
    if left is None or right is None:
        return
    lent = left.carried or right.carried
    if left.end < right.start or right.end < left.start:
        if not lent or (not right.carried and not second.setting.points):
            out.against = "dates apart"
        else:
            out.add(-1.0, "date")
        return
    if left.carried and right.carried:
        return
    if lent:
        out.add(_CONTINUED if left.goes_on or right.goes_on else _LENT, "date")
    elif left.day and right.day:
        out.add(2.0, "date")
    elif left.start[:7] == right.start[:7] and left.end[:7] == right.end[:7]:
        out.add(1.5, "date")
    else:
        out.add(0.5, "date")


def _places(first: Facts, second: Facts, out: Score) -> None:
    left, right = first.where, second.where
    if not left or not right:
        return
    best = max(_place(one, other) for one in left for other in right)
    if best >= 0:
        out.add(best, "place")
    elif not any(w.carried for w in left) and not any(w.carried for w in right):
        out.against = "places apart"
    elif any(w.fine and not w.carried for w in right) and not second.setting.points:
        out.against = "told elsewhere"
    else:
        out.add(-1.0, "place")


def _place(one: Where, other: Where) -> float:
    """Return an agreement between 0 and 2.5, or -1 for places that exclude each other."""
    if one.carried and other.carried:
        return 0.0
    found = _own_place(one, other)
    if one.goes_on or other.goes_on:
        return min(found, _CONTINUED)
    return min(found, _LENT) if one.carried or other.carried else found


def _own_place(one: Where, other: Where) -> float:
    if one.id and one.id == other.id:
        return 2.5 if one.precision == "facility" else 1.75 if one.fine else 0.5
    if one.country and other.country and one.country != other.country:
        return -1.0
    if one.name.lower() == other.name.lower():
        return 1.5
    if one.fine and other.fine:
        km = _km(one, other)
        if km is None:
            return 0.25
        return 1.5 if km <= _SAME_SPOT_KM else -1.0
    if one.admin1 and other.admin1:
        return 1.25 if one.admin1 == other.admin1 else -1.0
    return 0.75 if one.country and one.country == other.country else 0.0


def _km(one: Where, other: Where) -> float | None:
    """Return the great-circle distance in kilometres, or none without coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _people(left: Facts, right: Facts, out: Score) -> None:
    if left.persons and right.persons and not left.persons & right.persons:
        out.against = "other victims"
        return
    if left.sides and right.sides:
        if left.named_agents & right.named_agents:
            out.add(1.0, "actor")
        elif left.sides & right.sides:
            out.add(0.75, "actor")
        elif (left.sides | left.opposed) & (right.sides | right.opposed):
            out.add(0.25, "actor")
        elif left.record.title and right.record.sentence <= _LEAD:
            out.add(-0.5, "actor")
        else:
            out.against = "other actors"
            return
    elif left.agents & right.agents:
        out.add(0.5, "actor")
    elif left.forces and right.forces and not left.forces & right.forces:
        out.against = "a state and an armed group"
        return
    shared = left.targets & right.targets
    if shared:
        out.add(1.0 if shared - _ANYBODY else 0.5, "target")
    elif left.facilities & right.facilities:
        out.add(0.75, "target")
    elif left.facilities and right.facilities:
        out.add(-1.0, "target")


def _counts(left: Facts, right: Facts, out: Score) -> None:
    """Equal counts bind strongly; unequal plain ones speak against, without excluding (rival figures)."""
    freeing = {"freed", "escaped"}
    if (
        not right.record.anaphoric
        and freeing & set(left.counts)
        and freeing & set(right.counts)
        and not freeing & set(left.counts) & set(right.counts)
    ):
        out.add(0.75, "people got out")
    for outcome in sorted(set(left.counts) & set(right.counts)):
        best = {b for _, b, _ in left.counts[outcome] if b is not None} & {
            b for _, b, _ in right.counts[outcome] if b is not None
        }
        if best:
            out.add(
                2.0 if max(best) > 2 else 1.0 if max(best) == 2 or right.setting.points or left.persons & right.persons else 0.5,
                outcome,
            )
        elif right.updates:
            continue
        elif left.counts[outcome] and right.counts[outcome] and not _of_one(left.counts[outcome], right.counts[outcome]):
            rival = left.record.title or right.setting.points
            out.add(-0.75 if rival else -1.5, outcome)


def _of_one(*told: Sequence[tuple[int | None, int | None, int | None]]) -> bool:
    """Tell whether one side tells of a single person, who may be one of those the other counts."""
    return any(all(figure == (1, 1, 1) for figure in figures) for figures in told)


def _discourse(left: Facts, right: Facts, out: Score) -> None:
    gap = right.record.sentence - left.record.sentence
    goes_on = right.goes_on and gap <= 2
    if right.setting.several:
        out.add(0.25 if left.anchor.endswith("s") else -1.5, "several")
    if right.record.anaphoric or right.setting.points:
        meant = right.setting.points and not _tells_less(left, right)
        out.add(next(w for reach, w in _POINTING if gap <= reach) if meant else _BARELY, "points back")
    elif right.record.generic and gap <= 2 and (right.counts or right.updates or (gap == 0 and _tells_whom(right))):
        out.add(_BARELY if _brings_others(right, out) else 2.0 if gap <= 1 else 1.5, "tells what came of it")
    elif gap == 0 and right.record.title and left.record.generic and left.counts and right.counts:
        # "boy killed, another wounded in shooting": one headline
        out.add(2.0, "tells what came of it")
    elif goes_on:
        out.add(0.75, "goes on")
    if left.record.title and not right.record.title:
        # A headline tells what the text below it tells again.
        out.add(1.5 if gap <= _LEAD else 1.25 if right.setting.points else 0.75, "headline")
        gap -= 1
    if gap <= 1 and (right.setting.points or right.record.generic or left.record.title or goes_on):
        out.add(0.5, "adjacent")


def _brings_others(right: Facts, out: Score) -> bool:
    """Tell whether who was hurt comes with a place or an actor of its own that the other event does not have."""
    where = any(not w.carried for w in right.where) and out.parts.get("place", 0.0) <= 0
    return where or (bool(right.agents) and out.parts.get("actor", 0.0) <= 0)


def _tells_less(left: Facts, right: Facts) -> bool:
    """Tell whether a noun of one type ("the bombing") would point to no more than that somebody was killed."""
    placed = left.when is not None or bool(left.where) or left.record.title
    return left.record.generic and not right.record.generic and not placed


def _tells_whom(right: Facts) -> bool:
    """Tell whether words tell who suffered, or stand in a headline that has no room for more ("shelling kills civilian")."""
    return bool(right.targets) or right.record.title
