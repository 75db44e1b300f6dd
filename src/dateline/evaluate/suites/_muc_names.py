"""How a report itself writes the names of participants: the task wants strings of the text, bodies and people apart."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

from dateline.model.entry import Participant
from dateline.model.resolution import ActorKind
from dateline.resources.actors import load_register, parts

_OF_STATE = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_JOINING = frozenset({"of", "the", "a", "an", "from", "in"})
_WORD = re.compile(r"[\w'’.-]*\w")


def normalised(mention: str) -> str:
    """Return a mention as the published scorers compare it: lower case, no punctuation, no articles, single blanks."""
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


def is_person(participant: Participant) -> bool:
    """Tell whether a participant is one human being."""
    return participant.kind is ActorKind.PERSON or participant.private


def is_named(participant: Participant) -> bool:
    """Tell whether a participant has a name, and not only a description."""
    return participant.description is None or normalised(participant.name) != normalised(participant.description)


def person_name(participant: Participant, words: Sequence[str]) -> str:
    """Return the fullest form in which the report writes a person's name, without titles and offices."""
    known = {normalised(part) for part in participant.name.split()}
    best: list[str] = []
    for mention in words:
        tokens = mention.split()
        inside = [i for i, token in enumerate(tokens) if normalised(token) in known]
        found = tokens[inside[0] : inside[-1] + 1] if inside else []
        best = max(best, found, key=len)
    return " ".join(best) or participant.name


def organisation(participant: Participant, words: Sequence[str], text: str) -> str | None:
    """Return how the report names the body that a participant is or belongs to, none if it is nobody's.

    The register tells the body's name from the words around it ("members of the X"); a body of the state ("the army") needs
    no name. A participant that is described, and known to be a body, is called as the report calls that body elsewhere.
    """
    if is_person(participant):
        return None
    id = participant.actor_id
    named = (found for mention in words if id is not None and (found := name_in(mention, id)) is not None)
    bodies = (found for mention in words if participant.kind in _OF_STATE and (found := _body_in(mention)) is not None)
    found = next(named, None) or next(bodies, None)
    if found is not None:
        return found
    if id is not None:
        return name_in(text, id)
    return _as_written(participant.name, [*words, text]) if is_named(participant) else None


def name_in(text: str, actor_id: str) -> str | None:
    """Return the first name of an actor of the register in a text, as written there, without nouns for its people."""
    register = load_register()
    spans = [m.span() for m in _WORD.finditer(text)]
    # In capitals, as the register tells names from common words by them and the texts of the task are in one case.
    words = [text[start:end].upper() for start, end in spans]
    tokens = [parts(word) for word in words]
    for first in range(len(words)):
        for hit in (register.names.at(tokens, words, first), register.state_at(tokens, words, first) if tokens[first] else None):
            if hit is not None and actor_id in hit.ids:
                last = hit.last
                while last >= first and _of_people(words[last]):
                    last -= 1
                if last >= first and (hit.how != "state" or last == hit.last):
                    return text[spans[first][0] : spans[last][1]]
    return None


def _of_people(word: str) -> bool:
    """Tell whether a word is a noun for people and not for a body ("guerrillas")."""
    found = load_register().role_at([word.lower()], 0)
    return found is not None and not found[1].role.group


def _body_in(mention: str) -> str | None:
    """Return the part of a description that is a noun for a body of the state with what stands before it ("secret police")."""
    words = mention.split()
    lowers = [word.lower() for word in words]
    start = 0
    for first in range(len(words)):
        if lowers[first] in _JOINING:
            start = first + 1
        found = load_register().role_at(lowers, first)
        if found is not None and found[1].role.group and found[1].role.kind in _OF_STATE:
            following = lowers[found[0] + 1 : found[0] + 2]
            if not following or following[0] in _JOINING:
                return " ".join(words[start : found[0] + 1])
    return None


def _as_written(name: str, texts: Sequence[str]) -> str:
    """Return a name as the first text that holds it writes it."""
    for text in texts:
        at = text.lower().find(name.lower())
        if at >= 0:
            return text[at : at + len(name)]
    return name
