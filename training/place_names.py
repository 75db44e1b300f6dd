"""Training of what weighs names that no rule settles: known names in news, and whether gold marks them as places.

    python -m training.place_names --data ../shared/data

Besides the weights for use it writes some without each corpus in turn, and tells what these are worth on it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.evaluate.coder import Coder
from dateline.evaluate.suites._places_gold import Article, read_gold
from dateline.evaluate.suites.geoparsing import Places
from dateline.extract.mentions.places.finder import by_rule, untaken
from dateline.extract.mentions.places.weighed import ENOUGH, SURE, candidates, features
from dateline.model.layer import SENTENCES, AnnotatedDocument
from dateline.resources.weigher import PLACE_NAMES, left_out
from training.regression import Example, trained

_WORDS = ("next=", "then=", "before=")
HERE = Path(__file__).parent
STRENGTHS = (0.2, 0.5, 1.0, 2.0)
CORPORA = ("TR-News", "LGL", "GeoVirus")


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.place_names", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    options = parser.parse_args()
    read = {corpus: _read(options.data / "geoparsing", corpus) for corpus in CORPORA}
    for unseen in (None, *CORPORA):
        report = _trained({corpus: found for corpus, found in read.items() if corpus != unseen})
        target = left_out(PLACE_NAMES, unseen) if unseen else PLACE_NAMES
        target.write_text(json.dumps(report, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        if unseen:
            print(f"without {unseen}", file=sys.stderr)
            _measure(read[unseen][0], report)


def _trained(read: Mapping[str, tuple[list[Example], set[str]]]) -> dict[str, object]:
    plain = {word for _, words in read.values() for word in words}
    learn = [_without_names(example, plain) for examples, _ in read.values() for example in examples]
    version = hashlib.sha256("\n".join(e.text for e in learn).encode()).hexdigest()[:12]
    return {"version": version, "corpora": list(read), **trained(learn, STRENGTHS)}


def _read(folder: Path, corpus: str) -> tuple[list[Example], set[str]]:
    """Return the examples of a corpus, and the words that it has in lower case."""
    articles = {article.report.id: article for article in read_gold(folder, corpus)}
    examples: list[Example] = []
    plain: set[str] = set()
    for report, annotated, _ in Coder(1).claims([article.report for article in articles.values()]):
        plain |= {t.text for sentence in annotated[SENTENCES] for t in sentence.tokens if t.text.islower() and t.pos != "PROPN"}
        examples += _of_article(articles[report.id], annotated, f"{corpus} {report.id}")
    return examples, plain


def _without_names(example: Example, plain: set[str]) -> Example:
    """Return an example without the words next to the name that are names themselves: those teach nothing elsewhere."""
    kept = {f: 1.0 for f in example.features if not f.startswith(_WORDS) or _plain(f.partition("=")[2], plain)}
    return Example(kept, example.right, example.text)


def _plain(word: str, plain: set[str]) -> bool:
    return word in plain or not word.isalpha()


def _of_article(article: Article, annotated: AnnotatedDocument, text: str) -> Iterator[Example]:
    there = Places(article.text, annotated.document.text)
    gold = {place.span for place in article.places}
    reading = by_rule(annotated.document, annotated[SENTENCES])
    for sentence, taken in untaken(reading, annotated[SENTENCES]):
        for candidate in candidates(reading, sentence, taken):
            span = sentence.tokens[candidate.first].span.cover(sentence.tokens[candidate.last].span)
            right = there.span(span) in gold
            yield Example(dict.fromkeys(features(reading, sentence, candidate), 1.0), right, text)


def _measure(examples: Sequence[Example], report: dict[str, object]) -> None:
    """Tell how right the candidates over each floor are that the weights know nothing of."""
    weights, bias = report["weights"], report["bias"]
    assert isinstance(weights, dict) and isinstance(bias, float)
    for floor in (ENOUGH, SURE):
        logit = {ENOUGH: 0.0, SURE: 0.8473}[floor]
        told: Counter[str] = Counter()
        for example in examples:
            taken = bias + sum(weights.get(name, 0.0) for name in example.features) >= logit
            told["right taken"] += taken and example.right
            told["taken"] += taken
            told["right"] += example.right
        print(f"{floor}: {dict(told)}", file=sys.stderr)


if __name__ == "__main__":
    main()
