from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.jobs.pool import PoolOptions
from tests.conftest import ROOT

Call = Callable[..., Result]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Return what runs a command with the fake pipeline in a folder of its own."""
    fake = partial(PoolOptions, pipeline="tests.jobs.fakes:build_fake")
    monkeypatch.setattr("dateline.cli.run.PoolOptions", fake)
    monkeypatch.setattr("dateline.cli.code.PoolOptions", fake)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep))
    monkeypatch.delenv("DATELINE_DB", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, arguments, input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report of two killings."""
    path = tmp_path / "report.txt"
    path.write_text(
        "Officials in the province said on Monday that gunmen killed 12 people near the old market, and that rebels killed "
        "3 people on the road to the capital.\n\nThe ministry said that it would hold talks with the elders of both towns.\n",
        encoding="utf-8",
    )
    return path
