"""MUC-4 with five roles: who did it, what was struck, who suffered, with what; types of incident by sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.scheme import ROLES, TYPES, Text
from training.segment import Segmented, mark, segment

NAMES = {"PerpInd": "perp_ind", "PerpOrg": "perp_org", "Target": "target", "Victim": "victim", "Weapon": "weapon"}


def read(data: Path, split: str) -> Iterator[Text]:
    """Yield the documents of a split; every occurrence of a filler's words in its text counts as the filler."""
    with (data / "muc4" / "roles5" / f"{split}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield _text(json.loads(line))


def _text(document: dict[str, Any]) -> Text:
    body = document["doctext"]
    cut = segment(body, r"\s{3,}")
    text = cut.text(f"roles5/{document['docid']}", "roles5")
    roles = cut.blank()
    types: list[set[int]] = [set() for _ in cut.sentences]
    fillers = [
        (mention[0], role, _kinds(template))
        for template in document["templates"]
        for name, role in NAMES.items()
        for entity in template[name]
        for mention in entity
    ]
    # The longest first: a filler that holds another's words stands, "union leader" and not "leader".
    for words, role, kinds in sorted(fillers, key=lambda f: (-len(f[0]), f)):
        _occurrences(body, words, cut, (roles, types), (1 + 2 * ROLES.index(role), kinds))
    text.tags["roles"] = roles
    text.types = [sorted(t) for t in types]
    text.relevant = int(bool(document["templates"]))
    return text


def _kinds(template: dict[str, Any]) -> list[int]:
    return [TYPES.index(kind.strip()) for kind in template["incident_type"].split("/") if kind.strip() in TYPES]


def _occurrences(
    body: str, mention: str, cut: Segmented, out: tuple[list[list[int]], list[set[int]]], label: tuple[int, list[int]]
) -> None:
    for match in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", body):
        words = cut.covered(*match.span())
        if words and not any(out[0][s][w] for s, w in words):
            mark(out[0], words, label[0])
        for s, _ in words:
            out[1][s].update(label[1])
