"""Ctrl-C: what is done stays, and one line says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from dateline.store import Database, View
from tests.cli.test_mixed_folder import PROGRAM, STORY
from tests.conftest import ROOT


def coded(path: Path) -> int:
    if not path.exists():
        return 0
    with Database(str(path)) as database:
        return View(database).counts()["coded"]


def test_an_interrupted_run_keeps_what_is_done_and_says_so(tmp_path: Path) -> None:
    for i in range(60):
        (tmp_path / f"{i:02}.txt").write_text(STORY.format(n=i + 1) + "\n\nThis is SLOW to read.", encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "run", ".", "--db", "a.db", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # A session of its own, and the signal to all of it, as a terminal does.
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while coded(tmp_path / "a.db") == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "interrupted; what is done is kept" in messages
    assert "Traceback" not in messages
    assert 0 < coded(tmp_path / "a.db") < 60
