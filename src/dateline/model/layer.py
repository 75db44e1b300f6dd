"""Documents with layers of annotation, and the steps that add them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from dateline.model.document import Document
from dateline.model.event import Argument, Attribution, EventMention
from dateline.model.mention import Mention
from dateline.model.parse import Sentence
from dateline.model.reading import Reading
from dateline.model.resolution import ActorValue, DateValue, PlaceValue, Publication, QuantityValue, Resolution

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LayerKey(Generic[T]):
    """Name and item type of a layer."""

    name: str


@dataclass(frozen=True, slots=True)
class Layer(Generic[T]):
    """What one step says about one document."""

    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class StepError:
    """A step's failure on one document, in words for the rejects file."""

    step: str
    reason: str


SENTENCES: LayerKey[Sentence] = LayerKey("sentences")
READINGS: LayerKey[Reading] = LayerKey("readings")
MENTIONS: LayerKey[Mention] = LayerKey("mentions")
EVENTS: LayerKey[EventMention] = LayerKey("events")
ARGUMENTS: LayerKey[Argument] = LayerKey("arguments")
ATTRIBUTIONS: LayerKey[Attribution] = LayerKey("attributions")
PUBLICATION: LayerKey[Publication] = LayerKey("publication")
DATES: LayerKey[Resolution[DateValue]] = LayerKey("dates")
PLACES: LayerKey[Resolution[PlaceValue]] = LayerKey("places")
ACTORS: LayerKey[Resolution[ActorValue]] = LayerKey("actors")
QUANTITIES: LayerKey[Resolution[QuantityValue]] = LayerKey("quantities")


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document and the layers it has so far."""

    document: Document
    layers: Mapping[str, Layer[Any]] = field(default_factory=dict)

    def __getitem__(self, key: LayerKey[T]) -> tuple[T, ...]:
        """Return the items of a layer. Raises KeyError if no step has provided it."""
        return self.layers[key.name].items

    def with_layer(self, key: LayerKey[T], layer: Layer[T]) -> AnnotatedDocument:
        """Return the document with one more layer."""
        return AnnotatedDocument(self.document, {**self.layers, key.name: layer})


class Step(Protocol[T]):
    """One step of the pipeline, named after what it produces."""

    @property
    def requires(self) -> tuple[LayerKey[Any], ...]:
        """Return the layers that must be there before."""
        ...

    @property
    def provides(self) -> LayerKey[Any]:
        """Return the layer that this step adds."""
        ...

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[T] | StepError]:
        """Return one layer or error for each document of the batch, in order."""
        ...
