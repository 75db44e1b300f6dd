"""Turns: texts that say once, in brackets or before a colon, who speaks from there on.

Transcripts and monitored broadcasts: `[INTERVIEW WITH ...]`, `[SPEECH] [PRESIDENT ...] [TEXT]`, `[COMMUNIQUE]`, a name in
brackets or capitals where a paragraph begins, `[BEGIN RECORDING] ... [END RECORDING]`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.document import Document, ZoneKind
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span

_TAG = re.compile(r"\[([^\[\]]{2,160})\]")
_LABEL = re.compile(r"\s*((?:[A-Z][\w.'’-]{0,20}[ ]?){1,4}|Q|A):\s")
_HEADER = 700
"""Characters from the start within which a text says what it is."""
_FORMS = re.compile(
    r"\b(text|excerpts?|summary|continued|passage|words?|indistinct|omitted|recording|video|sentence|figures?|name|names|"
    r"as (published|received|heard)|sic|break|reception|live|relay|monitored|dateline|date|begin|end|second|minute|box|caption|"
    r"all dates|gmt|applause|shouts|chanting|laughter|music|paragraph|subhead|boldface|signed|no)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(speech|address|message|statement|communique|declaration|proclamation|remarks|letter|homily|bulletin)\b", re.IGNORECASE
)
_TOLD_OF = re.compile(r"\s*(report|article|commentary|editorial|analysis|dispatch|interview|news)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|from|of|issued by|delivered by|read by|signed by)\s+(.{3,90})", re.IGNORECASE | re.DOTALL)
_OWN_VOICE = re.compile(
    r"\b(reporter|correspondent|announcer|anchor|newscaster|interviewer|moderator|editor|host|question|q|unidentified|narrator)\b",
    re.IGNORECASE,
)
_RECORDED = re.compile(r"begin\s+((?!video|tape|audio|live|unidentified)[^\d]{3,40}?)\s+recording", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:[ \n]+[A-Z][\w.'’-]*){0,3}$")
_DESCRIBED = re.compile(r"(?:[A-Z][\w.'’-]* ){1,5}[A-Z][\w.'’-]*, (?:[\w.'’-]+ ?){2,16}$")
"""A name and what its bearer is: "COLONEL JUAN MORA, CHIEF OF THE GENERAL STAFF"."""
_NO_NAMES = frozenset("the a an and or of in on at to by from for with that this his her its their he she it they".split())
_TITLES = frozenset("mr mrs ms dr gen col maj capt lt president minister the".split())
_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of text one person or body speaks, and the words that name them; no words where the report itself speaks."""

    content: Span
    named: Span | None


def turns(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Yield an attribution for each sentence inside a turn, with the name the document otherwise gives the speaker."""
    text = document.text
    found = list(_bracketed(document)) or list(_labelled(document))
    for turn in found:
        if turn.named is None:
            continue
        speaker = _speaker(turn.named, text, mentions)
        for sentence in sentences:
            start, end = max(sentence.span.start, turn.content.start), min(sentence.span.end, turn.content.end)
            if start < end:
                yield Attribution(Span(start, end), sentence.index, (speaker,), Certainty.STATED, "turn")


def _bracketed(document: Document) -> Iterator[Turn]:
    """Yield the turns that names in brackets open, each up to the next or to the end of the recording."""
    text = document.text
    starts = {z.span.start + _blank(text, z.span) for z in document.zones if z.kind is not ZoneKind.FURNITURE}
    named: Span | None = None
    begin: int | None = None
    after_form = 0
    whole: Span | None = None
    given = False
    for tag in _TAG.finditer(text):
        words = tag.group(1)
        inner = Span(tag.start(1), tag.end(1))
        follows = tag.start() in starts or (after_form > 0 and not text[after_form : tag.start()].strip())
        if _GIVEN.search(words) and not _TOLD_OF.match(words) and tag.start() < _HEADER and begin is None:
            by = _BY.search(words)
            given, whole = True, Span(inner.start + by.start(1), inner.start + by.end(1)) if by else None
            after_form = tag.end()
            continue
        if _FORMS.search(words):
            if re.search(r"\bend\b.*\brecording\b", words, re.IGNORECASE | re.DOTALL) and begin is not None:
                yield Turn(Span(begin, tag.start()), named)
                begin = named = None
            elif re.search(r"\b(text|excerpts?)\b", words, re.IGNORECASE) and given and begin is None and whole is not None:
                named, begin = whole, tag.end()
            elif (recorded := _RECORDED.match(words)) is not None and begin is None and _NAME.match(recorded.group(1)):
                named, begin = Span(inner.start + recorded.start(1), inner.start + recorded.end(1)), tag.end()
            after_form = tag.end()
            continue
        if given and whole is None and follows and begin is None and tag.start() < _HEADER:
            # "[SPEECH] [PRESIDENT ...] [TEXT]"
            whole = inner
            after_form = tag.end()
            continue
        if follows and _is_turn(words, text, tag):
            if begin is not None:
                yield Turn(Span(begin, tag.start()), named)
            named, begin = (None if _OWN_VOICE.search(words) else inner), tag.end()
            after_form = tag.end()
    if begin is not None:
        yield Turn(Span(begin, len(text)), named)


def _is_turn(words: str, text: str, tag: re.Match[str]) -> bool:
    """Tell whether a tag names who speaks next: a name, after the header's `[TEXT]` and not before one."""
    one_line = " ".join(words.split())
    if not _NAME.match(one_line) and not _DESCRIBED.match(one_line):
        return False
    if one_line.casefold() in _NO_NAMES:
        return False
    following = _TAG.match(text, tag.end() + len(text[tag.end() : tag.end() + 8]) - len(text[tag.end() : tag.end() + 8].lstrip()))
    author = following is not None and re.search(r"\b(text|excerpts?)\b", following.group(1), re.IGNORECASE) is not None
    return not author


def _labelled(document: Document) -> Iterator[Turn]:
    """Yield the turns of a transcript whose paragraphs begin with names and colons, at least one of them coming back."""
    text = document.text
    body = [z for z in document.zones if z.kind is ZoneKind.BODY]
    labels = [(z, _LABEL.match(text, z.span.start, z.span.end)) for z in body]
    counted = Counter(m.group(1).strip() for _, m in labels if m)
    if sum(counted.values()) < _TURNS or max(counted.values(), default=0) < 2:
        return
    mostly = 2 * sum(counted.values()) >= len(body)
    named: Span | None = None
    begin: int | None = None
    for zone, label in labels:
        if label is None:
            if begin is not None and not mostly:
                # a few lines of talk in a report: each ends with its paragraph
                yield Turn(Span(begin, zone.span.start), named)
                begin = None
            continue
        if begin is not None:
            yield Turn(Span(begin, zone.span.start), named)
        words = label.group(1).strip()
        asks = _OWN_VOICE.search(words) is not None or words == "A"
        named, begin = (None if asks else Span(label.start(1), label.start(1) + len(words))), label.end()
    if begin is not None:
        yield Turn(Span(begin, len(text)), named)


def _blank(text: str, span: Span) -> int:
    piece = text[span.start : min(span.end, span.start + 20)]
    return len(piece) - len(piece.lstrip())


def _speaker(named: Span, text: str, mentions: Sequence[Mention]) -> Speaker:
    """Return the speaker of a turn: somebody the document names in full by that last name, or the words themselves."""
    words = " ".join(named.of(text).split()).strip(' ."“”,;')
    printed = words.title() if words.isupper() and " " in words or (words.isupper() and len(words) > 5) else words
    last = words.split()[-1].casefold() if words.split() else ""
    who = [m for m in mentions if m.kind in (MentionKind.ACTOR, MentionKind.OUTLET)]
    inside = [m for m in who if named.contains(m.span)]
    if inside:
        best = max(inside, key=lambda m: len(m.span))
        return Speaker(named, best.text if len(best.span) * 2 > len(named) else printed, "[]", best)
    full = [m for m in who if last and last not in _TITLES and m.text.split() and m.text.split()[-1].casefold() == last]
    return Speaker(named, printed, "[]", full[0] if full else None)
