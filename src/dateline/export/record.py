"""Entries as records: JSON objects valid against `record.schema.json`, one a line. See `privacy` for what `redacted` means."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from dateline.export.options import ExportOptions
from dateline.export.privacy import WITHHELD, Privacy
from dateline.model.claim import JsonValue, Quotation, Said
from dateline.model.entry import (
    Amount,
    Content,
    Entry,
    EntryDate,
    EntryPlace,
    Named,
    Participant,
    Quantity,
    Relation,
    SourcedClaim,
    Statistic,
)
from dateline.model.resolution import Candidate
from dateline.model.span import Span

Record: TypeAlias = dict[str, JsonValue]


def jsonl(entries: Iterable[Entry], options: ExportOptions | None = None) -> Iterator[str]:
    """Yield one line of JSON an entry, each with its line end."""
    options = options or ExportOptions()
    if not options.names:
        # A person named by one entry may stand in the quotation of another.
        entries = list(entries)
    privacy = Privacy(entries if not options.names else (), options)
    for entry in entries:
        # Lone surrogates, which a text can hold and UTF-8 cannot, leave as escapes.
        line = json.dumps(record(entry, privacy), ensure_ascii=False)
        yield (line if line.isascii() or _encodable(line) else json.dumps(record(entry, privacy))) + "\n"


def record(entry: Entry, privacy: Privacy | None = None) -> Record:
    """Return an entry as a record. Raises ValueError for a value that rests on no claim."""
    privacy = privacy or Privacy((entry,))
    out: Record = {
        "id": entry.id,
        "aliases": list(entry.aliases),
        "kind": entry.kind.value,
        "family": entry.family.value,
        "type": entry.type,
        "title": privacy.value(entry.title),
        "polarity": entry.polarity.value,
        "modality": entry.modality.value,
        "ongoing": entry.ongoing,
        "contested": list(entry.contested),
        "date": _date(entry.date) if entry.date else None,
        "places": [_place(place) for place in entry.places],
        "participants": [_participant(person, privacy) for person in entry.participants],
        "instruments": [_instrument(instrument) for instrument in entry.instruments],
        "quantities": [_quantity(quantity, privacy) for quantity in entry.quantities],
        "amounts": [_amount(amount) for amount in entry.amounts],
        "slogans": [_slogan(slogan, privacy) for slogan in entry.slogans],
        "relations": [_relation(relation) for relation in entry.relations],
        "claims": [claim(sourced, privacy) for sourced in entry.claims],
        "sources": {"documents": entry.documents, "independent": entry.independent},
        "review": entry.review,
    }
    if entry.duration:
        out["duration"] = {"iso8601": entry.duration, "claims": _ids(entry.duration_claims, "duration")}
    if entry.content:
        out["content"] = _content(entry.content, privacy)
    if entry.statistic:
        out["statistic"] = _statistic(entry.statistic)
    return out


def claim(sourced: SourcedClaim, privacy: Privacy) -> Record:
    """Return a claim as it stands in a record."""
    one = sourced.claim
    text = privacy.text(sourced.document, one.text)
    out: Record = {
        "id": one.id,
        "field": one.field,
        "value": privacy.json(one.value),
        "text": text,
        "said_by": [_said(said, sourced.document, privacy) for said in one.said_by],
        "certainty": one.certainty.value,
        "confidence": round(one.confidence, 4),
        "decided_by": list(one.decided_by),
        "evidence": _span(one.evidence, sourced, privacy),
        "document": sourced.document,
        "outlet": sourced.outlet,
        "published": sourced.published,
    }
    if text != one.text:
        out["redacted"] = True
    return out


def _span(quotation: Quotation, sourced: SourcedClaim, privacy: Privacy) -> Record:
    # Read as one string: a name may begin in the prefix and end in the quotation.
    whole = sourced.prefix + quotation.exact + sourced.suffix
    hidden = list(privacy.spans(sourced.document, whole))
    cuts = (0, len(sourced.prefix), len(sourced.prefix) + len(quotation.exact), len(whole))
    prefix, exact, suffix = (_shown(whole, cuts[i], cuts[i + 1], hidden) for i in range(3))
    out = _position(quotation) | {"exact": exact}
    if prefix:
        out["prefix"] = prefix
    if suffix:
        out["suffix"] = suffix
    if hidden:
        out["redacted"] = True
    return out


def _said(said: Said, document: str, privacy: Privacy) -> Record:
    exact = privacy.text(document, said.evidence.exact)
    evidence = _position(said.evidence) | {"exact": exact}
    if exact != said.evidence.exact:
        evidence["redacted"] = True
    return {"name": privacy.speaker(said), "actor_id": said.actor_id, "cue": said.cue, "evidence": evidence}


def _shown(text: str, start: int, end: int, hidden: list[Span]) -> str:
    pieces: list[str] = []
    at = start
    for span in hidden:
        if span.end > at and span.start < end:
            pieces += (text[at : max(at, span.start)], WITHHELD)
            at = min(end, span.end)
    return "".join((*pieces, text[at:end]))


def _position(quotation: Quotation) -> Record:
    return {"text_id": quotation.text_id, "start": quotation.span.start, "end": quotation.span.end}


def _date(date: EntryDate) -> Record:
    return {
        "edtf": date.edtf,
        "start": date.start,
        "end": date.end,
        "precision": date.precision.value,
        "basis": date.basis.value,
        "claims": _ids(date.claims, "date"),
    }


def _place(place: EntryPlace) -> Record:
    return {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_m": place.uncertainty_m,
        "gazetteer_id": place.gazetteer_id,
        "town": place.town,
        "admin1": place.admin1,
        "country": place.country,
        "precision": place.precision.value,
        "basis": place.basis,
        "candidates": [_candidate(candidate) for candidate in place.candidates],
        "claims": _ids(place.claims, "place"),
    }


def _participant(person: Participant, privacy: Privacy) -> Record:
    out: Record = {
        "role": person.role.value,
        "name": privacy.participant(person),
        "actor_id": person.actor_id,
        "kind": person.kind.value,
        "claims": _ids(person.claims, "participant"),
    }
    if not (privacy.active and person.private):
        out["candidates"] = [_candidate(candidate) for candidate in person.candidates]
    if person.responsibility:
        out["responsibility"] = person.responsibility.value
    return out


def _candidate(candidate: Candidate) -> Record:
    return {"id": candidate.id, "name": candidate.name, "score": round(candidate.score, 4), "detail": candidate.detail}


def _instrument(instrument: Named) -> Record:
    out: Record = {"name": instrument.name, "claims": _ids(instrument.claims, "instrument")}
    return out | {"kind": instrument.kind} if instrument.kind else out


def _quantity(quantity: Quantity, privacy: Privacy) -> Record:
    return {
        "outcome": quantity.outcome.value,
        "whom": privacy.value(quantity.whom) if quantity.whom else None,
        "scope": quantity.scope,
        "part_of": quantity.part_of,
        "low": quantity.low,
        "best": quantity.best,
        "high": quantity.high,
        "rule": quantity.rule,
        "claims": _ids(quantity.claims, "quantity"),
    }


def _amount(amount: Amount) -> Record:
    return {"what": amount.what, "value": amount.value, "unit": amount.unit, "claims": _ids(amount.claims, "amount")}


def _content(content: Content, privacy: Privacy) -> Record:
    out: Record = {
        "themes": list(content.themes),
        "demands": [privacy.value(demand) for demand in content.demands],
        "not_mentioned": [privacy.value(topic) for topic in content.not_mentioned],
        "claims": _ids(content.claims, "content"),
    }
    if content.channel:
        out["channel"] = content.channel
    if content.addressee:
        out["addressee"] = privacy.value(content.addressee)
    return out


def _slogan(slogan: Named, privacy: Privacy) -> Record:
    out: Record = {"text": privacy.value(slogan.name), "claims": _ids(slogan.claims, "slogan")}
    return out | {"kind": slogan.kind} if slogan.kind else out


def _statistic(statistic: Statistic) -> Record:
    out: Record = {
        "measure": statistic.measure,
        "value": statistic.value,
        "part": statistic.part,
        "claims": _ids(statistic.claims, "statistic"),
    }
    return out | {"of": statistic.of} if statistic.of else out


def _relation(relation: Relation) -> Record:
    return {"type": relation.type, "entry": relation.entry, "claims": _ids(relation.claims, "relation")}


def _ids(claims: tuple[str, ...], field: str) -> list[JsonValue]:
    if not claims:
        raise ValueError(f"a value of {field} rests on no claim")
    return list(claims)


def _encodable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
