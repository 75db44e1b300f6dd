"""The counted phrase: from a numeral to the head of what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.parse import Sentence, Token
from dateline.resources.lexicons.nouns import load_counted_nouns
from dateline.resources.lexicons.numerals import cardinal

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CC", ",", "DT", "PRP$", "RB", "AFX", "``"}
)
_LINKS = frozenset({"compound", "amod", "nmod", "poss", "case", "punct", "npadvmod", "advmod", "nummod", "det", "cc", "conj"})
_STATES = frozenset({
    "dead", "killed", "wounded", "injured", "hurt", "missing", "arrested", "detained", "kidnapped", "abducted", "captured",
    "unharmed", "freed", "released", "displaced", "homeless", "unaccounted", "martyred", "unhurt", "hospitalized", "hospitalised",
    "executed", "slain", "shot", "stabbed",
})  # fmt: skip
"""States of people that a bare number may stand before ("12 dead")."""
_PRONOUNS = frozenset({"them", "whom"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a numeral counts: the last token of its phrase, the head token, and how it was found.

    `how` is `noun`, `others` (three others), `state` (12 dead), `pronoun` (three of them) or `bare`; of single persons and
    of nobody it is the flag of the mention.
    """

    end: int
    head: int
    how: str


def counted(sentence: Sentence, words: Sequence[str], end: int, wants_of: bool) -> Counted | None:
    """Return what the numeral that ends before token `end` counts; `bare` if its noun is left out, None if it is broken."""
    n = len(words)
    i = end
    of = False
    while i < n and words[i] in ("more", "other", "additional", "further", "-", "such"):
        if words[i] == "-" and not (i + 1 < n and words[i + 1] in ("strong",)):
            return None
        if words[i] == "more" and i + 1 < n and words[i + 1] == "than":
            return None
        i += 1
    if i + 1 < n and sentence.tokens[i].tag == "''" and sentence.tokens[i + 1].tag in _BEFORE_NOUN:
        i += 1  # killed "at least four" militants
    if i < n and words[i] == "others":
        return Counted(i + 1, i, "others")
    if i < n and words[i] == "of":
        of = True
        i += 1
        if i < n and words[i] in _PRONOUNS:
            return _of_pronoun(sentence, words, i, end)
        if i + 1 < n and words[i] in ("the", "those") and words[i + 1] in _STATES and _alone(sentence, i + 1):
            return Counted(i + 2, end - 1, "pronoun")
        i = _past_whole(words, i)
    elif wants_of:
        return None
    found = _noun(sentence, words, i)
    if found is not None:
        return found if not (of and found.head == i and words[i] in ("course",)) else None
    if i > end and not of and words[i - 1] in ("more", "other"):
        return Counted(i, end - 1, "bare")
    state = i + 1 if i + 1 < n and sentence.tokens[i].tag == "RB" else i
    if state < n and words[state] in _STATES:
        return Counted(state + 1, end - 1, "state")
    return None if wants_of or of else Counted(end, end - 1, "bare")


def _alone(sentence: Sentence, i: int) -> bool:
    """Tell whether a state stands for people by itself ("two of the dead"), and not before their noun ("of the dead men")."""
    return not (i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].tag in _NOUN)


def _past_whole(words: Sequence[str], i: int) -> int:
    """Return where the noun of "12 of the 40 soldiers" starts, for `i` right after "of"."""
    j = i + 1 if i < len(words) and words[i] in ("the", "its", "their", "his", "those", "these") else i
    if j < len(words):
        whole = cardinal(words, j)
        if whole is not None:
            return whole[1]
    return i


def _of_pronoun(sentence: Sentence, words: Sequence[str], i: int, end: int) -> Counted:
    """Three of them; three of them children."""
    if words[i] == "them":
        noun = _noun(sentence, words, i + 1)
        if noun is not None and load_counted_nouns().is_person(sentence.tokens[noun.head].lemma.lower()):
            return noun
    return Counted(i + 1, end - 1, "pronoun")


def _noun(sentence: Sentence, words: Sequence[str], i: int) -> Counted | None:
    """Return the noun phrase that starts at `i`, cut at its head: modifiers that hang on a noun further right, then that noun."""
    tokens = sentence.tokens
    n = len(tokens)
    head = -1
    j = i
    while j < n and j - i < 12:
        token = tokens[j]
        if token.tag not in _BEFORE_NOUN or (token.tag in ("CC", ",") and not _inside(tokens, j, i)):
            break
        if token.tag in ("VBN", "VBG") and (words[j] in _STATES or token.dep != "amod") and not _modifies(tokens, j):
            break
        if token.tag == "DT" and j > i:
            break
        if token.tag == "RB" and not (token.dep == "advmod" and token.head > j and tokens[token.head].tag in ("JJ", "VBN")):
            break
        if token.tag in _NOUN:
            if head >= 0 and not _continues(tokens, head, j):
                break
            head = j
        elif head >= 0 and token.tag in ("JJ", "VBN", "VBG", "RB", ",", "CC", "DT") and not _modifies(tokens, j):
            break
        j += 1
    return Counted(head + 1, head, "noun") if head >= 0 and head - i < 12 else None


def _modifies(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether token `j` modifies a noun to its right."""
    token = tokens[j]
    return token.dep in _LINKS and token.head > j and tokens[token.head].tag in (*_NOUN, "JJ", "VBN", "VBG")


def _inside(tokens: Sequence[Token], j: int, first: int) -> bool:
    """Tell whether a comma or "and" joins adjectives before one noun ("two armed, masked men", "six men and women" not)."""
    if j == first or j + 1 >= len(tokens):
        return False
    before, after = tokens[j - 1], tokens[j + 1]
    return before.tag in ("JJ", "VBN", "VBG") and after.tag in ("JJ", "VBN", "VBG", "NN", "NNP") and _modifies(tokens, j + 1)


def _continues(tokens: Sequence[Token], head: int, j: int) -> bool:
    """Tell whether the noun at `j` goes on with the phrase whose last noun is at `head`."""
    link = tokens[head]
    if link.head > head and link.dep in ("compound", "nmod", "amod", "poss", "npadvmod", "nummod", "conj", "pobj"):
        return True
    return any(t.tag in ("HYPH", "POS") for t in tokens[head + 1 : j])


def is_state(word: str) -> bool:
    """Tell whether a word names what befell people ("dead", "wounded")."""
    return word in _STATES
