"""Entry: the derived values of a cluster, each by a named rule (docs/record.md)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.link.cluster import Cluster
from dateline.link.contested import contested
from dateline.link.facts import LENT, Facts, as_object, float_of, int_of, text_of
from dateline.link.people import derive_participants
from dateline.link.quantities import derive_quantities
from dateline.link.titles import title
from dateline.link.whenwhere import derive_date, derive_places
from dateline.model.claim import Claim
from dateline.model.entry import Amount, Content, Entry, Named, SourcedClaim, Statistic
from dateline.model.event import EntryKind, Modality, Polarity
from dateline.resources.codebook import Codebook

if TYPE_CHECKING:
    from dateline.link.chronology import Source

_CONTEXT = 32
_LIKELY = 0.85
"""How probable an incident must be that is told without when, where or how many."""
_PREFIX = {EntryKind.INCIDENT: "inc", EntryKind.COMMUNICATION: "com", EntryKind.CAMPAIGN: "cam", EntryKind.STATISTIC: "sta"}


def derive(found: Cluster, source: Source, codebook: Codebook) -> Entry | None:
    """Return the entry of a cluster, or none if nothing but its type is known."""
    members = found.members
    claims = _not_superseded([c for m in members for c in m.record.claims])
    name = _type(members, codebook)
    kind = codebook.types[name].kind
    entry = Entry(
        id=_id(kind, found),
        kind=kind,
        family=codebook.types[name].family,
        type=name,
        title="",
        polarity=Polarity(members[0].polarity),
        modality=Modality(members[0].modality),
        claims=tuple(_sourced(c, members[0].record.document, source) for c in claims),
        documents=1,
        independent=1,
        ongoing=any(c.field == "ongoing" for c in claims),
        date=derive_date(claims),
        duration=next((text_of(as_object(c.value).get("iso8601")) for c in claims if c.field == "duration"), None),
        duration_claims=tuple(c.id for c in claims if c.field == "duration")[:1],
        places=derive_places(claims),
        participants=derive_participants(claims),
        instruments=_named(claims, "instrument"),
        quantities=derive_quantities(claims),
        content=_content(claims),
        amounts=_amounts(claims),
        slogans=_named(claims, "slogan"),
        statistic=_statistic(claims),
        events=tuple(m.record.id for m in members),
    )
    if not _grounded(entry, any(not m.record.generic for m in members)):
        return None
    return _with_title(entry, claims)


def _not_superseded(claims: list[Claim]) -> list[Claim]:
    """Return the claims without a place or date that a mention took over where the entry is told its own."""
    own = {c.field for c in claims if c.field in ("place", "date") and not LENT & set(c.decided_by)}
    return [c for c in claims if c.field not in own or not LENT & set(c.decided_by)]


def _with_title(entry: Entry, claims: Iterable[Claim]) -> Entry:
    return replace(entry, title=title(entry), contested=contested(list(claims)))


def _id(kind: EntryKind, found: Cluster) -> str:
    """Return an id that stays the same on every run: that of its first mention of its own, in its document."""
    ids = {m.record.id for m in found.members}
    key = f"{found.members[0].record.document}:{min(ids - found.shared or ids)}"
    return f"{_PREFIX[kind]}-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _type(members: list[Facts], codebook: Codebook) -> str:
    """Return the narrowest type told, the most frequent of several, the first of those."""
    particular = [m for m in members if not m.record.generic] or members
    telling = [m for m in particular if not m.record.anaphoric] or particular
    counts = Counter(m.type for m in telling)
    depth = {name: len(codebook.broader(name)) for name in counts}
    first = {name: next(n for n, m in enumerate(telling) if m.type == name) for name in counts}
    best = max(counts, key=lambda name: (depth[name], counts[name], -first[name]))
    freed = any({"freed", "escaped"} & set(m.counts) for m in members)
    at_prison = any(w.precision == "facility" and _prison(w.name) for m in members for w in m.where)
    return "prison break" if codebook.types[best].family.value == "attack" and freed and at_prison else best


def _prison(name: str) -> bool:
    lower = name.lower()
    return any(word in lower for word in ("prison", "jail", "penitentiary", "detention"))


def _grounded(entry: Entry, particular: bool) -> bool:
    """Tell whether an entry says more than that something of a type happened.

    `particular` is true where the words themselves tell a type ("a bomb exploded"), and not any violence ("the attack").
    """
    if entry.kind is EntryKind.STATISTIC:
        return entry.statistic is not None
    known = bool(entry.date) + bool(entry.places) + bool(entry.quantities) + bool(entry.slogans) + bool(entry.amounts)
    acted = any(
        p.role.value in ("perpetrator", "custodian", "speaker", "organiser", "leader", "participant") for p in entry.participants
    )
    suffered = any(p.role.value in ("target", "victim", "opponent", "detainee", "addressee") for p in entry.participants)
    if entry.kind is EntryKind.COMMUNICATION:
        return acted and (known > 0 or suffered)
    if entry.kind is EntryKind.CAMPAIGN:
        return known > 0 and (acted or bool(entry.slogans) or bool(entry.date))
    armed = bool(entry.instruments)
    if known:
        return particular or acted or suffered or known > 1 or bool(entry.quantities)
    likely = any(s.claim.field == "type" and s.claim.confidence >= _LIKELY for s in entry.claims)
    return (acted and suffered) or (likely and (particular or armed) and (acted or suffered or armed))


def _sourced(claim: Claim, document: str, source: Source) -> SourcedClaim:
    span = claim.evidence.span
    prefix = source.text[max(0, span.start - _CONTEXT) : span.start]
    suffix = source.text[span.end : span.end + _CONTEXT]
    return SourcedClaim(claim, document, source.outlet, source.published, prefix, suffix)


def _named(claims: Iterable[Claim], field: str) -> tuple[Named, ...]:
    out: dict[str, Named] = {}
    for claim in claims:
        if claim.field != field:
            continue
        value = as_object(claim.value)
        name = text_of(value.get("name"))
        old = out.get(name.lower())
        ids = (*old.claims, claim.id) if old else (claim.id,)
        out[name.lower()] = Named(old.name if old else name, ids, text_of(value.get("kind")) or None)
    return tuple(out.values())


def _amounts(claims: Iterable[Claim]) -> tuple[Amount, ...]:
    out = []
    for claim in claims:
        value = as_object(claim.value)
        number = float_of(value.get("value"))
        if claim.field == "amount" and number is not None:
            out.append(Amount(text_of(value.get("what")), number, text_of(value.get("unit")), (claim.id,)))
    return tuple(out)


def _content(claims: Iterable[Claim]) -> Content | None:
    channels = [c for c in claims if c.field == "channel"]
    themes = [c for c in claims if c.field == "theme"]
    if not channels and not themes:
        return None
    names = tuple(dict.fromkeys(text_of(as_object(c.value).get("name")) for c in themes))
    channel = text_of(as_object(channels[0].value).get("name")) if channels else None
    return Content(tuple(c.id for c in (*channels, *themes)), names, channel)


def _statistic(claims: Iterable[Claim]) -> Statistic | None:
    found = [(c, as_object(c.value)) for c in claims if c.field == "statistic"]
    whole = next(((c, v) for c, v in found if v.get("role") == "whole"), None)
    if whole is None:
        return None
    number = float_of(whole[1].get("value"))
    if number is None:
        return None
    part = next((float_of(v.get("value")) for _, v in found if v.get("role") == "part"), None)
    low = int_of(whole[1].get("low"))
    return Statistic(
        text_of(whole[1].get("measure")), number if low is None or number else low, tuple(c.id for c, _ in found), part
    )
