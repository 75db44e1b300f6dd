"""`dateline evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.progress import listening
from dateline.evaluate.coder import Coder
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import NAMES, suite
from dateline.export.wording import plain
from dateline.model.claim import JsonValue


@click.command("evaluate", context_settings=options.SETTINGS)
@click.argument("name", metavar="SUITE", type=click.Choice(NAMES))
@click.option("--data", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder that holds the suites.")
@click.option("--split", metavar="NAME", help="The part to score; the suite's first one unless told.")
@click.option(
    "--json", "out", type=click.Path(path_type=Path, allow_dash=True), help="Write the figures as JSON (- for standard output)."
)
@click.option("--predictions", type=click.Path(path_type=Path), help="Write what was compared, in the form of the gold data.")
@click.option("--show", type=click.Choice(["errors"]), help="List each error: the sentence, what gold says, what we say.")
@click.option("--rules-only", is_flag=True, help="Leave out what was learned, to see what it adds.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; as many as there are cores unless told.")
@telling_errors
def command(
    name: str,
    data: Path,
    split: str | None,
    out: Path | None,
    predictions: Path | None,
    show: str | None,
    rules_only: bool,
    jobs: int | None,
) -> None:
    """Score what `dateline run` writes against public gold data.

    SUITE is one of the suites of docs/accuracy.md, whose data lie in DIR/SUITE. Figures are shares and F between 0 and 1, with
    95 % bootstrap intervals over documents.

    \b
    Examples:
      dateline evaluate roles5 --data data
      dateline evaluate muc4 --data data --split tst1+tst2 --json muc4.json
      dateline evaluate gva --data data --show errors
    """
    chosen = suite(name)
    split = split or chosen.splits[0]
    with listening() as progress:
        try:
            score = chosen.score(data / (chosen.folder or name), split, Coder(jobs or 0, progress, rules_only))
        except GoldError as e:
            raise click.ClickException(str(e)) from e
    if predictions is not None:
        lines = (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in score.predictions)
        predictions.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    if show == "errors":
        for miss in score.misses:
            click.echo(_described(miss))
    if out is not None:
        text = json.dumps(as_json(chosen, split, score), indent=2)
        click.echo(text) if str(out) == "-" else out.write_text(text + "\n", encoding="utf-8")
    else:
        click.echo(_table(chosen, split, score))


def as_json(chosen: Suite, split: str, score: Score) -> dict[str, JsonValue]:
    """Return a score as the JSON object that `--json` writes."""
    return {
        "suite": chosen.name,
        "split": split,
        "documents": score.documents,
        "items": score.items,
        "metrics": {name: round(figure, 4) for name, figure in score.metrics.items()},
        "intervals": {name: [round(low, 4), round(high, 4)] for name, (low, high) in score.intervals.items()},
        "baselines": {name: round(figure, 4) for name, figure in score.baselines.items()},
    }


def _table(chosen: Suite, split: str, score: Score) -> str:
    lines = [f"{chosen.name} {split}: {score.documents:,} documents, {score.items:,} items"]
    width = max((len(name) for name in (*score.metrics, *score.baselines)), default=0)
    for name, figure in score.metrics.items():
        low, high = score.intervals.get(name, (None, None))
        interval = f"   {low:.3f} to {high:.3f}" if low is not None and high is not None else ""
        lines.append(f"  {name:<{width}}  {figure:.3f}{interval}")
    if score.baselines:
        lines += ["baselines", *(f"  {name:<{width}}  {figure:.3f}" for name, figure in score.baselines.items())]
    return "\n".join(lines)


def _described(miss: Miss) -> str:
    lines = [f"{miss.document}  {miss.what}", f"    gold  {miss.gold or '-'}", f"    ours  {miss.ours or '-'}"]
    if miss.sentence:
        lines.append(f"    in    {' '.join(miss.sentence.split())}")
    return "\n".join(plain(line) for line in lines)
