"""Names of bodies in French, Spanish and Portuguese, whose words are small after the first ("Front populaire du Sahel")."""

from __future__ import annotations

from dateline.extract.mentions.actors.name_words import foreign_heads
from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.resources.actors import ActorKey, parts

_LINKS = frozenset("de du des d' d’ del da do dos das la le les l' l’ los las el et y e pour para por contra en au aux".split())
_LONGEST = 14


def find_foreign_names(scan: Scan) -> None:
    """Add names that begin with a body's noun and go on with words of the table of names, linking words and capitals."""
    i = 0
    while i < len(scan.texts):
        kind = foreign_heads().get(scan.lowers[i]) if scan.texts[i][:1].isupper() and i not in scan.on else None
        last = _end(scan, i) if kind is not None else i
        if kind is not None and last > i:
            scan.add(Found(i, last, scan.head(i, last), ActorKey("ner", "ORG", (kind,)), "foreign-name"))
        i = last + 1


def _end(scan: Scan, first: int) -> int:
    """Return the last token of the name, `first` where no linking word or small word of the table shows another language."""
    last, foreign = first, False
    table = scan.register.name_words
    for i in range(first + 1, min(first + _LONGEST, len(scan.texts))):
        if i in scan.on:
            break
        lower, text = scan.lowers[i], scan.texts[i]
        if lower in _LINKS:
            foreign = True
            continue
        whole = text.split("\u2019")[-1].split("'")[-1]
        small = text[:1].islower() and text.isalpha() and any(table.means(k) for p in parts(text) for k in table.keys(p.fold))
        if not (whole[:1].isupper() or small and not _english(scan, i)):
            break
        foreign = foreign or small or whole != text
        last = i
    return last if foreign and last > first + (scan.lowers[last] in _LINKS) else first


def _english(scan: Scan, i: int) -> bool:
    """Tell whether a small word is as likely an English one, which ends the name ("Front national fighters")."""
    linked = i + 1 < len(scan.lowers) and scan.lowers[i + 1] in _LINKS
    return not linked and scan.register.role_at(scan.lowers, i) is not None
