"""Quantities: the finder of counts and what is counted."""

from dateline.extract.mentions.quantities.find import find

__all__ = ["find"]
