"""Names that no words around them make places, and that the encoder reads as where the event of a verb or noun was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.mentions.places.reading import no_place, on_a_street
from dateline.extract.mentions.places.runs import all_capitalised, parts_of, runs
from dateline.extract.mentions.places.surroundings import around
from dateline.model.mention import POINTED, Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.reading import Reading, Relation, Word
from dateline.model.span import Span
from dateline.resources.frames import load_frames
from dateline.resources.gazetteer import Gazetteer

FLOOR = 0.5
"""How likely a name must be where something happened. Set by reading the names found in event_location/dev at 0.3 and above; no
corpus scores it apart from recognition as a whole."""
_SURE = 0.8
"""The same for a name that is also read as somebody's."""
_STREETS = frozenset("street avenue road lane drive circle boulevard way highway terrace st. ave. rd. blvd. blvd".split())
"""Nouns of streets: nobody knows where those are, and the town they are in is told elsewhere."""
_TAKEN = frozenset(MentionKind) - {MentionKind.ACTOR, MentionKind.SLOGAN}


def with_pointed(text: str, sentence: Sentence, reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of a sentence with the names that the encoder takes for a place, in text order.

    A name that another finder takes for anything but somebody stays that; somebody gives way to a place read surely.
    """
    names = [] if all_capitalised(sentence) else list(_names(sentence, mentions))
    if not names:
        return list(mentions)
    out = list(mentions)
    for (first, last), likely in zip(names, _likely(sentence, reading, names), strict=True):
        if likely < FLOOR:
            continue
        found = _mention(text, sentence, first, last)
        rivals = [m for m in out if m.span.overlaps(found.span)]
        if not rivals or (likely >= _SURE and all(_gives_way(m, found) for m in rivals)):
            out = [m for m in out if m not in rivals] + [found]
    return sorted(out, key=lambda m: (m.span, m.kind))


def _names(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the capitalised names that are nothing yet, or at most somebody."""
    gazetteer = Gazetteer.open()
    taken = [m.span for m in mentions if m.kind in _TAKEN]
    for run in runs(sentence.tokens):
        for first, last in parts_of(sentence.tokens, *run):
            while first < last and not sentence.tokens[first].text[0].isalnum():
                first += 1
            while last > first and sentence.tokens[last].lower in gazetteer.words.types:
                last -= 1
            tokens = sentence.tokens[first : last + 1]
            span = Span(tokens[0].start, tokens[-1].end)
            following = sentence.tokens[last + 1].lower if last + 1 < len(sentence.tokens) else ""
            if not _STREETS.isdisjoint((tokens[-1].lower, following)) or tokens[-1].lower in gazetteer.words.facilities:
                continue
            free = any(t.pos == "PROPN" for t in tokens) and not any(span.overlaps(other) for other in taken)
            if free and not on_a_street(sentence, first) and not no_place(gazetteer, " ".join(t.text for t in tokens)):
                yield first, last


def _likely(sentence: Sentence, reading: Reading, names: Sequence[tuple[int, int]]) -> list[float]:
    """Return for each name how likely it is the place of the verb or event noun that points at it most."""
    words: list[list[Word]] = [[(sentence.index, i) for i in range(first, last + 1)] for first, last in names]
    inside = {word for name in words for word in name}
    rest = [word for t in sentence.tokens if (word := (sentence.index, t.i)) not in inside]
    out = [0.0] * len(names)
    for token in sentence.tokens:
        if _tells(token):
            found = reading.pairs.choose(Relation.PLACE, (sentence.index, token.i), [*words, rest])
            out = [max(pair) for pair in zip(out, found.candidates[:-1], strict=True)]
    return out


def _tells(token: Token) -> bool:
    return token.pos == "VERB" or (token.pos == "NOUN" and token.lemma.lower() in load_frames().nouns)


def _gives_way(rival: Mention, found: Mention) -> bool:
    """Tell whether somebody is only part of the place's name, or only the tagger's guess."""
    inside = found.span.contains(rival.span) and rival.span != found.span
    return rival.kind is MentionKind.ACTOR and (inside or rival.rule.startswith("ner:"))


def _mention(text: str, sentence: Sentence, first: int, last: int) -> Mention:
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    words = Gazetteer.open().words
    head = sentence.head_of(span).i
    above = sentence.tokens[sentence.tokens[head].head]
    if sentence.tokens[head].dep in ("compound", "nmod") and above.i > last and above.lower in words.types:
        head = above.i
    key = around(sentence.tokens, first, last, words).key
    return Mention(MentionKind.PLACE, span, sentence.index, head, span.of(text), POINTED, key)
