"""The program as a process of its own: pipes, start-up time, and help that waits for no parser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dateline.store import Database
from tests.store.samples import sample_document, store

PROGRAM = [sys.executable, "-c", "from dateline.cli import main; main(prog_name='dateline')"]


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Database(str(path)) as database:
        store(database, sample_document())
    command = [*PROGRAM, "why-not", "a.txt", "--db", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_help_imports_no_job() -> None:
    code = "import sys; from dateline.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rsplit("\n", 2)[-2].split())
    assert not loaded & {"spacy", "sqlalchemy", "alembic", "dateline.store", "dateline.jobs"}


def test_the_parent_of_the_workers_never_loads_the_parser() -> None:
    code = "import sys; import dateline.cli.run; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"spacy", "thinc", "alembic"}
