"""Names of outlets, which are no people and no bodies of their own kind here."""

from __future__ import annotations

from functools import lru_cache

from dateline.extract.mentions.actors.scan import Scan
from dateline.resources.actors import load_register, parts


@lru_cache(maxsize=1)
def _names() -> frozenset[tuple[str, ...]]:
    raw = load_register().outlets
    out = {tuple(p.fold for p in parts(name)) for name in raw["names"] if name not in raw["ambiguous"]}
    return frozenset(out | {("twitter",), ("facebook",), ("telegram",), ("youtube",), ("whatsapp",)})


def is_outlet(scan: Scan, first: int, last: int) -> bool:
    """Tell whether tokens [first, last] are the listed name of an outlet."""
    return tuple(p.fold for key in scan.keys[first : last + 1] for p in key) in _names()
