"""Sentences that only describe a place: 诸暨盛产香榧, 大唐镇素有“中国袜业之乡”之称.

The patterns of the grammar compose what verbs make of places; what remains of a sentence that
begins with a place is held against the forms by which lists tell of their places.
"""

from __future__ import annotations

from layers.extract import lexicon as lex
from layers.extract.lines.sayings import said
from layers.extract.places.entities import Entity, Group
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.drafting import draft, known
from layers.extract.sentences.objects import is_share
from layers.extract.sentences.state import State

_NAME = 4
"""Characters within which a clause that opens with a place names it."""
_LOCAL = ("county", "town")


def describe(state: State) -> None:
    """The claim of a sentence that begins with a place and has none yet."""
    place = None if state.mine else _opening(state)
    if place is None or known(state, place) is not None:
        return
    told = state.text[place.start + len(place.name) : _until(state, place)].strip("，,。；")
    if is_share(told):
        return  # 上虞占全市化工产业基地产值的60%
    saying = said(told, state.page.taxonomy, True)
    if saying.all:
        products = saying.titles or saying.others
        draft(state, place, "city_role", "existing", products, place.start, state.sentence.end)


def _until(state: State, place: Entity) -> int:
    """Where the sentence turns to another place (宜宾是白酒主产区，遵义是…), else its end."""
    within = state.page.words.within
    opened = ((s, within(s, min(e, s + _NAME))[:1]) for s, e, _ in state.read[1:])
    firsts = ((s, t) for s, first in opened for t in first if t.start == s)
    named = (s for s, t in firsts if t.classes & lex.PLACE and t.word != place.name)
    return next(named, state.sentence.end)


def _opening(state: State) -> Entity | None:
    """The one unit or town with which the sentence begins, the issuer's too, but no province."""
    items = state.read[0][2]
    first = items[0] if items else None
    if not isinstance(first, Group) or first.start != state.sentence.start:
        return None
    entity = first.entities[0]
    if len(first.entities) > 1 or entity.carrier or len(entity.places) != 1:
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
