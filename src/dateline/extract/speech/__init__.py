"""Reported speech: who says what, by which words, and what the report hedges."""

from dateline.extract.speech.step import SpeechStep

__all__ = ["SpeechStep"]
