"""What points back: "the group", "its predecessor", "it", "they", "he"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dateline.model.event import Family
from dateline.model.resolution import ActorKind, ActorValue, Candidate, Resolution
from dateline.resolve.actors.memory import Body
from dateline.resolve.actors.reading import Reading
from dateline.resources.frames import load_frames

_ARMED_ONLY = frozenset("militant rebel terror terrorist guerrilla jihadist extremist insurgent armed militia".split())
_WIDE = frozenset({ActorKind.ARMED_GROUP, ActorKind.POLITICAL, ActorKind.INTERNATIONAL, ActorKind.MEDIA})
_NARROW = frozenset({ActorKind.ARMED_GROUP, ActorKind.POLITICAL})
_DEEDS = frozenset({Family.ATTACK, Family.BATTLE, Family.UNREST, Family.CUSTODY})
_TELLERS = frozenset({ActorKind.MEDIA, ActorKind.INTERNATIONAL})
_ACTING = _WIDE | {ActorKind.STATE_FORCE, ActorKind.GOVERNMENT}


def resolve_anaphor(reading: Reading) -> Resolution[ActorValue]:
    """Return what an anaphor points back to, or none."""
    name = reading.key.value
    if name == "group":
        return _group(reading)
    if name in ("predecessor", "successor"):
        return _before_or_after(reading, name)
    if name in ("rival", "ally"):
        return _other_side(reading)
    if name in ("he", "she"):
        return _he(reading)
    return _it(reading, name)


def _none(reading: Reading, rule: str, candidates: tuple[Candidate, ...] = ()) -> Resolution[ActorValue]:
    return Resolution(reading.mention, None, rule, candidates, 0.2)


def _group(reading: Reading) -> Resolution[ActorValue]:
    noun = reading.key.pairs.get("noun", "")
    own = reading.key.pairs.get("own")
    member = "member" in reading.key.tags
    if own in ("its", "their", "his", "her", "our"):
        owner = reading.owner(own)
        if owner is None:
            return _none(reading, "anaphor:open")
        return Resolution(reading.mention, replace(owner, description=reading.written()), "anaphor:owner", (), 0.7)
    kinds = frozenset({ActorKind.ARMED_GROUP}) if _ARMED_ONLY & set(noun.split()) else _NARROW
    if noun.startswith("organi"):
        kinds = _WIDE
    if noun in ("party", "movement", "union", "trade union"):
        kinds = frozenset({ActorKind.POLITICAL, ActorKind.ARMED_GROUP})
    found = reading.memory.salient(reading.mention.sentence, kinds)
    if found is None and kinds is not _WIDE:
        # A body of unknown kind that is called "the group" is what was meant.
        found = reading.memory.salient(reading.mention.sentence, frozenset({ActorKind.UNKNOWN, *kinds}))
    if found is None:
        return _none(reading, "anaphor:open")
    body, lead = found
    value = replace(body.value, description=reading.written()) if member else body.value
    return Resolution(reading.mention, value, "anaphor:group", (), round(0.6 + 0.25 * min(lead, 1.0), 3))


def _before_or_after(reading: Reading, name: str) -> Resolution[ActorValue]:
    """Return the group before or after another: named beside it, else the register's."""
    beside = reading.apposition()
    if beside is not None and reading.keys[beside].source == "register":
        actor = reading.register.get(reading.keys[beside].ids[0])
        if actor is not None and actor.kind is not ActorKind.PERSON:
            return Resolution(reading.mention, reading.value_of(actor), f"anaphor:{name}", (), 0.9)
    group = reading.group()
    if group is None:
        return _none(reading, "anaphor:open")
    known = reading.register.get(group.actor_id) if group.actor_id else None
    other_id = None
    if known is not None:
        other_id = known.predecessor if name == "predecessor" else reading.register.successor(known.id)
    other = reading.register.get(other_id) if other_id else None
    if other is not None:
        return Resolution(reading.mention, reading.value_of(other), f"anaphor:{name}", (), 0.75)
    value = ActorValue(f"{name} of {group.name}", group.kind, None, group.country, False, reading.written())
    return Resolution(reading.mention, value, f"anaphor:{name}", (), 0.6)


def _other_side(reading: Reading) -> Resolution[ActorValue]:
    """Return rivals and allies as described: the words do not name them, and guessing them would be wrong."""
    group = reading.group()
    known = reading.register.get(group.actor_id) if group and group.actor_id else None
    rivals = known.rivals if known is not None and reading.key.value == "rival" else ()
    candidates = tuple(Candidate(a.id, a.name, 0.3) for i in rivals if (a := reading.register.get(i)))
    text = reading.written()
    return Resolution(reading.mention, ActorValue(text, ActorKind.UNKNOWN, None, None, False, text), "described", candidates, 0.6)


def _he(reading: Reading) -> Resolution[ActorValue]:
    sentence = reading.mention.sentence
    # who only tells of a deed is not the "he" who did it
    person = reading.memory.latest_person(sentence, cited=reading.says(reading.mention.head) or not _of_a_deed(reading))
    if person is not None:
        return Resolution(reading.mention, person.value, "anaphor:person", (), 0.6)
    if reading.key.value == "he" and not _of_a_deed(reading) and not reading.memory.latest_person(sentence, 5):
        # Machine translation from languages with two genders calls a group "he".
        body = reading.memory.last_subject(sentence, _ACTING, 1)
        if body is not None and body.last < sentence:
            return Resolution(reading.mention, body.value, "anaphor:he-for-a-group", (), 0.4)
    return _none(reading, "anaphor:open")


def _of_a_deed(reading: Reading) -> bool:
    """Tell whether a pronoun is the subject or object of a verb that tells an incident."""
    token = reading.sentence.tokens[reading.mention.head]
    verb = reading.sentence.tokens[token.head]
    return verb.pos == "VERB" and verb.lemma in _deeds()


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    return frozenset(v for v, patterns in load_frames().verbs.items() if any(p.frame.family in _DEEDS for p in patterns))


def _clause_subjects(reading: Reading) -> set[int]:
    """Return the subjects of the clause in which a pronoun is an object: whom it cannot mean."""
    tokens = reading.sentence.tokens
    verb = tokens[reading.mention.head]
    while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
        verb = tokens[verb.head]
    out: set[int] = set()
    for _ in range(3):
        own = [c.i for c in reading.sentence.children(verb.i) if c.dep in ("nsubj", "nsubjpass")]
        out.update(own)
        if own or verb.dep not in ("conj", "xcomp", "advcl"):
            break
        verb = tokens[verb.head]
    out.discard(reading.mention.head)
    return out


def _people_before(reading: Reading) -> Resolution[ActorValue] | None:
    """Return the people of the same sentence that "them" points to, rather than the body that does something to them."""
    subjects = _clause_subjects(reading)
    for other in range(reading.at - 1, max(-1, reading.at - 5), -1):
        if reading.mentions[other].sentence != reading.mention.sentence:
            return None
        if reading.mentions[other].head in subjects:
            continue
        key = reading.keys[other]
        if key.source == "described" and key.pairs.get("number") == "plural":
            text = reading.words(reading.mentions[other].span)
            value = ActorValue(text, replace(reading, key=key).kind(), None, key.pairs.get("country") or None, False, text)
            return Resolution(reading.mention, value, "anaphor:people", (), 0.5)
    return None


def _people_here(reading: Reading) -> bool:
    """Tell whether people were spoken of before in the sentence, who are likelier to have suffered than a body before it."""
    before = zip(reading.mentions[: reading.at], reading.keys, strict=False)
    here = [k for m, k in before if m.sentence == reading.mention.sentence]
    return any(k.source == "described" or (k.source, k.value) == ("ner", "PERSON") for k in here)


def _is_subject(reading: Reading, body: Body) -> bool:
    """Tell whether the clause's own subject is the body: "attacked them" is never about the attackers."""
    if reading.sentence.tokens[reading.mention.head].dep in ("nsubj", "nsubjpass"):
        return False
    return any(
        m.head in _clause_subjects(reading) and k.value in (body.value.actor_id, "group")
        for m, k in zip(reading.mentions[: reading.at], reading.keys, strict=False)
        if m.sentence == reading.mention.sentence
    )


def _it(reading: Reading, name: str) -> Resolution[ActorValue]:
    """Return the body that was last the subject, for pronouns that are subjects themselves or stand in a later clause."""
    token = reading.sentence.tokens[reading.mention.head]
    if name == "they" and token.dep not in ("nsubj", "nsubjpass") and (people := _people_before(reading)) is not None:
        return people
    body = reading.memory.last_subject(reading.mention.sentence, _ACTING, 1)
    if body is None or token.dep not in ("nsubj", "nsubjpass", "agent", "pobj", "dobj"):
        return _none(reading, "anaphor:open")
    if body.value.kind in _TELLERS and _of_a_deed(reading):
        return _none(reading, "anaphor:open")
    suffers = token.dep != "nsubj"
    if suffers and name == "they" and body.last < reading.mention.sentence and _people_here(reading):
        return _none(reading, "anaphor:open")
    if suffers and (body.cited or body.last == reading.mention.sentence and _is_subject(reading, body)):
        return _none(reading, "anaphor:open")
    confident = 0.6 if token.dep in ("nsubj", "nsubjpass") else 0.4
    if name == "they" and body.value.kind is ActorKind.GOVERNMENT:
        confident -= 0.1
    return Resolution(reading.mention, body.value, f"anaphor:{name}", (), confident)
