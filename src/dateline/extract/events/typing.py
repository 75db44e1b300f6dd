"""Typing: a narrower type from what stands beside the anchor (weapon, victim, facility, result)."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.extract.events.sides import narrowed
from dateline.extract.syntax import surface_subjects
from dateline.model.mention import MentionKind

_BY_WEAPON = (
    ("drone strike", ("suicide drone", "kamikaze drone", "drone bomb", "explosive drone")),
    ("suicide bombing", ("suicide", "kamikaze", "svbied")),
    ("chemical attack", ("chemical", "chlorine", "sarin", "mustard gas", "nerve agent", "poison gas", "toxic gas",
                         "poisonous gas", "blister agent")),
    ("grenade", ("grenade",)),
    ("drone strike", ("drone", "uav", "unmanned", "quadcopter")),
    ("air strike", ("warplane", "airstrike", "air strike", "jet", "helicopter", "barrel bomb", "aircraft", "air force",
                    "cluster munition", "f-16", "aerial", "air raid", "gunship", "air missile", "air rocket")),
    ("shelling", ("shelling", "bombardment", "mortar", "rocket", "artillery", "shell", "missile", "howitzer", "katyusha",
                  "tank fire")),
    ("bombing", ("bomb", "explosive", "ied", "mine", "landmine", "dynamite",
                 "car-bomb", "device", "vbied", "svbied", "improvised explosion", "tnt", "explosion", "blast")),
)  # fmt: skip
_AIRCRAFT = frozenset({"warplane", "jet", "aircraft", "helicopter", "plane", "drone", "fighter-jet"})
_GUNS = ("firearm", "rifle", "gun", "pistol", "machine-gun", "machinegun")
_JOY = frozenset({"celebrate", "celebratory", "celebration"})
_SHOTS = frozenset({"gunfire", "shot", "bullet", "firing"})
_WOUNDS = frozenset({"gunshot", "shooting"})
_EXPLOSIVES = frozenset({"dynamite", "mine", "landmine", "bomb", "ied", "explosive"})
_LOOSE = frozenset({"armed attack"})
_FREEING = frozenset({"release", "escape"})
_PRISONS = frozenset({"prison", "jail", "penitentiary", "gaol", "detention"})
_KILL = frozenset({"kill", "die", "death", "dead", "injure", "hurt"})


def refine_type(context: SentenceContext, candidate: Candidate, results: Iterable[tuple[int, str]]) -> str:
    """Return the candidate's type, made narrower where the words around the anchor say so."""
    kind = narrowed(context, candidate, candidate.frame.type)
    if kind in _LOOSE and _stray(context, candidate):
        return "accidental shooting"
    crashed = kind == "other accident" and context.sentence.tokens[candidate.head].lemma != "accident"
    if crashed and _EXPLOSIVES & context.lemmas:
        return "bombing"
    if kind == "bombing" and context.sentence.tokens[candidate.head].lemma == "bomb" and _by_state(context, candidate):
        # an army that "bombs" a town fires on it; whether from the air is not said
        return _by_weapon(context, candidate, only=("air strike", "drone strike")) or "shelling"
    if kind == "bombing":
        return _by_weapon(context, candidate, only=("suicide bombing", "air strike", "drone strike", "grenade")) or kind
    if kind == "air strike":
        return _by_weapon(context, candidate, only=("chemical attack", "drone strike")) or kind
    if kind == "shelling":
        return _by_weapon(context, candidate, only=("drone strike", "chemical attack")) or kind
    if kind in ("demonstration met with force",) or kind not in _LOOSE:
        return kind
    if _prison_break(context, candidate, results):
        return "prison break"
    found = _by_weapon(context, candidate)
    # troops storm and raid by helicopter too
    acting = [*candidate.roles.agents, *surface_subjects(context.sentence, context.sentence.tokens[candidate.head].head)]
    agents = {context.sentence.tokens[i].lemma.lower() for i in acting}
    on_foot = context.sentence.tokens[candidate.head].lemma in ("raid", "storm") and not agents & _AIRCRAFT
    return kind if found is None or (found == "air strike" and on_foot) else found


def _stray(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether shots were meant for nobody: stray bullets, guns fired to celebrate."""
    sentence = context.sentence
    if any(c.lower == "accidental" for c in sentence.children(candidate.head)) and (_SHOTS | _WOUNDS) & context.lemmas:
        return True
    for i in candidate.roles.agents:
        if sentence.tokens[i].lemma.lower() == "bullet" and any(c.lower == "stray" for c in sentence.children(i)):
            return True
    return bool(_JOY & context.lemmas) and bool(_SHOTS & context.lemmas)


def _by_state(context: SentenceContext, candidate: Candidate) -> bool:
    classes = [context.classes(i) for i in candidate.roles.agents]
    return any("state" in c and "militant" not in c for c in classes)


def _prison_break(context: SentenceContext, candidate: Candidate, results: Iterable[tuple[int, str]]) -> bool:
    if candidate.frame.id in _KILL or candidate.frame.outcome_only:
        return False
    at_prison = any(
        m.kind is MentionKind.FACILITY and m.key.split(":")[0] == "prison"
        for i in candidate.roles.patients
        for m in context.at(i)
    ) or any(context.sentence.tokens[i].lemma.lower() in _PRISONS for i in candidate.roles.patients)
    freed = any(frame.split(":")[0] in _FREEING for _, frame in results)
    prison_near = bool(_PRISONS & context.lemmas) or any(m.key.startswith("prison") for m in context.mentions)
    return at_prison or (freed and prison_near)


def _by_weapon(context: SentenceContext, candidate: Candidate, only: tuple[str, ...] = ()) -> str | None:
    """Return the type that the weapon tells: the agent, an instrument of the clause, or a compound of the anchor."""
    words = [context.sentence.tokens[i].lower for i in range(candidate.first, candidate.head)]
    sentence = context.sentence
    for i in candidate.roles.agents:
        words += [sentence.tokens[j].lower for j in sentence.subtree(i)][:12]
    for c in sentence.children(candidate.head):
        if c.dep in ("compound", "amod"):
            words += [sentence.tokens[j].lower for j in sentence.subtree(c.i)][:4]
    for c in sentence.children(candidate.head):
        if (c.dep == "prep" and c.lower in ("with", "by", "using", "from")) or c.lemma == "use":
            words += [sentence.tokens[j].lower for j in sentence.subtree(c.i)][:12]
    governor = sentence.tokens[sentence.tokens[candidate.head].head]
    if not candidate.verb and governor.lemma in context.frames.words["light"]:
        # "warplanes launched eleven raids"
        words += [sentence.tokens[j].lower for i in surface_subjects(sentence, governor.i) for j in sentence.subtree(i)][:12]
    dropped = candidate.pattern.object and candidate.frame.type in ("air strike", "shelling")
    if dropped or (candidate.verb and sentence.tokens[candidate.head].lemma == "detonate"):
        # "dropped a barrel bomb with chlorine", "detonated a suicide car bomb"
        things = [c.i for c in sentence.children(candidate.head) if c.dep in ("dobj", "nsubjpass")]
        words += [sentence.tokens[j].lower for i in things for j in sentence.subtree(i)][:12]
    if governor.lemma in ("cause", "result") and not candidate.verb:
        words += [sentence.tokens[j].lower for j in sentence.subtree(governor.i) if j > governor.i][:12]
    near = " ".join(words)
    for kind, cues in _BY_WEAPON:
        if (not only or kind in only) and any(_has(near, cue) for cue in cues):
            # "attacked the station with rifles and explosives"
            return None if kind == "bombing" and any(_has(near, gun) for gun in _GUNS) else kind
    return None


def _has(text: str, cue: str) -> bool:
    at = text.find(cue)
    while at >= 0:
        before = at == 0 or not text[at - 1].isalpha()
        end = at + len(cue)
        if before and (end >= len(text) or not text[end].isalpha() or text[end : end + 2] in ("s", "s ")):
            return True
        at = text.find(cue, at + 1)
    return False
