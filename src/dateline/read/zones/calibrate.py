"""The figures behind the thresholds of reading, from a file of captured pages: `python -m dateline.read.zones.calibrate FILE`.

The file is JSON lines with a text and an outlet each, such as `airwars_syria/dev/docs.jsonl`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from dateline.model.document import Document, ZoneKind
from dateline.read.block import Block
from dateline.read.language import identify
from dateline.read.options import ReadOptions
from dateline.read.plain import wrapped_share
from dateline.read.reader import read_bytes
from dateline.read.zones.line import Line, Vocabulary, line_of

SHARES = (0.0, 0.03, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0)
FEWEST = 4
LARGEST = 30_000


def main(path: str) -> None:
    """Print how cohesion, line ends and language scores are spread over the pages of a file."""
    raw = Path(path).read_bytes()
    documents = [d for d in read_bytes(raw, path, ReadOptions()) if isinstance(d, Document) and len(d.text) < LARGEST]
    stories = [(d, story) for d in documents if len(story := _story(d)) >= FEWEST]
    halves: list[float] = []
    others: list[float] = []
    for i, (document, story) in enumerate(stories):
        middle = len(story) // 2
        halves += [_relative(story[:middle], story[middle:]), _relative(story[middle:], story[:middle])]
        for other, text in stories[i + 1 :: 7]:
            if other.capture.outlet != document.capture.outlet:
                others.append(_relative(story, text))
    print("shares          ", *(f"{share:6.2f}" for share in SHARES))
    _spread("half to half    ", halves)
    _spread("to other outlets", others)
    _spread("wrapped ends    ", [wrapped_share(d.text)[0] for d in documents])
    _spread("language        ", [identify(d.text)[1] for d in documents if len(d.text.split()) >= 8])


def _story(document: Document) -> list[Line]:
    spans = [zone.span for zone in document.zones if zone.kind is ZoneKind.BODY]
    return [line_of(Block(span, " ".join(span.of(document.text).split()))) for span in spans]


def _relative(main_story: Sequence[Line], other: Sequence[Line]) -> float:
    for line in main_story:
        line.core = True
    for line in other:
        line.core = False
    vocabulary = Vocabulary(main_story)
    return sum(map(vocabulary.shared, other)) / (sum(len(line.content) for line in other) or 1) / vocabulary.usual


def _spread(name: str, values: Sequence[float]) -> None:
    ordered = sorted(values)
    print(name, *(f"{ordered[int(share * (len(ordered) - 1))]:6.2f}" for share in SHARES), f"  n={len(ordered)}")


if __name__ == "__main__":
    main(sys.argv[1])
