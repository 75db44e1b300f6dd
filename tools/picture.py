"""Write docs/picture.svg, what `dateline run examples/reports` prints, from a real run: `python -m tools.picture FILE`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
WIDTH = 110
LINES = 34
"""Lines of the output that fit a page."""
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
"""Fonts from elsewhere: a picture of ours fetches nothing."""


def output() -> str:
    """Return what the main job prints for the examples, in colour."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("dateline")), "run", "examples/reports", "--db", f"{folder}/chronology.db"]
        env = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
        env.pop("NO_COLOR", None)
        done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return done.stdout


def draw(text: str, path: Path) -> None:
    """Draw the first lines of a terminal's output as a picture."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text("$ dateline run examples/reports", style="bold"))
        lines = text.splitlines()
        console.print(Text.from_ansi("\n".join(lines[:LINES])))
        if len(lines) > LINES:
            console.print(Text(f"… {len(lines) - LINES} more lines", style="dim"))
        picture = console.export_svg(title="dateline", unique_id="dateline")
    path.write_text(FONT_FACE.sub("", picture).replace("Fira Code, monospace", "monospace"), encoding="utf-8")


def main() -> None:
    """Draw the picture into the file named on the command line."""
    draw(output(), Path(sys.argv[1]))


if __name__ == "__main__":
    main()
