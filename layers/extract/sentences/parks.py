"""Parks that a county's or city's text tells of without a place: they are the issuer's own."""

from __future__ import annotations

from dataclasses import replace

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.patterns import compiled
from layers.extract.places.entities import JOINTS, Entity, Group, Item, Obj, Verb
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.acting import OPENING
from layers.extract.sentences.drafting import GENERIC
from layers.extract.sentences.grounds import builder, is_zone, own_zone, zone_of
from layers.extract.sentences.ownparks import NO_NAME
from layers.extract.sentences.placeless import SEVERAL
from layers.extract.sentences.seats import COUNTY_ZONES
from layers.extract.sentences.state import State

_ZONES = ("zone", "town")
"""Kinds that a smaller unit's text names without their place."""
_SHORT = 4
"""Characters of a park's own name behind its zone's."""
_LONGEST = 10
"""Characters before the carrier in the name of a zone."""
_PARKED = compiled(r"^.*[园区城][、和与及](?:[东西南北中]{1,2}片)?(?=..)")
"""A park of the list that bears no carrier (职业教育园、冷链物流|产业园)."""


def with_parks(state: State, items: list[Item]) -> list[Item]:
    """The words of a clause with parks that nobody knows among the known zones of their list:
    抓好A县铸造产业园、石墨烯产业园建设; or behind 在 (在清河食品工业园壮大X集群)."""
    if Obj not in map(type, items):
        return items
    items = _nested(state, _prefaced(state, items))
    if state.home.level == "province":
        return items
    done: list[Item] = []
    runs = [[(_trimmed(i), z) for i, z in run] for run in _runs(state, items)]
    for number, run in enumerate(runs):
        zones = [zone for _, zone in run if isinstance(zone, Group)]
        known = len(run) > 1 and any(zone is item for item, zone in run)
        seats = zones and not any(isinstance(z, Group) for r in runs[number + 1 :] for _, z in r)
        if known or (seats and _is_seat(done[-1] if done else None, zones[0])):
            done.append(Group([e for zone in zones for e in zone.entities], zones[-1].etc))
        else:
            done += [item for item, _ in run]
    return done


def _prefaced(state: State, items: list[Item]) -> list[Item]:
    """两江新区智能网联汽车、西部科学城|重庆高新区集成电路集群: what opens the second name of a list
    is no carrier of the first one's goods."""
    done: list[Item] = []
    for item in items:
        whole = _listed(state, done[-2:], item)
        if whole is None:
            done.append(item)
        else:
            done[-2:] = [whole]
    return done


def _listed(state: State, before: list[Item], group: Item) -> Group | None:
    """A zone and the next place as one list, where the words between them are goods and the head
    of the place's name; else None."""
    zone, head = before if len(before) > 1 else (None, None)
    if not (isinstance(zone, Group) and isinstance(head, Obj) and isinstance(group, Group)):
        return None
    last, goods = zone.entities[-1], head.modifier.rpartition("、")[0]
    bare = last.carrier is not None and not last.extra and last.stop == head.start
    if not (bare and head.end == group.start and goods and state.industrial(focus(goods))):
        return None
    first = replace(group.entities[0], start=head.start + len(goods) + 1)
    return Group([*zone.entities, first, *group.entities[1:]], group.etc)


def _nested(state: State, items: list[Item]) -> list[Item]:
    """界首高新区|田营产业园: a park whose name goes on behind a zone's is one in that zone."""
    done: list[Item] = []
    for item in items:
        before = done[-1] if done else None
        if isinstance(item, Obj) and isinstance(before, Group) and _is_inside(state, before, item):
            last = before.entities[-1]
            extra = item.modifier if state.industrial(focus(item.modifier)) else ""
            name, own = state.text[last.start : item.end], item.carrier
            whole = replace(last, end=last.stop, name=name, stop=item.end, extra=extra, carrier=own)
            done[-1] = Group([*before.entities[:-1], whole], before.etc)
        else:
            done.append(item)
    return done


def _is_inside(state: State, before: Group, item: Obj) -> bool:
    """Whether a park's name touches that of a zone with its place."""
    last = before.entities[-1]
    zones = last.carrier is not None and state.kind_of(last) == "zone" and not last.extra
    named = bool(last.places) and 1 < len(item.modifier) <= _SHORT
    park = state.page.kinds[item.carrier.word] == "zone" and last.stop == item.start
    return zones and named and park and not GENERIC.search(item.modifier)


def _runs(state: State, items: list[Item]) -> list[list[tuple[Item, Item]]]:
    """The items in lists of zones that joints make one, each beside what it is as a zone."""
    runs: list[list[tuple[Item, Item]]] = []
    for item in items:
        part = _trimmed(item)
        zone = _park(state, part) or part if isinstance(part, Obj) else item
        if runs and _are_joined(state, runs[-1][-1][1], zone):
            runs[-1].append((item, zone))
        else:
            runs.append([(item, zone)])
    return runs


def _park(state: State, item: Obj) -> Group | None:
    """A park without a place as a place of the issuer's own land."""
    begin, words = item.start, item.modifier
    named = 1 < len(words) <= _LONGEST and "、" not in words and not SEVERAL.search(words)
    if state.page.kinds[item.carrier.word] != "zone" or not named or GENERIC.search(words):
        return None
    if NO_NAME.match(words) or begin in state.taken:
        return None
    extra = words if state.industrial(focus(words)) else ""
    zone = replace(own_zone(state, item, begin), start=begin, extra=extra)
    inner = builder(state, item) if zone.places == (state.ground,) else None
    return Group([replace(zone, places=inner) if inner else zone])


def _trimmed(item: Item) -> Item:
    """A park without the one before it in its list that bears no carrier."""
    cut = _PARKED.match(item.modifier) if isinstance(item, Obj) else None
    if cut is None or not isinstance(item, Obj):
        return item
    return Obj(item.start + cut.end(), item.end, item.modifier[cut.end() :], item.carrier)


def _is_seat(before: Item | None, park: Group) -> bool:
    """Whether 在 stands right before the park."""
    return isinstance(before, Verb) and before.word == "在" and before.end == park.start


def _are_joined(state: State, before: Item, after: Item) -> bool:
    """Whether one zone follows another of its list."""
    if not (isinstance(before, Group) and isinstance(after, Group)) or before.etc:
        return False
    pair = (before.entities[-1], after.entities[0])
    zones = [e.carrier is not None and state.kind_of(e) == "zone" for e in pair]
    unit = pair[zones.index(False)] if any(zones) and not all(zones) else None
    beside = unit is not None and _is_beside(pair[zones.index(True)], unit)
    return (all(zones) or beside) and state.text[before.end : after.start] in JOINTS


def _is_beside(zone: Entity, unit: Entity) -> bool:
    """三江新区、长宁、屏山三大电芯基地: an unknown zone with a name alone, beside units."""
    return not zone.extra and len(unit.places) == 1 and is_unit(unit.places[0])


_SECTOR = compiled(r"[东西南北中]{1,2}部?(?:片区|区块|组团|板块|产业区|功能区)")
_GIVEN = ("布局", "发展", "培育", "规划布局", "谋划布局")
_WILL = ("将", "要")
_AS = compiled(r"将?作为")
_NATIONAL = ("经开区", "高新区", "经济技术开发区", "高新技术产业开发区", "经济开发区", "工业园区")
_HOLDING = ("拥有", "有", "现有", "下辖", "依托", "立足", "围绕", "利用", "发挥")


def is_subject(state: State, item: Obj, rest: list[Item], start: int) -> bool:
    """Whether a zone that the gazetteer lacks opens the clause and is given industries, there or
    in the clause behind (经开区拥有两个园区，重点培育X)."""
    if state.home.level not in ("county", "prefecture"):
        return False
    part = state.home.level == "county" and item.carrier.word == "板块" and item.modifier
    if len(item.modifier) > _LONGEST or not (part or is_zone(state, item)):
        return False
    if OPENING.sub("", state.text[start : item.start]):
        return False
    behind = next((c[2] for c in state.read if c[0] > item.end), [])
    ahead = next((i for i in rest or behind if not _is_verb(i, _WILL)), None)
    told = _AS.match(state.text, item.end) is not None
    held = told or (ahead is not None and _is_verb(ahead, _HOLDING))
    if held:
        ahead = next(iter(behind), None)
    if not isinstance(ahead, Verb):
        return False
    if held and item.modifier and item.carrier.word in _NATIONAL and ahead.classes & lex.BUILD:
        return True
    local = state.home.level == "county" and ahead.start == item.end
    if local and (ahead.word == "以" or ahead.classes & (lex.GATHER | lex.BUILD)):
        return True
    return bool(ahead.classes & lex.FOCUS) or _is_sector(state, item, ahead)


def is_key(state: State, item: Obj) -> bool:
    """绿洲现代农业园：总面积…: a county's own zone that opens the sentence, and of which the rest
    speaks, whatever zone the sentence before was about."""
    county = state.home.level == "county" and bool(item.modifier)
    opens = item.start == state.opening() and state.text.startswith(("：", ":"), item.end)
    return county and opens and is_zone(state, item)


def _is_sector(state: State, item: Obj, verb: Verb) -> bool:
    """东部片区布局X，西部片区布局Y: a part of the land by its compass point, and what it is
    to have."""
    sector = _SECTOR.fullmatch(state.text, item.start, item.end) is not None
    return sector and verb.word in _GIVEN and verb.start == item.end


def _is_verb(item: Item, words: tuple[str, ...]) -> bool:
    return isinstance(item, Verb) and item.word in words


def is_beside(state: State, group: Group, item: Obj, rest: list[Item]) -> bool:
    """坊子区、高新区打造X: a city's zone without its name, behind its districts in a list."""
    after = rest[0] if rest else None
    acts = isinstance(after, Verb) and after.start == item.end
    goes_on = isinstance(after, Obj) and not after.modifier and after.start == item.end + 1
    return (acts or goes_on) and _is_sister(state, group, item, (group.end, item.start))


def with_zone(state: State, group: Group, before: list[Item]) -> Group:
    """高新区、坊子区打造X: a list of a city's districts with the zone that opens it, or stands
    among them (历城区、高新区、章丘区)."""
    item = before[-1] if before else None
    if not isinstance(item, Obj) or not _is_sister(state, group, item, (item.end, group.start)):
        return group
    first = before[-2] if len(before) > 1 else None
    joined = isinstance(first, Group) and _is_sister(state, first, item, (first.end, item.start))
    opening = first.entities if joined and isinstance(first, Group) else []
    return Group([*opening, zone_of(state, item), *group.entities], group.etc)


def _is_sister(state: State, group: Group, item: Obj, joint: tuple[int, int]) -> bool:
    """Whether a carrier is a city's zone without its name, joined to districts of the city."""
    if item.modifier or state.home.level != "prefecture" or item.carrier.word not in COUNTY_ZONES:
        return False
    plain = (
        (not e.extra and bool(e.places) and e.places[0].level == "county")
        or e.places == (state.ground,)
        for e in group.entities
    )
    return state.text[slice(*joint)] in JOINTS and all(plain)
