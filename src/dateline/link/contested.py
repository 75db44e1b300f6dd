"""Contested: the fields on which different speakers disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.link.facts import as_object, int_of, text_of
from dateline.model.claim import Claim


def contested(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the fields for which two speakers give values that exclude each other."""
    by_field: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_field[claim.field].append(claim)
    return tuple(sorted(f for f, found in by_field.items() if _disagree(f, found)))


def _disagree(field: str, claims: Sequence[Claim]) -> bool:
    return any(_speaker(a) != _speaker(b) and _exclude(field, a, b) for n, a in enumerate(claims) for b in claims[n + 1 :])


def _speaker(claim: Claim) -> str:
    said = claim.said_by[-1] if claim.said_by else None
    return (said.actor_id or said.name.lower()) if said is not None else ""


def _exclude(field: str, one: Claim, other: Claim) -> bool:
    a, b = as_object(one.value), as_object(other.value)
    if field.startswith("quantity:"):
        if (
            text_of(a.get("scope")) == "part"
            or text_of(b.get("scope")) == "part"
            or text_of(a.get("unit")) != text_of(b.get("unit"))
            or a.get("includes") != b.get("includes")
        ):
            return False
        low_a, high_a = _bounds(a.get("low"), a.get("high"))
        low_b, high_b = _bounds(b.get("low"), b.get("high"))
        return low_a > high_b or low_b > high_a
    if field == "date":
        return text_of(a.get("start")) > text_of(b.get("end")) or text_of(b.get("start")) > text_of(a.get("end"))
    if field == "participant:perpetrator":
        return bool(a.get("actor_id")) and bool(b.get("actor_id")) and a.get("actor_id") != b.get("actor_id")
    return False


def _bounds(low: object, high: object) -> tuple[float, float]:
    return (
        float(low) if isinstance(low, int) else 0.0,
        float(high) if isinstance(high, int) and int_of(high) is not None else float("inf"),
    )
