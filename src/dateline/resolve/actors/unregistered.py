"""Organisations and peoples that the register has not: proposed under their own name."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dateline.model.resolution import ActorKind, ActorValue, Resolution
from dateline.model.span import Span
from dateline.resolve.actors.document_names import name_of
from dateline.resolve.actors.reading import Reading
from dateline.resources.actors import load_register


def resolve_organisation(reading: Reading) -> Resolution[ActorValue]:
    """Return the organisation under its own name, or the one met before of which this is the short form."""
    name = reading.key.value if reading.key.source == "acronym" else _own_name(reading)
    kind = _kind(reading)
    met = _met(reading, name)
    if met is None and (known := _known(reading)) is not None:
        value, rule = known, "register:variant"
    elif met is not None:
        value = replace(met, kind=kind if met.kind is ActorKind.UNKNOWN else met.kind)
        rule = "acronym-defined" if reading.key.source == "acronym" else "coreference:name"
    else:
        value = ActorValue(reading.names.full(name), kind, None, reading.country() or _country(reading, kind))
        rule = "acronym-defined" if reading.key.source == "acronym" else "own-name"
    if "member" in reading.key.tags or "noun" in reading.key.pairs:
        value = replace(value, description=reading.written())
    return Resolution(reading.mention, value, rule, (), 0.8 if kind is not ActorKind.UNKNOWN else 0.6)


def resolve_people(reading: Reading) -> Resolution[ActorValue]:
    """Return a people as written ("Kurds"); those of an armed creed ("Maoists") are armed, and who acts need not be civilian."""
    name = reading.written()
    last = name.lower().split()[-1] if name.split() else ""
    kind = ActorKind.UNKNOWN if _acts(reading) and not last.startswith("civilian") else ActorKind.CIVILIAN
    if last in _armed() or last.removesuffix("s") in _armed():
        kind = ActorKind.ARMED_GROUP
    value = ActorValue(name, kind, None, reading.country())
    return Resolution(reading.mention, value, "people", (), 0.7)


@lru_cache(maxsize=1)
def _armed() -> frozenset[str]:
    return frozenset(load_register().role_words["modifier_kinds"]["armed_group"])


def _acts(reading: Reading) -> bool:
    """Tell whether the mention is the subject of an active verb or stands after its "by"."""
    token = reading.sentence.tokens[reading.mention.head]
    governor = reading.sentence.tokens[token.head]
    acting = token.dep == "nsubj" and governor.pos == "VERB" and governor.lemma != "die"
    return acting or token.dep == "pobj" and governor.dep == "agent"


def _own_name(reading: Reading) -> str:
    of = reading.key.pairs.get("of")
    if of:
        start, _, end = of.partition("-")
        return reading.words(Span(int(start), int(end)))
    name = reading.written()
    return name.removesuffix("'s").removesuffix("’s")


def _known(reading: Reading) -> ActorValue | None:
    """Return the actor of the register whose name this is in another spelling or language, unless the report is set elsewhere."""
    actor = reading.register.get(reading.names.actor(name_of(reading.mention, reading.key)) or "")
    if actor is None or actor.countries and reading.profile.weights and not reading.profile.supports(actor.countries):
        return None
    return reading.value_of(actor, reading.country())


def _met(reading: Reading, name: str) -> ActorValue | None:
    """Return the organisation of the document with this name, or whose longer name begins or ends with it."""
    lower = reading.names.full(name).lower()
    body = reading.memory.bodies.get(lower)
    if body is not None:
        return body.value
    lower = name.lower()
    if len(lower.split()) < 2:
        return None
    for key, other in reading.memory.bodies.items():
        if other.value.actor_id is None and (key.startswith(lower + " ") or key.endswith(" " + lower)):
            return other.value
    return None


def _kind(reading: Reading) -> ActorKind:
    """Return the kind that the name tells, else the words beside it ("X, a militant group")."""
    kind = reading.kind()
    beside = reading.apposition()
    if beside is not None:
        told = {*reading.keys[beside].tags, reading.keys[beside].value}
        if "armed_group" in told and reading.keys[beside].source in ("described", "anaphor"):
            return ActorKind.ARMED_GROUP
    return kind


def _country(reading: Reading, kind: ActorKind) -> str | None:
    """Return the document's own country for state bodies, which are hardly ever named with it at home."""
    return reading.profile.focus if kind in (ActorKind.STATE_FORCE, ActorKind.GOVERNMENT) else None
