"""Trailing sources: "..., activists and doctors said.", which parsers often join to the list before them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import SentenceContext
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span

_FROM_END = 7
"""Tokens after the verb at most ("said on Sunday", "have told the agency")."""
_LONGEST = 12
_WHO = (MentionKind.ACTOR, MentionKind.OUTLET)


def trailing_source(context: SentenceContext, text: str) -> Iterator[Attribution]:
    """Yield the attribution of a sentence that ends with its source, if it does."""
    tokens = context.sentence.tokens
    verb = next((t for t in reversed(tokens[-_FROM_END:]) if _says(context, t)), None)
    if verb is None or any(t.pos == "VERB" for t in tokens[verb.i + 1 :]) or tokens[-1].text == ":":
        return
    comma = next((t for t in reversed(tokens[: verb.i]) if t.text in (",", "”", '"', "''", "-", "--", "–")), None)
    if comma is None or comma.i < 3:
        return
    between = [t for t in tokens[comma.i + 1 : verb.i] if t.dep not in ("aux", "neg")]
    if not between or len(between) > _LONGEST or any(t.pos in ("VERB", "SCONJ") or t.lower in ("who", "which") for t in between):
        return
    span = Span(between[0].start, between[-1].end)
    mention = _last(context, span)
    if mention is None:
        return
    speaker = Speaker(
        span,
        context.printed(span, text),
        verb.text,
        mention if len(between) <= len(context.sentence.tokens_in(mention.span)) + 1 else None,
    )
    certainty = Certainty(context.frames.speech["verbs"][verb.lemma.lower()])
    yield Attribution(Span(tokens[0].start, comma.start), context.sentence.index, (speaker,), certainty, "trailing source")


def _says(context: SentenceContext, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBN", "VBZ", "VBP") and token.lemma.lower() in _SAYING


_SAYING = frozenset({"say", "tell", "report", "add", "announce", "confirm", "state", "claim", "note", "declare", "allege"})


def _last(context: SentenceContext, span: Span) -> Mention | None:
    inside = [m for m in context.mentions if m.kind in _WHO and span.contains(m.span)]
    return max(inside, key=lambda m: m.span, default=None)
