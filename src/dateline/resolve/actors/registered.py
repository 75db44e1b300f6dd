"""Names of the register: which of several they are, and the people and parts named with a group."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.resolution import ActorKind, ActorValue, Candidate, Resolution
from dateline.resolve.actors.people import resolve_person
from dateline.resolve.actors.reading import Reading, scores
from dateline.resolve.actors.same import common_name, few_letters

_HEADS = frozenset({"president", "prime minister", "secretary-general"})
_LEAD = 0.6
"""Least lead of the best over the next of several readings; below it the name stays open with its candidates."""


def resolve_registered(reading: Reading) -> Resolution[ActorValue]:
    """Return the actor of a register name, or its candidates where nothing tells them apart."""
    ids, mention = reading.key.ids, reading.mention
    short = reading.key.pairs.get("how") == "short"
    if short and (earlier := _met_before(reading)) is not None:
        return earlier
    if len(ids) > 1:
        ranked = sorted(scores(ids, reading), key=lambda x: (-x[1], ids.index(x[0])))
        candidates = _candidates(reading, ranked)
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD and not _by_office(reading, ranked[0][0], ranked[1][0]):
            return Resolution(mention, None, "register:open", candidates, 0.3)
        return _resolution(reading, ranked[0][0], "register:context", candidates, 0.85)
    if short and not _supported(reading, ids[0]):
        actor = reading.register.get(ids[0])
        if actor is None or actor.office not in _HEADS:
            return resolve_person(reading)
        return _resolution(reading, ids[0], "register:short", (), 0.6)
    if (_bare_letters(reading) or _common_name(reading)) and not _supported(reading, ids[0]):
        actor = reading.register.get(ids[0])
        name = actor.name if actor else mention.text
        return Resolution(mention, None, "register:unsupported", (Candidate(ids[0], name, 0.4),), 0.3)
    return _resolution(reading, ids[0], "register", (), 0.95)


def _resolution(
    reading: Reading, actor_id: str, rule: str, candidates: tuple[Candidate, ...], confidence: float
) -> Resolution[ActorValue]:
    actor = reading.register.get(actor_id)
    if actor is None:
        return Resolution(reading.mention, None, "register:unknown", candidates, 0.0)
    value = reading.value_of(actor, reading.country())
    if actor.kind is not ActorKind.PERSON and reading.mention.text.lower() != actor.name.lower() and "noun" in reading.key.pairs:
        value = replace(value, description=reading.written())
    return Resolution(reading.mention, value, rule, candidates, confidence)


def unidentified(reading: Reading) -> ActorValue | None:
    """Return an armed group under the name that stands there, where it is open which of those that bear the name it is."""
    bearers = [reading.register.get(actor_id) for actor_id in reading.key.ids]
    if not bearers or any(actor is None or actor.kind is not ActorKind.ARMED_GROUP for actor in bearers):
        return None
    return ActorValue(reading.written(), ActorKind.ARMED_GROUP, None, reading.country())


def _met_before(reading: Reading) -> Resolution[ActorValue] | None:
    """Return the person of the document whose full name has stood before."""
    person = reading.memory.person_called(reading.mention.text)
    if person is None:
        return None
    return Resolution(reading.mention, person.value, "coreference:name", (), 0.9)


def _candidates(reading: Reading, ranked: list[tuple[str, float]]) -> tuple[Candidate, ...]:
    out = []
    top = max(ranked[0][1], 1.0) if ranked else 1.0
    for actor_id, score in ranked[:5]:
        actor = reading.register.get(actor_id)
        if actor is not None:
            share = min(1.0, max(0.0, score / top))
            out.append(Candidate(actor_id, actor.name, round(share, 3), ",".join(actor.countries)))
    return tuple(out)


def _by_office(reading: Reading, best: str, other: str) -> bool:
    """Tell whether only one of two people held the office that stands beside the name at the time spoken of."""
    years = reading.profile.years
    a, b = reading.register.get(best), reading.register.get(other)
    return years is not None and a is not None and b is not None and a.valid(*years) and not b.valid(*years)


def _bare_letters(reading: Reading) -> bool:
    actor = reading.register.get(reading.key.ids[0])
    bare = reading.key.pairs.get("how") == "acronym" and "noun" not in reading.key.pairs
    return bare and actor is not None and few_letters(reading.mention.text, actor)


def _common_name(reading: Reading) -> bool:
    """Tell whether a body of one state bears a name that others bear too ("Republican Party")."""
    actor = reading.register.get(reading.key.ids[0])
    told = reading.country() or "noun" in reading.key.pairs or reading.key.pairs.get("how") == "acronym"
    return not told and actor is not None and common_name(reading.mention.text, actor)


def _supported(reading: Reading, actor_id: str) -> bool:
    """Tell whether the document speaks of the actor's country or group, or has named the actor before."""
    actor = reading.register.get(actor_id)
    if actor is None:
        return False
    if reading.memory.met_body(actor_id) or reading.memory.met_person(actor_id):
        return True
    if reading.names.actor(reading.mention.text) == actor_id:
        return True  # another of its names stands farther on
    group = reading.register.get(actor.leads) if actor.leads else None
    if group is not None and reading.memory.met_body(group.id):
        return True
    countries = actor.countries or (group.countries if group else ())
    return reading.profile.supports(countries) > (0.0 if actor.kind is ActorKind.PERSON else 0.05)
