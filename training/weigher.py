"""Training of the weigher: claims that readers judged right or wrong, the features of the claims made now, a regression.

    python -m training.weigher --data ../shared/data

The labels (`training/labels/claims.jsonl`) name claims by id and texts by corpus and id; no text is in them. A claim that the
rules no longer make has no features and teaches nothing; what is left is told.
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
from dateline.read import ReadOptions
from dateline.resources.weigher import WEIGHTS
from dateline.store import Database, View
from training.readers.reports import Source, reports
from training.regression import Example, trained

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "claims.jsonl"
BATCH = 32


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.weigher", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="file for the weights")
    options = parser.parse_args()
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    examples = list(_examples(labels, reports(options.data, {label["report"] for label in labels})))
    print(
        f"{len(labels)} judged claims, {len(examples)} of them still made, {_share(examples):.3f} of these right", file=sys.stderr
    )
    report = {"version": hashlib.sha256(LABELS.read_bytes()).hexdigest()[:12], **trained(examples)}
    options.target.write_text(json.dumps(report, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    json.dump({"held_out": report["held_out"], "strength": report["strength"]}, sys.stdout, indent=1)
    print()


def _examples(labels: Sequence[dict[str, object]], sources: Sequence[Source]) -> Iterator[Example]:
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
                    if label is not None and _holds(label, draft):
                        named = dict.fromkeys(features.of(draft.made), 1.0)
                        yield Example(named, bool(label["right"]), annotated.document.text_id)


def _holds(label: dict[str, object], draft: Draft) -> bool:
    """Tell whether a verdict is still one on this claim: its id does not cover the event's type and the speakers."""
    same_type = label["type"] == draft.made.event.type
    same_speakers = label["said"] == [[said.evidence.span.start, said.evidence.span.end] for said in draft.claim.said_by]
    return same_speakers and (same_type or (not label["right"] and label["kind"] not in ("type", "not-an-event", "not-happened")))


def _documents(sources: Sequence[Source]) -> Iterator[Document]:
    """Read the reports as `dateline run` does, so that the texts are the same to the character."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        table.write_text("".join(json.dumps(source.row, ensure_ascii=False) + "\n" for source in sources), encoding="utf-8")
        with Database(str(Path(folder) / "reports.db")) as database:
            found = read(database, [str(table)], ReadOptions())
            yield from (View(database).document(id) for id in dict.fromkeys(found.documents))


def _share(examples: Sequence[Example]) -> float:
    return sum(e.right for e in examples) / max(1, len(examples))


if __name__ == "__main__":
    main()
