"""Terrorist incidents in newswire of 1988 to 1991 (MUC-4): types and five roles, one template an incident.

Scored as Du et al. (GTT, 2021) and Chen et al. (IterX, 2023) did, `f1_one_to_one` with each gold entity used once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, f1, prf, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Published, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.evaluate.suites._muc import ROLES, incidents
from dateline.evaluate.suites._muc_names import normalised
from dateline.evaluate.suites._muc_pairing import Pairing, best_pairing
from dateline.model.claim import JsonValue

TYPE = "incident_type"
SLOTS = (*ROLES, TYPE)
ONE_TO_ONE = "one_to_one."
_PARTS = ("right_ours", "ours", "right_gold", "gold")
_AROUND = 120

Entity = tuple[str, ...]
"""The mentions of one filler."""


@dataclass(frozen=True, slots=True)
class Template:
    """An incident: the types that are right for it (one, if it is ours) and the entities of each role."""

    types: tuple[str, ...]
    roles: Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Gold:
    """A document of gold."""

    id: str
    text: str
    templates: tuple[Template, ...]


def read_gold(folder: Path, split: str) -> list[Gold]:
    """Return the documents of a split, a file or a folder of files. Raises GoldError."""
    parts = sorted((folder / split).glob("*.jsonl")) or [_rows.find(folder, split, [".jsonl"])]
    out = []
    for path in parts:
        for row in _rows.rows(path, ("docid", "doctext", "templates")):
            where = f"{path}, document {row['docid']}"
            templates = tuple(_template(_rows.checked(t, (TYPE, *ROLES), where), where) for t in row["templates"])
            out.append(Gold(str(row["docid"]), str(row["doctext"]), templates))
    return out


def _template(row: Mapping[str, Any], where: str) -> Template:
    try:
        roles = {role: tuple(tuple(str(mention[0]) for mention in entity) for entity in row[role]) for role in ROLES}
    except (TypeError, IndexError, KeyError) as e:
        raise GoldError(f"{where}: a role is no list of entities, each a list of [mention, offset]") from e
    return Template(tuple(name.strip() for name in str(row[TYPE]).split("/")), roles)


def templates_of(chronology: Chronology) -> dict[str, list[Template]]:
    """Return our templates of each report, by its id."""
    out = {}
    for report, entries in chronology.by_report().items():
        found = incidents(entries, chronology.documents[report])
        out[report] = [
            Template((i.type.lower(),), {role: tuple((f.mentions[0],) for f in i.of(role)) for role in ROLES}) for i in found
        ]
    return out


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split."""
    gold = read_gold(folder, split)
    chronology = coder.chronology([Report(d.id, d.text) for d in gold], everything=True)
    return scored(gold, templates_of(chronology))


def scored(gold: Sequence[Gold], ours: Mapping[str, Sequence[Template]]) -> Score:
    """Return the figures of our templates, by document."""
    pairs = [(document, ours.get(document.id, ())) for document in gold]
    metrics, intervals = with_intervals([counts(d.templates, t) for d, t in pairs], figures)
    always = [Template(("attack",), dict.fromkeys(ROLES, ()))]
    baseline = figures(totals([counts(d.templates, always) for d in gold]))
    return Score(
        documents=len(gold),
        items=sum(1 + sum(map(len, t.roles.values())) for d in gold for t in d.templates),
        metrics=metrics,
        intervals=intervals,
        baselines={f"{name}/one attack a report": baseline[name] for name in ("f1", "f1_one_to_one", f"{TYPE}.f1")},
        misses=tuple(miss for document, templates in pairs for miss in misses(document, templates)),
        predictions=tuple(_prediction(document, templates) for document, templates in pairs),
    )


def figures(sums: Counts) -> dict[str, float]:
    """Return all metrics out of the sums over documents."""
    precision, recall, f = _micro(sums, SLOTS, "")
    out = {"f1": f, "precision": precision, "recall": recall, "f1_one_to_one": _micro(sums, SLOTS, ONE_TO_ONE)[2]}
    out |= {f"role.{role}.f1": _micro(sums, [role], "")[2] for role in ROLES}
    return out | {f"{TYPE}.f1": _micro(sums, [TYPE], "")[2]}


def _micro(sums: Counts, slots: Sequence[str], prefix: str) -> tuple[float, float, float]:
    right_ours, ours, right_gold, gold = (sum(sums.get(f"{prefix}{slot}.{part}", 0.0) for slot in slots) for part in _PARTS)
    return prf(right_ours, ours, right_gold, gold)


def counts(gold: Sequence[Template], ours: Sequence[Template]) -> dict[str, float]:
    """Return what a document adds to each sum, both as published and with each gold entity used once."""
    out: dict[str, float] = {}
    for prefix, once in (("", False), (ONE_TO_ONE, True)):
        for slot in SLOTS:
            out[f"{prefix}{slot}.ours"] = float(sum(_size(t, slot) for t in ours))
            out[f"{prefix}{slot}.gold"] = float(sum(_size(t, slot) for t in gold))
        for i, j in paired(gold, ours, once).pairs:
            for slot in SLOTS:
                right_ours, right_gold = _right(gold[j], ours[i], slot, once)
                for part, value in (("right_ours", right_ours), ("right_gold", right_gold)):
                    out[f"{prefix}{slot}.{part}"] = out.get(f"{prefix}{slot}.{part}", 0.0) + value
    return out


def paired(gold: Sequence[Template], ours: Sequence[Template], once: bool = False) -> Pairing:
    """Return the pairing of the best F over the document; only templates whose types agree may be paired."""
    gains = {}
    for i, mine in enumerate(ours):
        for j, theirs in enumerate(gold):
            if mine.types[0] in theirs.types:
                right = [_right(theirs, mine, slot, once) for slot in SLOTS]
                gains[i, j] = (float(sum(r[0] for r in right)), float(sum(r[1] for r in right)))
    all_ours, all_gold = (sum(_size(t, slot) for t in templates for slot in SLOTS) for templates in (ours, gold))
    return best_pairing(gains, lambda p: f1(p.ours / all_ours, p.gold / all_gold) if p.pairs else 0.0)


def _size(template: Template, slot: str) -> int:
    return 1 if slot == TYPE else len(template.roles[slot])


def _right(gold: Template, ours: Template, slot: str, once: bool) -> tuple[int, int]:
    """Return how many of our entities are right, and how many of gold are found."""
    if slot == TYPE:
        return 1, 1
    theirs = [frozenset(map(normalised, entity)) for entity in gold.roles[slot]]
    mine = [frozenset(map(normalised, entity)) for entity in ours.roles[slot]]
    fits = [[j for j, other in enumerate(theirs) if one <= other] for one in mine]
    if once:
        found = _matching(fits)
        return found, found
    return sum(map(bool, fits)), len({j for js in fits for j in js})


def _matching(fits: Sequence[Sequence[int]]) -> int:
    """Return the size of the largest one-to-one matching (augmenting paths)."""
    taken: dict[int, int] = {}

    def placed(i: int, seen: set[int]) -> bool:
        for j in fits[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or placed(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    return sum(placed(i, set()) for i in range(len(fits)))


def misses(document: Gold, ours: Sequence[Template]) -> Iterator[Miss]:
    """Yield each template and entity that only one side has."""
    pairs = paired(document.templates, ours).pairs
    to_gold = dict(pairs)
    for i, template in enumerate(ours):
        if i not in to_gold:
            first = next((e[0] for role in ROLES for e in template.roles[role]), "")
            yield Miss(document.id, "spurious template", "", _in_words(template), _around(document.text, first))
    for j, template in enumerate(document.templates):
        if j not in to_gold.values():
            first = next((e[0] for role in ROLES for e in template.roles[role]), "")
            yield Miss(document.id, "missing template", _in_words(template), "", _around(document.text, first))
    for i, j in pairs:
        yield from _entity_misses(document, document.templates[j], ours[i])


def _entity_misses(document: Gold, gold: Template, ours: Template) -> Iterator[Miss]:
    for role in ROLES:
        theirs = [frozenset(map(normalised, e)) for e in gold.roles[role]]
        mine = [frozenset(map(normalised, e)) for e in ours.roles[role]]
        for entity, names in zip(ours.roles[role], mine, strict=True):
            if not any(names <= other for other in theirs):
                wanted = "; ".join(" / ".join(e) for e in gold.roles[role])
                yield Miss(document.id, f"{role}: not so", wanted, entity[0], _around(document.text, entity[0]))
        for entity, names in zip(gold.roles[role], theirs, strict=True):
            if not any(other <= names for other in mine):
                yield Miss(document.id, f"{role}: missing", " / ".join(entity), "", _around(document.text, entity[0]))


def _in_words(template: Template) -> str:
    told = [f"{role}: {', '.join(e[0] for e in template.roles[role])}" for role in ROLES if template.roles[role]]
    return "; ".join([" / ".join(template.types), *told])


def _around(text: str, words: str) -> str:
    at = text.lower().find(words.lower()) if words else -1
    return text[max(0, at - _AROUND) : at + len(words) + _AROUND] if at >= 0 else ""


def _prediction(document: Gold, templates: Sequence[Template]) -> JsonValue:
    return {
        "docid": document.id,
        "templates": [{TYPE: t.types[0]} | {role: [[*entity] for entity in t.roles[role]] for role in ROLES} for t in templates],
    }


SUITE = Suite(
    name="roles5",
    about="terrorist incidents in newswire (MUC-4): type and five roles",
    splits=("dev", "train"),
    score=score,
    published=(
        Published("f1", 0.502, "GTT (Du et al. 2021)"),
        Published("f1", 0.530, "IterX (Chen et al. 2023)"),
        Published("f1_one_to_one", 0.500, "GTT (Du et al. 2021)"),
        Published("f1_one_to_one", 0.503, "IterX (Chen et al. 2023)"),
    ),
    main=("f1", "f1_one_to_one"),
    folder="muc4/roles5",
)
