"""Sums in words: the equation with every addend, what it shows, and why some show nothing."""

from __future__ import annotations

from layers.figures import Figure, hundred_millions
from layers.styles import industry_class
from layers.sums import Count, Sum
from ui import quotes, routes
from ui.look import measure
from ui.sheet import Node, e, go
from ui.state import State

_MARKS = {"equal": "=", "rounding": "≈", "differs": "≠", "not_addable": "⊘", "no_total": "="}


def check_card(state: State, check: Sum) -> Node:
    """The equation and its verdict, with the reasons where it may not be added."""
    verdict = check.verdict
    reasons = _reasons(state, check) if verdict == "not_addable" else []
    open_ended = any(part.comparator != "=" for part in check.parts)
    if open_ended:
        reasons.append(e("li", state.say("checks.open_ended")))
    sign = e("span", _MARKS[verdict], class_="sign", aria_hidden="true")
    return e(
        "div",
        equation(state, check),
        e("p", sign, _verdict(state, check), class_=f"verdict {verdict}"),
        e("ul", *reasons, class_="reasons") if reasons else None,
        class_="check",
        data_verdict=verdict,
    )


def equation(state: State, check: Sum) -> Node:
    """Every addend as a button that leads to its sentence."""
    terms: list[Node] = []
    for part in check.parts:
        terms += [e("span", "+", class_="plus"), _term(state, part)]
    ending: list[Node] = [e("span", "=", class_="plus"), _sum(check.added)]
    return e("p", *terms[1:], *ending, class_="equation")


def count_card(state: State, count: Count, issuer: str) -> Node:
    """A counted total beside the areas that were read."""
    value = count.total.value
    words = {"quote": _clean(count.total.quote), "value": f"{value:g}", "found": len(count.named)}
    key = "checks.count_agrees" if count.agrees else "checks.count_differs"
    names = [
        e(
            "li",
            go("plan", id, routes.address("plan", state, sel=id), name),
            e("small", industry),
        )
        for id, name, industry in count.named
    ]
    return e(
        "section",
        e("h3", state.say("checks.count", issuer=issuer, value=f"{value:g}")),
        e("p", state.say(key, **words), class_="verdict equal" if count.agrees else "verdict"),
        e("ol", *names, class_="names"),
        class_="check",
        data_verdict="equal" if count.agrees else "differs",
    )


def _term(state: State, part: Figure) -> Node:
    return e(
        "button",
        quotes.dot(part.code, state),
        e("span", part.industry),
        e("strong", hundred_millions(part.cny or 0)),
        type="button",
        data_pick=part.id,
    )


def _sum(amount: float) -> Node:
    return e("strong", hundred_millions(amount), class_="result")


def _verdict(state: State, check: Sum) -> str:
    values = {
        "count": len(check.parts),
        "added": hundred_millions(check.added),
        "total": hundred_millions(check.total.cny or 0) if check.total else "",
        "difference": hundred_millions(abs(check.difference or 0)),
        "slack": hundred_millions(check.slack),
    }
    alone = check.verdict == "not_addable" and check.total is None
    return state.say(f"checks.{check.verdict}{'_alone' if alone else ''}", **values)


def _reasons(state: State, check: Sum) -> list[Node]:
    found = []
    if len(check.groups) > 1:
        found.append(state.say("checks.measures", list=_measures(state, check)))
    if check.total is not None and check.mixed:
        found.append(_total_measure(state, check.total.measure, check))
    for group in check.overlaps:
        entry = industry_class(group[0].code)
        name = entry.en if state.lang == "en" else f"“{entry.zh}”"
        found.append(state.say("checks.overlaps", list=_listed(group), **{"class": name}))
    if check.above_size:
        found.append(state.say("checks.above_size", list=_listed(check.above_size)))
    return [e("li", text) for text in found]


def _measures(state: State, check: Sum) -> str:
    parts = (
        state.say(
            "checks.measure",
            name=_measure(state, group.measure),
            count=len(group.parts),
            added=hundred_millions(group.added),
        )
        for group in check.groups
    )
    return ("; " if state.lang == "en" else "，").join(parts)


def _total_measure(state: State, total: str, check: Sum) -> str:
    same = [part for group in check.groups if group.measure == total for part in group.parts]
    key = "checks.total_measure" if same else "checks.total_measure_none"
    name = _measure(state, total)
    return state.say(key, name=name, count=len(same), list=_listed(same))


def _measure(state: State, name: str) -> str:
    return measure(name, state.lang == "en")


def _listed(parts: tuple[Figure, ...] | list[Figure]) -> str:
    return "、".join(part.industry for part in parts)


def _clean(quote: str) -> str:
    return "".join(quote.split())
