"""Zones: which blocks of a page are the report, and which are furniture."""

from __future__ import annotations

from dateline.read.zones.classify import zones_of

__all__ = ["zones_of"]
