"""What a person sees and does on the map page, in words for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page

FRAME = 'iframe[title="streamlit_folium.st_folium"]'
CANVAS = """(level) => {
  const canvas = document.querySelector(`.leaflet-${level}-pane canvas`);
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set();
  let drawn = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]) drawn++;
    if (i % 64 === 0) colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
  }
  return [drawn / (data.length / 4), colours.size];
}"""
VIEW = """() => {
  const centre = window.map.getCenter();
  return [window.map.getZoom(), centre.lat, centre.lng];
}"""
UNFOLD = """box => {
  for (let e = box; e; e = e.parentElement) {
    if (e.tagName === "DETAILS") e.open = true;
    e.hidden = false;
  }
}"""


class Desk:
    """The map page in one browser tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, query: str = "", timeout_s: float = 30) -> Desk:
        """Go to the page with this query and wait until map and table are drawn."""
        self.page.goto(f"{self.address}/{query}")
        return self.wait(timeout_s)

    def wait(self, timeout_s: float = 30) -> Desk:
        """Until map and table are drawn, and the files of the table stand there."""
        ready = self.frame.locator("body[data-ready=true][data-features]")
        ready.wait_for(state="attached", timeout=timeout_s * 1000)
        self.page.locator(".jq-part-table[data-shown]").wait_for(state="attached")
        self.page.locator(".st-key-jq-file button").first.wait_for(state="attached")
        return self

    @property
    def frame(self) -> FrameLocator:
        """The map's frame."""
        return self.page.frame_locator(FRAME)

    def in_map(self, script: str, argument: Any = None) -> Any:
        """The value of a script inside the map's frame."""
        return self.frame.locator("body").evaluate(f"(_, a) => ({script})(a)", argument)

    def painted(self, level: str) -> tuple[float, int]:
        """Share of a canvas that is painted, and how many colours it holds."""
        share, colours = self.in_map(CANVAS, level)
        return float(share), int(colours)

    def view(self) -> list[float]:
        """Zoom, latitude and longitude of the map."""
        values: list[float] = self.in_map(VIEW)
        return values

    def on_map(self) -> int:
        """Features that the map says it shows."""
        return int(self.frame.locator("body").get_attribute("data-features") or -1)

    @property
    def rows(self) -> Locator:
        """The rows of the table, in both its parts."""
        return self.page.locator(".jq-table tbody tr[data-id]")

    @property
    def placed(self) -> Locator:
        """The rows of the table's first part: what stands on the map."""
        return self.page.locator('.jq-table tbody[data-part="placed"] tr[data-id]')

    @property
    def placeless(self) -> Locator:
        """The rows of the table's second part: what no map can show."""
        return self.page.locator('.jq-table tbody[data-part="placeless"] tr[data-id]')

    @property
    def caption(self) -> str:
        """What the table says of itself."""
        return self.page.locator(".jq-table caption").inner_text()

    def names(self) -> list[str]:
        """The names in the table, in its order."""
        return [name.strip() for name in self.rows.locator(".jq-pick").all_inner_texts()]

    def placed_ids(self) -> set[str]:
        """The ids of the rows of the table's first part."""
        found: list[str] = self.placed.evaluate_all("rows => rows.map(row => row.dataset.id)")
        return set(found)

    def tick(self, facet: str, value: str) -> Desk:
        """Tick one option, opening its group."""
        box = self.page.locator(f'input[data-facet="{facet}"][value="{value}"]')
        box.evaluate(UNFOLD)
        box.check()
        return self

    def count(self, facet: str, value: str) -> int:
        """The number beside an option."""
        option = self.page.locator(f'.jq-option:has(input[data-facet="{facet}"][value="{value}"])')
        return int(option.locator(".jq-count").inner_text())

    def choose(self, name: str) -> Desk:
        """Select the first row of this name by its button."""
        self.rows.filter(has_text=name).first.locator(".jq-pick").click()
        return self

    @property
    def panel(self) -> Locator:
        """The selection's panel."""
        return self.page.locator(".jq-panel")

    def sign(self, id: str) -> tuple[float, float]:
        """Where the sign of a claim stands, in pixels of the window."""
        frame = self.page.locator(FRAME).bounding_box()
        x, y = self.in_map("(id) => window.jiqunDesk.where(id)", id)
        assert frame is not None
        return frame["x"] + x, frame["y"] + y

    def settle(self) -> Desk:
        """Until Python has answered the link as it stands."""
        self.page.wait_for_function("!document.documentElement.hasAttribute('data-jq-pending')")
        return self

    def download(self, button: str) -> Path:
        """The file that a button gives; soon after a start the layers have to be built first."""
        with self.page.expect_download(timeout=90_000) as waiting:
            self.page.get_by_role("button", name=button).click()
        return Path(waiting.value.path())
