"""Arguments: which mention plays which role in which event."""

from dateline.extract.arguments.read import RULE as READ_RULE
from dateline.extract.arguments.step import ArgumentStep

__all__ = ["READ_RULE", "ArgumentStep"]
