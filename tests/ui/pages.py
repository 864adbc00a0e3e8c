"""A page run without a browser, and what it would show there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from streamlit.testing.v1 import AppTest

from layers.build import Layers

Node = Any


def run(name: str, **parameters: str | list[str]) -> AppTest:
    """One page with these parameters in its link."""
    tested = AppTest.from_function(_script, kwargs={"name": name}, default_timeout=60)
    for key, value in parameters.items():
        tested.query_params[key] = value
    return tested.run()


def _script(name: str) -> None:
    from importlib import import_module

    from ui.state import from_link

    import_module(f"ui.{name}_page").show(from_link())


def content(layers: Layers, plans: tuple[Any, ...]) -> SimpleNamespace:
    """What `ui.sources.content` gives to the pages beside the map."""
    return SimpleNamespace(layers=layers, plans=plans)


def blocks(tested: AppTest) -> Iterator[Any]:
    """Every element of the page, at any depth."""

    def below(block: Any) -> Iterator[Any]:
        for child in getattr(block, "children", {}).values():
            yield child
            yield from below(child)

    yield from below(tested._tree)


def components(tested: AppTest, name: str) -> list[dict[str, Any]]:
    """The data of every component of this name, in order of the page."""
    return [
        json.loads(block.proto.json)
        for block in blocks(tested)
        if getattr(block, "type", "") == "bidi_component"
        and block.proto.component_name == f"jiqun_{name}"
    ]


def trees(tested: AppTest) -> list[Node]:
    """All sheets of the page as one list of nodes."""
    return [node for data in components(tested, "sheet") for node in data.get("tree", ())]


def cards(tested: AppTest) -> dict[str, Node]:
    """The trees among which the reader chooses, by the id of their record."""
    found: dict[str, Node] = next(
        data["choices"] for data in components(tested, "sheet") if "choices" in data
    )
    return found


def nodes(tree: list[Node], **wanted: str) -> list[Node]:
    """The elements with these attributes, wherever they stand: class_="card", data_go="plan"."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
    return [
        node
        for node in every(tree)
        if all(value in str(node[1].get(key, "")).split(" ") for key, value in named.items())
    ]


def every(tree: list[Node]) -> Iterator[Node]:
    """Each element of a list of nodes, from the outside in."""
    for node in tree:
        if isinstance(node, list):
            yield node
            yield from every(node[2:])


def text(node: Node) -> str:
    """What a node says."""
    return node if isinstance(node, str) else "".join(text(child) for child in node[2:])


def page_text(tested: AppTest) -> str:
    """What the sheets of the page say."""
    return "\n".join(text(node) for node in trees(tested))


def charts(tested: AppTest) -> list[dict[str, Any]]:
    """The Vega-Lite specifications of the page's charts."""
    found = (b for b in blocks(tested) if getattr(b, "type", "") == "vega_lite_chart")
    return [json.loads(block.proto.spec) for block in found]


def marks(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the layer of a chart that leads to records."""
    values = (layer["data"]["values"] for layer in chart["layer"])
    return next(rows for rows in values if rows and "id" in rows[0])
