"""Tense of the verb that governs a date: what decides between the last and the next Friday."""

from __future__ import annotations

from dateline.model.parse import Sentence, Token

_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "can", "must", "should", "might", "could", "ca", "sha"})
_AHEAD = frozenset(
    "plan expect schedule intend want hope aim due set vow promise agree threaten pledge likely ready prepare decide bind "
    "slate urge ask call propose invite demand order poise about".split()
)
"""Lemmas after which an infinitive lies ahead."""
_AHEAD_OF_US = frozenset({"future", "progressive"})
_FALLING_DUE = frozenset({"payable", "effective", "redeemable", "due"})
_PUT_OFF = frozenset("extend postpone delay put adjourn suspend give have defer".split())
"""Lemmas after which "until" names a day that was still ahead."""
_AWAITED = frozenset(
    "election vote poll ballot referendum meeting summit talk conference session hearing trial game match race final ceremony "
    "inauguration deadline debate visit concert festival opening budget launch deployment".split()
)
"""Nouns of what a day is set for beforehand."""
_WAS = frozenset({"was", "were", "had"})
_NOBODY = frozenset({"neither", "nor", "nobody", "none", "no"})
_SET_AHEAD = frozenset("schedule plan expect slate".split())


def tense(sentence: Sentence, head: int, cue: str = "") -> str:
    """Return past, planned, present, progressive, perfect or future; empty where no verb governs the token.

    Planned is what was planned in the past ("was due on Friday"): it may lie on either side of now.
    """
    token = sentence.tokens[head]
    if token.pos in {"VERB", "AUX"} and (found := _of_verb(sentence, token)):
        return found
    below = token
    for ancestor in sentence.ancestors(head):
        if ancestor.pos == "ADJ" and ancestor.lower in _FALLING_DUE and below.i > ancestor.i:
            return "planned"
        if ancestor.pos in {"VERB", "AUX"} and (found := _of_verb(sentence, ancestor)):
            # "officers were called on Sunday": only what is called for a day lies ahead of the call
            if found == "planned" and ancestor.lemma == "call" and below.lower != "for":
                return "past"
            if cue == "until" and ancestor.lemma in _PUT_OFF and below.i > ancestor.i:
                return "future"
            return "past" if found in _AHEAD_OF_US and _attributive(sentence, token) else found
        below = ancestor
    return ""


def _attributive(sentence: Sentence, token: Token) -> bool:
    """Tell whether a date only says which one is meant of something that has been ("Wednesday's ruling", "a June deal")."""
    noun = sentence.tokens[token.head]
    return token.dep in {"poss", "compound", "nmod"} and noun.i > token.i and noun.lemma.lower() not in _AWAITED


def _of_verb(sentence: Sentence, verb: Token) -> str:
    """Return the tense of a verb, or nothing where its governor has to tell."""
    helpers = [c for c in sentence.children(verb.i) if c.dep in {"aux", "auxpass"} and c.i < verb.i]
    lemmas = {h.lower for h in helpers}
    if "could" in lemmas and _denied(sentence, verb):
        return "past"  # "could not be reached on Friday"
    if lemmas & _MODALS:
        return "past" if "have" in lemmas else "future"
    if verb.tag == "VBD" or lemmas & {"had", "was", "were", "did"}:
        return "planned" if verb.tag == "VBN" and verb.lemma in _AHEAD and not lemmas & {"had"} else "past"
    if lemmas & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if verb.tag == "VBN":
        by_itself = not lemmas & {"is", "are", "'s", "'re", "am", "be"}
        return "past" if by_itself and verb.lemma not in _SET_AHEAD else _present(sentence, verb)
    if verb.tag == "VBG":
        return "progressive" if lemmas & {"is", "are", "'s", "'re", "am", "’s", "’re"} else ""
    if verb.tag in {"VBZ", "VBP"}:
        return _present(sentence, verb)
    if verb.tag == "VB" and "to" in lemmas:
        return _awaited(sentence, verb)
    return ""


def _denied(sentence: Sentence, verb: Token) -> bool:
    children = list(sentence.children(verb.i))
    subjects = (g for c in children if c.dep in {"nsubj", "nsubjpass"} for g in (c, *sentence.children(c.i)))
    return any(c.dep == "neg" for c in children) or any(g.lower in _NOBODY for g in subjects)


def _present(sentence: Sentence, verb: Token) -> str:
    if verb.lemma in _AHEAD and verb.tag == "VBN":
        return "future"
    ahead = any(c.lemma.lower() in _AHEAD for c in sentence.children(verb.i) if c.dep in {"acomp", "xcomp", "advcl"})
    return "future" if ahead and verb.lemma == "be" else "present"


def _awaited(sentence: Sentence, verb: Token) -> str:
    """Return the tense of an infinitive: ahead of what governs it if that plans, else its governor's."""
    governor = sentence.tokens[verb.head]
    if governor.i == verb.i or governor.lemma.lower() not in _AHEAD | {"be"}:
        return ""
    if any(c.lower == "had" for c in sentence.children(governor.i)):
        return "past"
    past = governor.tag == "VBD" or governor.lower in _WAS or any(c.lower in _WAS for c in sentence.children(governor.i))
    past = past or sentence.tokens[governor.head].lower in _WAS
    return "planned" if past else "future"
