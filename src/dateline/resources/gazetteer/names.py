"""Keys under which place names are stored and looked up, and how alike two spellings are."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import Indel

ARTICLES = frozenset("al el ul ash as ar az ad an ath at ed er es esh et ez".split())
"""Arabic articles as they are romanised, assimilated or not."""

_ABBREVIATED = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "e", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ـ": None}
    | dict.fromkeys("'`´‘’ʻʼʽʾʿˈˌ.׳״", None)
    | dict.fromkeys('-‐‑‒–—_/,()"“”«»\xa0', " ")
    | {"&": " and ", "ة": "ه", "ى": "ي"}
)
_DIGRAPHS = (
    ("tch", "s"), ("sch", "s"), ("gh", "g"), ("kh", "k"), ("ph", "f"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"),
    ("zh", "j"), ("dj", "j"), ("ck", "k"), ("qu", "k"), ("ts", "z"), ("tz", "z"), ("x", "k"), ("q", "k"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1+")
_DROPPED = str.maketrans("", "", "aeiouyhwv")
_VOWELS = ((re.compile("ou|oo|au|aw|uw|uu|o|v|w"), "u"), (re.compile("e[eiy]|ai|ay|iy|ii|y|e"), "i"))
LONGEST = 120
"""Longer strings are no place names and get no key."""


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """Return the name without case, diacritics, apostrophes, periods and hyphens; empty if it is too long."""
    if len(name) > LONGEST:
        return ""
    text = name.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = text.translate(_LETTERS).split()
    if len(words) > 1 and words[0] in _ABBREVIATED:
        words[0] = _ABBREVIATED[words[0]]
    return " ".join(words)


def without_articles(key: str) -> str:
    """Return a normalised name without "the" in front and Arabic articles anywhere, unless nothing would remain."""
    words = key.split(" ")
    if len(words) == 1:
        return key
    kept = words[1:] if words[0] == "the" else words
    kept = [w for w in kept if w not in ARTICLES] or kept
    return " ".join(kept)


def without_class(key: str, nouns: Mapping[str, str], fillers: frozenset[str]) -> str:
    """Return a facility's normalised name without the words for what it is: "kangbayi" for "kangbayi central prison"."""
    words = key.split(" ")
    for size in (3, 2, 1):
        if len(words) > size and " ".join(words[-size:]) in nouns:
            words = words[:-size]
            break
        if len(words) > size and " ".join(words[:size]) in nouns:
            words = words[size:]
            break
    kept = [w for w in words if w not in fillers and w not in ARTICLES]
    return " ".join(kept)


def skeleton(key: str) -> str:
    """Return the consonants of a normalised Latin name, such that usual romanisations of one name agree.

    Ghuwayran, Gweiran and Ghuvairan give `grn`. Empty for other scripts and where fewer than two consonants remain.
    """
    text = without_articles(key).replace(" ", "")
    if not text.isascii() or not text.isalpha():
        return ""
    for digraph, letter in _DIGRAPHS:
        text = text.replace(digraph, letter)
    text = _SOFT_C.sub("s", text).replace("c", "k")
    first = "a" if text[0] in "aeiou" else "v" if text[0] in "vw" else text[0]
    out = _DOUBLED.sub(r"\1", first + text[1:].translate(_DROPPED))
    return out if len(out) > 1 else ""


def fold(key: str) -> str:
    """Return a normalised name with the spellings of one sound made one, for comparing spellings."""
    text = without_articles(key).replace(" ", "")
    for digraph, letter in _DIGRAPHS:
        text = text.replace(digraph, letter)
    text = text.replace("c", "k")
    for pattern, vowel in _VOWELS:
        text = pattern.sub(vowel, text)
    text = _DOUBLED.sub(r"\1", text)
    return text[:-1] if len(text) > 3 and text.endswith("h") else text


def similarity(one: str, other: str) -> float:
    """Return how alike two folded names are, between 0 and 1."""
    return Indel.normalized_similarity(one, other)


def acronym(name: str) -> str | None:
    """Return the key of a name written in capitals only ("US", "U.A.E."), which must not match the word "us"."""
    bare = name.replace(".", "")
    return f"={bare}" if 1 < len(bare) <= 5 and bare.isascii() and bare.isalpha() and bare.isupper() else None


def digest(key: str) -> int:
    """Return the 64-bit hash under which a key is stored."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
