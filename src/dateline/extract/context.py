"""A sentence with its mentions by token: what the event, speech and argument steps look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.extract.syntax import Frame as Roles
from dateline.extract.syntax import noun_frame, prep_objects, verb_frame
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.resources.frames import Frame, Frames, load_frames

_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom", "we", "i", "us"})
_PARTITIVE = frozenset("hundred dozen thousand score number group majority rest many some most several all member couple".split())
_OF = frozenset({"of"})
_GROUPS = frozenset({"armed_group", "state_force", "government", "political", "international", "media"})


class SentenceContext:
    """One sentence, its mentions by token index, and the classes of its nouns."""

    __slots__ = ("_at", "frames", "lemmas", "mentions", "sentence")

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """Index `mentions`, which are those of this sentence, by the tokens they cover."""
        self.sentence = sentence
        self.mentions = mentions
        self.frames: Frames = load_frames()
        self.lemmas = frozenset(t.lemma.lower() for t in sentence.tokens)
        self._at: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            for token in sentence.tokens_in(mention.span):
                self._at[token.i].append(mention)

    def at(self, i: int, *kinds: MentionKind) -> list[Mention]:
        """Return the mentions that cover token `i`, of the given kinds or of any."""
        found = self._at.get(i, [])
        return [m for m in found if m.kind in kinds] if kinds else list(found)

    def headed(self, i: int, *kinds: MentionKind) -> Mention | None:
        """Return the mention of one of `kinds` whose head is token `i`, else one that covers it."""
        covering = self.at(i, *kinds)
        return next((m for m in covering if m.head == i), covering[0] if covering else None)

    def classes(self, i: int) -> set[str]:
        """Return the noun classes of token `i`: by its lemma and by the mentions on it; `unknown` if there is none."""
        token = self.sentence.tokens[i]
        lemma = token.lemma.lower()
        if lemma in _PARTITIVE and (whole := prep_objects(self.sentence, i, _OF)):
            return self.classes(whole[0])
        out = {name for name, lemmas in self.frames.classes.items() if lemma in lemmas}
        if lemma in _PERSONAL:
            out.add("person")
        for mention in self._at.get(i, ()):
            out |= _classes_of(mention)
            if mention.kind is MentionKind.PLACE and token.dep in ("nsubj", "pobj", "poss"):
                # "Ankara accused", "by Israel": a place that acts is its government
                out.add("state")
        if "leader" in out and not self._leads(i):
            out.discard("leader")
        if token.pos == "PRON" or token.tag in ("DT", "WDT", "WP"):
            out |= {"unknown", "armed"} if lemma in ("it", "they", "who", "which", "that", "he") else {"unknown"}
        return out or {"unknown"}

    def _leads(self, i: int) -> bool:
        """Tell whether the leader at token `i` is one of an armed group, by the register or by the words around."""
        for mention in self.at(i, MentionKind.ACTOR):
            if "leader" in mention.key.split(":"):
                return True
        near = self.sentence.subtree(i)
        return any(
            "armed_group" in m.key or m.key.startswith("register") for j in near if j != i for m in self.at(j, MentionKind.ACTOR)
        )

    def roles(self, frame: Frame, anchor: Token, first: int) -> Roles:
        """Return deep subject and object of an anchor under `frame`; `first` is the anchor's first token."""
        if anchor.pos in ("VERB", "AUX"):
            return verb_frame(self.sentence, anchor.i, transitive=frame.outcome is not None)
        of_is_agent = frame.patient is None or (frame.agent_outcome is not None)
        return noun_frame(self.sentence, first, anchor.i, of_is_agent)


def _classes_of(mention: Mention) -> set[str]:
    if mention.kind is MentionKind.PLACE:
        return {"place"}
    if mention.kind is MentionKind.FACILITY:
        return {"facility", "building"}
    if mention.kind is MentionKind.INSTRUMENT:
        return {"weapon"}
    if mention.kind is MentionKind.QUANTITY:
        return {"person"} if mention.key.startswith("people") else set()
    if mention.kind is MentionKind.ACTOR:
        parts = set(mention.key.split(":"))
        out = {"group"} if parts & _GROUPS else set()
        out |= {"person"} if parts & {"person", "PERSON", "civilian"} or mention.key.startswith("described") else set()
        out |= {"armed"} if parts & {"armed_group", "state_force"} else set()
        out |= {"militant"} if "armed_group" in parts else set()
        out |= {"state"} if parts & {"government", "state_force"} else set()
        out |= {"media"} if "media" in parts else set()
        if parts & {"ORG", "NORP", "anaphor", "acronym"} or (
            mention.key.startswith("register") and not parts & (_GROUPS | {"person"})
        ):
            out |= {"group", "armed", "militant"}
        return out
    return set()


def contexts(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[SentenceContext]:
    """Return one context a sentence."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    return [SentenceContext(s, by_sentence.get(s.index, [])) for s in sentences]
