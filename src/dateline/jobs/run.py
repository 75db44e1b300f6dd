"""The main job: read, code and link what some paths hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.jobs.code import CodeResult, code
from dateline.jobs.link import LinkResult, link
from dateline.jobs.pool import PoolOptions
from dateline.jobs.progress import SILENT, Progress
from dateline.jobs.read import ReadResult, read
from dateline.read import ReadOptions
from dateline.store import Database, Rejected


@dataclass(frozen=True, slots=True)
class RunResult:
    """What each stage did."""

    read: ReadResult
    coded: CodeResult
    linked: LinkResult

    @property
    def rejects(self) -> list[Rejected]:
        """Return what was rejected at any stage, by locator."""
        return sorted(
            [*self.read.rejects, *self.coded.rejects, *self.linked.rejects], key=lambda reject: (reject.locator, reject.step)
        )


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to read, and how to code; no pool options mean as many workers as there are cores and work for.

    `ours` are files that this job writes and must not take for reports.
    """

    read: ReadOptions
    pool: PoolOptions | None = None
    ours: tuple[Path, ...] = ()


def run(database: Database, paths: Sequence[str], options: RunOptions, progress: Progress = SILENT) -> RunResult:
    """Read, code and link what `paths` hold. Running again does what is left to do, and otherwise nothing."""
    done = read(database, paths, options.read, progress, options.ours)
    coded = code(database, done.documents, options.pool, progress)
    return RunResult(done, coded, link(database, done.documents, progress))
