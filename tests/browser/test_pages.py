"""What a person can do on the pages beside the map, in a real browser without a network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from tests.browser.conftest import ARTEFACTS, served
from tests.layers.specimen import HOSTILE

PAGES = ("targets", "plan", "compare", "method")
READY = {
    "targets": '[data-testid="stVegaLiteChart"] :is(canvas, svg)',
    "plan": ".reader .text p",
    "compare": ".sheet .class",
    "method": '.sheet [data-part="cite"]',
}
SX = "shaoxing-2011-2015"
BASE = "c-ed4e662d2ea3"
"""打造绍兴市区新兴信息产业集聚区."""
Open = Callable[..., Page]

expect.set_options(timeout=20_000)  # CI machines share their cores


def settled(page: Page, name: str) -> Page:
    """Until the page's own content stands and Python has finished."""
    page.locator(READY[name]).first.wait_for(state="visible", timeout=60_000)
    page.locator('[data-test-script-state="notRunning"]').wait_for(state="attached", timeout=60_000)
    return page


@pytest.fixture
def tabs(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Tabs in fresh contexts. No request may leave the machine, no script may fail."""
    contexts: list[Any] = []
    strayed: list[str] = []
    faults: list[str] = []

    def start(address: str, width: int = 1440, height: int = 900, **options: Any) -> Page:
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, locale="zh-CN", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("request", lambda request: strayed.append(request.url))
        page.add_init_script("window.alert = () => { window.alerted = true; };")
        page.goto(address)
        return page

    yield start
    for context in contexts:
        context.close()
    own = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    assert [url for url in strayed if not url.startswith(own)] == []
    assert faults == []


@pytest.fixture
def open_page(warm: str, tabs: Callable[..., Page]) -> Open:
    """Open one of the pages: `open_page("plan", "?doc=…", width=390)`."""

    def start(name: str, query: str = "", **options: Any) -> Page:
        return settled(tabs(f"{warm}/{name}{query}", **options), name)

    return start


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    with served("tests/browser/made_app.py", JIQUN_MADE="hostile") as address:
        yield address


@pytest.fixture(scope="module")
def long() -> Iterator[str]:
    with served("tests/browser/made_app.py", JIQUN_MADE="long") as address:
        yield address


def test_a_mark_of_the_chart_shows_its_sentence(open_page: Open) -> None:
    page = open_page("targets")
    drawing = page.locator(READY["targets"]).first
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    assert box is not None
    # 新材料: the largest goal of the province, at the right end of the fifth row.
    x, y = box["x"] + box["width"] * 8000 / (8000 * 1.04), box["y"] + 4.5 * 52 + 9
    for dx in (0, -6, 6, -12):  # the plot's own margins are Vega's business
        page.mouse.click(x + dx, y)
        page.wait_for_timeout(900)
        if page.locator(".card").count():
            break
    card = page.locator(".card")
    expect(card.locator("mark")).to_have_text("新材料产业规模达到8000亿元")
    assert "sel=t-" in page.url


def test_an_addend_leads_to_its_sentence_and_on_into_the_plan(open_page: Open) -> None:
    page = open_page("targets")
    page.locator(".equation button", has_text="生物医药").first.click()
    card = page.locator(".card")
    expect(card).to_contain_text("123 亿元")
    card.get_by_role("link", name="在规划中打开").click()
    settled(page, "plan")
    assert re.search(r"/plan\?.*sel=t-", page.url)
    marked = page.locator(".reader .m.on").first
    expect(marked).to_be_in_viewport()
    expect(page.locator(".reader .card h2")).to_have_text("123 亿元")


def test_closing_the_card_clears_the_link(open_page: Open) -> None:
    page = open_page("targets")
    page.locator(".equation button").first.click()
    page.locator(".chosen .close").click()
    expect(page.locator(".card")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("sel="))


def test_the_drawer_filters_charts_and_tables(open_page: Open) -> None:
    page = open_page("targets")
    page.get_by_role("button", name="筛选").click()
    page.locator(".jq-part-filters input[value='6']").first.check()
    expect(page).to_have_url(re.compile("industry=6"))
    expect(page.locator(".sheet .note")).to_contain_text("已按链接中的条件筛选")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="显示全部").click()
    expect(page.locator(".sheet .note")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("industry="))


def test_a_click_in_the_text_selects_and_writes_the_link(open_page: Open) -> None:
    page = open_page("plan", f"?doc={SX}")
    claim = page.locator(".reader .m", has_text="打造绍兴市区新兴信息产业集聚区").first
    claim.click()
    expect(page.locator(".reader .card h2")).to_have_text("绍兴市区新兴信息产业集聚区")
    expect(claim).to_have_class(re.compile(r"\bon\b"))
    assert "sel=c-" in page.url


def test_a_selection_in_the_text_sends_nothing(warm: str, tabs: Callable[..., Page]) -> None:
    sent: list[Any] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append(frame))

    page = tabs("about:blank")
    page.on("websocket", listen)
    page.goto(f"{warm}/plan?doc={SX}")
    settled(page, "plan")
    page.wait_for_timeout(500)
    before = len(sent)
    assert before > 0
    for number in range(3):
        page.locator(".reader .m").nth(number).click()
    page.wait_for_timeout(300)
    assert len(sent) == before


def test_overlapping_records_take_turns(open_page: Open) -> None:
    page = open_page("plan", f"?doc={SX}")
    piece = page.locator(".reader .m", has_text="三大先进装备制造业集聚区").first
    piece.click()
    names = page.locator(".reader .several button")
    assert names.count() >= 3
    first = page.locator(".reader .card h2").inner_text()
    piece.click()
    assert page.locator(".reader .card h2").inner_text() != first


def test_from_the_plan_to_the_map_and_back(open_page: Open) -> None:
    page = open_page("plan", f"?doc={SX}")
    page.locator(".reader .m", has_text="打造绍兴市区新兴信息产业集聚区").first.click()
    page.get_by_role("link", name="在地图上看").click()
    panel = page.locator(".jq-panel[data-claim]")
    expect(panel).to_contain_text("绍兴市区新兴信息产业集聚区", timeout=60_000)
    page.get_by_role("button", name="在规划中打开").click()
    settled(page, "plan")
    expect(page.locator(".reader .m.on").first).to_be_in_viewport()
    expect(page.locator(".reader .card h2")).to_have_text("绍兴市区新兴信息产业集聚区")


def swallow(page: Page, event: str) -> None:
    """Python does not hear the event the first time, as when another run ends just then."""
    page.evaluate(
        """(name) => {
          const { events } = window.jiqun.runs;
          const heard = events.get(name);
          events.set(name, () => events.set(name, heard));
        }""",
        event,
    )


def test_a_step_to_another_page_is_asked_until_it_is_taken(
    warm: str, tabs: Callable[..., Page]
) -> None:
    page = tabs(f"{warm}/?sel={BASE}")
    page.locator(".jq-panel[data-claim]").wait_for()
    swallow(page, "open")
    page.get_by_role("button", name="在规划中打开").click()
    settled(page, "plan")
    swallow(page, "go")
    page.locator(".jq-pages a", has_text="方法").click()
    settled(page, "method")


def test_a_language_is_asked_for_until_it_stands(open_page: Open) -> None:
    page = open_page("method")
    swallow(page, "all")
    page.get_by_role("button", name="EN", exact=True).click()
    expect(page.locator(".jq-pages a", has_text="Method")).to_be_visible()


def test_nothing_is_asked_for_a_page_that_is_being_left(
    warm: str, tabs: Callable[..., Page]
) -> None:
    page = tabs(f"{warm}/?sel={BASE}")
    page.locator(".jq-panel[data-claim]").wait_for()
    asked = page.evaluate(
        """() => {
          const { runs } = window.jiqun;
          const asked = [];
          for (const name of ["open", "link", "drawn"]) {
            runs.events.set(name, () => asked.push(name));
          }
          document.querySelector(".jq-open").click();
          runs.ask("drawn", true);
          window.jiqun.change({ kind: ["base"] });
          return new Promise((done) => setTimeout(() => done(asked), 500));
        }"""
    )
    assert asked == ["open"]


def test_who_has_arrived_is_not_asked_for_again(warm: str, tabs: Callable[..., Page]) -> None:
    page = tabs(f"{warm}/?sel={BASE}")
    page.locator(".jq-panel[data-claim]").wait_for()
    asked = page.evaluate(
        """() => {
          const { runs } = window.jiqun;
          const asked = [];
          runs.events.set("open", () => asked.push("open"));
          runs.leave("open", "");
          runs.arrive("plan");
          runs.arrive("map");
          return new Promise((done) => setTimeout(() => done(asked), 1500));
        }"""
    )
    assert asked == ["open"]


@pytest.mark.parametrize("after", [0, 100, 200, 300, 400])
def test_a_language_chosen_on_the_way_holds_for_the_page_that_comes(
    warm: str, tabs: Callable[..., Page], after: int
) -> None:
    page = tabs(f"{warm}/?sel={BASE}")
    page.locator(".jq-panel[data-claim]").wait_for()
    page.evaluate(
        """(after) => {
          const press = (chosen) => document.querySelector(chosen).click();
          press(".jq-open");
          setTimeout(() => press('.jq-langs [lang="en"]'), after);
        }""",
        after,
    )
    expect(page.locator(".jq-pages a", has_text="Method")).to_be_visible()
    settled(page, "plan")
    assert "lang=en" in page.url
    expect(page.get_by_role("button", name="EN", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_what_was_chosen_on_the_way_to_a_page_that_never_came_holds_here(
    warm: str, tabs: Callable[..., Page]
) -> None:
    page = tabs(f"{warm}/?sel={BASE}")
    page.locator(".jq-panel[data-claim]").wait_for()
    kinds = page.evaluate(
        """() => {
          const { runs } = window.jiqun;
          runs.leaving = true;
          window.jiqun.change({ kind: ["base"] });
          const during = [...window.jiqun.state.kind];
          runs.stay();
          return [during, window.jiqun.state.kind];
        }"""
    )
    assert kinds == [[], ["base"]]


def test_keyboard_alone_walks_the_records(open_page: Open) -> None:
    page = open_page("plan", f"?doc={SX}")
    page.locator(".reader .text").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator(".reader .card h2").inner_text()
    expect(page.locator(".reader .position")).to_have_text(re.compile(r"^1 / \d+$"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".reader .card h2")).to_have_text(first)
    page.keyboard.press("Escape")
    expect(page.locator(".reader .card h2")).to_have_count(0)


def test_the_contents_lead_to_their_sections(open_page: Open) -> None:
    page = open_page("plan", f"?doc={SX}")
    page.locator(".reader nav button", has_text="(五)新能源产业").click()
    heading = page.locator(".reader .text h3", has_text="(五)新能源产业")
    expect(heading).to_be_in_viewport()


def test_kinds_can_be_hidden(open_page: Open) -> None:
    page = open_page("plan", f"?doc={SX}")
    number = page.locator(".reader .m.number:not(.place)").first
    assert number.evaluate("e => getComputedStyle(e).backgroundImage") != "none"
    page.get_by_label("数字").uncheck()
    assert number.evaluate("e => getComputedStyle(e).backgroundImage") == "none"


def test_places_stand_side_by_side(open_page: Open) -> None:
    page = open_page("compare", "?left=place:330681&right=place:330682")
    row = page.locator('.class[data-class="7"]')
    expect(row).to_contain_text("节能电光源")
    row.locator("a", has_text="上虞").first.click()
    settled(page, "plan")
    expect(page.locator(".reader .m.on").first).to_be_in_viewport()


def test_english_is_kept_from_page_to_page(open_page: Open) -> None:
    page = open_page("targets")
    page.get_by_role("button", name="EN", exact=True).click()
    expect(page.get_by_role("heading", name="Targets: from where to where")).to_be_visible()
    page.locator(".jq-pages a", has_text="Method").click()
    settled(page, "method")
    expect(page.get_by_role("heading", name="How to cite")).to_be_visible()
    assert "lang=en" in page.url


def test_the_head_stays_in_reach_on_a_long_page(open_page: Open) -> None:
    page = open_page("method")
    page.locator('[data-part="cite"]').scroll_into_view_if_needed()
    box = page.locator(".jq-pages a", has_text="地图").bounding_box()
    assert box is not None and 0 <= box["y"] < 50


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_on_a_phone(open_page: Open, name: str) -> None:
    page = open_page(name, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_pictures_are_kept(open_page: Open, name: str, width: int, scheme: str) -> None:
    page = open_page(name, width=width, color_scheme=scheme)
    ARTEFACTS.mkdir(exist_ok=True)
    path = ARTEFACTS / f"{name}-{width}-{scheme}.png"
    page.screenshot(path=path)
    assert path.stat().st_size > 10_000


@pytest.mark.parametrize("name", ["plan", "compare", "method", "targets"])
def test_hostile_text_shows_as_text(hostile: str, tabs: Callable[..., Page], name: str) -> None:
    page = tabs(f"{hostile}/{name}")
    shown = page.locator(".reader" if name == "plan" else ".sheet").first
    shown.wait_for(state="attached", timeout=90_000)
    page.locator('[data-test-script-state="notRunning"]').wait_for(state="attached", timeout=60_000)
    said = " ".join(page.locator(".reader, .sheet").all_inner_texts())
    squeezed = "".join(said.split())
    for word in HOSTILE:
        assert "".join(word.split()) in squeezed
    assert page.locator(".reader img, .sheet img, .reader script, .sheet script").count() == 0
    assert page.evaluate("window.alerted") is None


def test_a_plan_of_100_000_characters_opens_whole(long: str, tabs: Callable[..., Page]) -> None:
    page = settled(tabs(f"{long}/plan"), "plan")
    assert len(page.locator(".reader .text").inner_text()) > 100_000
    mark = page.locator(".reader .m").nth(page.locator(".reader .m").count() // 2)
    mark.click()
    page.wait_for_url("**sel=*")
