"""Trees of text that the browser draws as text: cards, tables and side-by-side sheets.

`e` makes an element, `sheet` mounts a tree. The browser's half (`sheets/sheet.js`) makes
every string a text node, so that what a plan says can never become markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

SHEETS = Path(__file__).resolve().parent / "sheets"

Node = str | list[Any]
"""A text, or [tag, attributes, child, …]."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a reader asked to go: a page's path and the record to select there."""

    page: str
    selected: str


def e(tag: str, *children: Node | None, **attributes: Any) -> Node:
    """An element. `class_` is class, `data_go` is data-go; None children are left out.

    >>> e("p", "绍兴", None, class_="lead")
    ['p', {'class': 'lead'}, '绍兴']
    """
    named = {
        name.rstrip("_").replace("_", "-"): value
        for name, value in attributes.items()
        if value is not None
    }
    return [tag, named, *(child for child in children if child is not None)]


def go(page: str, selected: str, address: str, *children: Node, class_: str = "go") -> Node:
    """A link to a record on another page of the app; works opened in a new tab, too."""
    return e(
        "a",
        *children,
        href=address,
        data_go=page,
        data_sel=selected,
        class_=class_,
    )


def link(url: str, *children: Node) -> Node:
    """A link to the web; the text alone where the address is no web address."""
    if url.startswith(("http://", "https://")):
        return e("a", *children, href=url)
    return e("span", *children)


def sheet(*tree: Node, key: str, english: bool, dark: bool) -> Step | str | None:
    """Mount a tree; the step or the question (`data-ask`) of the reader's click, else None."""
    return _asked({"tree": list(tree)}, key, english, dark)


def choices(trees: Mapping[str, Node], key: str, english: bool, dark: bool) -> Step | str | None:
    """Mount the one of many trees, by id, that the link or any `data-pick` chooses."""
    return _asked({"choices": dict(trees)}, key, english, dark)


def signal(id: str, key: str) -> None:
    """Hand a choice that Python heard of (a chart's) to the mounted `choices`."""
    _component()(data={"signal": id}, key=key)


def _asked(content: Mapping[str, Any], key: str, english: bool, dark: bool) -> Step | str | None:
    data = {**content, "theme": "dark" if dark else "light", "lang": _lang(english)}
    result = _component()(data=data, key=key, on_go_change=_nothing, on_ask_change=_nothing)
    if result.go:
        return Step(str(result.go["page"]), str(result.go["sel"]))
    return str(result.ask) if result.ask else None


def _lang(english: bool) -> str:
    return "en" if english else "zh-CN"


def _nothing() -> None:
    """Streamlit hands on a trigger only where a callback is named."""


def styles(name: str) -> str:
    """The styles of one component behind those that all share.

    Streamlit takes text of one line for the path of a file.
    """
    return "\n".join((SHEETS / f"{part}.css").read_text("utf8") for part in ("base", name))


@cache
def _component() -> Any:
    return st.components.v2.component(
        "jiqun_sheet",
        html='<div class="sheet"></div>',
        css=styles("sheet"),
        js=(SHEETS / "sheet.js").read_text("utf8"),
    )
