"""A worker process: builds a pipeline and codes what comes in on standard input. Run as `python -m dateline.jobs.worker`.

A message is eight bytes of length and a pickle. The first is the name of what builds the pipeline and its configuration,
and is answered with None when the pipeline stands or with the reason why not; each further one is a batch of documents,
answered with their outcomes. Both ends are this program, so that pickles are safe.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import sys
from typing import IO, Any

from dateline.model.document import Capture, Document, Zone, ZoneKind
from dateline.model.layer import StepError
from dateline.model.span import Span

HEADER = 8


def send(stream: IO[bytes], message: object) -> None:
    """Write one message."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(body).to_bytes(HEADER, "big"))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Return the next message. Raises EOFError if the other end is gone."""
    header = stream.read(HEADER)
    if len(header) < HEADER:
        raise EOFError
    size = int.from_bytes(header, "big")
    body = stream.read(size)
    if len(body) < size:
        raise EOFError
    return pickle.loads(body)


def build(name: str, config: object) -> Any:
    """Return what `module:function` makes of the configuration."""
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)(config)


def _first_document() -> Document:
    text = "Gunmen killed 3 people in Baghdad on 5 March 2019, officials said."
    return Document(Capture("0" * 64, "first"), text, "en", (Zone(ZoneKind.BODY, Span(0, len(text))),))


def main() -> None:
    """Serve until standard input ends."""
    # Ctrl-C reaches every process of the terminal; the one that holds the database decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get among the messages.
    os.dup2(2, 1)
    try:
        _serve(incoming, outgoing)
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    name, config = receive(incoming)
    try:
        pipeline = build(name, config)
        # Models and resources load with the first document: what is missing must show before any of theirs is rejected.
        (outcome,) = pipeline.code([_first_document()])
        reason = f"{outcome.step} {outcome.reason}" if isinstance(outcome, StepError) else None
    except Exception as e:
        reason = f"{type(e).__name__}: {' '.join(str(e).split())}"
    send(outgoing, reason)
    if reason is not None:
        return
    while True:
        send(outgoing, pipeline.code(receive(incoming)))


if __name__ == "__main__":
    main()
