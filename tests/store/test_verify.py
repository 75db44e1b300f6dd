"""Every kind of damage that somebody with another program can do is found, and named."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.store import Database, Joined, verify, write_entries
from tests.store.samples import RUN, sample_document, sample_entry, store


def damaged(folder: Path, sql: str) -> list[tuple[str, str]]:
    path = folder / "test.db"
    with Database(str(path)) as database:
        coded = store(database, sample_document())
        write_entries(database, [Joined(coded.document, RUN.id, "f", "v")], [sample_entry(coded.events[0])], [])
        assert list(verify(database)) == []
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    with Database(str(path)) as database:
        return [(problem.kind, problem.reason) for problem in verify(database)]


CASES = {
    "a character of the text inside a quotation": (
        "UPDATE texts SET text = replace(text, '12 people', '13 people')",
        {("text", "changed"), ("claim", "is not what the text has"), ("claim", "stands")},
    ),
    "a character of the text outside all quotations": (
        "UPDATE texts SET text = replace(text, 'Talks', 'Walks')",
        {("text", "changed"), ("claim", "stands")},
    ),
    "a value": (
        "UPDATE claims SET value = replace(value, '12', '2') WHERE field LIKE 'quantity%'",
        {("claim", "its content has the id"), ("claim", "not as it was written")},
    ),
    "a certainty, which is no part of the id": (
        "UPDATE claims SET certainty = 'alleged' WHERE field = 'place'",
        {("claim", "not as it was written")},
    ),
    "a quotation": (
        "UPDATE claims SET exact = 'in Sarband' WHERE field = 'place'",
        {("claim", "is not what the text has"), ("claim", "not as it was written")},
    ),
    "a certainty nobody knows": (
        "UPDATE claims SET certainty = 'sure' WHERE field = 'place'",
        {("claim", "cannot be read")},
    ),
    "a claim deleted": (
        "DELETE FROM claims WHERE field = 'place'",
        {("document_claims", "missing"), ("entry_claims", "missing"), ("entry", "rests on claim")},
    ),
    "the raw bytes": ("UPDATE blobs SET packed = x'00'", {("bytes", "unpacked")}),
    "a zone": ("UPDATE documents SET zones = '[]'", {("document", "zones")}),
    "a locator": ("UPDATE documents SET locator = 'b.txt'", {("document", "its capture has the id")}),
    "an entry's record": (
        "UPDATE entries SET record = replace(record, 'clm-', 'clm-x')",
        {("entry", "rests on claim")},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_damage_is_found(name: str, tmp_path: Path) -> None:
    sql, expected = CASES[name]
    found = damaged(tmp_path, sql)
    for kind, words in expected:
        assert any(k == kind and words in reason for k, reason in found), (kind, words, found)
    assert {kind for kind, _ in found} == {kind for kind, _ in expected}
