"""Features: what is known of a claim when it is made, as names that the weigher has weights for.

No feature holds the name of an actor, a place or an outlet: who did it must not change what is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.event import READ, Argument, Attribution, EventMention
from dateline.model.layer import ARGUMENTS, EVENTS, MENTIONS, READINGS, SENTENCES, AnnotatedDocument
from dateline.model.mention import MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span
from dateline.resources.codebook import load_codebook

_EDGES = (0, 1, 2, 3, 5, 8, 12, 20, 40)
_QUOTES = frozenset('"“”«»')
_CONTEXT_WORDS = frozenset(
    """
    since until after before during following despite amid against over between while when where if as than from previously
    earlier ago recently years months weeks days total several many frequent repeated other another similar also continue
    continued operations operation campaign war conflict offensive fight fighting forces responsible accused suspected alleged
    would could may might should must will can not never no any every each
    """.split()
)


@dataclass(frozen=True, slots=True)
class Made:
    """A claim in the making: its field, the words it stands on, and what decided it."""

    field: str
    span: Span
    event: EventMention
    argument: Argument | None
    resolved_by: str
    """Name of the rule that resolved it, or nothing."""
    confidence: float
    """What the rules give it."""
    attribution: Attribution | None


class Features:
    """Names the features of the claims of one document."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        """Count what stands in each sentence."""
        self._sentences = annotated[SENTENCES]
        self._events = Counter(event.sentence for event in annotated[EVENTS])
        self._places = Counter(m.sentence for m in annotated[MENTIONS] if m.kind is MentionKind.PLACE)
        self._dates = Counter(m.sentence for m in annotated[MENTIONS] if m.kind is MentionKind.DATE)
        self._codebook = load_codebook()
        self._readings = annotated[READINGS]
        self._filled = {(a.event, a.role) for a in annotated[ARGUMENTS] if a.rule != READ}

    def of_read(self, made: Made) -> list[str]:
        """Return the features of a claim whose argument the encoder read."""
        argument, event = made.argument, made.event
        assert argument is not None
        mention = argument.mention
        apart = mention.sentence - event.sentence
        here, there = self._readings[mention.sentence], self._readings[event.sentence]
        kinds = self._codebook.types[event.type].crosswalk["muc4"]
        alike = max(here.types.get(kind.lower(), 0.0) for kind in kinds)
        sentence = self._sentences[mention.sentence]
        token = sentence.tokens[mention.head]
        governor = sentence.tokens[token.head]
        role = argument.role.value
        named = "named" if token.pos == "PROPN" else "described"
        out = [
            role,
            f"probability={int(argument.confidence * 10)}",
            f"apart={max(-4, min(4, apart))}",
            f"as-likely={int(alike * 5)}",
            f"told-there={int(max(there.types.get(kind.lower(), 0.0) for kind in kinds) * 5)}",
            f"relevance={int(here.relevance * 5)}",
            f"report={int(here.document_relevance * 4)}",
            f"mention={mention.rule}",
            f"filled={(event, argument.role) in self._filled}",
            f"generic={event.generic}",
            f"events={_bucket(self._events[mention.sentence])}",
            f"dep={token.dep}",
            f"governor={governor.lower if governor.pos == 'ADP' else governor.pos}",
            f"zone={sentence.zone.value}",
            f"kind={mention.kind.value}",
            f"{named}",
            f"family={self._codebook.types[event.type].family.value}",
        ]
        if governor.pos == "ADP" and governor.head != governor.i:
            out.append(f"above={sentence.tokens[governor.head].pos}")
        if apart == 0:
            out.append(f"path={_path(sentence, event.head, mention.head)}")
        return [*out, *(f"{role}&{name}" for name in out[1:])]

    def of(self, made: Made) -> list[str]:
        """Return the features of a claim, each with its kind of field and the most telling also without."""
        kind = _kind(made.field)
        common = list(self._of_event(made.event))
        own = [*self._of_argument(made), *_of_attribution(made.attribution)]
        return [f"{kind}", *common, *own, *(f"{kind}&{feature}" for feature in (*common, *own))]

    def _of_event(self, event: EventMention) -> Iterator[str]:
        sentence = self._sentences[event.sentence]
        head = sentence.tokens[event.head]
        yield f"type={event.type}"
        yield f"family={self._codebook.types[event.type].family.value}"
        yield f"frame={event.rule.rpartition('/')[2] or event.rule}"
        yield f"anchor-tag={head.tag}"
        yield f"anchor-dep={head.dep}"
        yield f"modality={event.modality.value}"
        yield f"event-confidence={round(event.confidence, 1)}"
        for name in ("generic", "anaphoric", "ongoing"):
            if getattr(event, name):
                yield name
        yield f"zone={sentence.zone.value}"
        yield f"position={_bucket(event.sentence)}"
        yield f"events={_bucket(self._events[event.sentence])}"
        yield f"places={_bucket(self._places[event.sentence])}"
        yield f"dates={_bucket(self._dates[event.sentence])}"
        yield f"length={_bucket(len(sentence.tokens))}"
        if any(t.text in _QUOTES for t in sentence.tokens):
            yield "quoted"
        yield from _around(sentence, head)

    def _of_argument(self, made: Made) -> Iterator[str]:
        yield f"confidence={round(made.confidence, 1)}"
        argument = made.argument
        if argument is None:
            return
        yield f"argument={argument.rule}"
        yield f"mention={argument.mention.rule}"
        yield f"key={argument.mention.key.split(':')[0] if ':' in argument.mention.key else bool(argument.mention.key)}"
        yield f"resolution={made.resolved_by}"
        yield f"rules={argument.rule}+{made.resolved_by}"
        mention = argument.mention
        apart = mention.sentence - made.event.sentence
        yield f"sentences-apart={max(-3, min(3, apart))}"
        sentence = self._sentences[mention.sentence]
        token = sentence.tokens[mention.head]
        yield f"dep={token.dep}"
        yield f"pos={token.pos}"
        yield f"words={_bucket(len(sentence.tokens_in(mention.span)))}"
        governor = sentence.tokens[token.head]
        yield f"governor={governor.lower if governor.pos == 'ADP' else governor.pos}"
        if governor.pos == "ADP" and governor.head != governor.i:
            yield f"above={sentence.tokens[governor.head].pos}"
            yield f"above-is-anchor={apart == 0 and governor.head == made.event.head}"
        if apart == 0:
            distance = mention.head - made.event.head
            yield f"distance={'-' if distance < 0 else '+'}{_bucket(abs(distance))}"
            yield f"path={_path(sentence, made.event.head, mention.head)}"


def _kind(field: str) -> str:
    return field if field.startswith(("participant", "quantity")) else field.split(":")[0]


def _of_attribution(attribution: Attribution | None) -> Iterator[str]:
    if attribution is None:
        yield "said=nobody"
        return
    yield f"said={'chain' if attribution.chain else 'hedge'}"
    yield f"said-rule={attribution.rule.split(':')[0]}"
    yield f"certainty={attribution.certainty.value}"


def _around(sentence: Sentence, head: Token) -> Iterator[str]:
    """Yield the grammatical words around the anchor: its dependents and what governs it."""
    for child in sentence.children(head.i):
        yield f"child={child.dep}"
        if child.dep in ("aux", "neg", "mark", "det", "prep", "advmod") or child.lower in _CONTEXT_WORDS:
            yield f"child={child.dep}:{child.lower if child.dep != 'advmod' or child.lower in _CONTEXT_WORDS else '*'}"
    governor = sentence.tokens[head.head]
    if governor.i != head.i:
        yield f"under={governor.pos}"
        if governor.pos in ("ADP", "VERB", "AUX"):
            yield f"under={governor.lemma.lower()}"
    for token in sentence.tokens:
        if token.lower in _CONTEXT_WORDS:
            yield f"word={token.lower}"


def _path(sentence: Sentence, anchor: int, mention: int) -> str:
    """Return the dependency labels between anchor and mention, up then down, or "far"."""
    up = [mention, *(t.i for t in sentence.ancestors(mention))]
    down = [anchor, *(t.i for t in sentence.ancestors(anchor))]
    meeting = next((i for i in up if i in down), None)
    if meeting is None or up.index(meeting) + down.index(meeting) > 5:
        return "far"
    rising = ">".join(sentence.tokens[i].dep for i in up[: up.index(meeting)])
    falling = "<".join(sentence.tokens[i].dep for i in down[: down.index(meeting)])
    return f"{rising}|{falling}"


def _bucket(number: int) -> int:
    return max(edge for edge in _EDGES if edge <= number)
