"""The program as it is, with its own pipeline, on a report of ours."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.jobs.dump import dump

PROGRAM = [sys.executable, "-c", "from dateline.cli import main; main(prog_name='dateline')"]
REPORT = """\
Gunmen attack prison near Aleppo

At least 12 people were killed when gunmen attacked a prison near Aleppo on 3 March 2019, officials said. About 40 prisoners
escaped, according to the interior ministry.

Police arrested six suspects in Damascus a day later.
"""


def dateline(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=300)


def runs(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute("SELECT count(*) FROM runs").fetchone()[0])


def test_a_report_becomes_a_chronology_that_verifies(tmp_path: Path) -> None:
    for i in range(4):
        (tmp_path / f"{i}.txt").write_text(REPORT.replace("six", str(i + 6)), encoding="utf-8")
    files = [f"{i}.txt" for i in range(4)]
    result = dateline(tmp_path, "run", *files, "--format", "jsonl")
    assert result.returncode == 0, result.stderr
    entries = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"2019-03-03", "2019-03-04"} <= {entry["date"]["edtf"] for entry in entries if entry["date"]}
    assert all(entry["claims"] for entry in entries)
    before = dump(tmp_path / "chronology.db")
    again = dateline(tmp_path, "run", *files, "--format", "jsonl")
    assert (again.returncode, again.stdout) == (0, result.stdout)
    if runs(tmp_path / "chronology.db") == 1:  # else somebody changed the code between the two
        assert dump(tmp_path / "chronology.db") == before
    verified = dateline(tmp_path, "verify")
    assert verified.returncode == 0, verified.stdout
    two = dateline(tmp_path, "run", *files, "--format", "jsonl", "--jobs", "2", "--db", "two.db")
    assert two.stdout == result.stdout
