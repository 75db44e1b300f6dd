"""Compile the codebook's YAML, one file a family, to one JSON file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import yaml

TYPES = Path(__file__).parent / "types"


def build(target: Path) -> None:
    """Write `codebook.json` into the folder `target`."""
    types = []
    digest = hashlib.sha256()
    for path in sorted(TYPES.glob("*.yaml")):
        raw = path.read_bytes()
        digest.update(raw)
        family = yaml.safe_load(raw)
        for name, entry in family["types"].items():
            types.append({"name": name, "family": family["family"], "kind": family.get("kind", "incident"), **(entry or {})})
    names = {t["name"] for t in types}
    for t in types:
        if t.get("broader") and t["broader"] not in names:
            raise ValueError(f"codebook: {t['name']!r} names an unknown broader type {t['broader']!r}")
    out = {"version": digest.hexdigest()[:12], "types": types}
    (target / "codebook.json").write_text(json.dumps(out, ensure_ascii=False, sort_keys=True), encoding="utf-8")
