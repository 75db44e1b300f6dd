"""Training of the weighers: claims that readers judged right or wrong, the features of the claims made now, a regression.

    python -m training.weigher --data ../shared/data

One weigher is for claims that rules make, the other for those whose argument the encoder read; the latter were drawn only from
texts on which the encoder was not trained. The labels name claims by id and texts by corpus and id; no text is in them. A claim
that is no longer made has no features and teaches nothing; what is left is told.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.jobs.read import read
from dateline.model.document import Document
from dateline.model.layer import AnnotatedDocument
from dateline.pipeline.claims import Draft, drafts
from dateline.pipeline.features import Features
from dateline.pipeline.order import build_pipeline
from dateline.pipeline.weighing import is_read
from dateline.read import ReadOptions
from dateline.resources.weigher import READ, WEIGHTS
from dateline.store import Database, View
from training.readers.reports import Source, reports
from training.regression import Example, trained

HERE = Path(__file__).parent
LABELS = HERE / "labels"
BATCH = 32


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.weigher", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    options = parser.parse_args()
    for labels, target, read_only in ((LABELS / "claims.jsonl", WEIGHTS, False), (LABELS / "read.jsonl", READ, True)):
        print(labels.name, file=sys.stderr)
        target.write_text(
            json.dumps(_trained(labels, options.data, read_only), indent=0, sort_keys=True) + "\n", encoding="utf-8"
        )


def _trained(path: Path, data: Path, read_only: bool) -> dict[str, object]:
    labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    examples = list(_examples(labels, reports(data, {label["report"] for label in labels}), read_only))
    share = sum(e.right for e in examples) / max(1, len(examples))
    print(f"{len(labels)} judged claims, {len(examples)} of them still made, {share:.3f} of these right", file=sys.stderr)
    report = {"version": hashlib.sha256(path.read_bytes()).hexdigest()[:12], **trained(examples)}
    json.dump({"held_out": report["held_out"], "strength": report["strength"]}, sys.stdout, indent=1)
    print()
    return report


def _examples(labels: Sequence[dict[str, object]], sources: Sequence[Source], read_only: bool) -> Iterator[Example]:
    judged = {str(label["claim"]): label for label in labels}
    documents = list(_documents(sources))
    pipeline = build_pipeline()
    for start in range(0, len(documents), BATCH):
        for annotated in pipeline.annotate(documents[start : start + BATCH]):
            if not isinstance(annotated, AnnotatedDocument):
                continue
            features = Features(annotated)
            for _, made in drafts(annotated):
                for draft in made:
                    label = judged.get(draft.claim.id)
                    if label is not None and is_read(draft.made) == read_only and _holds(label, draft):
                        named = features.of_read(draft.made) if read_only else features.of(draft.made)
                        yield Example(dict.fromkeys(named, 1.0), bool(label["right"]), annotated.document.text_id)


def _holds(label: dict[str, object], draft: Draft) -> bool:
    """Tell whether a verdict is still one on this claim: its id does not cover the event's type and the speakers."""
    same_type = label["type"] == draft.made.event.type
    said = [[said.evidence.span.start, said.evidence.span.end] for said in draft.claim.said_by]
    same_speakers = label.get("said", said) == said
    return same_speakers and (same_type or (not label["right"] and label["kind"] not in ("type", "not-an-event", "not-happened")))


def _documents(sources: Sequence[Source]) -> Iterator[Document]:
    """Read the reports as `dateline run` does, so that the texts are the same to the character."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        table.write_text("".join(json.dumps(source.row, ensure_ascii=False) + "\n" for source in sources), encoding="utf-8")
        with Database(str(Path(folder) / "reports.db")) as database:
            found = read(database, [str(table)], ReadOptions())
            yield from (View(database).document(id) for id in dict.fromkeys(found.documents))


if __name__ == "__main__":
    main()
