"""From an incident of ours to a filled template of MUC-4 (TD: template-doc-part1 and part2, version 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from anyascii import anyascii

from dateline.evaluate.suites._muc import OF_STATE, SUFFERERS, THINGS, Filler, Incident, of_state, words_of
from dateline.evaluate.suites._muc_key import SLOTS, Fill, Template
from dateline.evaluate.suites._muc_names import is_named, is_person, person_name
from dateline.evaluate.suites._muc_sets import area_type, human_type, instrument_type, nation, physical_type
from dateline.link.facts import as_object, int_of, text_of
from dateline.model.claim import Claim
from dateline.model.entry import EntryPlace, Participant
from dateline.model.event import Responsibility
from dateline.model.resolution import ActorKind, PlacePrecision
from dateline.resources.actors import load_register

WITHOUT = {"ARSON": frozenset({6, 7}), "KIDNAPPING": frozenset({6, 7, *range(12, 18)})}
"""Slots that do not apply to a type (template-skeletons, version 3)."""
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_CONFIDENCE = {
    Responsibility.STATED: "REPORTED AS FACT",
    Responsibility.CLAIMED: "CLAIMED OR ADMITTED",
    Responsibility.BLAMED: "SUSPECTED OR ACCUSED",
    Responsibility.SUSPECTED: "SUSPECTED OR ACCUSED",
    Responsibility.DENIED: "POSSIBLE",
    Responsibility.UNKNOWN: "REPORTED AS FACT",
}
_EFFECTS = {"killed": "DEATH", "injured": "INJURY", "destroyed": "DESTROYED", "damaged": "SOME DAMAGE"}
_BESIDE = 40
"""Characters within which a subdivision is named beside its town."""
_HURT, _DAMAGED = ("killed", "injured"), ("destroyed", "damaged")


@dataclass(frozen=True, slots=True)
class Target:
    """A target: what later slots refer to it by, a title of a named person, its claims, and who it is to us."""

    tag: str
    claims: tuple[Claim, ...]
    name: str | None = None
    title: str | None = None
    participant: Participant | None = None


def template(incident: Incident, message: str, number: int, setting: Setting) -> Template:
    """Return the filled template of an incident."""
    fills: dict[int, list[Fill]] = {}
    for slot, value in (
        (2, _date(incident, setting)),
        (3, _location(incident, setting)),
        (4, incident.type),
        (5, incident.stage),
        (8, _category(incident)),
    ):
        _add(fills, slot, value)
    _add_means(fills, incident)
    _add_perpetrators(fills, incident)
    for thing in _things(incident):
        _add_thing(fills, incident, thing)
    for human in _humans(incident):
        _add_human(fills, incident, human)
    without = WITHOUT.get(incident.type, frozenset())
    kept = {slot: tuple(dict.fromkeys(fills[slot])) for slot in SLOTS if slot in fills and slot not in without}
    return Template(message, number, kept, without)


def _add(fills: dict[int, list[Fill]], slot: int, value: str | None, reference: str | None = None) -> None:
    if value:
        fills.setdefault(slot, []).append(Fill((value,), (reference,) if reference else ()))


def _add_means(fills: dict[int, list[Fill]], incident: Incident) -> None:
    for filler in incident.of("Weapon"):
        words = _upper(filler.mentions[0])
        _add(fills, 6, words)
        _add(fills, 7, instrument_type(words), words)
    if not incident.of("Weapon"):
        _add(fills, 7, _implied(incident), "-")


def _add_perpetrators(fills: dict[int, list[Fill]], incident: Incident) -> None:
    for filler in incident.of("PerpInd"):
        _add(fills, 9, _upper(filler.mentions[0]))
    for filler in incident.of("PerpOrg"):
        words = _upper(filler.mentions[0])
        _add(fills, 10, words)
        _add(fills, 11, _confidence(filler), words)


def _add_thing(fills: dict[int, list[Fill]], incident: Incident, thing: Target) -> None:
    _add(fills, 12, thing.tag)
    _add(fills, 13, physical_type(thing.tag), thing.tag)
    _add(fills, 14, _number(incident, thing), thing.tag)
    _add(fills, 15, _foreign(incident, thing), thing.tag)
    _add(fills, 16, _effect(incident, thing, _DAMAGED), thing.tag)


def _add_human(fills: dict[int, list[Fill]], incident: Incident, human: Target) -> None:
    _add(fills, 18, human.name)
    if human.name is None:
        _add(fills, 19, human.tag)
    else:
        _add(fills, 19, human.title, human.tag)
    kind = human.participant.kind if human.participant is not None else ActorKind.UNKNOWN
    _add(fills, 20, human_type(_said_of(human), kind), human.tag)
    _add(fills, 21, _number(incident, human), human.tag)
    _add(fills, 22, _foreign(incident, human), human.tag)
    _add(fills, 23, _effect(incident, human, _HURT), human.tag)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report as a whole tells: the day it came out, and the country it speaks of most (ISO 3166-1)."""

    published: str | None = None
    country: str | None = None
    text: str = ""

    def around(self, claim: Claim) -> str:
        """Return the words beside a claim's, in capitals, with blanks for signs."""
        span = claim.evidence.span
        beside = f"{self.text[max(0, span.start - _BESIDE) : span.start]} | {self.text[span.end : span.end + _BESIDE]}"
        return f" {' '.join(re.sub(r'[^A-Z|]', ' ', _plain_letters(beside)).split())} "


def _upper(words: str) -> str:
    return " ".join(words.upper().split())


def _date(incident: Incident, setting: Setting) -> str | None:
    """Return the date; told by a day of the week or not at all, "on or before" the day of the report (TD 7.3)."""
    published = _day(setting.published)
    for told in (e.date for e in incident.entries if e.date is not None):
        claims = [incident.claims[id] for id in told.claims if id in incident.claims]
        start, end = _day(told.start), _day(told.end)
        if claims and start and end and not any(_WEEKDAY.search(c.text) for c in claims):
            return start if start == end else f"{start} - {end}"
    return f"- {published}" if published else None


def _day(iso: str | None) -> str | None:
    if not iso:
        return None
    day = date.fromisoformat(iso[:10])
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def _location(incident: Incident, setting: Setting) -> str | None:
    """Return country, subdivision if it is named, town and quarter, each as the report writes it (TD 7.4)."""
    told = (p for e in incident.entries for p in e.places if any(id in incident.claims for id in p.claims))
    places = sorted(told, key=lambda p: list(PlacePrecision).index(p.precision))
    code = next((p.country for p in places if p.country), None) or setting.country
    country = load_register().countries.get(code or "")
    if country is None:
        return None
    parts: dict[str, str] = {}
    for place in places[:1]:
        for claim in (incident.claims[id] for id in place.claims if id in incident.claims):
            kind = _area(text_of(as_object(claim.value).get("precision")), place)
            if kind is not None and not any(by.startswith("mention:facility") for by in claim.decided_by):
                parts.setdefault(kind, f"{_upper(claim.text)} ({kind})")
                around = setting.around(claim)
                if place.admin1 is not None and f" {_plain_letters(place.admin1)} " in around:
                    parts.setdefault(area_type(code), f"{_plain_letters(place.admin1)} ({area_type(code)})")
    ordered = [parts[k] for k in (area_type(code), "CITY", "NEIGHBORHOOD") if k in parts]
    return ": ".join([nation(country.name), *ordered])


def _plain_letters(name: str) -> str:
    return anyascii(name).upper()


def _area(precision: str, place: EntryPlace) -> str | None:
    if precision == PlacePrecision.ADMIN1.value:
        return area_type(place.country)
    return {"town": "CITY", "near": "CITY", "neighbourhood": "NEIGHBORHOOD"}.get(precision)


def _implied(incident: Incident) -> str | None:
    """Return the instrument type that the words for the act tell, such as "shot" (TD 7.8, 7)."""
    acts = (c.text for c in incident.claims.values() if c.field == "type")
    return next((found for act in acts if (found := instrument_type(act)) is not None), None)


def _category(incident: Incident) -> str:
    """Return the category; perpetrators that nobody names are presumed to be terrorists (TD 1.0, 3)."""
    return "STATE-SPONSORED VIOLENCE" if of_state(incident) else "TERRORIST ACT"


def _confidence(filler: Filler) -> str:
    told = filler.participant.responsibility if filler.participant is not None else None
    found = _CONFIDENCE[told or Responsibility.STATED]
    speakers = [s for c in filler.claims for s in c.said_by]
    official = any(s.actor_id and _of_state(s.actor_id) for s in speakers)
    return f"{found} BY AUTHORITIES" if found == "SUSPECTED OR ACCUSED" and official else found


def _of_state(actor_id: str) -> bool:
    actor = load_register().get(actor_id)
    return actor is not None and actor.kind in OF_STATE


def _things(incident: Incident) -> list[Target]:
    """Return what was attacked, and what was counted as damaged without being called a target."""
    out = [Target(_upper(f.mentions[0]), f.claims, participant=f.participant) for f in incident.of("Target")]
    for claim in _counts(incident, _DAMAGED):
        if not any(_touch(claim, other) for held in out for other in held.claims):
            out.append(Target(_upper(text_of(as_object(claim.value).get("whom")) or claim.text), (claim,)))
    return out


def _humans(incident: Incident) -> list[Target]:
    """Return the people that the incident befell: by name with their titles, or by description."""
    out: list[Target] = []
    for participant, claims in incident.participants:
        if participant.role not in SUFFERERS or participant.kind in THINGS:
            continue
        words = words_of(claims)
        if is_person(participant) and is_named(participant):
            name = _upper(person_name(participant, words))
            _join(out, Target(name, claims, name, _title(name, [_upper(w) for w in words]), participant))
        elif not is_named(participant):
            _join(out, Target(_upper(words[0]), claims, participant=participant))
    for claim in _counts(incident, _HURT):
        if not any(_touch(claim, other) for held in out for other in held.claims):
            _join(out, Target(_upper(text_of(as_object(claim.value).get("whom")) or claim.text), (claim,)))
    return out


def _said_of(human: Target) -> str:
    """Return what tells the type of a person: the title or office of a named one, else the description."""
    if human.name is None:
        return human.tag
    told = human.participant.description if human.participant is not None else None
    return f"{human.title or ''} {told or ''}"


def _join(targets: list[Target], one: Target) -> None:
    """Add a target, or join it to the one that has the same words, or is the same person by a fuller or shorter name."""
    words = set(one.tag.split())
    for n, held in enumerate(targets):
        theirs = set(held.tag.split())
        if held.tag == one.tag or (held.name and one.name and (words <= theirs or theirs <= words)):
            fuller = one if len(words) > len(theirs) else held
            targets[n] = replace(fuller, claims=held.claims + one.claims, title=held.title or one.title)
            return
    targets.append(one)


def _title(name: str, words: Sequence[str]) -> str | None:
    """Return what stands before the name in the fullest mention."""
    found = [w[: w.index(name)].strip(' ,"') for w in words if name in w]
    return max(found, key=len, default="") or None


def _counts(incident: Incident, outcomes: Sequence[str]) -> list[Claim]:
    return [c for c in incident.claims.values() if c.field in [f"quantity:{o}" for o in outcomes]]


def _touch(one: Claim, other: Claim) -> bool:
    return one.evidence.span.overlaps(other.evidence.span)


def _effect(incident: Incident, target: Target, outcomes: Sequence[str]) -> str | None:
    """Return what befell a target: its counts tell; those freed regain freedom, and what is set on fire is damaged (TD 7.17)."""
    for outcome in outcomes:
        if any(_touch(count, claim) for count in _counts(incident, (outcome,)) for claim in target.claims):
            return _EFFECTS[outcome]
    if outcomes == _HURT and incident.type == "KIDNAPPING":
        freed = _counts(incident, ("freed", "escaped"))
        return "REGAINED FREEDOM" if any(_touch(count, claim) for count in freed for claim in target.claims) else None
    return "SOME DAMAGE" if outcomes == _DAMAGED and incident.type == "ARSON" else None


def _number(incident: Incident, target: Target) -> str:
    """Return how many a target are: 1 for a name, the count of the same words, else one or several by its noun."""
    if target.name is not None:
        return "1"
    for count in _counts(incident, (*_HURT, *_DAMAGED, "abducted", "freed", "missing")):
        if any(_touch(count, claim) for claim in target.claims):
            value = as_object(count.value)
            low, high, best = (int_of(value.get(k)) for k in ("low", "high", "best"))
            if best is not None and value.get("bound") == "about":
                return f"~{best}"
            if low is not None and low == high:
                return str(low)
            if low is not None and value.get("bound") != "vague":
                return f"{low} - {high}" if high is not None else f"{low}-"
            return "PLURAL"
    head = target.tag.split(" OF ")[0].split()[-1].lower()
    found = load_register().role_at([head], 0)
    plural = found[1].plural if found is not None else head.endswith("s") and not head.endswith("ss")
    return "PLURAL" if plural else "1"


def _foreign(incident: Incident, target: Target) -> str | None:
    """Return the nation of a target whose claims tell one that is not the incident's."""
    own = {p.country for e in incident.entries for p in e.places if p.country}
    if target.participant is not None and target.participant.kind in THINGS:
        return None
    for claim in target.claims:
        code = text_of(as_object(claim.value).get("country"))
        country = load_register().countries.get(code)
        if country is not None and own and code not in own:
            return nation(country.name)
    return None
