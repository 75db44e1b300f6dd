"""Where sentences can and cannot start: after abbreviations, and in texts whose full stops were lost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extract.parse.truecase import ABBREVIATIONS, RANKS
from dateline.resources.actors import load_register, parts
from dateline.resources.actors.trie import PhraseTrie

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MARKS = frozenset(".!?;:,")
_LONG = 25
"""Tokens of a text without any full stop or comma that is more than one sentence."""
_OPENERS = frozenset(
    "The A An According Two Three Four Five Six Seven Eight Nine Ten At In On However Meanwhile Later Earlier Another He She "
    "They It This These Those There No Some Several All One After".split()
)
_FORCES = frozenset("Police Security Officials Sources Forces Troops Soldiers Militants Terrorists Gunmen Assailants".split())
_RUNNING_ON = frozenset(
    "a an the of in on at by to from near and or with for as into via after before under over around between behind along across "
    "that who which named called identified dubbed titled is was were are has had be been".split()
)
_HANDING = frozenset({"reports", "reported"})
_SAYING = frozenset({"said", "added", "says"})


def mark_boundaries(doc: Doc) -> None:
    """Tell a document where a sentence cannot start, and where one does although no full stop shows it."""
    for token in doc[:-1]:
        word = token.text
        if word == "." and token.i and not token.nbor(-1).whitespace_:
            word = token.nbor(-1).text + "."
        if word[-1] == "." and word[:-1].lower() in ABBREVIATIONS:
            if token.text == ".":
                token.is_sent_start = False
            following = token.nbor()
            if following.is_alpha or following.is_digit:
                following.is_sent_start = False
    if len(doc) > _LONG and not any(t.text[-1] in _MARKS for t in doc):
        _mark_lost(doc)


def rejoined(doc: Doc) -> Doc:
    """Return a parsed document with the two trees joined that the full stop of a rank was left between ("said Sgt. Bob Kane")."""
    for token in doc[1:]:
        if token.sent_start != 1 or token.nbor(-1).text[-1] != "." or not token.text[:1].isupper():
            continue
        rank = token.nbor(-1)
        if rank.text == "." and token.i > 1 and not token.nbor(-2).whitespace_:
            rank = token.nbor(-2)
        if rank.text.rstrip(".").lower() in RANKS and rank.text[:1].isupper():
            _join(rank, token)
    return doc


def _join(rank: Token, first: Token) -> None:
    """Hang two trees together: a name takes the place of its rank, a verb governs what stands before it."""
    above, below = rank.sent.root, first.sent.root
    if below.pos_ in ("VERB", "AUX"):
        if rank is not above and rank.i != above.i:
            rank.head, rank.dep_ = first, "compound"
            above.head, above.dep_ = below, "ccomp"
        return
    if rank.i == above.i:
        rank.head, rank.dep_ = below, "compound"
        return
    governor, role = rank.head, rank.dep_
    below.head, below.dep_ = governor, role
    rank.head, rank.dep_ = below, "compound"


def _mark_lost(doc: Doc) -> None:
    """Mark the starts of sentences in a text without full stops: words that open one, what follows an outlet or a saying."""
    named_to = 0
    for token in doc[1:-1]:
        before, word = token.nbor(-1), token.text
        if token.lower_ in _HANDING and (named := _outlet_end(doc, token.i + 1)):
            named_to = named
            doc[token.i + 1].is_sent_start = False
            if named < len(doc) - 1 and doc[named].text[:1].isupper():
                doc[named].is_sent_start = True
        if token.i < named_to or not word[:1].isupper():
            continue
        opens = word in _OPENERS or (word in _FORCES and before.text.islower())
        alone = not token.nbor().text[:1].isupper()
        if opens and (before.lower_ in _SAYING or (alone and _closes(before.text))):
            token.is_sent_start = True


def _closes(before: str) -> bool:
    """Tell whether a sentence may have ended with a word: no comma, and nothing that must go on."""
    return before[-1].isalnum() and before.lower() not in _RUNNING_ON and before.lower() not in _HANDING


def _outlet_end(doc: Doc, i: int) -> int:
    """Return the token after the name of a known outlet that begins at token `i`, 0 if none does."""
    if i >= len(doc) or not doc[i].text[:1].isupper():
        return 0
    names = _names()
    at = i + 1 if doc[i].text == "The" and i + 1 < len(doc) else i
    for start in dict.fromkeys((i, at)):
        window = doc[start : start + 6]
        found = names.matches([tuple(p.fold for p in parts(t.text)) for t in window], 0)
        found = [f for f in found if all(t.text[:1].isupper() or t.lower_ == "of" for t in doc[start : start + f[0] + 1])]
        if found:
            return start + found[-1][0] + 1
    return 0


@lru_cache(maxsize=1)
def _names() -> PhraseTrie[str]:
    names = load_register().outlets["names"]
    return PhraseTrie(([p.fold for p in parts(name)], name) for name in names if parts(name))
