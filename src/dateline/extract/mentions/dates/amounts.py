"""Numbers, years and counts inside date expressions."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.mentions.dates.found import Found
from dateline.extract.mentions.dates.tokens import Piece

_VAGUE = {"few": (2, 5), "several": (3, 9), "couple": (2, 2), "many": (10, 99)}
"""What vague counts span; "a couple of" is taken for two."""
_NUMBERS = frozenset({"day", "num2", "num", "yyyy", "hhmm", "word", "tens", "hundred"})
_DURATION = {
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "weekend": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many units: `n` to `n_max`; a half more where `half`; nothing told where `n` is 0."""

    n: int
    n_max: int
    half: bool = False
    fraction: str = ""


def count(found: Found) -> Count:
    """Return the count of a match; 1 for "a", 0 to 0 where there is none."""
    for name, (low, high) in _VAGUE.items():
        if found.has(name):
            return Count(low, high)
    fraction = found.one("fraction")
    half = found.has("half") or (fraction is not None and fraction.text in {"1/2", "½"})
    decimal = found.one("decimal")
    if decimal is not None:
        return Count(int(decimal.text.split(".")[0]), 0, fraction=decimal.text)
    pieces = list(found)
    split = next((i for i in range(1, len(pieces) - 1) if _between_numbers(pieces, i)), 0)
    if split:
        low, high = number(_numbers(pieces[:split])), number(_numbers(pieces[split + 1 :]))
        return Count(low, high) if low < high else Count(high, high)
    n = number(_numbers(pieces))
    if n:
        return Count(n, n, half)
    if half and not found.has("and", "fraction"):
        return Count(0, 0, half=True)
    return Count(1, 1, half) if found.has("a") else Count(0, 0, half)


def _numbers(pieces: list[Piece]) -> list[Piece]:
    return [p for p in pieces if p.name in _NUMBERS]


def _between_numbers(pieces: list[Piece], i: int) -> bool:
    """Tell whether a piece is the sign between the two ends of a range ("two or three", "10-15")."""
    before, sign, after = pieces[i - 1 : i + 2]
    if before.name not in _NUMBERS or after.name not in _NUMBERS:
        return False
    return sign.name in {"to", "or"} or (sign.name == "hyphen" and before.name != "tens")


def number(pieces: list[Piece]) -> int:
    """Return the number that digits or number words give, 0 for none."""
    total = 0
    for p in pieces:
        value = int(p.value)
        if p.name == "hundred":
            total = max(total, 1) * value
        elif p.name in {"word", "tens"}:
            total += value
        else:
            return value
    return total


def iso_duration(amount: Count, unit: str) -> str:
    """Return an ISO 8601 duration, with X for a count that is not told."""
    times = {"fortnight": (2, "week"), "quarter": (3, "month"), "decade": (10, "year"), "century": (100, "year")}
    factor, base = times.get(unit, (1, unit))
    pattern = _DURATION[base]
    if amount.fraction and factor == 1:
        return pattern.format(amount.fraction)
    if amount.half and amount.n == 0:
        return {"hour": "PT30M", "day": "PT12H", "year": "P6M", "month": "P15D", "century": "P50Y", "decade": "P5Y"}.get(
            unit, pattern.format("0.5")
        )
    if amount.n == 0 or amount.n != amount.n_max:
        return pattern.format("X")
    n = amount.n * factor
    if not amount.half:
        return pattern.format(n)
    return {"year": f"P{n}Y6M", "hour": f"PT{n}H30M", "minute": f"PT{n}M30S"}.get(unit, pattern.format(f"{n}.5"))


def year_pattern(found: Found, pieces: list[Piece] | None = None) -> str:
    """Return the year of a match as a pattern: four digits, XX and two, or XXXX."""
    inside = pieces if pieces is not None else list(found)
    for i, p in enumerate(inside):
        if p.name == "yyyy":
            return p.text
        if p.name == "num2" or (p.name == "day" and i and inside[i - 1].name == "quote"):
            return f"XX{int(p.text):02d}"
    return "XXXX"
