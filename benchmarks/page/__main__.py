"""Measure the page beside the naive way and write docs/performance.md."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.page.measure import Cost, Way, cost, least
from tests.browser.conftest import SCRIPT, WARM_S, served
from tests.tools import WAY_OUT, browser

ROOT = Path(__file__).parents[2]
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
        with served(EMPTY) as address:
            empty = Way("an empty page of Streamlit", address, EMPTY_COUNT, toggle)
            floor = least(opened, empty, opens=7)
        with served(SCRIPT) as address:
            ours = Way("Jiqun", address, OURS_COUNT, toggle)
            warm(opened, ours)
            built(opened, ours)
            first = cost(opened, ours, opens=7, changes=12, long_run=40)
        with served(NAIVE) as address:
            naive = Way("folium map rebuilt", address, NAIVE_COUNT, reselect)
            warm(opened, naive)
            second = cost(opened, naive, opens=3, changes=5, long_run=0)
        opened.close()
    REPORT.write_text(report(floor, first, second), encoding="utf8")
    print(report(floor, first, second))
    return 0


def warm(opened: object, way: Way) -> None:
    """The first visit may have to build the layers; it is not timed."""
    from benchmarks.page.measure import settle, visit

    context, page, _ = visit(opened, way)  # type: ignore[arg-type]
    page.locator("iframe").first.wait_for(state="attached", timeout=WARM_S * 1000)
    settle(page, way)
    context.close()


def built(opened: object, way: Way) -> None:
    """Until the server has its layers: a page that shows them is there when they are."""
    page = opened.new_page()  # type: ignore[attr-defined]
    page.goto(f"{way.address}/compare")
    page.locator(".sheet .class").first.wait_for(timeout=WARM_S * 1000)
    page.close()


HEAD = """# Performance of the map page

Written by `python -m benchmarks.page`: both pages in one run on one machine ({cores} cores),
real Chromium, the same layers of the two plans. Medians. A filter is timed from the pointer
going down to the first frame in which the map holds another number of features; bytes are those
received over the websocket; "first view" starts with an empty browser cache on a warm server,
median and least of seven. The empty page is Streamlit's own start, as `streamlit run` serves it.

| page | first view, ms | least | filter, ms | bytes a filter | mounted anew | heap after 40 |
|---|--:|--:|--:|--:|---|--:|
"""
TAIL = """
A filter reaches our map {ratio:,.0f} times sooner. `benchmarks/page/naive.py` is the page beside
it: a multiselect, `folium.GeoJson` for units and claims, `st_folium`, a dataframe. Why ours is
built as it is: `docs/decisions/0501-filters-in-the-browser.md`.
"""


def report(floor: tuple[float, float], ours: Cost, naive: Cost) -> str:
    """The page of the documentation, with this run's numbers."""
    empty = f"| an empty page of Streamlit | {floor[0]:,.0f} | {floor[1]:,.0f} |  |  |  |  |\n"
    rows = empty + "".join(row(cost) for cost in (ours, naive))
    ratio = naive.filter_ms / ours.filter_ms
    return HEAD.format(cores=os.cpu_count()) + rows + TAIL.format(ratio=ratio)


def row(cost: Cost) -> str:
    """One page's line of the table."""
    numbers = (cost.open_ms, cost.least_ms, cost.filter_ms, cost.filter_bytes)
    cells = [cost.name, *(f"{number:,.0f}" for number in numbers), mounted(cost), growth(cost)]
    return f"| {' | '.join(cells)} |\n"


def mounted(cost: Cost) -> str:
    return "yes" if cost.remounts else "no"


def growth(cost: Cost) -> str:
    return "" if cost.heap_bytes != cost.heap_bytes else f"{cost.heap_bytes / 1e6:+.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
