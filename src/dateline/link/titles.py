"""Titles: an entry's headline, made from its values and never from a report's prose."""

from __future__ import annotations

from dateline.model.entry import Entry, EntryPlace, Participant
from dateline.model.event import EntryKind, Role
from dateline.model.resolution import PlacePrecision
from dateline.resources.gazetteer import Gazetteer

_LEADING = (Role.PERPETRATOR, Role.SPEAKER, Role.CUSTODIAN, Role.ORGANISER, Role.LEADER, Role.PARTICIPANT)


def title(entry: Entry) -> str:
    """Return a headline such as "Prison break at Ghuwayran Prison, Syria, by Islamic State"."""
    words = entry.type.capitalize()
    if entry.kind is EntryKind.STATISTIC and entry.statistic is not None:
        words = f"{entry.statistic.value:g} {entry.statistic.measure}"
    if entry.slogans:
        words += f" “{entry.slogans[0].name}”"
    if entry.places:
        place = entry.places[0]
        words += f" {_where(place)}"
    actor = next((p for role in _LEADING for p in entry.participants if p.role is role), None)
    return f"{words}, by {_shown(actor)}" if actor is not None else words


def _where(place: EntryPlace) -> str:
    """Return "in Gao, Mali", "at Kunduz Prison, Afghanistan", "near Beni, DR Congo"."""
    preposition = {PlacePrecision.FACILITY: "at ", PlacePrecision.NEAR: ""}.get(place.precision, "in ")
    country = Gazetteer.open().country(place.country) if place.country else None
    if country is None or place.precision is PlacePrecision.COUNTRY:
        return f"{preposition}{place.name}"
    return f"{preposition}{place.name}, {country.name}"


def _shown(participant: Participant) -> str:
    return participant.description or "a person" if participant.private else participant.name
