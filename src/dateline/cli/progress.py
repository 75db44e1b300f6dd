"""Progress for people: a bar on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.jobs.progress import SILENT
from dateline.jobs.progress import Progress as Listener

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """One bar on standard error, begun anew for each stage."""

    def __init__(self, progress: Progress) -> None:
        """Draw on `progress`."""
        self._progress = progress
        self._task: TaskID | None = None

    def begin(self, stage: str, total: int | None) -> None:
        """Show a new stage in place of the one before."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(stage, total=total)

    def advance(self) -> None:
        """Show one more thing as done."""
        if self._task is not None:
            self._progress.advance(self._task)


@contextmanager
def listening() -> Iterator[Listener]:
    """Yield what listens to a job: a bar if standard error is a terminal."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    # Takes a tenth of a second to import, for nothing where nobody looks.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress)
