"""EventStep: from sentences and mentions to event mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dateline.extract.context import SentenceContext, contexts
from dateline.extract.events.antecedent import Told, settle
from dateline.extract.events.candidates import Candidate, find_candidates
from dateline.extract.events.habit import among_many, of_many
from dateline.extract.events.mishap import mishap
from dateline.extract.events.modality import ACTUAL, Reality
from dateline.extract.events.nominal import reality
from dateline.extract.events.results import assign_results
from dateline.extract.events.split import distinguishing
from dateline.extract.events.statistic import is_statistic
from dateline.extract.events.typing import refine_type
from dateline.extract.tolls import TOLLS, toll_count
from dateline.model.document import ZoneKind
from dateline.model.event import EventMention, Family, Modality, Polarity
from dateline.model.layer import ACTORS, EVENTS, MENTIONS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import MentionKind
from dateline.model.span import Span

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_NEW = frozenset({"recent", "latest", "new", "another", "current"})
_ARMS = frozenset(
    (
        "gunshot bullet shot shoot stab knife gun machete volley gunfire submachinegun machinegun rifle pistol atrocity strike "
        "aggression shelling explosion attack bomb rocket missile shell grenade mine militant gunman terrorist"
    ).split()
)
_GROUNDS = (MentionKind.DATE, MentionKind.PLACE, MentionKind.FACILITY, MentionKind.QUANTITY, MentionKind.SLOGAN)


class EventStep:
    """Finds event mentions with type, anchor, polarity and modality; what a result tells is folded into its event."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS, ACTORS)
    provides = EVENTS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[EventMention] | StepError]:
        """Return the event mentions of each document, in text order."""
        out: list[Layer[EventMention] | StepError] = []
        for annotated in batch:
            found: list[Told] = []
            sentences = list(contexts(annotated))
            for context in sentences:
                found.extend(_events(context, annotated.document.text))
            out.append(Layer(tuple(settle(found, mishap(sentences)))))
        return out


def _events(context: SentenceContext, text: str) -> Iterator[Told]:
    candidates = _without_light(context, find_candidates(context))
    if not candidates:
        return
    counted = {c.head for c in candidates if is_statistic(context, c)}
    real, many = _realities(context, candidates, counted)
    hosts = assign_results(context, candidates)
    for result, host in hosts.items():
        # "21 attacks left ten dead", "has attacked villages for months, killing 40": no more one event than its host
        if host in many and _listed(real[result]) and result not in counted:
            real[result] = real[host]
    # A result that is less real than its event, or the other way round, stands for itself.
    hosts = {r: h for r, h in hosts.items() if _listed(real[r]) == _listed(real[h])}
    for candidate in candidates:
        if candidate.head in hosts or not _stands_alone(context, candidate):
            continue
        results = tuple((c.head, c.pattern.name) for c in candidates if hosts.get(c.head) == candidate.head)
        event = _event(context, candidate, real[candidate.head], results, candidate.head in counted)
        spans = distinguishing(context, candidate, text) if event.type != "statistic" else []
        for one in [replace(event, distinguishing=span) for span in spans] or [event]:
            yield _told(context, candidate, one)


def _told(context: SentenceContext, candidate: Candidate, event: EventMention) -> Told:
    lemma = context.sentence.tokens[candidate.head].lemma.lower()
    placed = any(m.kind in (MentionKind.DATE, MentionKind.PLACE, MentionKind.FACILITY) for m in context.mentions)
    dies = candidate.frame.agent_outcome is not None
    armed = context.sentence.zone is not ZoneKind.BODY or bool(_ARMS & context.lemmas)
    return Told(event, candidate.frame.family, lemma, bool(candidate.roles.agents) and not dies, placed, armed)


def _realities(context: SentenceContext, candidates: list[Candidate], counted: set[int]) -> tuple[dict[int, Reality], set[int]]:
    """Return how real each candidate is, by its head, and which of them tell of many events at once."""
    real = {c.head: reality(context, c.head, c.verb) for c in candidates}
    many: set[int] = set()
    for c in candidates:
        if c.head in counted:
            # what is counted over a period happened, however habitual
            if real[c.head].modality is Modality.HABITUAL:
                real[c.head] = replace(real[c.head], modality=Modality.ACTUAL)
            continue
        if c.frame.family is Family.COMMUNICATION or not (_listed(real[c.head]) or real[c.head].modality is Modality.HABITUAL):
            continue
        cue = of_many(context, c) or ("including" if among_many(context, c) else "")
        cue = cue or next((real[i].cue for i in c.roles.agents if i in many), "")
        if cue:
            real[c.head] = Reality(Modality.HABITUAL, cue=cue)
            many.add(c.head)
        elif (whole := _named_among(context, c, candidates)) is not None and not _listed(real[whole.head]):
            real[c.head] = real[whole.head]
    return real, many


def _named_among(context: SentenceContext, candidate: Candidate, candidates: list[Candidate]) -> Candidate | None:
    """Return the event of which a candidate is named as a part ("more attacks, including shelling and drone strikes")."""
    tokens = context.sentence.tokens
    path = (tokens[candidate.head], *context.sentence.ancestors(candidate.head))
    including = next((t for t in path if t.lower == "including"), None)
    if including is None:
        return None
    return next((c for c in reversed(candidates) if c.head < including.i and not c.verb), None)


def _listed(found: Reality) -> bool:
    return found.modality in (Modality.ACTUAL, Modality.ATTEMPTED, Modality.FOILED) and found.polarity is Polarity.ASSERTED


def _event(
    context: SentenceContext, candidate: Candidate, real: Reality, results: tuple[tuple[int, str], ...], statistic: bool
) -> EventMention:
    sentence = context.sentence
    tokens = sentence.tokens
    if candidate.frame.foiled and real == ACTUAL:
        real = Reality(Modality.FOILED, cue="defused")
    return EventMention(
        type="statistic" if statistic else refine_type(context, candidate, results),
        anchor=Span(tokens[candidate.first].start, tokens[candidate.last].end),
        sentence=sentence.index,
        head=candidate.head,
        polarity=real.polarity,
        modality=real.modality,
        ongoing=_ongoing(context, candidate),
        generic=candidate.frame.generic
        or (not candidate.verb and candidate.frame.type == "armed attack" and candidate.first == candidate.last),
        anaphoric=_points_back(context, candidate),
        rule=candidate.pattern.name + (f"; {real.cue}" if real.cue else ""),
        confidence=0.6 if candidate.frame.weak or candidate.frame.generic else 0.8,
        results=results,
    )


def _points_back(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a mention speaks of something known: "the attack", "prisoners released from jail"."""
    if candidate.verb:
        return context.sentence.tokens[candidate.head].dep == "acl"
    children = {c.lower for c in context.sentence.children(candidate.head)}
    return bool(_POINTING & children) and not _NEW & children


def _ongoing(context: SentenceContext, candidate: Candidate) -> bool:
    token = context.sentence.tokens[candidate.head]
    verb = token if candidate.verb else context.sentence.tokens[token.head]
    if verb.pos not in ("VERB", "AUX"):
        return False
    auxiliaries = {c.lower for c in context.sentence.children(verb.i) if c.dep in ("aux", "auxpass")}
    words = context.frames.words
    if not candidate.verb and verb.lemma not in words["light"] | words["suffer"] | words["occur"]:
        # "are investigating the shooting": that goes on, and not what it is about
        return False
    if verb.tag == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "being"}:
        return True
    going = verb.lower in ("going", "continuing", "ongoing", "continues", "rages", "raging")
    return going and any(t.lower in ("still", "till", "until", "now") for t in context.sentence.tokens)


def _without_light(context: SentenceContext, candidates: list[Candidate]) -> list[Candidate]:
    """Drop a verb that only says that the noun beside it took place ("launch an attack", "a strike hit the market")."""
    speaking = {c.head for c in candidates if c.verb and c.frame.family is Family.COMMUNICATION}
    tokens = context.sentence.tokens
    # "issued a statement": here the verb tells it, with its speaker
    kept = [c for c in candidates if c.verb or c.frame.family is not Family.COMMUNICATION or tokens[c.head].head not in speaking]
    # "Turkish shelling targeted the village": a gerund as subject is a noun here
    nouns = {c.head for c in kept if not c.verb or tokens[c.head].dep in ("nsubj", "nsubjpass")}
    words = context.frames.words

    def only_says(c: Candidate) -> bool:
        if not c.verb or c.frame.outcome or c.frame.agent_outcome:
            return False
        lemma = tokens[c.head].lemma.lower()
        objects = lemma in words["light"] or lemma in words["suffer"]
        deps = (("dobj", "nsubjpass") if objects else ()) + (("nsubj",) if lemma in words["occur"] else ())
        return any(o.i in nouns for o in context.sentence.children(c.head) if o.dep in deps)

    return [c for c in kept if not only_says(c)]


def _stands_alone(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a candidate is an event by itself and not only a topic or a state."""
    frame = candidate.frame
    if frame.outcome_only:
        return _counted(context, candidate)
    if frame.weak:
        named = any(context.at(i, MentionKind.ACTOR) for i in candidate.roles.agents)
        if context.sentence.tokens[candidate.head].dep == "acl" and not _victim_named(context, candidate):
            return False
        grounded = any(m.kind in _GROUNDS for m in context.mentions)
        return grounded and (named or candidate.verb or frame.family.value not in ("communication",))
    return True


def _victim_named(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether "held in X" is said of somebody, and not of "those" in general."""
    return any(context.at(i, MentionKind.ACTOR, MentionKind.QUANTITY) for i in candidate.roles.patients)


def _counted(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether somebody in particular was hurt or died: a count, a person, a name."""
    token = context.sentence.tokens[candidate.head]
    if token.lemma in TOLLS:
        return toll_count(context, candidate.head) is not None
    # "gunman dead at school": behind its noun it is no attribute
    state = token.dep != "amod" or context.sentence.tokens[token.head].tag == "CD" or token.head < token.i
    bearers = context.bearers(candidate.head) if state else ()
    victims = (bearers if token.pos in ("ADJ", "ADV") else ()) or candidate.roles.patients or candidate.roles.agents or bearers
    if any(context.at(i, MentionKind.QUANTITY) or context.classes(i) & {"person"} for i in victims):
        return True
    if any(m.rule == "elided:pronoun" for m in context.at(candidate.head, MentionKind.QUANTITY)):
        return True
    own = any(m.head == candidate.head for m in context.mentions if m.kind is MentionKind.QUANTITY)
    return own or toll_count(context, candidate.head) is not None
