"""Loading the compiled weapons list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

COMPILED = Path(__file__).parent.parent / "compiled" / "instruments.json"
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Instrument:
    """A weapon or means as the record calls it. `guarded` terms count only where the sentence says that they were used."""

    name: str
    kind: str
    guarded: bool = False


class Instruments:
    """All terms by their words."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        """Take the compiled data."""
        guarded = set(raw["guarded"])
        self._terms: dict[str, Instrument] = {}
        self._first: dict[str, int] = {}
        for term, (name, kind) in raw["terms"].items():
            instrument = Instrument(name, kind, term in guarded)
            for form in (term, *_plurals(term)):
                self._terms.setdefault(_key(form), instrument)
                words = _key(form).split(" ")
                self._first[words[0]] = max(self._first.get(words[0], 0), len(words))
        self._acronyms = {a: Instrument(name, kind) for a, (name, kind) in raw["acronyms"].items()}

    def at(self, lowers: Sequence[str], texts: Sequence[str], first: int) -> tuple[int, Instrument] | None:
        """Return (last token, instrument) of the longest term at a token."""
        acronym = self._acronyms.get(texts[first].removesuffix("s"))
        if acronym is not None:
            return first, acronym
        longest = self._first.get(lowers[first].split("-")[0])
        if longest is None:
            return None
        for last in range(min(len(lowers), first + 2 * longest) - 1, first - 1, -1):
            found = self._terms.get(_key(" ".join(lowers[first : last + 1])))
            if found is not None:
                return last, found
        return None


@lru_cache(maxsize=1)
def load_instruments() -> Instruments:
    """Load the list once a process. Raises FileNotFoundError if the project was not built."""
    return Instruments(json.loads(COMPILED.read_text(encoding="utf-8")))


def _key(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").replace("(", " ").split())


def _plurals(term: str) -> list[str]:
    if " of " in term:
        first, _, rest = term.partition(" of ")
        return [f"{p} of {rest}" for p in _plurals(first)]
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        return [term[:-1] + "ies"]
    if term.endswith(("s", "x", "ch", "sh")):
        return [term + "es"]
    if term.endswith("knife"):
        return [term[:-2] + "ves"]
    return [term + "s"]
