"""Which actors of the register a whole name is of: as written, as a state's, and under spellings that the register has not."""

from __future__ import annotations

from dateline.resources.actors.normal import parts
from dateline.resources.actors.register import ActorRegister
from dateline.resources.actors.signature import forms

_OF = frozenset({"of", "in"})
_LEADING = frozenset({"the", "transitional", "interim", "provisional", "federal", "central", "royal"})


def identify(name: str, register: ActorRegister) -> tuple[str, ...]:
    """Return the ids that a whole name is of, several where it is borne by several; brackets are looked into."""
    for form in forms(name):
        found = _whole(form, register)
        if found:
            return found
    return ()


def _whole(form: str, register: ActorRegister) -> tuple[str, ...]:
    words = form.replace("-", " - ").replace("/", " / ").split()
    while len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    if not words or len(words) > 14:
        return ()
    return _named(words, register) or _of_state(words, register)


def _named(words: list[str], register: ActorRegister) -> tuple[str, ...]:
    tokens = [parts(w) for w in words]
    first = next((i for i, t in enumerate(tokens) if t), None)
    last = max((i for i, t in enumerate(tokens) if t), default=0)
    if first is None:
        return ()
    for hit in (register.names.at(tokens, words, first), register.state_at(tokens, words, first)):
        if hit is not None and hit.last >= last and hit.how not in ("short", "skeleton"):
            return hit.ids
    return ()


def _of_state(words: list[str], register: ActorRegister) -> tuple[str, ...]:
    """Return the state's body that "Government of X" and "Royal Army of X (Y)" name."""
    for at in reversed([i for i, w in enumerate(words) if i and w.lower() in _OF]):
        head = [w for w in words[:at] if w.lower() not in _LEADING]
        code = _country([w.strip(",") for w in words[at + 1 :]], register)
        if code is None or not head:
            continue
        found = _named([*register.countries[code].adjective.split(), *head], register)
        ids = tuple(i for i in found if i.startswith(f"{code.lower()}-"))
        if ids:
            return ids[:1]
    return ()


def _country(words: list[str], register: ActorRegister) -> str | None:
    """Return the country that words begin with, whatever other name of it follows ("Myanmar (Burma)", "Macedonia, FYR")."""
    written = [w for n, w in enumerate(words) if w and (n or w.lower() != "the")]
    tokens = [parts(w) for w in written]
    if not tokens or not tokens[0]:
        return None
    last, terms = register.country_at(tokens, written, 0)
    names = [t.code for t in terms if t.form == "name"]
    bare = all(w[:1].isupper() for w in written[last + 1 :])
    return names[0] if names and bare else None
