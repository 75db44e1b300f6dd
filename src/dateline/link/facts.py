"""Facts: what an event mention's claims say, in a form quick to compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.link.discourse import Setting, setting
from dateline.model.claim import Claim, EventRecord, JsonValue

FINE_PLACES = frozenset({"facility", "neighbourhood", "town", "near"})
PERPETRATORS = ("perpetrator", "custodian", "speaker", "organiser", "leader", "participant")
_FACILITY_WORDS = {
    "prison": ("prison", "jail", "penitentiary"),
    "school": ("school", "university", "college"),
    "hospital": ("hospital", "clinic"),
    "mosque": ("mosque",),
    "church": ("church", "cathedral"),
    "market": ("market", "bazaar"),
    "base": ("base", "barracks", "garrison"),
    "embassy": ("embassy", "consulate"),
    "hotel": ("hotel",),
    "airport": ("airport", "airfield"),
    "camp": ("camp",),
    "police station": ("police station", "police post"),
}
CARRIED = "argument:carried over"
UPDATED = "argument:update"
"""What decided a count that takes the place of an earlier one."""
LENT = frozenset(f"argument:{rule}" for rule in ("carried over", "dateline", "the report's place", "told after", "local report"))
"""Rules by which a value is taken over and not told of the event itself."""


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (ISO 8601) and whether they are a single day."""

    start: str
    end: str
    day: bool
    carried: bool
    goes_on: bool
    """Whether it is taken over from the sentence before in one run of the story."""


@dataclass(frozen=True, slots=True)
class Where:
    """One place of an event."""

    id: str
    name: str
    fine: bool
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    carried: bool
    """Whether it is taken over from the sentence before, or lent by the report."""
    goes_on: bool
    precision: str


@dataclass(frozen=True, slots=True)
class Facts:
    """An event mention with its values. `counts` holds outcome -> (low, best, high) of totals, in text order."""

    record: EventRecord
    type: str
    modality: str
    polarity: str
    when: When | None
    where: tuple[Where, ...]
    agents: frozenset[str]
    named_agents: frozenset[str]
    targets: frozenset[str]
    counts: Mapping[str, tuple[tuple[int | None, int | None, int | None], ...]]
    slogans: frozenset[str]
    family: str
    anchor: str
    facilities: frozenset[str]
    """Kinds of facility named among places and targets ("prison", "school")."""
    persons: frozenset[str]
    """People named who were its victims or targets."""
    sides: frozenset[str]
    """Who acted, as parties: a state's forces and its government are one."""
    opposed: frozenset[str]
    """Who was fought, as parties."""
    forces: frozenset[str]
    """Whether states or armed groups acted."""
    setting: Setting

    @property
    def goes_on(self) -> bool:
        """Tell whether its time or place is that of the sentence before."""
        return (self.when is not None and self.when.goes_on) or any(w.goes_on for w in self.where)

    @property
    def updates(self) -> bool:
        """Tell whether it only brings a toll up to date, or singles out some of those told before."""
        counts = [c for c in self.record.claims if c.field.startswith("quantity:")]
        return any(UPDATED in c.decided_by for c in counts) or bool(counts) and not self.counts

    @property
    def own_information(self) -> bool:
        """Tell whether the mention says when, where, who or how many by itself."""
        own_when = self.when is not None and not self.when.carried
        own_where = any(not w.carried for w in self.where)
        return own_when or own_where or bool(self.counts) or bool(self.named_agents) or bool(self.slogans)


def as_object(value: JsonValue) -> dict[str, JsonValue]:
    """Return a claim's value as an object; a bare value becomes {"value": ...}."""
    return value if isinstance(value, dict) else {"value": value}


def text_of(value: JsonValue) -> str:
    """Return a string value, or the empty string for anything else."""
    return value if isinstance(value, str) else ""


def int_of(value: JsonValue) -> int | None:
    """Return an integer value, or none for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def float_of(value: JsonValue) -> float | None:
    """Return a number, or none for anything else."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def facts(record: EventRecord, family: str, text: str) -> Facts:
    """Read the claims of an event mention whose type is of the given family, told in `text`."""
    agents: set[str] = set()
    named: set[str] = set()
    targets: set[str] = set()
    for claim in record.claims:
        if not claim.field.startswith("participant:"):
            continue
        role = claim.field.split(":", 1)[1]
        value = as_object(claim.value)
        key = text_of(value.get("actor_id")) or text_of(value.get("name")).lower()
        if role in PERPETRATORS:
            agents.add(key)
            if value.get("actor_id"):
                named.add(key)
                if value.get("group_id"):
                    named.add(text_of(value.get("group_id")))
        elif role in ("target", "victim", "opponent", "detainee"):
            targets.add(key)
    return Facts(
        record,
        record.type,
        _plain(record, "modality", "actual"),
        _plain(record, "polarity", "asserted"),
        _when(record),
        tuple(_where(c) for c in record.values("place")),
        frozenset(agents),
        frozenset(named),
        frozenset(targets),
        _counts(record),
        frozenset(text_of(as_object(c.value).get("name")).lower() for c in record.values("slogan")),
        family,
        next((c.text.lower() for c in record.values("type")), ""),
        _facilities(record),
        frozenset(_persons(record)),
        frozenset(_sides(record, PERPETRATORS)),
        frozenset(_sides(record, ("opponent",))),
        frozenset(_forces(record)),
        setting(text, record.anchor, record.anaphoric, record.generic),
    )


def _persons(record: EventRecord) -> Iterator[str]:
    """Yield the people named as victims: an actor of the register, or a name of two words."""
    for role in ("victim", "target", "detainee"):
        for claim in record.values(f"participant:{role}"):
            value = as_object(claim.value)
            name = text_of(value.get("name"))
            if value.get("kind") == "person" and " " in name and name[:1].isupper():
                yield name.lower()


def _sides(record: EventRecord, roles: Iterable[str]) -> Iterator[str]:
    """Yield the parties in these roles that the register knows; those of one state are one party."""
    for role in roles:
        for claim in record.values(f"participant:{role}"):
            value = as_object(claim.value)
            known = text_of(value.get("actor_id"))
            if known:
                state = text_of(value.get("kind")) in ("state_force", "government")
                yield text_of(value.get("country")) or known if state else known
                if value.get("group_id"):
                    yield text_of(value.get("group_id"))


def _forces(record: EventRecord) -> Iterator[str]:
    for role in PERPETRATORS:
        for claim in record.values(f"participant:{role}"):
            kind = text_of(as_object(claim.value).get("kind"))
            if kind in ("state_force", "government"):
                yield "state"
            elif kind == "armed_group":
                yield "armed group"


def _facilities(record: EventRecord) -> frozenset[str]:
    names = [c.text.lower() for c in record.claims if c.field in ("place", "participant:target")]
    return frozenset(kind for kind, words in _FACILITY_WORDS.items() if any(w in name for w in words for name in names))


def _plain(record: EventRecord, field: str, default: str) -> str:
    found = record.values(field)
    return text_of(found[0].value) if found else default


def _when(record: EventRecord) -> When | None:
    for claim in record.values("date"):
        value = as_object(claim.value)
        start, end = text_of(value.get("start"))[:10], text_of(value.get("end"))[:10]
        if start or end:
            return When(start or end, end or start, start == end, bool(LENT & set(claim.decided_by)), CARRIED in claim.decided_by)
    return None


def _where(claim: Claim) -> Where:
    value = as_object(claim.value)
    name = text_of(value.get("name"))
    return Where(
        text_of(value.get("gazetteer_id")),
        name,
        text_of(value.get("precision")) in FINE_PLACES,
        text_of(value.get("country")) or None,
        text_of(value.get("admin1")) or None,
        float_of(value.get("lat")),
        float_of(value.get("lon")),
        bool(LENT & set(claim.decided_by)),
        CARRIED in claim.decided_by,
        text_of(value.get("precision")),
    )


def _counts(record: EventRecord) -> dict[str, tuple[tuple[int | None, int | None, int | None], ...]]:
    out: dict[str, list[tuple[int | None, int | None, int | None]]] = {}
    for claim in record.claims:
        if not claim.field.startswith("quantity:"):
            continue
        value = as_object(claim.value)
        if text_of(value.get("scope")) == "part":
            continue
        out.setdefault(claim.field.split(":", 1)[1], []).append(
            (int_of(value.get("low")), int_of(value.get("best")), int_of(value.get("high")))
        )
    return {outcome: tuple(found) for outcome, found in out.items()}
