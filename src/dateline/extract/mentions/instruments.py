"""Instruments: the weapons and means that a sentence says were used."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span
from dateline.resources.instruments import Instrument, load_instruments

_USED_BY = frozenset({"with", "by", "using", "of", "from", "via", "without"})
_USES = frozenset(
    (
        "use fire throw hurl lob launch detonate explode blow strike hit kill wound injure attack armed stab hack drop plant set "
        "carry wield target shell bombard bomb beat burn shoot spray blast rain pelt slam rip land fall destroy"
    ).split()
)
_NOT_AFTER = frozenset("disposal squad threat scare factory expert experts hoax maker makers shelter".split())


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the instrument mentions of a document; the key is `name:kind`."""
    instruments = load_instruments()
    out: list[Mention] = []
    for sentence in sentences:
        texts = [t.text for t in sentence.tokens]
        lowers = [x.lower() for x in texts]
        i = 0
        while i < len(texts):
            found = instruments.at(lowers, texts, i)
            if found is None:
                i += 1
                continue
            last, instrument = found
            if _is_used(sentence, i, last, instrument):
                out.append(_mention(document, sentence, i, last, instrument))
            i = last + 1
    return out


def _is_used(sentence: Sentence, first: int, last: int, instrument: Instrument) -> bool:
    tokens = sentence.tokens
    head = tokens[last]
    if _names_a_force(sentence, first, last):
        return False
    if head.pos in ("VERB", "AUX", "ADV") and first == last:
        return False
    if last + 1 < len(tokens) and tokens[last + 1].lower in _NOT_AFTER:
        return False
    if instrument.kind == "vehicle":
        return head.dep == "pobj" and tokens[head.head].lower in _USED_BY and _said_used(sentence, head)
    return not instrument.guarded or _said_used(sentence, head)


def _names_a_force(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a word for a weapon ends a name ("the Assam Rifles"), in a sentence that is not all capitals."""
    tokens = sentence.tokens
    if not first or first != last or not tokens[last].text.istitle() or tokens[last].tag not in ("NNP", "NNPS"):
        return False
    before = tokens[first - 1]
    return before.text.istitle() and before.tag == "NNP" and before.dep == "compound" and before.head == last and _plain(sentence)


def _plain(sentence: Sentence) -> bool:
    """Tell whether most words of a sentence are in small letters, as they are not in a headline."""
    words = [t for t in sentence.tokens if t.text.isalpha() and len(t.text) > 3]
    return sum(t.text.islower() for t in words) * 2 > len(words)


def _said_used(sentence: Sentence, head: Token) -> bool:
    """Tell whether a word of several meanings is an instrument here: used with, or fired, thrown, exploding."""
    tokens = sentence.tokens
    governor = tokens[head.head]
    if head.dep == "conj":
        return _said_used(sentence, governor) if governor.i < head.i else False
    if head.dep == "compound":
        return governor.lemma in ("fire", "attack", "strike", "shelling", "explosion", "blast", "raid", "round", "wound", "shell")
    if governor.lower in _USED_BY and head.dep == "pobj":
        above = tokens[governor.head]
        return above.lemma in _USES or above.lower in ("barrage", "volley", "salvo", "armed", "explosion", "hail")
    return governor.lemma in _USES and governor.pos in ("VERB", "NOUN")


def _mention(document: Document, sentence: Sentence, first: int, last: int, instrument: Instrument) -> Mention:
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    head = sentence.head_of(span).i
    key = f"{instrument.name}:{instrument.kind}"
    return Mention(MentionKind.INSTRUMENT, span, sentence.index, head, span.of(document.text), "instrument", key)
