"""The parts of the page that run in the browser, as Streamlit components.

Each loads the same module from `static/`; see `ui/web/desk.js` and
docs/decisions for why the filters run in the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

LOADER = """
export default function (component) {
  const url = new URL(component.data.module, document.baseURI).href;
  const desk = import(url);
  desk.then((module) => module.render("%(part)s", component)).catch((fault) => {
    component.parentElement.textContent = String(fault);
  });
  return () => desk.then((module) => module.unmount("%(part)s", component)).catch(() => {});
}
"""


@st.cache_resource(show_spinner=False)
def component(part: str) -> Callable[..., Any]:
    """The component of one part, registered once a server."""
    return st.components.v2.component(
        f"jiqun_{part}", js=LOADER % {"part": part}, isolate_styles=False
    )


def mount(part: str, module: str, reruns: tuple[str, ...] = (), **data: Any) -> dict[str, Any]:
    """Draw a part; `reruns` names the events at which it makes Python run again.

    Returns what the events of this run say, by name; empty in runs of other causes.
    """
    key = f"jq-{part}"
    callbacks = {f"on_{name}_change": partial(follow, key, name) for name in reruns}
    content = {"module": module, "reruns": list(reruns), **data}
    result = component(part)(key=key, data=content, **callbacks)
    said = {name: getattr(result, name, None) for name in reruns}
    return {name: event["value"] for name, event in said.items() if event}


def asked(part: str, name: str) -> Any:
    """What an event of this run asks for, before its part is drawn again; None without one.

    An event that no run hears is sent again by `ui/web/runs.js`.
    """
    event = _event(f"jq-{part}", name)
    return event["value"] if event else None


def _event(key: str, name: str) -> Any:
    return getattr(st.session_state.get(key), name, None)


def follow(key: str, name: str) -> None:
    """Take over the link that the browser shows: it comes with every event.

    The page changes its link by itself; Streamlit's own copy stays at the one
    that the page was opened with until Python sets it.
    """
    event = _event(key, name)
    if not event:
        return
    shown = parse_qs(event["link"].lstrip("?"), keep_blank_values=True)
    if shown != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(shown)
