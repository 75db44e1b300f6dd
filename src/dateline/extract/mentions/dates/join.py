"""Readings that are one mention together: a day with its time, the two ends of an interval."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.mentions.dates.found import Reading, Scene
from dateline.extract.mentions.dates.grammar import compile_template
from dateline.extract.mentions.dates.tokens import ALPHABET
from dateline.resources.timex import Timex, TimexKind

Chosen = tuple[str, Reading]

_DAYS = frozenset({TimexKind.DATE, TimexKind.NUMERIC, TimexKind.WEEKDAY, TimexKind.SHIFT, TimexKind.SAME, TimexKind.OFFSET})
_PERIODS = _DAYS | {TimexKind.TIME}
_BEFORE_DAY = compile_template(
    "(?:the? part? (?:tod|point) (?:of|on|comma)? the?|the? (?:part|ordinal|wee)? tod? units of the?)$"
)
_AFTER_DAY = compile_template("(?:comma? (?:at|by|before|after|approx)? (?:in the|over the|on the)? part? hyphen? (?:tod|point))")
_TIME_TO_DAY = compile_template("(?:on|comma|of|at|close|on the)?")
_DAY_TO_TIME = compile_template("comma? (?:at|by|approx|before|after|from|since|at approx)?")
_TO = compile_template("comma? (?:and|to|until|hyphen)")
_OPEN = ALPHABET["open"]
_CLOSE = ALPHABET["close"]
_AROUND = 8


def join(scene: Scene, codes: str, chosen: list[Chosen]) -> list[Chosen]:
    """Return the readings with times joined to their days and ends to intervals."""
    out: list[Chosen] = []
    for rule, reading in chosen:
        grown = _with_time_of_day(scene, codes, reading, out[-1][1].last if out else -1)
        if out and (merged := _merged(scene, codes, out[-1][1], grown)) is not None:
            out[-1] = (out[-1][0] if out[-1][1].says[0].kind is not TimexKind.TIME else rule, merged)
        elif not (out and grown.first <= out[-1][1].last):
            out.append((rule, grown))
    return out


def _is_day(x: Timex) -> bool:
    if x.kind in {TimexKind.SHIFT, TimexKind.SAME}:
        return x.unit == "day" and not x.tod
    if x.kind is TimexKind.OFFSET:
        return x.unit == "day"
    return x.kind in _DAYS and (x.kind is not TimexKind.DATE or x.value.count("-") == 2)


def _is_part_of_day(x: Timex) -> bool:
    return x.kind in {TimexKind.SHIFT, TimexKind.SAME} and x.unit == "day" and bool(x.tod)


def _with_time_of_day(scene: Scene, codes: str, reading: Reading, taken: int) -> Reading:
    """Take in "on the morning of" before a day and "night" after it."""
    x = reading.says[-1]
    if not _is_day(x) or x.tod or x.time:
        return reading
    low = max(taken + 1, reading.first - _AROUND)
    before = _BEFORE_DAY.search(codes[low : reading.first])
    if before and scene.pieces[low + before.start()].name == "units":
        before = None
    after = _AFTER_DAY.match(codes, reading.last + 1)
    first, last = reading.first, reading.last
    if before and before.group():
        first = low + before.start()
    if after and after.group() and not _begins_other(scene, codes, after.end()):
        last = after.end() - 1
    if (first, last) == (reading.first, reading.last):
        return reading
    inside = [*scene.pieces[first : reading.first], *scene.pieces[reading.last + 1 : last + 1]]
    # "The early hours of Tuesday" name no other time of the day.
    value = next((str(p.value) for p in inside if p.name in {"tod", "point"}), "MO")
    says = replace(x, time=value) if value.isdigit() else replace(x, tod=value)
    return Reading(first, last, (*reading.says[:-1], says))


def _begins_other(scene: Scene, codes: str, at: int) -> bool:
    """Tell whether the time of day belongs to what follows ("on Monday, morning of the vote")."""
    return at < len(scene.pieces) and scene.pieces[at].name in {"of", "on"}


def _merged(scene: Scene, codes: str, left: Reading, right: Reading) -> Reading | None:
    gap = codes[left.last + 1 : right.first]
    if right.first <= left.last:
        return None
    a, b = left.says[-1], right.says[0]
    if a.kind is TimexKind.TIME and (_is_day(b) or _is_part_of_day(b)) and not b.time and _TIME_TO_DAY.fullmatch(gap):
        at = tuple(replace(b, time=b.time or t.time, tod=b.tod or t.tod) for t in left.says)
        return Reading(left.first, right.last, (*at, *right.says[1:])[:2])
    if b.kind is TimexKind.TIME and len(left.says) == 1 and _is_day(a) and not a.time and _DAY_TO_TIME.fullmatch(gap):
        return Reading(left.first, right.last, (replace(a, time=a.time or b.time, tod=a.tod or b.tod),))
    if a.kind is b.kind is TimexKind.TIME and gap == _OPEN:
        # "2330 [0530 GMT]": one moment told twice.
        closed = codes[right.last + 1 : right.last + 2] == _CLOSE
        return Reading(left.first, right.last + closed, (a,))
    if _ends(scene, left, right, gap):
        return Reading(left.first, right.last, (a, b), ((left.first, left.last), (right.first, right.last)))
    return None


def _ends(scene: Scene, left: Reading, right: Reading, gap: str) -> bool:
    """Tell whether two readings are the ends of one interval ("from Monday to Friday")."""
    if len(left.says) != 1 or len(right.says) != 1 or not _TO.fullmatch(gap):
        return False
    if left.says[0].kind not in _PERIODS or right.says[0].kind not in _PERIODS:
        return False
    sign = scene.pieces[right.first - 1]
    if sign.text.lower() in {"and", "or", "&"}:
        return left.first > 0 and scene.pieces[left.first - 1].name == "between"
    if sign.name == "hyphen" or sign.text.lower() in {"until", "till", "through"}:
        return True
    return bool(left.says[0].tod) or (left.first > 0 and scene.pieces[left.first - 1].name in {"from", "between"})
