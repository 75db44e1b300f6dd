from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console
from rich.progress import Progress

from dateline.cli.progress import Bar, listening
from dateline.jobs.progress import SILENT


def test_a_bar_shows_one_stage_at_a_time() -> None:
    with Progress(console=Console(file=StringIO())) as progress:
        bar = Bar(progress)
        bar.begin("reading", None)
        bar.advance()
        bar.begin("coding", 10)
        bar.advance()
        (task,) = progress.tasks
        assert (task.description, task.total, task.completed) == ("coding", 10, 1)


def test_nothing_is_drawn_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", StringIO())
    with listening() as progress:
        assert progress is SILENT
