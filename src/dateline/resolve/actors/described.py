"""Described actors: leaders and spokesmen of a group, the document's own army and police, gunmen, shopkeepers."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.resolution import ActorKind, ActorValue, Candidate, Resolution
from dateline.resolve.actors.reading import Reading
from dateline.resources.actors import Actor, parts

_COALITION = frozenset({"coalition", "alliance", "coalition forces", "coalition force", "allied forces"})
_ATTACKERS = frozenset("assailant attacker perpetrator culprit killer shooter assassin aggressor intruder".split())
_OWN_STATE = frozenset({"regime", "government", "army", "federal", "state"})
_APART = ("proxy", "proxies", "affiliated", "allied", "mercenar", "backed", "loyal")
_FOREIGN = frozenset(
    (
        "foreign other another enemy neighboring neighbouring invading invasion rebel private guerrilla urban mercenary hostile "
        "allied opposing unknown unidentified occupying occupation terrorist peacekeeping stabilization"
    ).split()
)
_TROOPS = frozenset("units troops forces soldiers marines army military unit soldier".split())
_FIGHTING = frozenset({"military", "army", "air-force", "navy"})
_UNITS = frozenset({"brigade", "battalion", "column", "squad", "front"})
"""Bodies with names of their own: "the Alba Battalion" is not the group last spoken of."""
_POINTING = 0.55
"""Confidence of "the militants" for the group last spoken of."""


def resolve_described(reading: Reading) -> Resolution[ActorValue]:
    """Return what the description says, and whom it means where the text or the register tells."""
    tags, pairs = set(reading.key.tags), reading.key.pairs
    if "supporter" in tags:
        return _supporters(reading)
    if "part" in tags:
        apart = any(w in reading.mention.text.lower() for w in _APART)
        return _of_group(reading, "proxies of {}" if apart else "part of {}")
    if "public" in tags:
        return _head_of_state(reading)
    if {"leader", "spokesman"} & tags:
        return _officer(reading, "leader" if "leader" in tags else "spokesman")
    if pairs.get("noun") in _COALITION:
        return _coalition(reading)
    if "branch" in pairs:
        return _branch(reading)
    if "group" in pairs or "of" in pairs:
        return _of_group(reading, "{}")
    if pairs.get("definite") and (reading.kind() is ActorKind.ARMED_GROUP or pairs.get("noun") in _ATTACKERS):
        pointed = _pointed(reading)
        if pointed is not None:
            return pointed
    return _plain(reading)


def _plain(reading: Reading, rule: str = "described") -> Resolution[ActorValue]:
    text = reading.written()
    value = ActorValue(text, reading.kind(), None, reading.country(), False, text)
    return Resolution(reading.mention, value, rule, (), 0.8)


def _supporters(reading: Reading) -> Resolution[ActorValue]:
    """Return supporters as somebody else than the group they support."""
    group = reading.group()
    text = reading.written()
    if group is None:
        return _plain(reading)
    noun = reading.key.pairs.get("noun", "supporter")
    name = f"{noun}s of {group.name}" if reading.key.pairs.get("number") else f"{noun} of {group.name}"
    kind = ActorKind.UNKNOWN if group.kind is ActorKind.ARMED_GROUP else ActorKind.CIVILIAN
    return Resolution(reading.mention, ActorValue(name, kind, None, group.country, False, text), "supporters", (), 0.8)


def _of_group(reading: Reading, form: str) -> Resolution[ActorValue]:
    """Return people or parts of a group that are not the group itself ("IS prisoners", "al-Qaeda affiliate")."""
    group = reading.group()
    text = reading.written()
    country = reading.country() or (group.country if group else None)
    value = ActorValue(text, reading.kind(), None, country, False, form.format(group.name) if group and form != "{}" else text)
    return Resolution(reading.mention, value, "described:of-group", (), 0.75)


def _officer(reading: Reading, office: str) -> Resolution[ActorValue]:
    """Return the leader or spokesman of a group: the one the text names, else the register's only one of the time."""
    group = reading.group()
    text = reading.written()
    if group is None:
        return _plain(reading)
    singular = not reading.key.pairs.get("number")
    if group.actor_id is not None and singular and office == "leader":
        named = [p for p in reading.memory.recent_people() if p.value.group_id == group.actor_id and _leads(reading, p.value)]
        if named:
            latest = named[0]
            return Resolution(reading.mention, replace(latest.value), "coreference:leader", (), 0.7)
        known = _register_leader(reading, group.actor_id)
        if known is not None:
            return known
    own = f"{reading.key.pairs.get('noun', office)}{'s' if not singular else ''} of {group.name}"
    value = ActorValue(own, ActorKind.PERSON, None, group.country, False, text, group.actor_id)
    return Resolution(reading.mention, value, f"described:{office}", (), 0.75)


def _leads(reading: Reading, value: ActorValue) -> bool:
    actor = reading.register.get(value.actor_id) if value.actor_id else None
    return actor is None or actor.office in ("leader", "president", "commander")


def _register_leader(reading: Reading, group_id: str) -> Resolution[ActorValue] | None:
    """Return the register's leader if only one held the office in all the years that the document speaks of."""
    years = reading.profile.years
    leaders = [a for a in reading.register.leaders(group_id) if a.office in ("leader", "president")]
    if years is None or not leaders:
        return None
    fitting = [a for a in leaders if a.valid(*years)]
    if len(fitting) == 1 and years[1] - years[0] <= 1:
        return Resolution(reading.mention, reading.value_of(fitting[0]), "register:leader-then", _listed(leaders), 0.55)
    return None


def _listed(actors: list[Actor]) -> tuple[Candidate, ...]:
    return tuple(Candidate(a.id, a.name, 0.5, f"{a.valid_from or ''}/{a.valid_to or ''}") for a in actors)


def _head_of_state(reading: Reading) -> Resolution[ActorValue]:
    """Return the holder of an office: the one named before, else the office of the country stated or in focus."""
    noun = reading.key.pairs.get("noun", "")
    singular = not reading.key.pairs.get("number")
    country = reading.country()
    if singular and reading.key.pairs.get("definite"):
        for person in reading.memory.recent_people():
            actor = reading.register.get(person.value.actor_id) if person.value.actor_id else None
            office = (actor.office if actor else person.value.description) or ""
            if noun and noun in office.lower():
                return Resolution(reading.mention, person.value, "coreference:office", (), 0.7)
    focus = country or reading.profile.focus
    text = reading.written()
    value = ActorValue(text, ActorKind.GOVERNMENT, None, focus, False, text)
    return Resolution(reading.mention, value, "described" if country else "focus-country", (), 0.75)


def _coalition(reading: Reading) -> Resolution[ActorValue]:
    """Return the coalition spoken of before, else the one that the register knows for the document's country."""
    met = next((b for b in reading.memory.recent_bodies() if "coalition" in (b.value.actor_id or b.value.name.lower())), None)
    if met is not None:
        return Resolution(reading.mention, met.value, "coreference:coalition", (), 0.8)
    known = [a for i in ("us-led-coalition", "saudi-led-coalition") if (a := reading.register.get(i))]
    fitting = [a for a in known if reading.profile.focus in a.countries]
    if len(fitting) == 1 and not reading.country():
        return Resolution(reading.mention, reading.value_of(fitting[0]), "focus-country", _listed(known), 0.6)
    return _plain(reading)


def _branch(reading: Reading) -> Resolution[ActorValue]:
    """Return the army, police or government of the country stated, else of the document's own."""
    pairs = reading.key.pairs
    branch, stated = pairs["branch"], reading.country()
    if pairs.get("noun") == "officer" and not {"group", "of", "country"} & pairs.keys() and _polices(reading):
        branch = "police"
    group = reading.group() if "group" in pairs or "of" in pairs else None
    if group is not None:
        value = ActorValue(reading.written(), reading.kind(), None, group.country, False, reading.written())
        return Resolution(reading.mention, value, "described:of-group", (), 0.7)
    if stated:
        actor = reading.register.get(f"{stated.lower()}-{branch}")
        if actor is not None:
            value = replace(reading.value_of(actor), description=reading.written())
            return Resolution(reading.mention, value, "state", (), 0.9)
    words = set(reading.mention.text.lower().split())
    if branch == "air-force" and "force" not in pairs.get("noun", "") and not _OWN_STATE & words:
        return _aircraft(reading)
    own = reading.written()
    foreign = any(w[:1].isupper() for w in own.split()[1:]) or (own[:1].isupper() and not _first_word(reading))
    focus = reading.profile.focus
    if focus is None or foreign or _somebody_elses(reading, focus):
        return _plain(reading)
    actor_id = f"{focus.lower()}-{branch}"
    value = ActorValue(own, reading.kind(), actor_id, focus, False, own)
    return Resolution(reading.mention, value, "focus-country", (), 0.65)


def _polices(reading: Reading) -> bool:
    """Tell whether a report speaks of police and of no army, so that an officer is of theirs."""
    branches = {k.pairs.get("branch") or k.value.partition("-")[2] for k in reading.keys if k.pairs.get("noun") != "officer"}
    return "police" in branches and not branches & _FIGHTING


def _somebody_elses(reading: Reading, focus: str) -> bool:
    """Tell whether forces are not those of the country in focus: "a foreign army", "its army", beside that country's own."""
    if _FOREIGN & set(reading.written().lower().replace("-", " ").split()):
        return True
    tokens = reading.sentence.tokens_in(reading.mention.span)
    inside = {t.i for t in tokens}
    for token in tokens:
        if any(c.dep == "poss" and c.i not in inside for c in reading.sentence.children(token.i)):
            return True
    if reading.key.pairs["branch"] not in _FIGHTING:
        return False
    if any(t.lower in _TROOPS and t.i not in inside and _of_country(reading, t.i, focus) for t in reading.sentence.tokens):
        return True
    own = f"{focus.lower()}-"
    return any(
        k.source == "register" and k.value.startswith(own) and "country" in k.pairs and m.sentence == reading.mention.sentence
        for m, k in zip(reading.mentions, reading.keys, strict=True)
        if m is not reading.mention and k.value.removeprefix(own) in _FIGHTING
    )


def _of_country(reading: Reading, i: int, country: str) -> bool:
    """Tell whether the word before a token is a country's name or adjective ("the U.S. units")."""
    before = reading.sentence.tokens[i - 1].text if i else ""
    return any(t.code == country for t in reading.register.country_at([parts(before)], [before], 0)[1])


def _aircraft(reading: Reading) -> Resolution[ActorValue]:
    """Return the air force spoken of before: in the skies of a country at war, aircraft need not be its own."""
    for body in reading.memory.recent_bodies():
        if (body.value.actor_id or "").endswith("-air-force"):
            value = replace(body.value, description=reading.written())
            return Resolution(reading.mention, value, "coreference:branch", (), _POINTING)
    return _plain(reading)


def _first_word(reading: Reading) -> bool:
    return reading.mention.span.start == reading.sentence.span.start


def _pointed(reading: Reading) -> Resolution[ActorValue] | None:
    """Return the armed group that "the militants" or "the attackers" points back to."""
    found = reading.memory.salient(reading.mention.sentence, frozenset({ActorKind.ARMED_GROUP}), 3)
    if found is None or reading.mention.sentence - found[0].last > 3 or found[1] < 0.3 or _met_unnamed(reading):
        return None
    if reading.key.pairs.get("noun") in _UNITS:
        return None
    value = replace(found[0].value, description=reading.written())
    return Resolution(reading.mention, value, "coreference:described", (), _POINTING)


def _met_unnamed(reading: Reading) -> bool:
    """Tell whether the same noun has stood before without a name: then it points to those."""
    noun = reading.key.pairs.get("noun")
    before = reading.keys[max(0, reading.at - 60) : reading.at]
    return any(k.source == "described" and k.pairs.get("noun") == noun for k in before)
