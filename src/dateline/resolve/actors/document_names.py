"""The names of bodies that one document uses, those of one actor together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model.mention import Mention
from dateline.model.resolution import ActorKind
from dateline.resolve.actors.same import same_actors
from dateline.resources.actors import ActorKey, ActorRegister
from dateline.resources.actors.signature import acronym

_MOST = 400
"""Names of one document that are compared; a text with more is a list."""


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """Names under the labels that those of one actor share; a label is a register id where the register has the actor."""

    labels: Mapping[str, str] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)
    """Label -> the first name that is no acronym, else the first."""

    @classmethod
    def of(cls, names: Sequence[tuple[Mention, ActorKey]], register: ActorRegister) -> DocumentNames:
        """Take the mentions of a document; nothing is compared where the register has them all."""
        written = list(dict.fromkeys(name for mention, key in names if (name := name_of(mention, key))))[:_MOST]
        if not any(key.source in ("ner", "acronym") for _, key in names):
            return cls()
        labels = same_actors(written, register)
        firsts: dict[str, str] = {}
        for name, label in labels.items():
            if label not in firsts or acronym(firsts[label]) and not acronym(name):
                firsts[label] = name
        return cls(labels, firsts)

    def actor(self, name: str) -> str | None:
        """Return the id of the register's actor that bears a name."""
        label = self.labels.get(name, "name:")
        return None if label.startswith("name:") else label

    def full(self, name: str) -> str:
        """Return the name under which the document first speaks of the same actor, in full where it does."""
        return self.firsts.get(self.labels.get(name, ""), name)


def name_of(mention: Mention, key: ActorKey) -> str:
    """Return the name of a body that a mention is, the empty string for anything else."""
    if key.source == "acronym":
        return key.value
    if key.source == "ner" and key.value not in ("PERSON", "NORP") and "of" not in key.pairs and "noun" not in key.pairs:
        return mention.text.removesuffix("'s").removesuffix("\u2019s")
    body = key.source == "register" and ActorKind.PERSON.value not in key.tags and "noun" not in key.pairs
    return mention.text if body else ""
