"""Keeping the names of private people out of everything that leaves the program.

One way for all formats, used unless names are asked for (`ExportOptions.names`):

- Where a *name* is a value (participants, speakers, values of claims, titles), the person's description stands in its place
  ("a shopkeeper"), or "a private person" if the report gives none.
- Inside *quotations and texts* (`exact`, `prefix`, `suffix`, `text`, the report on the page), each occurrence of the name
  becomes "[name withheld]". In the record, a span or claim in which that happened carries `"redacted": true`: its `start` and
  `end` still count in the frozen text, its `exact` is no longer equal to it. `dateline verify` reads the
  database, never an export.
- In the documents where a person is named, single parts of the name ("Haddad" for "Samir Haddad") are withheld too, unless
  they stand inside the name of somebody or something public ("Haddad Brigade").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from dateline.export.options import ExportOptions
from dateline.model.claim import JsonValue, Said
from dateline.model.entry import Entry, Participant, SourcedClaim
from dateline.model.span import Span

WITHHELD = "[name withheld]"
NAMELESS = "a private person"
_NOT_ALONE = frozenset(
    "abu abd bin ibn bint umm al el ul van von der den des del las los dos da de di du la le st san santa mr mrs ms dr prof sir "
    "sheikh shaikh imam mullah haji hajji captain major colonel general sergeant the and president minister father sister "
    "brother doctor judge mayor pastor rabbi".split()
)
"""Parts of names and titles that name nobody when they stand alone."""
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")


class Privacy:
    """Which names to withhold in which documents, gathered from the entries that are exported together."""

    def __init__(self, entries: Iterable[Entry] = (), options: ExportOptions | None = None) -> None:
        """Gather private and public names. With `options.names` nothing is withheld."""
        options = options or ExportOptions()
        self.active = not options.names
        self._descriptions: dict[str, str] = {}
        self._public: set[str] = set()
        self._everywhere: set[str] = set(options.withheld) if self.active else set()
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        if self.active:
            for entry in entries:
                self._gather(entry)

    def name(self, name: str, description: str | None = None) -> str:
        """Return what stands for a private person's name as a value."""
        return description or self._descriptions.get(name) or NAMELESS

    def participant(self, participant: Participant) -> str:
        """Return the name under which a participant appears."""
        if self.active and participant.private:
            return self.name(participant.name, participant.description)
        return self.value(participant.name)

    def speaker(self, said: Said) -> str:
        """Return the name under which a speaker appears."""
        if self.active and said.private:
            return self.name(said.name)
        return self.value(said.name)

    def value(self, text: str) -> str:
        """Return a value or title with private names replaced by descriptions."""
        pattern = self._full
        if pattern is None:
            return text
        return pattern.sub(lambda found: found[0] if found["shield"] else self.name(_plain(found[0])), text)

    def json(self, value: JsonValue) -> JsonValue:
        """Return a claim's value with the private names in it replaced."""
        if isinstance(value, str):
            return self.value(value)
        if isinstance(value, list):
            return [self.json(item) for item in value]
        if isinstance(value, dict):
            return {key: self.json(item) for key, item in value.items()}
        return value

    def text(self, document: str, text: str) -> str:
        """Return words of a document with private names withheld."""
        pieces: list[str] = []
        at = 0
        for span in self.spans(document, text):
            pieces += (text[at : span.start], WITHHELD)
            at = span.end
        return "".join((*pieces, text[at:])) if pieces else text

    def spans(self, document: str, text: str) -> Iterator[Span]:
        """Yield where private names stand in words of a document, in order."""
        pattern = self._in(document)
        if pattern is None:
            return
        for found in pattern.finditer(text):
            if not found["shield"]:
                yield Span(*found.span())

    def _gather(self, entry: Entry) -> None:
        claims = {sourced.claim.id: sourced for sourced in entry.claims}
        self._public.update(place.name for place in entry.places)
        for person in entry.participants:
            if not person.private:
                self._public.add(person.name)
                continue
            if person.description:
                self._descriptions.setdefault(_plain(person.name), person.description)
            self._withhold(person.name, person.description, (claims[i] for i in person.claims if i in claims))
        for sourced in entry.claims:
            self._gather_value(sourced)
            for said in sourced.claim.said_by:
                if said.private:
                    self._withhold(said.name, None, (sourced,))
                else:
                    self._public.add(said.name)

    def _gather_value(self, sourced: SourcedClaim) -> None:
        """Withhold a claim's private person even where no participant of the entry came out of it."""
        value = sourced.claim.value
        if not isinstance(value, dict) or value.get("private") is not True:
            return
        name, description = value.get("name"), value.get("description")
        if isinstance(name, str):
            described = description if isinstance(description, str) and description else None
            if described:
                self._descriptions.setdefault(_plain(name), described)
            self._withhold(name, described, (sourced,))

    def _withhold(self, name: str, description: str | None, claims: Iterable[SourcedClaim]) -> None:
        if not _is_name(name):
            return
        self._everywhere.add(name)
        parts = {word for word in _words(name) if len(word) > 2 and word.lower() not in _NOT_ALONE}
        for sourced in claims:
            self._parts[sourced.document] |= parts
            written = sourced.claim.text
            if sourced.claim.field.startswith("participant:") and _is_name(written) and written != description:
                # Another spelling of the name than the one it is filed under.
                self._parts[sourced.document].update(w for w in _words(written) if len(w) > 2 and w.lower() not in _NOT_ALONE)

    @cached_property
    def _full(self) -> re.Pattern[str] | None:
        return _pattern(self._everywhere, self._public - self._everywhere)

    @cached_property
    def _long(self) -> set[str]:
        """Names of two words and more: a single one ("Ali") is withheld only where its bearer is named."""
        return {name for name in self._everywhere if len(_words(name)) > 1}

    def _in(self, document: str) -> re.Pattern[str] | None:
        if document not in self._patterns:
            private = self._long | self._parts.get(document, set())
            self._patterns[document] = _pattern(private, self._public - self._everywhere)
        return self._patterns[document]


def _pattern(private: set[str], public: set[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds private names; the group `shield` catches public names that hold one of their words."""
    if not private:
        return None
    words = {word.lower() for name in private for word in _words(name)}
    # A public name shields only if it says more than the private one: "Haddad Brigade", never "Haddad" itself.
    shields = [n for n in public if len(_words(n)) > 1 and words & {w.lower() for w in _words(n)}]
    hidden = "|".join(_loose(n) for n in sorted(private | {n.upper() for n in private}, key=lambda n: (-len(n), n)))
    shown = "|".join(_loose(n) for n in sorted(shields, key=lambda n: (-len(n), n))) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:(?P<shield>{shown})|{hidden})(?!\w)")


def _loose(name: str) -> str:
    return r"\s{1,3}".join(re.escape(part) for part in name.split())


def _plain(name: str) -> str:
    return " ".join(name.split())


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if not word[0].islower()]


def _is_name(name: str) -> bool:
    """Tell a name from a description ("a shopkeeper"): it holds a word that starts with no lower-case letter."""
    return bool(_words(name)) and name.split(maxsplit=1)[0].lower() not in {"a", "an", "the", "one", "some"}
