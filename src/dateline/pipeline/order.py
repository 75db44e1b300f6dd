"""The order of the steps."""

from __future__ import annotations

import importlib
from typing import Any

from dateline.pipeline.claims import assemble
from dateline.pipeline.runner import Config, Pipeline

STEPS = (
    ("dateline.extract.parse", "ParseStep"),
    ("dateline.extract.mentions", "MentionStep"),
    ("dateline.extract.events", "EventStep"),
    ("dateline.extract.speech", "SpeechStep"),
    ("dateline.resolve.publication", "PublicationStep"),
    ("dateline.resolve.dates", "DateStep"),
    ("dateline.resolve.places", "PlaceStep"),
    ("dateline.resolve.actors", "ActorStep"),
    ("dateline.resolve.quantities", "QuantityStep"),
    ("dateline.extract.arguments", "ArgumentStep"),
)


def build_pipeline(config: Config | None = None) -> Pipeline:
    """Return the standard pipeline."""
    steps: list[Any] = []
    for module, name in STEPS:
        try:
            steps.append(getattr(importlib.import_module(module), name)())
        except (ImportError, AttributeError):
            continue
    return Pipeline(steps, assemble, config)
