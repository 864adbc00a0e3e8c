"""The map as folium draws it: an empty, offline Leaflet map that a module fills.

No data stands in the map's script. `streamlit-folium` mounts a map anew whenever
its script changes, and sends all of it at every run; so the script holds
addresses only, and the module that they name draws the layers in the browser
(measurements in docs/performance.md). Nothing is loaded from another host.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

CENTRE = (29.2, 120.4)
"""Latitude, longitude: where an empty map stands before the module frames the view."""
MAX_ZOOM = 18


class OfflineMap(folium.Map):
    """A folium map whose Leaflet comes from `vendor`, an address without host.

    Leaflet alone: jQuery, Bootstrap and the icon fonts serve folium's popups and
    markers, of which this map has none.
    """

    def __init__(self, vendor: str) -> None:
        super().__init__(
            location=CENTRE,
            zoom_start=7,
            tiles=None,
            prefer_canvas=True,
            zoom_control=False,
            control_scale=False,
        )
        self.default_js = [("leaflet", f"{vendor}/leaflet.js")]
        self.default_css = [("leaflet_css", f"{vendor}/leaflet.css")]
        # Without tiles Leaflet knows no greatest zoom; max_zoom goes to tile layers only.
        self.options.update(
            {"maxZoom": MAX_ZOOM, "minZoom": 5, "zoomSnap": 0.25, "wheelPxPerZoomLevel": 90}
        )


class Drawing(MacroElement):
    """Loads the module that draws into the map; `config` reaches it as JSON."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const config = {{ this.config | tojson }};
        import({{ this.module | tojson }})
            .then((drawing) => drawing.mount({{ this._parent.get_name() }}, config))
            .catch((fault) => { document.body.dataset.error = String(fault); });
        {% endmacro %}
        """
    )

    def __init__(self, module: str, config: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Drawing"
        self.module = module
        self.config = dict(config)


def desk_map(vendor: str, module: str, config: Mapping[str, Any]) -> OfflineMap:
    """The map of the page: `vendor` and `module` are addresses, `config` plain JSON."""
    page = OfflineMap(vendor)
    Drawing(module, config).add_to(page)
    return page
