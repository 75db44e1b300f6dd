"""People: short names under the full one, who is private, and what a person is said to be."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.resolution import ActorKind, ActorValue, Resolution
from dateline.resolve.actors.reading import Reading
from dateline.resources.actors import ActorKey

_FEMALE = frozenset({"mrs", "ms", "miss", "sister", "lady", "dona", "queen", "princess"})
_OFFICES = frozenset({"leader", "spokesman", "public"})
_PUBLIC_NOUNS = frozenset({"government", "political", "international"})


def resolve_person(reading: Reading) -> Resolution[ActorValue]:
    """Return the person: one named before under a fuller name, else a new one, private unless an office is named."""
    name = _name(reading)
    description, public, group_id = _told(reading)
    person = reading.memory.person_called(name)
    if person is not None:
        value = person.value
        if value.actor_id is None:
            value = replace(
                value,
                private=value.private and not public,
                description=value.description if value.description != "a person" else description or value.description,
                group_id=value.group_id or group_id,
            )
        return Resolution(reading.mention, value, "coreference:name", (), 0.85)
    private = not public
    value = ActorValue(
        name, ActorKind.PERSON, None, reading.country(), private, description or ("a person" if private else None), group_id
    )
    return Resolution(reading.mention, value, "named-person", (), 0.75)


def _name(reading: Reading) -> str:
    return reading.key.pairs.get("name") or reading.written()


def _told(reading: Reading) -> tuple[str | None, bool, str | None]:
    """Return what the words call the person, whether that is an office, and the group the person leads or speaks for."""
    key = reading.key
    public = bool(_OFFICES & set(key.tags))
    noun = key.pairs.get("noun")
    description = _article(_phrase(reading, key, noun)) if noun else None
    group = reading.group() if {"leader", "spokesman"} & set(key.tags) else None
    group_id = group.actor_id if group else None
    beside = reading.apposition()
    if beside is not None and (told := reading.keys[beside]).source in ("described", "register", "anaphor"):
        mention = reading.mentions[beside]
        if told.source == "described" or "noun" in told.pairs:
            kinds = {*told.tags, told.value}
            public = public or bool(kinds & (_OFFICES | _PUBLIC_NOUNS)) or "branch" in told.pairs and _ranked(mention.text)
            one = told.pairs["noun"] if told.pairs.get("number") and "noun" in told.pairs else reading.words(mention.span)
            description = description or _article(one)
            if group_id is None and {"leader", "spokesman"} & kinds:
                other = replace(reading, key=told, mention=mention)
                stated = other.group()
                group_id = stated.actor_id if stated else None
    if description is None and key.pairs.get("title") in _FEMALE:
        description = "a woman"
    return description, public, group_id


def _ranked(text: str) -> bool:
    """Tell whether an officer is of a rank that reports name: commanders and chiefs, not constables and soldiers."""
    return any(w in text.lower() for w in ("chief", "commander", "spokes", "general", "colonel", "director", "superintendent"))


def _phrase(reading: Reading, key: ActorKey, noun: str | None) -> str:
    """Return the words of a mention before the name ("local journalist" of "local journalist Ana Ruiz")."""
    name = key.pairs.get("name", "")
    whole = reading.written()
    before = whole.split(name)[0].strip() if name and name in whole else ""
    for owner in ("its ", "their ", "his ", "her "):
        if before.lower().startswith(owner):
            before = before[len(owner) :]
    return before or (noun or "")


def _article(text: str) -> str:
    """Return a description with an article: "a shopkeeper"."""
    text = text.strip()
    if not text:
        return "a person"
    first, _, rest = text.partition(" ")
    if first.lower() in ("its", "their", "his", "her") and rest:
        text = rest
    elif first.lower() in ("a", "an", "the"):
        return text
    return ("an " if text[0].lower() in "aeiou" else "a ") + text
