"""Part of speech and lemma of a word with its tag and its dependency, computed once each.

spaCy's attribute ruler and lemmatizer look at nothing else, but at every token again, which is a seventh of a parse. Here
they see each combination once. Their few rules for pairs of words are given by `after_pair`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

SPARED = ("attribute_ruler", "lemmatizer")
"""The components whose work is done here."""
_MOST = 300_000
"""Combinations remembered before all are forgotten: about 60 MB."""
_BE = frozenset({"is", "are", "was", "were", "'s", "'re"})

Key = tuple[int, int, int]
Form = tuple[str, str]


class WordForms:
    """Maps (word, tag, dependency), as numbers of the parser's string store, to part of speech and lemma."""

    def __init__(self, model: Language) -> None:
        """Use the ruler and the lemmatizer of `model`."""
        self._model = model
        self._steps = [step for name, step in model.pipeline if name in SPARED]
        self._known: dict[Key, Form] = {}

    def of(self, keys: Sequence[Key]) -> list[Form]:
        """Return the form of each key, in order."""
        known = self._known
        new = list(dict.fromkeys(k for k in keys if k not in known))
        if new:
            if len(known) > _MOST:
                known.clear()
                new = list(dict.fromkeys(keys))
            self._learn(new)
        return [known[k] for k in keys]

    def _learn(self, keys: Sequence[Key]) -> None:
        strings = self._model.vocab.strings
        # A neutral word between any two keeps rules for pairs from meeting neighbours that are none.
        words, tags, deps = (
            [text for key in keys for text in (strings[key[column]], neutral)]
            for column, neutral in enumerate(("thing", "NN", "ROOT"))
        )
        doc = Doc(self._model.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for step in self._steps:
            doc = step(doc)
        for i, key in enumerate(keys):
            token = doc[2 * i]
            self._known[key] = (token.pos_, token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower())


def after_pair(dep: str, word: str, following: str, form: Form) -> Form:
    """Return the form of `following` right after `word`: a verb after "there", "us" in "let's"."""
    if dep == "expl" and following in _BE:
        return "VERB", form[1]
    if word == "let" and following == "'s":
        return form[0], "us"
    return form
