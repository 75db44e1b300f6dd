"""Numerals as newswire writes them: digits, words, vague counts, ranges and what bounds them.

`read` looks at lower-case words and knows no grammar beyond the numeral itself; what is counted is the caller's business.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
MULTIPLIERS = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "lakh": 100_000,
    "crore": 10_000_000,
}  # fmt: skip
VAGUE = {
    "several": (3, None), "many": (2, None), "numerous": (2, None), "countless": (2, None), "multiple": (2, None),
    "few": (2, None), "dozens": (24, None), "scores": (40, None), "tens": (20, None), "hundreds": (200, None),
    "thousands": (2_000, None), "millions": (2_000_000, None),
}  # fmt: skip
"""Least and most that a vague word can mean. "hundreds" says no less than two hundred and nothing else."""
_PLURALS = {"hundreds": 100, "thousands": 1_000, "millions": 1_000_000}
PHRASES = {
    ("a", "handful"): (3, 6), ("a", "number"): (2, None), ("a", "large", "number"): (2, None), ("large", "numbers"): (2, None),
    ("a", "small", "number"): (2, None), ("an", "unknown", "number"): (1, None), ("an", "unspecified", "number"): (1, None),
    ("an", "undetermined", "number"): (1, None), ("a", "few"): (2, None), ("a", "good", "many"): (2, None),
    ("a", "score"): (20, 20),
}  # fmt: skip
"""Vague counts of several words; all but "a few" want "of" after them."""
BEFORE = {
    "more than": "more-than", "over": "more-than", "well over": "more-than", "just over": "more-than", "upwards of": "at-least",
    "upward of": "at-least", "in excess of": "more-than", "at least": "at-least", "no fewer than": "at-least",
    "no less than": "at-least", "not less than": "at-least", "not fewer than": "at-least", "a minimum of": "at-least",
    "minimum of": "at-least", "up to": "at-most", "as many as": "at-most", "at most": "at-most", "no more than": "at-most",
    "not more than": "at-most", "a maximum of": "at-most", "maximum of": "at-most", "fewer than": "less-than",
    "less than": "less-than", "under": "less-than", "just under": "less-than", "nearly": "nearly", "almost": "nearly",
    "close to": "nearly", "about": "about", "around": "about", "some": "about", "approximately": "about", "roughly": "about",
    "an estimated": "about", "estimated": "about", "circa": "about", "probably": "about", "exactly": "exact", "only": "exact",
    "just": "exact", "a total of": "exact", "total of": "exact", "a record": "exact", "above": "more-than",
    "a further": "exact", "exceeds": "more-than", "exceeded": "more-than", "exceeding": "more-than", "topped": "more-than",
    "at the very least": "at-least", "somewhere around": "about", "as few as": "at-least",
}  # fmt: skip
"""Words before a number and the bound they put on it."""
AFTER = {
    "or more": "at-least", "or so": "about", "or fewer": "at-most", "or less": "at-most", "at least": "at-least",
    "plus": "at-least", "at most": "at-most",
}  # fmt: skip
_BEFORE = {tuple(k.split()): v for k, v in BEFORE.items()}
_AFTER = {tuple(k.split()): v for k, v in AFTER.items()}
LONGEST_BEFORE = max(len(k) for k in _BEFORE)
ABOUT = 0.1
"""How far "about" reaches either side. Set by hand: rounded figures of wire reports differ by less."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:\.\d{3}){1,4}|\d{1,9}(?:\.\d{1,3})?")
_JOINED = re.compile(r"(\d{1,7})[–—-](\d{1,7})")
_DEGREE = frozenset({"as", "so", "how", "too", "very", "that"})
STARTS = frozenset({*UNITS, *TENS, *MULTIPLIERS, *VAGUE, "a", "an", "half", "large", "both"})
"""Words a numeral can start with, digits apart."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at words [start, end) with the counts it allows; `None` is open. `bound` as in `QuantityValue`."""

    start: int
    end: int
    low: int | None
    high: int | None
    best: int | None
    bound: str
    wants_of: bool = False
    """True where the counted noun follows only after "of" ("a number of men")."""


def digits(word: str) -> float | None:
    """Return the number that a word in digits stands for, or None."""
    if not word[:1].isdigit() or not _DIGITS.fullmatch(word):
        return None
    if "," in word or word.count(".") > 1 or re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", word):
        return float(word.replace(",", "").replace(".", ""))
    return float(word)


def cardinal(words: Sequence[str], i: int) -> tuple[int, int] | None:
    """Return the whole number that starts at `i` and where it ends ("two hundred and six", "1.5 million", "23")."""
    n = len(words)
    word = words[i]
    value = digits(word)
    if value is not None:
        j = i + 1
        if j < n and words[j] in MULTIPLIERS:
            value *= MULTIPLIERS[words[j]]
            j += 1
        elif j < n and value < 1000 and value == int(value) and len(words[j]) == 3 and words[j].isdecimal() and "," not in word:
            value, j = value * 1000 + int(words[j]), j + 1  # 12 000
        return (int(value), j) if value == int(value) else None
    total = current = 0
    j = i
    last = ""
    while j < n:
        word = words[j]
        if word in UNITS and last not in ("unit",) and (word != "zero" or j == i):
            if last == "tens" and not 0 < UNITS[word] < 10:
                break
            current, last = current + UNITS[word], "unit"
        elif word in TENS and last in ("", "multiplier", "and"):
            current, last = current + TENS[word], "tens"
        elif word in MULTIPLIERS and (last or j == i):
            current = max(current, 1) * MULTIPLIERS[word]
            if MULTIPLIERS[word] >= 1000:
                total, current = total + current, 0
            last = "multiplier"
        elif word in ("-", "and") and j + 1 < n and (words[j + 1] in UNITS or words[j + 1] in TENS) and _joins(word, last):
            last = "and" if word == "and" else last
        else:
            break
        j += 1
    return (total + current, j) if j > i else None


def _joins(word: str, last: str) -> bool:
    return (word == "-" and last == "tens") or (word == "and" and last == "multiplier")


def read(words: Sequence[str], i: int) -> Numeral | None:
    """Return the numeral that starts at word `i`, with ranges and what follows it ("or more"), or None."""
    word = words[i]
    if not (word in STARTS or word[:1].isdigit()):
        return None
    if word in ("many", "few") and i and words[i - 1] in _DEGREE:
        return None
    return _phrase(words, i) or _joined(word, i) or _counted(words, i)


def bounded(words: Sequence[str], numeral: Numeral) -> Numeral:
    """Return the numeral with the words before it that bound it."""
    for size in range(min(LONGEST_BEFORE, numeral.start), 0, -1):
        before = tuple(words[numeral.start - size : numeral.start])
        bound = _BEFORE.get(before)
        if bound is not None:
            out = replace(_bound(numeral, bound), start=numeral.start - size)
            return bounded(words, out) if bound in ("exact", "about") else out
    return numeral


def _phrase(words: Sequence[str], i: int) -> Numeral | None:
    for size in (3, 2):
        key = tuple(words[i : i + size])
        if key in PHRASES:
            low, high = PHRASES[key]
            end = i + size
            if key[-1] == "few" and end < len(words) and words[end] in ("dozen", "hundred", "thousand"):
                return _vague(i, end + 1, 2 * MULTIPLIERS[words[end]])
            return Numeral(i, end, low, high, None, "vague", key[-1] != "few")
    word, n = words[i], len(words)
    half = _half(words, i)
    if half is not None:
        return half
    if word == "a" and i + 1 < n and words[i + 1] == "couple":
        if words[i + 2 : i + 3] == ["of"]:
            return replace(_exact(i, i + 2, 2), wants_of=True)
        return None
    if word == "both":
        return _exact(i, i + 1, 2)
    if word in ("a", "an", "half", "large"):
        return _article(words, i) if word == "a" else None
    return _vague_word(words, i)


def _half(words: Sequence[str], i: int) -> Numeral | None:
    """Half a dozen, a half million, two and a half million, a million and a half."""
    for size, head in ((2, ["half", "a"]), (2, ["a", "half"]), (1, ["half"])):
        unit = words[i + size] if i + size < len(words) else ""
        if list(words[i : i + size]) == head and unit in MULTIPLIERS and (size == 2 or MULTIPLIERS[unit] > 100):
            return _exact(i, i + size + 1, MULTIPLIERS[unit] // 2)
    number = 1 if words[i] == "a" else UNITS.get(words[i], 0)
    rest = list(words[i + 1 : i + 5])
    if number and len(rest) == 4 and rest[:3] == ["and", "a", "half"] and rest[3] in MULTIPLIERS:
        return _exact(i, i + 5, number * MULTIPLIERS[rest[3]] + MULTIPLIERS[rest[3]] // 2)
    if number and len(rest) == 4 and rest[0] in MULTIPLIERS and rest[1:] == ["and", "a", "half"]:
        return _exact(i, i + 5, number * MULTIPLIERS[rest[0]] + MULTIPLIERS[rest[0]] // 2)
    return None


def _article(words: Sequence[str], i: int) -> Numeral | None:
    """A dozen, a hundred, a thousand."""
    if i + 1 < len(words) and words[i + 1] in MULTIPLIERS:
        value = cardinal(words, i + 1)
        if value:
            return _exact(i, value[1], value[0])
    return None


def _vague_word(words: Sequence[str], i: int) -> Numeral | None:
    word, n = words[i], len(words)
    if word not in VAGUE:
        return None
    if word == "several" and i + 1 < n and words[i + 1] in ("dozen", "hundred", "thousand", "million"):
        return _vague(i, i + 2, 3 * MULTIPLIERS[words[i + 1]])
    if word == "several" and i + 1 < n and words[i + 1] in VAGUE:
        return _vague(i, i + 2, VAGUE[words[i + 1]][0])
    if word == "few" and i + 1 < n and words[i + 1] in ("dozen", "hundred", "thousand"):
        return _vague(i, i + 2, 2 * MULTIPLIERS[words[i + 1]])
    low = VAGUE[word][0]
    if i + 2 < n and words[i + 1] == "of" and words[i + 2] in _PLURALS and word in ("tens", "dozens", "hundreds", "scores"):
        return _vague(i, i + 3, low * _PLURALS[words[i + 2]])
    return _vague(i, i + 1, low)


def _vague(start: int, end: int, low: int) -> Numeral:
    return Numeral(start, end, low, None, None, "vague")


def _exact(start: int, end: int, value: int) -> Numeral:
    return Numeral(start, end, value, value, value, "exact")


def _joined(word: str, i: int) -> Numeral | None:
    """10–15 in one word, and 50+."""
    match = _JOINED.fullmatch(word)
    if match:
        low, high = int(match.group(1)), int(match.group(2))
        return Numeral(i, i + 1, low, high, None, "range") if low < high else None
    if word.endswith("+") and word[:-1].replace(",", "").isdecimal() and len(word) < 12:
        value = int(word[:-1].replace(",", ""))
        return Numeral(i, i + 1, value, None, value, "at-least")
    return None


def _counted(words: Sequence[str], i: int) -> Numeral | None:
    first = cardinal(words, i)
    if first is None:
        return None
    value, end = first
    n = len(words)
    several = _alternatives(words, i, end, value)
    if several is not None:
        return several
    if end + 1 < n and words[end] in ("to", "-", "–", "—", "or", "and"):
        second = _second(words, i, end)
        if second is not None:
            return second if second.low is None or value < (second.high or 0) else None
    if end < n and words[end] == "+":
        return Numeral(i, end + 1, value, None, value, "at-least")
    if end + 1 < n and words[end] in ("-", "or", "at") or (end < n and words[end] == "plus"):
        start = end + 1 if words[end] == "-" else end
        for size in (2, 1):
            bound = _AFTER.get(tuple(words[start : start + size]))
            if bound and (words[end] != "-" or bound == "at-least"):
                return replace(_bound(_exact(i, end, value), bound), end=min(start + size, n))
    return _exact(i, end, value)


def _alternatives(words: Sequence[str], i: int, end: int, value: int) -> Numeral | None:
    """Return the range of a list of rival numbers ("three, four or five", "three, five or no people")."""
    told = [value]
    while end + 1 < len(words) and len(told) < 5 and words[end] in (",", "or"):
        last = words[end] == "or"
        number = (0, end + 2) if last and words[end + 1] == "no" else cardinal(words, end + 1)
        if number is None:
            return None
        told.append(number[0])
        end = number[1]
        if last:
            return Numeral(i, end, min(told), max(told), None, "range") if len(told) > 2 and min(told) < max(told) else None
    return None


def _second(words: Sequence[str], i: int, end: int) -> Numeral | None:
    """Return the range whose first number ends at `end`, if a second, greater one follows."""
    joint = words[end]
    other = cardinal(words, end + 1)
    first = cardinal(words, i)
    if other is None or first is None:
        return None
    low, (high, stop) = first[0], other
    start = i
    if joint == "and":
        if i == 0 or words[i - 1] != "between":
            return None
        start = i - 1
    multiplier = MULTIPLIERS.get(words[stop - 1], 1)
    if words[end - 1] not in MULTIPLIERS and low * multiplier < high:
        low *= multiplier  # 10 to 15 thousand
    if joint == "to" and i and words[i - 1] == "from":
        start = i - 1
    if low >= high or (joint == "or" and high > 3 * low):
        return None
    return Numeral(start, stop, low, high, None, "range")


def _bound(numeral: Numeral, bound: str) -> Numeral:
    """Return the numeral under a bound; what is vague or open already stays as it is."""
    best = numeral.best
    if bound == "exact" or numeral.bound not in ("exact", "about") or best is None:
        return numeral
    if bound == "more-than":
        return replace(numeral, low=best + 1, high=None, bound=bound)
    if bound == "at-least":
        return replace(numeral, low=best, high=None, bound=bound)
    if bound == "at-most":
        return replace(numeral, low=None, high=best, bound=bound)
    if bound == "less-than":
        return replace(numeral, low=None, high=best - 1, bound=bound)
    margin = max(1, math.floor(best * ABOUT)) if best > 1 else 0
    return replace(numeral, low=best - margin, high=best if bound == "nearly" else best + margin, bound="about")
