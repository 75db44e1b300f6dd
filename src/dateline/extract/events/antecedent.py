"""Antecedents: the cause of bare deaths and injuries, where an earlier or the next sentence names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.events.mishap import Mishap
from dateline.model.event import LISTED_MODALITIES, EventMention, Family, Polarity

_BARE = frozenset({"kill", "die", "dead", "death", "hurt", "injure", "missing", "homeless", "damage"})
_RESULTS_ONLY = _BARE - {"kill"}
_VIOLENT = frozenset({Family.ATTACK, Family.BATTLE, Family.UNREST, Family.ACCIDENT})
_LEAVING = frozenset({"armed attack", "destruction"})
_ACCIDENTS = frozenset({"accidental shooting", "accidental explosion", "other accident"})
_GUNFIRE = frozenset({"gunfire", "firing", "fire", "bullet"})
_SHOOTING = _GUNFIRE | {"shoot", "shot", "shooting", "gunshot"}
_SHOT_DOWN = frozenset({"kill", "die", "dead", "death", "hurt", "injure"})
_FAR_BACK = 6
_BACK = 5
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what the choice of its antecedent needs to know."""

    event: EventMention
    family: Family
    lemma: str
    acted: bool
    """Somebody or something is said to have done it."""
    placed: bool
    """Its sentence has a date or place of its own."""
    armed: bool
    """Its sentence speaks of arms or violence, or is a headline."""

    @property
    def bare(self) -> bool:
        """Tell whether it is a death or injury whose cause its own sentence does not tell."""
        rule = self.event.rule.split("/")[0]
        results = {name.split("/")[0] for _, name in self.event.results}
        return rule in _BARE and self.event.generic and results <= _RESULTS_ONLY and self.event.type in _LEAVING

    @property
    def shot(self) -> bool:
        """Tell whether it is a death or injury by arms, though nobody is said to have used them."""
        return self.bare and self.armed and _listed(self.event)

    @property
    def causes(self) -> bool:
        """Tell whether it may be the cause of bare deaths."""
        return self.family in _VIOLENT and _listed(self.event) and not self.bare and self.event.type != "statistic"


def _listed(event: EventMention) -> bool:
    return event.modality in LISTED_MODALITIES and event.polarity is Polarity.ASSERTED


def settle(told: Sequence[Told], mishap: Mishap = Mishap.NONE) -> list[EventMention]:
    """Return the events, bare ones with the type of their cause, and without results of nothing that is told."""
    if mishap is not Mishap.NONE:
        told = _of_mishap(told, mishap)
    causes = [t for t in told if t.causes]
    out: list[EventMention] = []
    for one in told:
        if not _listed(one.event) or not (one.bare or _gunfire(one)):
            out.append(one.event)
            continue
        cause = _cause(one, causes)
        if cause is not None:
            out.append(replace(one.event, type=cause.event.type))
        elif not one.bare or one.acted or one.armed or _told_about(one, [*causes, *(t for t in told if t.shot)]):
            out.append(one.event)
    return out


def _of_mishap(told: Sequence[Told], mishap: Mishap) -> list[Told]:
    """Return the events with the shots and what came of them as an accident, or, if somebody shot himself, without them."""
    if mishap is Mishap.SUICIDE:
        return [t for t in told if not _by_shots(t)]
    return [replace(t, event=replace(t.event, type="accidental shooting")) if _by_shots(t) else t for t in told]


def _by_shots(one: Told) -> bool:
    if one.event.type != "armed attack" or not _listed(one.event):
        return False
    return one.lemma in _SHOOTING or one.event.rule.split("/")[0] in _SHOT_DOWN


def _gunfire(one: Told) -> bool:
    """Tell whether it is shooting at nobody in particular ("heavy gunfire in the suburbs")."""
    shots = one.lemma in _GUNFIRE or (one.lemma == "shooting" and one.event.anaphoric)
    return one.event.type == "armed attack" and shots and not one.acted


def _cause(one: Told, causes: Sequence[Told]) -> Told | None:
    """Return the event before a bare one that told its cause."""
    before = [c for c in causes if c.event.anchor.start < one.event.anchor.start and c.event is not one.event]
    if not before or one.acted:
        return None
    last = before[-1]
    gap = one.event.sentence - last.event.sentence
    if last.event.type in _ACCIDENTS:
        return last if gap <= (_FAR_BACK if last.event.type == "accidental shooting" or not one.placed else 0) else None
    if _gunfire(one) or one.event.type != "armed attack" or last.event.generic:
        return None
    if last.family is not Family.ATTACK and not (last.event.type == "armed clash" and _rule(one) in _RESULTS_ONLY):
        return None
    return last if gap <= 1 and not one.placed else None


def _rule(one: Told) -> str:
    return one.event.rule.split("/")[0]


def _told_about(one: Told, causes: Sequence[Told]) -> bool:
    """Tell whether violence is told near bare deaths; killings are violence themselves."""
    if one.event.rule.split("/")[0] not in _RESULTS_ONLY:
        return True
    gaps = (c.event.sentence - one.event.sentence for c in causes)
    return any(-_BACK <= gap <= _AHEAD for gap in gaps)
