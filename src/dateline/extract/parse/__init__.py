"""Sentences with a dependency parse."""

from dateline.extract.parse.step import ParseStep

__all__ = ["ParseStep"]
