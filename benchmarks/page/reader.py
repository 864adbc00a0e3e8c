"""The plan reader on a plan of more than 100,000 characters: how long it takes to open it
and to highlight the record that a click chose."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from benchmarks.page.measure import window
from tests.browser.conftest import WARM_S

MADE = {"script": "tests/browser/made_app.py", "JIQUN_MADE": "long"}
"""Shaoxing's plan seven times over, read by rule (`tests/browser/made_app.py`)."""
CLOCK = """(reader) => {
  const chosen = () => reader.querySelector(".m.on")?.dataset.marks;
  let before = null;
  window.clock = { from: null, to: null };
  reader.addEventListener("pointerdown", () => {
    before = chosen();
    window.clock = { from: performance.now(), to: null };
  }, true);
  const look = () => {
    const { from, to } = window.clock;
    if (from !== null && to === null && chosen() && chosen() !== before) {
      window.clock.to = performance.now();
    }
    requestAnimationFrame(look);
  };
  look();
}"""
LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters and records of the plan, milliseconds to open it (median, least) and from
    the pointer going down to the frame with the record highlighted (median)."""

    characters: int
    records: int
    open_ms: float
    least_ms: float
    click_ms: float


def reading(browser: Browser, address: str, opens: int, clicks: int) -> Reading:
    """Measure the reader whose server has its layers; each opening has an empty cache."""
    opened(browser, address)
    times = [opened(browser, address)[0] for _ in range(opens)]
    _, page = opened(browser, address, keep=True)
    text, marks = page.locator(".reader .text"), page.locator(".reader .m")
    characters, records = len(text.inner_text()), marks.count()
    if characters < LARGE:
        raise ValueError(f"expected a plan of {LARGE} characters, got {characters} at {address}")
    page.locator(".reader").evaluate(CLOCK)
    step = max(1, records // (clicks + 1))
    clicked = [click(page, marks.nth(step * (i + 1))) for i in range(clicks)]
    page.context.close()
    return Reading(characters, records, median(times), min(times), median(clicked))


def opened(browser: Browser, address: str, keep: bool = False) -> tuple[float, Page]:
    """Milliseconds from the address being entered to the plan's first paragraph in sight."""
    page, _ = window(browser)
    start = time.perf_counter()
    page.goto(f"{address}/plan", wait_until="commit")
    page.locator(".reader .text p").first.wait_for(timeout=WARM_S * 1000)
    passed = 1000 * (time.perf_counter() - start)
    if not keep:
        page.context.close()
    return passed, page


def click(page: Page, mark: Locator) -> float:
    """Milliseconds from a click on a mark to the frame in which its record is highlighted."""
    mark.scroll_into_view_if_needed()
    mark.click()
    page.wait_for_function("window.clock.to !== null", timeout=30_000, polling=16)
    passed: float = page.evaluate("window.clock.to - window.clock.from")
    page.wait_for_timeout(200)
    return passed
