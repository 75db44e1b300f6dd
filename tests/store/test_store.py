from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from dateline.model.entry import Judgement, Link, Run
from dateline.model.event import Modality
from dateline.model.span import Span
from dateline.store import (
    Chronology,
    Filter,
    Joined,
    RefusedClaim,
    RefusedText,
    Rejected,
    View,
    Writer,
    erase,
    find,
    verify,
    write_entries,
)
from dateline.store import tables as t
from dateline.store.database import Database
from tests.store.samples import RUN, sample_coded, sample_document, sample_entry, store


def dump(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as connection:
        return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in t.metadata.sorted_tables}


def test_a_coded_document_comes_back_as_it_was_written(database: Database) -> None:
    document = sample_document()
    coded = store(database, document)
    view = View(database)
    assert view.document(document.id) == document
    assert view.coded(document.id) == coded
    assert view.run(document.id) == RUN
    assert view.publication(document.id)["start"] == "2019-03-04"
    assert list(verify(database)) == []


def test_writing_the_same_again_changes_nothing(database: Database) -> None:
    document = sample_document()
    store(database, document)
    before = dump(database)
    assert not Writer(database).write_document(document)
    assert dump(database) == before


def test_a_wrong_quotation_is_refused_and_nothing_is_written(database: Database) -> None:
    document = sample_document()
    writer = Writer(database)
    writer.write_run(RUN)
    writer.write_document(document)
    coded = sample_coded(document)
    claim = coded.events[0].claims[1]
    shifted = replace(
        claim, evidence=replace(claim.evidence, span=Span(claim.evidence.span.start + 1, claim.evidence.span.end + 1))
    )
    event = replace(coded.events[0], claims=(coded.events[0].claims[0], shifted))
    with pytest.raises(RefusedClaim, match=shifted.id):
        writer.write_coded(replace(coded, events=(event,)), RUN.id, "f")
    assert View(database).coded(document.id) is None
    assert View(database).counts()["claims"] == 0


def test_a_speaker_s_wrong_quotation_is_refused_too(database: Database) -> None:
    document = sample_document()
    writer = Writer(database)
    writer.write_run(RUN)
    writer.write_document(document)
    coded = sample_coded(document)
    claim = coded.events[0].claims[0]
    said = replace(claim.said_by[0], evidence=replace(claim.said_by[0].evidence, exact="generals"))
    event = replace(coded.events[0], claims=(replace(claim, said_by=(said,)),))
    with pytest.raises(RefusedClaim, match=claim.id):
        writer.write_coded(replace(coded, events=(event,)), RUN.id, "f")


def test_claims_of_the_latest_run_are_current_and_older_ones_stay(database: Database) -> None:
    document = sample_document()
    old = store(database, document)
    new = store(database, document, Run("run-2", "1", "{}", "{}"), confidence=0.9)
    view = View(database)
    assert view.coded(document.id) == new
    versions = view.find_claims(old.events[0].claims[0].id)
    assert [(v.claim.confidence, v.documents) for v in sorted(versions, key=lambda v: v.claim.confidence)] == [
        (0.5, ()),
        (0.9, (document.id,)),
    ]
    assert store(database, document) == view.coded(document.id)  # the first run again: current again


def test_coding_again_by_the_same_run_leaves_no_orphans(database: Database) -> None:
    document = sample_document()
    store(database, document)
    coded = store(database, document, confidence=0.8)
    assert View(database).counts()["claims"] == len(coded.events[0].claims)


def test_entries_come_back_and_are_found_by_filters(database: Database) -> None:
    document = sample_document()
    coded = store(database, document)
    entry = sample_entry(coded.events[0])
    planned = sample_entry(coded.events[0], "inc-2", Modality.PLANNED)
    joined = Joined(document.id, RUN.id, "f", "v")
    write_entries(database, [joined], [entry, planned], [Link("evt-a", "evt-b", 0.5, ("same day",))])

    def ids(**wanted: object) -> list[str]:
        return [e.id for e in Chronology(database, Filter(**wanted))]  # type: ignore[arg-type]

    assert list(Chronology(database)) == [entry]
    assert View(database).joined() == {document.id: joined}
    matching: list[dict[str, object]] = [
        {"since": "2019-03-03", "until": "2019-03-03"},
        {"countries": ["xx"]},
        {"actors": ["dawn"]},
        {"actors": ["red-dawn"]},
        {"places": ["SARV"]},
        {"types": ["armed attack"]},
        {"kinds": ["incident"]},
        {"families": ["attack"]},
        {"documents": [document.id]},
    ]
    for wanted in matching:
        assert ids(**wanted) == ["inc-1"], wanted
    others: list[dict[str, object]] = [
        {"since": "2019-03-04"},
        {"until": "2019-03-02"},
        {"countries": ["YY"]},
        {"actors": ["100%"]},
        {"places": ["_"]},
        {"kinds": ["statistic"]},
        {"documents": []},
    ]
    for wanted in others:
        assert ids(**wanted) == [], wanted
    assert ids(all=True) == ["inc-1", "inc-2"]
    assert [e.id for e in find(database, "inc-")] == ["inc-1", "inc-2"]
    assert list(verify(database)) == []


def test_an_entry_that_is_gone_lives_on_as_an_alias(database: Database) -> None:
    document = sample_document()
    coded = store(database, document)
    joined = Joined(document.id, RUN.id, "f", "v")
    for id in ("inc-1", "inc-2", "inc-3"):
        write_entries(database, [joined], [sample_entry(coded.events[0], id)], [])
    assert [e.id for e in Chronology(database)] == ["inc-3"]
    assert [(e.id, e.aliases) for e in find(database, "inc-1")] == [("inc-3", ("inc-1", "inc-2"))]


def test_an_entry_needs_a_claim_under_every_value(database: Database) -> None:
    document = sample_document()
    coded = store(database, document)
    entry = sample_entry(coded.events[0])
    joined = [Joined(document.id, RUN.id, "f", "v")]
    with pytest.raises(RefusedClaim, match="no claim"):
        write_entries(database, joined, [replace(entry, claims=())], [])
    with pytest.raises(RefusedClaim, match="does not hold"):
        write_entries(database, joined, [replace(entry, claims=entry.claims[:1])], [])
    assert list(Chronology(database)) == []


def test_erasing_takes_everything_but_what_others_share(database: Database) -> None:
    mine, other = sample_document(), sample_document(locator="reports/copy.txt")
    for document in (mine, other):
        coded = store(database, document)
        write_entries(database, [Joined(document.id, RUN.id, "f", "v")], [sample_entry(coded.events[0], document.id)], [])
    erase(database, mine.id, "2024-01-01T00:00:00Z")
    counts = View(database).counts()
    assert (counts["documents"], counts["texts"], counts["blobs"], counts["entries"], counts["claims"]) == (1, 1, 1, 1, 3)
    assert list(verify(database)) == []
    erase(database, other.id, "2024-01-02T00:00:00Z")
    counts = View(database).counts()
    assert {name for name, n in counts.items() if n} == {"runs", "log"}
    assert counts["log"] == 2


def test_erasing_has_those_who_shared_an_entry_joined_anew(database: Database) -> None:
    documents = [
        sample_document(),
        sample_document("Rebels killed 12 people in Sarvand, officials said. Talks may follow.", "b.txt"),
    ]
    coded = [store(database, document) for document in documents]
    entries = [sample_entry(one.events[0]) for one in coded]
    shared = replace(entries[0], claims=entries[0].claims + entries[1].claims, events=entries[0].events + entries[1].events)
    write_entries(database, [Joined(document.id, RUN.id, "f", "v") for document in documents], [shared], [])
    erase(database, documents[0].id, "2024-01-01T00:00:00Z")
    assert list(Chronology(database)) == []
    assert View(database).joined() == {}
    assert list(verify(database)) == []


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_a_text_that_no_database_keeps_is_refused(database: Database, character: str) -> None:
    with pytest.raises(RefusedText):
        Writer(database).write_document(sample_document(f"12 people{character}"))
    assert View(database).counts()["texts"] == 0


def test_a_reject_is_forgotten_once_its_input_is_read(database: Database) -> None:
    writer = Writer(database)
    writer.write_reject(Rejected("reports/a.txt", "read", "empty"))
    writer.write_reject(Rejected("reports/a.txt", "read", "still empty"))
    assert View(database).rejects() == [Rejected("reports/a.txt", "read", "still empty")]
    writer.write_document(sample_document())
    assert View(database).rejects() == []


def test_documents_are_found_by_id_prefix_and_path(database: Database) -> None:
    document = sample_document()
    store(database, document)
    view = View(database)
    for key in (document.id, document.id[:8], "reports/a.txt", "a.txt"):
        assert view.find_documents(key) == [document.id], key
    for key in ("%", "b.txt", "eports/a.txt"):
        assert view.find_documents(key) == [], key


def test_judgements_are_appended_and_logged(database: Database) -> None:
    judgement = Judgement("jud-1", "merge", ("inc-1", "inc-2"), "A. Analyst", "2024-01-01T00:00:00Z", "same prison")
    Writer(database).write_judgement(judgement)
    assert View(database).judgements() == [judgement]
    assert list(verify(database)) == []
    with database.transaction() as connection:
        connection.execute(t.log.update().values(subject="jud-2"))
    assert [p.kind for p in verify(database)] == ["log"]
