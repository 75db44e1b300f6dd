"""Which counts are part of another: "12 people, including three children and a policeman", "two of whom died"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.mention import Mention
from dateline.model.parse import Sentence

_INCLUDING = frozenset({"including", "included", "include", "includes", "among"})


def parts(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the flag `part` on those that are included in an earlier count."""
    tokens = sentence.tokens
    marks = [t.i for t in tokens if t.text.lower() in _INCLUDING]
    whom = [
        t.i for t in tokens if t.text.lower() in ("whom", "them", "which") and t.i and tokens[t.i - 1].lower in ("of", "among")
    ]
    if not marks and not whom and not any(t.text == ":" for t in tokens):
        return list(found)
    out: list[Mention] = []
    previous: Mention | None = None
    for mention in found:
        if _is_part(sentence, mention, previous, (marks, whom)):
            mention = _flagged(mention)
        out.append(mention)
        previous = mention
    return out


def _is_part(sentence: Sentence, mention: Mention, previous: Mention | None, marks: tuple[list[int], list[int]]) -> bool:
    if not mention.key.startswith("people"):
        return False
    tokens = sentence.tokens
    inside = [t.i for t in tokens if mention.span.start <= t.start < mention.span.end]
    first, last = inside[0], inside[-1]
    for mark in marks[0]:
        word = tokens[mark].text.lower()
        if word == "among":
            continue
        if mark < first and _governed(sentence, mention.head, mark):
            return True
        if mark < first and all(
            tokens[j].tag in ("DT", "RB", "IN", "JJR", ":", "JJ", "PRP$", "``") for j in range(mark + 1, first)
        ):
            return True
    for pronoun in marks[1]:
        # among them three children; of whom two died; two of whom
        if pronoun < first and first - pronoun <= 3 or pronoun - last in (1, 2) and tokens[pronoun - 1].lower == "of":
            return not any(t.pos == "VERB" for t in tokens[min(pronoun, last) : first])
    if previous is not None and previous.key.startswith("people") and _breaks_down(sentence, previous, first):
        return True
    if previous is not None and mention.rule == "elided:state" and previous.rule != "elided:state":
        # "4-6 killed, including two children, and 3 injured"
        return False
    return previous is not None and ";part" in previous.key and _continues(sentence, previous, mention, first)


def _governed(sentence: Sentence, head: int, mark: int) -> bool:
    """Tell whether the phrase hangs on "including" by nothing but coordination."""
    token = sentence.tokens[head]
    for _ in range(6):
        governor = sentence.tokens[token.head]
        if governor.i == token.i:
            return False
        if governor.i == mark:
            return token.dep in ("pobj", "dobj", "pcomp")
        if token.dep not in ("conj", "appos", "nummod"):
            return False
        token = governor
    return False


def _breaks_down(sentence: Sentence, previous: Mention, first: int) -> bool:
    """Tell whether a colon alone stands between a count and this one ("nine people: six civilians and ...")."""
    between = [t for t in sentence.tokens if previous.span.end <= t.start < sentence.tokens[first].start]
    return [t.text for t in between] == [":"]


def _continues(sentence: Sentence, previous: Mention, mention: Mention, first: int) -> bool:
    """Tell whether only a comma or "and" stands between a part and the next count."""
    between = [t for t in sentence.tokens if previous.span.end <= t.start < sentence.tokens[first].start]
    return (
        bool(between)
        and all(t.lower in (",", "and", "&", "as", "well", "plus") or t.tag == "DT" for t in between)
        and not any(t.pos == "VERB" and t.dep == "conj" for t in sentence.tokens[first : first + 4])
    )


def _flagged(mention: Mention) -> Mention:
    if ";part" in mention.key:
        return mention
    kind, _, flags = mention.key.partition(";")
    return replace(mention, key=f"{kind};part;{flags}" if flags else f"{kind};part")
