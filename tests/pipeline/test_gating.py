from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.model.claim import Coded
from dateline.model.document import Document, Zone, ZoneKind
from dateline.model.layer import SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.span import Span
from dateline.pipeline import Config, Pipeline
from dateline.pipeline.gating import gated, was_gated
from tests.documents import document

ATTACK = "Gunmen shot dead four policemen at a checkpoint outside Mandera on Tuesday night."
CAKE = "Beat the eggs with the sugar, fold in the flour and bake the cake for forty minutes in a moderate oven."


@dataclass
class Seen:
    """Remembers what it is given."""

    provides: LayerKey[Any] = SENTENCES
    requires: tuple[LayerKey[Any], ...] = ()
    texts: list[str] = field(default_factory=list)

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Any] | StepError]:
        self.texts += [a.document.text for a in batch]
        return [Layer(()) for _ in batch]


def code(config: Config, *batch: Document) -> tuple[list[str], list[Coded | StepError]]:
    """Return the texts that reach the steps, and the outcomes."""
    step = Seen()
    pipeline = Pipeline([step], lambda a: Coded(a.document.id, a.document.text_id, {}, ()), config)
    outcomes = pipeline.code(batch)
    return step.texts, outcomes


def test_only_what_passes_reaches_a_step_and_order_is_kept() -> None:
    batch = [document(CAKE), document(ATTACK), document(CAKE + " Serve it cold.")]
    seen, outcomes = code(Config(), *batch)
    assert seen == [ATTACK]
    assert [o.document for o in outcomes if isinstance(o, Coded)] == [d.id for d in batch]
    assert [isinstance(o, Coded) and was_gated(o) for o in outcomes] == [True, False, True]


def test_the_gate_can_be_left_out_and_rules_alone_have_none() -> None:
    for config in (Config(gate=False), Config(learned=False)):
        seen, outcomes = code(config, document(CAKE))
        assert seen == [CAKE]
        assert not any(isinstance(o, Coded) and was_gated(o) for o in outcomes)


def test_annotations_ask_no_gate() -> None:
    step = Seen()
    Pipeline([step], lambda a: Coded(a.document.id, a.document.text_id, {}, ()), Config()).annotate([document(CAKE)])
    assert step.texts == [CAKE]


def test_a_language_that_cannot_be_coded_is_refused_and_not_gated() -> None:
    seen, outcomes = code(Config(), replace(document(CAKE), language="es"))
    assert seen == []
    assert isinstance(outcomes[0], StepError)


def test_every_stretch_says_why() -> None:
    recipe = document(CAKE + "\nShare this recipe", published="2020-05-01")
    last = recipe.zones[-1]
    furniture = replace(recipe, zones=(*recipe.zones[:-1], Zone(ZoneKind.FURNITURE, last.span, "sharing")))
    coded = gated(furniture)
    assert coded is not None
    assert coded.events == ()
    assert coded.publication["start"] == "2020-05-01"
    (body, reason), (end, other) = coded.skipped
    assert (body, end) == (furniture.zones[0].span, last.span)
    assert reason.startswith("gate: not about political violence (probability 0.")
    assert other == "furniture: sharing"


def test_furniture_does_not_open_the_gate_and_nothing_at_all_passes_it() -> None:
    page = document(f"{CAKE}\n{ATTACK}")
    teaser = replace(page, zones=(page.zones[0], Zone(ZoneKind.FURNITURE, page.zones[1].span, "teaser")))
    assert gated(page) is None
    assert gated(teaser) is not None
    assert gated(replace(page, zones=())) is None
    assert gated(replace(page, zones=(Zone(ZoneKind.FURNITURE, Span(0, len(page.text)), "links"),))) is None
