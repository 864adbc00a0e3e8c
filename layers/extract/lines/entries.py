"""A sentence that lists places, each with its industry in brackets: X区（物联网）、Y园区（摩托车）;
or industries, each with its places.

The list is nothing but names, zones that the gazetteer lacks among them; a name that nobody can
place is refused and takes nothing from its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import replace

from layers.extract.labels import label
from layers.extract.lines.sites import Sites
from layers.extract.patterns import compiled
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.state import State

_ENTRY = r"[^，,。；;：:、（）()\d]{2,20}[（(][^（）()、，,\d]{2,12}[）)]"
_ENTRIES = compiled(
    r"(?:^|[：:，,])(?:[^，,。；;：:、（）()]{0,10}(?:分别是|分别为|包括|包含|涵盖|有|即)[：:]?)?"
    rf"(?P<list>{_ENTRY}(?:(?:[、和及]|以及){_ENTRY})+)(?=[，,。；;]|等|$)"
)
_PLACES = r"[^，,。；;：:、（）()\d]{2,12}[（(][^（）()：:；;。\d]{2,60}[）)]"
_PLACED = compiled(rf"(?:^|[：:，,；;])(?P<list>{_PLACES}(?:(?:[、，,；;和及]|以及){_PLACES})+)")
_OTHER = compiled("关停|淘汰|退出|事故|问题|整改|活动|限制|禁止|处罚|通报(?!表扬)")
"""What may be said of industries before a list of them that claims nothing."""
_ONE = compiled(r"(?P<name>[^、，,；;和及（）()][^（）()]*?)[（(](?P<what>[^（）()]+)[）)]")


def entered(state: State) -> bool:
    """Read a list of places with their industries; True where it made claims."""
    whole = state.whole
    if whole.count("）") + whole.count(")") < 2:
        return False
    match = _ENTRIES.search(whole)
    if match is not None and _enter(state, match):
        return True
    match = _PLACED.search(whole)
    return match is not None and _place(state, match)


def _place(state: State, match: re.Match[str]) -> bool:
    """电机（绍兴上虞）、化工（宁波镇海、衢州）: industries, each with its places in brackets."""
    begin, sites = state.sentence.start, Sites(state.page)
    if _OTHER.search(state.whole, 0, match.start("list")):
        return False
    entries = []
    for found in _ONE.finditer(state.whole, *match.span("list")):
        named = sites.all(begin + found.start("what"), begin + found.end("what"))
        if not named or label(found["name"], state.page.taxonomy) is None:
            return False
        entries.append((found, named))
    for found, named in entries:
        for entity in named:
            span = (begin + found.start(), begin + found.end())
            if entity.places:
                kind = state.kind_of(entity)
                draft(state, entity, kind, "existing", (found["name"],), *span)
            else:
                state.refuse(entity)
    return bool(state.mine)


def _enter(state: State, match: re.Match[str]) -> bool:
    taxonomy, begin = state.page.taxonomy, state.sentence.start
    sites = Sites(state.page)
    found = [*_ONE.finditer(state.whole, *match.span("list"))]
    if GENERIC.search(match[0]) or any(label(m["what"], taxonomy) is None for m in found):
        return False
    named = [sites.one(begin + m.start("name"), begin + m.end("name")) for m in found]
    placed = [e for e in named if e is not None and e.places and not e.outside]
    if None in named or len(named) < 2 or all(e.carrier is None for e in named if e) or not placed:
        return False
    for entity, entry in zip(named, found, strict=True):
        stop = begin + entry.end()
        if entity is not None and entity.places:
            held = replace(entity, stop=stop)
            kind = state.kind_of(entity)
            draft(state, held, kind, "existing", (entry["what"],), entity.start, stop)
        elif entity is not None:
            state.refuse(entity)
    return bool(state.mine)
