"""The codebook: event types with their families, definitions and crosswalks."""

from dateline.resources.codebook.loader import Codebook, EventType, load_codebook

__all__ = ["Codebook", "EventType", "load_codebook"]
