"""The plan reader's content: text in pieces, records with what their cards say.

Everything travels as data and is drawn as text by `sheets/reader.js`. A click there
needs no run of Python; only leaving for another page or plan does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from layers import vocabulary
from layers.figures import figures, split
from layers.plan import Plan
from layers.reading_view import Mark, View, marks, view
from layers.styles import CLASSES
from layers.vocabulary import word
from ui.sheet import SHEETS, styles
from ui.state import State

Card = dict[str, Any]


def laid_out(plan: Plan, layers: Any) -> View:
    """The plan with the claims, listed claims and targets that were read from it."""
    listed = layers.unlocated[layers.unlocated["type"] == "claim"]
    return view(
        plan,
        marks(plan, {"claim": layers.claims, "unlocated": listed, "target": layers.targets}),
    )


def content(plan: Plan, layers: Any, state: State) -> dict[str, Any]:
    """All that the browser needs to draw one plan."""
    shown = laid_out(plan, layers)
    cards = _cards(plan.id, layers, state)
    return {
        "plan": plan.id,
        "title": plan.title,
        "meta": " · ".join(part for part in (plan.doc_number, plan.issued) if part),
        "blocks": [
            [b.level, b.heading, [[p.text, list(p.marks)] for p in b.pieces]] for b in shown.blocks
        ],
        "marks": [_mark(mark, cards) for mark in shown.marks],
        "contents": [[c.title, c.depth, c.block, c.marks] for c in shown.contents],
        "classes": _classes(state),
        "text": {key: state.say(f"reader.{key}") for key in _WORDS},
    }


_WORDS = (
    *("contents", "places", "numbers", "existing", "planned", "shaded", "previous", "next", "hint"),
    *("map", "targets", "close", "several", "position", "text", "none", "keys", "record"),
)


def _mark(mark: Mark, cards: Mapping[str, Card]) -> Card:
    kind = "number" if mark.kind == "target" else "place"
    return {"id": mark.id, "kind": kind, "code": mark.code, "manner": mark.manner, **cards[mark.id]}


def _classes(state: State) -> dict[str, list[str]]:
    dark = state.theme == "dark"
    return {
        entry.code: [
            entry.en if state.lang == "en" else entry.zh,
            entry.dark if dark else entry.fill,
            entry.dark if dark else entry.ink,
        ]
        for entry in CLASSES
    }


def _cards(plan: str, layers: Any, state: State) -> dict[str, Card]:
    """What the card of every record says, by its id."""
    targets = layers.targets[layers.targets["plan"] == plan]
    cards = {card["key"]: card for card in _number_cards(targets, state)}
    for name in ("claims", "unlocated"):
        frame = getattr(layers, name)
        rows = frame[(frame["plan"] == plan) & frame["kind"].notna()]
        cards |= {card["key"]: card for card in _place_cards(rows, state, name == "claims")}
    return {key: {k: v for k, v in card.items() if k != "key"} for key, card in cards.items()}


def _number_cards(targets: pd.DataFrame, state: State) -> Iterable[Card]:
    english = state.lang == "en"
    for figure in figures(targets):
        period = figure.since is not None and figure.since != figure.year
        years = f"{figure.since}–{figure.year}" if period else str(figure.year or "")
        modality = word(vocabulary.MODALITIES, figure.modality, english)
        yield {
            "key": figure.id,
            "kicker": f"{figure.industry} · {modality}",
            "title": figure.words(english),
            "facts": _facts(
                state,
                indicator=figure.indicator,
                year=years,
                scope=figure.scope,
                subject=figure.subject,
                threshold=figure.threshold,
            ),
        }


def _place_cards(rows: pd.DataFrame, state: State, placed: bool) -> Iterable[Card]:
    english = state.lang == "en"
    names = ("id", "name", "kind", "status", "industry", "focus", "members", "basis", "note")
    columns = [name for name in (*names, *_JOINED) if name in rows.columns]
    for row in rows[columns].to_dict("records"):
        kind = word(vocabulary.KINDS, row["kind"], english)
        status = word(vocabulary.STATUSES, row["status"], english)
        yield {
            "key": row["id"],
            "kicker": f"{kind} · {status}",
            "title": row["name"],
            "placed": placed,
            "facts": _facts(
                state,
                industry=row["industry"],
                focus="、".join(split(row["focus"])),
                members="、".join(split(row["members"])),
                basis=word(vocabulary.BASES, row["basis"], english),
                note=row["note"],
                target=_joined(row),
            ),
        }


_JOINED = ("target_scope", "target_quote")


def _joined(row: dict[Any, Any]) -> str:
    """The number that holds at a place, and whose it is."""
    quote, scope = row.get("target_quote"), row.get("target_scope")
    if not isinstance(quote, str):
        return ""
    return f"{scope}：{''.join(quote.split())}" if isinstance(scope, str) else quote


def _facts(state: State, **values: Any) -> list[list[str]]:
    """Name and value of what is known."""
    return [
        [state.say(f"reader.{name}"), value]
        for name, value in values.items()
        if isinstance(value, str) and value
    ]


def read(data: dict[str, Any], key: str) -> Any:
    """Mount the reader; the result's `go` and `doc` tell where the reader wants to go."""
    return _component()(data=data, key=key, on_go_change=_nothing, on_doc_change=_nothing)


def _nothing() -> None:
    """Streamlit hands on a trigger only where a callback is named."""


@cache
def _component() -> Any:
    return st.components.v2.component(
        "jiqun_reader",
        html='<div class="reader"></div>',
        css=styles("reader"),
        js=(SHEETS / "reader.js").read_text("utf8"),
    )
