"""A sentence with its mentions by token: what the event, speech and argument steps look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.extract.syntax import Frame as Roles
from dateline.extract.syntax import conjuncts, noun_frame, prep_objects, surface_subjects, verb_frame
from dateline.model.event import Role
from dateline.model.layer import ACTORS, MENTIONS, SENTENCES, AnnotatedDocument
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.resolution import ActorKind, ActorValue
from dateline.model.span import Span
from dateline.resources.actors import load_register
from dateline.resources.frames import Frame, Frames, Pattern, load_frames

_BODILY = frozenset({"wound", "injury", "condition"})
_NO_PART = frozenset({MentionKind.ORIGIN, MentionKind.STREET})
"""Whose somebody is takes no part in an event, and a street says less of where than its town."""
_HAVING = frozenset({"with", "for", "from", "in"})
_BEARING = frozenset({"have", "receive", "sustain", "get", "suffer", "nurse"})
_LED = frozenset("take transport rush airlift fly bring drive carry transfer admit treat hospitalize hospitalise convey".split())
"""Verbs of bringing somebody to a hospital with what he has."""
_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom", "we", "i", "us"})
PARTITIVE = frozenset(
    "hundred dozen thousand score number group majority rest many some most several all member couple quantity amount".split()
)
"""Words that only say how much there is of what follows."""
_OF = frozenset({"of"})
_AGAINST = frozenset({"with", "against", "between"})
_TOWARDS = frozenset({"to", "on", "at", "upon", "against", "into", "for"})
_FIRING = frozenset({"shell", "bomb", "bombard", "strafe"})
_FIRED = frozenset({"missile", "mortar", "artillery", "rocket", "tank", "cannon", "gun"})
_FIRE = frozenset({"fire", "gunfire"})
"""Nouns whose "of" names who shoots ("the artillery fire of the army")."""
_MILITANT = re.compile(r"rebel|militant|guerrilla|jihadi|insurgent|\bfront\b|militia|separatist|cartel|\bgang\b|faction")
_BY_KIND = {
    ActorKind.ARMED_GROUP: ("armed", "militant", "group"),
    ActorKind.STATE_FORCE: ("armed", "state", "group"),
    ActorKind.GOVERNMENT: ("state", "group"),
    ActorKind.POLITICAL: ("group",),
    ActorKind.INTERNATIONAL: ("group",),
    ActorKind.MEDIA: ("media", "group"),
    ActorKind.CIVILIAN: ("person",),
    ActorKind.PERSON: ("person",),
}


class SentenceContext:
    """One sentence, its mentions by token index, and the classes of its nouns."""

    __slots__ = ("_actors", "_at", "frames", "lemmas", "mentions", "sentence")

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], actors: Mapping[Mention, ActorValue]) -> None:
        """Index `mentions`, which are those of this sentence, by the tokens they cover; `actors` are the resolved ones."""
        self.sentence = sentence
        self.mentions = mentions
        self._actors = actors
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

    def printed(self, span: Span, text: str) -> str:
        """Return the words of a span on one line, and in printed case where the text is in capitals."""
        words = " ".join(span.of(text).split())
        return " ".join(t.text for t in self.sentence.tokens_in(span)) if words.isupper() else words

    def classes(self, i: int) -> set[str]:
        """Return the noun classes of token `i`: by its lemma and by the mentions on it; `unknown` if there is none."""
        token = self.sentence.tokens[i]
        lemma = token.lemma.lower()
        if lemma in PARTITIVE and (whole := prep_objects(self.sentence, i, _OF)):
            return self.classes(whole[0])
        out = {name for name, lemmas in self.frames.classes.items() if lemma in lemmas and name != "leader"}
        if lemma in _PERSONAL:
            out.add("person")
        for mention in self._at.get(i, ()):
            out |= _classes_of(mention, self._actors.get(mention))
            if mention.kind is MentionKind.PLACE and token.dep in ("nsubj", "pobj", "poss"):
                # "Ankara accused", "by Israel": a place that acts is its government
                out.add("state")
        if token.pos == "PRON" or token.tag in ("DT", "WDT", "WP"):
            out |= {"unknown", "armed"} if lemma in ("it", "they", "who", "which", "that", "he") else {"unknown"}
        return out or {"unknown"}

    def actors(self, i: int) -> list[tuple[Mention, ActorKind]]:
        """Return the mentions of resolved actors on token `i`, with their kinds."""
        return [(m, self._actors[m].kind) for m in self._at.get(i, ()) if m in self._actors]

    def bearers(self, head: int) -> tuple[int, ...]:
        """Return whom a state is told of: who is "dead", was "left wounded", has "a wound", is "in critical condition"."""
        tokens = self.sentence.tokens
        token = tokens[head]
        if token.pos == "VERB" and token.tag not in ("VBN",):
            return ()
        own = [c.i for c in self.sentence.children(head) if c.dep in ("nsubj", "nsubjpass", "nummod", "npadvmod")]
        if own:
            return tuple(own)
        governor = tokens[token.head]
        if token.lemma in _BODILY and token.pos == "NOUN":
            if governor.pos == "ADP" and governor.lower in _HAVING:
                governor = tokens[governor.head]
                if governor.pos in ("NOUN", "PROPN"):
                    if self.at(governor.i, MentionKind.QUANTITY, MentionKind.ACTOR):
                        return (governor.i,)
                    led = tokens[tokens[governor.head].head]
                    if governor.dep != "pobj" or led.lemma not in _LED:
                        return ()
                    # "taken to a hospital with injuries"
                    governor = led
            elif governor.lemma not in self.frames.words["suffer"] | _BEARING:
                return ()
        if governor.i == head:
            return ()
        if (token.dep in ("amod", "acl") or (token.dep == "advmod" and token.tag == "RB")) and governor.pos in (
            "NOUN",
            "NUM",
            "PRON",
        ):
            return (governor.i,)
        objects = [c.i for c in self.sentence.children(governor.i) if c.dep == "dobj" and c.i != head]
        subjects = surface_subjects(self.sentence, governor.i) if governor.pos in ("VERB", "AUX") else []
        found = [j for i in objects for j in conjuncts(self.sentence, i)] or subjects
        return tuple(i for i in found if self.at(i, MentionKind.QUANTITY, MentionKind.ACTOR))

    def _sides(self, roles: Roles, i: int) -> Roles:
        """Return the two sides of a fight: "X clashed with Y", "X and Y exchanged fire"."""
        against = tuple(j for o in prep_objects(self.sentence, i, _AGAINST) for j in conjuncts(self.sentence, o))
        if against:
            return Roles(roles.agents, against)
        people = tuple(j for j in roles.patients if self.at(j, MentionKind.ACTOR))
        return Roles(roles.agents, people) if people else Roles(roles.agents[:1], roles.agents[1:])

    def _still_patient(self, frame: Frame, i: int) -> bool:
        kinds = (MentionKind.FACILITY, MentionKind.ACTOR) if frame.outcome is None else (MentionKind.FACILITY,)
        return bool(self.at(i, *kinds))

    def roles(self, pattern: Pattern, anchor: Token, first: int) -> Roles:
        """Return deep subject and object of an anchor; `first` is the anchor's first token.

        Words of the pattern itself ("set fire to X") give way to what follows them.
        """
        frame = pattern.frame
        if anchor.pos not in ("VERB", "AUX") or _gerund(self.sentence, anchor):
            of_is_agent = frame.patient is None or (frame.agent_outcome is not None) or anchor.lemma in _FIRE
            found = noun_frame(self.sentence, first, anchor.i, of_is_agent)
            found = _whose_fire(self.sentence, anchor, found)
            return _owned(self.sentence, found) if frame.outcome is not None or frame.patient is Role.LEADER else found
        roles = verb_frame(self.sentence, anchor.i, transitive=frame.outcome is not None)
        if frame.patient is Role.OPPONENT:
            return self._sides(roles, anchor.i)
        if not pattern.object and not pattern.particle:
            return roles
        tokens = self.sentence.tokens
        # "storm a prison": here the object is part of the pattern and still what was stormed
        patients = tuple(i for i in roles.patients if tokens[i].lemma.lower() != pattern.object or self._still_patient(frame, i))
        preps = frozenset({pattern.particle}) if pattern.particle and not pattern.object else _TOWARDS
        patients = patients or tuple(j for i in prep_objects(self.sentence, anchor.i, preps) for j in conjuncts(self.sentence, i))
        if not patients and frame.outcome is not None and anchor.tag in ("VBN", "VBD") and pattern.object:
            # "the men held hostage": nobody else is there to be the object
            return Roles((), roles.agents)
        return Roles(roles.agents, patients)


def _gerund(sentence: Sentence, anchor: Token) -> bool:
    """Tell whether a gerund tagged as a verb stands as a noun ("due to shelling by X", "Turkish shelling killed")."""
    if _in_fire(sentence, anchor):
        return True
    before = sentence.tokens[anchor.i - 1]
    stray = before.pos in ("ADJ", "PROPN") and before.text[:1].isupper() and before.dep in ("pobj", "amod", "compound", "nmod")
    if anchor.tag == "VBG" and anchor.i and stray and before.i != anchor.head and anchor.dep in ("acl", "advcl", "ROOT"):
        # "a man dead in Russian shelling": an adjective before it makes it a noun
        return not any(c.dep in ("dobj", "aux") for c in sentence.children(anchor.i))
    if anchor.tag != "VBG" or anchor.dep not in ("nsubj", "nsubjpass", "pobj", "pcomp", "dobj", "conj", "agent"):
        return False
    deps = {c.dep for c in sentence.children(anchor.i)}
    noun = {"det", "amod", "poss", "compound"} & deps or any(c.lower == "by" for c in sentence.children(anchor.i))
    return bool(noun) and not deps & {"aux", "auxpass", "dobj", "nsubj"}


def _in_fire(sentence: Sentence, anchor: Token) -> bool:
    """Tell whether a gerund is the fire that somebody came under ("died in shelling near X", "killed in mortar shelling")."""
    if anchor.tag != "VBG" or anchor.lemma not in _FIRING or not anchor.i:
        return False
    if any(c.dep in ("dobj", "aux", "nsubj") for c in sentence.children(anchor.i)):
        return False
    before = sentence.tokens[anchor.i - 1]
    if before.lemma.lower() in _FIRED:
        return anchor.dep in ("acl", "advcl", "pobj", "pcomp", "ROOT", "dep", "nsubj", "xcomp")
    return anchor.dep in ("pcomp", "pobj") and sentence.tokens[anchor.head].lower in ("in", "during", "amid")


def _whose_fire(sentence: Sentence, anchor: Token, found: Roles) -> Roles:
    """Return the roles with whose weapon a gerund was done with, where the weapon took the owner ("Turkish mortar shelling")."""
    weapon = sentence.tokens[anchor.i - 1] if anchor.i and _in_fire(sentence, anchor) else None
    if weapon is None or weapon.lemma.lower() not in _FIRED or found.agents:
        return found
    owners = [c.i for c in sentence.children(weapon.i) if c.dep in ("poss", "amod", "compound", "nmod") and c.text[:1].isupper()]
    return Roles(tuple(owners), found.patients)


def _owned(sentence: Sentence, found: Roles) -> Roles:
    """Read the owner of a death, arrest or release as the one who suffered it ("the judge's murder")."""
    owners = tuple(i for i in found.agents if sentence.tokens[i].dep == "poss")
    return Roles(tuple(i for i in found.agents if i not in owners), (*found.patients, *owners)) if owners else found


def _classes_of(mention: Mention, actor: ActorValue | None) -> set[str]:
    if mention.kind is MentionKind.PLACE:
        return {"place"}
    if mention.kind is MentionKind.FACILITY:
        return {"facility", "building"}
    if mention.kind is MentionKind.INSTRUMENT:
        return {"weapon"}
    if mention.kind is MentionKind.QUANTITY:
        return {"person"} if mention.key.startswith("people") else set()
    if mention.kind is MentionKind.OUTLET:
        return {"media", "group"}
    if mention.kind is not MentionKind.ACTOR:
        return set()
    parts = mention.key.split(":")
    kind = actor.kind if actor is not None else _told_kind(parts)
    out = set(_BY_KIND.get(kind, ())) if kind is not None else set()
    if actor is not None and actor.kind is ActorKind.PERSON and _armed_group(actor.group_id):
        out |= {"leader", "armed"}
    if "leader" in parts and _MILITANT.search(mention.text.lower()):
        out |= {"leader", "armed"}
    if "supporter" in parts:
        out |= {"militant", "group"}
    if parts[0] == "described":
        out.add("person")
    return out or {"unknown"}


def _told_kind(key: Sequence[str]) -> ActorKind | None:
    """Return what a name of the register is where it stays open who bears it there: one of several armed groups."""
    actors = [load_register().get(actor_id) for actor_id in key[1].split("|")] if key[0] == "register" else []
    armed = actors and all(actor is not None and actor.kind is ActorKind.ARMED_GROUP for actor in actors)
    return ActorKind.ARMED_GROUP if armed else None


def _armed_group(group_id: str | None) -> bool:
    group = load_register().get(group_id) if group_id else None
    return group is not None and group.kind is ActorKind.ARMED_GROUP


def contexts(annotated: AnnotatedDocument) -> list[SentenceContext]:
    """Return one context a sentence; the document must have sentences, mentions and resolved actors."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotated[MENTIONS]:
        if mention.kind not in _NO_PART:
            by_sentence[mention.sentence].append(mention)
    actors = {r.mention: r.value for r in annotated[ACTORS] if r.value is not None}
    return [SentenceContext(s, by_sentence.get(s.index, []), actors) for s in annotated[SENTENCES]]
