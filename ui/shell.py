"""What every page has: the head with its links, the language, the shared store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui import desk, sources
from ui.state import State, link


def config(state: State) -> dict[str, Any]:
    """Python's part of the browser's store: addresses, language, theme, words."""
    files = sources.files()
    return {
        "records": files.records,
        "ground": files.ground,
        "styles": f"{files.web}/desk.css",
        "lang": state.lang,
        "theme": state.theme,
        "words": f"{files.web}/words-{state.lang}.json",
    }


def head(state: State, pages: Mapping[str, Any], current: str) -> None:
    """Draw the head of the page: name, links to the pages (`current` is this one), language."""
    with st.container(key="jq-top", horizontal=True, vertical_alignment="center", gap="small"):
        module = f"{sources.files().web}/desk.js"
        names = {name: state.say(f"page.{name}") for name in pages}
        brand = {"name": state.say("page.brand"), "tagline": state.say("page.tagline")}
        said = desk.mount(
            "bar",
            module,
            ("all", "go"),
            config=config(state),
            brand=brand,
            pages=names,
            page=current,
        )
    if (name := said.get("go")) in pages and name != current:
        st.switch_page(pages[name], query_params=link(state, sel=None, doc=None))
