"""Who did it to whom: sentences coded by hand with an event of PLOVER, its source and its target.

TABLE says which of our types are a counterpart of which category. A coded event is right if one of our events of such a type
has the source's words on the acting side and the target's on the other, and neither on the wrong one; where gold names no
target, the source alone decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.figures import Counts, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._deeds import types_of_entries
from dateline.model.claim import EventRecord, JsonValue
from dateline.model.event import Family
from dateline.model.span import Span
from dateline.resources.codebook import load_codebook

FILE = "PLOVER_GSR_CAMEO"


@dataclass(frozen=True, slots=True)
class Fit:
    """Our types that are a counterpart: all of some families, and some more."""

    families: frozenset[Family] = frozenset()
    types: frozenset[str] = frozenset()

    def takes(self, type: str) -> bool:
        """Tell whether a codebook type is one of them."""
        return type in self.types or load_codebook().types[type].family in self.families


_VIOLENCE = Fit(frozenset({Family.ATTACK, Family.BATTLE}), frozenset({"mob violence", "displacement"}))
_HOLDING = Fit(types=frozenset({"arrest", "detention", "kidnapping", "hostage-taking"}))
TABLE: Mapping[str, Fit] = {
    "ASSAULT": _VIOLENCE,
    "FIGHT": _VIOLENCE,
    "COERCE/arrest": _HOLDING,
    "COERCE/detain": _HOLDING,
    "COERCE/destroy": Fit(frozenset({Family.ATTACK})),
    "COERCE/confiscate": Fit(types=frozenset({"weapons seized", "robbery"})),
    "PROTEST": Fit(frozenset({Family.UNREST})),
    "DEMAND": Fit(types=frozenset({"appeal"})),
    "DISAPPROVE": Fit(types=frozenset({"accusation"})),
    "THREATEN": Fit(types=frozenset({"threat"})),
    "MOBILIZE": Fit(types=frozenset({"deployment", "base set up"})),
    "RETREAT": Fit(
        types=frozenset(
            {
                "withdrawal",
                "territory handed over",
                "release",
                "prisoner exchange",
                "agreement or ceasefire",
                "leader killed, captured or resigned",
            }
        )
    ),
}
"""Category, or category and mode -> our types. AGREE and SUPPORT are wider than an agreement of sides to a conflict; AID,
CONCEDE, CONSULT, COOPERATE, INVESTIGATE, REJECT, SANCTION and the other modes of COERCE are not listed by us (see
docs/codebook.md)."""

_ACTING = frozenset(
    f"participant:{role}"
    for role in ("perpetrator", "custodian", "speaker", "on_behalf_of", "organiser", "participant", "mediator", "leader")
)
_SUFFERING = frozenset(
    f"participant:{role}" for role in ("target", "victim", "opponent", "detainee", "addressee", "predecessor")
) | frozenset(f"quantity:{what}" for what in ("killed", "injured", "abducted", "missing", "arrested", "freed", "displaced"))
_SUFFERING |= {"place"}
"""PLOVER takes the place that was struck for its target where no other is named."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A coded sentence, with the words that name either side; none where gold names none that stand in the sentence."""

    id: str
    text: str
    kind: str
    fit: Fit
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """An event of ours: the stretches that name who acts and who is acted upon."""

    type: str
    acting: tuple[Span, ...]
    suffering: tuple[Span, ...]


def read_gold(folder: Path, split: str) -> list[Gold]:
    """Return the coded sentences that have a counterpart; a split is a file in a folder of that name, or in `folder` itself."""
    where = folder / split if (folder / split).is_dir() else folder
    found = [*sorted(where.glob(f"{FILE}*")), *sorted(where.glob("*GSR*")), *sorted(where.glob("*.json*"))]
    if not found:
        raise GoldError(f"{where}: no {FILE}.txt")
    try:
        rows = json.loads("\n".join(_rows.lines(found[0])))
    except json.JSONDecodeError as e:
        raise GoldError(f"{found[0]}: not JSON: {e.msg}, line {e.lineno}") from e
    if not isinstance(rows, list):
        raise GoldError(f"{found[0]}: not a list of coded sentences")
    return list(_coded(rows, str(found[0])))


def _coded(rows: Sequence[Any], where: str) -> Iterator[Gold]:
    for row in rows:
        _rows.checked(row, ("id", "event"), where)
        kind = f"{row['event']}/{row['mode']}" if row.get("mode") else str(row["event"])
        fit = TABLE.get(kind) or TABLE.get(str(row["event"]))
        if fit is None:
            continue
        _rows.checked(row, ("text",), f"{where}, {row['id']}")
        text = " ".join(str(row["text"]).split())
        source, target = (_named(row.get(side), text) for side in ("source", "target"))
        if source or target:
            yield Gold(str(row["id"]), text, kind, fit, source, target)


def _named(actors: Any, text: str) -> tuple[str, ...]:
    """Return the words of each actor as they stand in the text; coders leave out words ("..." ) and add some in brackets."""
    out = []
    for actor in actors if isinstance(actors, list) else ():
        words = str(actor.get("actorText", "")) if isinstance(actor, dict) else ""
        pieces = [" ".join(piece.split()) for piece in re.split(r"\.\.\.|[()]", words)]
        out += [piece for piece in pieces if piece and piece.lower() in text.lower()]
    return tuple(out)


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score the coded sentences, each a report of its own."""
    gold = read_gold(folder, split)
    ours = {}
    for report, annotated, coded in coder.claims([Report(g.id, g.text) for g in gold]):
        listed = types_of_entries(annotated, coded)
        text = annotated.document.text
        ours[report.id] = (text, [sides_of(record, listed.get(record.id, record.type)) for record in coded.events])
    return scored(gold, ours)


def sides_of(record: EventRecord, type: str) -> Sides:
    """Return the two sides of one of our events."""
    acting, suffering = (
        tuple(dict.fromkeys(c.evidence.span for c in record.claims if c.field in fields)) for fields in (_ACTING, _SUFFERING)
    )
    return Sides(type, acting, suffering)


def scored(gold: Sequence[Gold], ours: Mapping[str, tuple[str, Sequence[Sides]]]) -> Score:
    """Return the figures of our events, by sentence."""
    judged = [(g, *judge(g, *ours.get(g.id, ("", ())))) for g in gold]
    metrics, intervals = with_intervals([counts for _, counts, _ in judged], figures)
    first = totals([{"right": float(first_named_acts(g))} for g in gold])
    misses = [
        Miss(g.id, g.kind, _shown(", ".join(g.source), ", ".join(g.target)), _described(best, ours.get(g.id)), g.text)
        for g, counts, best in judged
        if not counts["right"]
    ]
    return Score(
        len(gold),
        len(gold),
        metrics,
        intervals,
        {"direction/the first named acts": ratio(first.get("right", 0.0), len(gold))},
        tuple(misses),
        tuple(_prediction(g, best, ours) for g, _, best in judged),
    )


def figures(sums: Counts) -> dict[str, float]:
    """Return the shares out of the sums over sentences."""
    out = {"direction": ratio(sums["right"], sums["gold"])}
    out["direction.events_found"] = ratio(sums["right"], sums["found"])
    out["events_found"] = ratio(sums["found"], sums["gold"])
    return out | {side: ratio(sums[f"{side}.right"], sums[f"{side}.gold"]) for side in ("source", "target")}


def judge(gold: Gold, text: str, ours: Sequence[Sides]) -> tuple[Counts, Sides | None]:
    """Return what a sentence adds to each sum, and the event of ours that it was compared with: the one that fits best."""
    fitting = [sides for sides in ours if gold.fit.takes(sides.type)]
    verdicts = [_verdict(gold, text, sides) for sides in fitting]
    best = max(range(len(fitting)), key=lambda n: sum(map(bool, verdicts[n])), default=None)
    source, target = verdicts[best] if best is not None else (False, False)
    counts = {
        "gold": 1.0,
        "found": float(bool(fitting)),
        "right": float((source or not gold.source) and (target or not gold.target) and bool(fitting)),
        "source.gold": float(bool(gold.source)),
        "source.right": float(source),
        "target.gold": float(bool(gold.target)),
        "target.right": float(target),
    }
    return counts, fitting[best] if best is not None else None


def _verdict(gold: Gold, text: str, ours: Sides) -> tuple[bool, bool]:
    """Tell whether source and target stand on their sides, and not on the other."""
    source, target = (_places(words, text) for words in (gold.source, gold.target))
    return (
        _meet(source, ours.acting) and not _only(source, ours.suffering, ours.acting),
        _meet(target, ours.suffering) and not _only(target, ours.acting, ours.suffering),
    )


def _places(words: Iterable[str], text: str) -> list[Span]:
    lower = text.lower()
    return [Span(m.start(), m.end()) for one in words for m in re.finditer(re.escape(one.lower()), lower)]


def _meet(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in left for b in right)


def _only(words: Iterable[Span], here: Sequence[Span], not_here: Sequence[Span]) -> bool:
    """Tell whether some of the words stand on one side alone."""
    return any(_meet([span], here) and not _meet([span], not_here) for span in words)


def first_named_acts(gold: Gold) -> bool:
    """Tell whether the baseline is right: whoever is named first does it to whoever is named later."""
    source, target = (min((s.start for s in _places(words, gold.text)), default=None) for words in (gold.source, gold.target))
    return source is None or target is None or source < target


def _described(sides: Sides | None, ours: tuple[str, Sequence[Sides]] | None) -> str:
    if sides is None or ours is None:
        return ""
    return f"{sides.type}: {_shown(_words(sides.acting, ours[0]), _words(sides.suffering, ours[0]))}"


def _shown(source: str, target: str) -> str:
    return f"{source or '-'} -> {target or '-'}"


def _words(spans: Iterable[Span], text: str) -> str:
    return ", ".join(span.of(text) for span in spans)


def _prediction(gold: Gold, best: Sides | None, ours: Mapping[str, tuple[str, Sequence[Sides]]]) -> JsonValue:
    text, _ = ours.get(gold.id, ("", ()))
    return {
        "id": gold.id,
        "event": gold.kind,
        "type": best.type if best else None,
        "source": [span.of(text) for span in best.acting] if best else [],
        "target": [span.of(text) for span in best.suffering] if best else [],
    }


SUITE = Suite(
    name="plover",
    about="who did it to whom: sentences coded with PLOVER, over the categories that have a counterpart",
    splits=("gsr",),
    score=score,
    main=("direction",),
)
