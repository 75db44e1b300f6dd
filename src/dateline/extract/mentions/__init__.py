"""Mentions of actors, places, facilities, dates, quantities, instruments, outlets and slogans. One module a kind.

`step.MentionStep` runs them all; it is imported from there, so that a finder can be used without the others.
"""
