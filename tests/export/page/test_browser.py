"""The page in a browser: what a reader does with it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dateline.export import html
from tests.export.sample import sample

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
PRISON = "#entry-inc-7f3a"

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "chronology.html"
    path.write_text("".join(html(*sample())), encoding="utf-8")
    return path.as_uri()


class Reader:
    """A page that has been opened, with whatever went wrong in it."""

    def __init__(self, browser: Browser, address: str, width: int = 1400, **options: object) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.trouble: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: self.trouble.append(dialog.message))
        self.page.on(
            "request", lambda request: self.trouble.append(request.url) if request.url.split("#")[0] != address else None
        )
        self.address = address
        self.open("")

    def open(self, fragment: str) -> None:
        self.page.goto("about:blank")
        self.trouble = [line for line in self.trouble if line != "about:blank"]
        self.page.goto(self.address + fragment)

    def rows(self) -> list[str]:
        return self.page.locator("tr.row:visible").evaluate_all("rows => rows.map(row => row.dataset.entry)")  # type: ignore[no-any-return]

    def in_view(self, selector: str) -> bool:
        box = self.page.locator(selector).first.bounding_box()
        size = self.page.viewport_size
        assert size
        return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    reader = Reader(browser, address)
    yield reader
    assert reader.trouble == []
    reader.context.close()


def claim_of(field: str, number: int = 0) -> str:
    claims = [s.claim for entry in sample()[0] for s in entry.claims if s.claim.field == field]
    return claims[number].id


def test_a_claim_leads_to_its_words_in_the_report_and_the_words_back_to_it(reader: Reader) -> None:
    page = reader.page
    page.locator("tr.row", has_text="Prison break").get_by_role("link").click()
    expect(page.locator("article.entry.on h2")).to_have_text("Prison break at Sarvand Central Prison by Red Dawn Front")
    # Independent monitors speak in the second report.
    page.locator("li.claim", has_text="52 missing inmates").locator("visible=true").click()
    expect(page.locator("article.report.on h2")).to_have_text("Radio Sel: forty escaped")
    chosen = page.locator("article.report.on .text .ev.chosen")
    assert "".join(chosen.all_text_contents()) == "Independent monitors counted 52 missing inmates"
    assert reader.in_view("article.report.on .text .ev.chosen")
    # Words of another entry lead to that entry, and to the claim that rests on them.
    page.locator("article.report.on .ev", has_text="#AshesFirst").click()
    expect(page.locator("article.entry.on h2")).to_have_text("Slogan campaign #AshesFirst by Red Dawn Front")
    expect(page.locator("li.claim.chosen")).to_have_count(1)
    assert reader.in_view("li.claim.chosen")
    assert f"#claim-{claim_of('slogan')}" in page.url
    page.go_back()
    expect(page.locator("article.entry.on h2")).to_have_text(re.compile("^Prison break"))


def test_words_with_several_claims_ask_which(reader: Reader) -> None:
    reader.open(PRISON)
    page = reader.page
    page.locator("article.report.on .ev", has_text="Sarvand Central Prison").first.click()
    picks = page.locator("#pick a")
    expect(picks).to_have_count(2)
    expect(picks.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#pick")).to_be_hidden()
    page.locator("article.report.on .ev", has_text="Sarvand Central Prison").first.click()
    picks.filter(has_text="Place").click()
    expect(page.locator("li.claim.chosen")).to_contain_text("Sarvand Central Prison")
    assert f"#claim-{claim_of('place')}" in page.url


def test_an_address_opens_the_same_state(reader: Reader) -> None:
    claim = claim_of("quantity:freed", 1)
    reader.open(f"#claim-{claim}")
    page = reader.page
    expect(page.locator("li.claim.chosen")).to_have_attribute("data-claim", claim)
    assert reader.in_view("article.report.on .text .ev.chosen")
    assert reader.in_view("li.claim.chosen")
    expect(page.locator("article.report.on .speaks")).to_have_text("a speaker who called himself its spokesman")
    reader.open("#entry-inc-c3d9?family=unrest")
    expect(page.locator("article.entry.on h2")).to_have_text("Demonstration met with force in Bogotá")
    assert reader.rows() == ["inc-c3d9"]
    reader.open("#nothing-like-this?family=none&from=yesterday")
    assert len(reader.rows()) == 12


def test_filters_narrow_list_map_and_timeline_together_and_stay_in_the_address(reader: Reader) -> None:
    page = reader.page
    page.get_by_role("button", name="attack").click()
    assert set(reader.rows()) == {"inc-7f3a", "inc-293a", "inc-e5f6"}
    expect(page.locator("#status")).to_have_text("3 of 12 entries")
    expect(page.locator("#timeline .mark")).to_have_count(2)
    expect(page.locator("#undated a")).to_have_count(1)
    # One entry is in a town and, for want of more, in the whole country.
    expect(page.locator("#map .pin")).to_have_count(3)
    page.reload()
    assert set(reader.rows()) == {"inc-7f3a", "inc-293a", "inc-e5f6"}
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Text", exact=True).fill("BOGOTA helicopter")
    assert reader.rows() == []
    expect(page.locator("#nothing")).to_be_visible()
    page.get_by_label("Text", exact=True).fill("bogota")
    assert reader.rows() == ["inc-c3d9"]
    page.get_by_role("button", name="Clear").click()
    page.locator("#country").select_option(label="Mali")
    assert set(reader.rows()) == {"inc-0718", "inc-1829"}
    page.get_by_role("button", name="Clear").click()
    page.locator("#actor").select_option("Red Dawn Front")
    page.get_by_label("Contested only").check()
    assert reader.rows() == ["inc-7f3a"]
    assert "actor=Red+Dawn+Front" in page.url


def test_dates_filter_by_what_may_have_happened_then(reader: Reader) -> None:
    page = reader.page
    page.get_by_label("From").fill("2019-12-10")
    page.get_by_label("To", exact=True).fill("2019-12-11")
    # A month and a year that hold these days; nothing without a date.
    assert set(reader.rows()) == {"inc-293a", "sta-f607"}


def test_dragging_across_the_timeline_chooses_dates(reader: Reader) -> None:
    page = reader.page
    box = page.locator("#timeline svg").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.62, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.97, middle, steps=4)
    page.mouse.up()
    assert set(reader.rows()) == {"inc-0718", "inc-293a", "sta-f607"}
    page.get_by_role("button", name="Zoom to these dates").click()
    expect(page.locator("#timeline .mark")).to_have_count(3)
    page.get_by_role("button", name="All dates").click()
    assert len(reader.rows()) == 12


def test_marks_and_pins_open_entries_by_mouse_and_by_keyboard(reader: Reader) -> None:
    page = reader.page
    page.locator("#timeline .mark.accident").click()
    expect(page.locator("article.entry.on h2")).to_have_text("Accident near Gao")
    page.keyboard.press("Escape")
    expect(page.locator("#overview")).to_be_visible()
    page.locator("#timeline .mark").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("article.entry.on")).to_have_count(1)
    page.keyboard.press("Escape")
    page.locator("#map .pin.unrest").click()
    expect(page.locator("article.entry.on h2")).to_have_text("Demonstration met with force in Bogotá")


def test_areas_are_no_pins_and_what_has_no_place_is_counted(reader: Reader) -> None:
    page = reader.page
    expect(page.locator("#map .area")).to_have_count(2)
    expect(page.locator("#map .land .told")).to_have_count(1)
    page.get_by_role("button", name="4 of 12 without a place on the map").click()
    assert set(reader.rows()) == {"com-11aa", "cam-d4e5", "inc-e5f6", "inc-3a4b"}


def test_furniture_is_shown_and_marked_and_text_of_reports_is_inert(reader: Reader) -> None:
    reader.open("#report-doc-marun")
    page = reader.page
    expect(page.locator("article.report.on .furniture")).to_contain_text("Not part of the article: teaser: cut off")
    reader.open("#report-doc-sel")
    expect(page.locator("article.report.on")).to_contain_text('<script>alert("never run")</script>')
    arabic = page.locator("article.report.on p", has_text="قال شاهد")
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"


@pytest.mark.parametrize("fragment", ["", PRISON, "#report-doc-sel", "?from=2019-01-01"])
@pytest.mark.parametrize("width", [320, 390, 820, 1100])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, width: int, fragment: str) -> None:
    reader = Reader(browser, address, width)
    reader.open(fragment if fragment.startswith("#") or not fragment else f"#{fragment}")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    assert reader.trouble == []
    reader.context.close()


def test_on_a_phone_entry_and_report_take_turns(browser: Browser, address: str) -> None:
    reader = Reader(browser, address, 390, has_touch=True, is_mobile=True)
    page = reader.page
    page.locator("tr.row", has_text="Prison break").get_by_role("link").tap()
    expect(page.locator("#reports")).to_be_hidden()
    page.locator("li.claim:visible", has_text="36–44").tap()
    expect(page.locator("#entries")).to_be_hidden()
    assert reader.in_view("article.report.on .text .ev.chosen")
    page.locator("article.report.on .ev", has_text="with a car bomb").tap()
    expect(page.locator("li.claim.chosen")).to_contain_text("car bomb")
    assert reader.in_view("li.claim.chosen")
    page.get_by_role("link", name="All entries").tap()
    expect(page.locator("#overview")).to_be_visible()
    assert reader.trouble == []
    reader.context.close()


def test_dark_by_system_and_by_choice_and_the_choice_is_kept(browser: Browser, address: str) -> None:
    reader = Reader(browser, address, color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = reader.page.evaluate(paper)
    button = reader.page.get_by_role("button", name="Theme")
    button.click()
    expect(button).to_have_text("Theme: light")
    assert reader.page.evaluate(paper) != dark
    reader.page.reload()
    expect(button).to_have_text("Theme: light")
    button.click()
    assert reader.page.evaluate(paper) == dark
    assert reader.trouble == []
    reader.context.close()


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    reader = Reader(browser, address, java_script_enabled=False)
    page = reader.page
    expect(page.locator("article.entry:visible")).to_have_count(12)
    expect(page.locator("article.report:visible")).to_have_count(3)
    expect(page.locator("#controls")).to_be_hidden()
    reader.context.close()


def test_names_roles_and_headings_for_assistive_technology(reader: Reader) -> None:
    page = reader.page
    assert page.locator("h1").count() == 1
    for role in ("banner", "main", "search", "table"):
        expect(page.get_by_role(role)).to_have_count(1)
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll("button, a[href], input, select, [role=link], [role=button]")]
        .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.ariaLabel || (e.labels && e.labels.length)))
        .map(e => e.outerHTML)"""
    )
    assert unnamed == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
