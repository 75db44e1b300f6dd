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

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from dateline.export.names import Names, words
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


class Privacy:
    """Which names to withhold in which documents, gathered from the entries that are exported together."""

    def __init__(self, entries: Iterable[Entry] = (), options: ExportOptions | None = None) -> None:
        """Gather private and public names. With `options.names` nothing is withheld."""
        options = options or ExportOptions()
        self.active = not options.names
        self._descriptions: dict[str, str] = {}
        self._public: set[str] = set()
        self._private: set[str] = {_plain(name) for name in options.withheld if _is_name(name)} if self.active else set()
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._of_document: dict[str, Names] = {}
        if self.active:
            for entry in entries:
                self._gather(entry)

    def name(self, name: str, description: str | None = None) -> str:
        """Return what stands for a private person's name as a value."""
        return description or self._descriptions.get(_plain(name)) or (NAMELESS if _is_name(name) else name)

    def participant(self, participant: Participant) -> str:
        """Return the name under which a participant appears."""
        if self.active and participant.private:
            return self.name(participant.name, participant.description)
        return self.value(participant.name)

    def speaker(self, said: Said) -> str:
        """Return the name under which a speaker appears."""
        return self.name(said.name) if self.active and said.private else self.value(said.name)

    def value(self, text: str) -> str:
        """Return a value or title with private names replaced by descriptions."""
        pieces: list[str] = []
        at = 0
        for found in self._full.find(text):
            pieces += (text[at : found.span.start], self.name(found.name))
            at = found.span.end
        return "".join((*pieces, text[at:])) if pieces else text

    def json(self, value: JsonValue) -> JsonValue:
        """Return a claim's value with the private names in it replaced."""
        if isinstance(value, str):
            return self.value(value)
        if isinstance(value, list):
            return [self.json(item) for item in value]
        if isinstance(value, dict):
            shown = {key: self.json(item) for key, item in value.items()}
            if self.active and value.get("private") is True and isinstance(name := value.get("name"), str):
                described = value.get("description")
                shown["name"] = self.name(name, described if isinstance(described, str) else None)
            return shown
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
        """Yield where private names stand in words of a document, in order, apart from each other."""
        held: Span | None = None
        own = self._of_document.get(document) or self._in(document)
        for span in sorted({found.span for names in (self._long, own) for found in names.find(text)}):
            if held is not None and span.start < held.end:
                held = held.cover(span)
                continue
            if held is not None:
                yield held
            held = span
        if held is not None:
            yield held

    def _gather(self, entry: Entry) -> None:
        claims = {sourced.claim.id: sourced for sourced in entry.claims}
        self._public.update(place.name for place in entry.places)
        for person in entry.participants:
            if person.private:
                self._withhold(person.name, person.description, (claims[i] for i in person.claims if i in claims))
            else:
                self._public.add(person.name)
        for sourced in entry.claims:
            value = sourced.claim.value
            if isinstance(value, dict) and value.get("private") is True and isinstance(name := value.get("name"), str):
                # Withheld even where no participant of the entry came out of this claim.
                described = value.get("description")
                self._withhold(name, described if isinstance(described, str) else None, (sourced,))
            for said in sourced.claim.said_by:
                if said.private:
                    self._withhold(said.name, None, (sourced,))
                else:
                    self._public.add(said.name)

    def _withhold(self, name: str, description: str | None, claims: Iterable[SourcedClaim]) -> None:
        if not _is_name(name):
            return
        self._private.add(_plain(name))
        if description:
            self._descriptions.setdefault(_plain(name), description)
        for sourced in claims:
            self._parts[sourced.document].update(_parts(name))
            written = sourced.claim.text
            if sourced.claim.field.startswith("participant:") and _is_name(written) and written != description:
                # Another spelling of the name than the one it is filed under.
                self._parts[sourced.document].update(_parts(written))

    @cached_property
    def _full(self) -> Names:
        return Names(self._private, self._public)

    @cached_property
    def _long(self) -> Names:
        """Names of two words and more: a single one ("Ali") is withheld only where its bearer is named."""
        return Names((name for name in self._private if len(words(name)) > 1), self._public)

    def _in(self, document: str) -> Names:
        self._of_document[document] = Names(self._parts.get(document, ()), self._public)
        return self._of_document[document]


def _parts(name: str) -> set[str]:
    """Return the words of a name that stand for its bearer alone."""
    return {word for word in words(name) if len(word) > 2 and not word[0].islower() and word.lower() not in _NOT_ALONE}


def _plain(name: str) -> str:
    return " ".join(name.split())


def _is_name(name: str) -> bool:
    """Tell a name from a description ("a shopkeeper"): it holds a word that starts with no lower-case letter."""
    split = words(name)
    return any(not word[0].islower() for word in split) and split[0].lower() not in {"a", "an", "the", "one", "some"}
