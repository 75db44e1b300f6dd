"""Keys under which names are stored and looked up: spelling folded, and a skeleton that transliterations share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

_SPLIT = re.compile(r"[\s\-‐‑–—/()\[\]\"“”«»,:&]+")
_DROP = re.compile(r"['’‘ʼ`ʿʾ.]")
SKIPPED = frozenset({"", "s", "al", "el", "e", "i", "ul", "an", "ar", "as", "ash", "ad", "at", "az", "ud", "ush"})
"""Parts that never count: articles and linking letters that one spelling has and another has not."""
_SPELLINGS = {
    "defense": "defence", "organization": "organisation", "organizations": "organisations", "center": "centre",
    "mobilization": "mobilisation", "labor": "labour", "program": "programme", "anticommunist": "anti communist",
    "peoples": "people", "wal": "wa", "moslem": "muslim", "shiite": "shia", "stabilization": "stabilisation",
    "armored": "armoured", "workers": "worker",
}  # fmt: skip
_DIGRAPHS = (("dj", "j"), ("dh", "d"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("sch", "x"), ("sh", "x"),
             ("ch", "c"), ("q", "k"), ("tz", "z"), ("ts", "z"))  # fmt: skip
_LONGEST = 60


class Part(NamedTuple):
    """One part of a token: its folded form, its skeleton, and whether it is written with a capital."""

    fold: str
    skeleton: str
    upper: bool


@lru_cache(maxsize=65536)
def parts(text: str) -> tuple[Part, ...]:
    """Return the parts of a token or phrase that count for look-up, none for one that is skipped."""
    if len(text) > _LONGEST and " " not in text:
        return (Part(text[:_LONGEST], "", False),)
    if text in ("'s", "’s", "'", "’"):
        return ()
    out = []
    for piece in _SPLIT.split(text if text.isascii() else anyascii(text)):
        written = _DROP.sub("", piece[:-2] if piece.endswith(("'s", "’s")) else piece)
        lower = written.lower()
        if lower in SKIPPED:
            continue
        for fold in _SPELLINGS.get(lower, lower).split(" "):
            out.append(Part(fold, skeleton(fold), written[:1].isupper() or written[:1].isdigit()))
    return tuple(out)


def skeleton(folded: str) -> str:
    """Return the consonants of a folded word, those that transliterations exchange made one: `qureshi` and `qurayshi` -> `krxi`.

    A vowel at the start stays as `a`; the empty string for a word with digits.
    """
    if not folded.isalpha():
        return ""
    word = folded
    for old, new in _DIGRAPHS:
        word = word.replace(old, new)
    word = word.replace("c", "k") if "c" in word and not folded.startswith("ch") else word
    out: list[str] = []
    for i, letter in enumerate(word):
        if letter in "aeiouy" or (letter in "hw" and i > 0):
            if i == 0:
                out.append("a" if letter != "y" else "y")
            continue
        if i > 0 and word[i - 1] == letter:
            continue
        out.append(letter)
    # The ending of "Baghdadi" tells a person from the town of Baghdad, and every transliteration keeps it.
    return "".join(out) + ("i" if len(out) > 1 and word.endswith(("i", "y", "ee", "ie")) else "")


def skeletons(name: str) -> frozenset[str]:
    """Return the skeletons of the parts of a name."""
    return frozenset(p.skeleton for p in parts(name) if p.skeleton)
