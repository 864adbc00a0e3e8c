"""Measure the page beside the naive way and write docs/performance.md."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.page.measure import Cost, Way, cost, first_views, settle, visit
from benchmarks.page.reader import MADE, Reading, reading
from tests.browser.conftest import SCRIPT, WARM_S, served
from tests.tools import WAY_OUT, browser

ROOT = Path(__file__).parents[2]
ROUNDS = 9
"""First views of each page; they take turns."""
REPORT = ROOT / "docs" / "performance.md"
NAIVE = os.environ.get("JIQUN_TEST_NAIVE", "benchmarks/page/naive.py")
OURS_COUNT = "frame.document.body.dataset.ready && frame.document.body.dataset.features"
EMPTY = "benchmarks/page/empty.py"
EMPTY_COUNT = 'document.getElementById("drawn") && 1'
NAIVE_COUNT = "frame.map && Object.keys(frame.map._layers).length"


def toggle(page: Page, step: int) -> None:
    """Tick or untick one industry."""
    page.locator('input[data-facet="industry"][value="2"]').click()


def reselect(page: Page, step: int) -> None:
    """Take one industry out of the multiselect."""
    page.get_by_role("button", name="Remove 2" if step == 0 else f"Remove {step + 2}").click()


def main() -> int:
    """Both pages one after the other, on this machine, in one run."""
    path = browser()
    if path is None:
        print(WAY_OUT, file=sys.stderr)
        return 2
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(path), args=["--no-sandbox"])
        text = report(pages(opened), read(opened))
        opened.close()
    REPORT.write_text(text, encoding="utf8")
    print(text)
    return 0


def pages(opened: Browser) -> tuple[list[list[float]], Cost, Cost]:
    """First views of the empty page, ours and the naive one; the cost of filters of both."""
    with served(EMPTY) as none, served(SCRIPT) as own, served(NAIVE) as folium:
        empty = Way("an empty page of Streamlit", none, EMPTY_COUNT, toggle)
        ours = Way("Jiqun", own, OURS_COUNT, toggle)
        naive = Way("folium map rebuilt", folium, NAIVE_COUNT, reselect)
        warm(opened, ours)
        built(opened, ours)
        warm(opened, naive)
        views = first_views(opened, (empty, ours, naive), rounds=ROUNDS)
        first = cost(opened, ours, changes=12, long_run=40)
        return views, first, cost(opened, naive, changes=5, long_run=0)


def read(opened: Browser) -> Reading:
    """The reader, on a server of its own with a plan of more than 100,000 characters."""
    script, environment = MADE["script"], {"JIQUN_MADE": MADE["JIQUN_MADE"]}
    with served(script, **environment) as address:
        return reading(opened, address, opens=5, clicks=12)


def warm(opened: Browser, way: Way) -> None:
    """The first visit may have to build the layers; it is not timed."""
    page, _ = visit(opened, way)
    page.locator("iframe").first.wait_for(state="attached", timeout=WARM_S * 1000)
    settle(page, way)
    page.context.close()


def built(opened: Browser, way: Way) -> None:
    """Until the server has its layers: a page that shows them is there when they are."""
    page = opened.new_page()
    page.goto(f"{way.address}/compare")
    page.locator(".sheet .class").first.wait_for(timeout=WARM_S * 1000)
    page.close()


HEAD = """# Performance of the map page

Written by `python -m benchmarks.page`: all in one run on one machine ({cores} cores), real
Chromium, the same layers of the two plans. Medians. A filter is timed from the pointer going
down to the first frame in which the map holds another number of features; bytes are those
received over the websocket. "First view" is the time from an address entered into an open
window with an empty cache to features on the map, on a warm server; the three pages take turns,
{rounds} times, and "above empty" is the median difference to the empty page of the same turn,
which is Streamlit's own start, as `streamlit run` serves it.

| page | first view, ms | least | above empty | filter, ms | bytes | remounted | heap after 40 |
|---|--:|--:|--:|--:|--:|---|--:|
"""
READER = """
The plan reader on {characters:,} characters with {records:,} pieces underlined: opened in
{open:,.0f} ms (least {least:,.0f}) from an empty cache; {click:,.0f} ms from a click to the frame
in which its record is highlighted.
"""
TAIL = """
A filter reaches our map {ratio:,.0f} times sooner. `benchmarks/page/naive.py` is the page beside
it: a multiselect, `folium.GeoJson` for units and claims, `st_folium`, a dataframe. Why ours is
built as it is: `docs/decisions/0501-filters-in-the-browser.md`.
"""


def report(measured: tuple[list[list[float]], Cost, Cost], reader: Reading) -> str:
    """The page of the documentation, with this run's numbers."""
    (empty, *views), ours, naive = measured
    head = HEAD.format(cores=os.cpu_count(), rounds=ROUNDS)
    first = f"| an empty page of Streamlit | {view(empty)} |  |  |  |  |  |\n"
    rows = "".join(row(cost, own, empty) for cost, own in zip((ours, naive), views, strict=True))
    tail = TAIL.format(ratio=naive.filter_ms / ours.filter_ms)
    return head + first + rows + read_in(reader) + tail


def read_in(reader: Reading) -> str:
    """The sentence on the plan reader."""
    times = {"open": reader.open_ms, "least": reader.least_ms, "click": reader.click_ms}
    return READER.format(characters=reader.characters, records=reader.records, **times)


def view(times: list[float]) -> str:
    """Median and least of first views, as two cells."""
    return f"{median(times):,.0f} | {min(times):,.0f}"


def row(cost: Cost, views: list[float], empty: list[float]) -> str:
    """One page's line of the table."""
    above = median(own - floor for own, floor in zip(views, empty, strict=True))
    numbers = (f"{number:,.0f}" for number in (above, cost.filter_ms, cost.filter_bytes))
    cells = [cost.name, view(views), *numbers, mounted(cost), growth(cost)]
    return f"| {' | '.join(cells)} |\n"


def mounted(cost: Cost) -> str:
    return "yes" if cost.remounts else "no"


def growth(cost: Cost) -> str:
    return "" if cost.heap_bytes != cost.heap_bytes else f"{cost.heap_bytes / 1e6:+.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
