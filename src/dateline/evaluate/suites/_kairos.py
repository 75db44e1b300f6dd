"""Which deeds and claims of ours are which events and arguments of KAIROS (WikiEvents) and of RAMS.

Names of gold are in lower case; a row's `gold` are beginnings of names, so that `contact.threatencoerce` takes in all its
kinds. What no row names has no counterpart and is not scored: of KAIROS contact.contact (to say something is no event here,
but attribution), movement.transportation but evacuation, control, genericcrime, justice.investigatecrime, transaction,
cognitive, medical, disaster.diseaseoutbreak, life.infect, artifactexistence.manufactureassemble and conflict.defeat; of RAMS
contact.* but requests, orders and threats, government.* but agreements, inspection, manufacture, most of movement, transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.evaluate.suites._deeds import Deed
from dateline.model.event import Outcome

Fields = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Deeds of one of `types`, or that tell one of `outcomes`, are events of the kinds in `gold`."""

    gold: tuple[str, ...]
    types: frozenset[str]
    outcomes: frozenset[Outcome] = frozenset()
    roles: Mapping[str, Fields] = field(default_factory=dict)
    """Role of gold -> the claims whose evidence plays it."""


_PLACE: dict[str, Fields] = {"place": ("place",)}
_DOERS = ("participant:perpetrator", "participant:opponent")
_HIT = ("participant:target", "participant:victim", "participant:opponent")
_HARMED = ("participant:target", "quantity:destroyed", "quantity:damaged")
_HELD = ("participant:detainee", "participant:victim", "quantity:arrested", "quantity:abducted", "quantity:freed")
_HOLDERS = ("participant:custodian", "participant:perpetrator")
_ATTACKING = _PLACE | {"attacker": _DOERS, "target": _HIT, "instrument": ("instrument",)}
_EXPLODING_ROLES = _ATTACKING | {"explosivedevice": ("instrument",)}
_ATTACKING_IN_RAMS = _ATTACKING | {
    "target": (*_HIT, "quantity:killed", "quantity:injured"),
    "artifact": ("participant:target",),
}
"""KAIROS takes those killed and hurt for arguments of events of their own, in the same sentence; RAMS marks one event only."""
_DYING = _PLACE | {"victim": ("participant:victim", "quantity:killed"), "killer": ("participant:perpetrator",)}
_DYING_IN_RAMS = _DYING | {"instrument": ("instrument",)}
_HURTING = _PLACE | {
    "victim": ("participant:victim", "quantity:injured"),
    "injurer": ("participant:perpetrator",),
    "instrument": ("instrument",),
}
_HARMING = _PLACE | {
    "artifact": _HARMED,
    "damager": ("participant:perpetrator",),
    "destroyer": ("participant:perpetrator",),
    "damagerdestroyer": ("participant:perpetrator",),
    "instrument": ("instrument",),
}
_HOLDING = _PLACE | {"jailer": _HOLDERS, "detainee": _HELD}
_TRYING = _PLACE | {"defendant": _HELD, "judgecourt": _HOLDERS, "prosecutor": _HOLDERS}
_PUNISHING = _TRYING | {"executioner": _HOLDERS}
_PROTESTING = _PLACE | {
    "demonstrator": (
        "participant:participant",
        "participant:organiser",
        "participant:perpetrator",
        "participant:target",
        "quantity:took_part",
    ),
    "regulator": ("participant:perpetrator",),
    "target": ("participant:addressee", "participant:target"),
    "topic": ("theme",),
}
_SAYING = _PLACE | {"communicator": ("participant:speaker",), "recipient": ("participant:addressee",), "topic": ("theme",)}
_CRASHING = _PLACE | {
    "crashobject": ("participant:target",),
    "fireexplosionobject": ("participant:target",),
    "vehicle": ("participant:target",),
    "driverpassenger": ("participant:victim", "quantity:killed", "quantity:injured"),
    "instrument": ("instrument",),
}
_MOVING: Mapping[str, Fields] = {
    "passengerartifact": ("participant:victim", "quantity:displaced"),
    "passenger": ("participant:victim", "participant:detainee", "quantity:displaced", "quantity:escaped"),
    "transporter": ("participant:perpetrator",),
}
_YIELDING = _PLACE | {
    "yielder": ("participant:detainee", "participant:perpetrator", "quantity:surrendered"),
    "surrenderer": ("participant:detainee", "quantity:surrendered"),
    "retreater": ("participant:perpetrator", "participant:participant"),
    "recipient": ("participant:custodian", "participant:opponent"),
    "origin": ("place",),
}
_AGREEING = _PLACE | {"participant": ("participant:participant", "participant:mediator")}
_SERVING: Mapping[str, Fields] = {"employee": ("participant:leader", "participant:predecessor")}

_EXPLODING = frozenset({"bombing", "suicide bombing", "grenade", "accidental explosion"})
_FROM_AFAR = frozenset({"shelling", "air strike", "drone strike"})
"""KAIROS has no kind for them: annotators took them for attacks or for things that explode."""
_KILLING = frozenset({"assassination", "execution", "massacre"})
_ASSAULTING = frozenset(
    {"armed attack", "ambush", "chemical attack", "sexual violence", "prison break", "armed clash", "mob violence"}
)
_TAKING = frozenset({"arrest", "detention", "kidnapping", "hostage-taking"})
"""For KAIROS and RAMS whoever is held is detained, by the law or against it."""
_RULING = frozenset({"trial or sentence"})
_FREEING = frozenset({"release", "prisoner exchange"})
_RIOTING = frozenset({"violent demonstration", "riot", "prison riot"})
_MARCHING = frozenset({"demonstration", "demonstration met with force", "strike"})
_WRECKING = frozenset({"destruction", "arson"})
_LEADER_LOST = frozenset({"leader killed, captured or resigned"})
_KILLED, _INJURED = frozenset({Outcome.KILLED}), frozenset({Outcome.INJURED})
_ARRESTED, _FREED = frozenset({Outcome.ARRESTED, Outcome.ABDUCTED}), frozenset({Outcome.FREED})
_WRECKED = frozenset({Outcome.DESTROYED, Outcome.DAMAGED})

KAIROS = (
    Row(("conflict.attack.detonateexplode",), _EXPLODING | _FROM_AFAR, roles=_EXPLODING_ROLES),
    Row(("conflict.attack.unspecified",), _ASSAULTING | _FROM_AFAR | _KILLING, roles=_ATTACKING),
    Row(("life.die",), _KILLING | _LEADER_LOST, _KILLED, _DYING),
    Row(("life.injure",), frozenset({"sexual violence"}), _INJURED, _HURTING),
    Row(("artifactexistence.damagedestroydisabledismantle",), _WRECKING, _WRECKED, _HARMING),
    Row(("justice.arrestjaildetain",), _TAKING | _LEADER_LOST, _ARRESTED, _HOLDING),
    Row(
        (
            "justice.chargeindict",
            "justice.trialhearing",
            "justice.convict",
            "justice.sentence",
            "justice.acquit",
        ),
        _RULING,
        roles=_TRYING,
    ),
    Row(("justice.releaseparole",), _FREEING, _FREED, _TRYING),
    Row(("conflict.demonstrate.demonstratewithviolence",), _RIOTING, roles=_PROTESTING),
    Row(("conflict.demonstrate.unspecified",), _MARCHING, roles=_PROTESTING),
    Row(("contact.threatencoerce",), frozenset({"threat"}), roles=_SAYING),
    Row(("contact.requestcommand",), frozenset({"appeal"}), roles=_SAYING),
    Row(("disaster.crash",), frozenset({"other accident"}), roles=_CRASHING),
    Row(("movement.transportation.evacuation",), frozenset({"displacement"}), frozenset({Outcome.DISPLACED}), _MOVING),
    Row(("personnel.startposition",), frozenset({"leader named"}), roles=_SERVING),
    Row(("personnel.endposition",), _LEADER_LOST, roles=_SERVING),
)
"""The kinds of KAIROS that are scored."""

RAMS = (
    Row(
        ("conflict.attack",),
        _EXPLODING | _FROM_AFAR | _KILLING | _ASSAULTING | _WRECKING | {"robbery", "territory taken"},
        roles=_ATTACKING_IN_RAMS,
    ),
    Row(("conflict.yield",), frozenset({"withdrawal", "territory lost"}), frozenset({Outcome.SURRENDERED}), _YIELDING),
    Row(("conflict.demonstrate",), _RIOTING | _MARCHING, roles=_PROTESTING),
    Row(("life.die",), _KILLING | _LEADER_LOST, _KILLED, _DYING_IN_RAMS),
    Row(("life.injure",), frozenset({"sexual violence"}), _INJURED, _HURTING),
    Row(("artifactexistence.damagedestroy",), _WRECKING, _WRECKED, _HARMING),
    Row(("justice.arrestjaildetain",), _TAKING | _LEADER_LOST, _ARRESTED, _HOLDING),
    Row(("justice.initiatejudicialprocess", "justice.judicialconsequences"), _RULING | {"execution"}, roles=_PUNISHING),
    Row(("contact.threatencoerce",), frozenset({"threat"}), roles=_SAYING),
    Row(("contact.requestadvise", "contact.commandorder"), frozenset({"appeal"}), roles=_SAYING),
    Row(("government.agreements",), frozenset({"agreement or ceasefire"}), roles=_AGREEING),
    Row(("disaster.accidentcrash",), frozenset({"other accident"}), roles=_CRASHING),
    Row(("disaster.fireexplosion",), frozenset({"accidental explosion"}), roles=_CRASHING),
    Row(
        ("movement.transportperson.evacuationrescue",),
        frozenset({"displacement", "escape"}),
        frozenset({Outcome.DISPLACED, Outcome.ESCAPED}),
        _MOVING,
    ),
    Row(("personnel.startposition",), frozenset({"leader named"}), roles=_SERVING),
    Row(("personnel.endposition",), _LEADER_LOST, roles=_SERVING),
)
"""The kinds of RAMS that are scored; of its third level only where it tells kinds of ours apart."""


def rows_of(deed: Deed, table: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows that a deed can be; none if it has no counterpart."""
    return tuple(row for row in table if deed.types & row.types or deed.outcomes & row.outcomes)


def row_of(kind: str, table: Iterable[Row]) -> Row | None:
    """Return the row that a kind of gold falls under, or none if it has no counterpart."""
    lower = kind.lower()
    return next((row for row in table if any(lower == g or lower.startswith(f"{g}.") for g in row.gold)), None)
