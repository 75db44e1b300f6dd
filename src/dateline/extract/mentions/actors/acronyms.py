"""Acronyms that a document defines: "the Popular Dawn Front (PDF)"."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field

from dateline.extract.mentions.actors.name_words import name_heads
from dateline.extract.mentions.actors.outlet_names import is_outlet
from dateline.extract.mentions.actors.proper_names import INSIDE, LONGEST_NAME
from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.resources.actors import ActorKey, parts

_FEWEST = 3
"""Words that a name must have for its initials to be read as it where the text does not say so."""


@dataclass(slots=True)
class Acronyms:
    """Acronyms that a document defines: letters -> key of what they stand for."""

    defined: MutableMapping[str, ActorKey] = field(default_factory=dict)


def define_acronyms(scan: Scan, acronyms: Acronyms) -> None:
    """Take up what the sentence puts in brackets after a name, or a name in brackets after letters."""
    texts = scan.texts
    for i in range(1, len(texts) - 1):
        if texts[i] not in ("(", "["):
            continue
        end = next((j for j in range(i + 1, min(i + 6, len(texts))) if texts[j] in (")", "]")), None)
        if end is None:
            continue
        letters = "".join(texts[i + 1 : end])
        if _letters(letters):
            before = i - 1 - (texts[i - 1] in ('"', "'", "”", "’", "'s", "’s"))
            long = scan.on.get(before) or _initialled(scan, before, letters)
            if long is not None and long.last == before and long.first < i:
                _define(scan, acronyms, letters, long)
        elif _letters(texts[i - 1]) and i - 1 not in scan.on and (name := scan.on.get(i + 1)) is not None and name.group:
            _define(scan, acronyms, texts[i - 1], name)


def use_acronyms(scan: Scan, acronyms: Acronyms) -> None:
    """Read the letters that the document defines as what it defines."""
    if not acronyms.defined:
        return
    for i, text in enumerate(scan.texts):
        key = acronyms.defined.get(text)
        if key is None:
            continue
        there = scan.on.get(i)
        if there is not None:
            if there.first != i or there.last != i or there.key == key:
                continue
            scan.drop(there)
        scan.add(Found(i, i, i, key, "acronym"))


def imply_acronyms(scans: Sequence[Scan], acronyms: Acronyms) -> None:
    """Take letters that no name covers for the initials of the only name of the document that has them."""
    named: dict[str, list[tuple[Scan, Found]]] = {}
    for scan in scans:
        for found in scan.names:
            if found.group and (letters := _initials(scan, found)):
                named.setdefault(letters, []).append((scan, found))
    if not named:
        return
    open_letters = {text for scan in scans for i, text in enumerate(scan.texts) if text in named and i not in scan.on}
    for letters in sorted(open_letters):
        bearers = named[letters]
        if len({scan.text(found.first, found.last) for scan, found in bearers}) == 1:
            _define(bearers[0][0], acronyms, letters, bearers[0][1])


def _initials(scan: Scan, found: Found) -> str:
    """Return the initials of a name of three capitalised words or more."""
    words = [x for x in scan.texts[found.first : found.last + 1] if x[:1].isalpha() and x.lower() not in INSIDE]
    return "".join(x[0] for x in words) if len(words) >= _FEWEST and all(x[0].isupper() for x in words) else ""


def _letters(text: str) -> bool:
    plain = text.replace("-", "").replace(".", "")
    return 2 <= len(plain) <= 10 and plain.isalnum() and sum(c.isupper() for c in plain) >= 2 and plain[0].isupper()


def _initialled(scan: Scan, before: int, letters: str) -> Found | None:
    """Return the capitalised words before the brackets whose initials are the letters."""
    wanted = [c for c in letters.upper() if c.isalpha()]
    i, k = before, len(wanted) - 1
    while i >= 0 and k >= 0 and before - i < LONGEST_NAME:
        if i in scan.on and scan.on[i].taken:
            return None
        if scan.texts[i][:1].isupper() and scan.texts[i][:1] == wanted[k]:
            k -= 1
            if k < 0:
                break
        elif scan.lowers[i] not in INSIDE and scan.keys[i]:
            return None
        i -= 1
    if k >= 0 or i < 0 or before == i:
        return None
    for old in {id(scan.on[j]): scan.on[j] for j in range(i, before + 1) if j in scan.on}.values():
        scan.drop(old)
    if is_outlet(scan, i, before):
        return None
    kind = name_heads().get(scan.lowers[before], "")
    found = Found(i, before, scan.head(i, before), ActorKey("ner", "ORG", (kind,) if kind else ()), "name-pattern")
    scan.add(found)
    return found


def _define(scan: Scan, acronyms: Acronyms, letters: str, long: Found) -> None:
    if not long.group or letters in acronyms.defined:
        return
    known = scan.register.names.at([parts(letters)], [letters], 0)
    if long.key.source == "register":
        both = [i for i in long.key.ids if known is not None and i in known.ids]
        key = ActorKey("register", "|".join(both or long.key.ids), long.key.tags, long.key.pairs)
        if both:
            long.key = key
    else:
        key = ActorKey("acronym", scan.text(long.first, long.last), long.key.tags)
    acronyms.defined[letters] = key
