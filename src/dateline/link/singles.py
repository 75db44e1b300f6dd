"""Single people: whether two counts of one person can be the same person told twice."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MALE = frozenset("man boy father son brother husband boyfriend uncle nephew grandfather grandson male he him gentleman".split())
_FEMALE = frozenset(
    "woman girl mother daughter sister wife girlfriend aunt niece grandmother granddaughter female she her lady nun".split()
)
_GROWN = frozenset(
    (
        "man woman adult father mother husband wife uncle aunt grandfather grandmother officer policeman soldier deputy trooper "
        "guard driver teacher worker"
    ).split()
)
_YOUNG = frozenset("boy girl child baby infant toddler kid pupil schoolboy schoolgirl".split())
_TROOPS = frozenset("officer policeman policewoman cop soldier deputy trooper guard sergeant constable agent".split())
_ATTACKERS = frozenset("gunman shooter attacker assailant bomber suspect assassin".split())
_ARMED = _TROOPS | _ATTACKERS | frozenset(
    "militant fighter combatant rebel insurgent terrorist mercenary militiaman jihadist guerrilla paramilitary troop commando "
    "serviceman".split()
)  # fmt: skip
_ANYONE = _MALE | _FEMALE | _GROWN - _TROOPS | _YOUNG | frozenset(
    "person people teen teenager teenaged youth victim other resident student juvenile minor someone somebody individual one "
    "friend neighbor neighbour relative cousin passenger bystander civilian dead wounded injured body".split()
)  # fmt: skip
_BOYHOOD, _YOUTH = 15, 19
_ONE_MORE = re.compile(r"\b(?:another|other|second|third|fourth|fifth|sixth)\b")
_AGE = re.compile(r"\b(\d{1,3})[\s-]{1,2}(?:year|month|week)s?\b")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Single:
    """What the words for one person say about who it is; none where they leave it open."""

    sex: str | None
    grown: bool | None
    age: str | None
    noun: str | None
    """A noun that few people are called by ("captain"), in lower case."""
    name: frozenset[str]
    more: bool
    """Told as one beside those told before ("another man")."""


def read_single(text: str, unit: str, named: bool) -> Single:
    """Read the words for one person: `unit` is the counted noun, `named` says that the words are a name."""
    lower = text.lower()
    words = _WORD.findall(lower)
    nouns = {unit} | set(words) if not named else {unit}
    age = _AGE.search(lower)
    years = int(age[1]) if age and "year" in age[0] else 0 if age else None
    # At 16 one report has a boy and the next a man.
    between = years is not None and _BOYHOOD <= years <= _YOUTH
    young = (bool(nouns & _YOUNG) and not between) or (years is not None and years < 12)
    grown = (bool(nouns & _GROWN) and not between) or (years is not None and years > _YOUTH)
    return Single(
        "male" if nouns & _MALE else "female" if nouns & _FEMALE else None,
        True if grown and not young else False if young and not grown else None,
        age[0].replace("-", " ") if age else None,
        next((kind for kind, some in (("troops", _TROOPS), ("attacker", _ATTACKERS)) if nouns & some), None)
        or (unit if unit not in _ANYONE and unit != "person" and not named else None),
        frozenset(_WORD.findall(lower)) if named else frozenset(),
        _ONE_MORE.search(lower) is not None,
    )


def may_be_same(earlier: Single, later: Single) -> bool:
    """Tell whether nothing in the words keeps two single people apart."""
    if later.more != earlier.more:
        return False
    if earlier.name and later.name and not earlier.name & later.name:
        return False
    pairs = ((earlier.sex, later.sex), (earlier.grown, later.grown), (earlier.age, later.age), (earlier.noun, later.noun))
    return all(one is None or other is None or one == other for one, other in pairs)


def is_armed(noun: str) -> bool:
    """Tell whether a counted noun, in the singular, is one for fighters, troops or police."""
    return noun in _ARMED


def is_anyone(noun: str) -> bool:
    """Tell whether a counted noun, in the singular, leaves open who the people are ("men", "teens", "victims")."""
    return noun in _ANYONE
