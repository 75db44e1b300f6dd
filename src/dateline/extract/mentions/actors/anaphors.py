"""Words that point back to an actor: pronouns, "its predecessor", "a rival"."""

from __future__ import annotations

from dateline.extract.mentions.actors.scan import Found, Scan
from dateline.resources.actors import ActorKey

_PRONOUNS = {
    "it": "it", "itself": "it", "they": "they", "them": "they", "themselves": "they", "he": "he", "him": "he", "himself": "he",
    "she": "she", "her": "she", "herself": "she",
}  # fmt: skip
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "pobj"})
_RELATIONS = {
    "predecessor": "predecessor", "predecessors": "predecessor", "forerunner": "predecessor", "successor": "successor",
    "rival": "rival", "rivals": "rival", "enemy": "rival", "enemies": "rival", "ally": "ally", "allies": "ally",
    "opponent": "rival", "opponents": "rival", "archrival": "rival", "backer": "ally", "backers": "ally",
}  # fmt: skip
_WEATHER = frozenset({"be", "seem", "appear", "become", "take"})


def find_anaphors(scan: Scan) -> None:
    """Add pronouns in a role and relational nouns with their owner."""
    tokens = scan.sentence.tokens
    for token in tokens:
        lower = scan.lowers[token.i]
        if lower in _PRONOUNS and token.pos == "PRON" and token.dep in _CLAUSAL and token.i not in scan.on:
            if lower == "it" and token.dep == "nsubj" and tokens[token.head].lemma in _WEATHER:
                continue
            key = ActorKey("anaphor", _PRONOUNS[lower])
            scan.described.append(Found(token.i, token.i, token.i, key, "pronoun"))
        elif lower in _RELATIONS and token.pos in ("NOUN", "PROPN") and token.i not in scan.on:
            _relation(scan, token.i, _RELATIONS[lower])


def _relation(scan: Scan, i: int, relation: str) -> None:
    tokens = scan.sentence.tokens
    first = i
    while first > 0 and first - 1 not in scan.on and tokens[first - 1].head == i:
        if tokens[first - 1].dep not in ("amod", "compound"):
            break
        first -= 1
    if i + 1 in scan.on:
        return  # "his successor Ali Hassan": the name says it all.
    pairs = {"noun": scan.lowers[i]}
    before = first - 1
    if before >= 0 and scan.lowers[before] in ("its", "their", "his"):
        pairs["own"] = scan.lowers[before]
        first = before
    elif before >= 1 and scan.lowers[before] in ("'s", "’s", "'", "’") and (owner := scan.on.get(before - 1)) is not None:
        pairs |= _owner(owner)
        owner.taken = True
        first = owner.first
    elif relation not in ("predecessor", "successor") and not (before >= 0 and scan.on.get(before)):
        # "Jihadi rivals": somebody, and the words say no more.
        scan.described.append(Found(first, i, i, ActorKey("anaphor", relation, (), pairs), "relation"))
        return
    else:
        return
    scan.described.append(Found(first, i, i, ActorKey("anaphor", relation, (), pairs), "relation"))


def _owner(owner: Found) -> dict[str, str]:
    if owner.key.source == "register":
        return {"group": owner.key.value}
    return {"own": owner.key.value}
