"""Cluster: event mentions of one report joined to entries, in the order in which the report tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.link.facts import Facts
from dateline.link.score import JOIN, Score, score
from dateline.model.entry import Link
from dateline.resources.codebook import Codebook

_APART = frozenset({"communication", "campaign", "statistic"})
"""Kinds of which two tellings are one only if date or slogan agree too: groups say many things."""


@dataclass(slots=True)
class Cluster:
    """Event mentions that tell one event."""

    members: list[Facts] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def cluster(mentions: Sequence[Facts], codebook: Codebook) -> list[Cluster]:
    """Join each mention to the cluster with which it agrees best, or open a new one.

    A mention that contradicts any member stays out, so that two bombings in one town on one day stay two. A pointing
    mention without anything of its own ("the attack") that finds no cluster tells nothing and is left out.
    """
    clusters: list[Cluster] = []
    for mention in mentions:
        best: tuple[float, int, Score, Facts] | None = None
        for n, existing in enumerate(clusters):
            found = _against_cluster(existing, mention, codebook)
            if found is not None and (best is None or (found[0].total, n) >= (best[0], best[1])):
                best = (found[0].total, n, found[0], found[1])
        if best is not None and best[0] >= JOIN:
            clusters[best[1]].members.append(mention)
            link = Link(best[3].record.id, mention.record.id, round(best[0], 2), tuple(best[2].reasons))
            clusters[best[1]].links.append(link)
        elif not _points_at_nothing(mention):
            clusters.append(Cluster([mention]))
    return clusters


def _points_at_nothing(mention: Facts) -> bool:
    return (mention.record.anaphoric or mention.record.generic) and not mention.own_information


def _against_cluster(existing: Cluster, mention: Facts, codebook: Codebook) -> tuple[Score, Facts] | None:
    """Return the best score with a member and that member, or none if any member contradicts."""
    best: tuple[Score, Facts] | None = None
    for member in existing.members:
        found = score(member, mention, codebook)
        if found.against:
            return None
        if _needs_more(member, mention, codebook):
            continue
        if best is None or found.total > best[0].total:
            best = (found, member)
    return best


def _needs_more(left: Facts, right: Facts, codebook: Codebook) -> bool:
    if codebook.types[left.type].kind.value not in _APART:
        return False
    if right.record.anaphoric and not right.own_information:
        return False
    same_time = (
        left.when is not None
        and right.when is not None
        and left.when.start == right.when.start
        and left.when.end == right.when.end
    )
    return not (same_time or left.slogans & right.slogans)
