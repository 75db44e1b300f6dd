"""Stand-ins: tagger and parser read one name for all names of a kind, so that no name is read better than another.

A small model knows the names that its training text was full of; rarer ones it takes for verbs, or loses what hangs on them,
so that what is coded would depend on whom a sentence is about. Names of bodies, states, peoples and towns that the register
register and the gazetteer know are therefore shown to it as one word each, with their article. What is none of these stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc

from dateline.model.resolution import ActorKind
from dateline.resources.actors import ActorRegister, Part, load_register, parts
from dateline.resources.gazetteer import Feature, Gazetteer


class NameKind(StrEnum):
    """What a known name names: a side that another of its kind could stand for without a change of what happened."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    TOWN = "town"
    ARMED_GROUP = "armed group"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that the register or the gazetteer knows: token range [first, last] inclusive, with its article, and its kind."""

    first: int
    last: int
    kind: NameKind


BODY = "NATO"
WORDS = {
    NameKind.STATE: "Iraq",
    NameKind.ADJECTIVE: "Iraqi",
    NameKind.PEOPLE: "Iraqis",
    NameKind.TOWN: "Beirut",
    NameKind.ARMED_GROUP: BODY,
    NameKind.BODY: BODY,
}
"""The words shown. Any that the model knows well will do: over 1,259 judged claims it makes no difference which."""
_FORMS = {
    "name": NameKind.STATE,
    "adjective": NameKind.ADJECTIVE,
    "people": NameKind.PEOPLE,
    "capital": NameKind.TOWN,
}
_HOW = frozenset({"exact", "acronym", "skeleton"})
_ARTICLES = frozenset({"al", "el", "an", "ash", "ar", "as", "ad", "at"})
_INSIDE = frozenset({"in", "near", "outside", "inside", "around", "across"})
_LARGE, _TOWN = 100_000, 15_000
"""Inhabitants of a town whose bare name is no surname, and of one after a preposition that only places follow."""
_WIDE = frozenset({Feature.COUNTRY, Feature.REGION, Feature.ADMIN1})
_LONGEST = 5
_ENDS = frozenset({".", "!", "?", ":", ";", '"', "”", "“", "(", "—", "–"})
_OPENERS = frozenset(
    (
        "the a an in on at near from to of by with for against between outside inside around across within under over through "
        "if when while after before since until although though as because unless once whether where and but or both either "
        "neither like unlike despite following besides that this these those all some many most several only even suspected "
        "alleged former pro anti"
    ).split()
)
"""Words that stand before names and, at the start of a sentence, have a capital of their own."""


def known_names(words: Sequence[str]) -> list[KnownName]:
    """Return the known names among the words of a text, left to right."""
    finder = _Finder(words)
    out: list[KnownName] = []
    free = 0
    for i, word in enumerate(words):
        if i < free or not (word[:1].isupper() or finder.has_article(i)):
            continue
        one = finder.body(i) or finder.country(i) or finder.town(i)
        if one is not None:
            article = one.first > free and words[one.first - 1] in ("the", "The")
            out.append(KnownName(one.first - 1, one.last, one.kind) if article else one)
            free = one.last + 1
    return out


def shown(doc: Doc, found: Sequence[KnownName]) -> Doc:
    """Return a document with words for names; where sentences start and where none can is as in `doc`."""
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    starts = [None if mark == 0 else mark for mark in doc.to_array("SENT_START").tolist()]
    for one in reversed(found):
        words[one.first : one.last + 1] = [WORDS[one.kind]]
        spaces[one.first : one.last + 1] = [spaces[one.last]]
        starts[one.first : one.last + 1] = [starts[one.first]]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)


def places_of(size: int, found: Sequence[KnownName]) -> list[int]:
    """Return, for each of `size` tokens that the parser saw, the token of the text it stands for: of a name the last."""
    out: list[int] = []
    at = 0
    for one in found:
        out.extend(range(at, one.first))
        out.append(one.last)
        at = one.last + 1
    out.extend(range(at, at + size - len(out)))
    return out


class _Finder:
    """The words of a text and what begins at each."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._keys: list[tuple[Part, ...]] = [parts(word) for word in words]
        self._register: ActorRegister = load_register()
        self._gazetteer = Gazetteer.open()

    def has_article(self, i: int) -> bool:
        """Tell whether an Arabic article begins a name there ("al-Shabaab"), which the tokeniser cuts in three."""
        words = self._words
        return words[i].lower() in _ARTICLES and i + 2 < len(words) and words[i + 1] == "-" and words[i + 2][:1].isupper()

    def body(self, i: int) -> KnownName | None:
        """Return the name of a body of the register: a group, force, party or organisation, but no person."""
        start = i + 2 if self.has_article(i) else i
        hit = self._register.names.at(self._keys, self._words, start) if self._keys[start] else None
        if hit is None or hit.how not in _HOW or self._words[hit.last].islower():
            return None
        if hit.how == "skeleton" and start == hit.last:
            return None
        actor = self._register.get(hit.ids[0])
        if actor is None or actor.kind is ActorKind.PERSON or not self._alone(i, hit.last, anything=True):
            return None
        return KnownName(i, hit.last, NameKind.ARMED_GROUP if actor.kind is ActorKind.ARMED_GROUP else NameKind.BODY)

    def country(self, i: int) -> KnownName | None:
        """Return the name of the name, adjective, people or capital of a country."""
        last, terms = self._register.country_at(self._keys, self._words, i) if self._keys[i] else (i, [])
        if not terms or not self._alone(i, last):
            return None
        kind = _FORMS[terms[0].form]
        return KnownName(i, last, NameKind.ADJECTIVE if terms[0].exact and self._attributive(i, last) else kind)

    def _attributive(self, first: int, last: int) -> bool:
        """Tell whether a country's letters stand before a noun: those that are one themselves have an article ("the US")."""
        words = self._words
        after = words[last + 1] if last + 1 < len(words) else ""
        return (
            first > 0 and words[first - 1].islower() and words[first - 1] != "the" and after.isalpha() and after not in _OPENERS
        )

    def town(self, i: int) -> KnownName | None:
        """Return the name of a region or a town that is large, or follows a preposition that only places follow."""
        words = self._words
        if not i or words[i - 1] in _ENDS:
            return None  # at the start of a sentence any word has a capital
        last = i
        while last + 1 < len(words) and words[last + 1][:1].isupper() and last - i < _LONGEST:
            last += 1
        name = " ".join(words[i : last + 1])
        if len(name) < 3 or name.isupper() or not self._alone(i, last):
            return None
        least = _TOWN if words[i - 1].lower() in _INSIDE else _LARGE
        sure = any(
            m.primary and m.score == 1.0 and (m.record.population >= least or m.record.feature in _WIDE)
            for m in self._gazetteer.lookup(name)[:3]
        )
        return KnownName(i, last, NameKind.TOWN) if sure else None

    def _alone(self, first: int, last: int, anything: bool = False) -> bool:
        """Tell whether tokens [first, last] are a whole name: no other part of one beside it.

        A capital before it at the start of a sentence is no part of one if it is `anything`, else if the word is known to open
        sentences.
        """
        words = self._words
        if last + 1 < len(words) and (words[last + 1][:1].isupper() or self.has_article(last + 1)):
            return False
        if last + 2 < len(words) and words[last + 1] == "-" and words[last + 2][:1].isupper():
            return False
        if not first:
            return True
        before = words[first - 1]
        if before == "-":
            return first < 2 or not (words[first - 2][:1].isupper() or words[first - 2].lower() in _ARTICLES)
        if not before[:1].isupper() or before.lower() in _OPENERS:
            return True
        return anything and (first < 2 or words[first - 2] in _ENDS)
