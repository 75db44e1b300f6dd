"""Finding place names: what the tagger took for a place, and what the gazetteer and the words around say is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.extract.mentions.places.reading import Reading, add, open_reading
from dateline.extract.mentions.places.tagged import on_streets, tagged
from dateline.extract.mentions.places.untagged import again, listed, untagged
from dateline.extract.mentions.places.weighed import weighed
from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence

WEIGHED = "weighed"
"""The rule of names that no rule settled."""


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the place mentions of a document, in text order. Mentions in a dateline have the rule `dateline`.

    Streets and names within names are among them, as kinds of their own.
    """
    reading = by_rule(document, sentences)
    for sentence, taken in untaken(reading, sentences):
        for candidate in weighed(reading, sentence, taken):
            kind = MentionKind.ORIGIN if candidate.within else MentionKind.PLACE
            add(reading, sentence, (candidate.first, candidate.last), WEIGHED, kind=kind)
    return sorted(reading.out, key=lambda m: (m.sentence, m.span))


def by_rule(document: Document, sentences: Sequence[Sentence]) -> Reading:
    """Return a document read by rules alone."""
    reading = open_reading(document, sentences)
    left: list[tuple[Sentence, int, int]] = []
    for sentence in sentences:
        taken = on_streets(reading, sentence)
        taken |= tagged(reading, sentence, taken)
        left += [(sentence, first, last) for first, last in untagged(reading, sentence, taken)]
        listed(reading, sentence, taken)
    found = {(m.sentence, m.span.start) for m in reading.out}
    for sentence, first, last in left:
        if (sentence.index, sentence.tokens[first].start) in found:
            continue
        again(reading, sentence, first, last)
    return reading


def untaken(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, set[int]]]:
    """Yield each sentence with the tokens of the mentions in it."""
    taken: dict[int, set[int]] = defaultdict(set)
    by_index = {sentence.index: sentence for sentence in sentences}
    for mention in reading.out:
        taken[mention.sentence] |= {token.i for token in by_index[mention.sentence].tokens_in(mention.span)}
    for sentence in sentences:
        yield sentence, taken[sentence.index]
