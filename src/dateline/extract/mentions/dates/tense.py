"""Tense of the verb that governs a date: what decides between the last and the next Friday."""

from __future__ import annotations

from dateline.model.parse import Sentence, Token

_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "can", "must", "should", "might", "could", "ca", "sha"})
_AHEAD = frozenset(
    "plan expect schedule intend want hope aim due set vow promise agree threaten pledge likely ready prepare decide bind "
    "slate urge ask call propose invite demand order try seek need poise about".split()
)
"""Lemmas after which an infinitive lies ahead."""


def tense(sentence: Sentence, head: int) -> str:
    """Return past, present, progressive, perfect or future; empty where no verb governs the token."""
    token = sentence.tokens[head]
    if token.pos in {"VERB", "AUX"} and (found := _of_verb(sentence, token)):
        return found
    for ancestor in sentence.ancestors(head):
        if ancestor.pos in {"VERB", "AUX"} and (found := _of_verb(sentence, ancestor)):
            return found
    return ""


def _of_verb(sentence: Sentence, verb: Token) -> str:
    """Return the tense of a verb, or nothing where its governor has to tell."""
    helpers = [c for c in sentence.children(verb.i) if c.dep in {"aux", "auxpass"} and c.i < verb.i]
    lemmas = {h.lower for h in helpers}
    if lemmas & _MODALS:
        return "past" if "have" in lemmas else "future"
    if verb.tag == "VBD" or lemmas & {"had", "was", "were", "did"}:
        return "past"
    if lemmas & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if verb.tag == "VBN":
        return _present(sentence, verb) if lemmas & {"is", "are", "'s", "'re", "am", "be"} else "past"
    if verb.tag == "VBG":
        return "progressive" if lemmas & {"is", "are", "'s", "'re", "am", "’s", "’re"} else ""
    if verb.tag in {"VBZ", "VBP"}:
        return _present(sentence, verb)
    if verb.tag == "VB" and "to" in lemmas:
        return "future" if _awaited(sentence, verb) else ""
    return ""


def _present(sentence: Sentence, verb: Token) -> str:
    if verb.lemma in _AHEAD and verb.tag == "VBN":
        return "future"
    ahead = any(c.lemma.lower() in _AHEAD for c in sentence.children(verb.i) if c.dep in {"acomp", "xcomp", "advcl"})
    return "future" if ahead and verb.lemma == "be" else "present"


def _awaited(sentence: Sentence, verb: Token) -> bool:
    governor = sentence.tokens[verb.head]
    return governor.i != verb.i and governor.lemma.lower() in _AHEAD
