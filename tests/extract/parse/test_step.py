"""ParseStep: offsets, sentences, what the parser is spared, and texts that are no language."""

from __future__ import annotations

from dateline.extract.parse import ParseStep
from dateline.extract.parse.step import LONGEST_DOCUMENT
from dateline.model.document import Capture, Document, Zone, ZoneKind
from dateline.model.layer import SENTENCES, AnnotatedDocument, StepError
from dateline.model.parse import Sentence
from dateline.model.span import Span
from tests.documents import annotate, document


def parsed(text: str) -> tuple[Sentence, ...]:
    return annotate(document(text), ParseStep())[SENTENCES]


def wrapped(text: str) -> tuple[Document, tuple[Sentence, ...]]:
    """Return a document of one zone that goes over several lines, and its sentences."""
    doc = Document(Capture("0" * 64, "test"), text, "en", (Zone(ZoneKind.BODY, Span(0, len(text))),))
    return doc, annotate(doc, ParseStep())[SENTENCES]


def test_tokens_index_the_frozen_text() -> None:
    text = "   GUERRILLAS  KILLED\nTWO SOLDIERS IN\n   SAN MIGUEL.  TWO WERE\u200b HURT."
    doc, sentences = wrapped(text)
    assert len(sentences) == 2
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            assert token.i == i
            assert token.text.strip() == token.text != ""
            assert doc.text[token.start : token.end].replace("\u200b", "").lower() == token.text.lower()
            assert all(sentence.tokens[c].head == i for c in token.children)
    assert [t.text for t in sentences[0].tokens] == ["Guerrillas", "killed", "two", "soldiers", "in", "San", "Miguel", "."]


def test_abbreviations_end_no_sentence() -> None:
    text = "Gen. Mora and Lt. Col. Ruiz left St. Louis. No. 5 was closed. Mr. Hale met Sen. Ortiz."
    assert [s.span.of(text) for s in parsed(text)] == [
        "Gen. Mora and Lt. Col. Ruiz left St. Louis.",
        "No. 5 was closed.",
        "Mr. Hale met Sen. Ortiz.",
    ]


def test_dateline_and_editorial_notes_stand_apart() -> None:
    text = "TEGUCIGALPA, 4 MAR 91 (ACME) -- [TEXT] THE POLICE [PNC] ARRESTED TWO MEN. [PASSAGE OMITTED] ONE ESCAPED."
    sentences = parsed(text)
    words = [" ".join(t.text for t in s.tokens) for s in sentences]
    assert words[0].startswith("Tegucigalpa , 4 Mar 91 (")
    assert words[1:] == ["The police ( PNC ) arrested two men .", "One escaped ."]


def test_printed_text_is_left_alone() -> None:
    text = "QAMAR, Ruritania (Acme) – Gunmen from the RLF attacked the town hall."
    sentences = parsed(text)
    assert [s.span.of(text) for s in sentences] == ["QAMAR, Ruritania (Acme) –", "Gunmen from the RLF attacked the town hall."]
    assert sentences[0].tokens[0].text == "QAMAR"


def test_long_paragraphs_are_cut_and_long_words_skipped() -> None:
    text = "The men left the town. " * 1_200 + "x" * 20_000 + " " + "(" * 10_000 + " The end came."
    sentences = parsed(text)
    assert max(len(s.tokens) for s in sentences) <= 1_000
    assert sentences[-1].span.of(text) == "The end came."


def test_a_text_without_end_is_an_error() -> None:
    doc = document("a b. " * (LONGEST_DOCUMENT // 5 + 1))
    outcome = ParseStep()([AnnotatedDocument(doc)])[0]
    assert isinstance(outcome, StepError)
    assert "too long" in outcome.reason


def test_surrogates_and_other_scripts_do_no_harm() -> None:
    wrapped("Broken \ud800 text was read.")
    for text in ("قتل اثنا عشر شخصا", "\u200b", "…", "🙂🙂 Two men died."):
        parsed(text)


def test_a_parse_does_not_depend_on_its_neighbours() -> None:
    docs = [AnnotatedDocument(document(t)) for t in ("Two men were killed in Lima.", "REBELS FREED 40 PRISONERS.", "He left.")]
    assert ParseStep()(docs) == [ParseStep()([d])[0] for d in docs]
