"""Dateline reads reporting on political violence and writes a sourced chronology."""

__version__ = "0.1.0"
