"""What a person can do on the map page, done in a real browser without a network."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import geojson
from tests.browser.desk import FRAME, Desk

Open = Callable[..., Desk]
BARE = """() => {
  const { map, ground, signs } = window.jiqunDesk;
  for (let y = 0; y < map.getSize().y; y += 5) for (let x = 0; x < map.getSize().x; x += 5) {
    const [wx, wy, view] = window.jiqunDesk.world(L.point(x, y));
    const unit = ground.at(wx, wy, view.scale);
    if (unit?.parent === "330600" && !signs.at(wx, wy, view)) return [x, y];
  }
}"""
"""A point of the map inside Shaoxing where no sign stands."""
ROWS = "n => document.querySelectorAll('tr[data-id]').length === n"
IDS = "rows => rows.map(row => row.dataset.id)"
COLLATED = "texts => [...texts].sort(new Intl.Collator('zh-CN').compare)"
INKED = """(() => {
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  window.inked = 0;
  CanvasRenderingContext2D.prototype.drawImage = function (...call) {
    window.inked++;
    return draw.apply(this, call);
  };
})()"""
"""Counts pictures of the signs: each lays the kept picture of the names down once."""
ASKED = """() => performance.getEntriesByType("resource")
  .map((entry) => entry.name).filter((name) => name.includes("/app/static/web-"))
  .map((name) => name.split("/").at(-1))"""
WATCH = """() => {
  window.seen = 0;
  const rows = document.querySelector(".st-key-jq-rows");
  new MutationObserver(() => window.seen++).observe(rows, { childList: true, subtree: true });
}"""
"""Counts what changes in the table's part of the page."""


@pytest.mark.parametrize("view", ["zhejiang", "shaoxing"])
def test_both_views_show_polygons_and_signs(open_desk: Open, view: str) -> None:
    desk = open_desk(f"?view={view}")
    ground, colours = desk.painted("paper")
    signs, _ = desk.painted("ink")
    assert ground > 0.3
    assert colours > 12
    assert 0.005 < signs < 0.5


def test_the_views_are_drawn_on_their_plans_dates(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing")
    names = desk.in_map("() => window.jiqunDesk.ground.view.units.map(u => u.name)")
    assert {"绍兴县", "上虞市"} <= set(names) and "柯桥区" not in names
    desk.page.locator('[data-view="zhejiang"]').click()
    names = desk.in_map("() => window.jiqunDesk.ground.view.units.map(u => u.name)")
    assert {"柯桥区", "上虞区"} <= set(names) and "绍兴县" not in names


def test_a_first_view_asks_for_few_files_and_paints_once(open_desk: Open) -> None:
    desk = open_desk()
    desk.page.add_init_script(INKED)
    desk.page.reload()
    desk.wait().settle()
    desk.page.wait_for_timeout(500)
    assert desk.in_map("() => window.inked") == 1
    page = {"desk.js", "desk.css", "map.js", "map.css", "words-zh.json"}
    assert set(desk.page.evaluate(ASKED)) <= page
    assert set(desk.in_map(ASKED)) == {"map.js", "map.css"}


@pytest.mark.parametrize("query", ["", "?view=shaoxing", "?status=planned", "?lang=en"])
def test_a_filter_leaves_the_same_number_on_map_table_and_file(open_desk: Open, query: str) -> None:
    desk = open_desk(query)
    before = desk.on_map()
    assert before == desk.placed.count()
    expected = desk.count("industry", "6")
    desk.tick("industry", "6").settle()
    desk.page.wait_for_function(
        "n => document.querySelectorAll('tr[data-id]').length === n", arg=expected
    )
    placed = desk.on_map()
    assert 0 < placed == desk.placed.count() == first_number(desk.caption) < before
    assert placed + desk.placeless.count() == expected
    button = "Download GeoJSON" if "en" in query else "下载 GeoJSON"
    file = geojson(desk.download(button))
    assert {feature["id"] for feature in file["features"]} == desk.placed_ids()


def first_number(text: str) -> int:
    """The number that a sentence names first."""
    found = re.search(r"\d[\d,]*", text)
    assert found, text
    return int(found[0].replace(",", ""))


def test_rows_without_a_place_stand_apart(open_desk: Open) -> None:
    desk = open_desk("?industry=6")
    heading = desk.page.locator('.jq-table tbody[data-part="placeless"] tr').first
    count = desk.placeless.count()
    assert count > 0
    assert first_number(heading.inner_text()) == count
    assert f"另有 {count} 项没有位置" in desk.caption
    # The arrows pass over the heading, in both directions.
    last = desk.placed.last.locator(".jq-pick")
    last.focus()
    desk.page.keyboard.press("ArrowDown")
    below = desk.placeless.first.locator(".jq-pick")
    assert below.evaluate("button => button === document.activeElement")
    desk.page.keyboard.press("ArrowUp")
    assert last.evaluate("button => button === document.activeElement")
    desk.placeless.first.locator(".jq-pick").click()
    assert "原文没有写地点" in desk.panel.inner_text()
    desk.tick("basis", "inferred")
    heading.wait_for(state="detached")
    assert "没有位置" not in desk.caption


def test_sorting_stays_within_each_part(open_desk: Open) -> None:
    desk = open_desk()
    parts = [part.evaluate_all(IDS) for part in (desk.placed, desk.placeless)]
    desk.page.get_by_role("button", name="产业", exact=True).click()
    again = [part.evaluate_all(IDS) for part in (desk.placed, desk.placeless)]
    assert again != parts
    assert [sorted(part) for part in again] == [sorted(part) for part in parts]
    for part in (desk.placed, desk.placeless):
        said = part.locator('[data-column="industry"]').all_inner_texts()
        order = desk.page.evaluate(COLLATED, said)
        assert said == order


def test_counts_follow_the_other_filters(open_desk: Open) -> None:
    desk = open_desk()
    wide = desk.count("kind", "agglomeration_area")
    desk.tick("industry", "7")
    assert desk.count("kind", "agglomeration_area") == 3 < wide
    desk.tick("kind", "agglomeration_area")
    assert desk.rows.count() == 3
    # A facet's own choice does not hide its other options.
    assert desk.count("kind", "cluster_current") > 0


def test_a_filter_keeps_the_view_and_the_frame(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing")
    desk.page.locator(FRAME).evaluate("frame => { frame.dataset.mark = 'same'; }")
    desk.in_map("() => window.map.setView([29.7, 120.3], 10, {animate: false})")
    before = desk.view()
    desk.tick("status", "planned").settle()
    desk.tick("industry", "2").settle()
    assert desk.view() == before
    assert desk.page.locator(f'{FRAME}[data-mark="same"]').count() == 1


def test_a_filter_sends_at_most_ten_kilobytes(open_desk: Open) -> None:
    desk = open_desk()
    desk.settle()
    devtools = desk.page.context.new_cdp_session(desk.page)
    received: list[int] = []
    devtools.send("Network.enable")
    devtools.on(
        "Network.webSocketFrameReceived",
        lambda event: received.append(len(event["response"]["payloadData"]) * 3 // 4),
    )
    desk.tick("industry", "2").settle()
    desk.page.wait_for_timeout(500)
    assert 0 < sum(received) <= 10_000


def test_panning_never_reruns_the_page(open_desk: Open) -> None:
    desk = open_desk()
    desk.settle()
    sent: list[int] = []
    desk.page.on("websocket", lambda _: sent.append(-1))
    desk.page.evaluate(WATCH)
    box = desk.page.locator(FRAME).bounding_box()
    assert box is not None
    mouse = desk.page.mouse
    mouse.move(box["x"] + 400, box["y"] + 300)
    mouse.down()
    mouse.move(box["x"] + 300, box["y"] + 260, steps=5)
    mouse.up()
    mouse.wheel(0, -300)
    desk.page.wait_for_timeout(600)
    assert desk.page.evaluate("window.seen") == 0
    assert sent == []


def test_a_click_on_a_sign_shows_its_sentence(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing")
    id = desk.page.evaluate(
        "[...window.jiqun.claims.values()].find(c => c.name === '绍虞太阳能光伏产业集聚区').id"
    )
    desk.page.mouse.click(*desk.sign(id))
    desk.panel.locator("mark").wait_for()
    assert "扎实推进绍虞太阳能光伏产业集聚区建设" in desk.panel.locator("mark").inner_text()
    assert "(五)新能源产业" in desk.panel.locator(".jq-path").inner_text()
    assert f"sel={id}" in desk.page.url
    assert desk.rows.locator('xpath=self::*[@aria-current="true"]').get_attribute("data-id") == id


def test_a_row_and_a_search_hit_select_the_same(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing").choose("沿曹娥江生物医药产业集聚区")
    first = desk.page.evaluate("window.jiqun.state.sel")
    desk.page.locator("#jq-q").fill("ycej")
    desk.page.locator(".jq-search .jq-hits button").first.wait_for()
    desk.page.locator("#jq-q").press("Enter")
    assert desk.page.evaluate("window.jiqun.state.sel") == first


def test_a_click_in_the_province_leads_into_the_city(open_desk: Open) -> None:
    desk = open_desk()
    x, y = desk.in_map(BARE)
    frame = desk.page.locator(FRAME).bounding_box()
    assert frame is not None
    desk.page.mouse.click(frame["x"] + x, frame["y"] + y)
    desk.page.wait_for_function("window.jiqun.state.view === 'shaoxing'")
    desk.page.wait_for_timeout(900)
    assert desk.view()[0] > 8.5
    assert "2011" in desk.frame.locator(".jq-heading").inner_text()


def test_the_download_is_exactly_what_is_shown(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing").tick("industry", "6").settle()
    content = geojson(desk.download("下载 GeoJSON"))
    assert content["type"] == "FeatureCollection" and "crs" not in content
    ids = {feature["id"] for feature in content["features"]}
    assert ids == desk.placed_ids() and len(ids) == desk.on_map()
    for feature in content["features"]:
        assert feature["type"] == "Feature" and "geometry" in feature and "properties" in feature


def test_rings_of_a_download_turn_right(open_desk: Open) -> None:
    content = geojson(open_desk("?view=shaoxing").download("下载 GeoJSON"))
    shapes = [f["geometry"] for f in content["features"] if f["geometry"]["type"] == "Polygon"]
    assert shapes
    for shape in shapes:
        outer, *holes = shape["coordinates"]
        assert turn(outer) > 0 and all(turn(hole) < 0 for hole in holes)


def turn(ring: list[list[float]]) -> float:
    """Twice the signed area: positive where the ring runs counter-clockwise."""
    pairs = itertools.pairwise(ring)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)


def test_a_shared_link_reopens_the_same(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing").tick("industry", "3").tick("status", "planned")
    desk.choose("绍兴纺织新材料产业集聚区").settle()
    link, names = desk.page.url, desk.names()
    again = open_desk(link.split("/", 3)[3])
    assert again.names() == names
    assert again.panel.locator("h2").inner_text() == "绍兴纺织新材料产业集聚区"
    assert again.on_map() == desk.on_map()


def test_back_and_forward_follow_the_filters(open_desk: Open) -> None:
    desk = open_desk()
    everything = desk.rows.count()
    desk.tick("industry", "4").settle()
    few = desk.rows.count()
    desk.page.go_back()
    desk.page.wait_for_function(f"document.querySelectorAll('tr[data-id]').length === {everything}")
    desk.page.go_forward()
    desk.page.wait_for_function(f"document.querySelectorAll('tr[data-id]').length === {few}")
    assert desk.on_map() == desk.placed.count()


FEWEST = """() => {
  window.fewest = Infinity;
  const look = () => {
    const rows = document.querySelectorAll(".jq-table tbody tr[data-id]").length;
    if (document.querySelector(".jq-table")) window.fewest = Math.min(window.fewest, rows);
    requestAnimationFrame(look);
  };
  look();
}"""


def test_a_table_that_is_built_again_is_never_empty(open_desk: Open) -> None:
    desk = open_desk()
    desk.page.evaluate(FEWEST)
    desk.page.get_by_text("EN", exact=True).first.click()
    desk.page.wait_for_function("document.documentElement.lang === 'en'")
    desk.settle().page.wait_for_timeout(500)
    assert desk.page.evaluate("window.fewest") == desk.rows.count()


def test_a_sorted_table_says_so_in_the_other_language(open_desk: Open) -> None:
    desk = open_desk()
    desk.page.get_by_role("button", name="产业", exact=True).click()
    desk.page.get_by_text("EN", exact=True).first.click()
    desk.page.wait_for_function("document.documentElement.lang === 'en'")
    head = desk.settle().page.locator('.jq-table th[data-column="industry"]')
    assert head.get_attribute("aria-sort") == "ascending"


def test_the_years_show_the_link_and_are_cleared_with_it(open_desk: Open) -> None:
    desk = open_desk("?from=2013")
    year = desk.page.locator('select[data-year="from"]')
    assert year.evaluate("select => select.value") == "2013"
    desk.page.get_by_role("button", name="清除筛选").click()
    assert "from=" not in desk.page.url
    assert year.evaluate("select => select.value") == ""


def test_enter_that_ends_a_composition_selects_nothing(open_desk: Open) -> None:
    desk = open_desk("?q=光")
    press = """(box, composing) => box.dispatchEvent(new KeyboardEvent("keydown",
        { key: "Enter", isComposing: composing, bubbles: true, cancelable: true }))"""
    box = desk.page.locator("#jq-q")
    box.evaluate(press, True)
    assert "sel=" not in desk.page.url
    box.evaluate(press, False)
    desk.page.wait_for_url("**sel=**")


def test_a_link_is_read_without_blanks_round_its_values(open_desk: Open) -> None:
    """As `ui/state.py` reads it for the files."""
    desk = open_desk("?from=%202013%20")
    year = desk.page.locator('select[data-year="from"]')
    assert year.evaluate("select => select.value") == "2013"


def test_a_view_that_no_plan_has_hides_nothing(open_desk: Open) -> None:
    all_rows = open_desk().rows.count()
    assert open_desk("?view=constructor").rows.count() == all_rows > 0


def test_reset_clears_the_filters_and_nothing_else(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing&industry=6&kind=zone")
    desk.page.get_by_role("button", name="清除筛选").click()
    assert "industry" not in desk.page.url and "view=shaoxing" in desk.page.url
    assert desk.rows.count() > 40


def test_what_has_no_place_is_listed_beside_the_map(open_desk: Open) -> None:
    desk = open_desk()
    hidden = desk.rows.count() - desk.on_map()
    assert hidden > 0
    label = desk.page.locator(".jq-placeless summary").inner_text()
    assert label.startswith(str(hidden))


def test_numbers_say_whose_they_are(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing").choose("诸暨先进装备制造业集聚区")
    text = desk.panel.locator(".jq-figures").inner_text()
    assert "绍兴市" in text and "1,000 亿元" in text and "560 亿元" in text
    assert "隐含年均增速" in text


def test_where_a_zone_lies_is_a_unit(open_desk: Open) -> None:
    desk = open_desk()
    cells = desk.rows.filter(has_text="波音737完工和交付中心").locator('[data-column="members"]')
    assert set(cells.all_inner_texts()) == {"舟山市普陀区"}
    desk.page.locator('[data-view="shaoxing"]').click()
    cells = desk.rows.filter(has_text="袍江").locator('[data-column="members"]')
    assert "袍江经济技术开发区（越城区）" in cells.all_inner_texts()


def test_english_keeps_the_plans_names(open_desk: Open) -> None:
    desk = open_desk()
    desk.page.get_by_role("button", name="EN", exact=True).click()
    desk.page.get_by_text("Industry (national class)").wait_for()
    assert "lang=en" in desk.page.url
    desk.settle().choose("宁波")
    assert desk.panel.locator("h2").inner_text() == "宁波"
    assert "High-end equipment" in desk.panel.inner_text()


def test_the_keyboard_alone_reaches_a_feature(open_desk: Open) -> None:
    desk = open_desk()
    desk.rows.first.locator(".jq-pick").focus()
    desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Enter")
    desk.panel.locator("mark").wait_for()
    second = desk.rows.nth(1).get_attribute("data-id")
    assert desk.page.evaluate("window.jiqun.state.sel") == second


def test_a_phone_shows_map_panel_and_table_below_each_other(open_desk: Open) -> None:
    desk = open_desk(width=390, height=844)
    tops = [
        desk.page.locator(place).bounding_box()["y"]  # type: ignore[index]
        for place in (".jq-part-filters", FRAME, ".jq-panel", ".jq-table table")
    ]
    assert tops == sorted(tops)
    wide = desk.page.evaluate("document.scrollingElement.scrollWidth")
    assert wide <= 390


def test_an_unreachable_base_map_gives_way(open_desk: Open) -> None:
    desk = open_desk(strict=False)
    desk.frame.get_by_label("底图").select_option("osm")
    desk.frame.locator(".jq-notice").filter(has_text="底图不可用").wait_for(timeout=30000)
    assert desk.painted("paper")[0] > 0.3


def test_the_picture_has_the_size_of_the_map_and_more(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing")
    with desk.page.expect_download() as waiting:
        desk.frame.get_by_role("button", name="存为图片").click()
    head = waiting.value.path().read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    assert width > 1200 and height > 900


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_phone_shows_every_page_and_both_languages(open_desk: Open, lang: str) -> None:
    desk = open_desk(f"?lang={lang}", width=390, height=844)
    links = desk.page.locator(".jq-pages a, .jq-langs button").all()
    boxes = [box for link in links if (box := link.bounding_box())]
    assert len(boxes) == 7
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    hit = "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.jq-pages a, .jq-langs'))"
    assert all(desk.page.evaluate(hit, list(middle)) for middle in middles)


def test_labels_keep_the_chinese_name_beside_the_gloss(open_desk: Open) -> None:
    labels = """() => {
      const { signs, ink } = window.jiqunDesk;
      const layout = [...signs.layouts.values()].at(-1);
      return layout.labels.map((label) => [label.text, label.gloss ?? ""]);
    }"""
    english = open_desk("?view=shaoxing&lang=en").in_map(labels)
    assert ["诸暨市", "Zhuji"] in english and ["绍兴县", "Shaoxing"] in english
    chinese = open_desk("?view=shaoxing").in_map(labels)
    assert {gloss for _, gloss in chinese} == {""}


def test_paper_shows_the_map_with_what_it_is(open_desk: Open) -> None:
    desk = open_desk("?view=shaoxing", color_scheme="dark")
    printed = desk.page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF") and len(printed) > 50_000
    picture = desk.page.locator("canvas.jq-print")
    assert picture.count() == 1 and not picture.is_visible()
    light = """canvas => {
      const [r, g, b] = canvas.getContext("2d").getImageData(4, 4, 1, 1).data;
      return r > 200 && g > 200 && b > 200 && canvas.width > 1200;
    }"""
    assert picture.evaluate(light)
    desk.page.emulate_media(media="print")
    assert picture.is_visible()
    for hidden in (FRAME, ".jq-part-filters", ".jq-part-bar", ".st-key-jq-files"):
        assert not desk.page.locator(hidden).is_visible()


def test_the_button_says_what_its_file_leaves_out(open_desk: Open) -> None:
    desk = open_desk()
    note = desk.page.locator(".jq-onlyplaced")
    note.wait_for(state="visible")
    desk.tick("basis", "inferred")
    note.wait_for(state="hidden")
    assert desk.placeless.count() == 0
