"""Lists of places whose parts explain each other: 南疆的A和B、北疆的C, 吉林 beside 通化, “四煤城”.

The words of a clause are read one by one; what one name says of the next shows in the whole list.
"""

from __future__ import annotations

import re
from dataclasses import replace

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb
from layers.extract.places.series import is_belt, starts
from layers.extract.places.toponyms import Resolution, Resolver
from layers.extract.places.townships import in_counties

ZONES = frozenset(
    word
    for word, kind in Lexicon.from_data().kinds.items()
    if kind == "zone" or word.endswith(("示范区", "试验区", "先行区", "先导区", "引领区"))
)
_SHARED = ZONES | {w for w, kind in Lexicon.from_data().kinds.items() if kind == "base"}
"""Carriers that cities side by side have together."""
_CLOSES = re.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)?(?:个|家|批)?(?:第[一二三四五六七八九十]批)?"
)
_PARKS = ("工业园区", "工业园", "产业园区", "产业园", "园区", "经济开发区", "工业集中区")
_JOINTS = "、和与及，,"
_PORT, _BERTHS = "港", "港区"
_LIST = 3
"""Names that make a list."""


def grouped(items: list[Item], text: str, resolver: Resolver) -> list[Item]:
    """The words of a clause with its lists as they are meant."""
    groups = [i for i in items if isinstance(i, Group)]
    if len(groups) > 1:
        _in_port(groups, text, resolver)
        items = _lying_in(_within_regions(items, resolver))
        items = _between(items, text)
        items = _closed_at_home(_without_titles(items), text, resolver)
        groups = [i for i in items if isinstance(i, Group)]
    for group in groups:
        group.entities[:] = map(_unless_wide, group.entities)
        if len(group.entities) > 1:
            _side_by_side(group, text)
            _as_city(group, text, resolver)
            _in_county(group, text, resolver)
    return items


def _in_port(groups: list[Group], text: str, resolver: Resolver) -> None:
    """丹东港以大东港区为重点: the parts of a port are the port's, whatever districts of other
    cities are called."""
    port = groups[0].entities[0]
    if not text.startswith(_PORT, port.end) or len(port.places) != 1:
        return
    for group in groups[1:]:
        for at, entity in enumerate(group.entities):
            inside = all(resolver.gazetteer.encloses(port.places[0], p) for p in entity.places)
            if entity.carrier is not None and entity.carrier.word == _BERTHS and not inside:
                group.entities[at] = replace(entity, places=port.places)


def _within_regions(items: list[Item], resolver: Resolver) -> list[Item]:
    """南疆的喀什和阿克苏、北疆的昌吉: the regions only say where the cities are."""
    found: list[Item] = []
    for item in items:
        of, before = (found[-1], found[-2]) if len(found) > 1 else (None, None)
        if (
            not isinstance(item, Group)
            or not isinstance(before, Group)
            or not isinstance(of, Verb)
            or of.classes != lex.OF
            or not _encloses(before.entities[-1], item.entities[0], resolver)
        ):
            found.append(item)
            continue
        del found[-2:]
        rest = before.entities[:-1]
        found.append(Group([*rest, *item.entities], etc=item.etc))
    return found


def _side_by_side(group: Group, text: str) -> None:
    """阜阳合肥现代产业园: two cities without a joint before a zone have it together."""
    found: list[Entity] = []
    listed = len(group.entities) > _LIST
    for entity in reversed(group.entities):
        after = found[0] if found else None
        if after is not None and _together(entity, after, listed):
            name, places = text[entity.start : after.end], entity.places + after.places
            found[0] = replace(after, start=entity.start, name=name, places=places)
        else:
            found.insert(0, entity)
    group.entities[:] = found


def _together(first: Entity, second: Entity, listed: bool) -> bool:
    """Whether two cities, or two counties, stand side by side before the carrier of a zone
    (界首太和先进制造示范区) or base, or in a list before what they make (清河南宫羊绒)."""
    zone = second.carrier is not None and second.carrier.word in _SHARED
    makes = listed and bool(second.extra) and second.carrier is None
    if first.end != second.start or not (zone or makes):
        return False
    levels = {p.level for e in (first, second) for p in e.places}
    return levels in ({"prefecture"}, {"county"}) and not first.carrier


def _closed_at_home(items: list[Item], text: str, resolver: Resolver) -> list[Item]:
    """A奶牛、B红干椒等10个内蒙古自治区特色农畜产品优势区: the issuer in what closes a list."""
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(before, Group) and isinstance(item, Group) and before.etc:
            home, last = item.entities[0], before.entities[-1]
            between = text[last.stop : home.start]
            if home.places == (resolver.home,) and home.carrier and _CLOSES.fullmatch(between):
                extra = last.extra + between + home.extra
                whole = replace(last, extra=extra, carrier=home.carrier, stop=home.stop)
                found[-1] = Group([*before.entities[:-1], whole])
                continue
        found.append(item)
    return found


def _lying_in(items: list[Item]) -> list[Item]:
    """位于红河州泸西县的云南绿色低碳产业园: what bears a wider name lies where it is said to."""
    found: list[Item] = []
    for item in items:
        verb, place, of = found[-3:] if len(found) > 2 else (None, None, None)
        if (
            isinstance(item, Group)
            and isinstance(verb, Verb)
            and verb.word == "位于"
            and isinstance(place, Group)
            and isinstance(of, Verb)
            and of.classes == lex.OF
            and item.entities[0].carrier is not None
        ):
            first = replace(item.entities[0], places=place.entities[-1].places)
            item = Group([first, *item.entities[1:]], etc=item.etc)
            del found[-3:]
        found.append(item)
    return found


def _between(items: list[Item], text: str) -> list[Item]:
    """从淄博至东营的化工产业带: a belt from one place to another is of both."""
    for at in range(len(items) - 4):
        first, to, second, of, belt = items[at : at + 5]
        if not (isinstance(first, Group) and isinstance(second, Group) and isinstance(belt, Obj)):
            continue
        named = isinstance(to, Verb) and to.word == "至" and isinstance(of, Verb)
        if not named or not is_belt(belt.carrier) or text[second.end : belt.start] != "的":
            continue
        ends = (first.entities[-1], second.entities[0])
        if len(second.entities) > 1 or any(e.extra or e.carrier for e in ends):
            continue
        name, places = text[ends[0].start : ends[1].end], ends[0].places + ends[1].places
        line = replace(ends[1], start=ends[0].start, name=name, places=places, explicit=True)
        line = replace(line, stop=belt.end, extra=belt.modifier, carrier=belt.carrier)
        whole = Group([*first.entities[:-1], line])
        before = items[at - 1] if at else None
        opened = before is not None and starts(before, line)
        return [*items[: at - opened], whole, *_between(items[at + 5 :], text)]
    return items


def _unless_wide(entity: Entity) -> Entity:
    """蒙西工业园区 is one park, called like a region, and nobody knows where in it."""
    only = entity.places[0] if len(entity.places) == 1 else None
    park = entity.carrier is not None and entity.carrier.word in _PARKS and not entity.extra
    if only is None or only.level != "region" or not park or entity.explicit:
        return entity
    return replace(entity, places=(), failed=Resolution(None, "unknown"))


def _in_county(group: Group, text: str, resolver: Resolver) -> None:
    """新昌县澄潭镇、某镇: a town behind one said to be a county's is that county's."""
    starts = [entity.start for entity in group.entities[1:]]
    names = [
        text[entity.start : after].rstrip(_JOINTS)
        for entity, after in zip(group.entities, [*starts, group.entities[-1].end], strict=True)
    ]
    found = in_counties(group.entities, names, resolver)
    group.entities[:] = [entity for entity in found if entity is not None]


def _encloses(region: Entity, entity: Entity, resolver: Resolver) -> bool:
    """Whether the region, the city or the issuer, without words of its own, takes in the place
    behind it (浙江的杭州、宁波, 昆明市的呈贡)."""
    if region.extra or region.carrier or len(region.places) != 1 or len(entity.places) != 1:
        return False
    outer, inner = region.places[0], entity.places[0]
    wide = outer.level == "region" or outer.id == resolver.home.id != inner.id
    wide = wide or (outer.level == "prefecture" and inner.level == "county")
    return wide and resolver.gazetteer.encloses(outer, inner)


def _without_titles(items: list[Item]) -> list[Item]:
    """鸡西、鹤岗、双鸭山、七台河“四煤城”: what the cities are called together adds none."""
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        if not (isinstance(item, Group) and isinstance(before, Group) and _same(before, item)):
            found.append(item)
    return found


def _same(before: Group, title: Group) -> bool:
    named = {p.id for e in before.entities for p in e.places}
    only = title.entities[0]
    if len(title.entities) > 1 or len(only.places) != 1 or len(before.entities) < _LIST:
        return False
    return only.places[0].level == "region" and named == set(only.places[0].members)


def _as_city(group: Group, text: str, resolver: Resolver) -> None:
    """吉林碳纤维、通化医药、白山矿泉水: among cities the province's name is a city's too."""
    if len(group.entities) < _LIST:
        return
    others = [e for e in group.entities if e.places != (resolver.home,)]
    levels = {p.level for e in others for p in e.places}
    if len(others) + 1 != len(group.entities) or levels != {"prefecture"}:
        return
    for at, entity in enumerate(group.entities):
        city = resolver.sibling(text[entity.start : entity.end], "prefecture")
        if entity.places == (resolver.home,) and city is not None:
            group.entities[at] = replace(entity, places=(city,))
