"""Weapons that are spoken of and not used: loot, what is destroyed, defused or left behind, what the enemy fires."""

from __future__ import annotations

from dateline.extract.context import SentenceContext

_TAKING = frozenset("seize capture confiscate recover find discover surrender hand".split())
"""What is taken in such a deed is loot, not its weapon."""
_SUFFERING = frozenset(
    (
        "destroy damage neutralize neutralise neutralized eliminate intercept down abandon leave transport "
        "possess smuggle hide store buy sell supply deliver provide manufacture make produce lack lose target burn"
    ).split()
)
"""Verbs whose object is a weapon that did nothing."""
_HITTING = _TAKING | frozenset("destroy damage hit strike target attack bomb shell burn disable engage".split())
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd"})
_BUILT = frozenset("facility factory depot cache site store warehouse workshop maker launcher expert squad disposal".split())


def no_weapon(context: SentenceContext, i: int) -> bool:
    """Tell whether the weapon at token `i` is not what a deed was done with."""
    sentence = context.sentence
    if any(t.pos == "VERB" and t.lemma in _TAKING for t in sentence.ancestors(i)):
        return True
    token = sentence.tokens[i]
    while token.dep in ("compound", "nmod"):
        token = sentence.tokens[token.head]
        if token.lemma in _BUILT:
            return True
    while token.dep in ("conj", "appos"):
        token = sentence.tokens[token.head]
    governor = sentence.tokens[token.head]
    return token.dep in _OBJECTS and governor.lemma in _SUFFERING


def is_hit(context: SentenceContext, i: int) -> bool:
    """Tell whether a weapon is what was hit or taken ("destroyed a launcher"), not what was thrown or set off."""
    tokens = context.sentence.tokens
    token = tokens[i]
    while token.dep == "conj":
        token = tokens[token.head]
    return token.dep in _OBJECTS and tokens[token.head].lemma in _HITTING
