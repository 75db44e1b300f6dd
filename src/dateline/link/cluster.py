"""Cluster: event mentions of one report joined to entries, in the order in which the report tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.link.facts import Facts
from dateline.link.score import JOIN, Score, score, together
from dateline.model.entry import Link
from dateline.resources.codebook import Codebook

_DEEDS = frozenset({"attack", "battle"})
_APART = frozenset({"communication", "campaign", "statistic"})
"""Kinds of which two tellings are one only if date or slogan agree too: groups say many things."""


@dataclass(slots=True)
class Cluster:
    """Event mentions that tell one event."""

    members: list[Facts] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)
    """Ids of mentions that tell another cluster's event too ("the attacks")."""


def cluster(mentions: Sequence[Facts], codebook: Codebook) -> list[Cluster]:
    """Join each mention to the cluster with which it agrees best, or open a new one.

    A mention that contradicts any member stays out, so that two bombings in one town on one day stay two. A pointing
    mention without anything of its own ("the attack") that finds no cluster tells nothing and is left out.
    """
    clusters: list[Cluster] = []
    for mention in mentions:
        best = _best(clusters, mention, codebook)
        if best is not None:
            homes = _siblings(clusters, best, mention, codebook)
            for home in homes:
                home.members.append(mention)
                if len(homes) > 1:
                    home.shared.add(mention.record.id)
            best.home.links.append(_link(best, mention))
            _tie(clusters, best.home, mention, codebook)
        elif not _points_at_nothing(mention):
            clusters.append(Cluster([mention]))
    return _merged(clusters, codebook)


@dataclass(frozen=True, slots=True)
class _Best:
    home: Cluster
    score: Score
    member: Facts


def _best(clusters: Sequence[Cluster], mention: Facts, codebook: Codebook) -> _Best | None:
    """Return the cluster that agrees best, the latest of equals, or none below the threshold.

    What has no facts in common with a cluster ("the attack", "two died") means the one told last, and no other.
    """
    found = [_Best(c, *hit) for c in clusters if (hit := _against_cluster(c, mention, codebook)) is not None]
    last = max(found, key=lambda b: _told_last(b.home, mention), default=None)
    able = [b for b in found if b.score.total >= JOIN and (b is last or b.score.particular)]
    return max(reversed(able), key=lambda b: (_same_spot(b.score, mention), b.score.total), default=None)


def _same_spot(found: Score, mention: Facts) -> bool:
    """Tell whether a mention's own place or date is that of a cluster."""
    where = any(not w.carried for w in mention.where) and found.parts.get("place", 0.0) > 0
    when = mention.when is not None and not mention.when.carried and found.parts.get("date", 0.0) > 0
    return where or when


def _tie(clusters: list[Cluster], home: Cluster, mention: Facts, codebook: Codebook) -> None:
    """Join the cluster of a sentence with the one that the sentence itself points to ("Four died in the attack")."""
    sentence = mention.record.sentence
    if not mention.setting.points or any(m.record.sentence != sentence for m in home.members):
        return
    before = [c for c in clusters if c is not home and not c.shared and any(m.record.sentence < sentence for m in c.members)]
    earlier = _best(before, mention, codebook)
    if earlier is not None and not home.shared and _between(earlier.home, home, codebook) is not None:
        earlier.home.members.extend(home.members)
        earlier.home.links.extend([*home.links, _link(earlier, mention)])
        clusters.remove(home)


def _told_last(home: Cluster, mention: Facts) -> tuple[bool, int, int]:
    """Return a rank by how lately the cluster was told: of one sentence, what it tells first is what it is about."""
    member = max(home.members, key=lambda m: (m.record.sentence, m.record.anchor))
    within = member.record.sentence == mention.record.sentence
    start = member.record.anchor.start
    return not member.setting.aside, member.record.sentence, start if within else -start


def _link(best: _Best, mention: Facts) -> Link:
    return Link(best.member.record.id, mention.record.id, round(best.score.total, 2), best.score.reasons)


def _siblings(clusters: Sequence[Cluster], best: _Best, mention: Facts, codebook: Codebook) -> list[Cluster]:
    """Return the clusters that one anchor tells apart together with the best, where the mention means all of them.

    "Attacks on two prisons ... after the attacks, hundreds fled": the second sentence is about both.
    """
    anchors = {m.record.anchor for m in best.home.members if m.record.told_apart}
    out = [best.home]
    for other in clusters:
        if other is best.home or not any(m.record.told_apart and m.record.anchor in anchors for m in other.members):
            continue
        if not any(w.fine for w in mention.where) and _against_cluster(other, mention, codebook) is not None:
            out.append(other)
    return out


def _merged(clusters: list[Cluster], codebook: Codebook) -> list[Cluster]:
    """Join clusters that turned out to tell one event once all mentions were placed, best pair first."""
    while True:
        pairs = [
            (found[0].total, -n, -m, found)
            for n, left in enumerate(clusters)
            for m, right in enumerate(clusters)
            if n < m and (found := _between(left, right, codebook)) is not None and found[0].firm >= JOIN
        ]
        if not pairs:
            return clusters
        _, n, m, (best, one, other) = max(pairs, key=lambda p: p[:3])
        left, right = clusters[-n], clusters[-m]
        link = Link(one.record.id, other.record.id, round(best.total, 2), best.reasons)
        ids = {f.record.id for f in left.members}
        members = [*left.members, *(f for f in right.members if f.record.id not in ids)]
        members.sort(key=lambda f: (f.record.sentence, f.record.anchor))
        clusters[-n] = Cluster(members, [*left.links, *right.links, link], left.shared | right.shared)
        del clusters[-m]


def _between(left: Cluster, right: Cluster, codebook: Codebook) -> tuple[Score, Facts, Facts] | None:
    """Return the best score between two clusters with the pair, or none if any pair contradicts."""
    best: tuple[Score, Facts, Facts] | None = None
    for mention in right.members:
        hit = _against_cluster(left, mention, codebook)
        if hit is None:
            return None
        if best is None or hit[0].firm > best[0].firm:
            best = (hit[0], hit[1], mention)
    return best


def _points_at_nothing(mention: Facts) -> bool:
    """Tell whether a mention that no cluster takes tells no event of its own: it points to none, or sums many up."""
    dated = mention.when is not None and mention.when.day and not mention.when.carried
    if (mention.setting.series or mention.setting.several) and not dated and mention.family in _DEEDS:
        return True
    return (mention.record.anaphoric or mention.record.generic) and not mention.own_information


def _against_cluster(existing: Cluster, mention: Facts, codebook: Codebook) -> tuple[Score, Facts] | None:
    """Return what a mention has in common with a cluster, and the member nearest to it, or none if any contradicts."""
    scores: list[Score] = []
    nearest: tuple[float, Facts] | None = None
    for member in existing.members:
        told_apart = member.record.anchor == mention.record.anchor and member.record.id != mention.record.id
        first, second = (member, mention) if member.record.sentence <= mention.record.sentence else (mention, member)
        found = score(first, second, codebook)
        if found.against or told_apart:
            return None
        if _needs_more(member, mention, codebook):
            found = Score()
        scores.append(found)
        if nearest is None or found.total > nearest[0]:
            nearest = (found.total, member)
    if nearest is None:
        return None
    out = together(scores)
    if mention.setting.opens_on and any(
        m.record.sentence < mention.record.sentence and not m.record.title for m in existing.members
    ):
        # The lead has told the headline's event; a sentence with a day of its own tells what else there was.
        out.parts.pop("headline", None)
    return out, nearest[1]


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
