"""Build hook: compiles the resources (codebook, gazetteer, actor register, lexicons) into the package."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MISSING = (
    "Dateline compiles its resources when it is built and needs the packages of requirements/ for it: {}.\n"
    "Run `make install`, or install run.txt, build.txt and (with --no-deps) data.txt, then build with --no-build-isolation."
)


class ResourceHook(BuildHookInterface[Any]):
    """Compiles the resources for wheels and editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into `src/dateline/resources/compiled/`, which is not in git and goes into the wheel."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            build = importlib.import_module("dateline.resources.build")
            build.build_all(source / "dateline" / "resources" / "compiled")
        except ModuleNotFoundError as error:
            raise RuntimeError(MISSING.format(error)) from error
        finally:
            sys.path.remove(str(source))
