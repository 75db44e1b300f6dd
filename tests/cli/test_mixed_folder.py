"""A folder of good reports and everything that a folder should not hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.store import Database, View, verify
from tests.conftest import ROOT

STORY = (
    "Officials in the province said on Monday that gunmen killed {n} people near the old market, and that others were hurt. "
    "The mayor, José Nuñez, said that the “Café Señal” had been closed since."
)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89" + bytes(range(256)) * 8
BAD = {"empty.txt", "blank.txt", "picture.txt", "line.txt", "dangling.txt", "pipe.txt", "self.txt"}
PROGRAM = """
import resource, sys
from functools import partial
from unittest.mock import patch
from dateline.cli import main
from dateline.jobs.pool import PoolOptions
import dateline.cli.run
code = 0
with patch("dateline.cli.run.PoolOptions", partial(PoolOptions, pipeline="tests.jobs.fakes:build_fake")):
    try:
        main(sys.argv[1:])
    except SystemExit as e:
        code = e.code
print("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of five good reports and nine other things."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(STORY.format(n=1), encoding="utf-8")
    (folder / "latin.txt").write_bytes(STORY.format(n=2).replace("“", '"').replace("”", '"').encode("latin-1"))
    (folder / "wide.txt").write_bytes(STORY.format(n=3).encode("utf-16"))
    (folder / "page.html").write_text(
        f"<html><body><article><p>{STORY.format(n=4)}</p></article></body></html>", encoding="utf-8"
    )
    (folder / "x.txt").mkdir()
    (folder / "x.txt" / "inner.txt").write_text(STORY.format(n=5), encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "blank.txt").write_text(" \n\n ")
    (folder / "picture.txt").write_bytes(PNG)
    (folder / "line.txt").write_bytes(b"one long line without an end and nothing in it " * 640_000)
    (folder / "deep.html").write_text("<div>" * 10_000 + STORY.format(n=6) + "</div>" * 10_000)
    (folder / "dangling.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "loop").symlink_to(folder)
    return folder


def test_the_good_ones_are_coded_and_each_bad_one_is_named(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, "run", "in", "--db", "a.db", "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 3, done.stderr
    rejects = {Path(r["locator"]).name: r for r in map(json.loads, (tmp_path / "rejects.jsonl").read_text().splitlines())}
    assert set(rejects) >= BAD
    assert set(rejects) <= BAD | {"deep.html", "loop"}
    assert all(r["reason"] and r["step"] == "read" for r in rejects.values())
    killed = sorted(entry["quantities"][0]["best"] for entry in map(json.loads, done.stdout.splitlines()))
    assert killed in ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6])
    with Database(str(tmp_path / "a.db")) as database:
        assert list(verify(database)) == []
        assert len(View(database).rejects()) == len(rejects)
    kilobytes = int(done.stderr.rsplit("memory ", 1)[1])
    assert kilobytes < 1_000_000
