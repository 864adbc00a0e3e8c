"""The compare page: two plans or two places side by side, and answers between plans."""

from __future__ import annotations

from typing import Any

import streamlit as st

from layers.compare import Answer, Facing, Half, Named, Side, answers, facing, named, side
from layers.figures import Figure
from layers.filters import Filter
from layers.industry import Taxonomy
from layers.styles import industry_class
from layers.vocabulary import KINDS, STATUSES, word
from ui import choice, frame, quotes, routes, sides
from ui.sheet import Node, Step, e, go, sheet
from ui.state import State

_FEW = 6
"""Claims of a cell that are shown at once."""


def show(state: State) -> None:
    """Draw the comparison that the link asks for."""
    options = sides.options(state)
    left, right = sides.asked_for(state, options)
    with frame.page(state):
        place(state, "head", head(state))
        columns = st.columns(2, gap="medium")
        for column, name, value in zip(columns, sides.NAMES, (left, right), strict=True):
            with column:
                sides.select(state, name, value, options)
        wanted = choice.chosen(state)
        rows = facing(_side(left, wanted), _side(right, wanted))
        shown = [row for row in rows if row.left or row.right]
        names = (options[left], options[right])
        place(state, "table", *table(state, shown, names))
        draw_answers(state, left, right)


def place(state: State, key: str, *tree: Node) -> None:
    """Mount a tree and follow the reader into the plan."""
    english, dark = state.lang == "en", state.theme == "dark"
    asked = sheet(*tree, key=f"jq-compare-{key}", english=english, dark=dark)
    if isinstance(asked, Step):
        routes.turn(asked.page, state, sel=asked.selected)


def head(state: State) -> Node:
    """Title and what the page shows."""
    lead = e("p", state.say("compare.lead"), class_="lead")
    return e("header", e("h2", state.say("compare.title")), lead)


def table(state: State, rows: list[Facing], names: tuple[str, str]) -> list[Node]:
    """Both sides by national class, in words that stand next to each other."""
    if not rows:
        return [e("p", state.say("compare.nothing"), class_="hint")]
    both = sum(1 for row in rows if row.left and row.right)
    summary = state.say("compare.summary", both=both, all=len(rows))
    return [e("p", summary, class_="note"), *(_row(state, row, names) for row in rows)]


def _row(state: State, row: Facing, names: tuple[str, str]) -> Node:
    entry = industry_class(row.code)
    title = entry.en if state.lang == "en" else entry.zh
    return e(
        "section",
        e("h3", quotes.dot(row.code, state), title),
        e(
            "div",
            _cell(state, row.left, names[0]),
            _cell(state, row.right, names[1]),
            class_="facing",
        ),
        class_="class",
        style=quotes.tint(row.code, state),
        data_class=row.code,
    )


def _cell(state: State, half: Half, name: str) -> Node:
    label = e("small", name, class_="whose")
    if not half:
        return e("div", label, e("p", state.say("compare.silent"), class_="silent"))
    focus = [e("li", text) for text in half.focus]
    return e(
        "div",
        label,
        e("h4", " · ".join(half.headings)),
        _amounts(state, half),
        e("ul", *focus, class_="tags", aria_label=state.say("compare.focus")) if focus else None,
        _claims(state, half.claims),
        _numbers(state, half),
    )


def _amounts(state: State, half: Half) -> Node | None:
    shown = [
        figure
        for course in half.courses
        for figure in (course.baseline, *(goal.figure for goal in course.goals))
        if figure is not None
    ]
    items = [e("li", _number(state, figure, len(half.courses) > 1)) for figure in shown]
    return e("ul", *items, class_="amounts") if items else None


def _number(state: State, figure: Figure, named_: bool) -> Node:
    about = f"{figure.industry} {figure.indicator}" if named_ else figure.indicator
    address = routes.address("plan", state, sel=figure.id)
    words = figure.words(state.lang == "en")
    label = e("small", f"{figure.year or ''} {about}".strip())
    return go("plan", figure.id, address, e("strong", words), label)


def _claims(state: State, claims: tuple[Named, ...]) -> Node | None:
    if not claims:
        return None
    items = [e("li", claim_link(state, claim)) for claim in claims]
    few, rest = items[:_FEW], items[_FEW:]
    more = (
        e(
            "details",
            e("summary", state.say("compare.more", count=len(rest))),
            e("ul", *rest, class_="claims"),
        )
        if rest
        else None
    )
    return e("div", e("ul", *few, class_="claims"), more)


def claim_link(state: State, claim: Named) -> Node:
    """A claim by its name, with what kind it is; leads to its sentence."""
    english = state.lang == "en"
    kind = word(KINDS, claim.kind, english)
    status = word(STATUSES, claim.status, english)
    address = routes.address("plan", state, sel=claim.id)
    return go("plan", claim.id, address, claim.name, e("small", f"{kind} · {status}"))


def _numbers(state: State, half: Half) -> Node | None:
    shown = {f.id for c in half.courses for f in (c.baseline,) if f}
    shown |= {f.id for c in half.courses for goal in c.goals for f in goal.figures}
    rest = [figure for figure in half.figures if figure.id not in shown]
    if not rest:
        return None
    items = [e("li", _number(state, figure, True)) for figure in rest]
    summary = e("summary", state.say("compare.numbers", count=len(rest)))
    return e("details", summary, e("ul", *items, class_="amounts"))


def draw_answers(state: State, left: str, right: str) -> None:
    """Where the upper plan names the lower one's ground, and what stands there."""
    pair = sides.upper_and_lower(left, right)
    if pair is None:
        return
    upper, lower = pair
    frame = choice.claims(Filter())
    above, below = (named(frame[frame["plan"] == plan.id]) for plan in pair)
    found = answers(above, below, lower.issuer, Taxonomy.from_data())
    issuers = [sides.issuer(plan.id) for plan in pair]
    title = state.say("compare.answers", upper=issuers[0], lower=issuers[1])
    lead = state.say("compare.answers_lead", upper=issuers[0], lower=issuers[1], count=len(found))
    order = ""
    if lower.issued < upper.issued:
        values = {"upper": upper.issued[:7], "lower": lower.issued[:7]}
        order = state.say("compare.earlier", **values)
    blocks = [_answer(state, answer, issuers) for answer in found]
    intro = e("header", e("h2", title), e("p", lead, " ", order, class_="lead"), class_="section")
    place(state, "answers", intro, *blocks)


def _answer(state: State, answer: Answer, issuers: list[str]) -> Node:
    code = answer.claim.code
    said = _said(state, answer.claim)
    return e(
        "section",
        e("h3", quotes.dot(code, state), answer.claim.name, e("small", *answer.claim.focus)),
        e(
            "div",
            e("div", e("small", issuers[0], class_="whose"), said),
            e("div", e("small", issuers[1], class_="whose"), *_reply(state, answer)),
            class_="facing",
        ),
        class_="class answer",
        style=quotes.tint(code, state),
        data_answer=answer.claim.id,
    )


def _reply(state: State, answer: Answer) -> list[Node]:
    nodes: list[Node] = []
    if answer.direct:
        words = "、".join(answer.words)
        nodes.append(e("p", state.say("compare.shared", words=words), class_="meta"))
        nodes += [_said(state, claim, title=True) for claim in answer.direct]
    else:
        what = "、".join(answer.claim.focus) or answer.claim.industry
        nodes.append(e("p", state.say("compare.unanswered", what=what), class_="silent"))
    if answer.same_class:
        items = [e("li", claim_link(state, claim)) for claim in answer.same_class]
        summary = e("summary", state.say("compare.same_class", count=len(items)))
        nodes.append(e("details", summary, e("ul", *items, class_="claims")))
    return nodes


def _said(state: State, claim: Named, title: bool = False) -> Node:
    plan = choice.plan(claim.plan)
    end = claim.start + len(claim.quote)
    focus = e("span", "、".join(claim.focus), class_="focus") if claim.focus else None
    name = e("p", claim_link(state, claim), focus, class_="claim") if title else None
    section = e("p", *quotes.source(state, plan, claim.section, claim.id), class_="meta")
    quote = quotes.passage(plan, claim.start, end, context=100)
    return e("div", name, quote, None if title else section, class_="said")


def _side(value: str, wanted: Filter) -> Side:
    kind, _, key = value.partition(":")
    frames: tuple[Any, Any] = (choice.claims(wanted), choice.shown("targets", wanted))
    return side(*frames, plan=key) if kind == "plan" else side(*frames, place=key)
