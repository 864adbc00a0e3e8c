"""The method page: how it was read and placed, how well, from what, and how to cite it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from layers import vocabulary
from layers.excuses import REASONS
from layers.vocabulary import word
from ui import accounts, frame, measurements, routes, sources
from ui.prose import Part
from ui.sheet import Node, Step, e, go, link, sheet
from ui.state import State
from ui.words import texts

_STEPS = 6
_FIGURE = re.compile(r"[\d.,]+%?|—")


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
    """A table of this page's words; `names` are keys of its columns."""
    return grid([state.say(f"method.{name}") for name in names], rows, label)


def grid(heads: Sequence[str], rows: Sequence[Sequence[Node]], label: str) -> Node:
    """A table that scrolls sideways on a phone; the first cell of a row names it.

    Columns of figures stand to the right, digit below digit.
    """
    columns = zip(*rows, strict=True)
    kinds = ["figures" if _is_of_figures(c) else None for c in columns] or [None] * len(heads)
    head = [
        e("th" if name else "td", name, scope="col", class_=kind)
        for name, kind in zip(heads, kinds, strict=True)
    ]
    body = [
        e("tr", e("th", first, scope="row"), *map(_cell, cells, kinds[1:]))
        for first, *cells in rows
    ]
    table = e("table", e("thead", e("tr", *head)), e("tbody", *body))
    return e("div", table, class_="wide", tabindex="0", role="region", aria_label=label)


def _is_of_figures(column: Sequence[Node]) -> bool:
    """Whether a column holds figures and nothing else; what was not measured is left blank."""
    cells = [str(cell) for cell in column if cell != ""]
    return bool(cells) and all(map(_FIGURE.fullmatch, cells))


def _cell(cell: Node, kind: str | None) -> Node:
    return e("td", cell, class_=kind)


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
    found = accounts.accuracy()
    if not found:
        return section(state, "accuracy", lead=state.say("method.accuracy_none"))
    lang = "en" if state.lang == "en" else "zh-CN"
    if state.lang != "en":
        found = measurements.chinese(found)
    first = next((i for i, part in enumerate(found) if part.kind == "table"), len(found) - 1)
    summary = [_prose(part) for part in found[1 : first + 1]]
    rest = [_prose(part) for part in found[first + 1 :]]
    more = e("details", e("summary", state.say("method.accuracy_all")), *rest, lang=lang)
    lead = state.say("method.accuracy_lead")
    return section(state, "accuracy", e("div", *summary, lang=lang), more, lead=lead)


def _prose(part: Part) -> Node:
    """A piece of a generated report."""
    if part.kind == "heading":
        return e("h3", part.text)
    if part.kind == "text":
        return e("p", part.text, class_="prose")
    if part.kind == "list":
        return e("ul", *(e("li", row[0]) for row in part.rows), class_="prose")
    heads, *rows = part.rows
    return grid(heads, rows, " · ".join(name for name in heads if name))


def _ledger(state: State) -> Node:
    audit = accounts.ledger()
    rows: list[list[Node]] = [
        [_fate(state, row), f"{row.amounts:,}", f"{row.names:,}"]
        for row in audit.rows
        if row.amounts or row.names or row.reason == "unread"
    ]
    names = ("reason", "amounts", "names")
    fates = table(state, names, rows, state.say("method.ledger"))
    left = [e("li", e("b", row.exact), e("small", f"…{row.around}…")) for row in audit.unread]
    unread = e("ul", *left) if left else None
    return section(state, "ledger", fates, unread, lead=state.say("method.ledger_lead"))


def _fate(state: State, row: accounts.LedgerAccount) -> str:
    """What became of an amount or a name, in words."""
    if row.reason in REASONS:
        return REASONS[row.reason][state.lang == "en"]
    return texts(state.lang).get(f"fate.{row.reason}", row.reason)


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
    listed = table(state, names, rows, state.say("method.unlocated"))
    return section(state, "unlocated", listed, lead=state.say("method.unlocated_lead"))


def _reason(state: State, code: str) -> str:
    """The reason in words; an unknown one as it stands, whatever is in it."""
    return word(vocabulary.REASONS, code, state.lang == "en")


def _sources(state: State, layers: Any) -> Node:
    entries = accounts.sources()
    if not entries:
        return section(state, "sources", lead=state.say("method.sources_none"))
    names = ("file", "producer", "licence", "came", "checksum")
    rows: list[list[Node]] = [
        [
            e("span", link(entry.url, entry.title), e("small", entry.file)),
            entry.producer,
            e("span", entry.licence, e("small", _ours(state, entry))),
            entry.came,
            e("code", entry.sha256[:12]),
        ]
        for entry in entries
    ]
    lead = state.say("method.sources_lead")
    made = e("p", _build(state, layers), class_="meta")
    return section(state, "sources", table(state, names, rows, lead), made, lead=lead)


def _ours(state: State, entry: accounts.Source) -> str:
    """The licence of what was made of the source, where that is ours."""
    return state.say("method.ours", licence=entry.ours) if entry.ours else ""


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
