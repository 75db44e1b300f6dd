"""Classes: words that our own lists put together, so that a rare word weighs what its class does.

The lists are those of the frames (words that tell attacks, battles, unrest, custody; nouns of kinds), those of the instruments,
and, for what is not ours, those of `texts/topics.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

from dateline.resources.frames import loader
from dateline.resources.lexicons.truecase import load_case_model

FRAMES = Path(loader.__file__).with_name("data")
INSTRUMENTS = FRAMES.parents[1] / "instruments" / "data" / "instruments.yaml"
TOPICS = Path(__file__).parent / "texts" / "topics.yaml"
ACTS = ("attack", "battle", "unrest", "custody")
KINDS = ("armed", "militant", "prisoners", "protesters", "casualty", "violence", "arms", "fighting")
_PLAIN = re.compile(r"[a-z]+(?:[ -][a-z]+)?\Z")
_VOWEL = "aeiou"
_S = {"s": "es", "x": "es", "z": "es", "h": "es"}
_GENERAL = frozenset({"take", "level"})
"""Lemmas of the lists that tell other things far more often."""
_IRREGULAR = {
    "shoot": "shot", "fight": "fought", "flee": "fled", "throw": "threw thrown", "blow": "blew blown", "slay": "slew slain",
    "gunman": "gunmen", "policeman": "policemen", "militiaman": "militiamen", "hitman": "hitmen",
}  # fmt: skip


def classes() -> dict[str, frozenset[str]]:
    """Return words and pairs of words, as the gate sees them, by class."""
    known = frozenset(load_case_model().priors)
    found = {}
    for family in ACTS:
        verbs, nouns = _acts(family)
        found[f"acts of {family}"] = _forms(nouns, _plural, known) | _forms(verbs, _inflected, known)
    listed = yaml.safe_load((FRAMES / "classes.yaml").read_text(encoding="utf-8"))
    found |= {kind: _forms(listed[kind], _plural, known) for kind in KINDS}
    found["instruments"] = _forms(_instruments(), _plural, known)
    ours = frozenset(word for members in found.values() for word in members)
    topics = yaml.safe_load(TOPICS.read_text(encoding="utf-8"))
    return found | {f"topic {topic}": frozenset(words.split()) - ours for topic, words in topics.items()}


def _acts(family: str) -> tuple[list[str], list[str]]:
    frames = yaml.safe_load((FRAMES / f"{family}.yaml").read_text(encoding="utf-8"))["frames"]
    verbs, nouns = ([word for frame in frames for word in frame.get(part, ())] for part in ("verbs", "nouns"))
    return verbs, nouns


def _instruments() -> Iterator[str]:
    for groups in yaml.safe_load(INSTRUMENTS.read_text(encoding="utf-8"))["kinds"].values():
        for group in groups:
            yield from group["terms"]


def _forms(lemmas: Iterable[str], forms: Callable[[str], Iterator[str]], known: frozenset[str]) -> frozenset[str]:
    """Return the forms of plain lemmas and compounds of two words; others, with gaps or names, are left out."""
    out: set[str] = set()
    for lemma in lemmas:
        if lemma not in _GENERAL and _PLAIN.match(lemma):
            *before, last = lemma.replace("-", " ").split()
            out |= {" ".join((*before, form)) for form in forms(last) if form in known}
    return frozenset(out)


def _plural(word: str) -> Iterator[str]:
    yield word
    yield from _IRREGULAR.get(word, "").split()
    yield word[:-1] + "ies" if word[-1] == "y" and word[-2:-1] not in _VOWEL else word + _S.get(word[-1], "s")


def _inflected(word: str) -> Iterator[str]:
    """Yield what the forms of a verb would be by any rule; those that are no words are not known."""
    yield from _plural(word)
    yield word + "es"
    for stem in (word, word + word[-1], word.removesuffix("e"), word[:-1] + "i" if word[-1] == "y" else word):
        yield from (stem + "ed", stem + "ing")
