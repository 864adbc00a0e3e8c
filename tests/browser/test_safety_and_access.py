"""Hostile text stays text on every page; no page shuts anyone out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import WARM_S, served
from tests.browser.desk import Desk

Open = Callable[..., Desk]
HOSTILE = os.environ.get("JIQUN_TEST_HOSTILE", "tests/browser/hostile_app.py")
PAGES = ("", "targets", "plan", "compare", "method")
GRAVE = ("serious", "critical")
THEIRS = {
    # folium's header forbids zooming inside the map's frame; the page itself allows it.
    "meta-viewport",
}


@pytest.fixture(scope="module")
def hostile(chromium: Browser) -> Iterator[str]:
    """The app over poisoned plans."""
    with served(HOSTILE) as address:
        yield address


@pytest.fixture
def page(hostile: str, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def unharmed(page: Page) -> None:
    """No text ran, and none became an element."""
    for frame in page.frames:
        assert frame.evaluate("window.pwned") is None
        assert frame.locator('img[src="x"]').count() == 0


def test_hostile_text_is_text_on_the_map(page: Page, hostile: str) -> None:
    desk = Desk(page, hostile).open(timeout_s=WARM_S)
    x, y = desk.sign(sorted(desk.placed_ids())[0])
    page.mouse.move(x, y)
    assert "<img" in desk.frame.locator(".jq-tip").inner_text()
    page.mouse.click(x, y)
    desk.panel.locator("mark").wait_for()
    assert "${parent.pwned=2}`</script>" in desk.panel.locator("mark").inner_text()
    page.locator("#jq-q").fill("onerror")
    assert desk.rows.count() > 0
    unharmed(page)


@pytest.mark.parametrize("path", PAGES[1:])
def test_hostile_text_is_text_on_the_other_pages(page: Page, hostile: str, path: str) -> None:
    page.goto(f"{hostile}/{path}")
    page.locator(".jq-part-bar").wait_for(timeout=WARM_S * 1000)
    page.wait_for_timeout(2500)
    unharmed(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES, ids=["map", *PAGES[1:]])
def test_axe_finds_nothing_grave(open_desk: Open, path: str, scheme: str) -> None:
    desk = open_desk(color_scheme=scheme)
    if path:
        desk.page.goto(f"{desk.address}/{path}")
        desk.page.locator(".jq-part-bar a").first.wait_for()
        desk.page.wait_for_timeout(2500)
    else:
        desk.rows.first.locator(".jq-pick").click()
        desk.settle()
    found = Axe().run(desk.page).response["violations"]
    grave = [
        (fault["id"], node["html"][:160])
        for fault in found
        if fault["impact"] in GRAVE and fault["id"] not in THEIRS
        for node in fault["nodes"]
    ]
    assert grave == []
