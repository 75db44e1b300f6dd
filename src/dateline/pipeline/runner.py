"""Pipeline: runs batches of documents through steps in order, and keeps one document's failure its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model.claim import Coded
from dateline.model.document import Document
from dateline.model.layer import AnnotatedDocument, Layer, Step, StepError
from dateline.pipeline.gating import gated

Assemble = Callable[[AnnotatedDocument], Coded]
Outcomes = list[Layer[Any] | StepError]
ASSEMBLE = "claims"
"""What the last stage, from layers to claims, is called in reasons."""


class OrderError(ValueError):
    """Steps in an order in which one of them lacks a layer, or two provide the same."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a project may choose about coding. Part of every run's id."""

    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes of the languages coded; others are refused."""
    learned: bool = True
    """Whether what was learned has a say; without it rules decide alone, for comparison."""
    gate: bool = True
    """Whether documents that do not look to be about political violence are left uncoded. The gate is learned, too."""


class Pipeline:
    """Steps in an order that works, and what makes claims of their layers."""

    def __init__(self, steps: Sequence[Step[Any]], assemble: Assemble, config: Config | None = None) -> None:
        """Check the order. Raises OrderError if a step would lack a layer it requires."""
        self.steps = tuple(steps)
        self.config = config or Config()
        self._assemble = assemble
        check_order(self.steps)

    def code(self, batch: Sequence[Document]) -> list[Coded | StepError]:
        """Return what coding each document yields, or why it failed, in order. What does not pass the gate yields nothing."""
        stopped = [self._gate(document) for document in batch]
        passed = iter(self.annotate([document for document, stop in zip(batch, stopped, strict=True) if stop is None]))
        return [self._claims(next(passed)) if stop is None else stop for stop in stopped]

    def annotate(self, batch: Sequence[Document]) -> list[AnnotatedDocument | StepError]:
        """Return each document with the layers of all steps, or why a step failed on it, in order. Asks no gate."""
        errors: list[StepError | None] = [self._refuse(document) for document in batch]
        annotated = [AnnotatedDocument(document) for document in batch]
        for step in self.steps:
            alive = [i for i, error in enumerate(errors) if error is None]
            for i, outcome in zip(alive, _run(step, [annotated[i] for i in alive]), strict=True):
                if isinstance(outcome, StepError):
                    errors[i] = outcome
                else:
                    annotated[i] = annotated[i].with_layer(step.provides, outcome)
        return [error or a for error, a in zip(errors, annotated, strict=True)]

    def _refuse(self, document: Document) -> StepError | None:
        if document.language in self.config.languages or document.language == "und":
            # Reading lets short texts through whose language nothing tells for sure.
            return None
        return StepError("language", f"cannot code the language {document.language!r}, only {', '.join(self.config.languages)}")

    def _gate(self, document: Document) -> Coded | None:
        if not self.config.gate or not self.config.learned or self._refuse(document):
            return None
        return gated(document)

    def _claims(self, annotated: AnnotatedDocument | StepError) -> Coded | StepError:
        if isinstance(annotated, StepError):
            return annotated
        try:
            return self._assemble(annotated)
        except Exception as e:  # a document that fails must not take the others with it
            return StepError(ASSEMBLE, reason(e))


def check_order(steps: Sequence[Step[Any]]) -> None:
    """Raise OrderError unless every step finds the layers it requires and provides a new one."""
    there: dict[str, str] = {}
    for step in steps:
        name = name_of(step)
        missing = [key.name for key in step.requires if key.name not in there]
        if missing:
            raise OrderError(f"{name} requires the layer {missing[0]!r}, which no step before it provides")
        if step.provides.name in there:
            raise OrderError(f"{name} provides the layer {step.provides.name!r}, as {there[step.provides.name]} does already")
        there[step.provides.name] = name


def name_of(step: Step[Any]) -> str:
    """Return what a step is called in reasons and in `decided_by`."""
    return type(step).__name__


def reason(error: Exception) -> str:
    """Return an exception in one line of words."""
    words = " ".join(str(error).split())
    kind = type(error).__name__
    return f"failed with {kind}: {words}" if words else f"failed with {kind}"


def _run(step: Step[Any], batch: Sequence[AnnotatedDocument]) -> Outcomes:
    """Run a step; where the batch fails as a whole, run it document by document."""
    if not batch:
        return []
    try:
        return _checked(step, batch)
    except Exception as e:
        if len(batch) == 1:
            return [StepError(name_of(step), reason(e))]
    return [outcome for one in batch for outcome in _run(step, [one])]


def _checked(step: Step[Any], batch: Sequence[AnnotatedDocument]) -> Outcomes:
    outcomes = step(batch)
    if len(outcomes) != len(batch):
        raise ValueError(f"{len(outcomes)} layers for {len(batch)} documents")
    return outcomes
