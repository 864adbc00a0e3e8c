"""Sentences that only describe a place: 诸暨盛产香榧, 大唐镇素有“中国袜业之乡”之称.

The patterns of the grammar compose what verbs make of places; what remains of a sentence that
begins with a place is held against the forms by which lists tell of their places.
"""

from __future__ import annotations

from layers.extract.lines.sayings import said
from layers.extract.places.entities import Entity, Group, Item
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.denials import is_denied
from layers.extract.sentences.drafting import draft, known
from layers.extract.sentences.objects import is_share
from layers.extract.sentences.state import State

_LOCAL = ("county", "town")


def describe(state: State) -> None:
    """Claims of the clauses that begin with a place and tell what it makes, of which no pattern
    has made any."""
    opened = [(c[0], first) for c in state.read if c[2] and (first := _first(c[0], c[2]))]
    ends = [*(start for start, _ in opened), state.sentence.end][1:]
    spans = [(d.start, d.end) for d in state.mine]
    for (start, first), end in zip(opened, ends, strict=False):
        place = _told_of(state, first)
        if place is not None and not any(a < end and start < b for a, b in spans):
            _described(state, place, end)


def _first(start: int, items: list[Item]) -> Group | None:
    """The places with which a clause begins."""
    first = items[0]
    return first if isinstance(first, Group) and first.start == start else None


def _described(state: State, place: Entity, end: int) -> None:
    """The claim of a place of which the words up to `end` tell; of the whole city only what it
    is called, for its numbers are no claims."""
    told = state.text[place.start + len(place.name) : end].strip("，,。；")
    opens = place.start, state.clause(place.start)[1], place.name
    if known(state, place) is not None or is_share(told) or is_denied(state, *opens):
        return  # 上虞占全市化工产业基地产值的60%
    saying = said(told, state.page.taxonomy, True)
    ours = state.is_home(place) and place.places[0].level != "county"
    products = saying.titles or (() if ours else saying.others)
    if products:
        draft(state, place, "city_role", "existing", products, place.start, end)


def _told_of(state: State, first: Group) -> Entity | None:
    """The one unit or town that a clause may describe, the issuer's too, but no province."""
    entity = first.entities[0]
    if len(first.entities) > 1 or entity.carrier or len(entity.places) != 1 or entity.outside:
        return None
    place = entity.places[0]
    if state.is_home(entity) and not _is_own(state, entity):
        return None
    return entity if is_unit(place) or place.level in _LOCAL else None


def _is_own(state: State, entity: Entity) -> bool:
    """Whether a name of the issuer's land can be described: a county's or one of its towns', or
    that of the city itself; a province is too wide."""
    level = state.home.level
    return level == "county" or (level == "prefecture" and state.home.name.startswith(entity.name))
