"""What the words around a place name say about it: its type, a part of it, a distance from it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.parse import Token
from dateline.resources.gazetteer.words import PlaceWords

_OUTSKIRTS = {
    "countryside": "countryside",
    "countrysides": "countryside",
    "hinterland": "countryside",
    "suburbs": "outskirts",
    "outskirts": "outskirts",
    "periphery": "outskirts",
    "environs": "outskirts",
    "surroundings": "outskirts",
}
"""Nouns for the land around a town: of the countryside or of the edge, for "Aleppo countryside" is the province's."""
_AROUND = frozenset({"outskirts", "edge", "edges", "vicinity", "suburbs", "perimeter", "north", "south", "entrance", "entrances"})
"""Nouns that put something beside a place: "the vicinity of X"."""
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
_REACHING = frozenset({"close", "next", "adjacent", "entrance", "entrances", "road", "highway", "exit", "approach", "access"})
"""Words whose "to" names what is near."""
_OF = frozenset({"of", "from"})
_SIDES = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})
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
    holds: bool = False
    """Villages or towns lie in it: "two villages in Hama"."""
    label: bool = False
    """It opens a headline as the label of a region: "Al-Hasakah | ..."."""

    @property
    def key(self) -> str:
        """Return `type=province;part=northern;rel=near;km=20`, as far as known."""
        found = [f"type={self.type}"] if self.type else []
        found += [f"part={self.part}"] if self.part else []
        found += [f"rel={self.relation}"] if self.relation else []
        found += [f"km={self.km:g}"] if self.km else []
        found += ["holds=yes"] if self.holds else []
        found += ["label=yes"] if self.label else []
        return ";".join(found)


def around(tokens: tuple[Token, ...], first: int, last: int, words: PlaceWords) -> Surroundings:
    """Read the words before and after a name."""
    found = Surroundings()
    found.holds = _holds(tokens, first)
    hashed = first > 0 and tokens[first - 1].text == "#"
    i = _type_before(tokens, first - 2 if hashed else first - 1, words, found)
    settled = found.type not in {"", *_OUTSKIRTS.values()}
    i = _part_before(tokens, i, words, found)
    if settled:
        # "The northern city of X" lies in the north of its country.
        found.part = ""
    _relation_before(tokens, i, words, found)
    _after(tokens, last + 1, words, found)
    found.part = words.direction(found.part)
    found.label = first == 0 and last + 2 < len(tokens) and tokens[last + 1].text == "|"
    found.cue = max(found.cue, 2) if found.label else found.cue
    return found


def _holds(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether villages or towns are put in the name: "villages in X", "a village of the X"."""
    i = first - 1
    if i >= 0 and tokens[i].lower == "the":
        i -= 1
    return i > 0 and tokens[i].lower == "in" and tokens[i - 1].lower in _SETTLED


_SETTLED = frozenset("village villages town towns hamlet hamlets".split())


def _the(tokens: tuple[Token, ...], i: int) -> int:
    return i - 1 if i >= 0 and tokens[i].lower in {"the", "a", "called", "named"} else i


def _type_before(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> int:
    """Read "the town of" or "town" before `i` and return the index before it."""
    j = _the(tokens, i)
    if j >= 1 and tokens[j].lower == "of":
        if (around := _OUTSKIRTS.get(tokens[j - 1].lower)) is not None:
            found.type, found.cue = around, 3
            return _the(tokens, j - 2)
        noun = type_noun(tokens[j - 1].lower, words)
        if noun and noun != "state":
            found.type, found.cue = noun, 3
            return _the(tokens, _past_adjectives(tokens, j - 2, words))
    if j >= 0 and tokens[j].pos == "NOUN" and tokens[j].text.islower() and (noun := type_noun(tokens[j].lower, words)):
        found.type, found.cue = noun, 3
        return _the(tokens, j - 1)
    return j


def _past_adjectives(tokens: tuple[Token, ...], i: int, words: PlaceWords) -> int:
    """Return the index before "Syrian coastal" of "south of the Syrian coastal city of X"; directions are read later."""
    for _ in range(_ADJECTIVES):
        said = i > 0 and (tokens[i].pos == "ADJ" or tokens[i].lower in _OF_CITIES) and tokens[i].lower not in words.parts
        if not said:
            break
        i -= 1
    return i


_ADJECTIVES = 3
_OF_CITIES = frozenset({"border", "port", "coastal", "market", "mining", "oil", "resort", "frontier"})


def type_noun(word: str, words: PlaceWords) -> str:
    """Return the singular of a type noun ("village" for "villages"), or nothing."""
    if word in _OUTSKIRTS:
        return _OUTSKIRTS[word]
    if word in words.types:
        return word
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return single if single in words.types else ""


def _part_before(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> int:
    if i < 0:
        return i
    if i >= 2 and tokens[i - 1].text in "-–" and f"{tokens[i - 2].lower}-{tokens[i].lower}" in words.parts:
        found.part, found.cue = f"{tokens[i - 2].lower}-{tokens[i].lower}", max(found.cue, 2)
        return i - 3
    if i >= 1 and tokens[i - 1].lower in {"north", "south"} and f"{tokens[i - 1].lower}-{tokens[i].lower}" in words.parts:
        found.part, found.cue = f"{tokens[i - 1].lower}-{tokens[i].lower}", max(found.cue, 2)
        return i - 2
    if i >= 2 and tokens[i - 1].lower == "and" and tokens[i - 2].lower in _SIDES and tokens[i].lower in _SIDES:
        # "North and East Syria" is its north-east.
        joined = f"{tokens[i - 2].lower.removesuffix('ern')}-{tokens[i].lower}"
        if joined in words.parts:
            found.part, found.cue = joined, max(found.cue, 2)
            return i - 3
    if tokens[i].lower in words.parts:
        found.part, found.cue = tokens[i].lower, max(found.cue, 2)
        return i - 1
    if tokens[i].lower in _OUTSKIRTS and not found.type:
        found.type = _OUTSKIRTS[tokens[i].lower]
        return i - 1
    if tokens[i].lower in {"rural", "downtown", "greater", "nearby"}:
        found.type = found.type or ("countryside" if tokens[i].lower == "rural" else "")
        found.cue = max(found.cue, 2)
        return i - 1
    if tokens[i].lower in _OF and i >= 1 and tokens[i - 1].lower in words.parts:
        # "west of Baghdad", "in the east of the country"
        if i >= 3 and tokens[i - 2].lower == "the" and tokens[i - 3].lower == "to":
            # "To the west of Baghdad" is outside it.
            found.relation, found.cue = f"{tokens[i - 1].lower} of", 3
            return _distance(tokens, i - 4, found)
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
        and tokens[i - 1].lower in _REACHING
        or word == "of"
        and i >= 1
        and tokens[i - 1].lower in _AROUND
    ):
        found.relation = found.relation or "near"
    elif word in {"with", "of", "between"} and i >= 1 and tokens[i - 1].lower in {"border", "frontier", "borders"}:
        found.relation, found.cue = "border", max(found.cue, 2)
    sure = words.prepositions.get(word, 0)
    if sure:
        found.cue = max(found.cue, 3 - sure)


def _after(tokens: tuple[Token, ...], i: int, words: PlaceWords, found: Surroundings) -> None:
    if i >= len(tokens):
        return
    if tokens[i].text in {"'", "’"} and tokens[i].start == tokens[i - 1].end and i + 1 < len(tokens):
        # "Mare' city": a letter of the name rather than a possessive.
        i += 1
    if tokens[i].lower in {"'s", "’s"}:
        _possessed(tokens, i + 1, words, found)
        return
    if tokens[i].lower in words.parts and i + 1 < len(tokens) and tokens[i + 1].lower in _OUTSKIRTS:
        found.part, i = found.part or tokens[i].lower, i + 1
    word = tokens[i].lower
    if word == "vicinity":
        found.relation, found.cue = found.relation or "near", 3
    elif word in _OUTSKIRTS and tokens[i].pos in {"NOUN", "PROPN"}:
        found.type, found.cue = _OUTSKIRTS[word], 3
    elif (
        word in words.types
        and tokens[i].pos in {"NOUN", "PROPN"}
        and word not in {"state", "area", "street", "square", "capital"}
    ):
        if found.type in {"", "area", "municipality"} or (found.type in _OUTSKIRTS.values() and words.types[word] == ("admin1",)):
            found.type = word
        found.cue = 3
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
            found.type = found.type or _OUTSKIRTS[word]
            return
        elif tokens[j].pos not in {"ADJ", "PUNCT"}:
            return
