"""Finding place names: what the tagger took for a place, and what the gazetteer and the words around say is one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.places.reading import open_reading
from dateline.extract.mentions.places.tagged import on_streets, tagged
from dateline.extract.mentions.places.untagged import again, listed, untagged
from dateline.model.document import Document
from dateline.model.mention import Mention
from dateline.model.parse import Sentence


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the place mentions of a document, in text order. Mentions in a dateline have the rule `dateline`."""
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
    return sorted(reading.out, key=lambda m: (m.sentence, m.span))
