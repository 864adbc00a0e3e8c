"""Areas that are made of the units they name: 工业走廊由A、B组成, “X提升区”包括A、B."""

from __future__ import annotations

from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Obj
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.layouts import later
from layers.extract.sentences.state import State

_AREAS = ("corridor", "agglomeration_area", "cluster")
_MADE_OF = compiled(
    r"由(?P<who>[^由]{4,160}?)(?:等)?(?:地区?|区域|县市|县区|市县|[一二两三四五六七八九十\d]+个?[市县区州盟])?(?:共同)?(?:组成|构成)"
)


_COVERS = compiled(
    r"(?:其中)?[“\"]?(?P<name>[\u4e00-\u9fff]{2,14}(?:区域?|带|圈|轴|走廊|组团|板块))[”\"]?(?:主要)?"
    r"(?:包括|包含|涵盖|涉及|以(?=[^，,。；]{2,60}为(?:主体|依托|支撑)(?:[，,]|$))|由(?=[^，,。；]{4,60}[组构]成(?:[，,]|$)))"
)


_COVERING = "包涵涉以由"


def composed(state: State, number: int) -> bool:
    """工业走廊由铁岭县、开原组成: an area that is made of the units it names; a comma may part
    the two."""
    start, end, items = state.read[number]
    if _covers(state, number):
        return True
    if state.text.find("成", start, end) < 0:
        return False
    made = _MADE_OF.search(state.text, start, end)
    if made is None:
        return False
    before = state.read[number - 1][2][-1:] if made.start() == start and number else []
    head = next((h for i in (*items, *before) if (h := _area(i)) and h.end <= made.start()), None)
    who = [i for i in items if made.start() < i.start < made.end("who")]
    places = tuple(p for i in who if isinstance(i, Group) for e in i.entities for p in e.places)
    if head is None or state.page.kinds[head.carrier.word] not in _AREAS or len(places) < 2:
        return False
    name = state.text[head.start : head.end]
    held = next((d for d in state.mine if d.name == name), None)
    if held is not None:  # said of in the clause before
        held.places, held.end = places, end
        return True
    whole = Entity(
        head.start, head.end, name, places, head.end, carrier=head.carrier, explicit=True
    )
    draft(state, whole, state.kind_of(whole), "existing", (), min(start, head.start), end)
    return True


def _area(item: Item) -> Obj | None:
    """A carrier, with the place that names it or without (沈阳—铁岭工业走廊)."""
    if not isinstance(item, Group):
        return item if isinstance(item, Obj) else None
    first = item.entities[0]
    if first.carrier is None or len(item.entities) > 1:
        return None
    return Obj(first.start, first.stop, first.extra, first.carrier)


def _covers(state: State, number: int) -> bool:
    """“沿江提升区”包括枞阳县、贵池区，重点发展…: an area that the plan names, and its units."""
    start, end, items = state.read[number]
    if not any(state.text.find(mark, start, end) >= 0 for mark in _COVERING):
        return False
    named = _COVERS.match(state.text, start, end)
    if named is None or state.page.resolver.resolve(named["name"]).place is not None:
        return False
    found = later(state, number)
    said = state.page.taxonomy.named(named["name"])
    products = found[1] if found else said
    if not products:
        return False
    who = (e for i in items if isinstance(i, Group) and i.start >= named.end() for e in i.entities)
    near = (p for e in who if not e.carrier for p in e.places)
    places = tuple(p for p in near if is_unit(p) and p.id != state.home.id)
    leans = named[0].endswith("以")
    if len(places) < (1 if leans else 2):
        return False
    begin, stop = named.span("name")
    whole = Entity(begin, stop, named["name"], places, stop, explicit=True)
    draft(state, whole, "agglomeration_area", "planned", products, start, end, said=said)
    return True
