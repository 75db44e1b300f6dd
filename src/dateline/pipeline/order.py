"""The order of the steps: the one list to change where a step is added or replaced."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from dateline.extract.arguments import ArgumentStep
from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.extract.reading import ReadingStep
from dateline.extract.speech import SpeechStep
from dateline.model.layer import Step
from dateline.pipeline.claims import assemble
from dateline.pipeline.runner import Config, Pipeline
from dateline.resolve.actors import ActorStep
from dateline.resolve.dates import DateStep
from dateline.resolve.places import PlaceStep
from dateline.resolve.publication import PublicationStep
from dateline.resolve.quantities import QuantityStep

STEPS: tuple[Callable[[], Step[Any]], ...] = (
    ParseStep,
    ReadingStep,
    MentionStep,
    PublicationStep,
    DateStep,
    PlaceStep,
    ActorStep,
    QuantityStep,
    EventStep,
    SpeechStep,
    ArgumentStep,
)


def build_pipeline(config: Config | None = None) -> Pipeline:
    """Return the standard pipeline. Loads the models and resources of its steps."""
    config = config or Config()
    return Pipeline([step() for step in STEPS], partial(assemble, weighed=config.learned), config)
