"""Headlines: what befell people there, where the parser takes its verb for a noun ("Toddler shot", "5-year-old dies").

Headlines leave articles and "was" out, so that a participle after a person or a number reads like a compound noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.document import ZoneKind
from dateline.model.parse import Token
from dateline.resources.lexicons.nouns import load_counted_nouns

_VERBS = {"shot": ("shoot", "VBN", "nsubjpass"), "dies": ("die", "VBZ", "nsubj")}
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "CD"})
_BEFORE = frozenset({"compound", "nummod", "amod", "nmod", "poss"})


def repaired(tokens: tuple[Token, ...], zone: ZoneKind) -> tuple[Token, ...]:
    """Return the tokens of a headline with such a verb read as one; those of a body as they are."""
    if zone is ZoneKind.BODY:
        return tokens
    found = [t.i for t in tokens if t.lower in _VERBS and t.tag in ("NN", "NNS") and _after_person(tokens, t.i)]
    if not found:
        return tokens
    out = list(tokens)
    for i in found:
        lemma, tag, dep = _VERBS[tokens[i].lower]
        out[i] = replace(out[i], lemma=lemma, pos="VERB", tag=tag, dep="ROOT" if out[i].dep == "ROOT" else "conj")
        out[i - 1] = replace(out[i - 1], dep=dep, pos="NOUN" if out[i - 1].pos == "ADJ" else out[i - 1].pos)
    return tuple(out)


def _after_person(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the word right before token `i` is a person or a number under it, and no noun goes on after it."""
    if not i or (i + 1 < len(tokens) and tokens[i + 1].tag in _NOUNS):
        return False
    before = tokens[i - 1]
    if before.head != i or before.dep not in _BEFORE:
        return False
    aged = before.lower == "old" and i > 4 and tokens[i - 3].lower.startswith("year")
    return before.tag == "CD" or aged or before.lower in load_counted_nouns().persons
