"""Gate: a linear model over words that tells, before anything is parsed, whether a document is about political violence.

Its weights are of words and pairs of words that several corpora share, none of them a name, and case does not count. They are
made by `python -m training.gate`, which also sets the thresholds and says in `weights.json` on what.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.json")
WINDOW = 40
"""Words of a window. A document is as relevant as its most relevant window, so that one paragraph on an attack is enough."""
NARROW = 20
"""Words of a narrow window, so that one sentence among others on something else is enough, too."""
MOST = 50_000
"""Words that are looked at. What is longer than a hundred pages has told by then what it is about, or tells everything."""
AVERAGE = (-4.0, 2.0)
"""Bounds within which the average score counts."""
NUMBER = "0"
_WORD = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+){0,8}")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, all numbers as one."""
    return [word if word >= "a" else NUMBER for word in _WORD.findall(text.lower())]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate makes of a document: how likely it is relevant (0 to 1), and the least that will do."""

    probability: float
    threshold: float

    @property
    def passes(self) -> bool:
        """Tell whether the document is to be coded."""
        return self.probability >= self.threshold


@dataclass(frozen=True, slots=True)
class Scale:
    """What turns scores into a probability: weights of the best window's and of the average score, a shift; and the threshold."""

    best: float
    average: float
    shift: float
    threshold: float

    def verdict(self, best: float, average: float) -> Verdict:
        """Return the verdict on a document. The average counts within bounds, as one paragraph may be all there is."""
        bounded = max(AVERAGE[0], min(AVERAGE[1], average))
        logit = self.best * best + self.average * bounded + self.shift
        return Verdict(1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, logit)))), self.threshold)


@dataclass(frozen=True, slots=True)
class Gate:
    """Log-odds of words (`police`) and of pairs of words (`opened fire`), and what turns them into a probability."""

    weights: Mapping[str, float]
    bias: float
    short: float
    """Weight of the logarithm of how many times shorter than a window a text is."""
    scales: tuple[Scale, Scale]
    """Of texts of a window or more, and of shorter ones, which give less to go by."""
    version: str

    def verdict(self, texts: Sequence[str]) -> Verdict:
        """Judge a document by the stretches of it that would be coded."""
        words: list[str] = []
        for text in texts:
            words += words_of(text[: MOST * 16])
            if len(words) > MOST:
                break
        scores = self.scores(words)
        return self.scales[len(words) < WINDOW].verdict(max(scores), sum(scores) / len(scores))

    def scores(self, words: Sequence[str]) -> list[float]:
        """Return the log-odds of every window, wide and narrow; or of the whole text if it is shorter than a window."""
        told = self.told(words)
        if len(words) < WINDOW:
            return [self._prior(len(words)) + sum(told)]
        sums = list(accumulate(told, initial=0.0))
        return [
            end - start + prior
            for width, prior in ((WINDOW, self._prior(WINDOW)), (NARROW, self._prior(NARROW)))
            for start, end in zip(sums, sums[width:], strict=False)
        ]

    def _prior(self, length: int) -> float:
        """Return the log-odds of so many words that tell nothing."""
        return self.bias + self.short * math.log(WINDOW / max(1, length))

    def told(self, words: Sequence[str]) -> list[float]:
        """Return what each word tells, with the pair it begins."""
        find = self.weights.get
        told = [find(a, 0.0) + find(f"{a} {b}", 0.0) for a, b in pairwise(words)]
        return [*told, find(words[-1], 0.0)] if words else []

    def reasons(self, words: Sequence[str], most: int = 5) -> list[tuple[str, float]]:
        """Return the words and pairs of words that weigh most, heaviest first."""
        there = dict.fromkeys((*words, *(f"{a} {b}" for a, b in pairwise(words))))
        weighed = [(name, self.weights[name]) for name in there if name in self.weights]
        return sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def load_gate() -> Gate | None:
    """Return the gate that belongs to this version, or none where none has been trained."""
    if not WEIGHTS.is_file():
        return None
    read = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    weights = {name: float(weight) for weight, names in read["weights"].items() for name in names.split("|")}
    scales = (Scale(**read["scales"]["long"]), Scale(**read["scales"]["short"]))
    return Gate(weights, read["bias"], read["short"], scales, read["version"])
