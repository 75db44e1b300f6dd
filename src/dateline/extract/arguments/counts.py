"""Counts: which quantity belongs to which outcome of which event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.arguments.participants import anchor_roles, pattern_of
from dateline.extract.arguments.victims import among, victims, whole_of
from dateline.extract.context import SentenceContext
from dateline.extract.tolls import TOLLS, is_update, toll_count
from dateline.model.event import Argument, EventMention, Outcome, Role
from dateline.model.mention import Mention, MentionKind
from dateline.resources.frames import Frame, Pattern

UPDATE = "update"
"""Rule of counts that take the place of those told before ("raising the toll to 31")."""
HIT = "hit"
"""Rule of counts of all who were hit: the dead among them are told elsewhere."""
_OF_PEOPLE = frozenset({Outcome.KILLED, Outcome.INJURED})
_FATALLY = frozenset({"fatally", "mortally"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "themself"})
_ONE = frozenset({"he", "she", "him", "her"})
_MANY = frozenset("people personnel police family staff crew troop other dead wounded injured community tribe".split())
_OF_THINGS = frozenset({"publication", "weapons seized", "offer of reward", "robbery", "statement"})
_TOLLS = frozenset({"toll", "number", "death", "fatality", "total", "count", "figure", "casualty"})


_STATES = {
    **dict.fromkeys(("dead", "killed", "slain", "executed", "martyred"), Outcome.KILLED),
    **dict.fromkeys(("wounded", "injured", "hurt", "hospitalized", "hospitalised"), Outcome.INJURED),
}
_PERHAPS = frozenset({"possibly", "perhaps", "maybe", "potentially"})
_HARMED = frozenset("kill wound injure hurt shoot".split())


def counts(context: SentenceContext, event: EventMention) -> Iterator[Argument]:
    """Yield the quantities of an event with their outcomes."""
    pattern = pattern_of(context, event)
    frame = pattern.frame
    seen: set[tuple[Mention, Outcome | None]] = set()
    if event.type == "statistic":
        yield from _statistic(context, event, frame)
        return
    roles = anchor_roles(context, event, pattern)
    found = [
        *_of_predicate(context, event, frame, event.head, (roles.agents, roles.patients)),
        *(a for head, name in event.results for a in _of_result(context, event, head, context.frames.by_name[name])),
    ]
    found += _things(context, event, roles.patients)
    for argument in _dead_once(found):
        key = (argument.mention, argument.outcome)
        if key not in seen:
            seen.add(key)
            yield argument


def _dead_once(found: list[Argument]) -> list[Argument]:
    """Drop people told as shot or hurt who are told as killed too ("was shot and killed"); a plain injury comes before a hit."""
    killed = {a.mention for a in found if a.outcome is Outcome.KILLED}
    kept = [a for a in found if a.outcome is not Outcome.INJURED or a.mention not in killed]
    return sorted(kept, key=lambda a: a.rule == HIT)


def _things(context: SentenceContext, event: EventMention, patients: tuple[int, ...]) -> list[Argument]:
    """Return the amounts that an event is about: five videos published, 40 rifles seized."""
    if event.type not in _OF_THINGS:
        return []
    objects = patients or tuple(c.i for c in context.sentence.children(event.head) if c.dep in ("dobj", "nsubjpass"))
    found = [m for i in objects if (m := context.headed(i, MentionKind.QUANTITY)) is not None]
    things = [m for m in found if not m.key.startswith("people")]
    return [Argument(event, Role.QUANTITY, m, rule="amount", confidence=0.7) for m in things]


def _of_result(context: SentenceContext, event: EventMention, head: int, pattern: Pattern) -> Iterator[Argument]:
    roles = context.roles(pattern, context.sentence.tokens[head], head)
    yield from _of_predicate(context, event, pattern.frame, head, (roles.agents, roles.patients))


def _of_predicate(
    context: SentenceContext, event: EventMention, frame: Frame, head: int, roles: tuple[tuple[int, ...], tuple[int, ...]]
) -> Iterator[Argument]:
    agents, patients = roles
    if frame.outcome is not None and context.sentence.tokens[head].lemma in TOLLS:
        yield from _beside(context, event, head, frame.outcome)
        return
    if frame.agent_outcome is not None:
        yield from _counted(context, event, agents, frame.agent_outcome)
    if frame.outcome is not None and not _undecided(context, frame, head):
        outcome = _outcome(context, frame, head)
        state = context.sentence.tokens[head].pos in ("ADJ", "ADV")
        # "gunman dead at school": what follows a state is no object
        patients = (context.bearers(head) if state else ()) or _themselves(context, patients, agents) or context.bearers(head)
        patients = victims(context, head, patients)
        whole = whole_of(context, head, patients)
        if whole is not None and not _told_otherwise(context, whole, outcome):
            found = list(_of_whole(context, event, whole, patients, outcome))
        else:
            found = list(_counted(context, event, patients, outcome, head)) or list(_beside(context, event, head, outcome))
        hit = frame.hits and outcome is frame.outcome
        yield from (replace(a, rule=HIT) if hit and a.scope != "part" and a.outcome is outcome else a for a in found)


def _of_whole(
    context: SentenceContext, event: EventMention, whole: Mention, patients: tuple[int, ...], outcome: Outcome
) -> Iterator[Argument]:
    """Yield a count told as that of all, and those told as among them under it."""
    yield Argument(event, Role.QUANTITY, whole, outcome, rule="counted", confidence=0.8)
    yield from _parts(context, event, whole.head, whole, outcome)
    for i in patients:
        some = context.headed(i, MentionKind.QUANTITY)
        if some is None or some == whole or not some.key.startswith("people"):
            continue
        if not _part(some) and not _told_otherwise(context, some, outcome):
            yield Argument(event, Role.QUANTITY, some, outcome, scope="part", part_of=whole, rule="part", confidence=0.75)


def _undecided(context: SentenceContext, frame: Frame, head: int) -> bool:
    """Tell whether the words leave open which it was ("killed or wounded") or say that it is not yet so ("brain dead")."""
    tokens = context.sentence.tokens
    if frame.outcome not in _OF_PEOPLE or not 0 < head < len(tokens) - 2:
        return False
    if tokens[head].lower == "dead" and tokens[head - 1].lower == "brain":
        return True
    one, other = (head, head + 2) if tokens[head + 1].lower == "or" else (head - 2, head)
    return tokens[one + 1].lower == "or" and {tokens[one].lemma, tokens[other].lemma} <= _HARMED


def _themselves(context: SentenceContext, patients: tuple[int, ...], agents: tuple[int, ...]) -> tuple[int, ...]:
    """Return who was hit: whoever did it where they hit themselves."""
    tokens = context.sentence.tokens
    own = any(tokens[i].lower in _REFLEXIVE for i in patients)
    return tuple(dict.fromkeys((*(i for i in patients if tokens[i].lower not in _REFLEXIVE), *(agents if own else ()))))


def _outcome(context: SentenceContext, frame: Frame, head: int) -> Outcome:
    """Return the frame's outcome, or the one a complement gives ("shot dead")."""
    assert frame.outcome is not None
    tokens = context.sentence.tokens
    for c in context.sentence.children(head):
        if c.lower in frame.outcome_if and not any(t.text == "," for t in tokens[head + 1 : c.i]):
            return frame.outcome_if[c.lower]
        if c.dep == "prep":
            for o in context.sentence.children(c.i):
                if f"{c.lower}+{o.lower}" in frame.outcome_if:
                    return frame.outcome_if[f"{c.lower}+{o.lower}"]
    return frame.outcome


def _counted(
    context: SentenceContext, event: EventMention, victims: tuple[int, ...], outcome: Outcome, head: int = -1
) -> Iterator[Argument]:
    for i in victims:
        quantity = context.headed(i, MentionKind.QUANTITY)
        if quantity is not None and (_of_the_whole(context, quantity, i, head) or _told_otherwise(context, quantity, outcome)):
            continue
        if quantity is not None and head >= 0 and _among_all(context, quantity, head):
            yield Argument(event, Role.QUANTITY, quantity, outcome, scope="part", rule="part", confidence=0.7)
            continue
        if quantity is not None and (_part(quantity) or (outcome in _OF_PEOPLE and not quantity.key.startswith("people"))):
            continue
        if quantity is not None:
            yield Argument(event, Role.QUANTITY, quantity, outcome, rule="counted", confidence=0.85)
            yield from _parts(context, event, i, quantity, outcome)
            continue
        person = context.headed(i, MentionKind.ACTOR) if outcome is not Outcome.TOOK_PART else None
        if person is not None and person.head == i and _one_person(context, i):
            yield Argument(event, Role.QUANTITY, person, outcome, rule="one person", confidence=0.7)


def _told_otherwise(context: SentenceContext, quantity: Mention, outcome: Outcome) -> bool:
    """Tell whether the words of a count say what else befell them ("2 dead, 4 wounded": the four are not dead)."""
    if outcome not in _OF_PEOPLE:
        return False
    tokens = context.sentence.tokens
    last = context.sentence.tokens_in(quantity.span)[-1]
    if last.lower not in _STATES and last.i + 2 < len(tokens):
        last = next(t for t in tokens[last.i + 1 : last.i + 3] if t.tag != "RB" or t.i == last.i + 2)
    return last.lower in _STATES and _STATES[last.lower] is not outcome and last.tag != "NN"


def _of_the_whole(context: SentenceContext, quantity: Mention, i: int, head: int) -> bool:
    """Tell whether a relative clause speaks of all of whom a part is counted ("seven of the 35 men who were abducted")."""
    tokens = context.sentence.tokens
    if head < 0 or tokens[head].dep != "relcl" or tokens[head].head != i:
        return False
    words = [t.lower for t in context.sentence.tokens_in(quantity.span) if t.i < i]
    return "of" in words and any(c.dep == "nummod" for c in context.sentence.children(i))


def _one_person(context: SentenceContext, i: int) -> bool:
    """Tell whether token `i` is a single person: a name, or "the mayor"."""
    if context.sentence.tokens[i].lower in _ONE:
        return True
    if context.sentence.tokens[i].tag not in ("NN", "NNP"):
        return False
    if context.sentence.tokens[i].lemma.lower() in _MANY:
        return False
    classes = context.classes(i)
    by_word = context.sentence.tokens[i].lemma.lower() in context.frames.classes["person"]
    return by_word or ("person" in classes and "group" not in classes)


def _part(quantity: Mention) -> bool:
    return "part" in quantity.key.split(";")


def _among_all(context: SentenceContext, quantity: Mention, head: int) -> bool:
    """Tell whether a count is that of some of all whom it befell ("two of the dead", "three of those killed")."""
    return quantity.rule == "elided:pronoun" and context.sentence.tokens[head] in context.sentence.tokens_in(quantity.span)


def _parts(context: SentenceContext, event: EventMention, i: int, whole: Mention, outcome: Outcome) -> Iterator[Argument]:
    """Yield "including 12 children" under its total, and those who are told to be among it ("two nurses among six killed")."""
    some = among(context, whole)
    if some is not None and not _part(some):
        yield Argument(event, Role.QUANTITY, some, outcome, scope="part", part_of=whole, rule="part", confidence=0.75)
    for mention in context.mentions:
        if mention.kind is MentionKind.QUANTITY and _part(mention) and mention.span.start >= whole.span.start:
            if _possibly(context, mention):
                continue
            between = [q for q in context.mentions if q.kind is MentionKind.QUANTITY and not _part(q)]
            nearest = max((q for q in between if q.span.start <= mention.span.start), key=lambda q: q.span.start, default=whole)
            if nearest is whole:
                if any(t.lower in _FATALLY for t in context.sentence.tokens[mention.head + 1 : mention.head + 4]):
                    # "five were shot, one fatally"
                    yield Argument(event, Role.QUANTITY, mention, Outcome.KILLED, rule="counted", confidence=0.75)
                    continue
                yield Argument(event, Role.QUANTITY, mention, outcome, scope="part", part_of=whole, rule="part", confidence=0.75)


def _possibly(context: SentenceContext, mention: Mention) -> bool:
    """Tell whether it is left open that a part is one ("12 people, possibly including two children")."""
    before = [t.lower for t in context.sentence.tokens if t.end <= mention.span.start][-4:]
    return bool(_PERHAPS.intersection(before))


def _part_of_statistic(mention: Mention) -> bool:
    """Tell whether a second count singles out a part ("of 288 attacks, only 22 ...")."""
    return "bare" in mention.key or _part(mention) or not mention.key.startswith("people")


def _beside(context: SentenceContext, event: EventMention, head: int, outcome: Outcome) -> Iterator[Argument]:
    """Yield "12 dead", "the death toll rose to 31", "dozens of deaths": a count beside a noun or adjective."""
    token = context.sentence.tokens[head]
    toll = toll_count(context, head)
    if toll is not None and not _told_otherwise(context, toll, outcome):
        rule = UPDATE if is_update(context, head) else "toll"
        yield Argument(event, Role.QUANTITY, toll, outcome, rule=rule, confidence=0.8)
        return
    direct = context.headed(head, MentionKind.QUANTITY)
    people = direct is not None and (direct.key.startswith("people") or token.pos == "ADJ" or token.lemma in _TOLLS)
    if direct is not None and token.pos != "VERB" and (people or outcome not in _OF_PEOPLE):
        yield Argument(event, Role.QUANTITY, direct, outcome, rule="beside", confidence=0.75)
        return
    if token.lemma not in _TOLLS:
        return
    verb = context.sentence.tokens[token.head]
    under = [
        *context.sentence.subtree(head),
        *(context.sentence.subtree(verb.i) if verb.pos in ("VERB", "AUX") and token.dep.startswith("nsubj") else ()),
    ]
    for i in under:
        mention = context.headed(i, MentionKind.QUANTITY)
        if mention is not None and mention.head == i:
            yield Argument(event, Role.QUANTITY, mention, outcome, rule="toll", confidence=0.75)
            return


def _statistic(context: SentenceContext, event: EventMention, frame: Frame) -> Iterator[Argument]:
    found = [m for m in context.mentions if m.kind is MentionKind.QUANTITY]
    own = [m for m in found if m.head == event.head]
    counted = own if context.sentence.tokens[event.head].pos == "NOUN" else found
    found = [*counted[:1], *(m for m in found if m not in counted[:1] and _part_of_statistic(m))]
    if counted:
        yield Argument(event, Role.QUANTITY, found[0], frame.outcome, rule="statistic", confidence=0.7)
    for part in found[1:2]:
        yield Argument(
            event, Role.QUANTITY, part, frame.outcome, scope="part", part_of=found[0], rule="statistic", confidence=0.6
        )
