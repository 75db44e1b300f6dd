"""What the words of bodies' names mean: one key for a word and its translations, and how much a word tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz

from dateline.resources.actors.normal import parts, skeleton

_SHORTEST_SKELETON = 4
"""Consonants that a word of the table must have for its other transliterations to be read as it."""
_SOUNDED = 70
"""Least ratio (0 to 100) of two words with the same consonants that are transliterations of one."""
_SHORTEST_STEM = 3
_TELLING = 0.75
"""Least share of the greatest weight; with the register's 800 bodies, words of five or fewer of them."""
_SECTIONS = ("heads", "apart", "words", "places")


class NameWords:
    """The table of words that names of bodies are made of (`data/name_words.yaml`, compiled)."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        """Take the compiled table; without "seen" every word weighs the same."""
        self._exact: Mapping[str, str] = raw["exact"]
        self._stems: Mapping[str, str] = raw["stems"]
        self._skeletons: Mapping[str, tuple[str, str]] = raw["skeletons"]
        self._consonants: Mapping[str, str] = raw["consonants"]
        self._joined: Mapping[str, list[str]] = raw["joined"]
        self._meanings = frozenset((*self._exact.values(), *self._stems.values()))
        self.skipped = frozenset(raw["skipped"])
        self.loose = frozenset(raw["loose"])
        self.heads = frozenset(raw["heads"])
        self.apart = frozenset(raw["apart"])
        self.places = frozenset(raw["places"])
        seen: Mapping[str, int] = raw.get("seen", {})
        actors = raw.get("actors", 1) + 1
        self.most = math.log(actors) if seen else 1.0
        """What a word weighs that no name of the register has."""
        self._least = math.log(actors / 2) if seen else 1.0
        self._weights = {key: math.log(actors / (count + 1)) for key, count in seen.items()}

    def keys(self, fold: str, unvowelled: bool = False) -> tuple[str, ...]:
        """Return what a folded word is compared by: its meaning, else the skeleton of its transliterations, else itself.

        An `unvowelled` word is out of a script that leaves vowels out: its consonants are all there is of it.
        """
        if fold in self._joined:
            return tuple(self._joined[fold])
        if unvowelled:
            bones = skeleton(fold)
            found = self._exact.get(fold) or self._consonants.get(bones)
            return (found or (f"~{bones}" if len(bones) > 1 else fold),)
        found = self._exact.get(fold) or self._stem(fold)
        if found is None and fold.endswith("s") and len(fold) > 4:
            found = self._exact.get(fold[:-1])
        if found is not None:
            return (found,)
        bones = skeleton(fold)
        if len(bones) >= _SHORTEST_SKELETON and (near := self._skeletons.get(bones)) and fuzz.ratio(near[0], fold) >= _SOUNDED:
            return (near[1],)
        return (f"~{bones}",) if len(bones) > 1 and len(fold) > 3 else (fold,)

    def weight(self, key: str) -> float:
        """Return how much a word tells names apart: the logarithm of how few actors of the register have it."""
        return self._weights.get(key, self._least if key in self._meanings else self.most)

    def means(self, key: str) -> bool:
        """Tell whether a key is a meaning of the table, and not the sound of a word that it has not."""
        return key in self._meanings

    def rare(self, key: str) -> bool:
        """Tell whether a word is in no table and in no name of the register."""
        return key not in self._meanings and self.weight(key) >= self.most

    def telling(self, key: str) -> bool:
        """Tell whether a word by itself tells one body from most others: it is in no table, or in hardly any name."""
        return key not in self.places and self.weight(key) >= _TELLING * self.most and key not in self.heads

    def _stem(self, fold: str) -> str | None:
        for end in range(min(len(fold), 14), _SHORTEST_STEM - 1, -1):
            found = self._stems.get(fold[:end])
            if found is not None:
                return found
        return None


def compiled(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table of words in the form that `NameWords` takes. Raises ValueError for a word under two meanings."""
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    bones: dict[str, list[tuple[str, str]]] = {}
    for section in _SECTIONS:
        for meaning, line in raw[section].items():
            for word in dict.fromkeys(str(line).split()):
                table, fold = (stems, word[:-1]) if word.endswith("*") else (exact, word)
                if table.setdefault(fold, meaning) != meaning:
                    raise ValueError(f"name words: {word!r} under {table[fold]!r} and {meaning!r}")
                if table is exact:
                    bones.setdefault(skeleton(fold), []).append((fold, meaning))
    meanings = {meaning for section in _SECTIONS for meaning in raw[section]}
    joined = {word: str(line).split() for word, line in raw["joined"].items()}
    if strange := {m for line in joined.values() for m in line} - meanings:
        raise ValueError(f"name words: no meanings {sorted(strange)}")
    single = {key: found[0] for key, found in bones.items() if len({meaning for _, meaning in found}) == 1}
    return {
        "exact": exact,
        "stems": stems,
        "skeletons": {key: found for key, found in single.items() if len(key) >= _SHORTEST_SKELETON},
        "consonants": {key: meaning for key, (_, meaning) in single.items() if len(key) > 1},
        "joined": joined,
        "skipped": str(raw["skipped"]).split(),
        "loose": list(raw["loose"]),
        **{section: list(raw[section]) for section in ("heads", "apart", "places")},
    }


def counted(table: Mapping[str, Any], actors: Iterable[Iterable[str]]) -> dict[str, Any]:
    """Return the compiled table with how many actors have each word, out of the names of every actor."""
    words = NameWords(table)
    seen: Counter[str] = Counter()
    number = 0
    for names in actors:
        number += 1
        folds = {p.fold for name in names for p in parts(name)} - words.skipped
        seen.update({key for fold in folds for key in words.keys(fold)})
    return {**table, "seen": dict(sorted(seen.items())), "actors": number}
