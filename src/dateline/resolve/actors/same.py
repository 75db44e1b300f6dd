"""Which names of bodies are one actor's: those of a document, and any that stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.resolution import ActorKind
from dateline.resources.actors import Actor, ActorRegister, parts
from dateline.resources.actors.alike import SAME, alike, initials
from dateline.resources.actors.identify import identify
from dateline.resources.actors.name_index import LEAD, Borne, NameIndex
from dateline.resources.actors.signature import Signature, acronym, signatures

_WORLDWIDE = frozenset({"is", "al-qaeda", "us-intelligence", "fbi", "kgb"})
"""Known by two or three letters wherever a report is set."""
_COMMON_WORDS = frozenset(
    (
        "national democratic republican people's peoples workers' workers labour conservative liberal united left party guard "
        "guards police forces force security internal justice state department elite corps treasury investigations congress "
        "union general service unit military council federal bureau investigation information center centre rangers movement "
        "front social christian popular progressive socialist communist intelligence agency coast border army mobile brigade"
    ).split()
)
"""Words of which many bodies of many countries make their names."""
_OFTEN_SHARED = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.POLITICAL})
_FEW_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """Actors of the register that a name may be of; `sure` if the name alone is enough, without word of the country."""

    ids: tuple[str, ...] = ()
    sure: bool = False


def few_letters(name: str, actor: Actor) -> bool:
    """Tell whether a name is so short an acronym that it stands for others elsewhere."""
    letters = sum(c.isalnum() for c in name)
    return letters <= _FEW_LETTERS and bool(actor.countries) and actor.id not in _WORLDWIDE


def common_name(name: str, actor: Actor) -> bool:
    """Tell whether a body of one state bears a name that others bear too ("Republican Party")."""
    shared = actor.kind in _OFTEN_SHARED and len(actor.countries) == 1
    words = [w for w in name.lower().split() if w != "the"]
    return shared and all(w in _COMMON_WORDS or p.fold in _COMMON_WORDS for w in words for p in parts(w))


def known_as(name: str, register: ActorRegister) -> Known:
    """Return whom of the register a name may mean: as written, else in other spellings or another language."""
    ids = identify(name, register)
    if not ids and acronym(name):
        return Known()  # whose initials they are says little: many share them
    if not ids:
        borne = register.bodies.borne(name)
        ids = (borne.bearer,) if borne.bearer is not None else tuple(i for i, _ in borne.candidates)
        sure = len(ids) == 1 and any(_tells(s, register) for s in signatures(name, register.name_words))
        return Known(ids, sure)
    actor = register.get(ids[0])
    if len(ids) > 1 or actor is None:
        return Known(ids)
    return Known(ids, not (acronym(name) and few_letters(name, actor) or common_name(name, actor)))


def _tells(signature: Signature, register: ActorRegister) -> bool:
    """Tell whether a name has a word of its own, or says of which country it is."""
    return bool(signature.places) or any(register.name_words.telling(w.key) for w in signature.words)


def same_actors(names: Iterable[str], register: ActorRegister, told: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """Return a label for each of the names; the names of one actor share theirs, the register's id where it has the actor.

    Two names share an actor if the register says so, or if they are alike and like nobody else as much. Acronyms come last:
    what one stands for has to be one actor. `told` are pairs of the names of which the text says that they are one's.
    """
    groups = _Groups(tuple(dict.fromkeys(names)), register)
    for name, other in told:
        if groups.of(name) != groups.of(other):
            groups.join(name, other)
    pairs = groups.pairs()
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for score, name, other in pairs:
        best[name].append((score, other))
    for score, name, other in pairs:
        if groups.of(name) != groups.of(other) and not any(groups.contested(x, score, best[x]) for x in (name, other)):
            groups.join(name, other)
    return groups.labels()


class Bearers:
    """Named actors, and which of them bears one more name."""

    def __init__(self, named: Sequence[tuple[str, str]], register: ActorRegister) -> None:
        """Take actors with their names, (actor, name)."""
        self._register = register
        self._index = NameIndex(register.name_words)
        self._known: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for actor, name in named:
            self._index.add(name, actor)
            for known in known_as(name, register).ids:
                self._known[known].append((actor, name))

    def of(self, name: str, without: tuple[str, str] | None = None) -> Borne:
        """Return who bears a name; `without` is an actor's name that is to be passed over.

        An actor that the register knows by this and another of its names bears it; else the one whose names are most alike.
        """
        known = known_as(name, self._register)
        met = {actor for i in known.ids for actor, other in self._known[i] if (actor, other) != without}
        if len(known.ids) == 1 and len(met) == 1:
            return Borne(next(iter(met)), ((next(iter(met)), 1.0),))
        found = self._index.borne(name, without)
        if found.candidates or not met:
            return found
        return Borne(None, tuple((actor, SAME) for actor in sorted(met)))


class _Groups:
    """Names under labels, which are made one step by step; two actors of the register never are."""

    def __init__(self, names: Sequence[str], register: ActorRegister) -> None:
        """Put each name under the actor of the register that it surely is of, else under a label of its own."""
        self._names = names
        self._table = register.name_words
        self._signatures = {name: signatures(name, self._table) for name in names}
        self._label = {name: f"name:{n}" for n, name in enumerate(names)}
        self._into: dict[str, str] = {}
        unsure = []
        for name in names:
            known = known_as(name, register)
            if known.sure:
                self._label[name] = known.ids[0]
            elif len(known.ids) == 1:
                unsure.append((name, known.ids[0]))
        met = set(self._label.values())
        self._label |= {name: actor for name, actor in unsure if actor in met}
        self._members: dict[str, list[str]] = defaultdict(list)
        for name, label in self._label.items():
            self._members[label].append(name)

    def pairs(self) -> list[tuple[float, str, str]]:
        """Return the pairs of names that are alike, those without acronyms first, then by how alike they are."""
        index = NameIndex(self._table)
        for name in self._names:
            index.add(name, name)
        found = [(score, name, other) for name in self._names for other, score in index.bearers(name) if other != name]
        return sorted(found, key=lambda x: (self._short(x[1]) or self._short(x[2]), -x[0], x[1], x[2]))

    def of(self, name: str) -> str:
        """Return the label of a name."""
        label = self._label[name]
        while label in self._into:
            label = self._into[label]
        return label

    def contested(self, name: str, score: float, others: Sequence[tuple[float, str]]) -> bool:
        """Tell whether a name is as much like the names of several others."""
        near = {self.of(other) for found, other in others if found > score - LEAD}
        return len(near - {self.of(name)}) > 1

    def join(self, name: str, other: str) -> None:
        """Make the labels of two names one, unless both are of the register or have one acronym for two names."""
        one, two = self.of(name), self.of(other)
        if not one.startswith("name:"):
            one, two = two, one
        if not one.startswith("name:") or self._two_names(one, two):
            return
        self._into[one] = two
        self._members[two] += self._members.pop(one)

    def labels(self) -> dict[str, str]:
        """Return the label of every name."""
        return {name: self.of(name) for name in self._names}

    def _short(self, name: str) -> bool:
        return bool(acronym(name))

    def _two_names(self, one: str, two: str) -> bool:
        """Tell whether an acronym of either would stand for two names that are not alike."""
        left, right = ([s for n in self._members[x] for s in self._signatures[n]] for x in (one, two))
        letters = {s.letters.lower() for s in (*left, *right) if s.letters}
        for a in left:
            for b in right:
                if a.letters or b.letters or not letters & set(initials(a, self._table)) & set(initials(b, self._table)):
                    continue
                if alike(a, b, self._table) < SAME:
                    return True
        return False
