"""Frozen types and their enumerations, once. Standard library only."""
