"""Writing entries: what joining made of the events of some documents replaces what it made of them before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, delete, select, update

from dateline.model.claim import JsonValue
from dateline.model.entry import Entry, Link
from dateline.store import tables as t
from dateline.store.database import Database
from dateline.store.records import encode
from dateline.store.rows import Row, claim_row
from dateline.store.writer import RefusedClaim, drop_unused_claims, insert

CONTEXT = 32
"""Characters kept before and after a quotation."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What was joined: a document's coding by a run, by which version of the joining code and the judgements."""

    document: str
    run: str
    fingerprint: str
    version: str


def write_entries(database: Database, joined: Sequence[Joined], entries: Sequence[Entry], links: Sequence[Link]) -> None:
    """Put `entries` and `links` in the place of all that stood on the documents joined, in one transaction.

    An entry that is gone lives on as an alias of the one that now holds most of its events. Raises RefusedClaim if an
    entry has no claim, or a value of it none.
    """
    documents = [j.document for j in joined]
    with database.transaction() as connection:
        old = _entries_of(connection, documents)
        old_events = _events_of(connection, old)
        old_claims = _claims_of(connection, old)
        connection.execute(delete(t.entries).where(t.entries.c.id.in_(old)))
        _write_rows(connection, sorted(entries, key=lambda e: e.id))
        drop_unused_claims(connection, old_claims)
        _write_aliases(connection, old_events, entries)
        locators = select(t.documents.c.locator).where(t.documents.c.id.in_(documents))
        connection.execute(delete(t.rejects).where(t.rejects.c.locator.in_(locators)))
        for document in documents:
            connection.execute(delete(t.links).where(t.links.c.document == document))
            connection.execute(delete(t.linked).where(t.linked.c.document == document))
        insert(connection, t.links, [_link_row(link, documents[0]) for link in links])
        insert(
            connection,
            t.linked,
            [{"document": j.document, "run": j.run, "fingerprint": j.fingerprint, "version": j.version} for j in joined],
        )


def _entries_of(connection: Connection, documents: Sequence[str]) -> list[str]:
    rows = select(t.entry_claims.c.entry).where(t.entry_claims.c.document.in_(documents)).distinct()
    return sorted(connection.execute(rows).scalars())


def _events_of(connection: Connection, entries: Sequence[str]) -> dict[str, set[str]]:
    events: dict[str, set[str]] = {entry: set() for entry in entries}
    for row in connection.execute(select(t.entry_events).where(t.entry_events.c.entry.in_(entries))):
        events[row.entry].add(row.event)
    return events


def _claims_of(connection: Connection, entries: Sequence[str]) -> list[str]:
    return list(connection.execute(select(t.entry_claims.c.claim).where(t.entry_claims.c.entry.in_(entries))).scalars())


def _write_rows(connection: Connection, entries: Sequence[Entry]) -> None:
    """Write entries with their parts, one statement a table."""
    if not entries:
        return
    connection.execute(t.entries.insert(), [_entry_row(entry) for entry in entries])
    parts: list[tuple[Table, Callable[[Entry], Iterator[Row]]]] = [
        (t.entry_claims, _claims),
        (t.entry_events, _events),
        (t.entry_participants, _people),
        (t.entry_places, _places),
    ]
    for table, part in parts:
        rows = [{"entry": entry.id, "position": i, **row} for entry in entries for i, row in enumerate(part(entry))]
        insert(connection, table, rows)


def _entry_row(entry: Entry) -> Row:
    if not entry.claims:
        raise RefusedClaim(f"entry {entry.id}: no claim under it")
    record = encode(replace(entry, claims=()))
    assert isinstance(record, dict)
    del record["claims"]
    missing = _unheld(record, entry)
    if missing:
        raise RefusedClaim(f"entry {entry.id}: a value rests on claim {missing[0]}, which the entry does not hold")
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "family": entry.family.value,
        "type": entry.type,
        "polarity": entry.polarity.value,
        "modality": entry.modality.value,
        "start": entry.date and entry.date.start,
        "end": entry.date and entry.date.end,
        "record": record,
    }


def unheld(entry: Entry) -> list[str]:
    """Return the claims that values of an entry name and the entry does not hold, by id."""
    return _unheld(encode(replace(entry, claims=())), entry)


def _unheld(record: JsonValue, entry: Entry) -> list[str]:
    return sorted(set(claim_ids(record)) - {sourced.claim.id for sourced in entry.claims})


def claim_ids(record: object) -> Iterable[str]:
    """Yield every claim id that a value of an encoded entry names."""
    if isinstance(record, dict):
        for key, value in record.items():
            if key in ("claims", "duration_claims"):
                yield from value
            else:
                yield from claim_ids(value)
    elif isinstance(record, list):
        for item in record:
            yield from claim_ids(item)


def _claims(entry: Entry) -> Iterator[Row]:
    for sourced in entry.claims:
        yield {
            "claim": claim_row(sourced.claim)["version"],
            "document": sourced.document,
            "outlet": sourced.outlet,
            "published": sourced.published,
            "prefix": sourced.prefix[-CONTEXT:],
            "suffix": sourced.suffix[:CONTEXT],
        }


def _events(entry: Entry) -> Iterator[Row]:
    for event in entry.events:
        yield {"event": event}


def _people(entry: Entry) -> Iterator[Row]:
    for person in entry.participants:
        yield {
            "role": person.role.value,
            "name": person.name,
            "folded": person.name.casefold(),
            "actor_id": person.actor_id,
            "private": person.private,
        }


def _places(entry: Entry) -> Iterator[Row]:
    for place in entry.places:
        yield {
            "name": place.name,
            "folded": place.name.casefold(),
            "country": place.country,
            "admin1": place.admin1,
            "gazetteer_id": place.gazetteer_id,
        }


def _write_aliases(connection: Connection, old: dict[str, set[str]], entries: Sequence[Entry]) -> None:
    now = {entry.id: set(entry.events) for entry in entries}
    connection.execute(delete(t.entry_aliases).where(t.entry_aliases.c.alias.in_(sorted(now))))
    rows: list[Row] = [{"alias": alias, "entry": entry.id} for entry in entries for alias in entry.aliases]
    for gone in sorted(old.keys() - now.keys()):
        heir = max(sorted(now), key=lambda entry: len(now[entry] & old[gone]), default=None)
        aliases = t.entry_aliases.c.entry == gone
        if heir is not None and now[heir] & old[gone]:
            rows.append({"alias": gone, "entry": heir})
            connection.execute(update(t.entry_aliases).where(aliases).values(entry=heir))
        else:
            connection.execute(delete(t.entry_aliases).where(aliases))
    insert(connection, t.entry_aliases, rows)


def _link_row(link: Link, document: str) -> Row:
    return {
        "left": link.left,
        "right": link.right,
        "document": document,
        "score": link.score,
        "reasons": list(link.reasons),
    }
