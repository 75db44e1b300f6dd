"""Actors that are described: a noun of the lexicon and the words around it ("Kurdish officials", "its leader", "IS fighters")."""

from __future__ import annotations

from functools import lru_cache

from dateline.extract.mentions.actors.name_words import body_kinds, modifier_kinds
from dateline.extract.mentions.actors.phrases import Phrase, read_phrase
from dateline.extract.mentions.actors.place_context import in_a_place_name
from dateline.extract.mentions.actors.proper_names import name_part
from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.model.parse import Token
from dateline.model.resolution import ActorKind
from dateline.resources.actors import ActorKey, RoleNoun, load_register

_LEFT = frozenset({"amod", "compound", "nmod", "advmod", "npadvmod", "quantmod", "punct", "dep", "intj"})
_APART = frozenset({"proxy", "proxies", "allied", "affiliated", "backed", "linked", "loyal", "friendly", "rival", "former", "ex"})
"""Modifiers after which "its fighters" are no longer the group itself."""
_VAGUE = frozenset({"movement", "party", "union", "federation", "alliance"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OF_REBELS = frozenset("rebel guerrilla guerilla militant insurgent jihadist islamist separatist paramilitary maoist".split())
"""Words that are adjectives before an event's noun and still tell who did it ("a rebel raid")."""
_PROXY = frozenset({"proxy", "affiliated", "allied", "mercenary", "loyal", "backed"})
_OWN_MEN = frozenset({"their", "his", "its", "her"})
_STATE = frozenset({"state_force", "government"})
_GENERIC_PEOPLE = frozenset(
    "man woman youth person individual group youngster driver motorcyclist commando unit squad civilian member element".split()
)


@lru_cache(maxsize=1)
def _events() -> frozenset[str]:
    return frozenset(load_register().role_words["events"])


_SENT_OUT = frozenset("police patrol patrolling army military search security raiding rescue naval".split())
_FEASTS = frozenset("birthday house wedding holiday graduation block pool dinner engagement farewell".split())
_SOMEBODY = frozenset({"man", "woman", "person", "armed man", "armed woman", "armed person"})
_ARMED_FORCES = frozenset({"armed", "forces"})


def find_described(scan: Scan) -> None:
    """Add what the nouns of the lexicon describe; names inside a description become part of it."""
    i, n = 0, len(scan.lowers)
    while i < n:
        there = scan.on.get(i)
        found = None if there is not None and i < there.last else _noun_at(scan, i)
        if found is None:
            i += 1
            continue
        last, noun = found
        if _describes(scan, i, last, noun):
            phrase = read_phrase(scan, i, last, noun)
            _add(scan, phrase)
            last = max(last, phrase.end)
        i = last + 1


def _noun_at(scan: Scan, i: int) -> tuple[int, RoleNoun] | None:
    found = None if i in scan.on else scan.register.role_at(scan.lowers, i)
    if found is not None:
        last = found[0]
        if any(j in scan.on for j in range(i, last + 1)):
            return None
    return found


def _describes(scan: Scan, first: int, last: int, noun: RoleNoun) -> bool:
    """Tell whether the noun is the head of a phrase, or stands before an event's noun ("a police raid")."""
    tokens = scan.sentence.tokens
    token = tokens[last]
    if scan.lowers[first:last].count("of"):
        token = tokens[scan.head(first, last)]
    if token.pos not in ("NOUN", "PROPN") and not _plainly_noun(scan, first, token, noun):
        return token.lemma.lower() in _OF_REBELS and token.dep in _LEFT and tokens[token.head].lower in _events()
    if last + 2 < len(tokens) and scan.texts[last + 1] == "-" and tokens[last + 2].end > tokens[last + 1].end:
        return False
    if token.text[:1].isupper() and first > 0 and (noun.role.bound or in_a_place_name(scan, first, last)):
        return False  # "Olive Branch", "Widow Camp": a name.
    if token.dep not in ("compound", "amod", "nmod") or token.head <= last:
        return not (noun.role.bound and not noun.plural and token.dep in ("amod", "compound"))
    governor = tokens[token.head]
    if governor.pos == "PROPN" and name_part(scan, last + 1):
        return True
    if token.tag == "JJ" and noun.role.kind is not ActorKind.CIVILIAN:
        return False  # "a military operation" is anybody's.
    if token.head in scan.on:
        return not scan.on[token.head].group or noun.role.group
    return governor.lower in _events() or (governor.lemma in _events() and governor.pos == "NOUN")


def _plainly_noun(scan: Scan, first: int, token: Token, noun: RoleNoun) -> bool:
    """Tell whether a word is a noun against its tag: "the locals", "Red Dawn Front militants looted"."""
    if not noun.plural or not token.text.endswith(("s", "men")):
        return False
    if token.pos == "ADJ":
        return True
    named = scan.on.get(first - 1)
    return token.pos == "VERB" and named is not None and named.group and noun.role.kind is ActorKind.ARMED_GROUP


def _add(scan: Scan, phrase: Phrase) -> None:
    key = _key(scan, phrase)
    if key is None:
        return
    for inner in (phrase.group, phrase.person):
        if inner is not None:
            inner.taken = True
    head = phrase.person.head if phrase.person is not None else _head(scan, phrase)
    rule = phrase.person.rule if phrase.person is not None else key.source
    found = Found(phrase.first, phrase.end, head, key, rule if rule != "ner" else "described")
    scan.described.append(found)
    for i in range(phrase.first, phrase.end + 1):
        scan.on.setdefault(i, found)


def _head(scan: Scan, phrase: Phrase) -> int:
    if phrase.group is not None and phrase.group.first == phrase.last + 1:
        return phrase.group.head
    of = next((j for j in range(phrase.first, phrase.last) if scan.lowers[j] == "of"), None)
    return of - 1 if of is not None and of > phrase.first else phrase.last


def _key(scan: Scan, phrase: Phrase) -> ActorKey | None:
    noun, role = phrase.noun, phrase.noun.role
    pairs = {"noun": noun.singular, "country": phrase.country, "number": "plural" if noun.plural else ""}
    if _definite(scan, phrase):
        pairs["definite"] = "1"
    if phrase.own:
        pairs["own"] = phrase.own
    group = phrase.group
    if group is not None:
        pairs |= _group_pairs(scan, group)
    if phrase.person is not None:
        return _person_key(phrase, pairs)
    kind = _kind(scan, phrase)
    if noun.singular == "party" and group is None and _festive(scan, phrase):
        return None
    if role.relation == "member" and (group is not None or phrase.own) and _APART & set(phrase.modifiers):
        return ActorKey("described", kind, ("part",), pairs)
    if group is not None and role.kind is ActorKind.ARMED_GROUP and _STATE & set(group.key.tags[:1]) and not role.group:
        # "Turkish occupation mercenaries": in a state's pay, not its own forces.
        return ActorKey("described", kind, ("part",), {**pairs, "country": group.key.pairs.get("country") or phrase.country})
    if group is not None and role.branch is not None and (state := _government_of(group)) and group.first < phrase.last:
        # "the Syrian regime's warplanes": the branch, not the government.
        return ActorKey("register", f"{state}-{role.branch}", (kind,), {**pairs, "country": state.upper()})
    if group is not None and (role.relation == "member" or (role.group and group.first == phrase.last + 1)):
        tags = (*group.key.tags[:1], "member") if group.first < phrase.last else group.key.tags
        tags = tags if group.key.tags else ((kind,) if kind != "unknown" else ())
        return ActorKey(group.key.source, group.key.value, tags, {**pairs, **group.key.pairs})
    if phrase.own and role.relation == "member":
        return ActorKey("anaphor", "group", (kind, "member"), pairs)
    if role.relation == "part" and (group is not None or phrase.own):
        return ActorKey("described", kind, ("part",), pairs)
    if role.relation in ("leader", "spokesman", "supporter"):
        if role.branch is None and role.kind.value == "government":
            return ActorKey("described", "government", ("person", "leader", "public"), pairs)
        return ActorKey("described", role.kind.value, (role.relation,), pairs)
    if role.bound or role.group:
        return _collective(scan, phrase, kind, pairs)
    if role.branch is not None:
        pairs["branch"] = role.branch
    if kind == "armed_group" and _proxies(scan, phrase):
        return ActorKey("described", kind, ("part",), {**pairs, "own": "their"})
    return ActorKey("described", kind, (), pairs)


def _proxies(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether "and affiliated factions" stands beside a body whose they are."""
    before = scan.on.get(phrase.first - 2) if phrase.first > 1 else None
    joined = before is not None and before.group and scan.lowers[phrase.first - 1] in ("and", "&")
    return joined and bool(_PROXY & set(phrase.modifiers))


def _collective(scan: Scan, phrase: Phrase, kind: str, pairs: dict[str, str]) -> ActorKey | None:
    """Return the key of a body: one that points back, one that is described, or none for a bare "group"."""
    role = phrase.noun.role
    if role.branch is not None:
        return ActorKey("described", kind, (), {**pairs, "branch": role.branch})
    if kind == "armed_group" and _proxies(scan, phrase):
        return ActorKey("described", kind, ("part",), {**pairs, "own": "their"})
    bare = phrase.first == phrase.last or phrase.noun.singular.count(" ") > 0 and len(phrase.modifiers) <= 2
    singular = not phrase.noun.plural or phrase.noun.singular in ("forces", "ranks", "rank and file")
    points_back = singular and bare and bool(pairs.get("definite")) and not phrase.country
    if points_back and role.kind.value in ("armed_group", "political", "unknown"):
        return ActorKey("anaphor", "group", (kind,), pairs)
    if phrase.noun.singular in _VAGUE and len(phrase.modifiers) < 2 and (phrase.noun.plural or not _article(scan, phrase)):
        return None
    if role.bound and (len(phrase.modifiers) < 2 or scan.lowers[phrase.last + 1 : phrase.last + 2] == ["of"]):
        return None
    return ActorKey("described", kind, (), pairs)


def _person_key(phrase: Phrase, pairs: dict[str, str]) -> ActorKey:
    person = phrase.person
    assert person is not None
    role = phrase.noun.role
    public = role.kind.value in ("government", "political") or role.relation in ("leader", "spokesman") or role.branch is not None
    group = pairs.get("group") if phrase.group is not None else person.key.pairs.get("group", "")
    merged = {**person.key.pairs, **pairs, "group": group or person.key.pairs.get("group", "")}
    tags = (*person.key.tags, "person" if person.key.source == "ner" else "", role.relation or "", "public" if public else "")
    return ActorKey(person.key.source, person.key.value, tuple(dict.fromkeys(t for t in tags if t)), merged)


def _government_of(group: Found) -> str:
    """Return the small letters of the country whose government a name means, or nothing."""
    code, _, branch = group.key.value.partition("-")
    return code if group.key.source == "register" and branch == "government" else ""


def _group_pairs(scan: Scan, group: Found) -> dict[str, str]:
    if group.key.source == "register":
        return {"group": group.key.value}
    tokens = scan.sentence.tokens
    return {"of": f"{tokens[group.first].start}-{tokens[group.last].end}"}


def _kind(scan: Scan, phrase: Phrase) -> str:
    role = phrase.noun.role
    kind = role.kind.value
    if phrase.noun.singular == "party" and _SENT_OUT & set(phrase.modifiers):
        return "state_force"
    if set(phrase.modifiers) >= _ARMED_FORCES and role.relation == "member":
        return "state_force"
    told_of = {*phrase.modifiers, *phrase.noun.singular.split()}
    if "armed" in told_of and phrase.noun.singular in _SOMEBODY and not phrase.noun.plural:
        return "unknown"  # a man with a gun is no group
    if kind == "civilian" and (phrase.disguised or phrase.noun.singular == "man" and scan.lowers[phrase.first - 1] in _OWN_MEN):
        return "unknown"
    words = phrase.modifiers[:-1] if len(phrase.modifiers) > 1 else ()
    if kind == "unknown" or phrase.noun.singular in _GENERIC_PEOPLE or role.bound:
        for word in reversed(words):
            told = modifier_kinds().get(word) or (body_kinds().get(word) if role.bound else None)
            if told is not None:
                return told
        if phrase.noun.singular in ("group", "organisation", "organization"):
            return "unknown"
    return kind


def _festive(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether a party is people who celebrate ("shots at a party", "a birthday party")."""
    if _FEASTS & set(phrase.modifiers):
        return True
    token = scan.sentence.tokens[phrase.last]
    where = token.dep == "pobj" and scan.lowers[token.head] in ("at", "during", "after")
    return phrase.first == phrase.last and where and not phrase.country


def _article(scan: Scan, phrase: Phrase) -> bool:
    before = phrase.first - 1
    return before >= 0 and scan.sentence.tokens[before].pos == "DET"


def _definite(scan: Scan, phrase: Phrase) -> bool:
    before = phrase.first - 1
    return before >= 0 and scan.lowers[before] in _DEFINITE
