"""Whether the words around a bare number say what befell the people it counts ("killed 12 and wounded 30")."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.quantities.phrase import is_state
from dateline.model.parse import Sentence
from dateline.resources.lexicons.numerals import Numeral

VERBS = frozenset({
    "kill", "wound", "injure", "hurt", "maim", "slay", "murder", "massacre", "execute", "behead", "assassinate", "shoot", "gun",
    "abduct", "kidnap", "seize", "capture", "arrest", "detain", "hold", "free", "release", "liberate", "rescue", "displace",
    "evacuate", "hospitalize", "hospitalise", "martyr", "burn", "drown", "lynch", "hang", "jail", "imprison", "sentence",
    "recapture", "leave", "claim", "bury", "take",
})  # fmt: skip
"""Verbs whose objects are people even where no noun says so."""
_INTRANSITIVE = frozenset({"die", "perish", "escape", "flee", "surrender", "succumb", "survive", "defect"})
_TOLL = frozenset(
    {
        "toll",
        "dead",
        "killed",
        "wounded",
        "injured",
        "deaths",
        "death",
        "fatalities",
        "casualties",
        "victims",
        "injuries",
        "arrests",
    }
)
_RISES = frozenset(
    {
        "rise",
        "climb",
        "reach",
        "stand",
        "grow",
        "increase",
        "put",
        "bring",
        "be",
        "total",
        "exceed",
        "jump",
        "pass",
        "revise",
        "update",
        "raise",
        "hit",
        "surpass",
        "top",
    }
)
GRAVELY = frozenset({"fatally", "seriously", "critically", "severely", "gravely"})
_FOUND = frozenset({"found", "left", "feared", "believed", "reported", "confirmed", "pronounced", "presumed"})
_TELLING = GRAVELY | {"who"}
_OBJECT = frozenset({"dobj", "nsubjpass", "attr", "oprd", "appos", "conj", "nummod", "npadvmod", "dep", "pobj", "ROOT", "nsubj"})
_ALL = (["in", "all"], ["of", "them"])
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_WEAK = frozenset({"claim", "take", "hold", "leave", "seize", "burn", "gun", "sentence", "hang"})
"""Verbs that need "life", "hostage", "dead" or the like beside them."""


def tells_outcome(sentence: Sentence, words: Sequence[str], numeral: Numeral, i: int) -> bool:
    """Tell whether the numeral at token `i` counts people by the verb or the toll it belongs to."""
    end = numeral.end
    if end < len(words) and (is_state(words[end]) or words[end] in _TELLING or words[end : end + 2] in _ALL):
        return True
    if end + 1 < len(words) and words[end] in _FOUND and any(is_state(w) for w in words[end + 1 : end + 3]):
        return True
    if end + 1 < len(words) and words[end] in ("were", "was", "are", "remain", "have") and _state_near(words, end):
        return True
    if _right_after_verb(sentence, numeral.start):
        return True
    token = sentence.tokens[_top(sentence, numeral)]
    for _ in range(4):
        governor = sentence.tokens[token.head]
        if governor.i == token.i:
            return False
        lemma = governor.lemma.lower()
        if governor.pos in ("VERB", "AUX"):
            return _by_verb(sentence, words, token.dep, governor.i, i)
        if governor.pos == "NOUN" and lemma in ("toll", "number", "count", "tally") and token.dep in ("appos", "prep", "nummod"):
            return _near_toll(words, i)
        if token.dep not in _OBJECT and token.dep not in ("prep", "quantmod", "punct", "compound"):
            return False
        token = governor
    return False


def _top(sentence: Sentence, numeral: Numeral) -> int:
    """Return the token of a numeral that hangs on what is outside it, the last of several ("10-12" hangs by its 10)."""
    inside = range(numeral.start, numeral.end)
    return next((i for i in reversed(inside) if sentence.tokens[i].head not in inside), numeral.end - 1)


def _right_after_verb(sentence: Sentence, i: int) -> bool:
    """Tell whether a number stands right behind a verb whose objects are people, however it was parsed ("kills 10-12")."""
    verb = sentence.tokens[i - 1] if i else None
    return verb is not None and verb.pos == "VERB" and verb.lemma.lower() in VERBS - _WEAK


def befalls(sentence: Sentence, words: Sequence[str], end: int) -> bool:
    """Tell whether the pronoun that ends before token `end` is a person whom its verb or state tells of ("another wounded")."""
    state = next((j for j in range(end, min(end + 2, len(words))) if sentence.tokens[j].tag != "RB"), end)
    if state < len(words) and is_state(words[state]):
        return not any(t.tag in _NOUNS for t in sentence.tokens[state + 1 : state + 2])
    token = sentence.tokens[end - 1]
    return token.head != token.i and _by_verb(sentence, words, token.dep, token.head, end - 1)


def _by_verb(sentence: Sentence, words: Sequence[str], dep: str, verb: int, i: int) -> bool:
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in VERBS and lemma not in _WEAK:
        return dep in ("dobj", "nsubjpass", "conj", "oprd", "dep", "attr") or (
            dep == "nsubj" and sentence.tokens[verb].tag == "VBN"
        )
    if lemma in _INTRANSITIVE:
        return dep in ("nsubj", "conj")
    if lemma in _WEAK:
        return dep in ("dobj", "nsubjpass") and _state_near(words, i)
    return lemma in _RISES and dep in ("prep", "dobj", "attr", "pobj") and (_near_toll(words, i) or _toll_ahead(words, i))


def updated(sentence: Sentence, words: Sequence[str], numeral: Numeral) -> int:
    """Return where the later number of a toll starts that is told with the earlier one ("rose from 12 to 15"), 0 elsewhere."""
    if numeral.bound != "range" or words[numeral.start] != "from" or not _near_toll(words, numeral.start):
        return 0
    governor = sentence.tokens[numeral.start].head
    rises = any(t.lemma.lower() in _RISES for t in (sentence.tokens[governor], *sentence.tokens[governor : numeral.start]))
    return next((j + 1 for j in range(numeral.start, numeral.end - 1) if words[j] == "to"), 0) if rises else 0


def _state_near(words: Sequence[str], i: int) -> bool:
    return any(is_state(w) or w in ("hostage", "prisoner", "captive", "lives") for w in words[i : i + 5])


def _toll_ahead(words: Sequence[str], i: int) -> bool:
    """Tell whether a toll follows the number ("bringing to 14 the number of people killed")."""
    return words[i + 1 : i + 2] == ["the"] and any(w in _TOLL for w in words[i + 2 : i + 9])


def _near_toll(words: Sequence[str], i: int) -> bool:
    """Tell whether a toll is named in the two dozen words before: the death toll, the number of wounded."""
    window = words[max(0, i - 24) : i]
    return any(w in _TOLL for w in window) and any(
        w in ("toll", "number", "tally", "count", "deaths", "fatalities", "arrests", "casualties") for w in window
    )
