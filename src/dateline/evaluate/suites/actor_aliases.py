"""Names that are one armed group, government or party: are they told to be one, and which one is an alias of?

Three lists of a split, each scored apart: `ucdp`, `un` and `triad`. The names go bare to what `dateline run` decides by which
names of a text are one actor's (`resolve.actors.same_actors`). A name that several entries of a list bear is ambiguous: it cannot
be told whose it is without its context, and is scored apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.clusters import Item, cluster_counts, cluster_figures
from dateline.evaluate.coder import Coder
from dateline.evaluate.figures import Counts, ratio, totals, with_intervals
from dateline.evaluate.suite import Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.model.claim import JsonValue
from dateline.resolve.actors import Bearers, same_actors
from dateline.resources.actors import load_register
from dateline.resources.actors.identify import identify

LISTS = ("ucdp", "un", "triad")
_COUNTED = ("b3_f1", "pairwise_f1", "acc1")


@dataclass(frozen=True, slots=True)
class Named:
    """One actor of a list and its names."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """One name of an actor, left out, and which of the list's actors it was linked to; none where it was left open."""

    actor: str
    name: str
    ours: str | None
    candidates: frozenset[str]


def read_gold(folder: Path, split: str, list_name: str) -> list[Named]:
    """Return the actors of a list, names that differ in capitals, accents and signs only being one. Raises GoldError."""
    path = _rows.find(folder / split, list_name, [".jsonl"])
    out: dict[str, dict[str, str]] = {}
    for row in _rows.rows(path, ("id", "aliases")):
        names = out.setdefault(str(row["id"]).strip(), {})
        for name in (row.get("name"), row.get("orig"), *row["aliases"]):
            if isinstance(name, str) and plain(name):
                names.setdefault(plain(name), " ".join(name.split()))
    return [Named(id, tuple(names.values())) for id, names in out.items()]


def plain(name: str) -> str:
    """Return the letters and digits of a name in lower case and without accents, one space for anything else."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score the lists that a split has."""
    metrics, intervals, baselines = dict[str, float](), dict[str, tuple[float, float]](), dict[str, float]()
    misses, predictions, actors, items = list[Miss](), list[JsonValue](), 0, 0
    for list_name in LISTS:
        gold = read_gold(folder, split, list_name)
        one = scored(list_name, gold)
        metrics |= one.metrics
        intervals |= one.intervals
        baselines |= one.baselines
        misses += one.misses
        predictions += one.predictions
        actors, items = actors + one.documents, items + one.items
    return Score(actors, items, metrics, intervals, baselines, tuple(misses), tuple(predictions))


def scored(list_name: str, gold: Sequence[Named]) -> Score:
    """Return the figures of one list."""
    shared = ambiguous(gold)
    alone = [Named(a.id, tuple(n for n in a.names if plain(n) not in shared)) for a in gold]
    labels = same_actors((n for a in alone for n in a.names), load_register())
    items = _items(alone, labels.get)
    linked = list(_left_out(gold))
    counts = _counts(items, [one for one in linked if plain(one.name) not in shared])
    metrics, intervals = with_intervals(counts, figures)
    open_ones = [one for one in linked if plain(one.name) in shared]
    baselines = {
        name: figures(totals(_counts(_items(alone, label), [])))
        for name, label in (("exact name", plain), ("register and exact name", _registered), ("singletons", None))
    }
    out = {name: metrics[name] for name in _COUNTED} | {
        "ambiguous.open": ratio(sum(one.ours is None for one in open_ones), len(open_ones)),
        "ambiguous.kept": ratio(sum(one.actor in one.candidates for one in open_ones), len(open_ones)),
    }
    return Score(
        len(gold),
        len(items),
        {f"{list_name}.{name}": value for name, value in out.items()},
        {f"{list_name}.{name}": intervals[name] for name in _COUNTED if name in intervals},
        {f"{list_name}.{name}/{of}": value[name] for of, value in baselines.items() for name in ("b3_f1", "pairwise_f1")}
        | {f"{list_name}.acc1/exact name": 0.0},
        tuple(_misses(list_name, alone, labels)),
        tuple({"list": list_name, "id": a.id, "labels": [labels[n] for n in a.names]} for a in alone),
    )


def ambiguous(gold: Sequence[Named]) -> frozenset[str]:
    """Return the names, plain, that several actors bear."""
    bearers = Counter(plain(name) for actor in gold for name in actor.names)
    return frozenset(name for name, count in bearers.items() if count > 1)


def _items(gold: Sequence[Named], label: Callable[[str], str | None] | None) -> list[Item]:
    return [Item(name, actor.id, label(name) if label else None) for actor in gold for name in actor.names]


def _registered(name: str) -> str:
    """Return the only actor of the register that bears a name as the register has it, else the name."""
    ids = identify(name, load_register())
    return ids[0] if len(ids) == 1 else plain(name)


def _left_out(gold: Sequence[Named]) -> Iterator[Linked]:
    """Yield each name of an actor of several, linked while the others of its own and of all other actors are known.

    A name that several bear is not left out: that it is theirs is known, and only whose it is here is open.
    """
    shared = ambiguous(gold)
    bearers = Bearers([(actor.id, name) for actor in gold for name in actor.names], load_register())
    for actor in gold:
        for name in actor.names if len(actor.names) > 1 else ():
            found = bearers.of(name, without=None if plain(name) in shared else (actor.id, name))
            yield Linked(actor.id, name, found.bearer, frozenset(label for label, _ in found.candidates))


def _counts(items: Sequence[Item], linked: Sequence[Linked]) -> list[Counts]:
    counted: dict[str, dict[str, float]] = defaultdict(dict)
    for actor, counts in cluster_counts(items).items():
        counted[actor] |= counts
    for one in linked:
        mine = counted[one.actor]
        mine["links"] = mine.get("links", 0.0) + 1
        mine["links.right"] = mine.get("links.right", 0.0) + (one.ours == one.actor)
    return list(counted.values())


def figures(sums: Counts) -> dict[str, float]:
    """Return the figures out of the sums over actors."""
    return {**cluster_figures(sums), "acc1": ratio(sums.get("links.right", 0.0), sums.get("links", 0.0))}


def _misses(list_name: str, gold: Sequence[Named], labels: Mapping[str, str]) -> Iterator[Miss]:
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor in gold:
        for name in actor.names:
            members[labels[name]].append((actor.id, name))
    for actor in gold:
        for name in actor.names:
            others = [n for n in actor.names if labels[n] != labels[name]]
            strange = [n for of, n in members[labels[name]] if of != actor.id]
            if others or strange:
                yield Miss(f"{list_name} {actor.id}", name, " = ".join(actor.names), " = ".join(strange) or "apart")


SUITE = Suite(
    name="actor_aliases",
    about="names of armed groups, governments and parties, three lists: which are one actor's",
    splits=("dev",),
    score=score,
    main=("ucdp.b3_f1", "un.b3_f1", "triad.b3_f1"),
)
