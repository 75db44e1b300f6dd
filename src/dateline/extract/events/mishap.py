"""Mishaps: reports of which the whole is a shooting that nobody meant, or by which somebody took his own life."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from dateline.extract.context import SentenceContext
from dateline.model.parse import Token

_UNMEANT = frozenset({"accidental", "accidentally", "unintentional", "unintentionally", "inadvertently", "negligent"})
_GUNS = frozenset({"gun", "handgun", "pistol", "rifle", "shotgun", "firearm", "revolver", "weapon"})
_SHOTS = _GUNS | frozenset({"shoot", "shot", "shooting", "gunshot", "discharge", "fire", "bullet"})
_OFF = frozenset({"discharge", "misfire"})
_CARELESS = frozenset({"play", "fumble", "tinker", "toy"})
_HOSTILE = frozenset(
    (
        "murder gunman robbery robber ambush assassinate assassination militant rebel soldier terrorist insurgent guerrilla feud "
        "argument dispute altercation quarrel gang kidnap bomb explosion retaliation hostage intruder burglar burglary drive-by "
        "army raid clash drug"
    ).split()
)
_KILLING = _HOSTILE | frozenset({"homicide", "suspect", "arrest", "wife", "girlfriend", "estranged", "officer-involved"})
_SELF = frozenset({"himself", "herself", "self"})
_DENIED = frozenset({"not", "n't", "no", "never", "rule", "ruled"})
_NEAR = 3


class Mishap(enum.Enum):
    """What a whole report is about."""

    NONE = "none"
    ACCIDENT = "accident"
    SUICIDE = "suicide"


def mishap(sentences: Sequence[SentenceContext]) -> Mishap:
    """Tell whether a report is about one shooting by accident, or one suicide, and about nobody's hostile deed."""
    lemmas = frozenset(lemma for context in sentences for lemma in context.lemmas)
    if not lemmas & _SHOTS:
        return Mishap.NONE
    if not lemmas & _HOSTILE and any(_by_accident(context) for context in sentences):
        return Mishap.ACCIDENT
    if not lemmas & _KILLING and any(_by_own_hand(context) for context in sentences):
        return Mishap.SUICIDE
    return Mishap.NONE


def _by_accident(context: SentenceContext) -> bool:
    tokens = context.sentence.tokens
    if context.lemmas & _SHOTS and any(t.lower in _UNMEANT and not _denied(tokens, t) for t in tokens):
        return True
    if "accident" in context.lemmas and context.lemmas & {"hunting", "shooting", "gun"}:
        return not any(t.lemma == "accident" and _denied(tokens, t) for t in tokens)
    return any(_gun_by_itself(context, t) for t in tokens)


def _denied(tokens: Sequence[Token], cue: Token) -> bool:
    return any(t.lower in _DENIED for t in tokens[max(0, cue.i - _NEAR) : cue.i])


def _gun_by_itself(context: SentenceContext, token: Token) -> bool:
    """Read "the gun went off", "was playing with a pistol", "mishandled a rifle"."""
    children = list(context.sentence.children(token.i))
    lemma = token.lemma.lower()
    if lemma in _OFF or (lemma == "go" and any(c.lower == "off" for c in children)):
        return any(c.dep in ("nsubj", "nsubjpass") and c.lemma.lower() in _GUNS for c in children)
    if lemma in _CARELESS:
        withs = [c for c in children if c.dep == "prep" and c.lower == "with"]
        return any(o.lemma.lower() in _GUNS for c in withs for o in context.sentence.children(c.i))
    return lemma == "mishandle" and any(c.lemma.lower() in _GUNS for c in children)


def _by_own_hand(context: SentenceContext) -> bool:
    if "self-inflicted" in {t.lower for t in context.sentence.tokens}:
        return True
    if "suicide" in context.lemmas:
        return not context.lemmas & {"bomber", "bombing", "attack", "hotline", "lifeline", "prevention"}
    return any(
        t.lemma.lower() == "shoot" and any(c.lower in _SELF and c.dep == "dobj" for c in context.sentence.children(t.i))
        for t in context.sentence.tokens
    )
