"""Every corpus in the one scheme, cut once and kept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from training.readers import event_location, factuality, polnear, roles5
from training.scheme import Text, load, save

READERS: dict[str, Callable[[Path, str], Iterator[Text]]] = {
    "roles5": roles5.read,
    "event_location": event_location.read,
    "factuality": factuality.read,
    "polnear": polnear.read,
}


def prepare(data: Path, work: Path) -> None:
    """Read every corpus and split that has not been read yet into `work`."""
    for name, reader in READERS.items():
        for split in ("train", "dev"):
            path = work / f"{name}.{split}.jsonl"
            if not path.is_file():
                began = time.monotonic()
                save(reader(data, split), path)
                print(f"read {name} {split} in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def texts(work: Path, split: str) -> list[Text]:
    """Return the texts of all corpora."""
    return [text for name in READERS for text in load(work / f"{name}.{split}.jsonl")]
