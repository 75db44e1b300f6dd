"""The names of bodies that one document uses, those of one actor together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.model.mention import Mention
from dateline.model.resolution import ActorKind
from dateline.resolve.actors.same import same_actors
from dateline.resources.actors import ActorKey, ActorRegister
from dateline.resources.actors.signature import acronym

_ALSO = re.compile(
    r"[\s,(\u2013-]*(?:(?:also |better |formerly |previously |once |locally )?known (?:locally )?as|a\.?k\.?a\.?|alias|"
    r"formerly(?: called)?|now called|later renamed|renamed)\s+(?:the )?[\"\u201c']?",
    re.IGNORECASE,
)
"""What stands between two names of one body. A body that the register has before and after a change of name stays two."""
_BETWEEN = 40
_MOST = 400
"""Names of one document that are compared; a text with more is a list."""


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """Names under the labels that those of one actor share; a label is a register id where the register has the actor."""

    labels: Mapping[str, str] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)
    """Label -> the first name that is no acronym, else the first."""

    @classmethod
    def of(cls, names: Sequence[tuple[Mention, ActorKey]], text: str, register: ActorRegister) -> DocumentNames:
        """Take the mentions of a document; nothing is compared where the register has them all."""
        written = list(dict.fromkeys(name for mention, key in names if (name := name_of(mention, key))))[:_MOST]
        if not any(key.source in ("ner", "acronym") for _, key in names):
            return cls()
        labels = same_actors(written, register, [pair for pair in _told(names, text) if set(pair) <= set(written)])
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


def _told(names: Sequence[tuple[Mention, ActorKey]], text: str) -> Iterator[tuple[str, str]]:
    """Yield the names that the text puts side by side as one body's ("X, also known as Y")."""
    for (left, key), (right, other) in pairwise(names):
        near = left.sentence == right.sentence and right.span.start - left.span.end <= _BETWEEN
        pair = (name_of(left, key), name_of(right, other))
        if near and all(pair) and _ALSO.fullmatch(text[left.span.end : right.span.start]):
            yield pair


def name_of(mention: Mention, key: ActorKey) -> str:
    """Return the name of a body that a mention is, the empty string for anything else."""
    if key.source == "acronym":
        return key.value
    if key.source == "ner" and key.value not in ("PERSON", "NORP") and "of" not in key.pairs and "noun" not in key.pairs:
        return mention.text.removesuffix("'s").removesuffix("\u2019s")
    body = key.source == "register" and ActorKind.PERSON.value not in key.tags and "noun" not in key.pairs
    return mention.text if body else ""
