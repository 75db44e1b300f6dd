"""The suites, one module each: a reader of gold, a mapping from what the pipeline writes, a scorer."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from dateline.evaluate.suite import Suite

NAMES = tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))
"""A suite `x` is the `SUITE` of the module `suites.x`; what several share is a module whose name begins with `_`."""


def suite(name: str) -> Suite:
    """Return a suite by name. Raises KeyError if there is none."""
    if name not in NAMES:
        raise KeyError(name)
    found: Suite = import_module(f"dateline.evaluate.suites.{name}").SUITE
    return found
