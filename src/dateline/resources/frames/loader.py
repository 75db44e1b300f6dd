"""Loading the compiled frames and indexing them by head word."""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.model.event import Family, Outcome, Role

COMPILED = Path(__file__).parent.parent / "compiled" / "frames.json"


@dataclass(frozen=True, slots=True)
class Frame:
    """How one set of words tells one type. See README.md beside the data for the keys."""

    id: str
    type: str
    family: Family
    agent: Role | None = None
    patient: Role | None = None
    preps: Mapping[str, Role] = field(default_factory=dict)
    agent_class: frozenset[str] = frozenset()
    patient_class: frozenset[str] = frozenset()
    needs_patient: bool = False
    outcome: Outcome | None = None
    outcome_if: Mapping[str, Outcome] = field(default_factory=dict)
    agent_outcome: Outcome | None = None
    outcome_only: bool = False
    generic: bool = False
    requires: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    requires_adverb: frozenset[str] = frozenset()
    clause: str = ""
    weak: bool = False
    not_class: frozenset[str] = frozenset()
    needs_agent: bool = False
    foiled: bool = False
    under: frozenset[str] = frozenset()
    intransitive: bool = False
    happens: bool = False
    finite: bool = False
    not_near: frozenset[str] = frozenset()
    hits: bool = False
    """The outcome counts all who were hit, those who died of it among them."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A head word with what must stand beside it.

    Of a verb, `particle` and `object` are lemmas among its dependents. Of a noun, `before` are the words right before it
    and `after` the words right after it.
    """

    name: str
    """Frame id and words: what `dateline explain` shows."""
    frame: Frame
    particle: str = ""
    object: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """Return how specific the pattern is: more words win over fewer."""
        words = 4 * (bool(self.particle) + 1.25 * bool(self.object) + len(self.before) + len(self.after))
        return (
            words
            + bool(self.frame.requires or self.frame.under)
            + bool(self.frame.patient_class)
            + bool(self.frame.agent_class)
            + bool(self.frame.clause)
            + 6 * bool(self.frame.requires_adverb)
        )


@dataclass(frozen=True, slots=True)
class Frames:
    """Patterns by head lemma, most specific first, and the word lists around them."""

    version: str
    by_name: Mapping[str, Pattern]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    classes: Mapping[str, frozenset[str]]
    modality: Mapping[str, Mapping[str, str]]
    """Per kind of governor (verbs, nouns, adjectives, adverbs, auxiliaries, markers): word -> modality."""
    words: Mapping[str, frozenset[str]]
    """Plain lists: implicative, failed, light, suffer, occur, say."""
    speech: Mapping[str, Mapping[str, str]]
    """Per kind of cue (verbs, adverbs, passives, phrases, nouns, adjectives): word -> certainty."""


def _frame(raw: Mapping[str, Any], number: int) -> Frame:
    def role(key: str) -> Role | None:
        return Role(raw[key]) if raw.get(key) else None

    def words(key: str) -> frozenset[str]:
        return frozenset(raw.get(key, ()))

    return Frame(
        raw.get("id") or f"{raw['type']}:{number}",
        raw["type"],
        Family(raw["family"]),
        role("agent"),
        role("patient"),
        {prep: Role(r) for prep, r in raw.get("preps", {}).items()},
        words("agent_class"),
        words("patient_class"),
        raw.get("needs_patient", False),
        Outcome(raw["outcome"]) if raw.get("outcome") else None,
        {cue: Outcome(o) for cue, o in raw.get("outcome_if", {}).items()},
        Outcome(raw["agent_outcome"]) if raw.get("agent_outcome") else None,
        raw.get("outcome_only", False),
        raw.get("generic", False),
        words("requires"),
        words("not_with"),
        words("requires_adverb"),
        raw.get("clause", ""),
        raw.get("weak", False),
        words("not_class"),
        raw.get("needs_agent", False),
        raw.get("foiled", False),
        words("under"),
        raw.get("intransitive", False),
        raw.get("happens", False),
        raw.get("finite", False),
        words("not_near"),
        raw.get("hits", False),
    )


_VERB = re.compile(r"(?P<verb>[^~+]+)(?:~(?P<particle>[^+]+))?(?:\+(?P<object>.+))?")


def _verb(frame: Frame, text: str) -> tuple[str, Pattern]:
    match = _VERB.fullmatch(text)
    if match is None:
        raise ValueError(f"frames: not a verb pattern: {text!r}")
    return match["verb"], Pattern(f"{frame.id}/{text}", frame, match["particle"] or "", match["object"] or "")


def _alternatives(text: str) -> Iterator[str]:
    """Yield the patterns that "release|post+video|photo" is short for."""
    parts = re.split(r"([~+])", text)
    choices = [part.split("|") for part in parts]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)


def _noun(frame: Frame, text: str) -> tuple[str, Pattern]:
    words = text.split()
    if "of" in words or "to" in words:
        return words[0], Pattern(f"{frame.id}/{text}", frame, after=tuple(words[1:]))
    return words[-1], Pattern(f"{frame.id}/{text}", frame, before=tuple(words[:-1]))


@lru_cache(maxsize=1)
def load_frames() -> Frames:
    """Load the frames once a process. Raises FileNotFoundError if the project was not built."""
    raw = json.loads(COMPILED.read_text(encoding="utf-8"))
    index: dict[str, dict[str, list[Pattern]]] = {kind: defaultdict(list) for kind in ("verbs", "nouns", "adjectives")}
    for number, entry in enumerate(raw["frames"]):
        frame = _frame(entry, number)
        for text in (one for several in entry.get("verbs", ()) for one in _alternatives(several)):
            head, pattern = _verb(frame, text)
            index["verbs"][head].append(pattern)
        for text in entry.get("nouns", ()):
            head, pattern = _noun(frame, text)
            index["nouns"][head].append(pattern)
        for text in entry.get("adjectives", ()):
            index["adjectives"][text].append(Pattern(f"{frame.id}/{text}", frame))
    ordered = {
        kind: {head: tuple(sorted(found, key=lambda p: -p.weight)) for head, found in heads.items()}
        for kind, heads in index.items()
    }
    by_name = {p.name: p for heads in index.values() for found in heads.values() for p in found}
    listed = ("verbs", "objects", "nouns", "adjectives", "adverbs", "auxiliaries", "markers")
    modality = {kind: {word: m for m, found in raw["modality"][kind].items() for word in found} for kind in listed}
    plain = {key: frozenset(value) for key, value in raw["modality"].items() if key not in listed}
    classes = {name: frozenset(found) for name, found in raw["classes"].items()}
    speech = {kind: {word: c for c, found in cues.items() for word in found} for kind, cues in raw["speech"].items()}
    return Frames(
        raw["version"], by_name, ordered["verbs"], ordered["nouns"], ordered["adjectives"], classes, modality, plain, speech
    )
