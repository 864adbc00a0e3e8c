"""The map page without a browser: what it sends, and that its filter is the files' filter."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.filters import Filter
from layers.map import desk_map
from ui import downloads
from ui.desk import LOADER
from ui.state import State, link
from ui.words import texts


def script(page: Any) -> str:
    """The map's script as folium writes it."""
    page.get_root().render()
    return "".join(child.render() or "" for child in page.get_root().script._children.values())


def test_the_map_asks_no_other_host() -> None:
    page = desk_map("/app/static/vendor-1", "/app/static/web-1/map.js", {"ground": "g.json"})
    addresses = [address for _, address in (*page.default_js, *page.default_css)]
    assert addresses == ["/app/static/vendor-1/leaflet.js", "/app/static/vendor-1/leaflet.css"]
    assert not [address for address in addresses if "//" in address]


def test_the_maps_script_is_the_same_at_every_run_and_holds_no_data() -> None:
    """A changed script mounts the map anew and loses the view."""

    def made() -> str:
        page = desk_map("v", "m.js", {"ground": "g.json"})
        return script(page).replace(page.get_name(), "map")

    assert made() == made()
    assert len(made()) < 3000


def test_a_hostile_key_stays_inside_its_string() -> None:
    page = desk_map("v", "m.js", {"tianditu": "`</script>${x}'\""})
    assert "</script>${x}" not in script(page)


@pytest.mark.parametrize(
    ("parameters", "kept"),
    [
        ({"industry": ["6", "77"]}, {"industry": ["6"]}),
        ({"kind": ["zone,base"]}, {"kind": ["zone", "base"]}),
        ({"from": ["20x5"], "to": ["2020"]}, {"to": ["2020"]}),
        ({"view": [" "], "q": ["  "], "lang": ["en"]}, {}),
        ({"q": ["诸暨 dk"], "view": ["shaoxing"]}, {"q": ["诸暨 dk"], "view": ["shaoxing"]}),
    ],
    ids=["unknown-class", "commas", "no-year", "nothing-left", "words-and-view"],
)
def test_a_link_keeps_what_a_filter_can_use(
    parameters: dict[str, list[str]], kept: dict[str, list[str]]
) -> None:
    assert State(parameters=parameters).filter == kept


@given(st.dictionaries(st.sampled_from(["industry", "kind", "from", "q", "view", "x"]), st.text()))
def test_no_link_breaks_the_page(link_parameters: dict[str, str]) -> None:
    state = State(parameters={name: [value] for name, value in link_parameters.items()})
    Filter.from_query(urlencode(state.filter, doseq=True))


def test_a_link_changes_one_thing_and_keeps_the_rest() -> None:
    state = State(parameters={"industry": ["6", "7"], "sel": ["c-1"]})
    assert link(state, sel=None, lang="en") == {"industry": ["6", "7"], "lang": ["en"]}


def test_both_languages_say_the_same_things() -> None:
    chinese, english = texts("zh"), texts("en")
    assert chinese.keys() == english.keys()
    assert all(chinese.values()) and all(english.values())


def test_the_download_holds_the_rows_of_the_filter(both: SimpleNamespace) -> None:
    chosen = Filter(industries=("6",), view="shaoxing")
    content = json.loads(downloads.made(downloads.FORMATS["geojson"], chosen)())
    classes = {feature["properties"]["industry_class"] for feature in content["features"]}
    assert classes == {"6"} and len(content["features"]) >= 5


def test_the_loader_names_a_part_of_the_module() -> None:
    assert 'module.render("table", component)' in LOADER % {"part": "table"}
