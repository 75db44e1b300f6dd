"""Statements that nobody was hurt: "no casualties", "no one was killed", "without causing casualties"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.quantities.phrase import Counted
from dateline.model.parse import Sentence

HARM = frozenset({"casualty", "injury", "death", "fatality", "victim", "wounded", "arrest", "dead"})
_PERSONS = frozenset(
    {
        "people",
        "person",
        "civilian",
        "police",
        "soldier",
        "passenger",
        "resident",
        "student",
        "policeman",
        "officer",
        "guard",
        "guerrilla",
        "hostage",
        "prisoner",
    }
)
_NOBODY = frozenset({"nobody", "none"})
_CERTAIN = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "hurt",
        "harm",
        "die",
        "arrest",
        "detain",
        "kidnap",
        "abduct",
        "capture",
        "escape",
        "perish",
        "shoot",
    }
)


def zero(sentence: Sentence, words: Sequence[str], i: int) -> Counted | None:
    """Return the words that say none, if token `i` starts such a statement."""
    word = words[i]
    if word == "no":
        return _no(sentence, words, i)
    if word in _NOBODY:
        return Counted(i + 1, i, "zero") if _suffers(sentence, i) else None
    if word == "any":
        head = _harm_after(sentence, words, i + 1)
        return Counted(head + 1, head, "zero") if head >= 0 and _denied(sentence, words, head) else None
    before = words[i - 1] if i else ""
    if before in ("any", "no", "many", "several", "more") or sentence.tokens[i].lemma.lower() not in HARM:
        return None
    return Counted(i + 1, i, "zero") if _denied(sentence, words, i) else None


def _no(sentence: Sentence, words: Sequence[str], i: int) -> Counted | None:
    after = words[i + 1] if i + 1 < len(words) else ""
    if after in ("one", "-one") and i + 2 < len(words):
        return Counted(i + 2, i + 1, "zero") if _suffers(sentence, i + 1) else None
    if after in ("fewer", "less", "more", "longer"):
        return None
    head = _harm_after(sentence, words, i + 1)
    if head >= 0:
        return Counted(head + 1, head, "zero")
    for j in range(i + 1, min(len(words), i + 4)):
        token = sentence.tokens[j]
        if token.tag in ("NN", "NNS") and token.lemma.lower() in _PERSONS:
            return Counted(j + 1, j, "zero") if _suffers(sentence, j) else None
    return None


def _harm_after(sentence: Sentence, words: Sequence[str], i: int) -> int:
    """Return the index of a noun of harm within four words, past "reports of" and adjectives; -1 if there is none."""
    for j in range(i, min(len(words), i + 6)):
        token = sentence.tokens[j]
        if token.lemma.lower() in HARM and token.tag in ("NN", "NNS", "JJ"):
            # "no arrests" but not "no arrest warrant"
            return -1 if token.dep in ("compound", "amod") and token.head > j else j
        if token.tag not in ("JJ", "NN", "NNS", "IN", "CC", "NNP", "VBN", "HYPH", ",", "DT") or words[j] in (
            "that",
            "for",
            "in",
            "on",
            "by",
        ):
            return -1
    return -1


def _suffers(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    verb = sentence.tokens[token.head]
    if token.dep in ("nsubjpass", "dobj"):
        return verb.lemma.lower() in _CERTAIN
    return token.dep == "nsubj" and verb.lemma.lower() in _CERTAIN


def _denied(sentence: Sentence, words: Sequence[str], i: int) -> bool:
    """Tell whether what governs the noun is negated or "without", and not merely unknown ("did not report casualties")."""
    token = sentence.tokens[i]
    for governor in sentence.ancestors(i):
        if governor.text.lower() == "without":
            return True
        if governor.pos in ("VERB", "AUX"):
            negated = any(c.dep == "neg" for c in sentence.children(governor.i))
            if negated:
                return governor.lemma.lower() in (
                    "cause",
                    "be",
                    "leave",
                    "result",
                    "produce",
                    "inflict",
                    "suffer",
                    "have",
                    "claim",
                    "lead",
                    "provoke",
                )
            if governor.dep not in ("pcomp", "xcomp"):
                return False
        elif governor.dep not in ("pobj", "prep", "conj", "dobj"):
            return False
    return token.dep == "pobj" and i > 0 and words[i - 1] == "without"
