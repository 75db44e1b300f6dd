"""A pipeline for tests: no parser, a claim for each `NAME killed N people.`, and words that make a worker misbehave."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.model.claim import Claim, Coded, EventRecord, JsonValue, Quotation
from dateline.model.document import Document
from dateline.model.event import EventMention
from dateline.model.layer import EVENTS, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.span import Span
from dateline.pipeline import Config, Pipeline

KILLED = re.compile(r"\b(\w+) killed (\d+) people")


class KillStep:
    """Finds killings, and does what a bad document can do to a process."""

    requires: tuple[LayerKey[Any], ...] = ()
    provides = EVENTS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[EventMention] | StepError]:
        return [self._find(annotated.document) for annotated in batch]

    def _find(self, document: Document) -> Layer[EventMention] | StepError:
        text = document.text
        if "RAISE" in text:
            raise ValueError("this text raises")
        if "CRASH" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "EXIT" in text:
            os._exit(7)
        if "HANG" in text:
            time.sleep(600)
        if "SLOW" in text:
            time.sleep(0.1)
        print("what a library prints must not get among the messages")
        found = [EventMention("armed attack", Span(*match.span()), 0, 0) for match in KILLED.finditer(text)]
        return Layer(tuple(found))


class BrokenStep(KillStep):
    """Lacks what it needs."""

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[EventMention] | StepError]:
        raise OSError("no model here")


def assemble(annotated: AnnotatedDocument) -> Coded:
    """Make three claims of each event; a text with WRONG gets a quotation that is not in it."""
    document = annotated.document
    events = []
    for mention in annotated[EVENTS]:
        match = KILLED.match(document.text, mention.anchor.start)
        assert match is not None
        id = mention.id(document.text_id)
        claims = []
        number = int(match[2])
        count: JsonValue = {"low": number, "best": number, "high": number, "bound": "exact", "unit": "person", "whom": "people"}
        who: JsonValue = {"name": match[1], "kind": "unknown"}
        told: tuple[tuple[str, JsonValue, int], ...] = (
            ("type", mention.type, 0),
            ("participant:perpetrator", who, 1),
            ("quantity:killed", count, 2),
        )
        for field, value, group in told:
            exact = "nothing" if "WRONG" in document.text else match[group]
            quotation = Quotation(document.text_id, Span(*match.span(group)), exact)
            claims.append(Claim(id, field, value, match[group], quotation, decided_by=("KillStep",)))
        events.append(EventRecord(id, document.id, mention.type, mention.anchor, 0, tuple(claims)))
    return Coded(document.id, document.text_id, {"start": None, "basis": "unknown"}, tuple(events))


def build_fake(config: Config) -> Pipeline:
    """Return the fake pipeline. It asks no gate: these texts are too odd for one."""
    return Pipeline([KillStep()], assemble, replace(config, gate=False))


def build_nothing(config: Config) -> Pipeline:
    """Fail as a missing model does."""
    raise OSError("no model here")


def build_broken(config: Config) -> Pipeline:
    """Return a pipeline that fails on every document, as one without its model does."""
    return Pipeline([BrokenStep()], assemble, replace(config, gate=False))


def exit_at_once(config: Config) -> Pipeline:
    """End before anything is built."""
    os._exit(3)


def build_gated(config: Config) -> Pipeline:
    """Return the fake pipeline with the gate before it, unless the configuration leaves it out."""
    return Pipeline([KillStep()], assemble, config)
