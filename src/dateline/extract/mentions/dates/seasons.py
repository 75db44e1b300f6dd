"""Readings of seasons and feasts."""

from __future__ import annotations

from dateline.extract.mentions.dates import words
from dateline.extract.mentions.dates.amounts import year_pattern
from dateline.extract.mentions.dates.found import Found, Reading
from dateline.extract.mentions.dates.readings import DATE, YEAR_OF, direction, listed, part
from dateline.resources.timex import Timex


def seasons(found: Found) -> list[Reading] | None:
    """Read the spring and summer of 2015."""
    told = year_pattern(found)
    return listed(found, [(p, f"{told}-{p.value}") for p in found.every("season")])


def season(found: Found) -> list[Reading] | None:
    """Read spring 2021, last summer and the winter of the same year; "the fall of" a town is none."""
    piece, unit = found.one("season"), found.one("unit")
    if piece is None or (unit is not None and unit.value != "year"):
        return None
    year_told = year_pattern(found)
    bare = year_told == "XXXX" and unit is None
    which = direction(found)
    if bare and not which and not found.has("part") and not _seasonal(found):
        return None
    after = found.after()
    if piece.text.lower() == "fall" and bare and (not which or (after is not None and after.name == "of")):
        return None
    if found.scene.names(piece):
        return None
    ref, n = YEAR_OF.get(which, ("then", 0)) if unit is not None else ("", 0)
    towards = which if bare else ""
    # "the summer shooting": the "in" before it is not its own, and it is the last one
    cue = "of" if bare and not which and found.scene.token(piece).dep in {"compound", "amod"} else ""
    return found.says(Timex(DATE, f"{year_told}-{piece.value}", n=n, ref=ref, direction=towards, part=part(found), cue=cue))


def _seasonal(found: Found) -> bool:
    """Tell whether a preposition of time stands before a season."""
    before = found.before()
    return found.preceded_by("in", "over", "since", "by") or (
        before is not None and before.text.lower() in {"into", "throughout"}
    )


def feast(found: Found) -> list[Reading] | None:
    """Read Christmas Eve 2012, last Easter."""
    piece = found.one("feast")
    if piece is None:
        return None
    name = piece.text.lower().replace("’", "'").replace(" jr.", "")
    rule = words.FEASTS.get(name) or _eid(name)
    unit = found.one("unit")
    if rule is None or (unit is not None and unit.value != "weekend"):
        return None
    part = "weekend" if unit is not None else ""
    return found.says(Timex(DATE, f"{year_pattern(found)}-{rule}", direction=direction(found), part=part))


def _eid(name: str) -> str | None:
    """Return the rule of an Eid under its spellings."""
    if not name.startswith("eid"):
        return "03-21" if name in {"noruz", "nowroz", "nowruz"} else None
    return "eid-al-fitr" if name.endswith("fitr") else "eid-al-adha"
