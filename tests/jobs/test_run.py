"""The main job with a fake pipeline: idempotent, resumable, and never stopped by a bad input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import link
from dateline.jobs.pool import PoolOptions
from dateline.jobs.run import RunOptions, RunResult, run
from dateline.link import Source
from dateline.model.claim import EventRecord
from dateline.model.document import Document
from dateline.model.entry import Entry, Link, Relation, Run
from dateline.read import ReadOptions
from dateline.store import EVERYTHING, Database, View, entries_of, verify
from tests.jobs.dump import dump

FAKE = PoolOptions(workers=2, pipeline="tests.jobs.fakes:build_fake")
OPTIONS = RunOptions(ReadOptions(), FAKE)
SENTENCES = (
    "Officials in the province said on Monday that {who} killed {n} people near the old market, and that others were hurt. "
    "The report was published by the ministry in the evening."
)
RUN = Run("run-fake", "0", "{}", "{}")


@pytest.fixture(autouse=True)
def one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the version still: while tests run, somebody may be at work on the code."""
    monkeypatch.setattr("dateline.jobs.code.current_run", lambda config: RUN)
    monkeypatch.setattr("dateline.jobs.link.fingerprint", str)


def reports(folder: Path, number: int, extra: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    for i in range(number):
        who = ("gunmen", "rebels", "soldiers")[i % 3]
        (folder / f"{i:03}.txt").write_text(SENTENCES.format(who=who, n=i + 1) + extra, encoding="utf-8")
    return folder


def run_in(folder: Path, path: Path, options: RunOptions = OPTIONS) -> RunResult:
    with Database(str(path)) as database:
        return run(database, [str(folder)], options)


def test_every_stage_is_done_once(tmp_path: Path) -> None:
    result = run_in(reports(tmp_path / "in", 7), tmp_path / "a.db")
    assert (len(result.read.documents), result.read.new, result.coded.coded, result.linked.joined) == (7, 7, 7, 7)
    assert result.rejects == []
    with Database(str(tmp_path / "a.db")) as database:
        assert len(entries_of(database, EVERYTHING)) == 7
        assert list(verify(database)) == []


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 7)
    run_in(folder, tmp_path / "a.db")
    before = dump(tmp_path / "a.db")
    again = run_in(folder, tmp_path / "a.db")
    assert (again.read.new, again.coded.coded, again.coded.before, again.linked.joined) == (0, 0, 7, 0)
    assert dump(tmp_path / "a.db") == before


def test_one_process_and_several_write_the_same(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 40)
    run_in(folder, tmp_path / "two.db")
    run_in(folder, tmp_path / "one.db", replace(OPTIONS, pool=replace(FAKE, workers=1)))
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")


def test_the_same_text_in_two_files_is_two_documents(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 1)
    (folder / "copy.txt").write_bytes((folder / "000.txt").read_bytes())
    run_in(folder, tmp_path / "a.db")
    with Database(str(tmp_path / "a.db")) as database:
        assert len(entries_of(database, EVERYTHING)) == 2
        assert View(database).counts()["texts"] == 1
        assert list(verify(database)) == []


def test_a_stated_date_that_changes_has_the_document_coded_again(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 3)
    run_in(folder, tmp_path / "a.db")
    dated = replace(OPTIONS, read=ReadOptions(published="2020-01-01"))
    again = run_in(folder, tmp_path / "a.db", dated)
    assert (again.read.new, again.coded.coded, again.linked.joined) == (3, 3, 3)
    with Database(str(tmp_path / "a.db")) as database:
        assert View(database).counts()["coded"] == 3


def test_bad_documents_are_rejected_alone_and_by_name(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 4)
    for name in ("RAISE", "CRASH", "WRONG"):
        (folder / f"{name}.txt").write_text(SENTENCES.format(who="gunmen", n=3) + f"\n\nThe word is {name}.", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    result = run_in(folder, tmp_path / "a.db")
    assert [(Path(r.locator).name, r.step) for r in result.rejects] == [
        ("CRASH.txt", "worker"),
        ("RAISE.txt", "KillStep"),
        ("WRONG.txt", "store"),
        ("empty.txt", "read"),
    ]
    assert "claim clm-" in result.rejects[2].reason
    with Database(str(tmp_path / "a.db")) as database:
        assert View(database).rejects() == result.rejects
        assert len(entries_of(database, EVERYTHING)) == 4
    before = dump(tmp_path / "a.db")
    assert run_in(folder, tmp_path / "a.db").rejects == result.rejects
    assert dump(tmp_path / "a.db") == before


def test_a_document_that_cannot_be_joined_is_rejected_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def chronology(events: Sequence[EventRecord], sources: Mapping[str, Source]) -> tuple[list[Entry], list[Link]]:
        if "killed 2 people" in next(iter(sources.values())).text:
            raise ZeroDivisionError("no two")
        return real(events, sources)

    real = link.chronology
    folder = reports(tmp_path / "in", 3)
    with monkeypatch.context() as patch:
        patch.setattr("dateline.jobs.link.chronology", chronology)
        result = run_in(folder, tmp_path / "a.db")
    assert [(Path(r.locator).name, r.step, r.reason) for r in result.rejects] == [
        ("001.txt", "link", "failed with ZeroDivisionError: no two")
    ]
    assert result.linked.joined == 2
    assert run_in(folder, tmp_path / "a.db").rejects == []


def test_an_entry_holds_the_claims_of_its_neighbours_on_which_it_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def chronology(events: Sequence[EventRecord], sources: Mapping[str, Source]) -> tuple[list[Entry], list[Link]]:
        entries, links = link.chronology(events, sources)
        first, second = entries
        relation = Relation("follows", first.id, (first.claims[0].claim.id,))
        return [first, replace(second, relations=(relation,))], links

    monkeypatch.setattr("dateline.jobs.link.chronology", chronology)
    folder = tmp_path / "in"
    folder.mkdir()
    text = "Officials said on Monday that gunmen killed 4 people in the hills and that rebels killed 7 people on the road."
    (folder / "a.txt").write_text(text)
    assert run_in(folder, tmp_path / "a.db").rejects == []
    with Database(str(tmp_path / "a.db")) as database:
        by_relation = {bool(entry.relations): entry for entry in entries_of(database, EVERYTHING)}
    assert by_relation[True].relations[0].entry == by_relation[False].id
    assert len(by_relation[True].claims) == len(by_relation[False].claims) + 1


def test_a_reject_that_is_mended_is_no_longer_one(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 1)
    (folder / "000.txt").write_bytes(b"")
    assert len(run_in(folder, tmp_path / "a.db").rejects) == 1
    reports(folder, 1)
    assert run_in(folder, tmp_path / "a.db").rejects == []
    with Database(str(tmp_path / "a.db")) as database:
        assert View(database).rejects() == []


SCRIPT = """
import sys
from unittest.mock import patch
from dateline.store import Database
from dateline.jobs.run import run
from tests.jobs.test_run import OPTIONS, RUN
with patch("dateline.jobs.code.current_run", lambda config: RUN), patch("dateline.jobs.link.fingerprint", str):
  with Database(sys.argv[2]) as database:
      run(database, [sys.argv[1]], OPTIONS)
"""


def start(folder: Path, path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder), str(path)], start_new_session=True)


def coded_count(path: Path) -> int:
    if not path.exists():
        return 0
    with Database(str(path)) as database:
        return View(database).counts()["coded"]


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_what_is_interrupted_half_way_is_gone_on_with(tmp_path: Path, end: signal.Signals) -> None:
    folder = reports(tmp_path / "in", 40, "\n\nThis is SLOW to read.")
    path = tmp_path / "a.db"
    process = start(folder, path)
    deadline = time.monotonic() + 60
    while coded_count(path) == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(process.pid, end)
    assert process.wait(30) != 0
    assert 0 < coded_count(path) < 40
    result = run_in(folder, path)
    assert 0 < result.coded.before < 40
    run_in(folder, tmp_path / "whole.db")
    assert dump(path) == dump(tmp_path / "whole.db")


def test_raw_bytes_are_kept_as_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = SENTENCES.format(who="gunmen", n=3).replace("ministry", "Ministère")
    (folder / "a.txt").write_bytes(text.encode("latin-1"))
    run_in(folder, tmp_path / "a.db")
    with Database(str(tmp_path / "a.db")) as database:
        view = View(database)
        document: Document = view.document(view.states()[0].document)
        assert view.raw(document.capture.sha256) == text.encode("latin-1")
        assert "Ministère" in document.text
