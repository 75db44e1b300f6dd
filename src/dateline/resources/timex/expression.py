"""Timex: what a date expression says by itself. It travels from finder to resolver as the key of a date mention."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache


class TimexKind(StrEnum):
    """What sort of reckoning an expression asks for."""

    DATE = "date"
    """A calendar pattern, with X for what is left out."""
    NUMERIC = "numeric"
    """A date in figures whose order of day and month is open ("03/05/2019")."""
    WEEKDAY = "weekday"
    SHIFT = "shift"
    """A calendar unit counted from now ("yesterday", "this month", "last year")."""
    SAME = "same"
    """A calendar unit counted from the date told before ("that month", "the next day")."""
    OFFSET = "offset"
    """A distance from now or from a date told ("two days ago", "a year later")."""
    STRETCH = "stretch"
    """A stretch that ends or begins now ("the past week", "the next two days")."""
    DURATION = "duration"
    SET = "set"
    """Habitual ("every Friday")."""
    TIME = "time"
    """A time of the day alone."""
    VAGUE = "vague"
    """No value can be given ("recently", "at the time")."""


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression.

    `value` is an EDTF-like pattern with X for what is not said (`XXXX-01-20`, `XX90-02-04`, `198X`, `2021-21` for spring,
    `2020-35` for the third quarter), an ISO 8601 duration, or a word for vague ones. `unit` and `n` (up to `n_max`) count;
    `n_max` 0 means n itself. `ref` says from what: `now`, `then` (the date told before), `next` (the date that
    follows), `period` (the one that the report is about). `part` is
    early, mid, late, earlier or later; `tense` that of the governing verb; `cue` the preposition before it.
    """

    kind: TimexKind
    value: str = ""
    unit: str = ""
    n: int = 0
    n_max: int = 0
    ref: str = ""
    direction: str = ""
    part: str = ""
    weekday: int = 0
    """ISO weekday, Monday is 1; 0 if none is named."""
    tod: str = ""
    """Part of the day: MO, AF, EV, NI, DA (dawn), DU (dusk), MN (midnight)."""
    time: str = ""
    """HH:MM, or HH where only the hour is told."""
    tense: str = ""
    cue: str = ""
    at: str = ""
    """Where in its mention an end of an interval stands, as "start-end" in characters."""


_FIELDS = tuple((f.name, f.name in {"n", "n_max", "weekday"}) for f in fields(Timex) if f.name != "kind")
_TO = " / "


def encode(*expressions: Timex) -> str:
    """Return the key for one expression, or for the interval between two."""
    return _TO.join(_encode(x) for x in expressions)


def _encode(x: Timex) -> str:
    parts = [x.kind.value]
    for name, _ in _FIELDS:
        value = getattr(x, name)
        if value:
            parts.append(f"{name}={value}")
    return " ".join(parts)


@lru_cache(maxsize=4096)
def decode(key: str) -> tuple[Timex, ...]:
    """Return the expressions of a key: one, or the two ends of an interval. Raises ValueError for any other key."""
    expressions = tuple(_decode(part) for part in key.split(_TO))
    if len(expressions) > 2:
        raise ValueError(f"not a date key: {key!r}")
    return expressions


def _decode(part: str) -> Timex:
    kind, *pairs = part.split(" ")
    values = dict(pair.split("=", 1) for pair in pairs)
    given: dict[str, str | int] = {
        name: int(values[name]) if number else values[name] for name, number in _FIELDS if name in values
    }
    return Timex(TimexKind(kind), **given)  # type: ignore[arg-type]
