"""The rejects file: one line of JSON for each input that yielded nothing, with the step that refused it and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from dateline.store import Rejected


def write_rejects(path: Path, rejects: Iterable[Rejected]) -> None:
    """Write the rejects of a job in place of what the file held."""
    lines = [json.dumps({"locator": r.locator, "step": r.step, "reason": r.reason}, ensure_ascii=False) + "\n" for r in rejects]
    path.write_bytes("".join(lines).encode("utf-8", "backslashreplace"))
