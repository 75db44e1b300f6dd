"""Claims are weighed: what is more likely wrong than right is not made, and no name has a weight."""

from __future__ import annotations

import pytest

from dateline.model.claim import Coded
from dateline.pipeline.claims import drafts
from dateline.pipeline.features import Features
from dateline.pipeline.order import build_pipeline
from dateline.pipeline.runner import Config
from dateline.pipeline.weighing import FLOOR, is_read
from dateline.resources.weigher import Weigher, load_weigher
from tests.documents import document

TEXT = "Gunmen of the Sarvand Brigade killed four policemen in Mombasa on 3 March 2021, officials said."


@pytest.fixture(scope="module")
def weigher() -> Weigher:
    found = load_weigher()
    assert found is not None
    return found


def test_what_is_made_is_likely_right() -> None:
    coded = build_pipeline().code([document(TEXT)])[0]
    assert isinstance(coded, Coded)
    claims = [claim for event in coded.events for claim in event.claims]
    assert claims
    assert all(FLOOR <= claim.confidence < 1 for claim in claims)


def test_rules_alone_keep_their_own_confidence() -> None:
    coded = build_pipeline(Config(learned=False)).code([document(TEXT)])[0]
    assert isinstance(coded, Coded)
    annotated = build_pipeline().annotate([document(TEXT)])[0]
    made = [draft for _, of_event in drafts(annotated) for draft in of_event if not is_read(draft.made)]  # type: ignore[arg-type]
    by_rules = {(draft.claim.id, draft.claim.confidence) for draft in made}
    assert {(claim.id, claim.confidence) for event in coded.events for claim in event.claims} == by_rules


def test_no_feature_holds_a_name() -> None:
    annotated = build_pipeline().annotate([document(TEXT)])[0]
    assert not isinstance(annotated, Coded)
    named = {f for _, made in drafts(annotated) for draft in made for f in Features(annotated).of(draft.made)}  # type: ignore[arg-type]
    assert named
    assert not [f for f in named if any(name in f.lower() for name in ("sarvand", "brigade", "mombasa", "kenya"))]


def test_weights_know_no_country_or_city(weigher: Weigher) -> None:
    names = ("syria", "turkey", "israel", "colombia", "salvador", "india", "taliban", "isis", "hezbollah", "aleppo")
    assert not [f for f in weigher.weights if any(name in f.lower() for name in names)]


def test_an_unknown_feature_weighs_nothing(weigher: Weigher) -> None:
    known = next(iter(weigher.weights))
    assert weigher.probability([known, "no such feature"]) == weigher.probability([known])
    assert weigher.reasons([known, "no such feature"]) == [(known, weigher.weights[known])]
