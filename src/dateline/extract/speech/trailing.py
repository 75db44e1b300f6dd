"""Trailing sources: "..., activists and doctors said.", which parsers often join to what is before."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import SentenceContext
from dateline.extract.speech.found import after_another, told_from
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
_LONGEST_APPOSITION = 24
_LONGEST_NAME = 5
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT_TOLD = frozenset("that which who what as where than how because when after before and but if whether".split())
_LEAST = 4
"""Tokens that at least stand before a source without a comma."""
_STOPS = frozenset({",", "”", '"', "''", "-", "--", "–", "—"})


def trailing_source(context: SentenceContext, text: str) -> Iterator[Attribution]:
    """Yield the attribution of a sentence that ends with its source, if it does."""
    tokens = context.sentence.tokens
    verb = next((t for t in reversed(tokens[-_FROM_END:]) if _says(t) or _makes_known(context, t)), None)
    found = _subject_first(context, text, verb) if verb is not None else None
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
        return _run_on(context, text, verb)
    between = [t for t in tokens[comma.i + 1 : verb.i] if t.dep not in ("aux", "neg", "advmod")]
    if not between and comma.text == "," and (named := _before_apposition(context, comma.i)) is not None:
        comma, between = named
    bracket = next((n for n, t in enumerate(between) if t.text == "("), len(between))
    if bracket < len(between) and between[-1].text == ")":
        between = between[:bracket]
    who = next((n for n, t in enumerate(between) if n and t.lower in ("who", "which")), len(between))
    between = between[:who]
    if not between or len(between) > _LONGEST or not names_somebody(between):
        return None
    span = Span(between[0].start, between[-1].end)
    mention = _last(context, span)
    if mention is None and not _a_speaking_noun(context, between):
        return None
    whole = mention if mention is not None and len(between) <= len(context.sentence.tokens_in(mention.span)) + 1 else None
    speaker = Speaker(span, context.printed(span, text), verb.text, whole)
    certainty = Certainty(context.frames.speech["verbs"].get(verb.lemma.lower(), "stated"))
    begin = told_from(context.sentence)
    told = after_another(context, verb, Span(begin if begin < comma.start else tokens[0].start, comma.start))
    return Attribution(told, context.sentence.index, (speaker,), certainty, "trailing source")


def _before_apposition(context: SentenceContext, end: int) -> tuple[Token, list[Token]] | None:
    """Return the comma before a name, and its words, where who it is stands after a comma ("..., Juan Mora, the mayor, said")."""
    tokens = context.sentence.tokens
    commas = [t for t in tokens[max(0, end - _LONGEST_APPOSITION) : end] if t.text in _STOPS]
    for before, after in zip(commas[-2::-1], commas[:0:-1], strict=False):
        words = list(tokens[before.i + 1 : after.i])
        inside = tokens[after.i + 1 : end]
        title = inside and inside[0].pos in ("NOUN", "PROPN", "ADJ", "DET") and not any(t.tag in _FINITE for t in inside)
        name = bool(words) and len(words) <= _LONGEST_NAME and all(t.pos in ("PROPN", "NOUN", "PUNCT") for t in words)
        if title and name and before.i >= _LEAST and context.at(words[-1].i, MentionKind.ACTOR):
            return before, words
    return None


def _a_speaking_noun(context: SentenceContext, between: list[Token]) -> bool:
    speaking = context.frames.speech["speaking"]
    return any(t.lemma.lower() in speaking or t.lower in ("he", "she", "they") for t in between)


def _run_on(context: SentenceContext, text: str, verb: Token) -> Attribution | None:
    """Return the attribution to a source without a comma before it ("... from across the border officials said")."""
    tokens = context.sentence.tokens
    if verb.i + 1 < len(tokens) and tokens[verb.i + 1].text != ".":
        return None
    named = [m for m in context.at(verb.i - 1, *_WHO) if m.span.end == tokens[verb.i - 1].end]
    mention = max(named, key=lambda m: len(m.span), default=None)
    first = min((t.i for t in context.sentence.tokens_in(mention.span)), default=0) if mention is not None else 0
    if mention is None or first < _LEAST or tokens[first - 1].lower in _NOT_TOLD or tokens[first - 1].pos in ("ADP", "DET"):
        return None
    if not any(t.tag in ("VBD", "VBZ", "VBP") for t in tokens[:first]):
        return None
    speaker = Speaker(mention.span, context.printed(mention.span, text), verb.text, mention)
    certainty = Certainty(context.frames.speech["verbs"][verb.lemma.lower()])
    told = Span(tokens[0].start, tokens[first - 1].end)
    return Attribution(told, context.sentence.index, (speaker,), certainty, "trailing source")


def _makes_known(context: SentenceContext, token: Token) -> bool:
    after = context.sentence.tokens[token.i + 1].lower if token.i + 1 < len(context.sentence.tokens) else ""
    return token.lemma == "make" and token.tag in ("VBD", "VBN", "VBZ") and after in ("known", "public")


def _says(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBN", "VBZ", "VBP") and token.lemma.lower() in _SAYING


def _last(context: SentenceContext, span: Span) -> Mention | None:
    inside = [m for m in context.mentions if m.kind in _WHO and span.contains(m.span)]
    return max(inside, key=lambda m: m.span, default=None)
