"""Resolving the actor mentions of one document, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.model.document import Document
from dateline.model.mention import Mention
from dateline.model.parse import Sentence
from dateline.model.resolution import ActorKind, ActorValue, Candidate, Resolution
from dateline.resolve.actors.anaphora import resolve_anaphor
from dateline.resolve.actors.described import resolve_described
from dateline.resolve.actors.document_names import DocumentNames
from dateline.resolve.actors.memory import Memory, subject_rank
from dateline.resolve.actors.people import resolve_person
from dateline.resolve.actors.profile import Profile
from dateline.resolve.actors.reading import Reading
from dateline.resolve.actors.registered import resolve_registered, unidentified
from dateline.resolve.actors.unregistered import resolve_organisation, resolve_people
from dateline.resources.actors import ActorKey, ActorRegister

Resolve = Callable[[Reading], Resolution[ActorValue]]


class Resolver:
    """One document's actors."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        register: ActorRegister,
        profile: Profile,
    ) -> None:
        """Take the mentions of actors in the order of the text."""
        self._document = document
        self._sentences = sentences
        self._mentions = mentions
        self._register = register
        self._memory = Memory()
        self._profile = profile

    def resolve(self) -> tuple[Resolution[ActorValue], ...]:
        """Return one resolution a mention."""
        keys = [ActorKey.parse(m.key) for m in self._mentions]
        names = DocumentNames.of(list(zip(self._mentions, keys, strict=True)), self._document.text, self._register)
        out: list[Resolution[ActorValue]] = []
        for i, mention in enumerate(self._mentions):
            reading = Reading(
                mention, keys[i], i, self._mentions, keys, self._sentences[mention.sentence], self._document.text,
                self._register, self._profile, self._memory, names,
            )  # fmt: skip
            resolution = _of(reading)(reading)
            self._remember(reading, resolution)
            out.append(resolution)
        return tuple(out)

    def _remember(self, reading: Reading, resolution: Resolution[ActorValue]) -> None:
        value, key = resolution.value or unidentified(reading), reading.key
        if value is None or key.source == "anaphor" and key.value in ("it", "they"):
            return
        mention = reading.mention
        token = reading.sentence.tokens[mention.head]
        governor = reading.sentence.tokens[token.head]
        subject = subject_rank(token.dep, governor.head == governor.i or governor.dep == "ROOT")
        if value.kind is ActorKind.PERSON:
            named = key.source in ("register", "ner")
            if named or value.actor_id is not None:
                self._memory.meet_person(value, mention.sentence, subject, reading.says(mention.head))
        elif value.actor_id is not None or key.source in ("register", "ner", "acronym") and value.kind is not ActorKind.CIVILIAN:
            passing = resolution.rule.startswith("focus") or "supporter" in key.tags
            if not passing:
                self._memory.meet_body(value, mention.sentence, subject > 0, reading.says(mention.head))


def _of(reading: Reading) -> Resolve:
    key = reading.key
    if key.source == "register":
        return resolve_registered
    if key.source == "acronym":
        return resolve_organisation
    if key.source == "ner":
        return {"PERSON": resolve_person, "NORP": resolve_people}.get(key.value, resolve_organisation)
    if key.source == "anaphor":
        return resolve_anaphor
    if key.source == "described":
        return resolve_described
    return _unread


def _unread(reading: Reading) -> Resolution[ActorValue]:
    """Return nothing for a key of another finder's making, with the words as the only candidate."""
    return Resolution(reading.mention, None, "unread", (Candidate("", reading.mention.text, 0.0),), 0.0)
