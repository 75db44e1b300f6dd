"""Numbers that count nothing: names, addresses, dates, ages, times, scores, list numbers."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.parse import Sentence
from dateline.resources.lexicons.nouns import load_counted_nouns
from dateline.resources.lexicons.numerals import Numeral

_NOT_COUNTS = frozenset({"DATE", "TIME", "ORDINAL", "QUANTITY", "LAW", "PRODUCT", "FAC", "LOC"})
MONTHS = frozenset(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_AGE_AFTER = frozenset({"aged", "age", "ages"})
_OF_AGE = frozenset({"year", "years", "month", "months", "week", "weeks"})
_GLUE = frozenset({"/", ":", "#", "№", "°", "+", "=", "@"})


def is_label(sentence: Sentence, words: Sequence[str], numeral: Numeral) -> bool:
    """Tell whether an exact number is part of a name or label, an age, a time of day, a date or a list number."""
    start, end = numeral.start, numeral.end
    word = words[start]
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    written = word[0].isdigit()
    if (
        after in ("de", "del")
        or after in MONTHS
        or _glued(sentence, words, numeral)
        or before in _AGE_AFTER
        or (after in _OF_AGE and words[end + 1 : end + 2] == ["old"])
        or (after in _OF_AGE and words[end + 1 : end + 3] == ["-", "old"])
        or after in ("year-old", "yr-old", "month-old")
        or before.endswith("-")
        or (before == "-" and not _spaced(sentence, start))
    ):
        return True
    if written and word.endswith(("th", "nd", "rd", "st")):
        return True
    if not written:
        return word in ("one", "two", "three") and before in ("number", "no.", "day", "phase", "chapter", "class")
    if word.startswith("0") and len(word) > 1:
        return True
    if start == 0 and after in (".", ")", ":") and numeral.best is not None and numeral.best < 100:
        return True
    return _is_year(words, numeral) or _labelled(sentence, words, start) or _apposed_age(sentence, words, numeral)


def _glued(sentence: Sentence, words: Sequence[str], numeral: Numeral) -> bool:
    """Tell whether a slash, colon or the like touches the number: 07:30, #12, 12/7."""
    tokens = sentence.tokens
    first, last = numeral.start, numeral.end - 1
    if first and words[first - 1] in _GLUE and tokens[first - 1].end == tokens[first].start:
        return True
    return last + 1 < len(words) and words[last + 1] in _GLUE and tokens[last + 1].start == tokens[last].end


def _spaced(sentence: Sentence, i: int) -> bool:
    """Tell whether a dash stands apart from the word after it, so that it is no hyphen."""
    tokens = sentence.tokens
    return tokens[i].start > tokens[i - 1].end


def _is_year(words: Sequence[str], numeral: Numeral) -> bool:
    word = words[numeral.start]
    if not (len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100):
        return False
    after = words[numeral.end] if numeral.end < len(words) else ""
    before = words[numeral.start - 1] if numeral.start else ""
    return before in ("in", "since", "of", "from", "until", "by", ",", "between", "during", "to", "(") or not after[:1].isalpha()


def _labelled(sentence: Sentence, words: Sequence[str], start: int) -> bool:
    """Resolution 242, Boeing 737, flight 101, 12 March and March 12."""
    if start == 0:
        return False
    before = sentence.tokens[start - 1]
    if words[start - 1] in load_counted_nouns().label or words[start - 1] in ("no.", "nos.", "num."):
        after = sentence.tokens[start + 1].tag if start + 1 < len(words) else ""
        return before.tag not in ("NNS", "VB", "VBD", "VBZ", "VBN") and after != "NNS" and "," not in words[start]
    if before.tag == "NNP" and before.dep in ("compound", "nmod") and before.head == start:
        return True
    number = sentence.tokens[start]
    return before.tag in ("NNP", "NNPS") and number.head == start - 1 and number.dep == "nummod"


def _apposed_age(sentence: Sentence, words: Sequence[str], numeral: Numeral) -> bool:
    """A number between commas or brackets after a person: "Ali Hassan, 34, was killed"; "(27)"."""
    i, end = numeral.start, numeral.end
    if i < 2 or end - i != 1 or not words[i].isdigit() or int(words[i]) > 120:
        return False
    before, after = words[i - 1], words[end] if end < len(words) else "."
    if (before, after) == ("(", ")"):
        return True
    if before != "," or after not in (",", ".", "and", "from", "of", "who", ";"):
        return False
    head = sentence.tokens[i - 2]
    if head.tag in ("NNP", "NNPS"):
        return True
    return head.tag == "NN" and load_counted_nouns().is_person(head.lemma.lower()) and after == ","


def is_time_or_place(sentence: Sentence, numeral: Numeral) -> bool:
    """Tell whether the name tagger reads the number as a date, a time, a measure or part of a name."""
    last = numeral.end - 1
    for entity in sentence.entities:
        if entity.first <= last <= entity.last and entity.label in _NOT_COUNTS:
            if numeral.bound == "range" and numeral.start <= entity.first and (numeral.high or 0) < 1900:
                return False  # "kills 10-12"
            # A bare number that the tagger takes for a year though it is none: "the number of victims is 59".
            return entity.first < entity.last or entity.label not in ("DATE", "TIME") or (numeral.best or 0) > 1000
    return False
