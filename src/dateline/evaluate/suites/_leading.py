"""Leading entries: which of the entries that a report tells is the one it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model.entry import Entry
from dateline.model.event import EntryKind, Family

VIOLENT = frozenset({Family.ATTACK, Family.BATTLE, Family.UNREST, Family.ACCIDENT})
"""The families of events in which people are killed or hurt."""
_CASUALTIES = frozenset({"quantity:killed", "quantity:injured"})


def leading(entries: Iterable[Entry], documents: Sequence[str]) -> list[Entry]:
    """Return the violent incidents that these documents tell, the one they tell most of first.

    `documents` are ids of one report or of all reports of one incident: what most of them tell comes before what one tells at
    length. Then the number of claims about people killed or hurt decides, then that of all claims, then the order of the text.
    """
    wanted = frozenset(documents)
    ranked = []
    for entry in entries:
        if entry.kind is not EntryKind.INCIDENT or entry.family not in VIOLENT:
            continue
        mine = [sourced for sourced in entry.claims if sourced.document in wanted]
        if mine:
            reach = len({sourced.document for sourced in mine})
            first = min(sourced.claim.evidence.span.start for sourced in mine)
            casualties = sum(sourced.claim.field in _CASUALTIES for sourced in mine)
            ranked.append(((-reach, -casualties, -len(mine), first, entry.id), entry))
    return [entry for _, entry in sorted(ranked, key=lambda r: r[0])]
