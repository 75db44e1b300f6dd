"""Clusters: how well reports are grouped by incident. B3 (Bagga and Baldwin 1998) and pairwise figures.

The items are (document, incident) pairs, so that a report of two incidents counts twice (extended B3, Amigó et al. 2009): each
pair of gold has at most one pair of ours, (document, entry), as its partner. An item without one is a cluster of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluate.figures import Counts, f1, ratio


@dataclass(frozen=True, slots=True)
class Item:
    """One (document, incident) pair of gold and the entry we put the document into for it, if any."""

    document: str
    gold: str
    ours: str | None


def matched(gold: Mapping[str, Sequence[str]], ours: Mapping[str, Sequence[str]]) -> list[Item]:
    """Pair the incidents of each document with its entries, one to one, by how many documents they share.

    `ours` lists the entries of a document, the one it tells most first; as many are taken as it has incidents in gold.
    """
    incident_documents, entry_documents = _members(gold), _members(ours)
    items: list[Item] = []
    for document, incidents in gold.items():
        entries = list(ours.get(document, ()))[: len(incidents)]
        partner: dict[str, str] = {}
        pairs = [
            (-len(incident_documents[incident] & entry_documents[entry]), n, m, incident, entry)
            for n, incident in enumerate(incidents)
            for m, entry in enumerate(entries)
        ]
        for _, _, _, incident, entry in sorted(pairs):
            if incident not in partner and entry not in partner.values():
                partner[incident] = entry
        items += [Item(document, incident, partner.get(incident)) for incident in incidents]
    return items


def _members(told: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for document, clusters in told.items():
        for cluster in clusters:
            members[cluster].add(document)
    return members


def cluster_counts(items: Sequence[Item]) -> dict[str, Counts]:
    """Return by incident what `cluster_figures` needs, so that incidents can be drawn for intervals."""
    labels = [item.ours if item.ours is not None else f"\0{n}" for n, item in enumerate(items)]
    gold = Counter(item.gold for item in items)
    ours = Counter(labels)
    both = Counter((item.gold, label) for item, label in zip(items, labels, strict=True))
    counts: dict[str, dict[str, float]] = {}
    for item, label in zip(items, labels, strict=True):
        shared = both[item.gold, label]
        mine = counts.setdefault(item.gold, defaultdict(float))
        mine["b3.items"] += 1
        mine["b3.precision"] += shared / ours[label]
        mine["b3.recall"] += shared / gold[item.gold]
        # Each pair is seen from both of its ends.
        mine["pairs.right"] += (shared - 1) / 2
        mine["pairs.ours"] += (ours[label] - 1) / 2
        mine["pairs.gold"] += (gold[item.gold] - 1) / 2
    return {incident: dict(mine) for incident, mine in counts.items()}


def cluster_figures(sums: Counts) -> dict[str, float]:
    """Return B3 F and pairwise F out of summed counts."""
    items = sums.get("b3.items", 0.0)
    precision, recall = ratio(sums.get("b3.precision", 0.0), items), ratio(sums.get("b3.recall", 0.0), items)
    right = sums.get("pairs.right", 0.0)
    pairwise = f1(ratio(right, sums.get("pairs.ours", 0.0)), ratio(right, sums.get("pairs.gold", 0.0)))
    return {"b3_f1": f1(precision, recall), "pairwise_f1": pairwise}


def cluster_baselines(items: Sequence[Item]) -> dict[str, float]:
    """Return the figures of leaving every item alone, and of putting all into one cluster."""
    baselines: dict[str, Callable[[Item], str | None]] = {"singletons": lambda item: None, "one_cluster": lambda item: "all"}
    out: dict[str, float] = {}
    for name, label in baselines.items():
        counted = cluster_counts([Item(item.document, item.gold, label(item)) for item in items])
        sums: dict[str, float] = defaultdict(float)
        for counts in counted.values():
            for key, value in counts.items():
                sums[key] += value
        out |= {f"{metric}/{name}": figure for metric, figure in cluster_figures(sums).items()}
    return out
