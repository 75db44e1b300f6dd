"""Short forms of people's names that the tagger missed: a later "Qureshi" of an "Abu Hamid al-Qurashi"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.resources.actors import ActorKey, parts

_SHORTEST = 3
"""Consonants that a name's last part must have before another spelling of it counts as the same."""


def find_echoes(scans: Sequence[Scan]) -> None:
    """Add capitalised words that no name covers and that are the last part of a person's full name in the document."""
    known = {s for scan in scans for found in scan.names if not found.group for s in _last_parts(scan, found)}
    if not known:
        return
    for scan in scans:
        for token in scan.sentence.tokens:
            i = token.i
            there = scan.on.get(i)
            if there is not None and not _single_organisation(there, i):
                continue
            if token.pos != "PROPN" or not token.text[:1].isupper() or len(scan.keys[i]) != 1:
                continue
            if scan.keys[i][0].skeleton not in known or token.dep in ("compound", "amod"):
                continue
            first = i
            while first > 0 and scan.lowers[first - 1] in ("al", "el", "-") and first - 1 not in scan.on:
                first -= 1
            if i > 0 and first == i and scan.texts[i - 1][:1].isupper() and scan.sentence.tokens[i - 1].pos == "PROPN":
                continue
            if there is not None:
                scan.drop(there)
            key = ActorKey("ner", "PERSON", (), {"name": scan.text(first, i)})
            scan.add(Found(first, i, i, key, "echo", False))


def _single_organisation(found: Found, i: int) -> bool:
    """Tell whether the tagger took the one word at token `i` for an organisation's name."""
    return found.rule == "ner:ORG" and found.first == found.last == i


def _last_parts(scan: Scan, found: Found) -> list[str]:
    words = [p for i in range(found.first, found.last + 1) for p in scan.keys[i]]
    if found.key.source == "ner":
        words = list(parts(found.key.pairs.get("name", "")))
    if len(words) < 2:
        return []
    # Of "Abu Hamid al-Hashimi al-Qurashi" either by-name may stand for the whole.
    return [p.skeleton for p in words[-2 if len(words) > 3 else -1 :] if len(p.skeleton) >= _SHORTEST]
