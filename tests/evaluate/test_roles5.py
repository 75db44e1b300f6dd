"""The roles5 scorer on examples worked by hand, its reader, and the way from entries to templates."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites._muc import ROLES
from dateline.evaluate.suites.roles5 import Gold, Template, counts, figures, read_gold, scored, templates_of
from dateline.model.entry import Named
from dateline.model.event import Family, Role
from dateline.model.resolution import ActorKind
from tests.evaluate.chronologies import chronology, claim, document, entry, who


def template(types: str, **roles: list[list[str]]) -> Template:
    """Return a template; `types` may hold alternatives."""
    return Template(tuple(types.split(" / ")), {r: tuple(tuple(e) for e in roles.get(r, [])) for r in ROLES})


def test_one_pair_worked_by_hand() -> None:
    gold = [
        template(
            "attack",
            PerpInd=[["guerrillas", "guerrilla column"]],
            PerpOrg=[["Harbour Front", "HF"]],
            Target=[["bridge"], ["tank truck", "truck"]],
        )
    ]
    ours = [template("attack", PerpInd=[["the guerrillas"]], PerpOrg=[["HF", "Hill Front"]], Target=[["truck"]])]
    sums = counts(gold, ours)
    # Right: the type, the guerrillas (the article does not count), the truck. "Hill Front" is no mention of the Harbour Front,
    # so that entity is wrong as a whole. 3 of our 4; 3 of gold's 5.
    found = figures(sums)
    assert found["precision"] == pytest.approx(3 / 4)
    assert found["recall"] == pytest.approx(3 / 5)
    assert found["f1"] == pytest.approx(2 * 3 / (4 + 5))
    assert found["f1_one_to_one"] == found["f1"]
    assert found["role.Target.f1"] == pytest.approx(2 * 1 / (1 + 2))
    assert found["role.PerpOrg.f1"] == 0.0
    assert found["role.Victim.f1"] == 0.0
    assert found["incident_type.f1"] == 1.0


def test_a_gold_entity_found_twice() -> None:
    gold = [template("bombing", Weapon=[["bomb", "dynamite bomb"]])]
    ours = [template("bombing", Weapon=[["bomb"], ["dynamite bomb"]])]
    found = figures(counts(gold, ours))
    # As published both of ours are right: 3 of 3, and 2 of 2. Used once, one of them is: 2 of 3, 2 of 2.
    assert found["f1"] == 1.0
    assert found["f1_one_to_one"] == pytest.approx(2 * 2 / (3 + 2))


def test_types_must_be_among_the_alternatives() -> None:
    gold = [template("bombing / attack", Target=[["bank"]])]
    assert figures(counts(gold, [template("attack", Target=[["bank"]])]))["f1"] == 1.0
    # Another type aligns with nothing: not even its target is right.
    assert figures(counts(gold, [template("arson", Target=[["bank"]])]))["f1"] == 0.0


def test_the_pairing_with_the_best_f() -> None:
    gold = [template("attack", Target=[["mill"]]), template("attack", Target=[["dam"], ["pier"]])]
    ours = [template("attack", Target=[["dam"], ["pier"]]), template("attack", Target=[["mill"]])]
    assert figures(counts(gold, ours))["f1"] == 1.0


def test_missing_and_spurious_templates() -> None:
    gold = [template("attack", Target=[["mill"]]), template("kidnapping", Victim=[["Ada Lund"]])]
    ours = [template("attack", Target=[["mill"]]), template("arson", Target=[["barn"], ["mill"]])]
    found = figures(counts(gold, ours))
    assert found["precision"] == pytest.approx(2 / 5)
    assert found["recall"] == pytest.approx(2 / 4)


def test_documents_without_incidents_cost_precision_only() -> None:
    sums = counts([], [template("attack", Target=[["mill"]])])
    assert figures(sums)["f1"] == 0.0
    assert sums["incident_type.ours"] == 1 and sums["incident_type.gold"] == 0


def test_scored_document_by_document() -> None:
    gold = [Gold("a", "text", (template("attack", Target=[["mill"]]),)), Gold("b", "text", ())]
    ours = {"a": [template("attack", Target=[["the mill"]])], "b": [template("attack")]}
    score = scored(gold, ours)
    assert score.documents == 2 and score.items == 2
    assert score.metrics["precision"] == pytest.approx(2 / 3)
    assert score.metrics["recall"] == 1.0
    assert score.predictions[0] == {
        "docid": "a",
        "templates": [
            {"incident_type": "attack", "PerpInd": [], "PerpOrg": [], "Target": [["the mill"]], "Victim": [], "Weapon": []}
        ],
    }
    assert [(m.document, m.what) for m in score.misses] == [("b", "spurious template")]
    assert "f1/one attack a report" in score.baselines


def test_reader(tmp_path: Path) -> None:
    row = {
        "docid": "X-1",
        "doctext": "gunmen burned a barn.",
        "templates": [
            {
                "incident_type": "arson / attack",
                "PerpInd": [[["gunmen", 0]]],
                "PerpOrg": [],
                "Target": [[["barn", 16]]],
                "Victim": [],
                "Weapon": [],
            }
        ],
    }
    (tmp_path / "test.jsonl").write_text(json.dumps(row) + "\n")
    (gold,) = read_gold(tmp_path, "test")
    assert gold.templates[0].types == ("arson", "attack")
    assert gold.templates[0].roles["Target"] == (("barn",),)


@pytest.mark.parametrize(
    "line",
    [
        '{"docid": "X-1", "doctext": "a"}',
        '{"docid": "X-1", "doctext": "a", "templates": [{"incident_type": "arson"}]}',
        '{"docid": "X-1", "doctext": "a", "templates": [{"incident_type": "arson", "PerpInd": [[3]], "PerpOrg": [], '
        '"Target": [], "Victim": [], "Weapon": []}]}',
    ],
)
def test_reader_names_what_is_wrong(tmp_path: Path, line: str) -> None:
    (tmp_path / "dev.jsonl").write_text(line)
    with pytest.raises(GoldError, match="dev.jsonl"):
        read_gold(tmp_path, "dev")


def test_no_data(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="dev.jsonl"):
        read_gold(tmp_path, "dev")


def test_an_entry_as_a_template() -> None:
    doc = document("Members of the FMLN burned a grain depot and shot the engineer Tomas Beltran with a rifle.")
    words = {"perp": "Members of the FMLN", "target": "grain depot", "victim": "the engineer Tomas Beltran", "gun": "rifle"}
    claims = {name: claim(doc, "participant:perpetrator", said) for name, said in words.items()}
    ids = {name: (c.claim.id,) for name, c in claims.items()}
    perpetrator = who(Role.PERPETRATOR, "Farabundo Martí National Liberation Front", ActorKind.ARMED_GROUP, "fmln")
    found = entry(
        "inc-1",
        "arson",
        Family.ATTACK,
        list(claims.values()),
        participants=(
            replace(perpetrator, claims=ids["perp"], description="members of the FMLN"),
            replace(who(Role.TARGET, "grain depot", ActorKind.FACILITY), claims=ids["target"]),
            replace(who(Role.VICTIM, "Tomas Beltran", ActorKind.PERSON), claims=ids["victim"], description="an engineer"),
        ),
        instruments=(Named("rifle", ids["gun"], "firearm"),),
    )
    ((template,),) = templates_of(chronology([found], r1=doc)).values()
    assert template.types == ("arson",)
    assert template.roles["PerpInd"] == (("Members of the FMLN",),)
    assert template.roles["PerpOrg"] == (("FMLN",),)
    assert template.roles["Target"] == (("grain depot",),)
    assert template.roles["Victim"] == (("Tomas Beltran",),)
    assert template.roles["Weapon"] == (("rifle",),)
