"""Countries' adjectives before violent nouns: "Turkish shelling", "a Russian air strike"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.resources.actors import ActorKey, load_register

_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_AIMED = frozenset({"on", "against", "upon", "targeting"})
_IN = frozenset({"in", "across", "throughout", "inside", "within"})


@lru_cache(maxsize=1)
def _violence() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns whose nationality is the doer's, and those where it may be the place's ("an Afghan attack")."""
    words = load_register().role_words["violence"]
    return frozenset(words["by"]), frozenset(words["by_or_in"])


def find_acting_demonyms(scans: Sequence[Scan]) -> None:
    """Add the armed forces of the country whose adjective or letters stand before a violent noun."""
    doubtful: list[tuple[Scan, Found]] = []
    for scan in scans:
        for i, token in enumerate(scan.sentence.tokens):
            if i in scan.on or token.dep not in _BEFORE or not token.text[:1].isupper():
                continue
            found = _demonym(scan, i)
            if found is None:
                continue
            if found[1]:
                _add(scan, found[0])
            else:
                doubtful.append((scan, found[0]))
    if doubtful:
        acting = {str(f.key.pairs.get("country")) for s in scans for f in s.names if f.key.pairs.get("country")}
        scenes = _scenes(scans, {str(f.key.pairs["country"]) for _, f in doubtful})
        for scan, found_one in doubtful:
            country = str(found_one.key.pairs["country"])
            if country not in scenes and (country in acting or _aimed(scan, found_one.head)):
                _add(scan, found_one)


def _add(scan: Scan, found: Found) -> None:
    scan.described.append(found)
    for i in range(found.first, found.last + 1):
        scan.on.setdefault(i, found)


def _demonym(scan: Scan, i: int) -> tuple[Found, bool] | None:
    """Return the country's forces as an actor on its adjective, and whether the noun says that they did it."""
    sure = _certain(scan, i)
    if sure is None or scan.texts[i + 1 : i + 2] == ["-"] or (i and scan.texts[i - 1] == "-"):
        return None
    first = i
    last, terms = scan.register.country_at(scan.keys, scan.texts, i)
    while last < i or not terms:
        first -= 1
        if first < max(0, i - 3) or first in scan.on:
            return None
        last, terms = scan.register.country_at(scan.keys, scan.texts, first)
        if terms and last < i:
            return None
    right = [t for t in terms if t.form == "adjective"]
    if not right:
        return None
    code = right[0].code
    key = ActorKey("register", f"{code.lower()}-military", ("state_force",), {"country": code, "how": "demonym"})
    return Found(first, last, i, key, "demonym"), sure


def _certain(scan: Scan, i: int) -> bool | None:
    """Return whether the noun after an adjective tells whose deed it was, None where it is no violence at all."""
    by, by_or_in = _violence()
    tokens = scan.sentence.tokens
    at, armed = tokens[i].head, False
    for _ in range(4):
        token = tokens[at]
        if at <= i or at - i > 6:
            return None
        if token.dep not in ("compound", "nmod", "amod") or token.head <= at:
            break
        armed = armed or token.lower in by
        at = token.head
    words = {tokens[at].lower, tokens[at].lemma.lower()}
    if words & by:
        return True
    if words & by_or_in:
        return armed or any(tokens[j].lower in by for j in range(i + 1, at))
    # "an Israeli act of aggression"
    after = scan.lowers[at + 1 : at + 3]
    return True if tokens[at].lemma == "act" and after[:1] == ["of"] and after[1:] and after[1] in by else None


def _aimed(scan: Scan, i: int) -> bool:
    noun = scan.sentence.tokens[i].head
    return any(c.lower in _AIMED for c in scan.sentence.children(noun))


def _scenes(scans: Sequence[Scan], countries: set[str]) -> set[str]:
    """Return those of the countries in which the document says that something happened."""
    out: set[str] = set()
    for scan in scans:
        for i in range(1, len(scan.texts)):
            if scan.lowers[i - 1] in _IN and scan.texts[i][:1].isupper():
                out |= {t.code for t in scan.register.country_at(scan.keys, scan.texts, i)[1] if t.form == "name"} & countries
    return out
