"""The naive way: the same layers as a folium map, built anew at every change.

What the documentation of Streamlit and folium leads to: a multiselect, a GeoJson
layer for the units, one for the claims with tooltips, `st_folium`. Leaflet and
jQuery are served from here, so that no network is part of the measurement.
"""

from __future__ import annotations

import folium
import streamlit as st
from streamlit_folium import st_folium

from layers.map import OfflineMap
from layers.styles import CLASSES, industry_class
from ui import sources

FIELDS = ["name", "kind", "status", "industry", "evidence_exact"]
VIEW = "zhejiang-2017-2020"


@st.cache_data(show_spinner=False)
def frames() -> tuple[object, object]:
    """Units of the province's plan and claims, as GeoJSON once."""
    layers = sources.content().layers
    units = layers.units[layers.units.plan == VIEW][["name", "geometry"]]
    return units.__geo_interface__, layers.claims[["industry_class", *FIELDS, "geometry"]]


def style(feature: dict) -> dict:
    """The colour of a claim's industry."""
    colour = industry_class(feature["properties"]["industry_class"]).fill
    return {"color": colour, "fillColor": colour, "fillOpacity": 0.3, "weight": 1}


def main() -> None:
    """Filter, map, table: all of it again at each run."""
    st.set_page_config(layout="wide")
    codes = [entry.code for entry in CLASSES]
    chosen = st.multiselect("industry", codes, default=codes, key="industry")
    units, claims = frames()
    shown = claims[claims.industry_class.isin(chosen)]
    page = OfflineMap(sources.files().vendor)
    folium.GeoJson(units, style_function=lambda _: {"color": "#777", "weight": 0.5}).add_to(page)
    if len(shown):
        folium.GeoJson(
            shown,
            style_function=style,
            marker=folium.CircleMarker(radius=6),
            tooltip=folium.GeoJsonTooltip(FIELDS),
        ).add_to(page)
    st_folium(page, key="map", use_container_width=True, height=560)
    st.dataframe(shown[FIELDS])


main()
