"""The locks: every requirement pinned and hashed, no index named, nothing under the GPL at run time."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==\S+", re.MULTILINE)


def pinned(lock: str) -> list[str]:
    return PINNED.findall((ROOT / "requirements" / lock).read_text(encoding="utf-8"))


def licence(name: str) -> str:
    about = metadata.metadata(name)
    kinds = [c for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    # The field License may hold a whole text: its first line names it.
    named = [v.strip().split("\n")[0] for field in ("License-Expression", "License") for v in about.get_all(field) or []]
    return " ".join([*named, *kinds])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_everything_is_pinned_with_hashes_and_no_index(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = [e for e in text.replace("\\\n", " ").splitlines() if e and not e.lstrip().startswith("#")]
    assert entries
    assert all("==" in e and "--hash=sha256:" in e for e in entries)
    assert "://" not in text


@pytest.mark.parametrize("name", pinned("run.txt"))
def test_no_gpl_at_run_time(name: str) -> None:
    try:
        found = licence(name)
    except metadata.PackageNotFoundError:
        # Locked for another platform or Python version only.
        lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
        assert re.search(rf"^{re.escape(name)}==\S+ ;", lock, re.MULTILINE), f"{name} is locked but not installed"
        return
    assert found.strip(), f"{name} names no licence"
    # A choice that includes another licence ("MPL-1.1 OR GPL-2.0-only") is no obligation.
    assert "GPL" not in found or " OR " in found, found


def test_no_lock_draws_in_unidecode() -> None:
    assert "unidecode" not in {name.lower() for lock in LOCKS for name in pinned(lock.name)}


def test_the_lock_covers_what_the_project_asks_for() -> None:
    locked = {name.lower().replace("_", "-") for name in pinned("run.txt")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {Requirement(r).name.lower().replace("_", "-") for r in project["dependencies"]} <= locked
