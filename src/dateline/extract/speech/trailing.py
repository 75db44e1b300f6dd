"""Trailing sources: "..., activists and doctors said.", "..., reported Dawn.", which parsers often join to what is before."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import SentenceContext
from dateline.extract.speech.speakers import names_somebody
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span

_FROM_END = 9
"""Tokens after the verb at most ("said on Sunday", "have told the agency", "said in a statement on Friday")."""
_LONGEST = 14
_WHO = (MentionKind.ACTOR, MentionKind.OUTLET)
_SAYING = frozenset(
    "say tell report add announce confirm state claim note declare allege explain continue write disclose reveal read".split()
)
_HANDING_ON = frozenset({"reports", "reported", "said", "says", "quoting", "citing"})
_STOPS = frozenset({",", "”", '"', "''", "-", "--", "–", "—"})


def trailing_source(context: SentenceContext, text: str) -> Iterator[Attribution]:
    """Yield the attribution of a sentence that ends with its source, if it does."""
    tokens = context.sentence.tokens
    verb = next((t for t in reversed(tokens[-_FROM_END:]) if _says(t)), None)
    found = _subject_first(context, text, verb) if verb is not None else None
    if found is None:
        found = _outlet_last(context, text)
    if found is not None:
        yield found


def _subject_first(context: SentenceContext, text: str, verb: Token) -> Attribution | None:
    """Return the attribution to a source before the last verb ("..., activists said on Monday")."""
    tokens = context.sentence.tokens
    if any(t.pos == "VERB" and t.tag != "VBN" for t in tokens[verb.i + 1 :]) or tokens[-1].text == ":":
        return None
    if any(t.lower in ("that", "no") or t.text in ("“", "``") for t in tokens[verb.i + 1 :]):
        return None
    comma = next((t for t in reversed(tokens[: verb.i]) if t.text in _STOPS), None)
    if comma is None or comma.i < 1:
        return None
    between = [t for t in tokens[comma.i + 1 : verb.i] if t.dep not in ("aux", "neg", "advmod")]
    if not between or len(between) > _LONGEST or not names_somebody(between):
        return None
    span = Span(between[0].start, between[-1].end)
    mention = _last(context, span)
    if mention is None and not _a_speaking_noun(context, between):
        return None
    whole = mention if mention is not None and len(between) <= len(context.sentence.tokens_in(mention.span)) + 1 else None
    speaker = Speaker(span, context.printed(span, text), verb.text, whole)
    certainty = Certainty(context.frames.speech["verbs"][verb.lemma.lower()])
    return Attribution(Span(tokens[0].start, comma.start), context.sentence.index, (speaker,), certainty, "trailing source")


def _a_speaking_noun(context: SentenceContext, between: list[Token]) -> bool:
    speaking = context.frames.speech["speaking"]
    return any(t.lemma.lower() in speaking or t.lower in ("he", "she", "they") for t in between)


def _outlet_last(context: SentenceContext, text: str) -> Attribution | None:
    """Return the attribution to an outlet after its verb ("..., reported Dawn", "... on Monday reports The Hindu")."""
    tokens = context.sentence.tokens
    for token in tokens[4:]:
        if token.lower not in _HANDING_ON or token.i + 1 >= len(tokens) or tokens[token.i - 1].lower in ("that", "who", "which"):
            continue
        outlets = context.at(token.i + 1, MentionKind.OUTLET)
        ends = token.i + 1 == len(tokens) or tokens[token.i - 1].text in _STOPS
        if outlets and (token.lower in ("reports", "reported") or ends) and tokens[token.i - 1].pos not in ("PRON", "AUX"):
            speaker = Speaker(outlets[0].span, outlets[0].text, token.text, outlets[0])
            content = Span(tokens[0].start, tokens[token.i - 1].end)
            certainty = Certainty(context.frames.speech["verbs"].get(token.lemma.lower(), "reported"))
            return Attribution(content, context.sentence.index, (speaker,), certainty, "trailing source")
    return None


def _says(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBN", "VBZ", "VBP") and token.lemma.lower() in _SAYING


def _last(context: SentenceContext, span: Span) -> Mention | None:
    inside = [m for m in context.mentions if m.kind in _WHO and span.contains(m.span)]
    return max(inside, key=lambda m: m.span, default=None)
