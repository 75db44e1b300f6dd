"""Reading the gold of WikiEvents and RAMS: documents as tokens, events, arguments and entities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._kairos import KAIROS, RAMS, Row, row_of
from dateline.evaluate.suites._tokens import printed

_COREFERENCE = "coref_"
_NUMBERED = re.compile(r"^evt\d+arg\d+")
_ENDED = tuple(".!?\"”'’:…")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A run of tokens, half open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldArgument:
    """An argument in a role that has a counterpart. `mentions` are those of its entity, its own first."""

    role: str
    words: str
    mentions: tuple[Tokens, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event of a kind that has a counterpart, which is `row`."""

    kind: str
    row: Row
    trigger: Tokens
    words: str
    arguments: tuple[GoldArgument, ...]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document. `complete` tells whether all its events are marked, `coreference` whether entities are."""

    id: str
    tokens: tuple[str, ...]
    text: str
    events: tuple[GoldEvent, ...]
    table: tuple[Row, ...]
    complete: bool = True
    coreference: bool = True
    marked: tuple[Tokens, ...] = ()
    """The triggers that are marked, with or without a counterpart, where not all events are."""


def read_gold(folder: Path, split: str) -> list[GoldDocument]:
    """Return the documents of a split, a file or a folder of files. Raises GoldError."""
    inside = [p for p in sorted((folder / split).glob("*.jsonl*")) if not p.name.startswith(_COREFERENCE)]
    paths = inside or [_rows.find(folder, split, [".jsonl"])]
    out: list[GoldDocument] = []
    for path in paths:
        rows = _rows.rows(path, ("sentences",))
        try:
            if "evt_triggers" in rows[0]:
                out += [_rams(row) for row in rows]
            else:
                clusters = _clusters(path)
                out += [_kairos(row, clusters) for row in rows]
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as e:
            raise GoldError(f"{path}: not in the form of WikiEvents or RAMS: {type(e).__name__} {e}") from e
    return out


def _clusters(path: Path) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the ids of the mentions of each entity, by document."""
    beside = _rows.find(path.parent, f"{_COREFERENCE}{path.name.partition('.')[0]}", [".jsonl"])
    return {row["doc_key"]: row["clusters"] for row in _rows.rows(beside, ("doc_key", "clusters"))}


def _kairos(row: Mapping[str, Any], clusters: Mapping[str, Sequence[Sequence[str]]]) -> GoldDocument:
    mentions = {m["id"]: Tokens(m["start"], m["end"]) for m in row["entity_mentions"]}
    same = {id: cluster for cluster in clusters[row["doc_id"]] for id in cluster}
    events = []
    for event in row["event_mentions"]:
        fits = row_of(event["event_type"], KAIROS)
        if fits is None:
            continue
        arguments = []
        for argument in event["arguments"]:
            id, role = argument["entity_id"], argument["role"].lower()
            if role in fits.roles:
                others = [other for other in same.get(id, ()) if other != id and other in mentions]
                spans = tuple(mentions[one] for one in (id, *others))
                arguments.append(GoldArgument(role, argument["text"], spans))
        at = event["trigger"]
        events.append(GoldEvent(event["event_type"], fits, Tokens(at["start"], at["end"]), at["text"], tuple(arguments)))
    text = joined([sentence for _, sentence in row["sentences"]])
    return GoldDocument(str(row["doc_id"]), tuple(row["tokens"]), text, tuple(events), KAIROS)


def _rams(row: Mapping[str, Any]) -> GoldDocument:
    tokens = tuple(token for sentence in row["sentences"] for token in sentence)
    events, marked = [], []
    for first, last, kinds in row["evt_triggers"]:
        trigger, kind = Tokens(first, last + 1), kinds[0][0]
        marked.append(trigger)
        fits = row_of(kind, RAMS)
        if fits is None:
            continue
        arguments = []
        for (at, _), (start, end), label in row["gold_evt_links"]:
            role = _NUMBERED.sub("", label)
            if at == first and role in fits.roles:
                arguments.append(GoldArgument(role, " ".join(tokens[start : end + 1]), (Tokens(start, end + 1),)))
        words = " ".join(tokens[trigger.start : trigger.end])
        events.append(GoldEvent(kind, fits, trigger, words, tuple(arguments)))
    text = " ".join(printed(sentence) for sentence in row["sentences"])
    return GoldDocument(str(row["doc_key"]), tokens, text, tuple(events), RAMS, False, False, tuple(marked))


def joined(sentences: Sequence[str]) -> str:
    """Return sentences as one text; what ends without a full stop, as headlines do, is a paragraph of its own."""
    out = ""
    for sentence in sentences:
        out += sentence + (" " if sentence.rstrip().endswith(_ENDED) else "\n\n")
    return out.rstrip()
