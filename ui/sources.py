"""What the pages show, loaded once a server: layers, plans and their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui import statics


@dataclass(frozen=True, slots=True)
class Content:
    """Layers and plans of one build, with the two JSON values of `layers.scene`."""

    layers: Any
    plans: tuple[Any, ...]
    records: dict[str, Any]
    ground: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Files:
    """Addresses of what the browser fetches."""

    records: str
    ground: str
    web: str
    vendor: str


def load() -> Content:
    """The shipped plans through the whole chain."""
    from ui.content import shipped

    return shipped()


@st.cache_resource(show_spinner=False)
def content() -> Content:
    """The content of this server."""
    return load()


@st.cache_resource(show_spinner=False)
def files() -> Files:
    """Lay everything that the browser fetches, and say where it lies."""
    shown = content()
    return Files(
        records=statics.address(statics.data("records", shown.records)),
        ground=statics.address(statics.data("ground", shown.ground)),
        web=statics.address(statics.scripts()),
        vendor=statics.address(statics.vendor()),
    )
