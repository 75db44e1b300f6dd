"""Frames: which words tell which codebook type, and what their arguments are to the event."""

from dateline.resources.frames.loader import Frame, Frames, Pattern, load_frames

__all__ = ["Frame", "Frames", "Pattern", "load_frames"]
