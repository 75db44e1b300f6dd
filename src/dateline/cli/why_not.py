"""`dateline why-not`."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import existing, one_document
from dateline.cli.output import say
from dateline.export.options import ExportOptions
from dateline.export.privacy import Privacy
from dateline.export.wording import plain
from dateline.jobs.explain import why_not
from dateline.store import View

WORDS = 100
"""Characters of a passage that are shown."""


@click.command("why-not", context_settings=options.SETTINGS)
@click.argument("document")
@options.database
@options.naming
@telling_errors
def command(document: str, db: str, names: bool) -> None:
    """Say why the sentences of a document yielded nothing.

    DOCUMENT is its id, the start of one, or its path as it was read. Lists every stretch of it in order: + for what was
    coded, - for what was not, with the reason, such as furniture, modality, or no type of the codebook.

    \b
    Example:
      dateline why-not reports/2019-03-04.txt
    """
    with existing(db) as database:
        view = View(database)
        found = why_not(database, one_document(view, document))
        withheld = frozenset() if names else view.private_names()
    privacy = Privacy(found.entries, ExportOptions(names=names, withheld=withheld))
    if found.reject:
        say(f"not coded: {found.reject.step}: {found.reject.reason}")
    elif not found.passages:
        say("not coded yet, or nothing in it")
    for passage in found.passages:
        words = privacy.text(found.document.id, " ".join(passage.words.split()))
        words = words if len(words) <= WORDS else words[: WORDS - 1] + "…"
        mark = "+" if passage.coded else "-"
        click.echo(plain(f"{mark} [{passage.span.start}, {passage.span.end}) {passage.outcome}: {words}"))
