"""Training of the weigher of what the encoder reads: how likely a mention it tags has that role in the event it is given to.

    python -m training.attach --data ../shared/data

It learns from the incidents of MUC-4's training texts that were held out when the encoder was trained: on the others the encoder
is surer than it will ever be again. Right is what gold has in the role, in an incident of the event's type.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suites._muc_names import normalised
from dateline.evaluate.suites.roles5 import Gold, read_gold
from dateline.extract.arguments import READ_RULE
from dateline.model.event import Role
from dateline.pipeline.claims import Draft, drafts
from dateline.pipeline.features import Features
from dateline.resources.codebook import load_codebook
from dateline.resources.weigher import READ
from training.regression import Example, trained
from training.scheme import Text

HERE = Path(__file__).parent
ROLES = {
    Role.PERPETRATOR: ("PerpInd", "PerpOrg"),
    Role.TARGET: ("Target", "Victim"),
    Role.VICTIM: ("Victim", "Target"),
    Role.INSTRUMENT: ("Weapon",),
}
SAME = 0.5
"""Share of the words of the longer of two names that they must share to be one."""


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.attach", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    parser.add_argument("--target", type=Path, default=READ, help="file for the weights")
    options = parser.parse_args()
    gold = [d for d in read_gold(options.data / "muc4" / "roles5", "train") if Text(f"roles5/{d.id}", "roles5", [], []).held_out]
    found = list(examples(gold))
    report = {"version": hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12], **trained(found)}
    options.target.write_text(json.dumps(report, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(gold)} reports, {len(found)} arguments read, {sum(e.right for e in found)} of them right", file=sys.stderr)
    json.dump({"held_out": report["held_out"], "strength": report["strength"]}, sys.stdout, indent=1)
    print()


def examples(gold: list[Gold]) -> Iterator[Example]:
    """Yield each argument read in a report, with its features and whether gold has it."""
    by_id = {d.id: d for d in gold}
    for report, annotated, _ in Coder(1).claims([Report(d.id, d.text) for d in gold]):
        features = Features(annotated)
        for _, made in drafts(annotated):
            for draft in made:
                if draft.made.argument is not None and draft.made.argument.rule == READ_RULE:
                    named = dict.fromkeys(features.of_read(draft.made), 1.0)
                    yield Example(named, right(draft, by_id[report.id]), report.id)


def right(draft: Draft, gold: Gold) -> bool:
    """Tell whether an incident of the event's type has the words of a claim in its role."""
    argument = draft.made.argument
    assert argument is not None
    kinds = {name.lower() for name in load_codebook().types[draft.made.event.type].crosswalk["muc4"]}
    words = set(normalised(draft.claim.evidence.exact).split())
    for template in gold.templates:
        if kinds & set(template.types):
            for role in ROLES[argument.role]:
                for entity in template.roles[role]:
                    for mention in entity:
                        theirs = set(normalised(mention).split())
                        if len(words & theirs) > SAME * max(len(words), len(theirs)):
                            return True
    return False


if __name__ == "__main__":
    main()
