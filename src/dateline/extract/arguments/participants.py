"""Participants: deep subjects and objects of anchors and results, as role-bearing mentions."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.arguments.ownership import light_verb
from dateline.extract.arguments.responsible import RULE, responsible
from dateline.extract.arguments.weapons import is_hit
from dateline.extract.context import SentenceContext
from dateline.extract.syntax import Frame as Roles
from dateline.extract.syntax import measured, verb_frame
from dateline.model.event import Argument, EventMention, Outcome, Responsibility, Role
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span
from dateline.resources.actors import load_register, parts
from dateline.resources.frames import Frame, Pattern

_WHO = (MentionKind.ACTOR, MentionKind.FACILITY, MentionKind.PLACE, MentionKind.OUTLET)
_SUSPECT = frozenset(
    "suspected alleged presumed purported apparent presumably allegedly supposedly apparently possibly probably".split()
)
_UNKNOWN = frozenset({"unidentified", "unknown", "unnamed"})
_DETAINED = frozenset({Outcome.ARRESTED, Outcome.FREED, Outcome.ESCAPED, Outcome.RECAPTURED, Outcome.SURRENDERED})
_OBJECTS = frozenset({"vehicle", "building", "weapon"})
_DEEDS = frozenset({Role.PERPETRATOR, Role.CUSTODIAN, Role.ORGANISER})
_ACTING_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
_BODIES = ("organization", "organisation", "group", "charity", "network", "agency", "aid group", "rights group", "party")
_NAMED = ("register:", "ner:", "acronym:")
_WHERE = frozenset({MentionKind.FACILITY, MentionKind.PLACE})
_PERSONS_ONLY = frozenset({Role.VICTIM, Role.DETAINEE})
_TREADS = frozenset({"step", "tread"})
"""Verbs of who sets off a mine that others laid."""
_BLOWS_UP = frozenset({"explode", "burst"})
_ABLE = frozenset({"person", "armed", "militant", "state", "group"})
_HITTING = frozenset("hit strike target damage destroy rock shake involve".split())
"""Verbs after an event's noun whose object is what was attacked ("the raid hit a farm")."""
_SUFFERED = frozenset("shooting killing murder execution stabbing beating slaying kidnapping abduction disappearance".split())
_FIGHTERS = frozenset({"armed", "militant", "state", "group"})
_SINGLE = frozenset({"NN", "NNP"})
_OF_THINGS = frozenset({"weapons seized", "destruction"})
"""Types whose target may be a weapon: elsewhere a weapon that is thrown or set off is no target."""


def pattern_of(context: SentenceContext, event: EventMention) -> Pattern:
    """Return the pattern that found an event."""
    return context.frames.by_name[event.rule.split("; ")[0]]


def anchor_roles(context: SentenceContext, event: EventMention, pattern: Pattern) -> Roles:
    """Return deep subject and object of the anchor, with those a light verb lends to a noun."""
    token = context.sentence.tokens[event.head]
    first = next((t.i for t in context.sentence.tokens if t.start >= event.anchor.start), event.head)
    roles = _whose(context, token, context.roles(pattern, token, first))
    if not roles.agents and roles.patients and all(context.at(i, MentionKind.INSTRUMENT) for i in roles.patients):
        # "A drone targeted on Monday night ...": what attacks was taken for what is attacked
        roles = Roles(roles.patients, ())
    governor = light_verb(context, event.head)
    if governor is None or governor.lemma == "claim":
        return roles
    lent = verb_frame(context.sentence, governor.i, transitive=False)
    roles = Roles(tuple(i for i in roles.agents if context.at(i, MentionKind.ACTOR, MentionKind.PLACE)), roles.patients)
    agents = [i for i in lent.agents if i != event.head]
    if governor.lemma in context.frames.words["suffer"]:
        return Roles(roles.agents, roles.patients or tuple(agents))
    own = token.dep == "nsubj" and governor.lemma in _HITTING and governor.i not in {head for head, _ in event.results}
    patients = [i for i in lent.patients if i != event.head] if own else []
    return Roles(roles.agents or tuple(agents), roles.patients or tuple(patients))


def _whose(context: SentenceContext, noun: Token, roles: Roles) -> Roles:
    """Return the roles with an owner who is no fighter as who suffered it ("the boy's shooting", "a mayor's execution")."""
    if noun.lemma.lower() not in _SUFFERED or len(roles.agents) != 1 or roles.patients:
        return roles
    owner = context.sentence.tokens[roles.agents[0]]
    classes = context.classes(owner.i)
    if owner.dep != "poss" or owner.head != noun.i or "person" not in classes or classes & _FIGHTERS or owner.tag not in _SINGLE:
        return roles
    return Roles((), roles.agents)


def participants(context: SentenceContext, event: EventMention) -> Iterator[Argument]:
    """Yield the participants and the weapon-subjects of an event; a name of which its anchor is a part takes none."""
    yield from (a for a in _participants(context, event) if not a.mention.span.contains(event.anchor))


def _participants(context: SentenceContext, event: EventMention) -> Iterator[Argument]:
    pattern = pattern_of(context, event)
    frame = pattern.frame
    roles = anchor_roles(context, event, pattern)
    seen: set[tuple[Role, Mention]] = set()
    for i in roles.agents:
        yield from _fresh(_agent(context, event, frame, i), seen)
    for i in roles.patients:
        if not _of_sibling(context, event, i):
            yield from _fresh(_patient(context, event, frame.patient, i), seen)
    if frame.agent is Role.PERPETRATOR:
        yield from _fresh(_responsible(context, event), seen)
    for prep, role in frame.preps.items():
        for c in context.sentence.children(event.head):
            if c.dep == "prep" and c.lower == prep:
                for o in context.sentence.children(c.i):
                    yield from _fresh(_patient(context, event, role, o.i), seen)
    for head, name in event.results:
        yield from _fresh(_of_result(context, event, head, context.frames.by_name[name]), seen)


def _of_sibling(context: SentenceContext, event: EventMention, i: int) -> bool:
    """Tell whether a place or facility belongs to another event that the same anchor tells."""
    mention = context.headed(i, MentionKind.FACILITY, MentionKind.PLACE)
    if event.distinguishing is None or mention is None:
        return False
    return (
        any(m.span == event.distinguishing for m in context.mentions if m.kind is mention.kind)
        and mention.span != event.distinguishing
    )


def _fresh(found: Iterator[Argument], seen: set[tuple[Role, Mention]]) -> Iterator[Argument]:
    for argument in found:
        key = (argument.role, argument.mention)
        if key not in seen:
            seen.add(key)
            yield argument


def _agent(context: SentenceContext, event: EventMention, frame: Frame, i: int) -> Iterator[Argument]:
    i = measured(context.sentence, i)
    weapon = context.headed(i, MentionKind.INSTRUMENT)
    actor = _named(context, i)
    if weapon is not None and (actor is None or weapon.head == i):
        yield Argument(event, Role.INSTRUMENT, weapon, rule="subject")
        whose = actor is not None and actor.kind is MentionKind.ACTOR and len(actor.span) > len(weapon.span)
        if actor is None or not whose or not actor.span.contains(weapon.span):
            return
    if actor is None or frame.agent is None or not _may_do(context, actor, frame.agent):
        return
    if context.sentence.tokens[event.head].lemma in _TREADS:
        yield Argument(event, Role.TARGET, actor, rule="object", confidence=0.8)
        return
    if context.sentence.tokens[event.head].lemma in _BLOWS_UP and not context.classes(i) & _ABLE:
        return
    blame = None
    if frame.agent is Role.PERPETRATOR:
        words = _words_before(context, actor, i)
        suspected = Responsibility.SUSPECTED if words & _SUSPECT else Responsibility.STATED
        blame = Responsibility.UNKNOWN if words & _UNKNOWN and not actor.key.startswith(_NAMED) else suspected
    yield Argument(event, frame.agent, actor, responsibility=blame, rule="subject", confidence=0.8)


def _responsible(context: SentenceContext, event: EventMention) -> Iterator[Argument]:
    """Yield who claims or denies the deed, and whom others blame for it."""
    for i, how in responsible(context.sentence, event.head):
        actor = context.headed(i, MentionKind.ACTOR, MentionKind.PLACE)
        if actor is not None and (actor.kind is MentionKind.ACTOR or _is_country(actor.text)):
            yield Argument(event, Role.PERPETRATOR, actor, responsibility=how, rule=RULE, confidence=0.8)


def _words_before(context: SentenceContext, actor: Mention, i: int) -> set[str]:
    """Return the words of a doer's noun phrase, and the adverb before its "by" ("presumably by paid assassins")."""
    tokens = context.sentence.tokens
    inside = [t.lower for t in context.sentence.tokens_in(actor.span)]
    left = [tokens[j].lower for j in context.sentence.subtree(i) if j < i]
    by = tokens[tokens[i].head]
    near = [t.lower for t in tokens[max(0, by.i - 2) : by.i]] if by.lower == "by" else []
    return {*inside, *left, *near, *(c.lower for c in context.sentence.children(i))}


def _may_do(context: SentenceContext, actor: Mention, role: Role) -> bool:
    """Tell whether a mention may be the doer: of places only countries that act ("Israel bombed", "Turkey's raids")."""
    if actor.kind is MentionKind.FACILITY:
        return False
    if role not in _DEEDS or actor.kind is MentionKind.ACTOR:
        return True
    token = context.sentence.tokens[actor.head]
    by = token.dep == "pobj" and context.sentence.tokens[token.head].lower == "by"
    return actor.kind is MentionKind.PLACE and (by or token.dep in _ACTING_DEPS) and _is_country(actor.text)


def _is_country(name: str) -> bool:
    words = name.split()
    last, terms = load_register().country_at([parts(w) for w in words], words, 0)
    return last == len(words) - 1 and any(t.form in ("name", "capital") for t in terms)


def _named(context: SentenceContext, i: int) -> Mention | None:
    """Return the mention on a token; of a description with a name beside it the name ("a charity, the Relief Fund")."""
    mention = context.headed(i, *_WHO)
    if mention is None or not mention.key.startswith("described:") or "number=plural" in mention.key or "branch=" in mention.key:
        return mention
    if (name := _name_after(context, mention)) is not None:
        return name
    beside = [c for c in context.sentence.children(i) if c.dep == "appos" and c.i > i]
    if (
        len(beside) != 1
        or any(t.pos in ("VERB", "AUX") for t in context.sentence.tokens[i : beside[0].i])
        or any(c.dep == "conj" for c in context.sentence.children(beside[0].i))
    ):
        return mention
    name = context.headed(beside[0].i, MentionKind.ACTOR)
    return name if name is not None and name.head == beside[0].i and name.key.startswith(_NAMED) else mention


def _name_after(context: SentenceContext, mention: Mention) -> Mention | None:
    """Return the name that stands right after a described body ("US-based organization the Relief Fund")."""
    if not any(f"noun={noun}" in mention.key.split(":") for noun in _BODIES):
        return None
    at = context.sentence.tokens_in(mention.span)[-1].i + 1
    tokens = context.sentence.tokens
    if at < len(tokens) and tokens[at].lower == "the":
        at += 1
    found = context.at(at, MentionKind.ACTOR) if at < len(tokens) else []
    return next((m for m in found if m.span.start == tokens[at].start and m.key.startswith(_NAMED)), None)


def _patient(
    context: SentenceContext, event: EventMention, role: Role | None, i: int, of_result: bool = False
) -> Iterator[Argument]:
    if role is None:
        return
    i = measured(context.sentence, i)
    token = context.sentence.tokens[i]
    mention = _named(context, i)
    if token.lower.endswith(("self", "selves")) or role in _PERSONS_ONLY and mention is not None and mention.kind in _WHERE:
        return
    if role is Role.TARGET and mention is not None and event.type not in _OF_THINGS and _is_weapon(context, mention, i):
        return
    if mention is not None:
        yield Argument(event, role, mention, rule="object", confidence=0.8)
    elif role is Role.TARGET and token.pos == "NOUN" and (found := context.classes(i) & _OBJECTS):
        if "weapon" in found and event.type not in _OF_THINGS and not of_result and not is_hit(context, i):
            return
        yield Argument(event, role, _thing(context, i), rule="object", confidence=0.7)


def _is_weapon(context: SentenceContext, mention: Mention, i: int) -> bool:
    """Tell whether what an event's verb takes as object is what it was done with ("exploding a device", "stepping on mines")."""
    tokens = context.sentence.tokens
    if mention.kind is MentionKind.FACILITY:
        return tokens[i].lemma.lower() == "mine" and tokens[tokens[i].head].lower in ("on", "upon")
    inner = context.headed(i, MentionKind.INSTRUMENT)
    return inner is not None and inner.head == i and mention.kind is MentionKind.ACTOR and not is_hit(context, i)


def _thing(context: SentenceContext, i: int) -> Mention:
    """Return a mention for an attacked thing that no finder names ("a customs convoy")."""
    tokens = context.sentence.tokens
    first = i
    for j in range(i - 1, max(-1, i - 8), -1):
        joined = tokens[j].dep == "conj" and i - 8 < tokens[j].head < j
        inside = tokens[j].dep in ("compound", "amod", "nmod", "punct", "cc") and i - 8 < tokens[j].head <= i
        if not joined and not inside:
            break
        first = j if tokens[j].dep in ("compound", "amod", "nmod") else first
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        first -= 2  # "an air-defence vehicle"
    words = "".join(
        (" " if n and t.start > tokens[first + n - 1].end else "") + t.text for n, t in enumerate(tokens[first : i + 1])
    )
    return Mention(
        MentionKind.ACTOR, Span(tokens[first].start, tokens[i].end), context.sentence.index, i, words, "object", "object"
    )


def _of_result(context: SentenceContext, event: EventMention, head: int, pattern: Pattern) -> Iterator[Argument]:
    """Yield the victims of a result; its subject is the event's agent only where the event has a perpetrator's role."""
    frame = pattern.frame
    roles = context.roles(pattern, context.sentence.tokens[head], head)
    outcome = frame.outcome or frame.agent_outcome
    victims = roles.patients if frame.outcome else roles.agents
    role = (
        Role.DETAINEE if outcome in _DETAINED else Role.TARGET if outcome in (Outcome.DESTROYED, Outcome.DAMAGED) else Role.VICTIM
    )
    for i in victims:
        yield from _patient(context, event, role, i, of_result=True)
    if frame.outcome is None:
        return
    host = pattern_of(context, event).frame
    for i in roles.agents:
        of_the_event = any(context.sentence.tokens[event.head].head == c.i for c in context.sentence.children(i))
        if i != event.head and host.agent is Role.PERPETRATOR and not of_the_event:
            yield from _agent(context, event, host, i)
