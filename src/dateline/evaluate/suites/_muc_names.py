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
    name = participant.name.split()
    known = {normalised(part) for part in name}
    best: list[str] = []
    for mention in words:
        tokens = mention.split()
        inside = [i for i, token in enumerate(tokens) if normalised(token) in known]
        found = tokens[inside[0] : inside[-1] + 1] if inside else []
        best = max(best, found, key=len)
    return " ".join(best) or words[0]


def organisation(participant: Participant, words: Sequence[str], text: str) -> str | None:
    """Return how the report names the body that a participant is or belongs to, none if it is nobody's.

    The register tells the body's name from the words around it ("members of the X"); a body of the state ("the army") needs
    no name. A described participant that is known to be a body is called as the report calls that body elsewhere.
    """
    if is_person(participant):
        return None
    if participant.actor_id is not None:
        for mention in words:
            found = name_in(mention, participant.actor_id)
            if found is not None:
                return found
    for mention in words:
        if participant.kind in _OF_STATE and _is_body(mention):
            return mention
    if participant.actor_id is not None:
        return name_in(text, participant.actor_id)
    return words[0] if is_named(participant) else None


def name_in(text: str, actor_id: str) -> str | None:
    """Return the first name of an actor of the register in a text, as written there."""
    register = load_register()
    spans = [m.span() for m in _WORD.finditer(text)]
    # In capitals, as the register tells names from common words by them and the texts of the task are in one case.
    words = [text[start:end].upper() for start, end in spans]
    tokens = [parts(word) for word in words]
    for first in range(len(words)):
        for hit in (register.names.at(tokens, words, first), register.state_at(tokens, words, first) if tokens[first] else None):
            if hit is not None and actor_id in hit.ids:
                return text[spans[hit.first][0] : spans[hit.last][1]]
    return None


def _is_body(mention: str) -> bool:
    """Tell whether a description is headed by a noun for a body ("army", "police"), and not for people ("soldiers")."""
    words = mention.lower().split(" of ")[0].split()
    for first in range(len(words)):
        found = load_register().role_at(words, first)
        if found is not None and found[0] == len(words) - 1:
            return found[1].role.group
    return False
