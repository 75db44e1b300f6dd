"""Truecasing: printed sentences survive being put in capitals or lower case."""

from __future__ import annotations

import pytest

from dateline.extract.parse.truecase import truecase, truecase_headline
from dateline.resources.lexicons.truecase import load_case_model

PRINTED = [
    "The guerrillas attacked a village near San Salvador on Tuesday.",
    "President Alfredo Cristiani said the Farabundo Marti National Liberation Front (FMLN) had broken the truce.",
    "Gen. Juan Perez and Col. Luis Mora were wounded in Guatemala City.",
    # an acronym spelt out in the text stays in capitals wherever it stands
    "The Syrian Observatory for Human Rights (SOHR) counted the dead. On Friday SOHR gave a lower figure.",
    "Two soldiers were killed in Medellin, a police spokesman told reporters.",
    "The United Nations called for a ceasefire in Colombia.",
    "Gunmen killed a Peruvian farmer in Ayacucho, the Lima newspaper said.",
    "Peasants fled to Honduras after the bombing.",
    "O'Neill and D'Aubuisson denied it.",
    "The bomb went off at 10 a.m. near the U.S. consulate in Bogota.",
    "US-led forces bombed a convoy.",
]


@pytest.mark.parametrize("printed", PRINTED)
def test_capitals_and_lower_case_come_back_as_printed(printed: str) -> None:
    model = load_case_model()
    assert truecase(printed.upper(), model) == printed
    assert truecase(printed.lower(), model) == printed


def test_length_never_changes() -> None:
    model = load_case_model()
    for text in ("İSTANBUL'DA ÇATIŞMA ß ﬁ", "", "'’' '", "A" * 5_000, "MCDONALD O'X DON'T"):
        assert len(truecase(text, model)) == len(text)


@pytest.mark.parametrize(
    ("headline", "printed"),
    [
        ("Four Guards Killed As Gunmen Storm Prison In Nigeria", "Four guards killed as gunmen storm prison in Nigeria"),
        # acronyms keep their capitals, unknown names theirs
        ("ISWAP Claims Attack On Army Base Near Maiduguri", "ISWAP claims attack on Army base near Maiduguri"),
    ],
)
def test_headline_case_is_undone(headline: str, printed: str) -> None:
    assert truecase_headline(headline, load_case_model()) == printed
