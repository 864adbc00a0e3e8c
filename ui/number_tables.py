"""The numbers of the targets page as tables: reachable by keyboard, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from layers.balance import ORDER, Course, others
from layers.figures import Figure
from layers.styles import CLASSES, industry_class
from ui import choice, quotes
from ui.look import measure
from ui.sheet import Node, e
from ui.state import State


def course_table(state: State, found: Sequence[Course]) -> Node:
    """Baseline, target and required growth of every heading, by national class."""
    places = {plan.id: place for place, plan in enumerate(choice.plans())}
    found = sorted(
        found, key=lambda course: (ORDER.get(course.code, 99), places.get(course.plan, 99))
    )
    names = ("class", "heading", "baseline", "goal", "required")
    head = e("tr", *(e("th", state.say(f"targets.{name}"), scope="col") for name in names))
    body = [_course_row(state, course) for course in found]
    table = e("table", e("thead", head), e("tbody", *body))
    summary = e("summary", state.say("targets.table"))
    return e(
        "details",
        summary,
        e(
            "div",
            table,
            class_="wide",
            tabindex="0",
            role="region",
            aria_label=state.say("targets.table"),
        ),
    )


def other_table(state: State, numbers: Iterable[Figure]) -> Node:
    """Everything that is no industry's size, by national class."""
    rows = others(tuple(numbers))
    blocks = [
        _block(state, entry.code, [row for row in rows if row.code == entry.code])
        for entry in CLASSES
    ]
    return e(
        "section",
        e("h2", state.say("targets.others")),
        e("p", state.say("targets.others_lead"), class_="lead"),
        e("div", *(block for block in blocks if block is not None), class_="blocks"),
    )


def _course_row(state: State, course: Course) -> Node:
    entry = industry_class(course.code)
    name = entry.en if state.lang == "en" else entry.zh
    growth = "—" if course.growth is None else f"+{100 * course.growth:.1f}%"
    note = _note(state, course)
    return e(
        "tr",
        e("td", quotes.dot(course.code, state), name),
        e("th", course.industry, e("small", course.issuer), scope="row"),
        e("td", *_cell(state, course.baseline)),
        e("td", *(node for goal in course.goals for node in _cell(state, goal.figure))),
        e("td", growth, e("small", note) if note else None),
    )


def _note(state: State, course: Course) -> str:
    if course.growth is None:
        if course.stated is None:
            return ""
        return f"{state.say('targets.stated')} {course.stated.words(state.lang == 'en')}"
    last = course.last
    if course.same_measure or course.baseline is None or last is None:
        return ""
    words = {
        "base": measure(course.baseline.measure, state.lang == "en"),
        "goal": measure(last.figure.measure, state.lang == "en"),
    }
    return state.say("targets.measure_note", **words)


def _cell(state: State, figure: Figure | None) -> list[Node]:
    if figure is None:
        return ["—"]
    words = figure.words(state.lang == "en")
    label = e("small", f"{figure.year or ''} {figure.indicator}".strip())
    return [e("button", words, label, type="button", data_pick=figure.id)]


def _block(state: State, code: str, rows: Sequence[Figure]) -> Node | None:
    if not rows:
        return None
    entry = industry_class(code)
    name = entry.en if state.lang == "en" else entry.zh
    items = [e("li", _line(state, row)) for row in rows]
    return e(
        "section",
        e("h3", quotes.dot(code, state), name),
        e("ul", *items, class_="numbers"),
        style=quotes.tint(code, state),
    )


def _line(state: State, figure: Figure) -> Node:
    english = state.lang == "en"
    threshold = (
        e("span", state.say("targets.threshold", text=figure.threshold), class_="tag")
        if figure.threshold
        else None
    )
    return e(
        "button",
        e("strong", figure.words(english)),
        e("span", about(figure), threshold, e("small", figure.whose)),
        quotes.year(figure),
        type="button",
        data_pick=figure.id,
    )


def about(figure: Figure) -> str:
    """What the number is said of: the subject, and the indicator where it adds something."""
    subject = figure.subject or figure.industry
    if figure.indicator.removesuffix("数") in subject:
        return subject
    return f"{subject} · {figure.indicator}"
