"""Who an actor mention refers to."""

from dateline.resolve.actors.same import Bearers, same_actors
from dateline.resolve.actors.step import ActorStep

__all__ = ["ActorStep", "Bearers", "same_actors"]
