"""Readings of what is counted from now or from a date told before, of durations and habits."""

from __future__ import annotations

from dateline.extract.mentions.dates.amounts import Count, count, iso_duration
from dateline.extract.mentions.dates.found import Found, Reading
from dateline.extract.mentions.dates.readings import direction, part
from dateline.model.document import ZoneKind
from dateline.resources.timex import Timex, TimexKind

_SHIFT = {"last": -1, "this": 0, "next": 1}
_CLOCK_HOURS = 100
_NARRATIVE = {"same": 0, "following": 1}


def today(found: Found) -> list[Reading] | None:
    """Read today, yesterday, tomorrow."""
    piece = found.one("today")
    if piece is None:
        return None
    before = found.before()
    if piece.text[0].isupper() and before is not None and not found.scene.shouting:
        # "Russia Today" is an outlet, outside headlines.
        headline = found.scene.sentence.zone is ZoneKind.TITLE
        if found.scene.names(piece) or (not headline and found.scene.token(before).tag == "NNP"):
            return None
    tod = "NI" if found.has("overnight") else ""
    return found.says(Timex(TimexKind.SHIFT, unit="day", n=int(piece.value), part=part(found), tod=tod))


def day_before(found: Found) -> list[Reading] | None:
    """Read the day before yesterday, the day after tomorrow."""
    piece, unit = found.one("today"), found.one("unit")
    if piece is None or unit is None or unit.value != "day":
        return None
    n = int(piece.value) + (1 if found.has("after") else -1)
    return found.says(Timex(TimexKind.SHIFT, unit="day", n=n))


def tonight(found: Found) -> list[Reading] | None:
    """Read tonight."""
    return found.says(Timex(TimexKind.SHIFT, unit="day", tod="NI"))


def overnight(found: Found) -> list[Reading] | None:
    """Read overnight: the night that ends on the day of writing."""
    token = found.scene.token(next(iter(found)))
    if token.dep in {"amod", "compound"}:
        return None
    return found.says(Timex(TimexKind.SHIFT, value="overnight", unit="day", tod="NI"))


def which_unit(found: Found) -> list[Reading] | None:
    """Read last week, this morning, that month, the next day, the same year."""
    piece = found.every("unit", "tod")[-1]
    which = direction(found)
    edge = part(found)
    if not which:
        return None
    if piece.name == "tod":
        return _which_time_of_day(found, which, str(piece.value), edge)
    unit = str(piece.value)
    if unit == "minute" or (unit == "hour" and found.has("this", "current", "that", "same")):
        return None
    if unit == "hour":
        return found.says(Timex(TimexKind.STRETCH, unit=unit, n=1, direction="past" if which == "last" else "coming"))
    definite = found.has("the")
    n = _SHIFT.get(which, 0)
    if found.has("previous") and (definite or unit == "day"):
        return found.says(Timex(TimexKind.SAME, unit=unit, n=-1, part=edge))
    if which in _NARRATIVE:
        return found.says(Timex(TimexKind.SAME, unit=unit, n=_NARRATIVE[which], part=edge))
    if which == "next" and (unit == "day" or (definite and not found.has("coming"))):
        if found.preceded_by("over", "within", "in", "for") and unit != "day":
            return found.says(Timex(TimexKind.STRETCH, unit=unit, n=1, direction="coming"))
        return found.says(Timex(TimexKind.SAME, unit=unit, n=1, part=edge))
    if not edge and (found.has("past") or (which == "last" and definite and not found.has("latest"))):
        return found.says(Timex(TimexKind.STRETCH, unit=unit, n=1, direction="past"))
    return found.says(Timex(TimexKind.SHIFT, unit=unit, n=n, part=edge))


def _which_time_of_day(found: Found, which: str, tod: str, edge: str) -> list[Reading] | None:
    if found.has("previous"):
        return found.says(Timex(TimexKind.SAME, unit="day", n=-1, tod=tod))
    if which in _NARRATIVE or which == "next":
        n = 1 if which == "next" else _NARRATIVE[which]
        return found.says(Timex(TimexKind.SAME, unit="day", n=n, tod=tod))
    return found.says(Timex(TimexKind.SHIFT, unit="day", n=_SHIFT[which], tod=tod, part=edge))


def edge_of_unit(found: Found) -> list[Reading] | None:
    """Read the end of the year, later in the day."""
    unit = found.one("unit")
    if unit is None or unit.value in {"minute", "hour"}:
        return None
    return found.says(Timex(TimexKind.SAME, unit=str(unit.value), part=part(found)))


def stretch(found: Found) -> list[Reading] | None:
    """Read the past two weeks, recent days, the next few hours."""
    piece = found.every("units", "unit")[-1]
    if found.has("following", "subsequent"):
        towards = "after"
    elif found.has("next", "coming"):
        towards = "coming"
    else:
        towards = "before" if found.has("previous") else "past"
    amount = count(found)
    if piece.name == "unit" and found.has("a") and not amount.half:
        return None
    return found.says(Timex(TimexKind.STRETCH, unit=str(piece.value), n=amount.n, n_max=amount.n_max, direction=towards))


def _offset(found: Found, sign: int, ref: str, cue: str = "") -> list[Reading]:
    piece = found.every("unit", "units")[0]
    amount = count(found)
    unit, n, n_max = str(piece.value), amount.n, amount.n_max
    if amount.half:
        halves = {
            "year": ("month", 6),
            "month": ("day", 15),
            "week": ("day", 3),
            "day": ("hour", 12),
            "hour": ("minute", 30),
            "decade": ("year", 5),
            "century": ("year", 50),
        }
        whole = {"year": 12, "month": 30, "week": 7, "day": 24, "hour": 60, "decade": 10, "century": 100}
        if unit in halves:
            n = n * whole[unit] + halves[unit][1]
            n_max, unit = n, halves[unit][0]
    if n == 0 and piece.name == "unit":
        n = n_max = 1
    if n == n_max:
        n_max = 0
    return found.says(Timex(TimexKind.OFFSET, unit=unit, n=sign * n, n_max=sign * n_max, ref=ref, cue=cue))


def ago(found: Found) -> list[Reading] | None:
    """Read three weeks ago."""
    return _offset(found, -1, "now", "ago")


def from_now(found: Found) -> list[Reading] | None:
    """Read two weeks from now."""
    if found.has("vague") and found.every("vague")[-1].text.lower() != "now":
        return None
    return _offset(found, 1, "now", "from-now")


def later(found: Found) -> list[Reading] | None:
    """Read two months later, a year earlier."""
    compared = found.has("hyphen") and found.has("earlier") and found.has("unit")  # "the year-earlier loss"
    return _offset(found, -1 if found.has("earlier") else 1, "now" if compared else "then", "later")


def weekend(found: Found) -> list[Reading] | None:
    """Read the weekend: the last or the next, as the tense says; "the" before other units says nothing."""
    unit = found.one("unit")
    if unit is None or unit.value != "weekend":
        return None
    return found.says(Timex(TimexKind.SHIFT, value="nearest", unit="weekend"))


def after(found: Found) -> list[Reading] | None:
    """Read two days after (something), the day before."""
    sign = 1 if found.has("after") else -1
    tod = found.one("tod")
    if tod is not None:
        return found.says(Timex(TimexKind.OFFSET, unit="day", n=sign, ref="next", tod=str(tod.value), cue="after"))
    following = found.after()
    nothing_follows = following is None or following.name in {"comma", "dot", "close", "and", "or"}
    if not nothing_follows and following is not None and following.name == "that":
        nothing_follows = True
    return _offset(found, sign, "then" if nothing_follows else "next", "after")


def sentence(found: Found) -> list[Reading] | None:
    """Read 20 years in prison: how long, and that it is a punishment."""
    piece = found.every("unit", "units")[0]
    return found.cut(piece, Timex(TimexKind.DURATION, iso_duration(count(found), str(piece.value)), cue="sentence"))


def duration(found: Found) -> list[Reading] | None:
    """Read for two weeks, a ten-day siege; "a day" after a counted noun is a rate."""
    piece = found.every("unit", "units")[-1]
    amount = count(found)
    hyphened = found.has("hyphen")
    following = found.after()
    if following is not None and following.name == "old":
        return []
    if piece.value == "hour" and amount.n >= _CLOCK_HOURS and found.preceded_by("at"):
        # "at 2030 hours" is a time of day
        return []
    plain = [p for p in found if p.name not in {"approx", "the"}]
    if piece.name == "unit" and len(plain) == 2 and plain[0].name == "a":
        before = found.before()
        if before is not None and found.scene.token(before).tag in {"NN", "NNS", "CD", "NNP"}:
            return found.says(Timex(TimexKind.SET, iso_duration(Count(1, 1), str(piece.value))))
    if piece.name == "unit" and hyphened and found.has("lead"):
        amount = amount if amount.n else Count(1, 1)
    elif piece.value == "quarter" and (hyphened or piece.name == "unit"):
        return None
    punishes = found.scene.governor_lemma(piece) in {"sentence", "jail", "imprison"}
    return found.says(Timex(TimexKind.DURATION, iso_duration(amount, str(piece.value)), cue="sentence" if punishes else ""))


def some_units(found: Found) -> list[Reading] | None:
    """Read for weeks, within days, years of war."""
    piece = next(iter(found))
    following = found.after()
    cued = found.preceded_by("for", "within", "in", "over", "after", "before", "these")
    if not cued and not (following is not None and following.name == "of"):
        return None
    before = found.before()
    if piece.value == "hour" and not cued:
        # "the early morning hours of 14 November"
        return None
    if piece.value in {"quarter", "weekend"} or (before is not None and before.name in {"part", "ordinal"}):
        return None
    if found.preceded_by("these"):
        return found.says(Timex(TimexKind.VAGUE, "present"))
    return found.says(Timex(TimexKind.DURATION, iso_duration(Count(0, 0), str(piece.value))))


def each(found: Found) -> list[Reading] | None:
    """Read every Friday, each week, Sundays."""
    weekday = found.one("weekday", "weekdays")
    if weekday is not None:
        return found.says(Timex(TimexKind.SET, f"XXXX-WXX-{weekday.value}"))
    piece = found.one("unit", "units")
    month = found.one("month")
    if month is not None:
        return found.says(Timex(TimexKind.SET, f"XXXX-{int(month.value):02d}"))
    if piece is None:
        return found.says(Timex(TimexKind.SET, "P1D" if found.has("tod", "point") else "P1Y"))
    amount = count(found)
    if amount.n == 0:
        nth = found.one("ordinal")
        n = int(nth.value) if nth is not None else 2 if found.has("other") else 1
        amount = Count(n, n)
    return found.says(Timex(TimexKind.SET, iso_duration(amount, str(piece.value))))


def once(found: Found) -> list[Reading] | None:
    """Read twice a week, per day."""
    piece = found.every("unit")[-1]
    return found.says(Timex(TimexKind.SET, iso_duration(Count(1, 1), str(piece.value))))


def habit(found: Found) -> list[Reading] | None:
    """Read daily, weekly, unless it is part of a name or a newspaper."""
    piece = next(iter(found))
    if found.scene.token(piece).pos in {"NOUN", "PROPN"} and not found.scene.shouting:
        return None
    if (piece.text[0].isupper() and not found.scene.shouting) or found.scene.names(piece):
        return None
    return found.says(Timex(TimexKind.SET, str(piece.value)))


def weekday(found: Found) -> list[Reading] | None:
    """Read Friday, last Friday, early on Friday, Friday of last week."""
    piece, unit = found.one("weekday"), found.one("unit")
    if piece is None or (unit is not None and unit.value != "week"):
        return None
    before = found.before()
    if before is not None and before.text.lower() in {"bloody", "black", "good", "palm"} and before.text[0].isupper():
        return None
    which = direction(found)
    if unit is not None:
        n = _SHIFT.get(which, 0)
        ref = "now" if which in _SHIFT else "then"
        return found.says(Timex(TimexKind.WEEKDAY, unit="week", n=n, ref=ref, weekday=int(piece.value), part=part(found)))
    return found.says(Timex(TimexKind.WEEKDAY, direction=which, weekday=int(piece.value), part=part(found)))


def vague(found: Found) -> list[Reading] | None:
    """Read now, recently, currently."""
    piece = found.one("vague")
    return found.says(Timex(TimexKind.VAGUE, str(piece.value))) if piece is not None else None


def then(found: Found) -> list[Reading] | None:
    """Read since then, by then, which name a time told before; other uses of the word date nothing."""
    return found.says(Timex(TimexKind.VAGUE, "near")) if found.preceded_by("since", "by", "until") else None


def the_time(found: Found) -> list[Reading] | None:
    """Read at the time, at that moment, the time of writing."""
    if found.has("writing"):
        return found.says(Timex(TimexKind.VAGUE, "present"))
    after_it = found.after()
    if after_it is not None and after_it.name == "of":
        return None
    if not found.preceded_by("at", "by", "until", "since"):
        return None
    now = found.has("this", "current", "right") or (
        found.has("the") and found.has("time") and list(found)[-1].text.lower() == "moment"
    )
    return found.says(Timex(TimexKind.VAGUE, "present" if now else "then"))


def soon_after(found: Found) -> list[Reading] | None:
    """Read soon after, shortly before: a time that the words beside it tell."""
    return found.says(Timex(TimexKind.VAGUE, "near"))


def soon(found: Found) -> list[Reading] | None:
    """Read soon; "shortly" and "immediately" by themselves date nothing, and no more does "as soon as"."""
    after_it = found.after()
    if after_it is not None and after_it.text.lower() == "as":
        return None
    return found.says(Timex(TimexKind.VAGUE, "future")) if next(iter(found)).text.lower() == "soon" else None


def past_or_future(found: Found) -> list[Reading] | None:
    """Read in the past, in the future."""
    piece = found.one("past", "future")
    after_it = found.after()
    if piece is None or found.scene.token(piece).dep == "amod" or (after_it is not None and after_it.name == "of"):
        return None
    if piece.name == "past" and not found.preceded_by("in", "for", "of", "from", "to"):
        return None
    return found.says(Timex(TimexKind.VAGUE, "past" if found.has("past") else "future"))


def term(found: Found) -> list[Reading] | None:
    """Read the near term, the long term."""
    piece = list(found)[-1]
    return None if found.scene.token(piece).dep in {"amod", "compound"} else found.says(Timex(TimexKind.VAGUE, "future"))


def ahead(found: Found) -> list[Reading] | None:
    """Read the weeks ahead."""
    piece = found.one("units")
    return found.says(Timex(TimexKind.STRETCH, unit=str(piece.value), direction="coming")) if piece is not None else None


def present(found: Found) -> list[Reading] | None:
    """Read at present."""
    piece = found.one("current")
    if piece is None or piece.text.lower() != "present" or found.has("the") or not found.has("at"):
        return None
    return found.says(Timex(TimexKind.VAGUE, "present"))
