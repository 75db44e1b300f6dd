"""Who has been spoken of so far: the people and the groups of a document."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, replace

from dateline.model.resolution import ActorKind, ActorValue
from dateline.resources.actors import Part, parts

_REACH = 8
"""Sentences after which a group is no longer what "the group" points to, unless it is the document's main one."""
_KEPT = 40
"""How many of the latest people and bodies are looked at."""
_HERE = 1.5
"""What the last body of the same sentence has over the others: it outweighs being a subject."""
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.POLITICAL})


@dataclass(slots=True)
class Person:
    """A person of the document: the fullest name so far and what is known."""

    value: ActorValue
    words: tuple[Part, ...]
    last: int
    subject: int = 0
    """2 where the person was last the main clause's subject, 1 another clause's, else 0."""
    cited: bool = False
    """True if the person has only said something so far."""


@dataclass(slots=True)
class Body:
    """A group, force or government of the document."""

    value: ActorValue
    count: int
    last: int
    subject: bool
    """True if it was the subject where it was last spoken of."""
    order: int = 0
    cited: bool = False
    """True if it said something where it was last spoken of."""


class Memory:
    """People and bodies in the order of reading. What points back looks at the latest few only."""

    def __init__(self) -> None:
        """Start with nobody."""
        self.bodies: dict[str, Body] = {}
        """By register id, or by name in lower case."""
        self._turn = 0
        self._by_part: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[str, Person] = {}
        self._ids: set[str] = set()
        self._late_people: deque[Person] = deque(maxlen=_KEPT)
        self._late_bodies: deque[Body] = deque(maxlen=_KEPT)
        self._main: dict[ActorKind, Body] = {}

    def meet_person(self, value: ActorValue, sentence: int, subject: int, cited: bool = False) -> None:
        """Remember a person, or that one was spoken of again; `cited` people say something there."""
        person = self._by_name.get(value.name)
        if person is None:
            person = self._by_name[value.name] = Person(value, parts(value.name), sentence, subject, cited)
            for key in {k for p in person.words[-2:] for k in (p.fold, p.skeleton) if k}:
                self._by_part[key].append(person)
        else:
            person.subject = max(subject, person.subject) if person.last == sentence else subject
            person.last, person.value = sentence, _merged(person.value, value)
            person.cited = person.cited and cited
        if value.actor_id is not None:
            self._ids.add(value.actor_id)
        self._late_people.append(person)

    def met_person(self, actor_id: str) -> bool:
        """Tell whether a person of the register was spoken of."""
        return actor_id in self._ids

    def met_body(self, actor_id: str) -> bool:
        """Tell whether a body of the register has been spoken of: one that only bears its letters has not."""
        body = self.bodies.get(actor_id)
        return body is not None and body.value.actor_id == actor_id

    def meet_body(self, value: ActorValue, sentence: int, subject: bool, cited: bool = False) -> None:
        """Remember a group, force or government."""
        self._turn += 1
        value = replace(value, description=None)
        key = value.actor_id or value.name.lower()
        body = self.bodies.get(key)
        if body is None:
            body = self.bodies[key] = Body(value, 1, sentence, subject, self._turn, cited)
        else:
            body.count += 1
            body.value = value if body.value.actor_id is None and value.actor_id is not None else body.value
            body.subject = subject or (body.subject and body.last == sentence)
            body.last, body.order, body.cited = sentence, self._turn, cited
        self._late_bodies.append(body)
        main = self._main.get(value.kind)
        if main is None or body.count >= main.count:
            self._main[value.kind] = body

    def recent_people(self) -> list[Person]:
        """Return the people spoken of lately, the latest first."""
        return list({id(p): p for p in reversed(self._late_people)}.values())

    def recent_bodies(self) -> list[Body]:
        """Return the bodies spoken of lately, the latest first."""
        return list({id(b): b for b in reversed(self._late_bodies)}.values())

    def person_called(self, name: str) -> Person | None:
        """Return the person of whom `name` is the whole or a short form, under any transliteration; the latest of several."""
        words = parts(name)
        if not words:
            return None
        best: Person | None = None
        for key in (words[-1].fold, words[-1].skeleton):
            for person in self._by_part.get(key, ())[-_KEPT:]:
                if _names(words, person.words) and (best is None or person.last >= best.last):
                    best = person
        return best

    def latest_person(self, sentence: int, reach: int = 2, cited: bool = True) -> Person | None:
        """Return the person that "he" points to: of the last sentences, a subject before others; `cited` people or not."""
        near = [p for p in self.recent_people() if 0 <= sentence - p.last <= reach and (cited or not p.cited)]
        return max(near, key=lambda p: (p.subject, p.last)) if near else None

    def salient(self, sentence: int, kinds: frozenset[ActorKind] = _BODIES, reach: int = _REACH) -> tuple[Body, float] | None:
        """Return the body that "the group" points to, and how far it leads over the next (0 to 1)."""
        fitting = [b for b in self.recent_bodies() if b.value.kind in kinds]
        here = next((b for b in fitting if b.last == sentence), None)
        ranked = sorted(
            ((_weight(b, sentence) + (_HERE if b is here else 0.0), b.order, b) for b in fitting if sentence - b.last <= reach),
            key=lambda x: x[:2],
        )
        if ranked:
            lead = 1.0 if len(ranked) < 2 else min(1.0, ranked[-1][0] - ranked[-2][0])
            return ranked[-1][2], lead
        main = [self._main[k] for k in sorted(kinds) if k in self._main]
        return (max(main, key=lambda b: (b.count, b.order)), 0.5) if main else None

    def last_subject(self, sentence: int, kinds: frozenset[ActorKind] | None = None, reach: int = 1) -> Body | None:
        """Return the body that was the subject of this or the sentence before."""
        for body in self.recent_bodies():
            if body.subject and 0 <= sentence - body.last <= reach and (kinds is None or body.value.kind in kinds):
                return body
        return None


def _weight(body: Body, sentence: int) -> float:
    return 3.0 / (1 + sentence - body.last) + (1.0 if body.subject else 0.0) + 0.9 * math.log1p(body.count)


def _names(short: tuple[Part, ...], full: tuple[Part, ...]) -> bool:
    """Tell whether the parts of `short` are among those of `full` by their letters or skeletons, the last one at its end."""
    if not short or len(short) > len(full):
        return False
    folds = {p.fold for p in full}
    keys = {p.skeleton for p in full if len(p.skeleton) >= 2}
    if not all(p.fold in folds or (p.skeleton in keys) for p in short):
        return False
    # "Abu" or a first name alone is nobody's short form.
    tail = full[-2:] if len(full) > 2 else full[-1:]
    return any(short[-1].fold == p.fold or (p.skeleton and short[-1].skeleton == p.skeleton) for p in tail)


def _merged(old: ActorValue, new: ActorValue) -> ActorValue:
    return replace(
        old,
        private=old.private and new.private,
        description=old.description or new.description,
        group_id=old.group_id or new.group_id,
        country=old.country or new.country,
    )


def subject_rank(dep: str, of_main_clause: bool) -> int:
    """Return 2 for the subject of the main clause, 1 for that of another, 0 for anything else."""
    if dep not in ("nsubj", "nsubjpass", "agent"):
        return 0
    return 2 if of_main_clause else 1
