"""Whole inputs: what is read, what is refused and why, and that nothing hangs or breaks."""

from __future__ import annotations

import json
import os
import pickle
import resource
import socket
import sys
from pathlib import Path

import pytest

from dateline.model.document import Document, ZoneKind
from dateline.read import FieldNames, ReadOptions, Reject, Source, discover, read_bytes, read_paths, read_source
from dateline.read.assemble import check_spans

GOOD = "Gunmen attacked the jail of Marun on Sunday and killed six guards, officials said.\n"
OPTIONS = ReadOptions()


def read_one(raw: bytes | str, locator: str = "a.txt", options: ReadOptions = OPTIONS) -> Document | Reject:
    (found,) = read_bytes(raw.encode() if isinstance(raw, str) else raw, locator, options)
    if isinstance(found, Document):
        check_spans(found)
    return found


def document(raw: bytes | str, locator: str = "a.txt", options: ReadOptions = OPTIONS) -> Document:
    found = read_one(raw, locator, options)
    assert isinstance(found, Document), found
    return found


def reason(raw: bytes | str, locator: str = "a.txt", options: ReadOptions = OPTIONS) -> str:
    found = read_one(raw, locator, options)
    assert isinstance(found, Reject)
    assert found.locator == locator
    return found.reason


# --- folders and files -------------------------------------------------------------------------------------------------


def test_mixed_folder(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(GOOD)
    (tmp_path / "a.md").write_text(f"# Gunmen attack jail in Marun\n\n{GOOD}")
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "inner").write_text(GOOD + "Ten prisoners escaped.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "long.txt").write_text("killed " * 4_300_000)
    (tmp_path / "latin.txt").write_bytes("The café in Bogotá was attacked by gunmen, officials said.".encode("latin-1"))
    (tmp_path / "wide.txt").write_bytes(GOOD.encode("utf-16"))
    (tmp_path / "deep.html").write_text("<html><body>" + "<div>" * 10_000 + f"<p>{GOOD}</p>" + "</div>" * 10_000)
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / ".hidden.txt").write_text(GOOD)
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        found = list(read_paths([str(tmp_path)], OPTIONS))
    names = {d.capture.locator.removeprefix(f"{tmp_path}/") for d in found if isinstance(d, Document)}
    reasons = {r.locator.removeprefix(f"{tmp_path}/"): r.reason for r in found if isinstance(r, Reject)}
    assert names == {"a.md", "b.txt", "latin.txt", "wide.txt", "x.txt/inner"}
    assert reasons == {
        "dangling.txt": "a dangling symbolic link",
        "deep.html": "html nested too deep",
        "empty.txt": "empty file",
        "image.txt": "not text: a PNG image",
        "long.txt": "30.1 MB: more than the 10 MB of one report",
        "pipe.txt": "a named pipe, not a file",
        "round.txt": "symbolic links that lead in a circle",
        "socket.txt": "a socket, not a file",
        "up": "a link back to a folder that holds it",
        "zero.txt": "a character device, not a file",
    }
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_500_000


def test_order_is_fixed_and_nothing_comes_twice(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD)
    everything = [s.locator for s in discover([str(tmp_path), str(tmp_path / "b.txt"), str(tmp_path / "*.txt")])]
    assert everything == [str(tmp_path / n) for n in ("a.txt", "b.txt", "c.txt")]
    assert [s.locator for s in discover([f"{tmp_path}/[ac].txt"])] == [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]


def test_recursive_glob(tmp_path: Path) -> None:
    (tmp_path / "d" / "e").mkdir(parents=True)
    (tmp_path / "d" / "e" / "f.txt").write_text(GOOD)
    assert [s.locator for s in discover([f"{tmp_path}/**/*.txt"])] == [str(tmp_path / "d" / "e" / "f.txt")]


def test_missing_things(tmp_path: Path) -> None:
    assert list(discover([str(tmp_path / "no.txt")])) == [Reject(str(tmp_path / "no.txt"), "no such file or folder")]
    assert list(discover([str(tmp_path / "no*.txt")])) == [Reject(str(tmp_path / "no*.txt"), "no file matches")]
    assert list(discover(["a\0b"])) == [Reject("a\\0b", "not a file name")]
    assert list(discover(["n" * 5000])) == [Reject("n" * 5000, "file name too long")]


def test_name_that_is_a_glob_pattern_is_a_file_first(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(GOOD)
    (source,) = discover([str(tmp_path / "a[1].txt")])
    assert isinstance(source, Source)


def test_name_that_is_not_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/n\xffme.txt"
    Path(os.fsdecode(path)).write_text(GOOD)
    (found,) = read_paths([str(tmp_path)], OPTIONS)
    assert isinstance(found, Document)
    assert found.capture.locator.endswith("n\\xffme.txt") and found.id


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt").chmod(0)
    if os.geteuid() == 0:
        # The superuser may read everything: somebody must refuse in the system's stead.
        def refuse(*_: object) -> int:
            raise PermissionError

        monkeypatch.setattr("dateline.read.sources.os.open", refuse)
    assert [r.reason for r in read_paths([str(tmp_path)], OPTIONS) if isinstance(r, Reject)] == ["no permission to read"]


def test_a_file_that_became_a_pipe_or_went_away_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    for path in ("a.txt", "b.txt"):
        (found,) = read_source(Source(path, str(tmp_path / path), 10), OPTIONS)
        assert isinstance(found, Reject) and found.reason.startswith("cannot be read")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        class buffer:  # noqa: N801
            @staticmethod
            def read(size: int) -> bytes:
                return GOOD.encode()[:size]

    monkeypatch.setattr(sys, "stdin", Stdin)
    (source,) = discover(["-"])
    assert isinstance(source, Source)
    (found,) = read_source(pickle.loads(pickle.dumps(source)), OPTIONS)
    assert isinstance(found, Document) and found.capture.locator == "-"


def test_sources_are_picklable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (source,) = discover([str(tmp_path)])
    assert pickle.loads(pickle.dumps(source)) == source


# --- one report --------------------------------------------------------------------------------------------------------


def test_text() -> None:
    found = document(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert found.text == GOOD.strip()
    assert [z.kind for z in found.zones] == [ZoneKind.BODY]
    assert (found.language, found.metadata["encoding"], found.metadata["format"]) == ("en", "utf-8", "text")


def test_the_same_bytes_give_the_same_document_and_another_outlet_another_capture() -> None:
    first, second = document(GOOD), document(GOOD)
    assert first == second and first.id == second.id
    other = document(GOOD, options=ReadOptions(outlet="Marun Post"))
    assert other.id != first.id and other.text_id == first.text_id and other.capture.outlet == "Marun Post"


def test_published_flag_goes_before_metadata_before_text() -> None:
    html = f'<html><head><meta name="date" content="2019-03-12"></head><body><p>MARUN, 3 May 2018 (OPS) - {GOOD}</p></html>'
    flag = document(html, "a.html", ReadOptions(published="2020-01-02")).published
    assert flag and (flag.iso, flag.basis) == ("2020-01-02", "flag")
    meta = document(html, "a.html").published
    assert meta and (meta.iso, meta.basis) == ("2019-03-12", "metadata")
    stated = document(f"MARUN, 3 May 2018 (OPS) - {GOOD}")
    assert stated.published and (stated.published.iso, stated.published.basis) == ("2018-05-03", "stated")
    assert stated.capture.outlet == "OPS"
    assert stated.zones[0].span.start == 0  # the dateline stays in the body


def test_markdown_with_front_matter() -> None:
    front = "---\ntitle: Jail attack\ndate: 2019-03-12\nsource: OPS\n---\n\n"
    found = document(f"{front}**Six** guards of [Marun](http://x/y) died.\n\n{GOOD}", "a.md")
    assert found.text.startswith("Six guards of Marun died.")
    assert found.published and found.published.iso == "2019-03-12"
    assert (found.title, found.capture.outlet) == ("Jail attack", "OPS")


def test_unknown_ending_is_text_and_html_is_known_by_its_start() -> None:
    assert document(GOOD, "report.xyz").metadata["format"] == "text"
    assert document(f"<!DOCTYPE html><html><body><p>{GOOD}</p></body></html>", "page").metadata["format"] == "html"
    assert document(json.dumps({"text": GOOD}) + "\n", "-").metadata["format"] == "jsonl"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Des hommes armés ont attaqué la prison de Marun dimanche et ont tué six gardiens, selon des responsables.", "fr"),
        ("Hombres armados atacaron la cárcel de Marun el domingo y mataron a seis guardias, dijeron funcionarios.", "es"),
        ("هاجم مسلحون سجن المدينة ليلة الأحد وقتلوا ستة حراس وأطلقوا سراح أربعين سجينا، بحسب مسؤولين", "ar"),
        ("Вооруженные люди напали на тюрьму в воскресенье и убили шестерых охранников, сообщили власти.", "ru"),
    ],
)
def test_languages_that_cannot_be_coded_are_refused(text: str, language: str) -> None:
    assert reason(text) == f"language '{language}' cannot be coded"


def test_short_text_of_no_known_language_is_let_through() -> None:
    assert document("Blast Marun, Sarvand, Telmar").language in {"en", "und"}


def test_a_foreign_paragraph_in_an_english_report_is_not_coded() -> None:
    french = "Des frappes ont visé la prison de Marun dans le nord du pays, dimanche soir, selon des habitants."
    found = document(f"{GOOD}\n{french}\n\n{GOOD.replace('six', 'nine')}\nThe ministry sent soldiers to Marun from Sarvand.")
    assert [z.reason for z in found.zones if z.span.of(found.text) == french] == ["in another language (fr)"]
    assert found.language == "en"


def test_capitals_are_english_too() -> None:
    assert document(GOOD.upper()).language == "en"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty file"),
        (b" \n\t\n", "nothing but white space"),
        (b"%PDF-1.4", "not text: a PDF"),
        (b"--- ... ---", "no text"),
        (b"killed " * 400_000, "2,800,000 characters: more than the 2,000,000 of one report"),
    ],
)
def test_refusals(raw: bytes, why: str) -> None:
    assert reason(raw) == why


def test_huge_tokens_and_lines_do_not_hang() -> None:
    for raw in ("x" * 1_000_000, "word " * 300_000, "(" * 300_000 + "a", "a." * 300_000, "By " * 200_000, "# " * 300_000 + "x"):
        for name in ("a.txt", "a.md", "a.html"):
            list(read_bytes(f"{GOOD}\n{raw}".encode(), name, OPTIONS))


# --- tables ------------------------------------------------------------------------------------------------------------


def test_jsonl_rows() -> None:
    rows = "\n".join(
        [
            json.dumps({"text": GOOD, "title": "Gunmen attack Marun jail", "publisher": "OPS", "date": "2019-03-12", "id": 7}),
            "{broken",
            "",
            json.dumps({"nothing": 1}),
            json.dumps({"content": GOOD, "headline": None, "date": 1552384800}),
            "[1]",
            json.dumps({"text": "  "}),
        ]
    )
    found = list(read_bytes(rows.encode(), "r.jsonl", OPTIONS))
    first, broken, nothing, second, array, blank = found
    assert isinstance(first, Document) and isinstance(second, Document)
    assert first.capture.locator == "r.jsonl#1" and first.capture.outlet == "OPS" and first.metadata["id"] == "7"
    assert first.text.startswith("Gunmen attack Marun jail\n\nGunmen attacked") and first.zones[0].kind is ZoneKind.TITLE
    assert first.published and first.published.iso == "2019-03-12"
    assert second.capture.locator == "r.jsonl#5" and second.published and second.published.iso == "2019-03-12"
    assert isinstance(broken, Reject) and broken.locator == "r.jsonl#2" and broken.reason.startswith("not JSON")
    assert isinstance(nothing, Reject) and nothing.reason == "no column that holds the text; there is: 'nothing'"
    assert array == Reject("r.jsonl#6", "not a JSON object but list")
    assert blank == Reject("r.jsonl#7", "no text")


def test_json_shapes() -> None:
    assert document(json.dumps({"body": GOOD}), "a.json").capture.locator == "a.json"
    rows = [{"body": GOOD}, {"body": GOOD + "Ten escaped."}]
    for shape in (rows, {"count": 2, "articles": rows}):
        found = list(read_bytes(json.dumps(shape).encode(), "a.json", OPTIONS))
        assert [d.capture.locator for d in found if isinstance(d, Document)] == ["a.json#1", "a.json#2"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("[" * 100_000 + "]" * 100_000, "not JSON: nested too deep"),
        ("{", "not JSON: "),
        ("[]", "no rows"),
        ("1", "not a JSON object"),
    ],
)
def test_bad_json(raw: str, why: str) -> None:
    assert reason(raw, "a.json").startswith(why)


def test_jsonl_with_an_overlong_line_goes_on_after_it() -> None:
    options = ReadOptions(max_bytes=1000)
    found = list(read_bytes(b'{"text": "' + b"x" * 5000 + b'"}\n' + json.dumps({"text": GOOD}).encode(), "r.jsonl", options))
    assert isinstance(found[0], Reject) and "longer than" in found[0].reason
    assert isinstance(found[1], Document)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    line = '"A bomb went off in the café, killing two people; police said | so."'
    rows = [["No", "Headline", "Full Text", "Pub-Date"], ["1", "Blast in Oland café kills two", line, "2019-03-12"], ["2", "x"]]
    (tmp_path / "t.csv").write_bytes("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    first, second = read_paths([str(tmp_path)], OPTIONS)
    assert isinstance(first, Document) and first.title == "Blast in Oland café kills two"
    assert first.published and first.published.iso == "2019-03-12"
    assert second == Reject(f"{tmp_path}/t.csv#2", "2 columns where the header has 4")


def test_columns_by_name() -> None:
    raw = f'narrative,when\n"{GOOD.strip()}",2019-03-12\n'
    assert reason(raw, "t.csv") == "no column that holds the text; there is: 'narrative', 'when'"
    options = ReadOptions(fields=FieldNames(text="narrative", published="when"))
    (found,) = read_bytes(raw.encode(), "t.csv", options)
    assert isinstance(found, Document) and found.published and found.published.basis == "metadata"
    assert reason(raw, "t.csv", ReadOptions(fields=FieldNames(text="story"))).startswith("no column 'story' for the text")


def test_csv_with_an_unclosed_quote() -> None:
    (found,) = read_bytes(b'text\n"unclosed ' + b"z" * 12_000_000, "t.csv", OPTIONS)
    assert isinstance(found, Reject) and found.reason.startswith("not csv")


def test_title_that_repeats_itself_and_names_its_site() -> None:
    title = "Gunmen attack Marun jail - Oland Press Gunmen attack Marun jail Gunmen attack Marun jail"
    row = json.dumps({"text": f"Gunmen attack Marun jail\n\n{GOOD}", "title": title, "publisher": "Oland Press"})
    found = document_of_row(row)
    assert found.text.startswith("Gunmen attack Marun jail\n\nGunmen attacked") and found.title == "Gunmen attack Marun jail"


def test_title_that_quotes_a_post_is_not_told_twice() -> None:
    title = 'Oland Press on X: "Gunmen attacked the jail of Marun on Sunday and killed six guards, officials said." / X'
    assert document_of_row(json.dumps({"text": GOOD, "title": title})).text == GOOD.strip()


def document_of_row(row: str) -> Document:
    (found,) = read_bytes(row.encode(), "r.jsonl", OPTIONS)
    assert isinstance(found, Document)
    check_spans(found)
    return found


# --- development data ------------------------------------------------------------------------------------------------

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="the development data is not beside this checkout")


@needs_data
def test_seed_article() -> None:
    (found,) = read_paths([str(DATA / "seed")], OPTIONS)
    assert isinstance(found, Document)
    kinds = [z.kind for z in found.zones]
    assert kinds[-15:] == [ZoneKind.FURNITURE] * 15
    assert kinds.count(ZoneKind.HEADING) == 4 and ZoneKind.FURNITURE not in kinds[:-15]


@needs_data
def test_captured_pages() -> None:
    path = DATA / "airwars_syria" / "dev" / "docs.jsonl"
    found = [d for d in read_paths([str(path)], OPTIONS) if isinstance(d, Document)]
    assert len(found) >= 101
    for each in found:
        check_spans(each)
