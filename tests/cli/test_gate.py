from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from dateline.jobs.pool import PoolOptions
from tests.cli.conftest import Call

CAKE = "Beat the eggs with the sugar, fold in the flour and bake the cake for forty minutes in a moderate oven.\n"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, call: Call, report: Path, tmp_path: Path) -> Path:
    """Return a folder with a report of two killings and a recipe, where the gate is asked."""
    gated = partial(PoolOptions, pipeline="tests.jobs.fakes:build_gated")
    monkeypatch.setattr("dateline.cli.run.PoolOptions", gated)
    monkeypatch.setattr("dateline.cli.code.PoolOptions", gated)
    (tmp_path / "cake.txt").write_text(CAKE, encoding="utf-8")
    return tmp_path


def test_what_is_not_about_political_violence_is_counted_and_says_why(call: Call, folder: Path) -> None:
    result = call("run", "report.txt", "cake.txt")
    assert result.exit_code == 0
    assert "2 reports (2 coded now, 1 of them not about political violence): 2 entries" in result.stderr
    why = call("why-not", "cake.txt").stdout
    assert why.startswith("- [0, 103) gate: not about political violence (probability 0.0")
    assert "--no-gate codes it" in why
    assert "(all coded before): 2 entries" in call("run", "report.txt", "cake.txt").stderr


def test_no_gate_codes_everything_anew(call: Call, folder: Path) -> None:
    call("run", "report.txt", "cake.txt")
    assert "2 reports (2 coded now): 2 entries" in call("run", "report.txt", "cake.txt", "--no-gate").stderr
    assert call("why-not", "cake.txt").stdout == ""
    assert "2 reports coded, 1 of them not about political violence, 0 coded before" in call("code").stderr
    assert "2 reports coded, 0 coded before" in call("code", "--no-gate").stderr
