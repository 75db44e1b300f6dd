"""Weapons and means by kind."""

from dateline.resources.instruments.loader import Instrument, Instruments, load_instruments

__all__ = ["Instrument", "Instruments", "load_instruments"]
