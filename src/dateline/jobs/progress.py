"""How a job tells how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Listens to a job."""

    def begin(self, stage: str, total: int | None) -> None:
        """Hear that a stage begins, with how many things to do if that is known."""

    def advance(self) -> None:
        """Hear that one more thing is done."""


class Silent:
    """Listens to nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""


SILENT = Silent()
