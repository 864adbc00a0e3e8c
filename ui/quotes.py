"""The sentence behind a record, in its paragraph, with the way into the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from layers.figures import Figure
from layers.plan import Plan
from layers.styles import industry_class
from layers.vocabulary import MODALITIES, word
from ui import choice, routes
from ui.sheet import Node, e, go
from ui.state import State

CONTEXT = 120
"""Characters of the paragraph shown on either side of the quote."""


def card(state: State, figure: Figure, row: Mapping[str, Any]) -> Node:
    """A number with its sentence: what it says, of whom, and where it stands."""
    plan = choice.plan(figure.plan)
    english = state.lang == "en"
    return e(
        "article",
        e(
            "p",
            dot(figure.code, state),
            figure.industry,
            e("span", figure.indicator),
            class_="kicker",
        ),
        e("h3", figure.words(english), year(figure), class_="number"),
        e("p", *_facts(state, figure), class_="facts"),
        passage(plan, int(row["evidence_start"]), int(row["evidence_end"])),
        e("p", *source(state, plan, figure.section, figure.id), class_="meta"),
        class_="card",
        style=tint(figure.code, state),
        aria_label=state.say("figure.selected"),
        data_record=figure.id,
    )


def passage(plan: Plan, start: int, end: int, context: int = CONTEXT) -> Node:
    """The quote, marked, in its paragraph. Offsets are those of the text as published."""
    first, last = plan.index.offset(start), plan.index.offset(end)
    left = plan.clean.rfind("\n", 0, first) + 1
    right = plan.clean.find("\n", last)
    right = len(plan.clean) if right < 0 else right
    before, after = plan.clean[left:first], plan.clean[last:right]
    if len(before) > context:
        before = "…" + before[-context:]
    if len(after) > context:
        after = after[:context] + "…"
    return e("blockquote", before, e("mark", plan.clean[first:last]), after, lang="zh-CN")


def source(state: State, plan: Plan, section: str, record: str) -> list[Node]:
    """Where it stands: plan, number, section, and the link that opens it there."""
    where = " · ".join(part for part in (plan.title, plan.doc_number, section) if part)
    address = routes.address("plan", state, sel=record)
    return [where, " ", go("plan", record, address, state.say("figure.open"))]


def dot(code: str, state: State) -> Node:
    """The colour of a class, as decoration: its name always stands beside it."""
    return e("span", class_="dot", aria_hidden="true", style=tint(code, state))


def year(figure: Figure) -> Node:
    """The year, or the period, behind a number."""
    if figure.year is None:
        return e("small")
    period = f"{figure.since}–{figure.year}" if _period(figure) else str(figure.year)
    return e("small", period)


def _period(figure: Figure) -> bool:
    return figure.since is not None and figure.since != figure.year


def tint(code: str, state: State) -> dict[str, str]:
    """The class colours of an element: `--c` for areas, `--ink` for text."""
    entry = industry_class(code)
    dark = state.theme == "dark"
    return {"--c": entry.dark if dark else entry.fill, "--ink": entry.dark if dark else entry.ink}


def _facts(state: State, figure: Figure) -> list[Node]:
    english = state.lang == "en"
    entry = industry_class(figure.code)
    facts = [
        (state.say("figure.scope"), figure.scope),
        (state.say("figure.modality"), word(MODALITIES, figure.modality, english)),
        (state.say("figure.subject"), figure.subject),
        (state.say("targets.class"), entry.en if english else entry.zh),
    ]
    if figure.threshold:
        facts.append(("", state.say("targets.threshold", text=figure.threshold)))
    return [
        e("span", e("em", name), f" {value}") if name else e("span", value)
        for name, value in facts
        if value
    ]
