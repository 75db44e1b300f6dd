"""Readings of times of the day."""

from __future__ import annotations

from dateline.extract.mentions.dates.found import Found, Reading
from dateline.extract.mentions.dates.readings import part
from dateline.extract.mentions.dates.tokens import Piece
from dateline.resources.timex import Timex, TimexKind


def time(found: Found) -> list[Reading] | None:
    """Read 5 p.m., 17:30, six o'clock."""
    piece = found.one("clock", "day", "decimal", "word")
    if piece is None or (piece.name == "clock" and found.scene.token(piece).tag == "NNP"):
        return None
    if piece.name in {"clock", "decimal"}:
        hour, minute = (int(x) for x in piece.text.replace(".", ":").split(":")[:2])
        told = True
    else:
        hour, minute, told = int(piece.value), 0, False
    half, tod = found.one("ampm"), found.one("tod")
    if tod is not None:
        hour += 12 * _late(hour, tod)
    elif half is not None:
        if half.text.lower().startswith("p") and hour < 12:
            hour += 12
        elif half.text.lower().startswith("a") and hour == 12:
            hour = 0
    if hour > 23 or minute > 59:
        return None
    return found.says(Timex(TimexKind.TIME, time=f"{hour:02d}:{minute:02d}" if told else f"{hour:02d}"))


def time_range(found: Found) -> list[Reading] | None:
    """Read from 5 to 7 p.m.: both are before or after noon unless the first would come last."""
    ends = found.every("day", "clock")
    half = found.one("ampm")
    if half is None or not (found.has("hyphen") or found.preceded_by("from", "between")):
        return None
    late = half.text.lower().startswith("p")
    hours = [int(p.text.split(":")[0]) for p in ends]
    if not all(1 <= h <= 12 for h in hours):
        return None
    hours = [h % 12 + 12 * late for h in hours]
    hours[0] -= 12 * (late and hours[0] > hours[1])
    minutes = [":" + p.text.split(":")[1] if p.name == "clock" else "" for p in ends]
    return found.says(*(Timex(TimexKind.TIME, time=f"{h:02d}{m}") for h, m in zip(hours, minutes, strict=True)))


def hour_in_the(found: Found) -> list[Reading] | None:
    """Read 4 in the morning."""
    hour, tod = found.one("day", "word", "hhmm", "clock"), found.one("tod")
    if hour is not None and hour.name in {"hhmm", "clock"}:
        return time(found) if hour.name == "clock" else military_time(found)
    if hour is None or tod is None or not found.preceded_by("at", "by", "approx", "before", "after", "since", "until"):
        return None
    n = int(hour.value)
    if not 1 <= n <= 12:
        return None
    return found.says(Timex(TimexKind.TIME, time=f"{n % 12 + 12 * _late(n, tod):02d}"))


def _late(hour: int, tod: Piece) -> bool:
    """Tell whether an hour of a twelve-hour clock is one after noon: 4 in the afternoon, 11 at night, not 2 at night."""
    return (tod.value in {"AF", "EV"} and hour < 12) or (tod.value == "NI" and 5 < hour < 12)


def military_time(found: Found) -> list[Reading] | None:
    """Read "at 2330", "0930 GMT"; a number that could be a year needs a word that says it is none."""
    piece = found.one("hhmm", "yyyy")
    if piece is None or found.scene.counts(piece):
        return None
    unit = found.one("units")
    zoned = found.has("zone", "oclock") or (unit is not None and unit.value == "hour")
    if unit is not None and unit.value != "hour":
        return None
    hour, minute = int(piece.text[:2]), int(piece.text[2:])
    if hour > 23 or minute > 59:
        return None
    cued = (
        found.preceded_by("at")
        or (found.has("approx") and not found.preceded_by("of", "in"))
        or (piece.name == "hhmm" and found.preceded_by("by", "before", "after", "from", "to", "until", "between"))
    )
    other, sign = found.before(2), found.before(3)
    if found.preceded_by("and") and other is not None and other.name == "hhmm" and sign is not None and sign.name == "between":
        cued = True  # "between 0630 and 0700"
    if found.scene.shouting and piece.name == "yyyy" and int(piece.text) < 1800:
        # wire copy writes the time of the day so, and is of no such years
        cued = cued or found.preceded_by("since", "by", "before", "after", "from", "to", "until", "between", "and")
        zoned = zoned or cued
    following = found.after()
    counted = following is not None and not following.name and found.scene.token(following).tag in {"NNS", "NN"}
    if zoned or (cued and not counted and (piece.name == "hhmm" or found.preceded_by("at") or found.has("approx"))):
        if piece.name == "yyyy" and not zoned and int(piece.text) >= 1900 and not _at_clock(found):
            return None
        return found.says(Timex(TimexKind.TIME, time=f"{hour:02d}:{minute:02d}"))
    return None


def _at_clock(found: Found) -> bool:
    """Tell whether "at" stands before, which no year has."""
    return found.preceded_by("at") or (found.has("approx") and (found.before() or next(iter(found))).name == "at")


def point_of_day(found: Found) -> list[Reading] | None:
    """Read at dawn, around noon."""
    piece = found.one("point")
    if piece is None or not (
        found.has("approx") or found.preceded_by("at", "before", "after", "by", "until", "since", "from", "to", "on", "the")
    ):
        return None
    if found.scene.names(piece):
        return None
    value = str(piece.value)
    return found.says(Timex(TimexKind.TIME, time=value) if value.isdigit() else Timex(TimexKind.TIME, tod=value))


def time_of_day(found: Found) -> list[Reading] | None:
    """Read in the evening, at night."""
    piece = found.one("tod")
    if piece is None:
        return None
    cued = found.preceded_by("at", "by") or (found.preceded_by("the") and _in_the(found))
    if (not cued and not found.has("part")) or found.scene.token(piece).dep in {"amod", "compound"}:
        return None
    return found.says(Timex(TimexKind.TIME, tod=str(piece.value), part=part(found)))


def _in_the(found: Found) -> bool:
    before = found.before(2)
    return before is not None and before.name in {"in", "over", "on", "by", "of", "until"}
