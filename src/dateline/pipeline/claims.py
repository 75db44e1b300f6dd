"""Claims: what the layers of one document say, as values that each stand on a quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.claim import Claim, Coded, EventRecord, JsonValue, Quotation, Said
from dateline.model.document import ZoneKind
from dateline.model.event import (
    LISTED_MODALITIES,
    PARTICIPANT_ROLES,
    READ,
    Argument,
    Attribution,
    Certainty,
    EventMention,
    Outcome,
    Polarity,
    Role,
)
from dateline.model.layer import (
    ACTORS,
    ARGUMENTS,
    ATTRIBUTIONS,
    DATES,
    EVENTS,
    PLACES,
    PUBLICATION,
    QUANTITIES,
    SENTENCES,
    AnnotatedDocument,
)
from dateline.model.mention import Mention, MentionKind
from dateline.model.resolution import ActorValue, DateValue, PlaceValue, QuantityValue, Resolution
from dateline.model.span import Span
from dateline.pipeline import choice, values
from dateline.pipeline.features import Made
from dateline.pipeline.weighing import Weighing, by_rules

_DOING = frozenset({Role.PERPETRATOR, Role.CUSTODIAN, Role.SPEAKER, Role.ORGANISER, Role.PARTICIPANT, Role.LEADER})
_PLAIN_FIELDS = {Role.INSTRUMENT: "instrument", Role.SLOGAN: "slogan", Role.CHANNEL: "channel", Role.THEME: "theme"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The resolutions of a document by mention."""

    dates: Mapping[Mention, Resolution[DateValue]]
    places: Mapping[Mention, Resolution[PlaceValue]]
    actors: Mapping[Mention, Resolution[ActorValue]]
    quantities: Mapping[Mention, Resolution[QuantityValue]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as the rules make it, with what is known of it for weighing."""

    claim: Claim
    made: Made


def drafts(annotated: AnnotatedDocument) -> Iterator[tuple[EventMention, list[Draft]]]:
    """Yield each event with the claims that rules make of its arguments, weighed by nobody yet."""
    resolved = Resolved(
        {r.mention: r for r in annotated[DATES]},
        {r.mention: r for r in annotated[PLACES]},
        {r.mention: r for r in annotated[ACTORS]},
        {r.mention: r for r in annotated[QUANTITIES]},
    )
    by_event: dict[EventMention, list[Argument]] = defaultdict(list)
    for argument in annotated[ARGUMENTS]:
        by_event[argument.event].append(argument)
    document = annotated.document
    writer = _Writer(document.text, document.text_id, annotated[ATTRIBUTIONS], resolved)
    for event in annotated[EVENTS]:
        yield event, list({d.claim.id: d for d in writer.drafts(event, by_event[event])}.values())


def assemble(annotated: AnnotatedDocument, weighed: bool = True) -> Coded:
    """Return the events of a document with their claims, its publication date, and why other stretches yielded nothing."""
    document = annotated.document
    text_id = document.text_id
    weigh = Weighing(annotated) if weighed else None
    records = []
    doubted: list[tuple[Span, str]] = []
    for event, made in drafts(annotated):
        pairs = [(d.claim, d.made) for d in made]
        claims = by_rules(pairs) if weigh is None else weigh.kept(pairs)
        if not claims:
            doubted.append((event.anchor, f"doubtful: more likely no {event.type} than one ({event.rule})"))
            continue
        records.append(
            EventRecord(
                event.id(text_id),
                document.id,
                event.type,
                event.anchor,
                event.sentence,
                tuple(claims),
                event.generic,
                event.anaphoric,
                annotated[SENTENCES][event.sentence].zone is ZoneKind.TITLE,
                event.distinguishing is not None,
            )
        )
    publication = annotated[PUBLICATION][0]
    published: dict[str, JsonValue] = {
        "start": publication.start,
        "end": publication.end,
        "precision": publication.precision.value if publication.precision else None,
        "basis": publication.basis,
        "reason": publication.reason,
    }
    return Coded(document.id, text_id, published, tuple(records), (*_skipped(annotated), *doubted))


def _skipped(annotated: AnnotatedDocument) -> Iterator[tuple[Span, str]]:
    """Yield each stretch that yielded no listed event, with the reason."""
    for zone in annotated.document.zones:
        if zone.kind is ZoneKind.FURNITURE:
            yield zone.span, f"furniture: {zone.reason}" if zone.reason else "furniture"
    told: dict[int, list[EventMention]] = defaultdict(list)
    for event in annotated[EVENTS]:
        told[event.sentence].append(event)
    for sentence in annotated[SENTENCES]:
        events = told.get(sentence.index)
        if not events:
            yield sentence.span, "no word that tells a codebook type"
            continue
        for event in events:
            if event.polarity is Polarity.DENIED:
                yield event.anchor, f"polarity: denied ({event.rule})"
            elif event.modality not in LISTED_MODALITIES:
                yield event.anchor, f"modality: {event.modality.value} ({event.rule})"


class _Writer:
    """Writes the claims of the events of one document."""

    def __init__(self, text: str, text_id: str, attributions: Sequence[Attribution], resolved: Resolved) -> None:
        self._text = text
        self._text_id = text_id
        self._attributions = [a for a in attributions if a.asserts]
        self._resolved = resolved

    def drafts(self, event: EventMention, arguments: Sequence[Argument]) -> Iterator[Draft]:
        """Yield the claims of one event: its type, how real it is, and every argument that has a value."""
        yield self._claim(event, "type", event.type, event.anchor, _Decision(event.confidence, (f"frame:{event.rule}",)))
        if event.modality.value != "actual":
            yield self._claim(
                event, "modality", event.modality.value, event.anchor, _Decision(event.confidence, (f"frame:{event.rule}",))
            )
        if event.polarity is Polarity.DENIED:
            yield self._claim(
                event, "polarity", event.polarity.value, event.anchor, _Decision(event.confidence, (f"frame:{event.rule}",))
            )
        if event.ongoing:
            yield self._claim(event, "ongoing", True, event.anchor, _Decision(event.confidence, ("aspect",)))
        yield from self._dates(event, arguments)
        yield from self._places(event, arguments)
        doers = {a.actor_id for a in self._actors(arguments, Role.PERPETRATOR) if a.actor_id}
        for argument in arguments:
            if argument.role in (Role.TARGET, Role.VICTIM) and self._is_one_of(argument, doers):
                # "hit them with 40 shells": a pronoun does not mean who did it
                continue
            if argument.role in PARTICIPANT_ROLES:
                yield from self._participant(event, argument)
            elif argument.role is Role.QUANTITY:
                yield from self._quantity(event, argument)
            elif argument.role in _PLAIN_FIELDS:
                name = values.plain(argument.mention)
                yield self._claim(event, _PLAIN_FIELDS[argument.role], name, argument.mention.span, _decided(argument))

    def _actors(self, arguments: Sequence[Argument], role: Role) -> Iterator[ActorValue]:
        for argument in arguments:
            found = self._resolved.actors.get(argument.mention) if argument.role is role else None
            if found is not None and found.value is not None:
                yield found.value

    def _is_one_of(self, argument: Argument, doers: set[str]) -> bool:
        found = self._resolved.actors.get(argument.mention)
        value = found.value if found is not None else None
        return argument.mention.key.startswith("anaphor") and value is not None and value.actor_id in doers

    def _dates(self, event: EventMention, arguments: Sequence[Argument]) -> Iterator[Draft]:
        found = [(a, r) for a in arguments if a.role is Role.DATE and (r := self._resolved.dates.get(a.mention)) is not None]
        when = choice.best_date(found)
        if when is not None:
            argument, resolution, value = when
            yield self._claim(event, "date", values.date(value), argument.mention.span, _decided(argument, resolution))
        for argument, resolution in found:
            if (
                resolution.value is not None
                and resolution.value.duration
                and resolution.value.start is None
                and argument.rule == "owned"
                and choice.lasts(event, argument.mention, self._text)
            ):
                value_json: JsonValue = {"iso8601": resolution.value.duration}
                yield self._claim(event, "duration", value_json, argument.mention.span, _decided(argument, resolution))

    def _places(self, event: EventMention, arguments: Sequence[Argument]) -> Iterator[Draft]:
        found = [(a, r) for a in arguments if a.role is Role.PLACE and (r := self._resolved.places.get(a.mention)) is not None]
        targets = [
            (a, r)
            for a in arguments
            if a.role is Role.TARGET
            and a.rule != READ
            and a.mention.kind in (MentionKind.PLACE, MentionKind.FACILITY)
            and (r := self._resolved.places.get(a.mention)) is not None
        ]
        if event.type == "statistic":
            # "of the 288 attacks in the country, 22 were in the north": the whole's place, not the part's
            found = sorted(found, key=lambda ar: (-ar[0].confidence, ar[0].mention.span))[:1]
        for argument, resolution, told in choice.best_places(found, targets, event.distinguishing):
            value = values.country_of(told) if argument.rule == "dateline" else told
            if argument.rule == "dateline" and value is None:
                continue
            yield self._claim(
                event, "place", values.place(value, resolution), argument.mention.span, _decided(argument, resolution)
            )

    def _participant(self, event: EventMention, argument: Argument) -> Iterator[Draft]:
        field = f"participant:{argument.role.value}"
        mention = argument.mention
        actor = self._resolved.actors.get(mention)
        if actor is not None:
            if actor.value is None and not actor.candidates:
                return
            value = values.actor(actor, mention, argument.responsibility)
            yield self._claim(event, field, value, mention.span, _decided(argument, actor))
            return
        if mention.rule == "object":
            yield self._claim(event, field, values.thing(mention), mention.span, _decided(argument))
            return
        place = self._resolved.places.get(mention)
        if place is not None and (argument.role not in _DOING or values.acts(place.value)):
            value = values.place_as_participant(place, mention, argument.role, argument.responsibility)
            yield self._claim(event, field, value, mention.span, _decided(argument, place))

    def _quantity(self, event: EventMention, argument: Argument) -> Iterator[Draft]:
        mention = argument.mention
        part_of = argument.part_of.text if argument.part_of is not None else None
        includes = Outcome.KILLED.value if argument.rule == "hit" else None
        if mention.kind is MentionKind.ACTOR:
            yield self._claim(
                event,
                f"quantity:{_outcome(argument)}",
                values.one_person(argument.scope, mention, includes),
                mention.span,
                _decided(argument),
            )
            return
        resolution = self._resolved.quantities.get(mention)
        if resolution is None or resolution.value is None:
            return
        if resolution.value.best is None and (argument.outcome is None or event.type == "statistic"):
            # no exact number out of "tens of thousands"
            return
        if argument.outcome is None and event.type != "statistic":
            yield self._claim(event, "amount", values.amount(resolution.value), mention.span, _decided(argument, resolution))
        elif event.type == "statistic":
            value = values.statistic(resolution.value, argument, self._text[event.anchor.start : event.anchor.end])
            yield self._claim(event, "statistic", value, mention.span, _decided(argument, resolution))
        elif argument.outcome is not None:
            yield self._claim(
                event,
                f"quantity:{_outcome(argument)}",
                values.quantity(resolution.value, argument.scope, part_of, includes),
                mention.span,
                _decided(argument, resolution),
            )

    def _claim(self, event: EventMention, field: str, value: JsonValue, span: Span, decision: _Decision) -> Draft:
        attribution = self._attribution(span)
        claim = Claim(
            event.id(self._text_id),
            field,
            value,
            span.of(self._text),
            Quotation(self._text_id, span, span.of(self._text)),
            self._said_by(attribution),
            attribution.certainty if attribution else Certainty.STATED,
            round(decision.confidence, 2),
            decision.rules,
        )
        made = Made(field, span, event, decision.argument, decision.resolved_by, decision.confidence, attribution)
        return Draft(claim, made)

    def _attribution(self, span: Span) -> Attribution | None:
        """Return the narrowest attribution whose content holds the span; naming a speaker beats a bare hedge."""
        around = [a for a in self._attributions if a.content.contains(span)]
        named = [a for a in around if a.chain]
        return min(named or around, key=lambda a: (len(a.content), a.content), default=None)

    def _said_by(self, attribution: Attribution | None) -> tuple[Said, ...]:
        if attribution is None:
            return ()
        out = []
        for speaker in attribution.chain:
            actor = self._resolved.actors.get(speaker.mention) if speaker.mention is not None else None
            value = actor.value if actor is not None else None
            out.append(
                Said(
                    value.name if value is not None else speaker.text,
                    speaker.cue,
                    Quotation(self._text_id, speaker.span, speaker.span.of(self._text)),
                    value.actor_id if value is not None else None,
                    value.private if value is not None else False,
                )
            )
        return tuple(out)


def _outcome(argument: Argument) -> str:
    assert argument.outcome is not None
    return argument.outcome.value


@dataclass(frozen=True, slots=True)
class _Decision:
    """What decided a value, and how sure its rules are."""

    confidence: float
    rules: tuple[str, ...]
    argument: Argument | None = None
    resolved_by: str = ""


def _decided(
    argument: Argument,
    resolution: Resolution[DateValue] | Resolution[PlaceValue] | Resolution[ActorValue] | Resolution[QuantityValue] | None = None,
) -> _Decision:
    """Return confidence and the rules that decided: those of the argument and of its resolution."""
    by = (f"mention:{argument.mention.rule}", f"argument:{argument.rule}")
    if resolution is None:
        return _Decision(argument.confidence, by, argument)
    confidence = argument.confidence * resolution.confidence
    return _Decision(confidence, (*by, f"resolution:{resolution.rule}"), argument, resolution.rule)
