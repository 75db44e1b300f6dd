"""ActorStep: who every actor mention is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model.layer import ACTORS, MENTIONS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import MentionKind
from dateline.model.resolution import ActorValue, Resolution
from dateline.resolve.actors.profile import Profile
from dateline.resolve.actors.resolver import Resolver
from dateline.resources.actors import load_register


class ActorStep:
    """Resolves actor mentions in the order of reading: the register, the document's own names, and what points back."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS)
    provides = ACTORS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Resolution[ActorValue]] | StepError]:
        """Return one resolution for each actor mention of each document, in order."""
        return [Layer(self._resolve(annotated)) for annotated in batch]

    def _resolve(self, annotated: AnnotatedDocument) -> tuple[Resolution[ActorValue], ...]:
        register = load_register()
        profile = Profile.of(annotated.document, annotated[SENTENCES], annotated[MENTIONS], register)
        actors = [m for m in annotated[MENTIONS] if m.kind is MentionKind.ACTOR]
        return Resolver(annotated.document, annotated[SENTENCES], actors, register, profile).resolve()
