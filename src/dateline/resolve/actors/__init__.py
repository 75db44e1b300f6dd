"""Who an actor mention refers to."""

from dateline.resolve.actors.step import ActorStep

__all__ = ["ActorStep"]
