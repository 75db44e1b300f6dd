"""Speakers: who can be cited, and by which words a speaker is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from dateline.extract.context import SentenceContext
from dateline.extract.speech.found import extent
from dateline.model.event import Attribution, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span

_WHO = (MentionKind.ACTOR, MentionKind.OUTLET, MentionKind.PLACE)
_SPEAKING = frozenset({"person", "group", "state", "media", "armed", "militant", "leader"})
_LONGEST_NAME = 12
_CUTS = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "prep", "advcl"})
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
_CALLING_BACK = _PRONOUNS | frozenset(
    "source sources spokesman spokeswoman official officials statement communique report agency witness witnesses".split()
)
_BARE = frozenset("the same this that these those".split())
_REACH = 4
"""Sentences back in which "he" or "the source" may have been named."""
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "you", "myself", "ourselves"})
_NOBODY = frozenset({"it", "this", "that", "these", "those", "which", "what", "there", "one", "nobody", "none", "all", "some"})
PAPERS = frozenset("report statement communique letter message announcement release bulletin document account tweet".split())
ISSUING = frozenset("release issue publish make circulate send read distribute".split())
_FACTIONS = frozenset("faction wing splinter offshoot branch".split())
_RANKS = frozenset("sgt lt capt col gen maj cpl det supt insp cmdr brig rev dr mr mrs ms gov sen rep adm prof cpt lieut".split())
_NO_NAME = frozenset({"who", "which", "that", "not", "no"})
_OWNED_BY = frozenset({"by", "from", "of"})


def can_speak(context: SentenceContext, i: int) -> bool:
    """Tell whether token `i` is somebody other than the writer, or something that tells in somebody's stead."""
    token = context.sentence.tokens[i]
    if token.lower in _FIRST_PERSON or token.lower in _NOBODY:
        return token.lower == "it"
    if token.lemma.lower() in context.frames.speech["speaking"]:
        return True
    return bool(context.classes(i) & _SPEAKING) or token.pos in ("PRON", "PROPN")


def speaker(context: SentenceContext, i: int, cue: str, text: str) -> Speaker:
    """Return the speaker at token `i`: the mention there, or its noun phrase without clauses."""
    i = _behind(context, i)
    mention = context.headed(i, *_WHO)
    if mention is not None and (faction := _faction(context, mention)) is not None:
        return Speaker(faction, context.printed(faction, text), cue, None)
    if mention is not None and mention.head == i:
        return Speaker(mention.span, context.printed(mention.span, text), cue, mention)
    token = context.sentence.tokens[i]
    cut = frozenset(c.i for c in context.sentence.children(i) if c.dep in _CUTS and not (c.dep == "prep" and c.lower == "of"))
    span = extent(context, i, cut)
    inside = context.sentence.tokens_in(span)
    if len(inside) > _LONGEST_NAME or any(t.pos in ("VERB", "AUX", "SCONJ") and t.i != i for t in inside):
        span = token.span
    return Speaker(span, context.printed(span, text), cue, _inside(i, mention))


def _faction(context: SentenceContext, mention: Mention) -> Span | None:
    """Return the words for a part of a group that has left it ("a breakaway faction of the front"), if it is what speaks."""
    tokens = context.sentence.tokens
    of = min((t.i for t in context.sentence.tokens_in(mention.span)), default=0) - 1
    for part in context.at(of, MentionKind.ACTOR) if of > 0 else ():
        if any(t.lower in _FACTIONS for t in context.sentence.tokens_in(part.span)):
            # "a breakaway faction of the Front for Liberty FFL": the letters repeat only the whole
            return part.span
    if of > 0 and tokens[of].pos == "DET":
        of -= 1
    if of < 1 or tokens[of].lower != "of" or tokens[of - 1].lower not in _FACTIONS:
        return None
    first = of - 1
    while first > 0 and tokens[first - 1].pos in ("ADJ", "NOUN") and tokens[first - 1].head == of - 1:
        first -= 1
    return Span(tokens[first].start, mention.span.end)


def rejoined(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[Attribution]:
    """Give speakers cut short by the full stop of their rank ("said Sgt." / "Bob Kane, a spokesman.") their whole name."""
    starting = {(m.sentence, m.span.start): m for m in mentions if m.kind is MentionKind.ACTOR}
    return [_whole(a, sentences, starting) for a in attributions]


def _whole(a: Attribution, sentences: Sequence[Sentence], starting: Mapping[tuple[int, int], Mention]) -> Attribution:
    words = [t for t in sentences[a.sentence].tokens[-2:] if t.text != "."]
    if not a.chain or not words or words[-1].lower.rstrip(".") not in _RANKS or a.sentence + 1 >= len(sentences):
        return a
    said, after = a.chain[-1], sentences[a.sentence + 1]
    if not said.span.overlaps(words[-1].span) or after.paragraph != sentences[a.sentence].paragraph:
        return a
    named = [t for t in after.tokens[:3] if t.pos == "PROPN" and t.text[:1].isupper()]
    mention = starting.get((after.index, after.tokens[0].start))
    if not named or named[0].i != 0:
        return a
    run = [t for n, t in enumerate(named) if t.i == n]
    end = max(run[-1].end, mention.span.end if mention is not None else 0)
    text = " ".join([said.text.rstrip(".") + ".", *(t.text for t in after.tokens if t.end <= end)])
    return replace(a, chain=(*a.chain[:-1], Speaker(Span(said.span.start, end), text, said.cue, mention)))


def _behind(context: SentenceContext, i: int) -> int:
    """Return who issued a paper ("a statement by the ministry", "a report published by the agency"), or `i` itself."""
    sentence = context.sentence
    if sentence.tokens[i].lemma.lower() not in PAPERS or context.headed(i, *_WHO) is not None:
        return i
    below = [i, *(c.i for c in sentence.children(i) if c.dep == "acl")]
    for j in below:
        for c in sentence.children(j):
            if c.dep in ("prep", "agent") and c.lower in _OWNED_BY and (c.lower == "by" or j == i):
                for o in sentence.children(c.i):
                    if o.dep == "pobj" and context.at(o.i, MentionKind.ACTOR, MentionKind.OUTLET):
                        return o.i
    verb = sentence.tokens[sentence.tokens[i].head]
    if sentence.tokens[i].dep == "dobj" and verb.lemma in ISSUING:
        # "the union released a statement that reads"
        issuers = [c.i for c in sentence.children(verb.i) if c.dep == "nsubj" and context.at(c.i, MentionKind.ACTOR)]
        return issuers[0] if issuers else i
    return i


def _inside(i: int, mention: Mention | None) -> Mention | None:
    return mention if mention is not None and mention.head == i else None


def names_somebody(tokens: list[Token]) -> bool:
    """Tell whether words can name a speaker: nouns and what goes with them, no clause, no conjunction at the front."""
    if not tokens or tokens[0].pos in ("CCONJ", "SCONJ") or tokens[0].lower in ("but", "and", "when", "while", "where", "as"):
        return False
    if any(t.pos in ("VERB", "AUX", "SCONJ") or t.lower in _NO_NAME or "(" in t.text for t in tokens):
        return False
    return any(t.pos in ("NOUN", "PROPN", "PRON", "ADJ") for t in tokens)


def called_back(attributions: Sequence[Attribution], known: Set[Mention]) -> list[Attribution]:
    """Name "he said" and "the source added" by the speaker they call back, where nothing else has told who it is.

    `known` are the mentions that are resolved to an actor.
    """
    out: list[Attribution] = []
    named: list[tuple[int, Speaker]] = []
    for a in attributions:
        chain = tuple(_named_before(s, a.sentence, named, known) for s in a.chain)
        out.append(replace(a, chain=chain) if chain != a.chain else a)
        named.extend((a.sentence, s) for s in chain if s.text.lower() not in _PRONOUNS)
        del named[:-8]
    return out


def _named_before(said: Speaker, sentence: int, named: Sequence[tuple[int, Speaker]], known: Set[Mention]) -> Speaker:
    words = said.text.lower().split()
    rest = [w for w in words if w not in _BARE]
    told = said.mention is not None and said.mention.rule != "described" and said.mention in known
    if told or len(rest) != 1 or rest[0] not in _CALLING_BACK:
        return said
    for at, earlier in reversed(named):
        if sentence - at > _REACH:
            break
        same = len(earlier.text.split()) > len(rest) and earlier.text.lower().split()[-1] == rest[0]
        if at < sentence and (rest[0] in _PRONOUNS or same):
            return Speaker(said.span, earlier.text, said.cue, earlier.mention)
    return said
