"""Words of origin: of which country somebody or something is ("Turkish troops", "three Sri Lankans")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span
from dateline.resources.gazetteer import Gazetteer

_ADJECTIVAL = frozenset({"NORP", "GPE", "LOC", "ORDINAL", "DATE"})
"""Labels inside which such a word is no part of a name: "British Airways" is of a company, English a language."""
_LONGEST = 2
DEMONYM = "demonym"


def find_origins(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the words of origin, in text order. `key` names the country."""
    return [mention for sentence in sentences for mention in _origins(document, sentence, Gazetteer.open())]


def _origins(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Mention]:
    tokens = sentence.tokens
    named = {i for e in sentence.entities if e.label not in _ADJECTIVAL for i in range(e.first, e.last + 1)}
    i = 0
    while i < len(tokens):
        if not tokens[i].text[0].isupper() or i in named:
            i += 1
            continue
        for last in range(min(i + _LONGEST, len(tokens)) - 1, i - 1, -1):
            code = gazetteer.demonym(" ".join(t.text for t in tokens[i : last + 1]))
            if code:
                span = Span(tokens[i].start, tokens[last].end)
                yield Mention(MentionKind.ORIGIN, span, sentence.index, last, span.of(document.text), DEMONYM, f"country={code}")
                i = last
                break
        i += 1
