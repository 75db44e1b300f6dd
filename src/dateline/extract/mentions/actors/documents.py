"""Statements that speak for their issuers: "the FMLN communique said", "according to a report by SOHR", "the statement added"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.model.parse import Token
from dateline.resources.actors import ActorKey

_DOCUMENTS = frozenset(
    (
        "report statement communique letter message document declaration bulletin announcement release tweet post memo "
        "manifesto communiqué leaflet pamphlet text"
    ).split()
)
_BACK = frozenset({"statement", "communique", "communiqué", "letter", "declaration", "announcement", "manifesto"})
"""Documents that "the" points back to; "the report" may be the news report itself."""
_SAYING = frozenset(
    (
        "say add state read claim note confirm announce declare warn conclude stress report reveal mention explain "
        "point indicate affirm accuse deny disclose reiterate demand allege assert describe list quote go"
    ).split()
)
_ISSUED = frozenset("publish release issue send sign broadcast write distribute post deliver circulate".split())
_OF = frozenset({"by", "from", "of"})
_REACH = 4
"""Sentences over which "the statement" still is the last one."""


def find_documents(scans: Sequence[Scan]) -> None:
    """Add documents that speak where their issuer is named with them or has just spoken."""
    last: tuple[int, Found] | None = None
    for n, scan in enumerate(scans):
        for token in scan.sentence.tokens:
            lemma = token.lemma.lower()
            if lemma in _DOCUMENTS and token.pos in ("NOUN", "PROPN") and token.i not in scan.on:
                issuer = _issuer(scan, token)
                if issuer is not None:
                    last = (n, issuer)
                elif last is not None and n - last[0] <= _REACH and _points_back(scan, token):
                    issuer = last[1]
                if issuer is not None and _speaks(scan, token):
                    _add(scan, token, issuer)
            elif lemma in _SAYING and token.pos == "VERB":
                said = next((scan.on[c.i] for c in scan.sentence.children(token.i) if c.dep == "nsubj" and c.i in scan.on), None)
                if said is not None and said.group and said.key.source in ("register", "acronym"):
                    last = (n, said)


def _speaks(scan: Scan, token: Token) -> bool:
    governor = scan.sentence.tokens[token.head]
    if token.dep == "nsubj":
        return governor.lemma in _SAYING
    return token.dep == "pobj" and governor.lower == "to" and governor.i > 0 and scan.lowers[governor.i - 1] == "according"


def _points_back(scan: Scan, token: Token) -> bool:
    before = scan.lowers[token.i - 1] if token.i else ""
    return before in ("the", "its", "their", "this", "same") and token.lemma.lower() in _BACK


def _issuer(scan: Scan, token: Token) -> Found | None:
    """Return the actor beside a document that it comes from."""
    for i in _beside(scan, token):
        there = scan.on.get(i)
        if there is not None and there.group and not there.taken and there.key.source in ("register", "acronym"):
            return there
    return None


def _beside(scan: Scan, token: Token) -> Iterator[int]:
    children = scan.sentence.children
    for c in children(token.i):
        if c.dep in ("poss", "compound", "nmod", "amod"):
            yield c.i
        elif c.dep == "prep" and c.lower in _OF:
            yield from (o.i for o in children(c.i) if o.dep == "pobj")
        elif c.dep == "acl" and c.lemma in _ISSUED:
            yield from (o.i for a in children(c.i) if a.dep in ("agent", "prep") and a.lower == "by" for o in children(a.i))


def _add(scan: Scan, token: Token, issuer: Found) -> None:
    here = scan.on.get(issuer.head) is issuer and not issuer.taken
    if not here:
        key = ActorKey(issuer.key.source, issuer.key.value, issuer.key.tags, {**issuer.key.pairs, "noun": token.lemma.lower()})
        _keep(scan, Found(token.i, token.i, token.i, key, "document"))
        return
    first, last = min(issuer.first, token.i), max(issuer.last, token.i)
    if any(i in scan.on and scan.on[i] is not issuer for i in range(first, last + 1)):
        return
    issuer.taken = True
    _keep(scan, Found(first, last, token.i, issuer.with_pairs({"noun": token.lemma.lower()}), "document"))


def _keep(scan: Scan, found: Found) -> None:
    scan.described.append(found)
    for i in range(found.first, found.last + 1):
        scan.on[i] = found
