"""Single persons told by an indefinite article: "a policeman", "another soldier", "an elderly woman"; families and couples."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.quantities.phrase import Counted
from dateline.model.parse import Sentence, Token
from dateline.resources.lexicons.nouns import load_counted_nouns
from dateline.resources.lexicons.numerals import cardinal

_SPEAKING = frozenset(
    {
        "say",
        "tell",
        "add",
        "report",
        "note",
        "explain",
        "state",
        "announce",
        "declare",
        "confirm",
        "deny",
        "warn",
        "claim",
        "comment",
    }
)
_NOT_PARTICIPANTS = frozenset({"attr", "appos", "poss", "compound", "npadvmod", "acomp", "oprd", "ROOT", "nmod"})
_PERSON_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_LONGEST = 8
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_BEFORE_MORE = frozenset({"DT", "PRP$", "CD", "POS", "JJ", "NN", "NNP", "NNS", "NNPS", "VBG", "IN", "TO"})


def single(sentence: Sentence, words: Sequence[str], i: int) -> Counted | None:
    """Return the noun phrase that starts with the article at `i` if it presents one person (or a family, a couple)."""
    tokens = sentence.tokens
    nouns = load_counted_nouns()
    n = len(tokens)
    if words[i] == "a" and i + 2 < n and words[i + 1] == "family" and words[i + 2] == "of":
        number = cardinal(words, i + 3) if i + 3 < n else None
        return Counted(number[1], i + 1, "family") if number else None
    for j in range(i + 1, min(n, i + _LONGEST)):
        token = tokens[j]
        if words[j] == "old" and j > i + 2 and "year" in words[j - 2] and token.dep in _PERSON_ROLES:
            return Counted(j + 1, j, "singular")
        if token.tag in ("NN", "NNP") and not (token.head > j and token.dep in ("compound", "nmod", "amod", "poss", "npadvmod")):
            lemma = token.lemma.lower()
            if not (lemma in nouns.persons or lemma == "couple" or ("-" in lemma and lemma.rsplit("-", 1)[1] in nouns.persons)):
                return None
            return Counted(j + 1, j, "couple" if lemma == "couple" else "singular") if _takes_part(sentence, words, j) else None
        if token.tag not in ("JJ", "NN", "NNP", "VBN", "VBG", "HYPH", "CD", "RB", "POS", "NNS", ",", "JJR", "JJS", "``", "''"):
            return None
    return None


def one_more(sentence: Sentence, words: Sequence[str], i: int) -> int:
    """Return where "another" or "a third" ends that stands at `i` without a noun, 0 where there is none."""
    end = i + 1 if words[i] == "another" else i + 2
    if end > len(words) or (end == i + 2 and words[i + 1] not in _ORDINALS):
        return 0
    token = sentence.tokens[end - 1]
    noun = token.dep in ("det", "amod") and token.head >= end and sentence.tokens[token.head].tag[:2] == "NN"
    return 0 if noun else end


def in_headline(sentence: Sentence, words: Sequence[str], i: int) -> Counted | None:
    """Return the noun phrase that starts at `i` of a headline if it is one person without an article ("Teen shot in Leeds")."""
    tokens = sentence.tokens
    aged = words[i + 1 : i + 2] == ["-"] and words[i + 2 : i + 3] in (["year"], ["month"])
    if (
        i
        and not (aged and tokens[i - 1].tag not in ("DT", "PRP$", "POS"))
        and (tokens[i - 1].tag in _BEFORE_MORE or words[i - 1] in ("-", "of", "by", "as", "for", "to", "from", "with"))
    ):
        return None
    for j in range(i, min(len(tokens), i + _LONGEST)):
        token = tokens[j]
        if words[j] == "old" and j >= i + 4 and "year" in words[j - 2] and not _goes_on(tokens, j):
            return Counted(j + 1, j, "singular")
        if token.tag in ("NN", "NNP") and not _goes_on(tokens, j) and not (aged and j == i + 2):
            named = token.tag == "NNP" and j > i and tokens[j - 1].tag == "NNP"
            person = words[j] in load_counted_nouns().persons and not named
            return Counted(j + 1, j, "singular") if person else None
        if token.tag not in ("JJ", "NN", "NNP", "HYPH") and not (token.tag == "CD" and words[j + 1 : j + 2] == ["-"]):
            return None
    return None


def _goes_on(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether the noun phrase goes on after token `j`."""
    return j + 1 < len(tokens) and tokens[j + 1].tag in ("NN", "NNS", "NNP", "NNPS", "POS")


def _takes_part(sentence: Sentence, words: Sequence[str], head: int) -> bool:
    """Tell whether the person does or suffers something, rather than being what somebody is called."""
    token = sentence.tokens[head]
    governor = sentence.tokens[token.head]
    if words[head] == "death" or (token.dep == "nsubj" and governor.lemma.lower() in _SPEAKING):
        return False
    if words[head + 1 : head + 2] == ["of"] and words[head] in ("couple", "leader", "member", "general"):
        return words[head] == "member"
    if token.dep == "attr":
        return _presents(sentence, governor.i)
    if token.dep in _NOT_PARTICIPANTS:
        return False
    return not (token.dep == "pobj" and governor.text.lower() in ("as", "like", "than"))


def _presents(sentence: Sentence, verb: int) -> bool:
    """There was a child among them; the dead were a man and a woman; the victim was a soldier."""
    for child in sentence.children(verb):
        if child.dep == "expl":
            return True
        if child.dep in ("nsubj", "nsubjpass"):
            return child.text.lower() in (
                "victim",
                "victims",
                "dead",
                "casualty",
                "casualties",
                "wounded",
                "injured",
                "fatality",
                "killed",
            )
    return False
