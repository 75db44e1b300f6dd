"""Sides: a type made narrower by who acts on whom: crowds, people who protest, a side that has left."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.model.resolution import ActorKind

_CROWD_KINDS = frozenset({ActorKind.POLITICAL, ActorKind.CIVILIAN})
_ARMED_KINDS = frozenset({ActorKind.STATE_FORCE, ActorKind.ARMED_GROUP})
_CROWD = frozenset(
    """
    student pupil villager resident neighbour neighbor activist worker labourer supporter fan youth loyalist farmer trader
    shopkeeper crowd mob protester protestor demonstrator settler worshipper devotee
    """.split()
)
_LOOSE = frozenset({"faction", "group", "cadre", "wing", "loyalist", "supporter", "side", "section", "member"})
"""Nouns for a side of any kind: whose it is says whether it is armed."""
_OF_POLITICS = frozenset("party league student union political ruling opposition congress football club campus community".split())
_FIREARMS = frozenset("gun gunfire gunshot rifle firearm pistol revolver bullet shot bomb grenade gunman armed shootout".split())
_CAUSE = frozenset("protest demonstrate demonstration demand rally march agitation hartal bandh protester strike".split())
_PROTEST = frozenset({"protest", "demonstration", "march", "rally", "sit-in", "procession"})
_OPEN_CAUSE = frozenset({"protester", "protestor", "demonstrator", "marcher", "striker", "picketer"})
_PEACEFUL = frozenset({"peacefully", "unopposed", "bloodlessly"})
_WITHOUT = frozenset({"fight", "fighting", "resistance", "shot", "clash", "battle"})


def narrowed(context: SentenceContext, candidate: Candidate, kind: str) -> str:
    """Return the type `kind` of a candidate, or a narrower one that the sides tell."""
    if kind == "armed clash" and _between_crowds(context, candidate):
        return "mob violence"
    if kind == "violent demonstration" and "each" in _lowers(context, candidate) and "other" in _lowers(context, candidate):
        return "mob violence"
    if kind in ("destruction", "arson", "robbery") and _in_protest(context, candidate):
        return "violent demonstration"
    if kind == "armed attack" and candidate.verb and not candidate.frame.generic and _at_protest(context, candidate):
        return "demonstration met with force"
    if kind == "territory taken" and candidate.verb and _given_up(context, candidate):
        return "territory handed over"
    return kind


def _lowers(context: SentenceContext, candidate: Candidate) -> set[str]:
    return {context.sentence.tokens[i].lower for i in context.sentence.subtree(candidate.head)}


def _between_crowds(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether people who bear no arms as a rule fought each other, and no firearm is told."""
    sides = (*candidate.roles.agents, *candidate.roles.patients)
    if not sides or _FIREARMS & context.lemmas:
        return False
    heads = (*sides, candidate.head)
    beside = (j for i in heads for j in (i, *(c.i for c in context.sentence.children(i))))
    if any(kind in _ARMED_KINDS and m.head == j for j in beside for m, kind in context.actors(j)):
        # "Police, students clash"
        return False
    return all(unarmed(context, i) for i in sides)


def unarmed(context: SentenceContext, i: int) -> bool:
    """Tell whether a side is a crowd: of a party, of students, of villagers, and of no armed group or force."""
    tokens = context.sentence.tokens
    under = list(context.sentence.subtree(i))[:16]
    lemmas = {tokens[j].lemma.lower() for j in under}
    known = {kind for j in under for m, kind in context.actors(j) if not m.key.startswith("described") or j != i}
    loose = tokens[i].lemma.lower() in _LOOSE
    if known & _ARMED_KINDS and not (loose and known & _CROWD_KINDS):
        return False
    if not loose and (context.frames.classes["fighting"] & lemmas or _armed_itself(context, i)):
        return False
    return bool(known & _CROWD_KINDS or _CROWD & lemmas or (loose and _OF_POLITICS & lemmas))


def _armed_itself(context: SentenceContext, i: int) -> bool:
    return any(kind in _ARMED_KINDS for _, kind in context.actors(i))


def _in_protest(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether people who have a cause to show did the damage ("students demanding X vandalised buses")."""
    agents: Sequence[int] = candidate.roles.agents
    if not agents or not all(unarmed(context, i) for i in agents):
        return False
    tokens = context.sentence.tokens
    heads = {tokens[i].lemma.lower() for i in agents}
    return bool(heads & _OPEN_CAUSE) or bool(heads & _CROWD and _CAUSE & context.lemmas)


def _at_protest(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether it is an attack on a protest, or force by the state while people protested ("shot two during a rally")."""
    patients = {context.sentence.tokens[i].lemma.lower() for i in candidate.roles.patients}
    if patients & _PROTEST and candidate.pattern.name.endswith(("/attack", "/assault")):
        return True
    if not any("state" in context.classes(i) and "militant" not in context.classes(i) for i in candidate.roles.agents):
        return False
    tokens = context.sentence.tokens
    times = [t.i for t in tokens if t.lower == "during" and candidate.head < t.i]
    return any(tokens[j].lemma.lower() in _PROTEST for i in times for j in context.sentence.subtree(i))


def _given_up(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a place was taken without a fight, as the text itself says."""
    sentence = context.sentence
    for i in sentence.subtree(candidate.head):
        token = sentence.tokens[i]
        if token.lower in _PEACEFUL:
            return True
        if token.lower in ("without", "no") and any(sentence.tokens[j].lemma in _WITHOUT for j in sentence.subtree(token.head)):
            return True
    return False
