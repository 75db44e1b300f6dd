"""Placing: how likely each place of a sentence is that of an event, by rules, by how the words stand, and by the encoder.

No feature holds a name or a word of the text but prepositions and the like: the same syntax gives the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.extract.arguments.ownership import SAYING, anchor_tokens, owners
from dateline.extract.arguments.whereabouts import Places, elsewhere, first_of, is_indirect, locators, paths
from dateline.extract.context import SentenceContext
from dateline.model.event import EventMention, Family
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.reading import Reading, Relation
from dateline.resources import weigher

WEIGHTS = Path(weigher.__file__).with_name("event_places.json")
FLOOR = 0.5
"""A place less likely an event's than this is not its place."""
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
_EDGES = (0, 1, 2, 3, 5, 8, 12, 20, 40)
_FAR = 5
"""Arcs between place and event beyond which their path is not told."""
_RULED = 0.3
"""The same for one that the rules give it where no other is likely. In that tenth, of those between 0.3 and 0.5 21 were right and
22 wrong; below the usual floor because what is taken over from other sentences instead is weaker (muc4 tst1+tst2)."""
_WIDE = frozenset({"precision=country", "precision=region"})
"""Features of places beside which a closer one may be told."""
_AGAINST = {"origin": 0.5, "other clause": 0.8}
"""The same where a rule says that it is somebody's or something else's. In the tenth of event_location/train that training held
out, of the places likelier than 0.5 that "origin" speaks against 22 were right and 5 wrong, of those of "other clause" 9 and 3:
too few to set the second, which is set by hand on the rows of tests/extract/arguments/test_places.py."""
_NEVER = 1.1
_RULE = "rule="
READ = "read"
"""How the names of features begin that the encoder gives."""
_KINDS = (MentionKind.PLACE, MentionKind.FACILITY)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the sentence, its distance from the event in arcs of the parse, and what is known of the two."""

    mention: Mention
    distance: int
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a sentence: what its places are, who is cited in it, and what the encoder read, if it did."""

    places: Places
    speakers: Sequence[Mention] = ()
    reading: Reading | None = None

    def speaks(self, mention: Mention) -> bool:
        """Tell whether a mention stands within somebody cited."""
        return any(s.span.contains(mention.span) for s in self.speakers)


class Placing:
    """The places of one sentence and its events."""

    def __init__(self, context: SentenceContext, events: Sequence[EventMention], families: Sequence[str], known: Known) -> None:
        """`families` are the events' codebook families, "" for a word that tells no event of ours."""
        self._context = context
        self._events = events
        self._families = families
        self._places = known.places
        self._reading = known.reading
        self._owners = owners(context, events)
        self._locating = locators(context, known.places)
        self._mentions = [m for m in context.mentions if m.kind in _KINDS and m.rule != "dateline" and not known.speaks(m)]

    def chosen(self, n: int) -> list[Candidate]:
        """Return the places that are likely those of event `n`; where nothing was read, those that the rules give it."""
        candidates = self.candidates(n)
        weights = weigher.load_weigher(WEIGHTS)
        ruled = [c for c in candidates if self._ruled(n, c)]
        apart = self._told_apart(n, candidates)
        if apart:
            return apart
        if self._reading is None or weights is None or self._families[n] == Family.STATISTIC.value:
            return ruled
        # Sentences with marked places hold names only: of what is described ("a prison") rules tell.
        likely = {c: weights.probability(c.features) for c in candidates if "described" not in c.features}
        good = [c for c, p in likely.items() if p >= _floor(c) and (self._owned(n, c) or not self._anothers(n, c))]
        own = [c for c in good if self._owned(n, c)]
        if not any(_WIDE.isdisjoint(c.features) for c in good):
            own += [c for c, p in likely.items() if p >= _RULED and c in ruled and c not in own]
        if not own and good:
            # Of places that belong to other words only the likeliest, and what stands in a row with it.
            own = [max(good, key=likely.__getitem__)]
        rows = {first_of(self._context, c.mention).i for c in own}
        listed = [c for c in likely if c not in own and first_of(self._context, c.mention).i in rows and not _vetoed(c)]
        buildings = [c for c in ruled if c not in likely or self._exemplifies(c)]
        return [c for c in candidates if c in own or c in listed or c in buildings]

    def _told_apart(self, n: int, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the places by which several events of one word are told apart ("attacks on the prison at X and that at Y")."""
        spans = [e.distinguishing for e in self._events if e.anchor == self._events[n].anchor and e.distinguishing is not None]
        over = ([c for c in candidates if c.mention.span.overlaps(span)] for span in spans)
        return [max(found, key=lambda c: len(c.mention.span)) for found in over if found]

    def _exemplifies(self, candidate: Candidate) -> bool:
        """Tell whether a place is one of those meant ("taken to camps such as X and Y"), which no training sentence has."""
        tokens = self._context.sentence.tokens
        token = first_of(self._context, candidate.mention)
        return token.i > 1 and tokens[token.head].lower == "as" and tokens[max(token.head - 1, 0)].lower == "such"

    def _owned(self, n: int, candidate: Candidate) -> bool:
        return self._owners[candidate.mention.head][0] == n

    def _anothers(self, n: int, candidate: Candidate) -> bool:
        """Tell whether a place is somebody's or something's beside the other event that owns its words."""
        m = self._owners[candidate.mention.head][0]
        if m in (SAYING, n):
            return False
        return any(elsewhere(self._context, candidate.mention, self._events[m], self._families[m], self._places))

    def _ruled(self, n: int, candidate: Candidate) -> bool:
        return self._owned(n, candidate) and not _vetoed(candidate)

    def candidates(self, n: int) -> list[Candidate]:
        """Return the places of the sentence as seen from event `n`."""
        event = self._events[n]
        tokens = self._context.sentence.tokens
        away = {m: abs(m.head - event.head) for m in self._mentions}
        nearest = min(away, key=lambda m: (away[m], m.span), default=None)
        read = self._read(event)
        out = []
        for mention in self._mentions:
            features = [
                "nearest" if mention is nearest else "not-nearest",
                f"places={_bucket(len(self._mentions))}",
                *self._of_anchor(n),
                *self._of_mention(mention),
                *self._of_syntax(n, mention),
                *(f"{_RULE}{rule}" for rule in elsewhere(self._context, mention, event, self._families[n], self._places)),
                *read.get(mention, ()),
            ]
            if mention in self._locating:
                features.append("locates")
            between = tokens[min(mention.head, event.head) + 1 : max(mention.head, event.head)]
            features.append(f"verbs-between={_bucket(sum(t.pos == 'VERB' for t in between))}")
            others = any(m is not mention and m.head in range(*sorted((mention.head, event.head))) for m in self._mentions)
            features.append(f"places-between={others}")
            out.append(Candidate(mention, self._distance(n, mention), tuple(features)))
        return out

    def _distance(self, n: int, mention: Mention) -> int:
        owner, distance = self._owners[mention.head]
        return distance if owner == n else len(self._path(n, mention))

    def _path(self, n: int, mention: Mention) -> list[Token]:
        down, up, _ = paths(self._context, mention.head, self._events[n])
        return [*down, *up]

    def _of_anchor(self, n: int) -> Iterator[str]:
        token = self._context.sentence.tokens[self._events[n].head]
        yield f"anchor-tag={token.tag}"
        yield f"anchor-dep={token.dep}"
        yield f"family={self._families[n] or 'none'}"
        if token.lemma in self._context.frames.words["say"]:
            yield "says"

    def _of_mention(self, mention: Mention) -> Iterator[str]:
        resolution = self._places.get(mention)
        value = resolution.value if resolution is not None else None
        yield f"mention={mention.rule}"
        yield f"kind={mention.kind.value}"
        if not is_named(mention):
            yield "described"
        yield f"precision={value.precision.value if value is not None else 'none'}"
        if "rel=" in mention.key:
            yield "related"

    def _of_syntax(self, n: int, mention: Mention) -> Iterator[str]:
        context, event = self._context, self._events[n]
        tokens = context.sentence.tokens
        owner, distance = self._owners[mention.head]
        whose = (
            "own" if owner == n else "nobody" if owner == SAYING and distance > 90 else "saying" if owner == SAYING else "other"
        )
        yield f"owner={whose}"
        if owner == n:
            yield f"owned-at={_bucket(distance)}"
        token = first_of(context, mention)
        governor = tokens[token.head]
        yield f"dep={token.dep}"
        if token.i != mention.head:
            yield "listed"
        anchors = anchor_tokens(context, event)
        above = governor
        if governor.pos in ("ADP", "SCONJ") and governor.i != token.i:
            yield f"prep={governor.lower}"
            above = tokens[governor.head]
            yield f"prep={governor.lower}&{_seat(above, anchors)}"
        yield f"above={_seat(above, anchors)}"
        yield f"dep={token.dep}&above={_seat(above, anchors)}"
        down, up, _ = paths(context, mention.head, event)
        yield f"steps={_bucket(len(down))}|{_bucket(len(up))}"
        if len(down) + len(up) <= _FAR:
            yield f"path={'>'.join(t.dep for t in down)}|{'<'.join(t.dep for t in up)}"
        else:
            yield "path=far"
        away = mention.head - event.head
        yield f"distance={'-' if away < 0 else '+'}{_bucket(abs(away))}"
        if is_indirect(context, mention, event):
            yield "indirect"

    def _read(self, event: EventMention) -> dict[Mention, list[str]]:
        """Return what the encoder makes of each place: how much of what the event points at it is."""
        if self._reading is None or not self._mentions:
            return {}
        sentence = self._context.sentence
        words = [[(sentence.index, t.i) for t in sentence.tokens_in(m.span)] for m in self._mentions]
        inside = {word for run in words for word in run}
        rest = [word for t in sentence.tokens if (word := (sentence.index, t.i)) not in inside]
        found = self._reading.pairs.choose(Relation.PLACE, (sentence.index, event.head), [*words, rest])
        likely = found.candidates[:-1]
        best = max(likely)
        return {
            m: [
                *_above(READ, p),
                *_above(f"{READ}-none", found.none),
                *_above(f"{READ}-rest", found.candidates[-1]),
                f"{READ}-best={p == best}",
            ]
            for m, p in zip(self._mentions, likely, strict=True)
        }


def is_named(mention: Mention) -> bool:
    """Tell a place with a name from a building that is only described."""
    return mention.kind is MentionKind.PLACE or mention.key.endswith(":named")


def _vetoed(candidate: Candidate) -> bool:
    return any(f.startswith(_RULE) for f in candidate.features)


def _floor(candidate: Candidate) -> float:
    """Return how likely a place must be the event's, given what the rules say against it."""
    return max((_AGAINST.get(f.removeprefix(_RULE), _NEVER) for f in candidate.features if f.startswith(_RULE)), default=FLOOR)


def _above(name: str, probability: float) -> Iterator[str]:
    return (f"{name}>={step}" for step in _STEPS if probability >= step)


def _seat(token: Token, anchors: Sequence[int]) -> str:
    if token.i in anchors:
        return "anchor"
    return f"{token.pos}:{token.dep}"


def _bucket(number: int) -> int:
    return max(edge for edge in _EDGES if edge <= number)
