"""Vocabulary: words and pairs of words that several corpora share, and that are no names.

What one corpus alone uses would teach its subject and not ours; a name would teach who, and the gate must not care who.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dateline.resources.lexicons.truecase import load_case_model
from training.gate.labels import Labelled
from training.gate.windows import Piece

LEAST_DOCUMENTS = 8
LEAST_CORPORA = 3
LEAST_PAIRED = 8
"""Pieces with a pair of words."""
NAME = 0.5
"""Share of its occurrences within sentences in capitals from which on a word is a name."""
_WITHIN = re.compile(r"(?<=[a-z,;] )([A-Za-z])([a-z]*)(?![A-Za-z])")
_CASED = 0.6
_COUNTRY = frozenset({"us"})
"""Without its case it is the name of a country, too."""
_CAPITAL = frozenset("klmnU")
"""Buckets of the truecaser's words that are mostly written with a capital."""


def names(documents: Iterable[Labelled]) -> frozenset[str]:
    """Return the words that are mostly written with a capital, within these sentences or by the truecaser's count."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for document in documents:
        text = " ".join(document.stretches)
        letters = [c for c in text if c.isalpha()]
        if sum(c.islower() for c in letters) < _CASED * len(letters):
            continue
        for match in _WITHIN.finditer(text):
            word = match[0].lower()
            seen[word] += 1
            capital[word] += match[1].isupper()
    known = (word for word, bucket in load_case_model().priors.items() if bucket in _CAPITAL)
    return frozenset((*(word for word, times in seen.items() if capital[word] >= NAME * times), *known, *_COUNTRY))


def shared_words(documents: Sequence[Labelled], named: frozenset[str], words: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the words that enough documents of enough corpora have. `words` are those of each document, by its key."""
    corpora: dict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for document in documents:
        for word in set(words[f"{document.corpus}:{document.id}"]):
            times[word] += 1
            corpora[word].add(document.corpus)
    return frozenset(
        word for word, n in times.items()
        if n >= LEAST_DOCUMENTS and len(corpora[word]) >= LEAST_CORPORA and word not in named and len(word) > 1 or word == "0"
    )  # fmt: skip


def shared_pairs(pieces: Iterable[Piece], words: frozenset[str]) -> frozenset[str]:
    """Return the pairs of shared words that enough pieces of enough corpora have."""
    times: Counter[str] = Counter()
    corpora: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        for pair in {f"{a} {b}" for a, b in pairwise(piece.words) if a in words and b in words}:
            times[pair] += 1
            corpora[pair].add(piece.corpus)
    return frozenset(pair for pair, n in times.items() if n >= LEAST_PAIRED and len(corpora[pair]) >= LEAST_CORPORA)
