"""Judges an entry field by field against an expected one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from anyascii import anyascii
from rapidfuzz import fuzz

from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.entry import Participant as EntryParticipant
from dateline.model.event import Family
from dateline.resources.codebook import load_codebook
from tests.examples.expected import Chain, Days, Expected, Participant, Place, Quantity

LITTLE = frozenset("a an the of in at on for and to who his her its their".split())

ALIKE = 80.0
"""Least likeness, of 100, of two spellings of a place; one letter of six differs at 83."""
SLIGHT = frozenset({"type", "modality", "country", "place precision"})
"""Values that many entries of a report share."""


@dataclass(frozen=True, slots=True)
class Field:
    """One listed value: what was expected, whether it came out, and what came out in its place."""

    name: str
    wanted: str
    right: bool
    got: str = ""


def family_of(type: str) -> Family:
    """Return the family of a codebook type."""
    return load_codebook().types[type].family


def days_of(entry: Entry) -> Days | None:
    """Return the first and last day of an entry, None if it has no date."""
    if entry.date is None or not (entry.date.start or entry.date.end):
        return None
    return entry.date.start and entry.date.start[:10], entry.date.end and entry.date.end[:10]


def may_be(expected: Expected, entry: Entry) -> bool:
    """Tell whether an entry can be the expected one: the same family, and a day in common where the text tells when."""
    if family_of(expected.type) is not entry.family:
        return False
    if expected.days is None:
        return True
    days = days_of(entry)
    return days is not None and (days[0] or "") <= (expected.days[1] or "9") and (expected.days[0] or "") <= (days[1] or "9")


def judge(expected: Expected, entry: Entry) -> list[Field]:
    """Return every value that the expected entry lists, right or wrong."""
    return [
        Field("type", expected.type, expected.type == entry.type, entry.type),
        Field("modality", expected.modality, expected.modality is entry.modality, entry.modality),
        Field("date", shown_days(expected.days), expected.days == days_of(entry), shown_days(days_of(entry))),
        *_places(expected.places, entry),
        *(field for person in expected.participants for field in _participant(person, entry)),
        *_quantities(expected.quantities, entry),
        *(_said_by(field, chain, entry) for field, chains in expected.said_by for chain in chains),
        *_others(expected, entry),
    ]


def agrees(fields: Iterable[Field]) -> bool:
    """Tell whether anything agrees that tells one event from another; an overlapping date may be a whole year."""
    return any(field.right for field in fields if field.name not in SLIGHT)


def shown_days(days: Days | None) -> str:
    """Return an interval of days in words."""
    if days is None:
        return "none"
    return (days[0] or "?") if days[0] == days[1] else f"{days[0] or ''}/{days[1] or ''}"


def words_of(name: str) -> frozenset[str]:
    """Return the words that make a name: without accents, case, plural and little words."""
    plain = "".join(c if c.isalnum() else " " for c in anyascii(name).lower().replace("'s ", " "))
    return frozenset(word.rstrip("s") for word in plain.split() if word not in LITTLE)


def same_name(wanted: str, got: Iterable[str]) -> bool:
    """Tell whether one of the names says the same as `wanted`, with more or fewer words."""
    words = words_of(wanted)
    return any(other and (words <= other or other <= words) for other in map(words_of, got))


def _places(places: Sequence[Place], entry: Entry) -> Iterable[Field]:
    got = "; ".join(f"{place.name} ({place.precision}, {place.country})" for place in entry.places)
    countries = {place.country for place in places if place.country}
    for place in places:
        found = [p for p in entry.places if same_name(place.name, [p.name]) or _spelt_alike(place.name, p.name)]
        yield Field("place", place.name, bool(found), got)
        if place.precision:
            yield Field("place precision", place.precision, any(p.precision is place.precision for p in found), got)
    if countries:
        yield Field("country", ", ".join(sorted(countries)), countries <= {p.country for p in entry.places}, got)


def _spelt_alike(one: str, other: str) -> bool:
    """Tell whether two names are transliterations of one (Murzuq, Murzuk)."""
    return fuzz.ratio(anyascii(one).lower(), anyascii(other).lower()) >= ALIKE


def _participant(person: Participant, entry: Entry) -> Iterable[Field]:
    got = [p for p in entry.participants if p.role is person.role]
    found = [p for p in got if same_name(person.name, _names(p, entry))]
    shown = "; ".join(f"{p.role}: {p.name}" for p in entry.participants)
    yield Field(person.role, person.name, bool(found), shown)
    if person.responsibility:
        ties = ", ".join(f"{p.responsibility}" for p in got)
        yield Field("responsibility", person.responsibility, any(p.responsibility is person.responsibility for p in found), ties)


def _names(person: EntryParticipant, entry: Entry) -> list[str]:
    """Return the names of a participant: the register's, the description, and the words of the report."""
    written = [sourced.claim.text for sourced in entry.claims if sourced.claim.id in person.claims]
    return [name for name in (person.name, person.description, *written) if name]


def _quantities(quantities: Sequence[Quantity], entry: Entry) -> Iterable[Field]:
    """Yield the quantities; one that came out stands for one expected only."""
    left = list(entry.quantities)
    shown = "; ".join(f"{q.outcome} {q.whom or ''} {q.low}/{q.best}/{q.high}" for q in left)
    for wanted in sorted(quantities, key=lambda q: q.part):
        found = [q for q in left if q.outcome is wanted.outcome and all(getattr(q, k) == v for k, v in wanted.bounds)]
        found.sort(key=lambda q: not same_name(wanted.whom or "", [q.whom or ""]))
        if found:
            left.remove(found[0])
        bounds = " ".join(f"{key} {value}" for key, value in wanted.bounds)
        yield Field("quantity", f"{wanted.outcome} {wanted.whom or ''} ({bounds})".replace("  ", " "), bool(found), shown)


def _said_by(field: str, chain: Chain, entry: Entry) -> Field:
    got = [tuple(said.name for said in s.claim.said_by) for s in entry.claims if s.claim.field == field]
    right = any(all(same_name(want or "", [name or ""]) for want, name in zip_longest(chain, other)) for other in got)
    return Field(f"said by ({field})", _shown(chain), right, "; ".join(map(_shown, dict.fromkeys(got))))


def _shown(chain: Chain) -> str:
    return " < ".join(chain) or "the report"


def _others(expected: Expected, entry: Entry) -> Iterable[Field]:
    for key, value in expected.statistic:
        got: JsonValue = getattr(entry.statistic, key) if entry.statistic else None
        right = same_name(value, [str(got)]) if isinstance(value, str) and got else got == value
        yield Field(f"statistic {key}", str(value), right, str(got))
    amounts = "; ".join(f"{amount.value:g} {amount.what}" for amount in entry.amounts)
    for what, figure in expected.amounts:
        right = any(amount.value == figure and same_name(what, [amount.what]) for amount in entry.amounts)
        yield Field("amount", f"{figure:g} {what}", right, amounts)
    slogans = [slogan.name for slogan in entry.slogans]
    for slogan in expected.slogans:
        yield Field("slogan", slogan, same_name(slogan, slogans), "; ".join(slogans))
