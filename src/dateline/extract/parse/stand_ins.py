"""Stand-ins: the tagger and the parser read one name for all names of a kind, so that no name is read better than another.

A small model knows the names its training text was full of, and takes rare ones for verbs or loses what hangs on them. Names of
armed groups and other bodies, states, peoples and towns that the register and the gazetteer know are shown to it as one word
each; sentences and names' kinds are found in the text as it is. Who a sentence is about makes no difference to its parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.model.resolution import ActorKind
from dateline.resources.actors import ActorRegister, Part, load_register, parts
from dateline.resources.gazetteer import Feature, Gazetteer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

GROUP, STATE, TOWN = "NATO", "Iraq", "Beirut"
_FORMS = {"name": STATE, "capital": TOWN, "adjective": "Iraqi", "people": "Iraqis"}
_ARTICLES = frozenset({"al", "el", "an", "ash", "ar", "as", "ad", "at"})
_WHERE = frozenset({"in", "near", "outside", "inside", "around", "across"})
_LARGE, _TOWN = 100_000, 15_000
_WIDE = frozenset({Feature.COUNTRY, Feature.REGION, Feature.ADMIN1})
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class StandIn:
    """A word shown for tokens [first, last]."""

    first: int
    last: int
    word: str


def shown(doc: Doc, found: Sequence[StandIn]) -> Doc:
    """Return a document with stand-ins for names."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    marks = doc.to_array("SENT_START").tolist()
    at = 0
    for one in (*found, None):
        for token in doc[at : one.first if one else len(doc)]:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        starts.extend(marks[at : one.first if one else len(doc)])
        if one:
            words.append(one.word)
            spaces.append(bool(doc[one.last].whitespace_))
            starts.append(marks[one.first])
            at = one.last + 1
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=[None if s == 0 else s for s in starts])


def places_of(tree: Doc, names: Sequence[StandIn]) -> list[int]:
    """Return, for every token that the parser saw, the (last) token of the text it stands for."""
    out: list[int] = []
    at = 0
    for one in names:
        out.extend(range(at, one.first))
        out.append(one.last)
        at = one.last + 1
    out.extend(range(at, at + len(tree) - len(out)))
    return out


def stand_ins(doc: Doc) -> list[StandIn]:
    """Return stand-ins for the known names of a document, left to right."""
    texts = [t.text for t in doc]
    capitals = [i for i, x in enumerate(texts) if x[:1].isupper() or (x in _ARTICLES and i + 2 < len(texts) and texts[i + 1] == "-")]
    if not capitals:
        return []
    keys = [parts(x) for x in texts]
    register, gazetteer = load_register(), Gazetteer.open()
    out: list[StandIn] = []
    free = 0
    for i in capitals:
        if i < free:
            continue
        one = _body(register, keys, texts, i) or _country(register, keys, texts, i) or _town(gazetteer, texts, i)
        if one is not None:
            article = one.first > free and texts[one.first - 1] in ("the", "The")
            out.append(StandIn(one.first - 1, one.last, one.word) if article else one)
            free = one.last + 1
    return out


def _alone(texts: Sequence[str], first: int, last: int) -> bool:
    """Tell whether no capitalised word stands beside."""
    after = last + 1 < len(texts) and texts[last + 1][:1].isupper()
    before = first > 1 and texts[first - 1][:1].isupper()
    return not after and not before


def _body(register: ActorRegister, keys: Sequence[tuple[Part, ...]], texts: Sequence[str], i: int) -> StandIn | None:
    start = i
    if texts[i].lower() in _ARTICLES and i + 2 < len(texts) and texts[i + 1] == "-":
        start = i + 2
    if not keys[start]:
        return None
    hit = register.names.at(keys, texts, start)
    if hit is None or hit.how not in ("exact", "acronym", "skeleton"):
        return None
    if hit.how == "skeleton" and start == i and hit.first == hit.last:
        return None
    actor = register.get(hit.ids[0])
    if actor is None or actor.kind is ActorKind.PERSON or texts[hit.last].islower() or not _alone(texts, i, hit.last):
        return None
    return StandIn(i, hit.last, GROUP)


def _country(register: ActorRegister, keys: Sequence[tuple[Part, ...]], texts: Sequence[str], i: int) -> StandIn | None:
    if not keys[i]:
        return None
    last, terms = register.country_at(keys, texts, i)
    if not terms or not _alone(texts, i, last):
        return None
    return StandIn(i, last, _FORMS[terms[0].form])


def _town(gazetteer: Gazetteer, texts: Sequence[str], i: int) -> StandIn | None:
    if not i or (texts[i - 1][:1].isupper() and i > 1):
        return None
    last = i
    while last + 1 < len(texts) and texts[last + 1][:1].isupper() and last - i < _LONGEST:
        last += 1
    name = " ".join(texts[i : last + 1])
    if len(name) < 3 or name.isupper():
        return None
    known = gazetteer.lookup(name)
    if not known or all(m.record.feature is Feature.FACILITY for m in known):
        return None
    least = _TOWN if texts[i - 1].lower() in _WHERE else _LARGE
    sure = any(m.primary and m.score == 1.0 and (m.record.population >= least or m.record.feature in _WIDE) for m in known[:3])
    return StandIn(i, last, TOWN) if sure else None
