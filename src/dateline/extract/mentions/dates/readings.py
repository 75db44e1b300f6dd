"""Readings of calendar dates: days, months, years and longer, absolute or with their year left to the context."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.mentions.dates import words
from dateline.extract.mentions.dates.amounts import year_pattern
from dateline.extract.mentions.dates.found import Found, Reading
from dateline.extract.mentions.dates.tokens import Piece
from dateline.resources.timex import Timex, TimexKind

DATE = TimexKind.DATE
_DIRECTIONS = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "next": "next",
    "coming": "next",
    "following": "following",
    "subsequent": "following",
    "this": "this",
    "current": "this",
    "that": "same",
    "same": "same",
    "latest": "last",
}
YEAR_OF = {"last": ("now", -1), "this": ("now", 0), "next": ("now", 1), "following": ("then", 1), "same": ("then", 0)}
_YEAR_CUES = (
    "in",
    "since",
    "by",
    "until",
    "of",
    "from",
    "to",
    "before",
    "after",
    "over",
    "between",
    "open",
    "than",
    "and",
    "within",
    "approx",
    "comma",
    "hyphen",
)


def nothing(found: Found) -> list[Reading] | None:
    """Consume the match and say nothing."""
    return []


def direction(found: Found) -> str:
    """Return which one is meant: last, next, following, this or same; empty if no word says so."""
    for p in reversed(list(found)):
        if p.name in _DIRECTIONS:
            return _DIRECTIONS[p.name]
    return ""


def year_of(found: Found) -> str:
    """Return which year is meant where a year is told as well ("next year's first quarter"): the word right before it."""
    pieces = list(found)
    at = next((i for i, p in enumerate(pieces) if p.name == "unit"), 0)
    return _DIRECTIONS.get(pieces[at - 1].name, "") if at else ""


def part(found: Found) -> str:
    """Return early, mid, late, earlier or later if a word says so."""
    edge = found.one("part", "earlier", "later")
    if edge is None:
        return ""
    return edge.name if edge.name in {"earlier", "later"} else str(edge.value)


def iso(found: Found) -> list[Reading] | None:
    """Read YYYY-MM-DD, with a time or without."""
    text = next(iter(found)).text
    return found.says(Timex(DATE, text[:10], time=text[11:16]))


def figures(found: Found) -> list[Reading] | None:
    """Read 03/05/2019 and its like; the resolver decides which is the month."""
    piece = next(iter(found))
    a, b, c = piece.text.replace("-", "/").replace(".", "/").split("/")
    if len(a) == 4:
        return found.says(Timex(DATE, f"{a}-{int(b):02d}-{int(c):02d}")) if len(c) <= 2 else None
    if len(a) > 2 or len(c) == 3 or (len(c) == 2 and "." in piece.text):
        return None
    year = c if len(c) == 4 else f"XX{c}"
    left, right = int(a), int(b)
    if left > 12 >= right:
        return found.says(Timex(DATE, f"{year}-{right:02d}-{left:02d}"))
    if right > 12 >= left:
        return found.says(Timex(DATE, f"{year}-{left:02d}-{right:02d}"))
    if max(left, right) > 12:
        return None
    return found.says(Timex(TimexKind.NUMERIC, f"{year}-{left:02d}-{right:02d}"))


def nine_eleven(found: Found) -> list[Reading] | None:
    """Read 9/11."""
    return found.says(Timex(DATE, "2001-09-11"))


def month_number(piece: Piece) -> int:
    """Return a month's number."""
    return int(piece.value)


def _named(found: Found, month: Piece) -> bool:
    """Tell whether the date is a piece of a longer name ("the March 23 Movement")."""
    after = found.after()
    if after is None or after.text.lower() not in words.NAME_NOUNS:
        return False
    return found.scene.shouting or after.text[0].isupper()


def _of_year(found: Found) -> tuple[str, int] | None:
    """Return what year a phrase such as "of the same year" counts from; None if there is none or it is another unit."""
    unit = found.one("unit")
    if unit is None:
        return ("", 0)
    if unit.value != "year":
        return None
    if found.has("yyyy"):
        return ("", 0)
    return YEAR_OF.get(direction(found), ("then", 0))


def calendar(found: Found) -> list[Reading] | None:
    """Read a day or month with whatever of year and weekday is told."""
    month = found.one("month", "mon")
    whose = _of_year(found)
    if month is None or whose is None:
        return None
    at = [p for p in found if p is not month]
    day = next((p for p in at if p.name in {"day", "ordinal"}), None)
    if day is not None and int(day.value) > 31:
        return None
    year = year_pattern(found, at)
    if _named(found, month) and year == "XXXX":
        return []
    if day is not None and day is list(found)[-1] and found.scene.counts(day):
        return None
    if year == "XXXX" and found.scene.token(month).pos in {"AUX", "VERB"} and month.text.lower() == "may":
        return None
    value = f"{year}-{month_number(month):02d}" + (f"-{int(day.value):02d}" if day else "")
    dow = found.one("weekday", "dow")
    ref, n = whose
    towards = "" if ref else direction(found)
    return found.says(Timex(DATE, value, n=n, ref=ref, direction=towards, part=part(found), weekday=int(dow.value) if dow else 0))


def short_year(found: Found) -> list[Reading] | None:
    """Read FEB 90 as a month and not as a day."""
    month, year = found.one("month", "mon"), found.one("num2")
    if month is None or year is None or found.scene.counts(year):
        return None
    return found.says(Timex(DATE, f"XX{year.text}-{month_number(month):02d}"))


def month_alone(found: Found) -> list[Reading] | None:
    """Read a month's name, unless it is a verb, a march or somebody's name."""
    month = found.one("month", "mon")
    if month is None or (month.name == "mon" and not found.has("part") and not found.preceded_by("in", "since", "by", "until")):
        return None
    if _named(found, month):
        return []
    if not found.has("part", "earlier", "later") and not _is_month(found, month):
        return None
    return found.says(Timex(DATE, f"XXXX-{month_number(month):02d}", part=part(found)))


def _is_month(found: Found, month: Piece) -> bool:
    token = found.scene.token(month)
    lower = month.text.lower()
    if lower in {"may", "march"}:
        cued = found.preceded_by("in", "since", "by", "until", "of", "from", "to", "between", "which", "last", "this", "next")
        if token.pos in {"AUX", "VERB", "ADV"} or (token.pos != "PROPN" and not cued):
            return False
        if found.scene.shouting and not cued:
            return False
    if found.scene.surnames(month):
        return False
    entity = found.scene.entity(month)
    if entity is not None and found.scene.names(month):
        # A month that the tagger takes for a name by itself is a month if a preposition says so.
        return entity.first == entity.last and found.preceded_by("in", "since", "by", "until", "from")
    return True


def week_of_day(found: Found) -> list[Reading] | None:
    """Read "the week of May 6"."""
    unit = found.one("unit")
    days = calendar(Found(found.scene, found.first + 3, found.last)) if unit is not None and unit.value == "week" else None
    return found.says(replace(days[0].says[0], part="weekof")) if days else None


def week_of_month(found: Found) -> list[Reading] | None:
    """Read "the first week of May"."""
    unit, month, nth = found.one("unit"), found.one("month", "mon"), found.one("ordinal")
    if unit is None or month is None or unit.value != "week":
        return None
    week = int(nth.value) if nth is not None else 5
    if week > 5:
        return None
    value = f"{year_pattern(found)}-{month_number(month):02d}"
    return found.says(Timex(DATE, value, part=f"week{week}"))


def listed(found: Found, values: list[tuple[Piece, str]]) -> list[Reading]:
    """Return one reading for each value: the first from the start of the match, the last to its end."""
    index = {id(p): i for i, p in enumerate(found.scene.pieces)}
    readings = [Reading(index[id(p)], index[id(p)], (Timex(DATE, v),)) for p, v in values]
    readings[0] = replace(readings[0], first=found.first)
    readings[-1] = replace(readings[-1], last=found.last)
    return readings


def days(found: Found) -> list[Reading] | None:
    """Read several days of one month ("on 3 and 5 June"), or the two ends of "between 3 and 7 May"."""
    month = found.one("month", "mon")
    numbers = [p for p in found.every("day") if int(p.value) <= 31]
    if month is None or len(numbers) < 2 or found.scene.counts(numbers[-1]):
        return None
    if found.preceded_by("quote"):
        return None
    stem = f"{year_pattern(found, [p for p in found if p not in numbers])}-{month_number(month):02d}"
    values = [(p, f"{stem}-{int(p.value):02d}") for p in numbers]
    if len(values) == 2 and found.preceded_by("between", "from"):
        return found.says(*(Timex(DATE, v) for _, v in values))
    return listed(found, values)


def months(found: Found) -> list[Reading] | None:
    """Read several months of one year, or a range of them."""
    year = year_pattern(found)
    values = [(p, f"{year}-{month_number(p):02d}") for p in found.every("month", "mon")]
    span = found.has("hyphen", "to", "until") or found.preceded_by("between", "from")
    if len(values) == 2 and span:
        return found.says(*(Timex(DATE, v) for _, v in values))
    return listed(found, values)


def day_range(found: Found) -> list[Reading] | None:
    """Read 3-5 May."""
    month, numbers = found.one("month", "mon"), found.every("day")
    if month is None or len(numbers) < 2 or int(numbers[0].value) >= int(numbers[1].value):
        return None
    stem = f"{year_pattern(found, [p for p in found if p not in numbers[:2]])}-{month_number(month):02d}"
    return found.says(*(Timex(DATE, f"{stem}-{int(p.value):02d}") for p in numbers[:2]))


def year_range(found: Found) -> list[Reading] | None:
    """Read 1990-1994 and 1990-94."""
    left, right = found.every("yyyy", "num2", "day")
    if found.scene.counts(right) or not 1500 <= int(left.value) <= 2100:
        return None
    end = right.text if right.name == "yyyy" else left.text[:2] + f"{int(right.text):02d}"
    if len(right.text) == 1 or int(end) <= int(left.text):
        return None
    return found.says(Timex(DATE, left.text), Timex(DATE, end))


def year(found: Found) -> list[Reading] | None:
    """Read a bare year where something says that it is one."""
    piece = found.one("yyyy")
    if piece is None:
        return None
    unit = found.one("unit")
    if unit is not None and unit.value != "year":
        return None
    value = Timex(DATE, piece.text, part=part(found))
    if found.has("part", "fiscal", "earlier", "later") or unit is not None:
        return found.says(value)
    after = found.after()
    if after is not None and (after.name in {"units", "oclock"} or after.text in {"%", "/"}):
        return None
    return found.says(value) if _is_year(found, piece) else None


def _is_year(found: Found, piece: Piece) -> bool:
    entity = found.scene.entity(piece)
    label = entity.label if entity is not None else ""
    before = found.before()
    if before is not None and (before.text in {"$", "€", "£", "No", "#"} or before.name == "at"):
        return False
    after = found.after()
    things = after is not None and after.text.lower() in words.THING_NOUNS
    cued = label == "DATE" and (found.preceded_by("in", "since", "by", "until", "of", "genitive") or _of_compound(found, piece))
    if things or (found.scene.counts(piece) and not cued and not found.has("the")):
        return False
    if label in {"QUANTITY", "MONEY", "PERCENT"} or (label == "CARDINAL" and not found.preceded_by("in", "since")):
        return False
    plausible = 1900 <= int(piece.value) <= 2050
    if found.preceded_by(*_YEAR_CUES):
        return plausible or (found.preceded_by("in", "since", "by", "until") and label in {"DATE", ""})
    return plausible and (label in {"DATE", "EVENT"} or (after is not None and after.name == "genitive"))


def _of_compound(found: Found, piece: Piece) -> bool:
    """Tell whether a number stands before a noun of more than one word ("1990 freight earnings")."""
    token = found.scene.token(piece)
    return token.head > token.i + 1


def decade(found: Found) -> list[Reading] | None:
    """Read the 1980s, the '90s and the nineties."""
    word = found.one("decade")
    if word is not None:
        return found.says(Timex(DATE, f"19{word.value}X", part=part(found)))
    piece = found.one("yyyy", "num2", "day")
    if piece is None or int(piece.value) % 10:
        return None
    if piece.name == "yyyy":
        return found.says(Timex(DATE, piece.text[:3] + "X", part=part(found)))
    if not found.has("quote") and not found.preceded_by("the") and next(iter(found)).name != "the":
        return None
    century = "19" if int(piece.value) >= 30 else "20"
    return found.says(Timex(DATE, f"{century}{piece.text[0]}X", part=part(found)))


def nth_unit(found: Found) -> list[Reading] | None:
    """Read the 20th century and the third quarter of 2019."""
    unit, nth = found.every("unit")[0], found.one("ordinal", "day")
    if nth is None:
        return None
    n = int(nth.value)
    if unit.value == "century" and 1 < n <= 21:
        return found.says(Timex(DATE, f"{n - 1:02d}XX", part=part(found)))
    if unit.value == "quarter" and n <= 4:
        years = found.every("unit")[1:]
        if years and years[0].value != "year":
            return None
        ref, away = YEAR_OF.get(direction(found), ("then", 0)) if years else ("", 0)
        return found.says(Timex(DATE, f"{year_pattern(found)}-{32 + n}", n=away, ref=ref))
    return None


def half_year(found: Found) -> list[Reading] | None:
    """Read the first half of 2020."""
    nth, unit = found.one("ordinal"), found.one("unit")
    n = int(nth.value) if nth is not None else 2
    if n > 2 or (unit is not None and unit.value != "year"):
        return None
    ref, away = YEAR_OF.get(direction(found), ("then", 0)) if unit is not None else ("", 0)
    return found.says(Timex(DATE, f"{year_pattern(found)}-{39 + n}", n=away, ref=ref))


def first_months(found: Found) -> list[Reading] | None:
    """Read the first three months of 2021, the last two."""
    nth, unit, n = found.one("ordinal"), found.one("units"), found.one("word", "day")
    last = found.has("last")
    if unit is None or n is None or unit.value != "month" or not 1 < int(n.value) <= 12:
        return None
    if not last and (nth is None or nth.value != 1):
        return None
    told = year_pattern(found)
    first, end = (13 - int(n.value), 12) if last else (1, int(n.value))
    return found.says(Timex(DATE, f"{told}-{first:02d}"), Timex(DATE, f"{told}-{end:02d}"))
