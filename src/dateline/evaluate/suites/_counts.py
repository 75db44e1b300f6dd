"""Counts: the one figure that an entry gives for an outcome, and whether a gold count can be read in the texts at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model.entry import Entry, Quantity
from dateline.model.event import Outcome

CUES = {
    Outcome.KILLED: re.compile(
        r"\b(kill(s|ed|ing|ings)?|dead(ly)?|die[sd]?|dying|deaths?|fatal(ly|ity|ities)?|slain|slayings?|murder(s|ed|ing)?"
        r"|homicides?|succumb(s|ed|ing)?)\b",
        re.IGNORECASE,
    ),
    Outcome.INJURED: re.compile(r"\b(injur(e[sd]?|y|ies|ing)|wound(s|ed|ing)?|hurt(s|ing)?)\b", re.IGNORECASE),
}
PERSON = re.compile(
    r"\b(one|man|woman|boy|girl|child|person|teen|teenager|youth|male|female|baby|infant|toddler|victim|suspect|shooter|gunman"
    r"|son|daughter|father|mother|brother|sister|husband|wife|boyfriend|girlfriend|cousin|nephew|niece|uncle|aunt|friend"
    r"|neighbou?r|resident|student|officer|policeman|soldier|guard|driver|passenger|bystander|worker|employee|owner|civilian"
    r"|villager|pedestrian|\w{1,12}[- ]year[- ]old)\b",
    re.IGNORECASE,
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as low, best and high; each none where it is left open."""

    low: int | None
    best: int | None
    high: int | None


NONE = Told(0, 0, 0)


def told(quantities: Iterable[Quantity], outcome: Outcome) -> Told | None:
    """Return the figure that an entry gives for an outcome, none if it gives none.

    Figures listed beside each other are of different people and add up. Parts are within a total; where only parts are told,
    they are what is known.
    """
    of_outcome = [q for q in quantities if q.outcome is outcome]
    used = [q for q in of_outcome if q.scope != "part"] or of_outcome
    if not used:
        return None
    return Told(_sum(q.low for q in used), _sum(q.best for q in used), _sum(q.high for q in used))


def best(entry: Entry | None, outcome: Outcome) -> int:
    """Return the best figure of an entry, the end that is told if there is no best, 0 where nothing is told."""
    figure = told(entry.quantities, outcome) if entry is not None else None
    if figure is None:
        return 0
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), 0)


def bounds(entry: Entry | None, outcome: Outcome) -> tuple[int, int]:
    """Return least and most, an open end being the figure itself, and 0 to 0 where nothing is told."""
    figure = told(entry.quantities, outcome) if entry is not None else None
    if figure is None:
        return 0, 0
    middle = best(entry, outcome)
    low = figure.low if figure.low is not None else middle
    return low, max(low, figure.high if figure.high is not None else middle)


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return intersection over union of two ranges of whole numbers, both ends inclusive."""
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    whole = max(one[1], other[1]) - min(one[0], other[0]) + 1
    return max(shared, 0) / whole


def derivable(count: int, outcome: Outcome, texts: Iterable[str]) -> bool:
    """Tell whether a gold count stands in a sentence with a cue of its outcome, in digits or words (1: a person)."""
    return showing(count, outcome, texts) is not None


def showing(count: int, outcome: Outcome, texts: Iterable[str]) -> str | None:
    """Return the first sentence that a gold count can be read in."""
    number = _number(count)
    for text in texts:
        for sentence in sentences(text):
            if CUES[outcome].search(sentence) and (number.search(sentence) or (count == 1 and PERSON.search(sentence))):
                return sentence
    return None


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, roughly: gold counts must not depend on our parser."""
    for part in _END.split(text):
        if part and part.strip():
            yield part.strip()


def _number(count: int) -> re.Pattern[str]:
    forms: Sequence[str] = [rf"(?<![\d.,:])(?<![A-Za-z]-){count}(?![\d:]|[.,]\d|-?\s?years?\b)"]
    if 0 < count < len(_WORDS):
        forms = [*forms, rf"\b{_WORDS[count]}\b"]
    return re.compile("|".join(forms), re.IGNORECASE)
