"""Cold start: `dateline run` of one article against loading spaCy and parsing the same article."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.throughput import MODEL

PARSE = f"import pathlib, spacy, sys; spacy.load({MODEL!r})(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))"


@dataclass(frozen=True)
class Cold:
    """Best wall-clock times of several interleaved rounds, in seconds."""

    words: int
    parse_s: float
    run_s: float

    @property
    def ratio(self) -> float:
        """Return how many times longer `dateline run` takes."""
        return self.run_s / self.parse_s


def measure(article: str, rounds: int) -> Cold:
    """Start both in turn, each in a process of its own; the first round only fills the file cache."""
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article, encoding="utf-8")
        program = str(Path(sys.executable).with_name("dateline"))
        for number in range(rounds + 1):
            database = Path(folder) / f"{number}.db"
            parse = _timed([sys.executable, "-c", PARSE, str(path)], folder)
            run = _timed([program, "run", str(path), "--format", "jsonl", "--db", str(database)], folder)
            pairs.append((parse, run))
    return Cold(len(article.split()), min(p[0] for p in pairs[1:]), min(p[1] for p in pairs[1:]))


def _timed(command: list[str], folder: str) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return time.perf_counter() - start
