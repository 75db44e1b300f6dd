"""Story: whether a report tells one act of violence and no other, and what else it tells of that one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.link.facts import Facts
from dateline.link.score import OTHER_VICTIMS, score
from dateline.resources.codebook import Codebook

_VIOLENT = frozenset({"attack", "battle", "accident"})
_LEAD = 3
"""Sentences at the top of a report, the headline among them, that say what it is about."""
_HARM = ("killed", "injured")


def same_story(clusters: Sequence[Sequence[Facts]], codebook: Codebook) -> list[int]:
    """Return the numbers of the clusters that tell what a report opens with, the first of them that.

    Only a report that names no other day, place, kind or number of acts tells one story, and then what it says without a day
    and a place of its own, of no more people than its lead, is of that story. Otherwise the list is empty.
    """
    violent = [n for n, c in enumerate(clusters) if c[0].family in _VIOLENT and _happened(c)]
    opening = [n for n in violent if clusters[n][0].record.sentence < _LEAD]
    if len(violent) < 2 or not opening:
        return []
    lead = min(opening, key=lambda n: (not _tells(clusters[n]), clusters[n][0].record.sentence, n))
    if _many(clusters[lead]):
        return []
    out = [lead]
    for n in violent:
        if n == lead:
            continue
        against = _against(clusters[lead], clusters[n], codebook)
        if against is None or _many(clusters[n]):
            return []
        if not against and _fits(clusters[lead], clusters[n]):
            out.append(n)
    return out if len(out) > 1 else []


def _happened(members: Sequence[Facts]) -> bool:
    return members[0].modality == "actual" and members[0].polarity == "asserted"


def _tells(members: Sequence[Facts]) -> bool:
    """Tell whether a cluster says whom it befell, where or when."""
    return any(m.own_information for m in members)


def _many(members: Sequence[Facts]) -> bool:
    """Tell whether words speak of several acts at once ("weekend shootings")."""
    return any(m.setting.several or m.setting.series or (m.anchor.endswith("ings") and not m.setting.points) for m in members)


def _against(lead: Sequence[Facts], other: Sequence[Facts], codebook: Codebook) -> str | None:
    """Return what keeps two clusters apart: nothing, what keeps only these two apart, or none if the report tells of more."""
    found = ""
    for one in lead:
        for two in other:
            left, right = (one, two) if one.record.sentence <= two.record.sentence else (two, one)
            against = score(left, right, codebook).against
            if against.startswith("types"):
                found = against
            elif against and against != OTHER_VICTIMS:
                return None
    return found


def _fits(lead: Sequence[Facts], other: Sequence[Facts]) -> bool:
    """Tell whether a cluster tells of no more people than the lead does, and of no day or place of its own."""
    if any((m.when is not None and not m.when.carried) or any(not w.carried for w in m.where) for m in other):
        return False
    return all(_most(other, outcome) <= max(_most(lead, outcome), 1) for outcome in _HARM if _most(lead, outcome))


def _most(members: Sequence[Facts], outcome: str) -> int:
    return max((best for m in members for _, best, _ in m.counts.get(outcome, ()) if best is not None), default=0)
