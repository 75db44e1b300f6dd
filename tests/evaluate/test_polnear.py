"""The polnear suite on an invented report."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import polnear
from dateline.evaluate.suites._polnear_gold import GoldAttribution, GoldText, read_gold
from dateline.evaluate.suites.polnear import Found, Told, beside_said, compared, figures, paired, scored, told
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.span import Span

TEXT = "The mayor said the dam held. Divers, he added, saw no crack.\n\nThe engineer hopes it lasts."
ANNOTATION = (
    "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 27\tthe dam held\nT4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "T5\tSource 37 39\the\nT6\tCue 40 45\tadded\nT7\tContent 29 35;47 59\tDivers saw no crack\nT8\tAttribution 40 45\tadded\n"
    "E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5\n"
    "T9\tContent 81 89\tit\nlasts\nT10\tCue 75 80\thopes\nT11\tAttribution-no-source 75 80\thopes\n"
    "E3\tAttribution-no-source:T11 Content:T9 Cue:T10\n"
)


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


MAYOR = GoldAttribution((at("The mayor"),), (at("said"),), (at("the dam held"),))
HE = GoldAttribution((Span(37, 39),), (at("added"),), (at("Divers"), at("saw no crack")))
HOPES = GoldAttribution((), (at("hopes"),), (Span(81, 89),))
GOLD = GoldText("report", TEXT, (MAYOR, HE, HOPES))


def archive(folder: Path, files: dict[str, str]) -> None:
    with tarfile.open(folder / "dev.tar.gz", "w:gz") as out:
        for name, body in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(body.encode())
            out.addfile(info, io.BytesIO(body.encode()))


def test_the_annotator_first_by_name_is_gold(tmp_path: Path) -> None:
    files = {
        "dev/attributions/report_b2.ann": "T1\tSource 0 3\tThe\n",
        "dev/attributions/report_a1.ann": ANNOTATION,
        "dev/text/report.txt": TEXT,
    }
    archive(tmp_path, files)
    assert read_gold(tmp_path, "dev") == [GOLD]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"dev/attributions/report_a1.ann": ANNOTATION},  # no text
        {"dev/text/report.txt": TEXT, "dev/attributions/report_a1.ann": "E1\tAttribution:T4 Content:T3\n"},  # no spans
    ],
)
def test_gold_that_is_not_there_is_told(tmp_path: Path, files: dict[str, str]) -> None:
    archive(tmp_path, files)
    with pytest.raises(GoldError):
        read_gold(tmp_path, "dev")
    with pytest.raises(GoldError):
        read_gold(tmp_path, "train")


def ours(source: str, content: str) -> Told:
    return Told((at(source),) if source else (), (at(content),))


def test_a_link_needs_source_and_content_of_one_attribution() -> None:
    found = Found(TEXT, (ours("mayor", "dam held"), ours("he added", "the dam held"), ours("", "it lasts")))
    parts = compared(GOLD, found)
    # "he" is a source, but not of what the mayor said
    assert [len(part.pairs) for part in parts.values()] == [2, 2, 1]
    assert [len(part.gold) for part in parts.values()] == [2, 3, 2]


def test_each_is_used_once_and_what_is_there_twice_counts_once() -> None:
    found = Found(TEXT, (ours("mayor", "the dam"), ours("The", "held"), ours("mayor", "the dam")))
    parts = compared(GOLD, found)
    assert len(parts["source"].ours) == 2
    assert len(parts["source"].pairs) == len(parts["content"].pairs) == len(parts["link"].pairs) == 1


def test_as_many_as_can_be_are_paired() -> None:
    assert paired([[0, 1], [0]]) == {0: 1, 1: 0}
    assert paired([[0], [0], []]) == {0: 0}


def test_gold_is_found_in_a_text_with_other_spaces() -> None:
    other = "\n The mayor  said the dam held. Divers, he added, saw no crack. The engineer hopes it lasts."
    found = Found(other, (Told((at("mayor", other),), (at("the dam", other),)),))
    assert len(compared(GOLD, found)["link"].pairs) == 1


def test_every_link_of_a_chain_is_a_source_and_a_hedge_has_none() -> None:
    outer = Speaker(at("The engineer"), "The engineer", "said")
    inner = Speaker(at("The mayor"), "The mayor", "said")
    layer = [
        Attribution(at("the dam held"), 0, (outer, inner), Certainty.STATED),
        Attribution(at("Divers"), 1, (outer,), Certainty.STATED),
        Attribution(at("lasts"), 2, (), Certainty.REPORTED),
    ]
    assert list(told(layer)) == [
        Told((), (at("lasts"),)),
        Told((outer.span,), (at("the dam held"), at("Divers"))),
        Told((inner.span,), (at("the dam held"),)),
    ]


def test_figures_errors_and_baseline() -> None:
    result = scored([GOLD], {"report": Found(TEXT, (ours("mayor", "dam held"), ours("engineer", "saw")))})
    assert result.items == 2
    assert result.metrics["source_overlap_p"] == 0.5
    assert result.metrics["content_overlap_r"] == 2 / 3
    assert result.metrics["link_f1"] == 0.5
    assert [miss.what for miss in result.misses] == ["link: missing", "link: not so"]
    assert [one.source for one in beside_said("Ann Hill said no. Yes, says Bo.").told] == [(Span(0, 8),), (Span(28, 31),)]
    assert set(polnear.SUITE.main) <= set(figures({}))
