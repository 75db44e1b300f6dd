"""Web pages: visible text in one frozen text, article from furniture, and what the markup says."""

from __future__ import annotations

import json

import pytest

from dateline.model.document import Document, ZoneKind
from dateline.read import ReadOptions, Reject, read_bytes
from dateline.read.assemble import check_spans

KINDS = {ZoneKind.TITLE: "T", ZoneKind.BODY: "B", ZoneKind.HEADING: "H", ZoneKind.FURNITURE: "F"}
LINKED = '<script type="application/ld+json">%s</script>'
FIRST = "Gunmen stormed the central jail of Marun on Sunday and freed at least 40 prisoners, officials said on Monday."
SECOND = "Six guards were killed in the attack, which began when a car bomb went off at the gate of the jail."
THIRD = "The Red Dawn Front said in a statement that its fighters had freed 65 prisoners from the jail in Marun."
FOURTH = "It was the second attack on a jail in the province of Marun since January, when ten prisoners escaped."

PAGE = f"""<!DOCTYPE html><html><head><title>Gunmen storm Marun jail | Marun Post</title>
<meta property="og:site_name" content="Marun Post"><meta property="article:published_time" content="2019-03-12T10:00:00Z">
<meta name="author" content="Rana Holt"><link rel="canonical" href="https://post.example/jail"></head><body class="comments-on">
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve your experience. Accept all.</p></div>
<main><article><h1>Gunmen storm Marun jail</h1><p class="byline">By Rana Holt | 12 March 2019</p>
<div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<p>{FIRST}</p><p>Six guards were <b>killed</b> in the attack, which began when a car&nbsp;bomb went off at the gate
of the jail.</p><h2>Hours of fighting</h2><p>{THIRD}<br>Police have caught nine of the escaped prisoners.</p>
<aside class="related"><h3>Read more</h3><a href="/x">Flood in Telmar kills three</a></aside>
<p>{FOURTH}</p></article>
<div class="related-posts"><h3>Related stories</h3><div class="card">
<a href="/a"><h4>Minister visits new airport in Oland</h4></a>
<p>The minister of transport opened the terminal on Friday and praised the builders.</p></div></div>
<section id="comments"><h3>2 Comments</h3><p>Great work, the jail was always badly guarded.</p></section></main>
<footer><p>© 2019 Marun Post. All rights reserved.</p></footer><script>var x = "killed 9";</script>
<div style="display:none">Hidden words</div><noscript>Enable scripts</noscript></body></html>"""


def read(html: str) -> Document:
    (found,) = read_bytes(html.encode(), "a.html", ReadOptions())
    assert isinstance(found, Document), found
    check_spans(found)
    return found


def kinds(found: Document) -> list[tuple[str, str]]:
    return [(KINDS[z.kind], z.span.of(found.text)) for z in found.zones]


def test_page() -> None:
    found = read(PAGE)
    assert [pair for pair in kinds(found) if pair[0] != "F"] == [
        ("T", "Gunmen storm Marun jail"),
        ("B", FIRST),
        ("B", SECOND),
        ("H", "Hours of fighting"),
        ("B", THIRD),
        ("B", "Police have caught nine of the escaped prisoners."),
        ("B", FOURTH),
    ]
    furniture = "\n".join(text for kind, text in kinds(found) if kind == "F")
    for words in ("Home", "cookies", "Rana Holt", "Facebook", "Flood", "airport", "terminal", "Great work", "rights reserved"):
        assert words in furniture
    assert "killed 9" not in found.text and "Hidden" not in found.text and "Enable" not in found.text
    assert all(z.reason for z in found.zones if z.kind is ZoneKind.FURNITURE)


def test_metadata() -> None:
    found = read(PAGE)
    assert found.title == "Gunmen storm Marun jail"
    assert found.published and (found.published.iso, found.published.basis) == ("2019-03-12", "metadata")
    assert found.capture.outlet == "Marun Post"
    assert found.metadata["author"] == "Rana Holt" and found.metadata["url"] == "https://post.example/jail"


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ('<meta itemprop="datePublished" content="2019-03-12">', "2019-03-12"),
        ('<meta name="DC.date.issued" content="2019-03-12">', "2019-03-12"),
        ('<meta property="article:modified_time" content="2021-03-12">', None),
        ('<meta name="date" content="yesterday"><meta name="pubdate" content="12 March 2019">', "2019-03-12"),
        (LINKED % '{"@graph":[{"@type":"NewsArticle","datePublished":"2019-03-12T08:00"}]}', "2019-03-12"),
        (LINKED % '{"@type":"Organization","datePublished":"2011-01-01"}', None),
        (LINKED % "{broken", None),
        ("", None),
    ],
)
def test_published_in_the_head(head: str, iso: str | None) -> None:
    found = read(f"<html><head>{head}</head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert (found.published.iso if found.published else None) == iso


@pytest.mark.parametrize(
    ("body", "iso"),
    [
        ('<time datetime="2019-03-12T10:00">12 March</time>', "2019-03-12"),
        ('<time datetime="2019-03-12" pubdate>x</time><time datetime="2020-01-01">y</time>', "2019-03-12"),
        ('<time class="updated" datetime="2021-03-12">x</time>', None),
        ('<time datetime="2019-03-12">a</time><time datetime="2020-01-01">b</time>', None),  # which of them is the report's?
    ],
)
def test_published_in_time_elements(body: str, iso: str | None) -> None:
    found = read(f"<html><body><div>{body}</div><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert (found.published.iso if found.published else None) == iso


def test_linked_data() -> None:
    authors = [{"name": "A. Oran"}, {"name": "B. Lind"}]
    data = {"@type": ["Article"], "datePublished": "2019-03-12", "author": authors, "publisher": {"name": "OPS"}}
    found = read(f"<html><head>{LINKED % json.dumps(data)}</head><body><p>{FIRST}</p></body></html>")
    assert found.capture.outlet == "OPS" and found.metadata["author"] == "A. Oran, B. Lind"


def test_title_of_the_head_alone_is_put_on_top() -> None:
    found = read(f"<html><head><title>Gunmen storm Marun jail</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert kinds(found)[0] == ("T", "Gunmen storm Marun jail")


def test_a_page_within_one_form_or_a_badly_named_part_keeps_its_story() -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD, FOURTH))
    for before, after in (("<form>", "</form>"), ('<div class="comments sidebar">', "</div>"), ("<aside>", "</aside>")):
        found = read(f"<html><body>{before}{story}{after}</body></html>")
        assert [k for k, _ in kinds(found)].count("B") == 4


def test_plain_divs_and_line_breaks() -> None:
    found = read(f"<body>{FIRST}<br><br>{SECOND}<br/>{THIRD}<div>{FOURTH}</div></body>")
    assert [t for k, t in kinds(found) if k == "B"] == [FIRST, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("depth", [300, 900, 1900])
def test_deep_pages_are_read(depth: int) -> None:
    found = read("<body>" + "<div>" * depth + f"<p>{FIRST}</p>" + "</div>" * depth + f"<p>{SECOND}</p>")
    assert FIRST in found.text and SECOND in found.text


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table", "blockquote", "a", "span"])
def test_pages_10_000_deep_end_in_a_document_or_a_reason(tag: str) -> None:
    html = "<html><body>" + f"<{tag}>" * 10_000 + f"<p>{FIRST}</p>" + f"</{tag}>" * 10_000 + "</body></html>"
    (found,) = read_bytes(html.encode(), "a.html", ReadOptions())
    assert (
        isinstance(found, Reject)
        and found.reason == "html nested too deep"
        or isinstance(found, Document)
        and FIRST in found.text
    )


@pytest.mark.parametrize("html", ["<html></html>", "<!-- x -->", "<html><body><script>x</script></body></html>", "<>", "<html"])
def test_pages_without_text(html: str) -> None:
    (found,) = read_bytes(html.encode(), "a.html", ReadOptions())
    assert isinstance(found, Reject) and found.reason in {"no text", "no text in the html"}


def test_charset_of_the_page() -> None:
    html = f'<html><head><meta charset="windows-1252"></head><body><p>The café in Bogotá. {FIRST}</p></body></html>'
    (found,) = read_bytes(html.encode("cp1252"), "a.html", ReadOptions())
    assert isinstance(found, Document) and found.text.startswith("The café in Bogotá.")


def test_xhtml_with_an_encoding_declaration() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
    found = read(f"{head}<body><p>{FIRST}</p></body></html>")
    assert found.text == FIRST
