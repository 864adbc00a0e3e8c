"""On whose land a carrier without a place of its own lies: the issuer's, or that of the unit that
its words begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Obj
from layers.extract.places.initials import undecided
from layers.extract.places.lookalikes import is_nature
from layers.extract.places.strays import LENGTHS, is_common, stray
from layers.extract.places.toponyms import Resolution, is_unit
from layers.extract.sentences.state import State

if TYPE_CHECKING:
    from geo.place import Place

_PART = "板块"
_STRING = 5
"""Characters of three short forms and an industry."""

_OPENS_BUILDING = compiled(
    r"(?:重点|加快|着力|大力|积极|并|同步|推进|推动|规划)*(?:建设|打造|培育|布局|推进|新建|规划建设)"
)
"""How a clause begins that says what the place before it builds."""


def is_aim(state: State, item: Obj, start: int) -> bool:
    """围绕构建X特色板块，重点发展Y: a part of the economy that the rest of the sentence is to bring
    about."""
    part = item.carrier.word.endswith(_PART)
    return part and "围绕" in state.text[start : item.start]


def is_common_part(state: State, item: Obj) -> bool:
    """A镇、B镇建设X基地，打造Y板块: one part of the land, of whatever towns were named."""
    carried = state.carried() if item.carrier.word.endswith(_PART) else None
    return carried is not None and len(carried.entities) > 1


def is_zone(state: State, item: Obj) -> bool:
    """Whether the carrier is a zone, which an issuer's text names without its place."""
    kind = state.page.kinds[item.carrier.word]
    return kind == "zone" or item.carrier.word in ("集聚区", "产业集聚区")


def own_zone(state: State, item: Obj, start: int) -> Entity:
    """A zone that the gazetteer lacks, as a place of the issuer's own land; one without a name
    (园区) is that of the place spoken of before. `start` is where its name begins. What is named
    for a unit elsewhere is refused."""
    stray = stray_in(state, item)
    if stray is not None:
        state.refuse(stray)
        return stray
    opened = None if item.modifier else state.carried()
    places = opened.entities[0].places if opened is not None else (_ground(state, item),)
    name = state.text[start : item.end]
    return Entity(start, item.end, name, places, item.end, carrier=item.carrier, explicit=True)


def zone_of(state: State, item: Obj) -> Entity:
    """高新区 behind a city's districts: the city's own."""
    name = item.carrier.word
    return Entity(
        item.start, item.end, name, (state.ground,), item.end, carrier=item.carrier, explicit=True
    )


def builder(state: State, item: Obj) -> tuple[Place, ...] | None:
    """黄陂区发展物流，重点建设天河产业园: the one unit that acts in the sentence, where its clause
    opens with what it builds."""
    subject = state.subject
    first = subject.entities[0] if subject is not None and len(subject.entities) == 1 else None
    if first is None or first.outside or first.carrier is not None or not first.places:
        return None
    begin, _ = state.clause(item.start)
    built = _OPENS_BUILDING.match(state.text, begin, item.start)
    return first.places if built and is_unit(first.places[0]) else None


def placed_in(state: State, item: Obj) -> Entity | None:
    """平罗|沙漠风电基地: the unit that a carrier's words begin with, where 沙漠 hid its name."""
    resolver = state.page.resolver
    for length in LENGTHS if state.carried() is not None else ():
        name, words = item.modifier[:length], item.modifier[length:]
        place = resolver.resolve(name).place if words and not is_common(name) else None
        end = item.start + length
        if is_nature(state.text, end, name):
            continue  # 赤水河流域酱香白酒产业集聚区 is not 赤水's
        if place is not None and is_unit(place) and resolver.is_home(place):
            return Entity(item.start, end, name, (place,), item.end, words, item.carrier)
    return None


def _ground(state: State, item: Obj) -> Place:
    """The county that the zone's name begins with (沙河金百家工业园区), else all of the land."""
    resolve = state.page.resolver.resolve
    named = (resolve(item.modifier[:n]).place for n in LENGTHS if n < len(item.modifier))
    inner = next((p for p in named if p is not None and p.level == "county"), None)
    return inner if inner is not None and state.page.resolver.is_home(inner) else state.ground


def stray_in(state: State, item: Obj) -> Entity | None:
    """靖边无人机产业园 in another prefecture's text: named for a unit that is not the issuer's, or
    for a string of units that nothing decides (济泰德机器人产业集群)."""
    failed, end = stray(state.page.resolver, item.modifier) or _string(state, item), item.end
    whole = state.text[item.start : end]
    return Entity(item.start, end, whole, (), end, failed=failed) if failed else None


def _string(state: State, item: Obj) -> Resolution | None:
    """The refusal of the words before the carrier's first industry, if they are such a string."""
    if len(item.modifier) < _STRING or not all(map(state.page.resolver.short, item.modifier[:3])):
        return None
    found = state.page.taxonomy.find(item.modifier)
    told = undecided(item.modifier[: found[0][0]], state.page.resolver) if found else ()
    return Resolution(None, "ambiguous", told) if told else None
