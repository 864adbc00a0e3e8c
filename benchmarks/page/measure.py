"""What a change of filter costs, seen from the browser that a person uses."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.desk import FRAME

COUNT = """(count) => {
  const read = new Function("frame", `return ${count}`);
  const frame = document.querySelector('iframe[title="streamlit_folium.st_folium"]');
  try { return read(frame?.contentWindow); } catch { return null; }
}"""
CLOCK = f"""([count]) => {{
  const now = () => ({COUNT})(count);
  let before = now();
  window.clock = {{ from: null, to: null }};
  addEventListener("pointerdown", () => {{
    window.clock = {{ from: performance.now(), to: null }};
    before = now();
  }}, true);
  const look = () => {{
    const value = now(), {{ from, to }} = window.clock;
    if (from !== null && to === null && value && value !== before) {{
      window.clock.to = performance.now();
    }}
    requestAnimationFrame(look);
  }};
  look();
}}"""


@dataclass(frozen=True, slots=True)
class Way:
    """One page: its address, how its features are counted, what a change of filter clicks."""

    name: str
    address: str
    count: str
    change: Callable[[Page, int], None]


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians: filter in milliseconds, bytes a filter; heap growth in bytes."""

    name: str
    filter_ms: float
    filter_bytes: float
    remounts: int
    heap_bytes: float


def cost(browser: Browser, way: Way, changes: int, long_run: int) -> Cost:
    """Measure changes of filter on a page whose server is warm."""
    page, received = visit(browser, way)
    settle(page, way)
    page.evaluate(CLOCK, [way.count])
    page.locator(FRAME).evaluate("frame => { frame.dataset.mark = 'first'; }")
    times, sizes, remounts = [], [], 0
    for step in range(changes):
        received.clear()
        times.append(timed(page, way, step))
        page.wait_for_timeout(700)
        sizes.append(sum(received))
        remounts += page.locator(f'{FRAME}[data-mark="first"]').count() == 0
    growth = heap_growth(page, way, long_run)
    page.context.close()
    return Cost(way.name, median(times), median(sizes), remounts, growth)


def first_views(browser: Browser, ways: Sequence[Way], rounds: int) -> list[list[float]]:
    """Milliseconds of first views, by page: in turns, so that other work on the machine
    falls on all of them alike. One round before is not counted."""
    turns = [[first_view(browser, way) for way in ways] for _ in range(rounds + 1)]
    return [list(times) for times in zip(*turns[1:], strict=True)]


def window(browser: Browser) -> tuple[Page, list[int]]:
    """A window with an empty cache; the list fills with sizes of received frames.

    It is left alone for a second: a browser that has just opened a window is busy with
    its own furniture, which a person who enters an address has long had.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    received: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))),
    )
    page.wait_for_timeout(1000)
    return page, received


def visit(browser: Browser, way: Way) -> tuple[Page, list[int]]:
    """A fresh window on the page, with the sizes of the frames that it receives."""
    page, received = window(browser)
    page.goto(way.address, wait_until="commit")
    return page, received


def settle(page: Page, way: Way) -> None:
    """Until the map holds features."""
    page.wait_for_function(COUNT, arg=way.count, timeout=60000, polling=16)


def first_view(browser: Browser, way: Way) -> float:
    """Milliseconds from the address being entered to features on the map."""
    page, _ = window(browser)
    start = time.perf_counter()
    page.goto(way.address, wait_until="commit")
    settle(page, way)
    passed = 1000 * (time.perf_counter() - start)
    page.context.close()
    return passed


def timed(page: Page, way: Way, step: int) -> float:
    """Milliseconds from the pointer going down to another number of features on the map."""
    way.change(page, step)
    page.wait_for_function("window.clock.to !== null", timeout=60000, polling=16)
    passed: float = page.evaluate("window.clock.to - window.clock.from")
    return passed


def heap_growth(page: Page, way: Way, changes: int) -> float:
    """Bytes by which the heap grew over many changes, after collection at both ends."""
    if not changes:
        return float("nan")
    devtools = page.context.new_cdp_session(page)
    before = heap(devtools)
    for step in range(changes):
        timed(page, way, step)
    page.wait_for_timeout(1500)
    return heap(devtools) - before


def heap(devtools: Any) -> float:
    """Bytes in use after collection."""
    devtools.send("HeapProfiler.collectGarbage")
    used: float = devtools.send("Runtime.getHeapUsage")["usedSize"]
    return used
