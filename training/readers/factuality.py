"""Predicates with a factuality of -3 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.scheme import Text
from training.segment import segment


def read(data: Path, split: str) -> Iterator[Text]:
    """Yield the sentences of a split."""
    with (data / "factuality_meantime" / f"{split}.jsonl").open(encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            item = json.loads(line)
            starts, at = [], 0
            words = item["text"].split(" ")
            for word in words:
                starts.append(at)
                at += len(word) + 1
            cut = segment(item["text"])
            text = cut.text(f"factuality/{split}/{item['file_idx']}/{item['idx']}/{n}", "factuality")
            for target in item["targets"]:
                first = target["span1"][0]
                covered = cut.covered(starts[first], starts[first] + len(words[first]))
                if covered:
                    text.factuality.append((*covered[0], float(target["label"])))
            yield text
