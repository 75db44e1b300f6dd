"""Train the truecaser on well-cased news: `python -m dateline.extract.parse.truecase_train PRIORS DATA TARGET`.

PRIORS is `en_lexeme_prob.json.gz` of spacy-lookups-data (MIT), DATA the folder of development data, of which only the
training splits are read, TARGET the weights file. Only features seen in several documents are kept, and none of two names
in a row, so that neither a report nor a person can be read back out of the weights. The seed is fixed: the same data give
the same file.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.extract.parse.truecase import LOWER, TITLE, UPPER, Word, features, history, words_of

PRIOR_FLOOR = -16.7
"""Log probability under which a word counts as unknown: 80,000 words stay, 0.3 MB compressed."""
DOCUMENTS = 5
"""A feature must be seen in this many documents."""
EPOCHS = 4

Example = tuple[list[Word], list[int], list[list[str]]]


def priors(path: Path) -> dict[str, str]:
    """Return the bucket of each frequent word: rounded log odds of lower against title case, `U` if upper case wins."""
    seen: dict[str, list[float]] = defaultdict(lambda: [-20.6, -20.6, -20.6])
    with gzip.open(path, "rt") as file:
        probabilities: dict[str, float] = json.load(file)
    for form, value in probabilities.items():
        if len(form) > 1 and form.isalpha():
            column = LOWER if form.islower() else UPPER if form.isupper() else TITLE
            row = seen[form.lower()]
            row[column] = max(row[column], value)
    out = {}
    for word, (lower, title, upper) in seen.items():
        if max(lower, title, upper) > PRIOR_FLOOR:
            odds = max(-4, min(6, round(lower - title)))
            out[word] = "U" if upper > max(lower, title) else "nmlk"[-odds - 1] if odds < 0 else str(odds)
    return out


def texts(data: Path) -> Iterator[str]:
    """Yield the well-cased training texts."""
    with tarfile.open(data / "polnear/train.tar.gz") as tar:
        for member in tar:
            file = tar.extractfile(member) if member.name.endswith(".txt") else None
            if file:
                yield file.read().decode("utf-8", "replace")
    with gzip.open(data / "gva/train.jsonl.gz", "rt") as lines:
        for line in lines:
            yield from (report["content"] for report in json.loads(line)["docs"])
    with tarfile.open(data / "tempeval3/train.tar.gz") as tar:
        for member in tar:
            file = tar.extractfile(member) if member.name.endswith(".tml") else None
            if file:
                marked = file.read().decode("utf-8", "replace").partition("<TEXT>")[2]
                yield html.unescape(re.sub(r"<[^>]+>", "", marked))
    with gzip.open(data / "satp/train.tsv.gz", "rt") as rows:
        yield from (row.partition("\t")[0] for row in rows)
    for name in ("LGL", "TR-News"):
        with gzip.open(data / f"geoparsing/{name}.xml.gz", "rt") as xml:
            yield from (html.unescape(m) for m in re.findall(r"<text>(.*?)</text>", xml.read(), re.DOTALL))


def observed(text: str, word: Word) -> int:
    """Return the case class that a well-cased text shows for a word."""
    written = text[word.start : word.start + len(word.stem)]
    if written.islower():
        return LOWER
    return UPPER if len(written) > 1 and written.isupper() else TITLE


def well_cased(text: str) -> bool:
    """Tell whether a paragraph is running text: neither a headline in capitals nor one in title case."""
    long = [w for w in re.findall(r"[^\W\d_]{4,}", text) if w]
    return len(long) >= 5 and sum(w.islower() for w in long) >= 0.5 * len(long)


def examples(documents: Iterable[str], known: dict[str, str]) -> tuple[list[Example], Counter[str]]:
    """Return every paragraph with its cases and features, and the number of documents of each feature."""
    out: list[Example] = []
    seen: Counter[str] = Counter()
    for text in documents:
        names: set[str] = set()
        for paragraph in re.split(r"\n\s*\n|\n(?=\S)", text):
            if not well_cased(paragraph):
                continue
            words = words_of(paragraph)
            cases = [observed(paragraph, w) for w in words]
            found = [features(words, i, known) for i in range(len(words))]
            names.update(sys.intern(n) for row in found for n in row)
            out.append((words, cases, [[sys.intern(n) for n in row] for row in found]))
        seen.update(names)
    return out, seen


def impersonal(name: str, known: dict[str, str]) -> bool:
    """Tell whether a feature can name nobody: its words are known ones, and of two words one is a common noun or the like."""
    kind, _, words = name.partition("=")
    if kind not in ("w", "b", "a"):
        return True
    buckets = [known.get(w, "?" if len(w) > 2 else "0") for w in words.split("|")]
    if kind == "w":
        return buckets[0] != "?"
    return any(b.isdigit() for b in buckets) and "?" not in buckets


class Perceptron:
    """An averaged perceptron over string features and three classes."""

    def __init__(self) -> None:
        """Start with no weights."""
        self.weights: dict[str, list[float]] = {}
        self._totals: dict[str, list[float]] = {}
        self._clock = 0

    def learn(self, names: list[str], gold: int) -> int:
        """Return the class decided for these features, and correct the weights if it is not `gold`."""
        self._clock += 1
        scores = [0.0, 0.0, 0.0]
        for name in names:
            row = self.weights.get(name)
            if row is not None:
                scores = [scores[0] + row[0], scores[1] + row[1], scores[2] + row[2]]
        guess = max((LOWER, TITLE, UPPER), key=lambda c: scores[c])
        if guess != gold:
            for name in names:
                row = self.weights.setdefault(name, [0.0, 0.0, 0.0])
                total = self._totals.setdefault(name, [0.0, 0.0, 0.0])
                for column, sign in ((gold, 1.0), (guess, -1.0)):
                    row[column] += sign
                    total[column] += sign * self._clock
        return guess

    def averaged(self) -> dict[str, list[int]]:
        """Return the averaged weights in hundredths, those that round to nothing left out."""
        out = {}
        for name, row in sorted(self.weights.items()):
            total = self._totals[name]
            mean = [round(100 * (row[c] - total[c] / self._clock)) for c in (LOWER, TITLE, UPPER)]
            if max(map(abs, mean)) >= 40:
                out[name] = mean
        return out


def train(known: dict[str, str], data: Path) -> dict[str, list[int]]:
    """Return the weights learnt from the training texts. First words of sentences teach nothing."""
    rows, seen = examples(texts(data), known)
    kept = {n for n, documents in seen.items() if documents >= DOCUMENTS and impersonal(n, known)}
    learner = Perceptron()
    order = random.Random(4)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for words, cases, found in rows:
            one = two = LOWER
            for i, word in enumerate(words):
                case = cases[i]
                if word.opens:
                    case = LOWER if known.get(word.stem, "?").isdigit() else case
                else:
                    prior = known.get(word.stem, "?")
                    names = [n for n in found[i] if n in kept] + history(one, two, word, prior)
                    learner.learn(names, case)
                two, one = one, case
    return {n: row for n, row in learner.averaged().items() if not n.startswith("tw=") or len(n) < 8 or n[5:] in known}


def main(arguments: list[str]) -> None:
    """Write the weights file."""
    source, data, target = (Path(a) for a in arguments)
    known = priors(source)
    weights = train(known, data)
    buckets: dict[str, list[str]] = defaultdict(list)
    for word, bucket in sorted(known.items()):
        buckets[bucket].append(word)
    payload = {"priors": {b: " ".join(buckets[b]) for b in sorted(buckets)}, "weights": weights}
    raw = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(raw, 9, mtime=0))
    print(f"{len(known)} priors, {len(weights)} features, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
