"""The truecaser's knowledge at run time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WEIGHTS = Path(__file__).parent / "truecase_en.json.gz"
"""Trained by `python -m dateline.extract.parse.truecase_train`, whose text says on what."""
PHRASES = Path(__file__).parent.parent / "compiled" / "truecase_phrases.json"
"""Names of several words, and acronyms, compiled from the gazetteer and the actor register."""


@dataclass(frozen=True, slots=True)
class CaseModel:
    """What a truecaser knows.

    `priors` maps a word to the bucket of its case frequencies (a digit: the rounded log odds of lower case; `k` to `n`:
    more often a capital, `n` least so; `U`: mostly in capitals), `weights` a feature to the weights of the three classes,
    `phrases` the first word of a known name to (its words in lower case, its words as printed), longest first.
    """

    priors: Mapping[str, str]
    weights: Mapping[str, Sequence[int]]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]


@lru_cache(maxsize=1)
def load_case_model() -> CaseModel:
    """Return the model, read once a process and only when a text needs it. Raises FileNotFoundError if it was not built."""
    data = json.loads(gzip.decompress(WEIGHTS.read_bytes()))
    priors = {word: bucket for bucket, words in data["priors"].items() for word in words.split()}
    return CaseModel(priors, data["weights"], load_phrases())


def load_phrases(path: Path = PHRASES) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the known names by their first word in lower case."""
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for printed in json.loads(path.read_text(encoding="utf-8")):
        words = tuple(printed.replace("-", " ").split())
        stems = tuple(w.lower() for w in words)
        phrases.setdefault(stems[0], []).append((stems, words))
    for entries in phrases.values():
        entries.sort(key=lambda e: (-len(e[0]), e))
    return phrases
