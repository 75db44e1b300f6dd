"""Dates: what each date mention refers to."""

from dateline.resolve.dates.step import DateStep

__all__ = ["DateStep"]
