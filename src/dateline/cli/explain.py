"""`dateline explain`."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import existing
from dateline.cli.output import counted
from dateline.export.options import ExportOptions
from dateline.export.privacy import Privacy
from dateline.export.wording import plain
from dateline.jobs.explain import Explanation, explain
from dateline.model.event import READ
from dateline.store import View


@click.command("explain", context_settings=options.SETTINGS)
@click.argument("claim")
@options.database
@options.naming
@telling_errors
def command(claim: str, db: str, names: bool) -> None:
    """Say which rules or models decided a claim.

    CLAIM is the id of a claim, or the start of one: `dateline show ENTRY` and the exports give it. Shows the claim in its
    sentence, who says so, which steps and rules decided with how much confidence, and what rests on it.

    \b
    Example:
      dateline explain clm-3f9a
    """
    with existing(db) as database:
        found = explain(database, claim)
        withheld = frozenset() if names else View(database).private_names()
    ids = sorted({one.claim.id for one in found})
    if not ids:
        raise click.ClickException(f"no claim {plain(claim)!r}")
    if len(ids) > 1:
        raise click.ClickException(f"{plain(claim)!r} can mean {counted(len(ids), 'claim')}: {', '.join(ids[:10])}")
    current = [one for one in found if one.document] or found
    for one in current:
        privacy = Privacy(one.entries, ExportOptions(names=names, withheld=withheld))
        for name, words in _told(one, privacy):
            click.echo(f"{name:12}{plain(words)}")


def _told(one: Explanation, privacy: Privacy) -> Iterator[tuple[str, str]]:
    claim, document = one.claim, one.document
    where = document.id if document else ""
    yield "claim", claim.id
    yield "field", claim.field
    yield "value", json.dumps(privacy.json(claim.value), ensure_ascii=False)
    yield "as written", privacy.text(where, claim.text)
    if document is not None:
        yield "document", f"{document.id} ({document.capture.locator})"
        yield "in context", privacy.text(where, one.context)
    span = claim.evidence.span
    yield "evidence", f"characters {span.start} to {span.end} of text {claim.evidence.text_id}"
    speakers = " < ".join(f"{privacy.speaker(said)} ({said.cue})" for said in reversed(claim.said_by))
    yield "said by", speakers or "the report itself"
    yield "certainty", f"{claim.certainty.value} (the report's)"
    yield "confidence", f"{claim.confidence:.2f} (the machine's)"
    yield "found by", "the encoder" if f"argument:{READ}" in claim.decided_by else "rules"
    for rule in claim.decided_by:
        yield "decided by", rule
    if one.event is not None:
        yield "event", f"{one.event.id}, {one.event.type}, with {counted(len(one.event.claims), 'claim')}"
    for entry in one.entries:
        yield "entry", f"{entry.id}, {privacy.value(entry.title)}"
    yield "run", f"{one.run.id}: code {one.run.code}" if one.run else "an earlier one; no current claim"
