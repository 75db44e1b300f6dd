"""A describing noun and what stands around it: modifiers, the group it belongs to, the person it names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.extract.mentions.actors.proper_names import name_part
from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.resources.actors import ActorKey, RoleNoun

_STOP = frozenset(
    "the a an this that these those other another some many several more such year years old free release arrest".split()
)
_COUNTED = frozenset("dozens hundreds thousands scores many several few number couple most all both".split())
_ADVERBS = frozenset({"then", "now", "so", "heavily", "formerly", "once"})
_OWN = frozenset({"its", "their", "his", "her", "our"})
_TOWARDS = frozenset({"of", "from", "for", "to", "with", "within"})
_PASSED = frozenset({"the", "so", "-", "called", "loyal", "belonging", "affiliated", "linked", "'", '"', "a", "self", "styled"})
_RELATED = frozenset({"member", "leader", "spokesman", "supporter", "part"})
_BELIEF = frozenset({"believe", "think", "suspect", "presume", "assume", "say", "report"})
_WORN = frozenset("uniform uniforms fatigues camouflage mask masks hoods balaclavas".split())
_LEFT = frozenset({"amod", "compound", "nmod", "advmod", "npadvmod", "quantmod", "punct", "dep", "intj"})


@dataclass(slots=True)
class Phrase:
    """A describing noun and what was read around it."""

    first: int
    last: int
    """Last token of the noun itself; `end` is the last of the phrase."""
    end: int
    noun: RoleNoun
    group: Found | None = None
    own: str = ""
    """The possessive pronoun before it, or the noun that points back ("the group's")."""
    country: str = ""
    person: Found | None = None
    modifiers: tuple[str, ...] = ()
    disguised: bool = False
    """True if the words say that they wear uniforms or masks."""


def read_phrase(scan: Scan, first: int, last: int, noun: RoleNoun) -> Phrase:
    """Return the phrase around the describing noun on tokens [first, last]."""
    phrase = Phrase(first, last, last, noun)
    _look_left(scan, phrase)
    _look_right(scan, phrase)
    if noun.role.branch is not None and not phrase.country and phrase.group is None:
        phrase.country = _believed(scan, phrase.end)
    return phrase


def _believed(scan: Scan, last: int) -> str:
    """Return the country that is said of forces or aircraft after them ("warplanes which we believe to be Russian")."""
    for at in range(last + 1, min(last + 9, len(scan.texts))):
        if not scan.texts[at][:1].isupper() or scan.lowers[at - 1] not in ("be", "were", "was", "is", "are"):
            continue
        if not _BELIEF & {scan.sentence.tokens[i].lemma for i in range(last + 1, at)}:
            return ""
        return next((t.code for t in scan.register.country_at(scan.keys, scan.texts, at)[1] if t.form == "adjective"), "")
    return ""


def _look_left(scan: Scan, phrase: Phrase) -> None:
    tokens = scan.sentence.tokens
    i = phrase.first - 1
    modifiers: list[str] = []
    while i >= 0 and phrase.last - i < 15:
        there = scan.on.get(i)
        if there is not None and not there.taken:
            if not there.group and phrase.noun.role.relation is None:
                break
            if phrase.group is not None:
                break
            if _in_a_word(scan, there):
                there.taken = True  # "IS-linked", "pro-IS": not the group itself.
            else:
                phrase.group = there
            i = there.first - 1
            continue
        if there is not None:
            break
        word, token = scan.lowers[i], tokens[i]
        if word in ("'s", "’s", "'", "’") and token.tag == "POS":
            i = _owner(scan, phrase, i)
            break
        if word in _OWN and phrase.noun.role.relation in _RELATED:
            phrase.own = word
            i -= 1
            break
        if phrase.group is not None and token.pos not in ("ADJ", "ADV"):
            break
        if word == "-" or (token.dep in _LEFT and i < token.head <= phrase.last and _modifies(scan, i)):
            modifiers.append(word)
            i -= 1
            continue
        break
    first = i + 1
    while first < phrase.first and (not scan.texts[first][:1].isalnum() or tokens[first].pos in ("PUNCT", "ADP")):
        first += 1
    while first > 1 and scan.texts[first - 1] == "-" and first - 2 not in scan.on:
        if tokens[first - 1].end != tokens[first].start:
            break
        first -= 2
    phrase.first = first
    phrase.modifiers = tuple(_joined(scan, first, phrase.last))
    for j in range(first, phrase.last + 1):
        if not phrase.country and scan.texts[j][:1].isupper() and j not in scan.on:
            terms = scan.register.country_at(scan.keys, scan.texts, j)[1]
            if terms and terms[0].form in ("name", "adjective") and scan.texts[j + 1 : j + 2] != ["-"]:
                phrase.country = terms[0].code


def _in_a_word(scan: Scan, name: Found) -> bool:
    before = scan.lowers[name.first - 2] if name.first > 1 else ""
    return scan.texts[name.last + 1] == "-" or before in ("pro", "anti", "ex", "non")


def _modifies(scan: Scan, i: int) -> bool:
    token, word = scan.sentence.tokens[i], scan.lowers[i]
    if word in _STOP or word in _COUNTED or token.pos in ("NUM", "DET", "PRON", "CCONJ"):
        return False
    return token.pos != "PUNCT" and (token.pos != "ADV" or word in _ADVERBS)


def _joined(scan: Scan, first: int, last: int) -> list[str]:
    """Return the words of a phrase in lower case, hyphenated ones as one."""
    return scan.text(first, last).lower().replace("–", "-").split()


def _owner(scan: Scan, phrase: Phrase, genitive: int) -> int:
    """Read the owner before a genitive into the phrase and return the token before the whole."""
    at = genitive - 1
    if at < 0:
        return genitive
    there = scan.on.get(at)
    related = phrase.noun.role.relation is not None
    if there is not None and related and (there.group or phrase.noun.role.relation == "member") and not there.taken:
        if phrase.group is None:
            phrase.group = there
        return there.first - 1
    owner = scan.register.role_at(scan.lowers, at)
    if owner is not None and owner[1].role.group and related:
        phrase.own = scan.lowers[at]
        for described in scan.described:
            if described.last == at:
                described.taken = True
        return at - 1
    for first in (at, at - 1, at - 2):
        if first < 0 or not scan.texts[first][:1].isupper():
            break
        last, terms = scan.register.country_at(scan.keys, scan.texts, first)
        if last == at and terms and terms[0].form == "name":
            phrase.country = terms[0].code
            return first - 1
    return genitive


def _worn(scan: Scan, at: int) -> int | None:
    """Return the last token of "wearing military uniforms" or "in camouflage" at a token, none if it is not there."""
    if scan.lowers[at : at + 1] in (["dressed"], ["clad"]):
        colour = scan.sentence.tokens[at + 2 : at + 3]
        if scan.lowers[at + 1 : at + 2] == ["in"] and colour and colour[0].dep == "pobj":
            return at + 2
        at += 1
    if scan.lowers[at : at + 1] not in (["wearing"], ["in"]):
        return None
    for i in range(at + 1, min(at + 5, len(scan.lowers))):
        if scan.lowers[i] in _WORN:
            return i
        if scan.sentence.tokens[i].pos not in ("ADJ", "NOUN", "PROPN", "DET"):
            return None
    return None


def _body(scan: Scan, of: int) -> int | None:
    """Return the last token of the body after "members of", up to its head ("the security corps")."""
    for i in range(of + 1, min(of + 7, len(scan.lowers))):
        token = scan.sentence.tokens[i]
        if i in scan.on or token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP") or token.lower == "who":
            return None
        if token.dep == "pobj" and token.head == of and token.pos in ("NOUN", "PROPN"):
            return i
    return None


def _look_right(scan: Scan, phrase: Phrase) -> None:
    at = phrase.last + 1
    n = len(scan.lowers)
    there = scan.on.get(at)
    role = phrase.noun.role
    if there is not None and not there.taken and there.first == at:
        if not there.group and not phrase.noun.plural:
            phrase.person, phrase.end = there, there.last
            return
        if there.group and role.group and phrase.group is None:
            phrase.group, phrase.end = there, there.last
            return
    elif there is None and not phrase.noun.plural and not role.group and not role.bound:
        last = at - 1
        while last + 1 < n and last - at < 4 and last + 1 not in scan.on and name_part(scan, last + 1):
            last += 1
        if last > at:
            # "local teacher Ana Ruiz": what the tagger overlooked.
            key = ActorKey("ner", "PERSON", (), {"name": scan.text(at, last)})
            phrase.person, phrase.end = Found(at, last, scan.head(at, last), key, "after-noun", False), last
            return
    if phrase.person is None and (worn := _worn(scan, at)) is not None:
        phrase.end, phrase.disguised = worn, True
        return
    if at + 1 >= n or scan.lowers[at] not in _TOWARDS:
        return
    to = at + 1
    while to < n and to - at < 5 and scan.lowers[to] in _PASSED and to not in scan.on:
        to += 1
    there = scan.on.get(to)
    if there is not None and there.first == to and there.group and role.relation and phrase.group is None and not there.taken:
        phrase.group, phrase.end = there, there.last
    elif scan.lowers[at] == "of" and to < n and role.relation is not None:
        last, terms = scan.register.country_at(scan.keys, scan.texts, to)
        if terms and terms[0].form == "name" and not phrase.country:
            phrase.country, phrase.end = terms[0].code, last
        elif phrase.noun.singular == "member" and (inner := scan.register.role_at(scan.lowers, to)) is not None:
            # "members of the medical staff": as kind as those they are members of.
            phrase.noun, phrase.end = replace(inner[1], plural=phrase.noun.plural), inner[0]
        elif phrase.group is None and phrase.noun.singular == "member" and (body := _body(scan, at)) is not None:
            phrase.end = body
        elif to - at == 2 and (owner := scan.register.role_at(scan.lowers, to)) and owner[1].role.group and not owner[1].plural:
            phrase.own, phrase.end = scan.lowers[owner[0]], owner[0]
