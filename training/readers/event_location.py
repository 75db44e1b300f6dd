"""Sentences with a marked verb and the place of its event, or none."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from training.scheme import Pointer, Text
from training.segment import segment


def read(data: Path, split: str) -> Iterator[Text]:
    """Yield the sentences of a split."""
    with gzip.open(data / "event_location" / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            item = json.loads(line)
            cut = segment(item["text"])
            text = cut.text(f"event_location/{item['id']}/{n}", "event_location")
            verbs = [cut.covered(s["start"], s["end"]) for s in item["spans"] if s["label"] == "VERB"]
            places = [w for s in item["spans"] if s["label"] == "LOCATION" for w in cut.covered(s["start"], s["end"])]
            text.pointers = [Pointer("place", verb[0], places) for verb in verbs if verb]
            text.candidates = cut.places()
            yield text
