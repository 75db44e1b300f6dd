"""The record: what `dateline run --format jsonl` writes, and the enumerations of the types, agree with the schema."""

from __future__ import annotations

import json
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dateline.model import entry as entry_types
from dateline.model import event, resolution
from tests.conftest import ROOT

SCHEMA: dict[str, Any] = json.loads((ROOT / "src/dateline/resources/record.schema.json").read_text(encoding="utf-8"))
PROPERTIES = SCHEMA["properties"]
DEFS = {name: definition.get("properties", {}) for name, definition in SCHEMA["$defs"].items()}


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("names", "enumeration"),
    [
        (PROPERTIES["kind"]["enum"], event.EntryKind),
        (PROPERTIES["family"]["enum"], event.Family),
        (PROPERTIES["polarity"]["enum"], event.Polarity),
        (PROPERTIES["modality"]["enum"], event.Modality),
        (DEFS["date"]["precision"]["enum"], resolution.DatePrecision),
        (DEFS["date"]["basis"]["enum"], resolution.DateBasis),
        (DEFS["place"]["precision"]["enum"], resolution.PlacePrecision),
        (DEFS["participant"]["kind"]["enum"], resolution.ActorKind),
        (DEFS["participant"]["responsibility"]["enum"], event.Responsibility),
        (DEFS["quantity"]["outcome"]["enum"], event.Outcome),
        (DEFS["claim"]["certainty"]["enum"], event.Certainty),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_enumerations_are_those_of_the_record(names: list[str], enumeration: type[StrEnum]) -> None:
    assert [member.value for member in enumeration] == names


def test_participant_roles_are_those_of_the_record() -> None:
    assert {role.value for role in event.PARTICIPANT_ROLES} == set(DEFS["participant"]["role"]["enum"])


def test_entries_carry_the_names_of_the_record() -> None:
    of_record = {"sources", "duration"}
    held_otherwise = {"documents", "independent", "duration", "duration_claims", "events"}
    fields = set(entry_types.Entry.__dataclass_fields__) - held_otherwise
    assert fields == set(PROPERTIES) - of_record


def test_what_run_writes_for_the_examples_is_valid(examples: Path, tmp_path: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("dateline")),
        "run",
        str(examples),
        "--format",
        "jsonl",
        "--db",
        str(tmp_path / "c.db"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    entries = [json.loads(line) for line in done.stdout.splitlines()]
    assert entries
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for entry in entries:
        assert [error.message for error in validator.iter_errors(entry)] == []
        claims = {claim["id"] for claim in entry["claims"]}
        assert set(cited(entry)) <= claims


def cited(value: Any, key: str = "") -> list[str]:
    """Return the claim ids named anywhere in an entry."""
    if isinstance(value, dict):
        return [found for name, part in value.items() for found in cited(part, name)]
    if isinstance(value, list):
        return [found for part in value for found in ([part] if key == "claims" and isinstance(part, str) else cited(part))]
    return []
