"""Arguments: which mention plays which role in which event."""

from dateline.extract.arguments.step import ArgumentStep

__all__ = ["ArgumentStep"]
