"""Belligerents: the names that Airwars gives those who strike in Syria, and the sides of the register they are on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model.entry import Entry, Participant
from dateline.model.event import Role
from dateline.model.resolution import ActorKind
from dateline.resources.actors import load_register


@dataclass(frozen=True, slots=True)
class Belligerent:
    """An actor of the register, and the words by which texts name it or its side."""

    actor_id: str
    words: re.Pattern[str]


def _named(actor_id: str, words: str) -> Belligerent:
    return Belligerent(actor_id, re.compile(rf"\b(?:{words})\b"))


BELLIGERENTS: Mapping[str, Belligerent] = {
    "turkish military": _named("tr-military", r"Turk(?:ey|ish|iye)|Türkiye"),
    "russian military": _named("ru-military", r"Russian?s?"),
    "israeli military": _named("il-military", r"Israelis?|Israel|IDF"),
    "u.s.-led coalition": _named("us-led-coalition", r"[Cc]oalition"),
    "us forces": _named("us-military", r"U\.S\.|US|American|United States"),
    "iranian military": _named("ir-military", r"Iran(?:ian)?"),
    "syrian regime": _named("sy-military", r"[Rr]egime|Assad|Syrian (?:government|army|military|Arab Army)"),
    "ypg": _named("ypg", r"YPG|YPJ|PYD|SDF|Syrian Democratic Forces|Kurdish (?:forces|fighters|militants|militia)"),
    "syrian democratic forces": _named("sdf", r"YPG|SDF|QSD|Syrian Democratic Forces|Kurdish (?:forces|fighters|militia)"),
    "syrian national army": _named("sna", r"SNA|Syrian National Army|Turkish-backed (?:forces|factions|fighters|opposition)"),
    "syrian interim government": _named("sy-government", r"[Ii]nterim government|[Tt]ransitional government"),
    "isis": _named("is", r"ISIS|ISIL|IS|Daesh|Islamic State"),
}
_KINDS = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})


def side(actor_id: str) -> str:
    """Return the side of an actor: the country of a state's forces and government, the whole of which a group is part."""
    register = load_register()
    code, _, branch = actor_id.partition("-")
    if code.upper() in register.countries and branch in register.branches:
        return code
    ancestors = register.ancestors(actor_id)
    return side(ancestors[-1]) if ancestors else actor_id


def gold_sides(names: str) -> frozenset[str]:
    """Return the sides of gold's list of belligerents, by commas; one that the table does not know stands for itself."""
    listed = [name.strip().lower() for name in names.split(",") if name.strip()]
    return frozenset(side(BELLIGERENTS[name].actor_id) if name in BELLIGERENTS else name for name in listed)


def our_sides(entry: Entry | None) -> frozenset[str]:
    """Return the sides of those whom an entry names as its perpetrators or opponents."""
    if entry is None:
        return frozenset()
    acting = [p for p in entry.participants if p.role in (Role.PERPETRATOR, Role.OPPONENT)]
    return frozenset(found for p in acting if (found := _side_of(p)) is not None)


def _side_of(participant: Participant) -> str | None:
    if participant.actor_id is not None:
        return side(participant.actor_id) if participant.kind in _KINDS else None
    if participant.kind is ActorKind.GOVERNMENT:
        names = (c.code.lower() for c in load_register().countries.values() if c.name == participant.name)
        return next(names, None)
    return None


def named_sides(texts: Iterable[str]) -> frozenset[str]:
    """Return the sides that texts name."""
    whole = "\n".join(texts)
    return frozenset(side(b.actor_id) for b in BELLIGERENTS.values() if b.words.search(whole))


def civilian(whom: str | None) -> bool:
    """Tell whether counted people may be civilians: no noun for them is one that the register has for fighters or troops."""
    register = load_register()
    words = (whom or "").lower().split()
    found = (register.role_at(words, n) for n in range(len(words)))
    return not any(hit is not None and hit[1].role.kind in (ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE) for hit in found)
