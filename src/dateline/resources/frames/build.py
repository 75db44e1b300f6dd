"""Compile the frames and their word lists to one JSON file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data"
KEYS = frozenset(
    "type id verbs nouns adjectives agent patient preps agent_class patient_class needs_patient outcome outcome_if agent_outcome"
    " outcome_only generic requires not_with requires_adverb clause weak not_class needs_agent foiled"
    " under intransitive happens finite hits not_near".split()
)


def build(target: Path) -> None:
    """Write `frames.json` into the folder `target`. Raises ValueError for a frame with an unknown key."""
    digest = hashlib.sha256()
    frames = []
    extra = {}
    for path in sorted(DATA.glob("*.yaml")):
        raw = path.read_bytes()
        digest.update(raw)
        content = yaml.safe_load(raw)
        if "frames" not in content:
            extra[path.stem] = content
            continue
        for frame in content["frames"]:
            unknown = set(frame) - KEYS
            if unknown:
                raise ValueError(f"{path.name}: unknown keys {sorted(unknown)} in a frame of {frame['type']!r}")
            frames.append({"family": content["family"], **frame})
    out = {"version": digest.hexdigest()[:12], "frames": frames, **extra}
    (target / "frames.json").write_text(json.dumps(out, ensure_ascii=False, sort_keys=True), encoding="utf-8")
