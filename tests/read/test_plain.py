"""Blocks of plain text: paragraphs put together again, headings, bullets, overlong lines."""

from __future__ import annotations

import textwrap

import pytest

from dateline.read.plain import LONGEST, blocks_of
from dateline.read.repair import repair

FIRST = (
    "Gunmen attacked the central jail of Marun on Sunday night and freed at least 40 prisoners, officials said. Six guards "
    "were killed when a car bomb went off at the gate of the jail, the interior ministry said on Monday, and the "
    "fires were put out by dawn."
)
SECOND = (
    "The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun. Soldiers were sent "
    "to Marun from Sarvand and caught nine of the escaped prisoners before dawn, the ministry said, and two on Tuesday."
)


def texts(text: str, marked: bool = False) -> list[str]:
    return [block.text for block in blocks_of(text, marked)]


@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_hard_wrapped_paragraphs_are_one_block_each(width: int, indent: str) -> None:
    wrapped = ["\n".join(textwrap.wrap(p, width, initial_indent=indent)) for p in (FIRST, SECOND)]
    assert texts("\n\n".join(wrapped)) == [FIRST, SECOND]


def test_hard_wrapped_upper_case_with_dateline() -> None:
    paragraph = "   " + "\n".join(textwrap.wrap(f"   MARUN, 4 FEB 90 (SARVAND PRESS) -- [TEXT] {FIRST.upper()}", 67)).strip()
    (block,) = blocks_of(paragraph + "\n")
    assert block.text.startswith("MARUN, 4 FEB 90 (SARVAND PRESS) -- [TEXT] GUNMEN")
    assert "\n" in block.span.of(paragraph)


def test_hard_wrapped_without_blank_lines_parts_at_short_lines() -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(p, 72)) for p in (FIRST, SECOND))
    assert texts(wrapped) == [FIRST, SECOND]


def test_a_line_each_is_a_block_each() -> None:
    assert texts(f"{FIRST}\n{SECOND}\nThe end.") == [FIRST, SECOND, "The end."]


def test_paragraphs_of_like_length_are_not_wrapped() -> None:
    lines = [f"The ministry said on day {i} that the siege of the jail in Marun would go on for {i} days." for i in range(10, 20)]
    assert texts("\n".join(lines)) == lines


def test_a_sentence_broken_by_a_stray_newline_is_one_block() -> None:
    assert texts("The interior ministry said in a statement on Monday\nthat six guards were killed.\nNine were hurt.") == [
        "The interior ministry said in a statement on Monday that six guards were killed.",
        "Nine were hurt.",
    ]


def test_bullets_and_rules() -> None:
    blocks = blocks_of("Victims:\n• 6 guards\n- two soldiers\n----------\n1) a cook\nHe left.")
    assert [(b.text, b.listed) for b in blocks] == [
        ("Victims:", False),
        ("• 6 guards", True),
        ("- two soldiers", True),
        ("1) a cook", True),
        ("He left.", False),
    ]


def test_markdown_headings() -> None:
    blocks = blocks_of("# Gunmen free prisoners\n\n## What happened\nSix guards were killed.", marked=True)
    assert [(b.text, b.heading) for b in blocks] == [
        ("Gunmen free prisoners", True),
        ("What happened", True),
        ("Six guards were killed.", False),
    ]


@pytest.mark.parametrize("text", ["Six guards died. " * 5000, "killed " * 20_000, "x" * 70_000])
def test_overlong_lines_are_cut_without_loss(text: str) -> None:
    text = repair(text)
    blocks = blocks_of(text)
    assert len(blocks) > 1 and all(len(b.span) <= LONGEST for b in blocks)
    assert "".join(b.span.of(text) for b in blocks).replace(" ", "") == text.replace(" ", "")


def test_capitals_wrapped_at_a_width_for_each_paragraph() -> None:
    wrapped = "\n\n".join("   " + "\n".join(textwrap.wrap(p.upper(), w)) for p, w in ((FIRST, 66), (SECOND, 79), (FIRST, 71)))
    assert texts(wrapped) == [FIRST.upper(), SECOND.upper(), FIRST.upper()]


def test_capitals_with_a_blank_line_after_every_line() -> None:
    lines = textwrap.wrap(FIRST.upper(), 60)
    assert texts("\n\n".join(lines)) == [FIRST.upper()]


def test_capitals_with_a_blank_line_between_paragraphs_stay_apart() -> None:
    paragraphs = [FIRST.upper(), SECOND.upper(), FIRST.upper(), SECOND.upper()]
    assert texts("\n\n".join(paragraphs)) == paragraphs
