"""The pages of the documentation say what the program, the record and the types are now."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import dateline.model
from dateline.cli import main as program
from tests.conftest import ROOT
from tools import accuracy, codebook, commands

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


def test_every_command_and_option_is_documented() -> None:
    assert commands.undocumented(program) == []


def test_command_reference_is_current() -> None:
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == commands.render(program), "run `make docs`"


def test_codebook_page_is_current() -> None:
    assert (DOCS / "codebook.md").read_text(encoding="utf-8") == codebook.render(), "run `make docs`"


def test_accuracy_page_is_current() -> None:
    figures = json.loads(accuracy.FIGURES.read_text(encoding="utf-8"))
    assert (DOCS / "accuracy.md").read_text(encoding="utf-8") == accuracy.render(figures), "run `make accuracy`"


def schema_names(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the names of all properties of a schema, at any depth."""
    for key, value in schema.items():
        if key == "properties":
            yield from value
        if isinstance(value, dict):
            yield from schema_names(value)


def test_every_field_of_the_record_is_described() -> None:
    schema = json.loads((ROOT / "src/dateline/resources/record.schema.json").read_text(encoding="utf-8"))
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    assert [name for name in sorted(set(schema_names(schema))) if f"`{name}`" not in page] == []


def model_types() -> list[str]:
    """Return the names of the public classes of the model."""
    names = []
    for module in pkgutil.iter_modules(dateline.model.__path__, "dateline.model."):
        found = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        names += [n for n, c in found if c.__module__ == module.name and not n.startswith("_")]
    return names


@pytest.mark.parametrize("name", model_types())
def test_every_type_is_in_the_glossary(name: str) -> None:
    assert f"`{name}`" in (DOCS / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda p: p.name)
def test_links_lead_somewhere(page: Any) -> None:
    text = page.read_text(encoding="utf-8")
    assert [to for to in LINK.findall(text) if not (page.parent / to).exists()] == []
