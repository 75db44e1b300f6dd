"""Linking: which event mentions are one entry, and what the entry's values are."""

from dateline.link.chronology import Source, chronology

__all__ = ["Source", "chronology"]
