"""One sentence as the actor finder sees it: tokens with their look-up keys, and what has been found on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span
from dateline.resources.actors import ActorKey, ActorRegister, Part, parts


@dataclass(slots=True)
class Found:
    """An actor found on tokens [first, last]. `group` tells a name that acts as a body from a person's."""

    first: int
    last: int
    head: int
    key: ActorKey
    rule: str
    group: bool = True
    taken: bool = False
    """True once it has become part of a longer mention."""

    def with_pairs(self, pairs: Mapping[str, str], tags: tuple[str, ...] = ()) -> ActorKey:
        """Return the key with more said about it."""
        return replace(self.key, tags=tuple(dict.fromkeys((*self.key.tags, *tags))), pairs={**self.key.pairs, **pairs})


@dataclass(slots=True)
class Scan:
    """A sentence, the keys of its tokens, and the actors found so far by their first and every token."""

    sentence: Sentence
    register: ActorRegister
    texts: list[str] = field(init=False)
    lowers: list[str] = field(init=False)
    keys: list[tuple[Part, ...]] = field(init=False)
    names: list[Found] = field(default_factory=list)
    on: dict[int, Found] = field(default_factory=dict)
    described: list[Found] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Look the keys up."""
        # "H*T*S": letters hidden from the filters of platforms.
        self.texts = [t.text.replace("*", "") if "*" in t.text[1:-1] else t.text for t in self.sentence.tokens]
        self.lowers = [x.lower() for x in self.texts]
        self.keys = [parts(x) for x in self.texts]

    def add(self, found: Found) -> None:
        """Keep a name and mark its tokens."""
        self.names.append(found)
        for i in range(found.first, found.last + 1):
            self.on[i] = found

    def drop(self, found: Found) -> None:
        """Forget a name."""
        self.names.remove(found)
        for i in range(found.first, found.last + 1):
            if self.on.get(i) is found:
                del self.on[i]

    def head(self, first: int, last: int) -> int:
        """Return the syntactic head of tokens [first, last]: the one governed from outside."""
        tokens = self.sentence.tokens
        outside = [i for i in range(first, last + 1) if not first <= tokens[i].head <= last or tokens[i].head == i]
        nouns = [i for i in outside if tokens[i].pos not in ("PUNCT", "PART", "ADP", "CCONJ", "DET")]
        return (nouns or outside or [last])[-1]

    def text(self, first: int, last: int) -> str:
        """Return the tokens' words with single spaces as the parser's text has them."""
        tokens = self.sentence.tokens
        out = tokens[first].text
        for i in range(first + 1, last + 1):
            out += (" " if tokens[i].start > tokens[i - 1].end else "") + tokens[i].text
        return out

    def mention(self, found: Found, text: str) -> Mention:
        """Return the mention of what was found; `text` is the document's."""
        tokens = self.sentence.tokens
        span = Span(tokens[found.first].start, tokens[found.last].end)
        return Mention(MentionKind.ACTOR, span, self.sentence.index, found.head, span.of(text), found.rule, str(found.key))
