"""Which columns of the encoder's output are what. Written beside the weights, so that the program reads them by name."""

from __future__ import annotations

from training.scheme import RELATIONS, ROLES, SPEECH, TYPES

BIO = ("O", "B", "I")


def layout(pair_width: int) -> dict[str, tuple[int, int]]:
    """Return the columns [first, last) of each head."""
    sizes = {"roles": 1 + 2 * len(ROLES), **dict.fromkeys(SPEECH, len(BIO)), "factuality": 1}
    sizes |= {"types": len(TYPES), "relevance": 1, "document_relevance": 1}
    sizes |= {f"{relation}.{side}": pair_width for relation in RELATIONS for side in ("anchor", "target")}
    out, at = {}, 0
    for name, size in sizes.items():
        out[name] = (at, at + size)
        at += size
    return out


def width(columns: dict[str, tuple[int, int]]) -> int:
    """Return the number of columns."""
    return max(last for _, last in columns.values())
