"""The parts of the page that run in the browser, as Streamlit components.

Each loads the same module from `static/`; see `ui/web/desk.js` and
docs/decisions for why the filters run in the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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


def mount(part: str, module: str, reruns: tuple[str, ...] = (), **data: Any) -> Any:
    """Draw a part; `reruns` names the events at which it makes Python run again.

    Returns the component's result: `result.link` is the event's value, None
    in runs that it did not cause.
    """
    callbacks = {f"on_{name}_change": _nothing for name in reruns}
    content = {"module": module, "reruns": list(reruns), **data}
    return component(part)(key=f"jq-{part}", data=content, **callbacks)


def _nothing() -> None:
    """Streamlit wants a callback for every event; the run itself is all we need."""
