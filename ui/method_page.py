"""The method page: how it was read and placed, how well, from what, and how to cite it."""

from __future__ import annotations

from typing import Any

from ui import accounts, frame, routes, sources
from ui.sheet import Node, Step, e, go, link, sheet
from ui.state import State
from ui.words import texts

_STEPS = 6


def show(state: State) -> None:
    """Draw the page."""
    layers = sources.content().layers
    tree = (
        _head(state),
        _how(state),
        _what(state, layers),
        _accuracy(state),
        _ledger(state),
        _corrections(state, layers),
        _unlocated(state, layers),
        _sources(state, layers),
        _citation(state, layers),
    )
    english, dark = state.lang == "en", state.theme == "dark"
    with frame.page(state, filters=False):
        asked = sheet(*tree, key="jq-method-sheet", english=english, dark=dark)
    if isinstance(asked, Step):
        routes.turn(asked.page, state, sel=asked.selected)


def _head(state: State) -> Node:
    lead = e("p", state.say("method.lead"), class_="lead")
    return e("header", e("h2", state.say("method.title")), lead)


def section(state: State, name: str, *children: Node | None, lead: str | None = None) -> Node:
    """A section with its title and, if there is one, its lead."""
    opening = e("p", lead, class_="lead") if lead else None
    title = e("h2", state.say(f"method.{name}"))
    return e("section", title, opening, *children, class_="section", data_part=name)


def table(state: State, names: tuple[str, ...], rows: list[list[Node]], label: str) -> Node:
    """A table that scrolls sideways on a phone; the first cell of a row names it."""
    head = e("tr", *(e("th", state.say(f"method.{name}"), scope="col") for name in names))
    body = [
        e("tr", e("th", row[0], scope="row"), *(e("td", cell) for cell in row[1:])) for row in rows
    ]
    grid = e("table", e("thead", head), e("tbody", *body))
    return e("div", grid, class_="wide", tabindex="0", role="region", aria_label=label)


def _how(state: State) -> Node:
    steps = [e("li", state.say(f"method.step{i}")) for i in range(1, _STEPS + 1)]
    precision = e("p", state.say("method.precision"), class_="lead")
    return section(state, "steps", e("ol", *steps, class_="steps-list"), precision)


def _what(state: State, layers: Any) -> Node:
    names = ("plan", "characters", "encoding", "claims", "placed", "listed", "refused", "targets")
    rows: list[list[Node]] = [
        [
            row.title,
            f"{row.characters:,}",
            row.encoding,
            str(row.placed + row.listed),
            str(row.placed),
            str(row.listed),
            str(row.refused),
            str(row.targets),
        ]
        for row in accounts.readings(layers, sources.content().plans)
    ]
    return section(state, "read", table(state, names, rows, state.say("method.read")))


def _accuracy(state: State) -> Node:
    measured = accounts.accuracy()
    if measured is None:
        return section(state, "accuracy", lead=state.say("method.accuracy_none"))
    grids = [_measured(grid, state) for grid in measured.tables]
    lead = state.say("method.accuracy_lead", tool=measured.tool)
    return section(state, "accuracy", *grids, lead=lead)


def _measured(grid: accounts.Table, state: State) -> Node:
    head = e("tr", *(e("th", name, scope="col") for name in grid.columns))
    body = [
        e("tr", e("th", row[0], scope="row"), *(e("td", cell) for cell in row[1:]))
        for row in grid.rows
    ]
    whole = e("table", e("thead", head), e("tbody", *body))
    scroll = e("div", whole, class_="wide", tabindex="0", role="region", aria_label=grid.title)
    return e("div", e("h3", grid.title), scroll, class_="measured")


def _ledger(state: State) -> Node:
    totals = accounts.ledger()
    lead = state.say("method.ledger_lead")
    if not totals:
        return section(state, "ledger", e("p", state.say("method.ledger_none")), lead=lead)
    names = ("reason", *(() if not totals else ("amounts", "names")))
    rows: list[list[Node]] = [
        [_reason(state, row.reason), f"{row.amounts:,}", f"{row.names:,}"] for row in totals
    ]
    return section(
        state, "ledger", table(state, names, rows, state.say("method.ledger")), lead=lead
    )


def _corrections(state: State, layers: Any) -> Node:
    made = tuple(getattr(layers.provenance, "corrections", ()))
    if not made:
        return section(state, "corrections", lead=state.say("method.corrections_none"))
    items = [e("li", text) for text in made]
    lead = state.say("method.corrections_some")
    return section(state, "corrections", e("ul", *items), lead=lead)


def _unlocated(state: State, layers: Any) -> Node:
    names = ("name", "plan", "why", "candidates", "open")
    rows: list[list[Node]] = [
        [
            row.name,
            row.plan,
            _reason(state, row.reason),
            row.candidates or "—",
            go("plan", row.id, routes.address("plan", state, sel=row.id), state.say("method.open"))
            if row.readable
            else row.quote,
        ]
        for row in accounts.placeless(layers)
    ]
    grid = table(state, names, rows, state.say("method.unlocated"))
    return section(state, "unlocated", grid, lead=state.say("method.unlocated_lead"))


def _reason(state: State, code: str) -> str:
    """The reason in words; an unknown one as it stands, whatever is in it."""
    return texts(state.lang).get(f"reason.{code}", code)


def _sources(state: State, layers: Any) -> Node:
    entries = accounts.sources()
    if not entries:
        return section(state, "sources", lead=state.say("method.sources_none"))
    names = ("file", "producer", "licence", "came", "checksum")
    rows: list[list[Node]] = [
        [
            e("span", link(entry.url, entry.title), e("small", entry.file)),
            entry.producer,
            entry.licence,
            entry.came,
            e("code", entry.sha256[:12]),
        ]
        for entry in entries
    ]
    lead = state.say("method.sources_lead")
    made = e("p", _build(state, layers), class_="meta")
    return section(state, "sources", table(state, names, rows, lead), made, lead=lead)


def _build(state: State, layers: Any) -> str:
    made = layers.provenance
    values = {"build": getattr(made, "build", "—"), "version": getattr(made, "version", "—")}
    return state.say("method.build", **values)


def _citation(state: State, layers: Any) -> Node:
    data, plans = accounts.citations(layers, sources.content().plans)
    items = [e("li", text, lang="zh-CN") for text in plans]
    licence = accounts.licence_of_layers()
    return section(
        state,
        "cite",
        e("h3", state.say("method.cite_data")),
        e("p", data, class_="citation"),
        e("h3", state.say("method.cite_plans")),
        e("ul", *items),
        e("p", state.say("method.licences", licence=licence), class_="lead"),
        lead=state.say("method.cite_lead"),
    )
