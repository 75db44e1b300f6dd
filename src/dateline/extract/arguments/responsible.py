"""Responsible: who claims or denies a deed, and whom others blame for it, where the deed is a noun ("blamed the attack on X")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dateline.extract.syntax import conjuncts, is_passive, prep_objects, surface_subjects
from dateline.model.event import Responsibility
from dateline.model.parse import Sentence, Token

RULE = "responsible"
Held = tuple[int, Responsibility]
"""The token that names who it is, and how they are tied to the deed."""
_ON = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}
"""Verbs whose object is the deed, and the preposition before who is said to have done it."""
_FOR = frozenset({"blame", "accuse", "suspect"})
"""Verbs whose object is who is said to have done it; the deed stands after "for" or "of"."""
_CLAIMING = frozenset({"claim", "take", "admit", "accept", "assume", "acknowledge"})
_DENYING = frozenset({"deny", "reject", "disclaim", "disavow"})
_PARTS = frozenset({"responsibility", "involvement", "role", "participation", "credit", "part", "hand"})
_DEED = frozenset({"for", "of", "in"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_BY = frozenset({"by"})
_NEAR = 4
"""Words up the tree from the deed to the verb that ties somebody to it at most."""


def responsible(sentence: Sentence, deed: int) -> Iterator[Held]:
    """Yield who is tied to what the noun at `deed` tells by a verb of claiming, denying or blaming."""
    for verb in islice(sentence.ancestors(deed), _NEAR):
        if verb.pos != "VERB" or any(c.dep == "neg" for c in sentence.children(verb.i)):
            continue
        passive = is_passive(sentence, verb.i)
        objects = [c.i for c in sentence.children(verb.i) if c.dep == ("nsubjpass" if passive else "dobj")]
        doers = prep_objects(sentence, verb.i, _BY) if passive else surface_subjects(sentence, verb.i)
        for i, how in (*_claimed(sentence, verb, objects, doers, deed), *_blamed(sentence, verb, objects, deed)):
            yield from ((j, how) for j in conjuncts(sentence, i) if not _nobody(sentence, j))


def _claimed(sentence: Sentence, verb: Token, objects: Sequence[int], doers: Sequence[int], deed: int) -> Iterator[Held]:
    """Yield who claims or denies a deed, or a part in it."""
    parts = [i for i in objects if sentence.tokens[i].lemma.lower() in _PARTS]
    about = [i for j in (verb.i, *parts) for i in prep_objects(sentence, j, _DEED)] if parts else []
    if (verb.lemma == "claim" and deed in objects) or (verb.lemma in _CLAIMING and deed in about):
        yield from ((i, Responsibility.CLAIMED) for i in doers)
    elif verb.lemma in _DENYING and deed in about:
        yield from ((i, Responsibility.DENIED) for i in doers)


def _blamed(sentence: Sentence, verb: Token, objects: Sequence[int], deed: int) -> Iterator[Held]:
    """Yield whom others hold responsible for a deed."""
    if verb.lemma in _ON and deed in objects:
        yield from ((i, Responsibility.BLAMED) for i in prep_objects(sentence, verb.i, frozenset({_ON[verb.lemma]})))
    elif verb.lemma in _FOR and deed in prep_objects(sentence, verb.i, _DEED):
        how = Responsibility.SUSPECTED if verb.lemma == "suspect" else Responsibility.BLAMED
        yield from ((i, how) for i in objects)
    elif verb.lemma == "hold":
        for word in sentence.tokens[verb.i + 1 :]:
            if word.lower == "responsible" and deed in prep_objects(sentence, word.i, _DEED):
                own = [c.i for c in sentence.children(word.i) if c.dep in ("nsubj", "nsubjpass")]
                yield from ((i, Responsibility.BLAMED) for i in own or objects)


def _nobody(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].lower in _NOBODY or any(c.lower in _NOBODY for c in sentence.children(i))
