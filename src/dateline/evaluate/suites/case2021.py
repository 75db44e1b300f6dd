"""Event types of ACLED in one paragraph each (CASE 2021, shared task 1, fine-grained typing): 25 codes.

TABLE says which codebook types make which code, and where one type has several counterparts in the crosswalk to ACLED, what
of the entry tells them apart. Each line is a run of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, f1, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Published, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import Modality, Outcome, Role
from dateline.model.resolution import ActorKind

ACLED: Mapping[str, str] = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MOB_VIOL": "Mob violence",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
}
"""The codes of the task by ACLED's names for them."""

_STATE = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_ARMED = frozenset({ActorKind.STATE_FORCE, ActorKind.ARMED_GROUP})
_MILITARY = frozenset("base barracks garrison outpost checkpoint checkpost post camp patrol convoy headquarters".split())
_SUSPECTS = frozenset({"suspect", "suspects"})
_SINGLE = frozenset("man men woman women person persons individual individuals someone relative relatives brother".split())
_PROTEST = frozenset(
    "protester protestor demonstrator marcher striker picketer protest demonstration rally march sit-in procession".split()
)
_UNARMED = frozenset({ActorKind.CIVILIAN, ActorKind.POLITICAL})


def _kinds(entry: Entry, *roles: Role) -> frozenset[ActorKind]:
    return frozenset(p.kind for p in entry.participants if p.role in roles)


def _carried_out(entry: Entry) -> bool:
    return entry.modality not in (Modality.FOILED, Modality.ATTEMPTED)


def _gave_up(entry: Entry) -> bool:
    """Tell whether the fighters of a group laid down their arms, and nobody was caught."""
    surrendered = any(q.outcome is Outcome.SURRENDERED for q in entry.quantities)
    return surrendered and ActorKind.ARMED_GROUP in _kinds(entry, Role.DETAINEE)


def _by_state(entry: Entry) -> bool:
    return bool(_kinds(entry, Role.PERPETRATOR) & _STATE)


def _on_armed(entry: Entry) -> bool:
    """Armed attackers and armed targets: ACLED's battle."""
    acting = {p.name for p in entry.participants if p.role is Role.PERPETRATOR}
    suffering = [p for p in entry.participants if p.role in (Role.TARGET, Role.VICTIM, Role.OPPONENT) and p.name not in acting]
    words = [(p, set(p.name.lower().split())) for p in suffering]
    military = any((p.kind in _ARMED and not named & _SUSPECTS) or _MILITARY & named for p, named in words)
    return military and not _by_unarmed(entry)


def _protesters(entry: Entry, *roles: Role) -> bool:
    """Tell whether people who protest, or the protest itself, have one of these roles."""
    named = [p.name.lower().split() for p in entry.participants if p.role in roles]
    return any(word in _PROTEST or word.removesuffix("s") in _PROTEST for name in named for word in name)


def _on_protest(entry: Entry) -> bool:
    return _protesters(entry, Role.TARGET, Role.VICTIM)


def _by_protesters(entry: Entry) -> bool:
    return _protesters(entry, Role.PERPETRATOR, Role.OPPONENT, Role.PARTICIPANT) and _by_protest_only(entry)


def _by_protest_only(entry: Entry) -> bool:
    return not _kinds(entry, Role.PERPETRATOR) & _ARMED


def _arrest_of_protesters(entry: Entry) -> bool:
    return _protesters(entry, Role.DETAINEE)


def _by_unarmed(entry: Entry) -> bool:
    """Only crowds who bear no arms as a rule, and no weapon named: ACLED's rioters. Single men are its unidentified groups."""
    acting = [p for p in entry.participants if p.role in (Role.PERPETRATOR, Role.OPPONENT)]
    single = all(set(p.name.lower().split()[-1:]) & _SINGLE for p in acting)
    return bool(acting) and not single and all(p.kind in _UNARMED for p in acting) and not entry.instruments


def _with_arms(entry: Entry) -> bool:
    return not _by_unarmed(entry)


def _harming(entry: Entry) -> bool:
    """Somebody killed or hurt, or force by others than the state: ACLED's excessive force."""
    hurt = any(q.outcome in (Outcome.KILLED, Outcome.INJURED) for q in entry.quantities)
    return hurt or bool(_kinds(entry, Role.PERPETRATOR)) and not _by_state(entry)


def _stopped(entry: Entry) -> bool:
    return entry.modality is Modality.FOILED


def _always(entry: Entry) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Row:
    """Entries of these types, if the condition holds, are of a code. `about` keeps protest, violence and the rest apart."""

    code: str
    types: tuple[str, ...]
    about: str
    when: Callable[[Entry], bool] = _always


TABLE = (
    Row("CHEM_WEAP", ("chemical attack",), "violence"),
    Row("SUIC_BOMB", ("suicide bombing",), "violence", _carried_out),
    Row("GOV_REGAINS_TERIT", ("territory taken",), "violence", _by_state),
    Row("NON_STATE_ACTOR_OVERTAKES_TER", ("territory taken", "territory lost"), "violence"),
    Row("FORCE_AGAINST_PROTEST", ("armed attack", "massacre"), "protest", _on_protest),
    Row("VIOL_DEMONSTR", ("armed clash", "arson", "destruction", "riot", "armed attack"), "protest", _by_protesters),
    Row("PROTEST_WITH_INTER", ("arrest", "detention"), "protest", _arrest_of_protesters),
    Row("ARMED_CLASH", ("armed clash",), "violence", _with_arms),
    Row("AIR_STRIKE", ("air strike", "drone strike"), "violence", _carried_out),
    Row("ART_MISS_ATTACK", ("shelling",), "violence", _carried_out),
    Row("ARMED_CLASH", ("armed attack", "ambush", "prison break"), "violence", _on_armed),
    Row("REM_EXPLOS", ("bombing",), "violence", _carried_out),
    Row("GRENADE", ("grenade",), "violence", _carried_out),
    Row("SEX_VIOL", ("sexual violence",), "violence"),
    Row("MOB_VIOL", ("mob violence", "riot", "prison riot"), "violence"),
    Row("MOB_VIOL", ("armed clash", "armed attack"), "violence", _by_unarmed),
    Row("ATTACK", ("armed attack", "ambush", "assassination", "massacre", "execution", "prison break"), "violence"),
    Row("ABDUCT_DISSAP", ("kidnapping", "hostage-taking"), "violence"),
    Row("PROPERTY_DISTRUCT", ("arson", "destruction", "robbery"), "violence"),
    Row("VIOL_DEMONSTR", ("violent demonstration",), "protest"),
    Row("FORCE_AGAINST_PROTEST", ("demonstration met with force",), "protest", _harming),
    Row("PROTEST_WITH_INTER", ("demonstration met with force",), "protest"),
    Row("PROTEST_WITH_INTER", ("demonstration",), "protest", _stopped),
    Row("PEACE_PROTEST", ("demonstration", "strike"), "protest"),
    Row("NON_VIOL_TERRIT_TRANSFER", ("territory handed over",), "the rest"),
    Row("HQ_ESTABLISHED", ("base set up",), "the rest"),
    Row("AGREEMENT", ("agreement or ceasefire", "prisoner exchange", "release"), "the rest"),
    Row("CHANGE_TO_GROUP_ACT", ("arrest",), "the rest", _gave_up),
    Row("ARREST", ("arrest", "detention"), "the rest"),
    Row("DISR_WEAP", ("weapons seized", "accidental explosion"), "the rest"),
    Row("DISR_WEAP", ("bombing", "suicide bombing", "grenade", "shelling", "drone strike", "air strike"), "the rest"),
    Row(
        "CHANGE_TO_GROUP_ACT",
        (
            "leader named",
            "leader killed, captured or resigned",
            "group founded, renamed, split or merged",
            "withdrawal",
            "deployment",
        ),
        "the rest",
    ),
    Row("OTHER", ("displacement",), "the rest"),
)
"""In the order in which codes supersede each other (ACLED: fighting over blasts, blasts over attacks, force over protest)."""
_FORCEFUL = frozenset({"armed attack", "massacre", "demonstration met with force"})
_FIGHTS = frozenset({"armed clash", "mob violence"})
_BLASTS = frozenset({"AIR_STRIKE", "ART_MISS_ATTACK", "REM_EXPLOS", "GRENADE"})
"""Codes of remote violence of one rank: the first told counts."""
_ROWDY = frozenset({"MOB_VIOL", "PROPERTY_DISTRUCT"})
"""Codes that make a protest a violent one where a paragraph tells both."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph and its code."""

    report: Report
    code: str


def read_gold(folder: Path, split: str) -> list[Line]:
    """Return the paragraphs of a split with their codes. Raises GoldError."""
    codes = set(_codes(folder))
    texts, given = (_column(_rows.find(folder / split, stem, [".txt"])) for stem in ("input", "output"))
    out = []
    for id, text in texts.items():
        if id not in given:
            raise GoldError(f"{folder / split}: line {id} of the input has no code in the output")
        if given[id] not in codes:
            raise GoldError(f"{folder / split}: {given[id]!r} is no code of event_types.txt")
        out.append(Line(Report(id, text), given[id]))
    if not out:
        raise GoldError(f"{folder / split}: no lines")
    return out


def _codes(folder: Path) -> list[str]:
    codes = [line.strip() for line in _rows.lines(_rows.find(folder, "event_types", [".txt"])) if line.strip()]
    unknown = [code for code in codes if code not in ACLED]
    if unknown:
        raise GoldError(f"{folder / 'event_types.txt'}: no counterpart is written down for {', '.join(unknown)}")
    return codes


def _column(path: Path) -> dict[str, str]:
    out: dict[str, str] = {}
    for number, line in enumerate(_rows.lines(path), 1):
        if line.strip():
            id, tab, value = line.strip().partition("\t")
            if not tab or id in out:
                raise GoldError(f"{path}, line {number}: no id of its own, a tab and a value")
            out[id] = value.strip()
    return out


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split: one run over each line."""
    gold = read_gold(folder, split)
    return scored(gold, {report.id: alone for report, alone in coder.alone([line.report for line in gold])})


def code_of(entries: Iterable[Entry]) -> str:
    """Return the code of what a paragraph's entries tell, OTHER if they have none.

    What is told first says whether it is about protest, violence or the rest; of that, the row nearest to the head of TABLE,
    and among codes of one rank what is told first. Violence told with a protest is its violence, by whoever used it.
    """
    told = _without_searches(list(entries))
    found = [(row, at, e) for e in told if (row := row_of(e)) is not None and (at := _first(e)) is not None]
    if not found:
        return "OTHER"
    if (fought := _of_crowds(found)) is not None:
        return fought
    about = {TABLE[row].about for row, _, _ in found}
    leading = TABLE[min(found, key=lambda f: f[1])[0]].about
    row, at, main = min((f for f in found if TABLE[f[0]].about == leading), key=lambda f: (_rank(f[0]), f[1]))
    code = TABLE[row].code
    if leading != "the rest" and "protest" in about and not _of_armed_groups(main):
        code = _of_protest(told, {TABLE[f[0]].code for f in found}) or code
    if code == "PEACE_PROTEST" and any(e.type == "arrest" and _held_by_state(e) and first > at for _, first, e in found):
        return "PROTEST_WITH_INTER"
    if code == "NON_STATE_ACTOR_OVERTAKES_TER" and _from_group(main, told):
        return "GOV_REGAINS_TERIT"
    return code


def _of_crowds(found: Sequence[tuple[int, int, Entry]]) -> str | None:
    """Return the code of a fight between crowds, or none: with bombs or guns a clash, whatever police did about it.

    It must be told first, or what led to it, an attack by no armed side.
    """
    first = min(found, key=lambda f: f[1])[2]
    fights = [e for row, _, e in found if TABLE[row].code == "MOB_VIOL" and e.type in _FIGHTS]
    led = first.type == "armed attack" and not _kinds(first, Role.PERPETRATOR) & _ARMED
    if not fights or not (first in fights or led) or any(e.type == "demonstration" for _, _, e in found):
        return None
    return "ARMED_CLASH" if any(_with_firearms(e) for _, _, e in found if e not in fights) else "MOB_VIOL"


def _of_armed_groups(entry: Entry) -> bool:
    """Tell whether it is a fight with an armed group, beside which a crowd is a side show."""
    return entry.type == "armed clash" and any(p.kind is ActorKind.ARMED_GROUP for p in entry.participants)


def _rank(row: int) -> int:
    """Return how far down TABLE a row's code is; codes that do not supersede each other share a rank."""
    if TABLE[row].about == "the rest":
        return len(TABLE)
    tied = [n for n, other in enumerate(TABLE) if other.code in _BLASTS]
    return min(tied) if TABLE[row].code in _BLASTS else row


def _held_by_state(entry: Entry) -> bool:
    """Tell whether police or troops are told to have arrested; of an arrest that people protest against, seldom anybody is."""
    return bool(_kinds(entry, Role.CUSTODIAN, Role.DETAINEE) & _STATE)


def _without_searches(entries: list[Entry]) -> list[Entry]:
    """Return the entries without raids by the state on nobody who fought back, where an arrest tells what came of them."""
    if not any(e.type in ("arrest", "detention") for e in entries):
        return entries
    return [e for e in entries if e.type != "armed attack" or not _by_state(e) or _harming(e) or _on_armed(e) or _on_protest(e)]


def _with_firearms(entry: Entry) -> bool:
    """Tell whether bombs or guns were used, and not by the state."""
    guns = any(named.kind == "firearm" for named in entry.instruments)
    return (entry.type in ("bombing", "grenade") or guns) and not _by_state(entry)


def _from_group(taking: Entry, entries: Sequence[Entry]) -> bool:
    """Tell whether the only armed group told is the one that lost the place."""
    if ActorKind.ARMED_GROUP in _kinds(taking, Role.PERPETRATOR):
        return False
    return any(ActorKind.ARMED_GROUP in _kinds(e, Role.OPPONENT, Role.VICTIM, Role.TARGET) for e in entries)


def _of_protest(told: Sequence[Entry], codes: set[str]) -> str | None:
    """Return the code of a paragraph that tells a protest with violence: by those who protest, else against them."""
    if "VIOL_DEMONSTR" in codes:
        # Stones thrown in a fight between crowds, and no demonstration told.
        shown = any(e.type in ("demonstration", "demonstration met with force") for e in told)
        return "VIOL_DEMONSTR" if shown or "MOB_VIOL" not in codes else "MOB_VIOL"
    by_state = [e for e in told if e.type in _FORCEFUL and _by_state(e)]
    if any(e.type in ("armed attack", "massacre") or _harming(e) for e in by_state):
        return "FORCE_AGAINST_PROTEST"
    forced = by_state or any(e.type == "demonstration met with force" for e in told)
    if forced and any(_harming(e) for e in told if e.type in _FORCEFUL or by_state):
        return "FORCE_AGAINST_PROTEST"
    return "VIOL_DEMONSTR" if codes & _ROWDY else None


def row_of(entry: Entry) -> int | None:
    """Return the first row of TABLE that an entry fits."""
    return next((n for n, row in enumerate(TABLE) if entry.type in row.types and row.when(entry)), None)


def _first(entry: Entry) -> int | None:
    """Return where an entry is first told: at its anchor, since a date at the head of a line is everybody's."""
    anchors = [sourced.claim.evidence.span.start for sourced in entry.claims if sourced.claim.field == "type"]
    return min(anchors, default=None)


def scored(gold: Sequence[Line], written: Mapping[str, Chronology]) -> Score:
    """Return the figures of chronologies of single lines, by report."""
    counts: list[Counts] = []
    misses: list[Miss] = []
    predictions: list[JsonValue] = []
    for line in gold:
        alone = written.get(line.report.id)
        ours = code_of(alone.entries if alone is not None else ())
        counts.append(_counted(line.code, ours))
        predictions.append(f"{line.report.id}\t{ours}")
        if ours != line.code:
            listed = ", ".join(entry.type for entry in alone.entries) if alone is not None else ""
            misses.append(Miss(line.report.id, "type", line.code, f"{ours} ({listed})", line.report.text))
    metrics, intervals = with_intervals(counts, figures)
    most = max((line.code for line in gold), key=lambda code: sum(line.code == code for line in gold))
    always = figures(totals([_counted(line.code, most) for line in gold]))
    baselines = {f"{name}/most_frequent": figure for name, figure in always.items()}
    return Score(len(gold), len(gold), metrics, intervals, baselines, tuple(misses), tuple(predictions))


def _counted(gold: str, ours: str) -> Counts:
    counts = {f"{gold}.gold": 1.0, f"{gold}.right": float(gold == ours)}
    return counts | {f"{ours}.ours": 1.0}


def figures(sums: Counts) -> dict[str, float]:
    """Return F over codes, weighted by their share in gold, and unweighted over the codes in gold or ours."""
    by_code: dict[str, tuple[float, float]] = {}
    for code in ACLED:
        gold, ours, right = (sums.get(f"{code}.{part}", 0.0) for part in ("gold", "ours", "right"))
        if gold or ours:
            by_code[code] = (gold, f1(ratio(right, ours), ratio(right, gold)))
    weight = sum(gold for gold, _ in by_code.values())
    weighted = ratio(sum(gold * figure for gold, figure in by_code.values()), weight)
    return {"weighted_f1": weighted, "macro_f1": ratio(sum(figure for _, figure in by_code.values()), len(by_code))}


SUITE = Suite(
    name="case2021",
    about="one paragraph, one of 25 event types of ACLED",
    splits=("sample",),
    score=score,
    published=(Published("weighted_f1", 0.839, "Haneczok et al. 2021", "best of four, trained on ACLED's own notes"),),
    main=("weighted_f1", "macro_f1"),
)
