"""Words that tell what a name is a name of: heads and starts of organisations' names, titles, modifiers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dateline.resources.actors import load_register


@lru_cache(maxsize=1)
def name_heads() -> Mapping[str, str]:
    """Return the words that end names of organisations, with the kind of such a body."""
    heads: dict[str, str] = {}
    for kind, words in load_register().role_words["name_heads"].items():
        for word in words:
            heads[word.lower()] = kind
    return heads


@lru_cache(maxsize=1)
def name_starts() -> frozenset[str]:
    """Return the words that begin names of armed groups."""
    return frozenset(load_register().role_words["name_starts"])


@lru_cache(maxsize=1)
def titles() -> Mapping[str, bool]:
    """Return titles in lower case; True where the person who bears it holds a public office."""
    raw = load_register().role_words["titles"]
    return {**dict.fromkeys(raw["private"], False), **dict.fromkeys(raw["public"], True)}


@lru_cache(maxsize=1)
def modifier_kinds() -> Mapping[str, str]:
    """Return the modifiers that tell what kind of actor a noun means."""
    words = load_register().role_words
    kinds = {w: kind for kind, ws in words["modifier_kinds"].items() for w in ws}
    return {**kinds, **{w: kind for kind, ws in words["modifiers"].items() for w in ws}}


@lru_cache(maxsize=1)
def body_kinds() -> Mapping[str, str]:
    """Return the modifiers that tell the kind of a body ("forces", "faction") and not of people."""
    return {w: kind for kind, ws in load_register().role_words["body_kinds"].items() for w in ws}


@lru_cache(maxsize=1)
def foreign_heads() -> Mapping[str, str]:
    """Return the French, Spanish and Portuguese nouns that begin names of bodies, with the kind of such a body."""
    return {word: kind for kind, words in load_register().role_words["foreign_heads"].items() for word in words}
