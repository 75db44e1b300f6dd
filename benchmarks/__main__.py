"""Run the measurements and print them: `make bench`, or `python -m benchmarks --rounds 5`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import cold, processes, resolvers, stream, throughput
from benchmarks.corpus import article, corpora

LEAST_RATIO = 0.7
LEAST_GAIN = 1.7
MOST_COLD = 2.5
LEAST_GATED = 2.5
MOST_RESOLVING = 1 / 3
LEAST_DATED = 500
NEWS_WORDS = 500
MOST_OPENING = 0.05
MOST_MEMORY = 200


def main() -> None:
    """Measure everything and print tables; with --json, write the figures too."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure Dateline's speed.")
    parser.add_argument("--rounds", type=int, default=5, help="interleaved rounds of which the best counts (default: 5)")
    parser.add_argument("--words", type=int, default=12_000, help="words of each corpus (default: 12,000)")
    parser.add_argument("--only", choices=["pipeline", "resolvers", "stream", "processes", "cold"], help="measure this alone")
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    arguments = parser.parse_args()
    found: dict[str, object] = {}
    if arguments.only in (None, "pipeline"):
        rows = [throughput.measure(c, arguments.rounds) for c in corpora(arguments.words)]
        show_pipeline(rows)
        found["pipeline"] = [{**asdict(r), "ratio": r.ratio} for r in rows]
    if arguments.only in (None, "resolvers"):
        spent = [resolvers.measure(c, arguments.rounds) for c in corpora(arguments.words)]
        opened = resolvers.opening(arguments.rounds)
        show_resolvers(spent, opened)
        shares = [{**asdict(r), "share": r.share, "dates_a_second": r.dates_a_second} for r in spent]
        found["resolvers"] = {"shares": shares, "gazetteer": asdict(opened)}
    if arguments.only in (None, "stream"):
        gated = stream.measure(arguments.words * 2, arguments.rounds)
        show_stream(gated)
        found["stream"] = {**asdict(gated), "gain": gated.gain}
    if arguments.only in (None, "processes"):
        gain = processes.measure(arguments.words * 4, arguments.rounds)
        show_processes(gain)
        found["processes"] = {**asdict(gain), "gain": gain.gain}
    if arguments.only in (None, "cold"):
        start = cold.measure(article(), arguments.rounds)
        show_cold(start)
        found["cold"] = {**asdict(start), "ratio": start.ratio}
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def show_pipeline(rows: list[throughput.Throughput]) -> None:
    """Print the pipeline's words a second beside those of its two models, and each step's share of the pipeline."""
    table = Table(title=f"Pipeline against bare spaCy and bare encoder, one core (wanted: {LEAST_RATIO} or more)")
    for heading in ("texts", "words", "spaCy words/s", "encoder words/s", "both", "pipeline words/s", "ratio", "first round"):
        table.add_column(heading, justify="left" if heading == "texts" else "right")
    for r in rows:
        speeds = [f"{r.words / seconds:,.0f}" for seconds in (r.parser_s, r.encoder_s, r.bare_s, r.pipeline_s)]
        table.add_row(r.corpus, f"{r.words:,}", *speeds, verdict(r.ratio, r.ratio >= LEAST_RATIO), f"{r.first_ratio:.2f}")
    _print(table)
    steps = Table(title="Time of each step, microseconds a word")
    steps.add_column("step")
    for r in rows:
        steps.add_column(r.corpus, justify="right")
    for name in rows[0].steps_s:
        steps.add_row(name, *(f"{1e6 * r.steps_s[name] / r.words:,.1f}" for r in rows))
    rest = (max(r.pipeline_s - sum(r.steps_s.values()), 0.0) for r in rows)
    steps.add_row("claims and the rest", *(f"{1e6 * s / r.words:,.1f}" for s, r in zip(rest, rows, strict=True)))
    _print(steps)


def show_resolvers(rows: list[resolvers.Shares], opened: resolvers.Opening) -> None:
    """Print what each resolver takes of the run, how many documents a second are dated, and how the gazetteer opens."""
    table = Table(title=f"Finding and resolving, share of the run (wanted: together under {MOST_RESOLVING:.0%})")
    table.add_column("resolver")
    for r in rows:
        table.add_column(r.corpus, justify="right")
    for name in rows[0].found_s:
        table.add_row(name, *(f"{r.found_s[name] / r.run_s:.1%}" for r in rows))
    table.add_row("together", *(verdict(r.share, r.share < MOST_RESOLVING) for r in rows))
    table.add_row("words a document", *(f"{r.words / r.documents:,.0f}" for r in rows))
    table.add_row(f"dates, documents/s (wanted: {LEAST_DATED})", *(_dated(r) for r in rows))
    _print(table)
    gazetteer = Table(title="The gazetteer in a new process, opened and asked once")
    gazetteer.add_column(f"milliseconds (wanted: under {1000 * MOST_OPENING:.0f})", justify="right")
    gazetteer.add_column(f"megabytes (wanted: under {MOST_MEMORY})", justify="right")
    milliseconds = f"{1000 * opened.seconds:.1f} {'met' if opened.seconds < MOST_OPENING else 'MISSED'}"
    gazetteer.add_row(milliseconds, f"{opened.megabytes:.1f} {'met' if opened.megabytes < MOST_MEMORY else 'MISSED'}")
    _print(gazetteer)


def _dated(r: resolvers.Shares) -> str:
    """Return documents dated a second; what is wanted holds for documents as long as news."""
    if r.words / r.documents > NEWS_WORDS:
        return f"{r.dates_a_second:,.0f}"
    return f"{r.dates_a_second:,.0f} {'met' if r.dates_a_second >= LEAST_DATED else 'MISSED'}"


def show_stream(gated: stream.Stream) -> None:
    """Print a stream coded with the gate beside the same without."""
    table = Table(title=f"One report in ten relevant: the gate's gain (wanted: {LEAST_GATED} or more)")
    for heading in ("reports", "without gate, words/s", "with it", "gain", "relevant passed", "others passed"):
        table.add_column(heading, justify="right")
    speeds = (f"{gated.words / gated.ungated_s:,.0f}", f"{gated.words / gated.gated_s:,.0f}")
    passed = (f"{gated.relevant_passed:.0%}", f"{gated.others_passed:.0%}")
    table.add_row(f"{gated.reports:,}", *speeds, verdict(gated.gain, gated.gain >= LEAST_GATED), *passed)
    _print(table)


def show_processes(gain: processes.Gain) -> None:
    """Print one process beside two."""
    table = Table(title=f"Two processes against one (wanted: {LEAST_GAIN} or more)")
    for heading in ("words", "one process, words/s", "two, words/s", "gain"):
        table.add_column(heading, justify="right")
    speeds = (f"{gain.words / gain.one_s:,.0f}", f"{gain.words / gain.two_s:,.0f}")
    table.add_row(f"{gain.words:,}", *speeds, verdict(gain.gain, gain.gain >= LEAST_GAIN))
    _print(table)


def show_cold(start: cold.Cold) -> None:
    """Print the cold start beside the parser's."""
    table = Table(title=f"Cold start, one article (wanted: {MOST_COLD} or less)")
    for heading in ("words", "load spaCy and parse", "dateline run", "times"):
        table.add_column(heading, justify="right")
    times = (f"{start.parse_s:.2f} s", f"{start.run_s:.2f} s")
    table.add_row(f"{start.words:,}", *times, verdict(start.ratio, start.ratio <= MOST_COLD))
    _print(table)


def verdict(value: float, good: bool) -> str:
    """Return a figure with the word that says whether it is what is wanted."""
    return f"{value:.2f} {'met' if good else 'MISSED'}"


def _print(table: Table) -> None:
    Console().print(table)


if __name__ == "__main__":
    main()
