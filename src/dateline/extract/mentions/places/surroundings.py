"""What the words around a place name say about it: its type, a part of it, a distance from it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.parse import Token
from dateline.resources.gazetteer.words import PlaceWords

_OUTSKIRTS = frozenset({"countryside", "suburbs", "outskirts", "hinterland", "suburb"})
_UNITS = {
    "km": 1.0,
    "kilometers": 1.0,
    "kilometres": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "kms": 1.0,
    "miles": 1.609,
    "mile": 1.609,
    "mi": 1.609,
}
_OF = frozenset({"of", "from"})
_NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "five": 5,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}


@dataclass(slots=True)
class Surroundings:
    """What was found: see `key` for what each means to the resolver. `cue` is how surely a place stands here (0 to 3)."""

    cue: int = 0
    type: str = ""
    part: str = ""
    relation: str = ""
    km: float = 0.0

    @property
    def key(self) -> str:
        """Return `type=province;part=northern;rel=near;km=20`, as far as known."""
        found = [f"type={self.type}"] if self.type else []
        found += [f"part={self.part}"] if self.part else []
        found += [f"rel={self.relation}"] if self.relation else []
        found += [f"km={self.km:g}"] if self.km else []
        return ";".join(found)


def around(tokens: tuple[Token, ...], first: int, last: int, words: PlaceWords) -> Surroundings:
    """Read the words before and after a name."""
    found = Surroundings()
    i = _type_before(tokens, first - 1, words, found)
    i = _part_before(tokens, i, words, found)
    _relation_before(tokens, i, words, found)
    _after(tokens, last + 1, words, found)
    found.part = words.direction(found.part)
    return found


def _the(tokens: tuple[Token, ...], i: int) -> int:
    return i - 1 if i >= 0 and tokens[i].lower in {"the", "a", "called", "named"} else i


def _type_before(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> int:
    """Read "the town of" or "town" before `i` and return the index before it."""
    j = _the(tokens, i)
    if j >= 1 and tokens[j].lower == "of":
        noun = tokens[j - 1].lower
        noun = noun if noun in words.types else _singular(noun)
        if noun in words.types and noun != "state":
            found.type, found.cue = noun, 3
            return _the(tokens, j - 2)
        if tokens[j - 1].lower in _OUTSKIRTS:
            found.type, found.cue = "outskirts", 3
            return _the(tokens, j - 2)
    if j >= 0 and tokens[j].text in words.types and tokens[j].pos == "NOUN":
        found.type, found.cue = tokens[j].lower, 3
        return _the(tokens, j - 1)
    return j


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")


def _part_before(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> int:
    if i < 0:
        return i
    if i >= 2 and tokens[i - 1].text in "-–" and f"{tokens[i - 2].lower}-{tokens[i].lower}" in words.parts:
        found.part, found.cue = f"{tokens[i - 2].lower}-{tokens[i].lower}", max(found.cue, 2)
        return i - 3
    if tokens[i].lower in words.parts:
        found.part, found.cue = tokens[i].lower, max(found.cue, 2)
        return i - 1
    if tokens[i].lower in _OUTSKIRTS and not found.type:
        found.type = "outskirts"
        return i - 1
    if tokens[i].lower in {"rural", "downtown", "greater", "nearby"}:
        found.type = found.type or ("outskirts" if tokens[i].lower == "rural" else "")
        found.cue = max(found.cue, 2)
        return i - 1
    if tokens[i].lower in _OF and i >= 1 and tokens[i - 1].lower in words.parts:
        # "west of Baghdad", "in the east of the country"
        if i >= 2 and tokens[i - 2].lower in {"the", "far"}:
            found.part, found.cue = tokens[i - 1].lower, 3
            return i - 3
        found.relation, found.cue = f"{tokens[i - 1].lower} of", 3
        return _distance(tokens, i - 2, found)
    if tokens[i].lower in _OF and i >= 1 and tokens[i - 1].lower in _UNITS:
        found.relation, found.cue = "near", 3
        return _distance(tokens, i - 1, found)
    return i


def _distance(tokens: tuple[Token, ...], i: int, found: Surroundings) -> int:
    """Read "20 km" ending at `i`, with "(12 miles)" after it, and return the index before it."""
    if i >= 0 and tokens[i].text == ")":
        opening = next((j for j in range(i - 1, max(i - 6, -1), -1) if tokens[j].text == "("), None)
        i = opening - 1 if opening is not None else i
    if i >= 1 and tokens[i].lower in _UNITS:
        raw = tokens[i - 1].lower.replace(",", "")
        number = float(_NUMBER_WORDS[raw]) if raw in _NUMBER_WORDS else float(raw) if raw.isdecimal() and len(raw) < 5 else 0.0
        found.km = round(number * _UNITS[tokens[i].lower], 1)
        return i - 2
    return i


def _relation_before(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> None:
    i = _the(tokens, i)
    if i < 0:
        return
    word = tokens[i].lower
    if (
        word in words.near
        and word not in {"towards", "toward"}
        or word == "to"
        and i >= 1
        and tokens[i - 1].lower in {"close", "next", "adjacent"}
        or word == "of"
        and i >= 1
        and tokens[i - 1].lower in {"vicinity", "outskirts", "suburbs", "edge", "north", "south"}
    ):
        found.relation = found.relation or "near"
    elif word == "with" and i >= 1 and tokens[i - 1].lower in {"border", "frontier"}:
        found.relation = "border"
    sure = words.prepositions.get(word, 0)
    if sure:
        found.cue = max(found.cue, 3 - sure)


def _after(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> None:
    if i >= len(tokens):
        return
    if tokens[i].lower in {"'s", "’s"}:
        _possessed(tokens, i + 1, words, found)
        return
    if tokens[i].lower in words.parts and i + 1 < len(tokens) and tokens[i + 1].lower in _OUTSKIRTS:
        found.part, i = found.part or tokens[i].lower, i + 1
    word = tokens[i].lower
    if word in _OUTSKIRTS and tokens[i].pos == "NOUN":
        found.type, found.cue = "outskirts", 3
    elif (
        word in words.types
        and tokens[i].pos in {"NOUN", "PROPN"}
        and word not in {"state", "area", "street", "square", "capital"}
    ):
        found.type, found.cue = found.type or word, 3
    elif word == "area" and tokens[i].pos == "NOUN":
        found.cue = max(found.cue, 2)
    elif word in {"border", "frontier"}:
        found.relation = "border"


def _possessed(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> None:
    """Read "Aleppo's eastern countryside", "Iraq's north"."""
    for j in range(i, min(i + 3, len(tokens))):
        word = tokens[j].lower
        following = tokens[j + 1].lower if j + 1 < len(tokens) else ""
        if word in words.parts and (following in _OUTSKIRTS or tokens[j].pos == "NOUN"):
            found.part = found.part or word
        elif word in _OUTSKIRTS:
            found.type = found.type or "outskirts"
            return
        elif tokens[j].pos not in {"ADJ", "PUNCT"}:
            return
