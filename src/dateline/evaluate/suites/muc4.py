"""Terrorist incidents in newswire of 1988 to 1991 (MUC-4): filled templates of 24 slots.

The systems of 1992 were scored by a program and by people, who gave some credit that no rule gives; here rules alone give it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, prf, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Published, Score, Suite
from dateline.evaluate.suites._muc import incidents
from dateline.evaluate.suites._muc_fills import Setting, template
from dateline.evaluate.suites._muc_key import SLOTS, Fill, Message, Template, read_keys, read_messages, written
from dateline.evaluate.suites._muc_scoring import paired, slot_tally, tallies, total
from dateline.model.document import Document
from dateline.model.entry import Entry

NAMES = {slot: name.lower().replace(":", "").replace(" ", "_") for slot, name in SLOTS.items()}
"""Slot names of the metrics: `incident_type`, `hum_tgt_effect_of_incident`."""
_MOST_FREQUENT = {4: "ATTACK", 5: "ACCOMPLISHED", 8: "TERRORIST ACT", 20: "CIVILIAN", 21: "1", 23: "DEATH"}
"""The most frequent fill of each slot that most templates of the training part fill with something on a list."""


def read_gold(folder: Path, split: str) -> tuple[list[Message], dict[str, list[Template]]]:
    """Return the messages and keys of a split, or of several joined by `+`. Raises GoldError."""
    messages: list[Message] = []
    keys: dict[str, list[Template]] = {}
    for part in split.split("+"):
        place = folder / "corpora" / part if (folder / "corpora").is_dir() else folder / part
        messages.extend(read_messages(place))
        keys |= read_keys(place)
    without = [m.id for m in messages if m.id not in keys]
    if without:
        raise GoldError(f"{folder}, {split}: no key for {len(without)} messages, {without[0]} first")
    return messages, keys


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split."""
    messages, keys = read_gold(folder, split)
    chronology = coder.chronology([Report(m.id, m.text) for m in messages], everything=True)
    return scored(messages, keys, templates_of(chronology))


def templates_of(chronology: Chronology) -> dict[str, list[Template]]:
    """Return our filled templates of each report, by its id."""
    out = {}
    for report, entries in chronology.by_report().items():
        document = chronology.documents[report]
        setting = _setting(document, entries)
        found = incidents(entries, document)
        out[report] = [template(incident, report, n, setting) for n, incident in enumerate(found, 1)]
    return out


def _setting(document: Document, entries: Sequence[Entry]) -> Setting:
    countries = Counter(p.country for e in entries for p in e.places if p.country)
    country = next((c for c, _ in countries.most_common(1)), None)
    return Setting(document.published.iso if document.published else None, country, document.text)


def scored(messages: Sequence[Message], keys: Mapping[str, Sequence[Template]], ours: Mapping[str, Sequence[Template]]) -> Score:
    """Return the figures of our templates, by message."""
    counts = [tallies(ours.get(m.id, ()), keys[m.id]) for m in messages]
    metrics, intervals = with_intervals(counts, figures)
    plain = Template("", 1, {slot: (Fill((value,)),) for slot, value in _MOST_FREQUENT.items()})
    baseline = figures(totals([tallies([plain], keys[m.id]) for m in messages]))
    return Score(
        documents=len(messages),
        items=sum(len(fills) for m in messages for t in keys[m.id] for fills in t.fills.values()),
        metrics=metrics,
        intervals=intervals,
        baselines={f"{name}/most frequent fills": baseline[name] for name in ("all_templates_f", "matched_missing_f")},
        misses=tuple(miss for m in messages for miss in misses(m, keys[m.id], ours.get(m.id, ()))),
        predictions=tuple(written(ours.get(m.id, ()), m.id) for m in messages),
    )


def figures(sums: Counts) -> dict[str, float]:
    """Return all metrics out of the sums over messages."""
    points, possible, actual, matched = (total(sums, SLOTS, name) for name in ("points", "possible", "actual", "paired"))
    precision, recall, f = prf(points, actual, points, possible)
    out = {"all_templates_f": f, "all_templates_p": precision, "all_templates_r": recall}
    out["matched_missing_f"] = prf(points, matched, points, possible)[2]
    for slot, name in NAMES.items():
        right, wanted, given = (sums.get(f"{slot}.{part}", 0.0) for part in ("points", "possible", "actual"))
        out[f"slot.{name}.f"] = prf(right, given, right, wanted)[2]
    return out


def misses(message: Message, gold: Sequence[Template], ours: Sequence[Template]) -> Iterator[Miss]:
    """Yield each template that only one side has, and each slot of two paired templates that is not wholly right."""
    pairs = dict(paired(ours, gold).pairs)
    for i, mine in enumerate(ours):
        if i not in pairs:
            yield Miss(message.id, "spurious template", "", _gist(mine))
    for j, theirs in enumerate(gold):
        if j not in pairs.values() and not theirs.optional:
            yield Miss(message.id, "missing template", _gist(theirs), "")
    for i, j in pairs.items():
        for slot, name in SLOTS.items():
            found = slot_tally(slot, ours[i], gold[j])
            if found.points < max(found.possible, found.actual):
                yield Miss(message.id, name, _fills(gold[j], slot), _fills(ours[i], slot))


def _gist(one: Template) -> str:
    return "; ".join(f for f in (_fills(one, slot) for slot in (2, 3, 4, 9, 10, 12, 18, 19)) if f)


def _fills(one: Template, slot: int) -> str:
    return ", ".join(
        " / ".join(f.values) + (f": {f.references[0]}" if f.references else "") + (" (optional)" if f.optional else "")
        for f in one.of(slot)
    )


SUITE = Suite(
    name="muc4",
    about="terrorist incidents in newswire (MUC-4): templates of 24 slots",
    splits=("tst1+tst2", "tst1", "tst2", "train"),
    score=score,
    published=(Published("all_templates_f", 0.559, "best system of MUC-4 (1992), tst3", "people gave some partial credit"),),
    main=("all_templates_f", "matched_missing_f"),
)
