"""Readings of periods that the report is about ("the quarter"), of days and years told in part, and of vague adjectives."""

from __future__ import annotations

from dateline.extract.mentions.dates.amounts import Count, iso_duration, number, year_pattern
from dateline.extract.mentions.dates.found import Found, Reading
from dateline.extract.mentions.dates.readings import direction, month_number, year_of
from dateline.extract.mentions.dates.tokens import Piece
from dateline.resources.timex import Timex, TimexKind

_PERIODS = frozenset({"quarter", "year", "week"})
_ENDED = frozenset({"ended", "ending", "through"})
_ADJECTIVES = {"current": "present", "recent": "past"}


def the_period(found: Found) -> list[Reading] | None:
    """Read the quarter, the latest period, the full year, the year ended 30 June."""
    unit, after = found.one("unit", "period"), found.after()
    if unit is None or (unit.name == "unit" and unit.value not in _PERIODS):
        return None
    if unit.name == "period" and not found.has("latest", "yyyy"):
        return None
    if unit.name == "unit" and not found.has("yyyy", "latest", "fiscal", "lead") and not _within(found):
        return None
    ended = after is not None and after.text.lower() in _ENDED
    if ended and unit.value == "year":
        return found.says(Timex(TimexKind.DURATION, "P1Y"))
    name = "quarter" if unit.name == "period" else str(unit.value)
    year = found.one("yyyy")
    if year is not None and name != "quarter":
        return None
    return found.says(Timex(TimexKind.SAME, year.text if year is not None else "", name, ref="period"))


def _within(found: Found) -> bool:
    """Tell whether something happens over the period ("for the quarter", "the week's losses")."""
    after = found.after()
    if after is not None and after.name in {"before", "after", "of", "that", "hyphen", "unit"}:
        return False
    before = found.before()
    over = found.preceded_by("for", "in", "over", "of", "within", "until", "from", "by", "since")
    return (
        over
        or (before is not None and before.text.lower() in {"throughout", "into"})
        or (after is not None and after.name == "genitive")
    )


def year_ago_period(found: Found) -> list[Reading] | None:
    """Read the year-ago quarter, the year-earlier third quarter, last year's quarter, the same period last year."""
    units = found.every("unit")
    if not units or units[0].value != "year":
        return None
    nth = found.one("ordinal")
    n = -1 if found.has("ago", "earlier", "before") else {"last": -1, "this": 0, "next": 1}.get(year_of(found), 2)
    if n > 1 or (len(units) > 1 and units[1].value not in {"quarter", "period"}):
        return None
    if nth is not None:
        if int(nth.value) > 4:
            return None
        return found.says(Timex(TimexKind.DATE, f"XXXX-{32 + int(nth.value)}", n=n, ref="now"))
    return found.says(Timex(TimexKind.OFFSET, "quarter", "year", n=n, ref="now")) if n else None


def period_last_year(found: Found) -> list[Reading] | None:
    """Read the corresponding period last year."""
    unit = found.one("unit")
    if unit is None or unit.value != "year" or year_of(found) != "last":
        return None
    return found.says(Timex(TimexKind.OFFSET, "quarter", "year", n=-1, ref="now"))


def year_end(found: Found) -> list[Reading] | None:
    """Read year-end and the year's end: the last day of a year."""
    piece = found.one("unit")
    if piece is None or piece.value != "year" or not found.has("part") or found.every("part")[0].text.lower() != "end":
        return None
    after = found.after()
    if after is not None and after.name == "of":
        return None
    return found.says(Timex(TimexKind.DATE, "XXXX-12-31", direction=direction(found)))


def spelled_year(found: Found) -> list[Reading] | None:
    """Read two thousand and four where something says that it is a year."""
    year = _number(found.every("word", "tens", "hundred"))
    told = found.has("unit") or found.preceded_by("in", "since", "by", "until", "of")
    if not told or not 2000 <= year <= 2099 or found.scene.counts(list(found)[-1]):
        return None
    return found.says(Timex(TimexKind.DATE, str(year)))


def _number(pieces: list[Piece]) -> int:
    """Return a number in words: what stands after the thousand is added."""
    at = next(i for i, p in enumerate(pieces) if p.name == "hundred")
    return number(pieces[: at + 1]) + number(pieces[at + 1 :])


def quarter_sign(found: Found) -> list[Reading] | None:
    """Read Q3 2021, and H1 of a year."""
    piece = found.one("nth")
    if piece is None:
        return None
    quarter, n, year = piece.text[0] == "Q", int(piece.text[1]), year_pattern(found)
    if not quarter and (n > 2 or year == "XXXX"):
        return None
    return found.says(Timex(TimexKind.DATE, f"{year}-{(32 if quarter else 39) + n}"))


def weekday_of_month(found: Found) -> list[Reading] | None:
    """Read the second Sunday of May, the last Friday in March."""
    nth, weekday, month = found.one("ordinal"), found.one("weekday"), found.one("month", "mon")
    n = int(nth.value) if nth is not None else 5
    if weekday is None or month is None or n > 5 or (n == 5 and nth is not None):
        return None
    return found.says(Timex(TimexKind.DATE, f"{year_pattern(found)}-nth{month_number(month):02d}{n}{weekday.value}"))


def day_of_month(found: Found) -> list[Reading] | None:
    """Read on the 15th, where no noun follows that it could count."""
    piece, after = found.one("day"), found.after()
    if piece is None or not 1 <= int(piece.value) <= 31 or not found.preceded_by("on", "since", "until", "by", "before"):
        return None
    if after is not None and (after.name in {"hyphen", "of"} or found.scene.token(after).pos in {"NOUN", "PROPN", "ADJ", "NUM"}):
        return None
    return found.says(Timex(TimexKind.DATE, f"XXXX-XX-{int(piece.value):02d}"))


def short_year(found: Found) -> list[Reading] | None:
    """Read in '98."""
    piece = found.one("num2", "day")
    if piece is None or len(piece.text) != 2 or not found.preceded_by("in", "since", "of", "until", "by", "from"):
        return None
    return found.says(Timex(TimexKind.DATE, f"XX{piece.text}"))


def as_many(found: Found) -> list[Reading] | None:
    """Read "the third attack in as many days": as many as were counted before."""
    unit = found.every("units", "unit")[-1]
    counted = [p for p in found.scene.pieces[: found.first] if p.name in {"ordinal", "word", "day"}]
    n = int(counted[-1].value) if counted else 0
    return found.says(Timex(TimexKind.DURATION, iso_duration(Count(n, n), str(unit.value)), cue="many"))


def adjective(found: Found) -> list[Reading] | None:
    """Read current and recent before a noun."""
    piece = list(found)[-1]
    value = _ADJECTIVES.get(piece.text.lower())
    if value is None or found.scene.token(piece).dep != "amod" or (piece.text[0].isupper() and found.first > 0):
        return None
    return found.says(Timex(TimexKind.VAGUE, "past" if found.has("then") else value))
