"""Dates: the finder of date mentions."""

from dateline.extract.mentions.dates.find import find

__all__ = ["find"]
