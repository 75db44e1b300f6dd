"""Counts with their bounds."""

from dateline.resolve.quantities.step import QuantityStep

__all__ = ["QuantityStep"]
