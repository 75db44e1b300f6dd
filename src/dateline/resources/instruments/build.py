"""Compile the weapons list to one JSON file of terms."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data" / "instruments.yaml"


def build(target: Path) -> None:
    """Write `instruments.json` into the folder `target`: each term in the singular, with its name and kind."""
    raw = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    terms: dict[str, list[str]] = {}
    acronyms: dict[str, list[str]] = {}
    for kind, entries in raw["kinds"].items():
        for entry in entries:
            name = entry.get("name", entry["terms"][0])
            for term in entry["terms"]:
                if terms.setdefault(term, [name, kind]) != [name, kind]:
                    raise ValueError(f"instruments: {term!r} stands under two names")
            for acronym in entry.get("acronyms", []):
                acronyms[acronym] = [name, kind]
    out = {"terms": terms, "acronyms": acronyms, "guarded": sorted(set(raw["guarded"]))}
    (target / "instruments.json").write_text(json.dumps(out, ensure_ascii=False, sort_keys=True), encoding="utf-8")
