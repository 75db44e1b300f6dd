"""Write docs/picture.svg, what the main job prints of an example, from a real run: `python -m tools.picture FILE`."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
WIDTH = 104
REPORTS = "examples/reports/ansongo-*"
"""Two reports on one attack, with different figures."""
LINES = 42
"""Lines of the output that fit a page."""
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
"""Fonts from elsewhere: a picture of ours fetches nothing."""


def output() -> str:
    """Return what the main job prints on a terminal, in colour."""
    master, terminal = pty.openpty()
    reports = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob(REPORTS))
    env = {**os.environ, "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    env.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        program = str(Path(sys.executable).with_name("dateline"))
        command = [program, "run", *reports, "--db", f"{folder}/chronology.db"]
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=terminal, stderr=subprocess.DEVNULL) as process:
            os.close(terminal)
            text = b"".join(_all_of(master)).decode("utf-8")
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}")
    return text


def _all_of(master: int) -> Iterator[bytes]:
    try:
        while part := os.read(master, 65536):
            yield part
    except OSError:
        # Linux says so where others say end of file.
        return
    finally:
        os.close(master)


def draw(text: str, path: Path) -> None:
    """Draw the first lines of a terminal's output as a picture."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text(f"$ dateline run {REPORTS}\n", style="bold"))
        lines = text.splitlines()
        console.print(Text.from_ansi("\n".join(lines[:LINES])))
        if len(lines) > LINES:
            console.print(Text(f"… and {len(lines) - LINES} lines more", style="dim"))
        picture = console.export_svg(title="dateline", unique_id="dateline")
    path.write_text(FONT_FACE.sub("", picture).replace("Fira Code, monospace", "monospace"), encoding="utf-8")


def main() -> None:
    """Draw the picture into the file named on the command line."""
    draw(output(), Path(sys.argv[1]))


if __name__ == "__main__":
    main()
