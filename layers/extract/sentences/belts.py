"""Belts of a layout: one corridor through the places that lead it, reach it or stand for it."""

from __future__ import annotations

from layers.extract.places.entities import Entity, Group, Item, Obj, Verb, uncounted
from layers.extract.sentences.drafting import WAY, draft
from layers.extract.sentences.purposes import products_of
from layers.extract.sentences.state import State
from layers.records import Status

_REACHING = ("辐射", "带动", "辐射带动", "覆盖", "服务")
"""Verbs before the places that a layout serves."""
_JOINING = ("联动", "协同", "联合")
"""Verbs before the places that the head of a layout acts with."""
_REACH = 4
"""Words of a clause that reaches further: the verb, its places, 的, the belt."""
_AREAS = ("等区域", "区域", "等片区", "等县区", "等县市", "等园区")
"""What says that the places reached are a layout's own areas, and no markets."""
BY = ("以", "将", "把")
"""What stands before the means of a layout (以A为轴)."""


def through(
    state: State,
    head: Obj | None,
    places: list[Entity],
    products: tuple[str, ...],
    when: Status,
    begin: int,
    span: tuple[int, int],
) -> bool:
    """以施秉、黄平为中心的太子参产业带: one belt through the places that lead it, if no 等 leaves
    them open; `begin` is where its own words begin, `span` the clause."""
    held = tuple(p for e in places for p in e.places)
    if head is None or not all(map(state.page.resolver.is_home, held)):
        return False
    if head.carrier.word == WAY and not state.industrial(products):
        return False
    name = uncounted(state.text[head.start : head.end])
    whole = Entity(begin, head.end, name, held, head.end, explicit=True)
    draft(state, whole, "corridor", when, products, *span)
    return True


def reaching(
    state: State, after: list[Item], begin: int, places: list[Entity], when: Status
) -> bool:
    """以信丰为中心，辐射寻乌、大余的脐橙产业带: one belt through the places that it reaches too;
    `after` are the words of the clause behind that of the places."""
    if len(after) < _REACH or not reaches(after):
        return False
    _, group, of, head = after[:_REACH]
    if not (isinstance(group, Group) and isinstance(head, Obj) and of.end == head.start):
        return False
    if state.page.kinds[head.carrier.word] != "corridor":
        return False
    entities, products = [*places, *group.entities], products_of(state, head)
    if not through(state, head, entities, products, when, begin, (begin, head.end)):
        return False
    state.taken.add(head.start)
    return True


def opened(
    state: State,
    items: list[Item],
    places: list[Entity],
    products: tuple[str, ...],
    part: tuple[int, int],
) -> None:
    """沿海经济带以唐山、沧州为支点: the corridor itself, through all the places that it names."""
    head = next((i for i in items if isinstance(i, Obj) and i.end < part[0]), None)
    held = tuple(p for e in places for p in e.places)
    if head is None or state.text[head.end : part[0]] not in BY or len(held) < 2:
        return
    if state.page.kinds[head.carrier.word] == "corridor":
        name = state.text[head.start : head.end]
        whole = Entity(head.start, head.end, name, held, head.end, carrier=head.carrier)
        draft(state, whole, "corridor", "planned", products, head.start, part[1])


def reached(state: State, after: list[Item]) -> list[Entity]:
    """以蚌埠高新区为核心，辐射禹会区、怀远县等区域: the issuer's areas that a layout reaches;
    以青岛为龙头，联动烟台、潍坊: those that its head acts with."""
    verb, group = after[:2] if len(after) > 1 else (None, None)
    if not isinstance(verb, Verb) or not isinstance(group, Group):
        return []
    joined = verb.word in _JOINING and state.text.startswith(("，", ","), group.end)
    areas = reaches(after) and state.text.startswith(_AREAS, group.end)
    if not (joined or areas):
        return []
    state.taken.update(e.carrier.start for e in group.entities if e.carrier)
    return [e for e in group.entities if any(map(state.page.resolver.is_home, e.places))]


def reaches(items: list[Item]) -> bool:
    """辐射南宁: places that a layout serves, and that have no part in it."""
    first = items[0] if items else None
    return isinstance(first, Verb) and first.word in _REACHING
