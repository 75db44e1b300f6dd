"""Nouns by what they stand for: persons, groups of persons, units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class CountedNouns:
    """Lemmas by kind. `persons` are singular nouns for one human being, `groups` plural or mass nouns for several."""

    persons: frozenset[str]
    groups: frozenset[str]
    time: frozenset[str]
    measure: frozenset[str]
    money: frozenset[str]
    label: frozenset[str]

    def is_person(self, lemma: str) -> bool:
        """Tell whether a lemma stands for one or more human beings; endings stand in for nouns not in the list."""
        return lemma in self.persons or lemma in self.groups or lemma.endswith(_ENDINGS)


_ENDINGS = ("ist", "woman", "sman", "eer")
"""Endings of nouns for persons that nothing else shares: `-er` and `-or` are left out (rotor, trailer)."""


def _words(text: str) -> list[str]:
    return [w for line in text.splitlines() if not line.startswith("#") for w in line.split()]


@lru_cache(maxsize=1)
def load_counted_nouns() -> CountedNouns:
    """Return the lists, read once a process."""
    persons = frozenset(_words((DATA / "persons.txt").read_text(encoding="utf-8")))
    groups = frozenset(_words((DATA / "groups.txt").read_text(encoding="utf-8")))
    kinds: dict[str, set[str]] = {}
    kind = ""
    for word in _words((DATA / "things.txt").read_text(encoding="utf-8")):
        if word.endswith(":"):
            kind = word[:-1]
        else:
            kinds.setdefault(kind, set()).add(word)
    return CountedNouns(persons, groups, *(frozenset(kinds[k]) for k in ("time", "measure", "money", "label")))
