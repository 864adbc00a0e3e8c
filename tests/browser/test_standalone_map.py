"""`map.html` from a file address, with every host blocked, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from layers.build import Layers, shipped
from layers.export import export
from tests.layers import specimen

ARTEFACTS = Path(__file__).parents[1] / "artefacts"
SIZES = {"desk": (1440, 900), "phone": (390, 844)}
INK = """() => {
  const canvas = document.querySelector("canvas.leaflet-zoom-animated");
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]) inked += 1;
  return inked;
}"""


@pytest.fixture(scope="module")
def real() -> Layers:
    return shipped()


@pytest.fixture(scope="module")
def content(real: Layers) -> bytes:
    return export(real, "html")


class Watched:
    """A page with all that must not happen on it: requests, errors, dialogs."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.faults = page, list[str]()
        page.on("pageerror", lambda error: self.faults.append(f"error {error}"))
        page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        page.on("console", lambda m: m.type == "error" and self.faults.append(m.text))
        page.on("request", lambda r: r.url != path.as_uri() and self.faults.append(r.url))
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-ready=true]")

    def features(self) -> int:
        return int(self.page.get_attribute("body", "data-features") or -1)


@pytest.fixture(params=SIZES)
def opened(
    request: pytest.FixtureRequest, chromium: Browser, content: bytes, tmp_path: Path
) -> Iterator[Watched]:
    path = tmp_path / "map.html"
    path.write_bytes(content)
    width, height = SIZES[request.param]
    page = chromium.new_page(viewport={"width": width, "height": height})
    watched = Watched(page, path)
    yield watched
    page.screenshot(path=ARTEFACTS / f"standalone-{request.param}.png")
    page.close()
    assert watched.faults == []


def test_it_is_one_small_file(content: bytes) -> None:
    assert len(content) < 1_500_000


def test_it_draws_every_claim_and_lists_the_rest(opened: Watched, real: Layers) -> None:
    assert opened.features() == len(real.claims)
    assert opened.page.locator("#list li").count() == len(real.claims)
    assert opened.page.locator("#unplaced li").count() == len(real.unlocated)
    assert opened.page.locator(".sign svg").count() == len(real.claims)
    assert opened.page.evaluate(INK) > 20_000


def test_filters_by_industry_and_kind(opened: Watched, real: Layers) -> None:
    page = opened.page
    if not page.locator("#industry").is_visible():
        page.locator("#filters summary").click()
    page.locator("#industry input[value='7']").check()
    claims = real.claims[real.claims["industry_class"] == "7"]
    assert opened.features() == len(claims) > 0
    kind = claims["kind"].iloc[0]
    page.locator(f"#kind input[value='{kind}']").check()
    assert opened.features() == (claims["kind"] == kind).sum()
    page.locator("#reset").click()
    assert opened.features() == len(real.claims)


def test_a_search_by_pinyin_initials(opened: Watched, real: Layers) -> None:
    page = opened.page
    if not page.locator("#q").is_visible():
        page.locator("#filters summary").click()
    page.locator("#q").fill("zj")
    page.wait_for_selector(f"body:not([data-features='{len(real.claims)}'])")
    names = page.locator("#list li").all_inner_texts()
    assert names and any("诸暨" in name for name in names)


def test_a_popup_quotes_the_sentence(opened: Watched, real: Layers) -> None:
    button = opened.page.locator("#list button").filter(has_text="诸暨店口").first
    button.click()
    popup = opened.page.locator(".popup")
    popup.wait_for()
    row = real.claims[real.claims["name"] == "诸暨店口"].iloc[0]
    assert popup.locator("mark").inner_text() == row["evidence_exact"]
    assert row["section"] in popup.inner_text()
    assert f"（{row['doc_number']}，{row['issued']}）" in popup.inner_text()


def test_the_keyboard_reaches_a_claim(opened: Watched) -> None:
    opened.page.locator("#list button").first.focus()
    opened.page.keyboard.press("Enter")
    opened.page.locator(".popup h3").wait_for()


def test_it_prints_with_legend_and_sources(opened: Watched) -> None:
    if not opened.page.locator("#industry").is_visible():
        opened.page.locator("#filters summary").click()
    opened.page.locator("#industry input[value='7']").check()
    opened.page.emulate_media(media="print")
    legend = opened.page.locator("#industry label").filter(visible=True)
    assert [text.split("\n")[0] for text in legend.all_inner_texts()] == ["节能环保"]
    opened.page.wait_for_timeout(300)
    assert not opened.page.locator("#print").is_visible()
    assert opened.page.locator("#about").is_visible()
    assert "构建" in opened.page.locator("#about").inner_text()


def test_an_open_popup_is_printed_whole(opened: Watched) -> None:
    opened.page.locator("#list button").first.click()
    opened.page.locator(".popup h3").wait_for()
    opened.page.emulate_media(media="print")
    opened.page.wait_for_timeout(300)
    paper = opened.page.locator("#map").bounding_box()
    popup = opened.page.locator(".leaflet-popup").bounding_box()
    assert paper and popup
    assert popup["y"] >= paper["y"]
    assert popup["y"] + popup["height"] <= paper["y"] + paper["height"]


def test_it_speaks_english_and_remembers(opened: Watched, real: Layers) -> None:
    page, count = opened.page, len(real.claims)
    assert page.locator("#count").inner_text().startswith(f"{count}/{count} 处在图上")
    page.locator("#language").click()
    assert page.locator("#count").inner_text().startswith(f"{count}/{count} on the map")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Filters and legend" in page.locator("#filters summary").inner_text()
    page.locator("#list button").filter(has_text="诸暨店口").first.click()
    popup = page.locator(".popup")
    popup.wait_for()
    assert "Precision Town, radius" in popup.inner_text()
    reason = page.locator("#unplaced li").first.inner_text()
    assert "The text gives no place" in reason and "no_place" not in reason
    page.reload()
    page.wait_for_selector("body[data-ready=true]")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_hostile_text_is_text(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_bytes(export(specimen.hostile(), "html"))
    page = chromium.new_page()
    watched = Watched(page, path)
    count = page.locator("#list button").count()
    assert count == len(specimen.hostile().claims)
    for index in range(0, count, 5):
        page.locator("#list button").nth(index).click()
        page.locator(".popup h3").last.wait_for()
    text = page.locator("body").inner_text()
    assert all(words in text for words in specimen.HOSTILE)
    assert page.locator("img").count() == 0
    page.close()
    assert watched.faults == []
