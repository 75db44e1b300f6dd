"""Facility mentions: prisons, camps, bases, markets, hospitals and the like, named or not."""

from dateline.extract.mentions.facilities.finder import find

__all__ = ["find"]
