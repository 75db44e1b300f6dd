"""What the actor finder tells the actor resolver, in a mention's key.

A key is parts with colons between: where it comes from (`register`, `ner`, `acronym`, `described`, `anaphor`), what it is
(register ids with `|` between, an entity label, a kind, an anaphor's name), then bare tags (kind, relation to a group) and
`name=value` pairs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ActorKey:
    """A parsed key."""

    source: str
    value: str
    tags: tuple[str, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the key as it stands in a mention."""
        pairs = (f"{k}={_plain(v)}" for k, v in sorted(self.pairs.items()) if v)
        return ":".join((self.source, _plain(self.value), *(t for t in self.tags if t), *pairs))

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the register ids, best first; empty if it is none of the register's."""
        return tuple(self.value.split("|")) if self.source == "register" else ()

    @classmethod
    def parse(cls, key: str) -> ActorKey:
        """Read a key back."""
        source, _, rest = key.partition(":")
        value, *more = rest.split(":")
        tags = tuple(m for m in more if "=" not in m)
        pairs = dict(m.split("=", 1) for m in more if "=" in m)
        return cls(source, value, tags, pairs)


def _plain(value: str) -> str:
    return value.replace(":", " ").replace("=", " ")
