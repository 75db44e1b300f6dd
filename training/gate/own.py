"""Own texts: lines written for this, and the codebook's examples. The corpora lack most subjects that are not ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from dateline.resources.codebook import loader
from training.gate.labels import Found, Labelled

TEXTS = Path(__file__).parent / "texts"
TYPES = Path(loader.__file__).with_name("types")
OWN = "own"
NOT_OURS = frozenset({"other accident"})
"""Types whose examples do not tell political violence."""


def own_texts() -> Iterator[Labelled]:
    """Yield lines as documents, each relevant from its first character to its last, or not at all."""
    for number, line in enumerate(_lines("relevant")):
        yield _relevant(f"relevant {number}", line)
    for path in sorted(TYPES.glob("*.yaml")):
        for name, described in yaml.safe_load(path.read_text(encoding="utf-8"))["types"].items():
            if name not in NOT_OURS:
                for number, example in enumerate(described.get("examples", ())):
                    yield _relevant(f"{name} {number}", example)
    for number, line in enumerate(_lines("irrelevant")):
        yield Labelled(OWN, f"irrelevant {number}", (line,), False)


def _lines(name: str) -> list[str]:
    return [line for line in (TEXTS / f"{name}.txt").read_text(encoding="utf-8").split("\n") if line]


def _relevant(id: str, line: str) -> Labelled:
    found = tuple(Found(at, "armed attack", "attack", True) for at in range(len(line)))
    return Labelled(OWN, id, (line,), True, found)
