"""The layout of an industry: 以X为核心，Y为支撑; 以X、Y为龙头的Z集群; 以X为重点区域，打造Z集群.

The places come first, with their part in the layout; what they are laid out for stands behind
them: the carrier after 的, that of a later clause, what a later clause strengthens, or else the
industry that the sentence names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from layers.extract import lexicon as lex
from layers.extract.industries import aims, focus
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.objects import is_zone, own_zone, products_of
from layers.extract.sentences.state import State

_ROLE = (
    r"(?:(?:主要|重点|核心|发展|拓展|支撑|引领|辐射|示范|战略|承载|布局|建设|配套)*"
    r"(?:区域|地区|片区|区)|重点支撑|核心|中心|龙头|重点(?!培育|发展|推进|支持|建设|打造|引导|扶持)|支撑|引领|节点|支点|骨干|两翼|主阵地|主战场|承载地|引擎)"
)
_PART = compiled(
    rf"(?:(?:^|(?<=[和及与]))(?:形成|构建|打造)?)?(?P<by>以|将|把)?(?P<who>[^以为]{{2,160}}?)(?:等(?:地|市|区|县)?)?(?:分别)?"
    rf"(?:为|作为)(?:[^，,。；为的]{{2,8}}产业)?{_ROLE}(?P<of>的)?"
    rf"|^(?P<all>.{{2,120}}?)等?(?:地|市)?联动发展"
)

_SAID = re.compile(rf"为(?:[^，,。；为的]{{2,8}}产业)?{_ROLE}|联动发展")
"""What closes a part of a layout; the whole pattern looks far ahead for it."""
_AHEAD = 40
"""Clauses within which a layout says what it is for."""


_FORMED = compiled(r"格局|布局|以[^，,]+为")
_AREAS = ("corridor", "agglomeration_area", "cluster")


class _Part(NamedTuple):
    """Places with one part in the layout: their span, and where what they are for begins."""

    start: int
    end: int
    after: int
    bound: bool  # 的 binds the carrier behind
    loose: bool  # 联动发展, which says nothing of an industry by itself


_MADE_OF = compiled(
    r"由(?P<who>[^由]{4,160}?)(?:等)?(?:地区?|区域|县市|县区|市县|[一二两三四五六七八九十\d]+个?[市县区州盟])?(?:共同)?(?:组成|构成)"
)


_COVERS = compiled(
    r"(?:其中)?[“\"]?(?P<name>[\u4e00-\u9fff]{2,14}(?:区|带|圈|走廊|组团|板块))[”\"]?(?:主要)?(?:包括|包含|涵盖)"
)


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
    if state.text.find("包", start, end) < 0 and state.text.find("涵", start, end) < 0:
        return False
    named = _COVERS.match(state.text, start, end)
    found = _later(state, number) if named else None
    if named is None or found is None:
        return False
    who = (e for i in items if isinstance(i, Group) and i.start >= named.end() for e in i.entities)
    places = tuple(p for e in who if not e.carrier for p in e.places if is_unit(p))
    if len(places) < 2:
        return False
    begin, stop = named.span("name")
    whole = Entity(begin, stop, named["name"], places, stop, explicit=True)
    draft(state, whole, "agglomeration_area", "planned", found[1], start, end)
    return True


def lays_out(sentence: str) -> bool:
    """Whether any clause of a sentence may be a layout."""
    return _SAID.search(sentence) is not None


def layout(state: State, number: int) -> list[Item]:
    """Claims of the places that a clause lays out; the words of the clause that remain."""
    start, end, items = state.read[number]
    if not items:
        return items
    left = items
    for part in _parts(state, start, end):
        who = [i for i in left if part.start <= i.start and i.start < part.end]
        places = [*_entities(state, who)]
        if part.loose and any(e.carrier for e in places):
            continue
        if places and _laid_out(state, number, part, places):
            gone = {id(i) for i in left if part.start <= i.start < part.after}
            left = [i for i in left if id(i) not in gone and i.start not in state.taken]
    return left


def _parts(state: State, start: int, end: int) -> Iterator[_Part]:
    text = state.text[start:end]
    if not _SAID.search(text):
        return  # most clauses
    for match in _PART.finditer(text):
        name = "all" if match["all"] else "who"
        if match["by"] is None and match.start(name) > 0:
            continue
        begin, stop = match.span(name)
        yield _Part(
            start + begin, start + stop, start + match.end(), bool(match["of"]), name == "all"
        )


def _entities(state: State, who: list[Item]) -> Iterator[Entity]:
    """Places, and zones that the gazetteer lacks (以开发区临港工业区、老边区为重点区域)."""
    begin = None
    for item, after in zip_longest(who, who[1:]):
        if isinstance(item, Group):
            yield from (e for e in item.entities if not state.is_home(e) or e.carrier)
        elif isinstance(item, Obj) and is_zone(state, item):
            begin = item.start if begin is None else begin
            if isinstance(after, Obj) and after.start == item.end:
                continue  # 开发区 in 开发区临港工业区
            if state.home.level in ("county", "prefecture") and state.text[begin - 1] != "等":
                yield own_zone(state, item, begin)
            begin = None


def _laid_out(state: State, number: int, part: _Part, places: list[Entity]) -> bool:
    start, end, items = state.read[number]
    found = _bound(state, items, part) or (None if part.bound else _later(state, number))
    kind, products = found or ("city_role", _named(state, start, end, places))
    strong = state.page.context.titles.headings(state.sentence.section)[0]
    text = state.text[start:end] if part.loose and not _FORMED.search(state.whole) else state.whole
    _whole(state, part, places, products, items)
    told = bool(products or strong or state.topic)
    own = {e.start: () if told else state.industrial(focus(e.extra)) for e in places}
    if not (told or any(own.values())) or (not found and "产业" not in text):
        return False
    for entity in places:
        if not _takes_part(entity):
            continue
        shape = state.kind_of(entity, kind)
        if told or own[entity.start]:
            products = products if told else own[entity.start]
            draft(state, entity, shape, "planned", products, start, end)
    return True


def _whole(
    state: State,
    part: _Part,
    places: list[Entity],
    products: tuple[str, ...],
    items: list[Item],
) -> None:
    """沿海经济带以唐山、沧州为支点: the corridor itself, through all the places that it names."""
    head = next((i for i in items if isinstance(i, Obj) and i.end < part.start), None)
    held = tuple(p for e in places for p in e.places)
    if head is None or state.text[head.end : part.start] not in ("以", "将", "把") or len(held) < 2:
        return
    if state.page.kinds[head.carrier.word] == "corridor":
        name = state.text[head.start : head.end]
        whole = Entity(head.start, head.end, name, held, head.end, carrier=head.carrier)
        draft(state, whole, "corridor", "planned", products, head.start, part.after)


def _takes_part(entity: Entity) -> bool:
    """A unit, a zone with its carrier, or what a bracket or a string of names spells out."""
    return (
        entity.carrier is not None
        or entity.explicit
        or (
            bool(entity.places)
            and all(is_unit(p) or p.level in ("zone", "region") for p in entity.places)
        )
    )


def _bound(state: State, items: list[Item], part: _Part) -> tuple[str, tuple[str, ...]] | None:
    """The carrier behind 的: 以潍坊、淄博为龙头的燃料电池产业集群."""
    item = next((i for i in items if i.start >= part.after and not isinstance(i, Verb)), None)
    if not isinstance(item, Obj):
        return None
    state.taken.add(item.start)
    kind = state.page.kinds[item.carrier.word]
    return ("agglomeration_area" if kind == "cluster" else kind), products_of(state, item)


def _later(state: State, number: int) -> tuple[str, tuple[str, ...]] | None:
    """The carrier or the aims of a later clause: 以X为重点区域，打造输变电产业集群."""
    for start, end, items in state.read[number + 1 : number + 1 + _AHEAD]:
        if any(True for _ in _parts(state, start, end)):
            continue
        for item in items:
            if isinstance(item, Group):
                return None
            if isinstance(item, Obj) and products_of(state, item):
                state.taken.add(item.start)
                return "city_role", products_of(state, item)
            if isinstance(item, Verb) and item.classes & lex.FOCUS:
                products = state.industrial(aims(state.text[item.end : end]))
                if products:
                    return "city_role", products
    return None


def _named(state: State, start: int, end: int, places: list[Entity]) -> tuple[str, ...]:
    """The first industry that the clause names outside the names of its places, else the sentence,
    where no heading governs it."""
    if state.page.context.titles.headings(state.sentence.section)[0]:
        return ()
    names = [(e.start, e.stop) for e in places if e.carrier] if len(places) > 1 else []
    for begin, text in ((start, state.text[start:end]), (state.sentence.start, state.whole)):
        for a, b, _ in state.page.taxonomy.find(text):
            if not any(x <= begin + a < y for x, y in names):
                return (text[a:b],)
    return ()
