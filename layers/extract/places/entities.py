"""What a clause consists of: places with what hangs on them, carriers, verbs.

An `Entity` is a place with its bracket, suffix and carrier (诸暨店口, 绍虞(包括…),
洛阳轴承装备产业园), a `Group` an enumeration of them, an `Obj` a carrier without a
place of its own (精品陶瓷生产基地), a `Verb` a word that ties them together.
All offsets are clean offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import Resolution, Resolver

if TYPE_CHECKING:
    from geo.place import Place

_ETC = re.compile(
    r"^等(?:地区|地|市|县|城市)?(?:[一二三四五六七八九十百两几\d]+(?:个|大|家|处|座|条)(?:以上)?)?"
)
_COUNT = re.compile(
    r"^(?:等(?:地区|地|市|县|城市)?)?(?:[一二三四五六七八九十百两几\d]+(?:余|多)?(?:个|大|家|处|座|条)(?:以上)?|若干个?|各)+"
)


@dataclass(slots=True)
class Entity:
    """A place as the clause names it, with the words and the carrier that follow it.

    `start:end` is the place itself with bracket and suffix, `stop` the end of what hangs
    on it. `name` is the place's name, `places` what it resolves to (several for a
    composite, none for a firm of the whole country), `extra` the words between it and
    its carrier. `failed` holds the refusal of a name that did not resolve, `explicit`
    says that a bracket lists what it consists of.
    """

    start: int
    end: int
    name: str
    places: tuple[Place, ...]
    stop: int
    extra: str = ""
    carrier: Token | None = None
    failed: Resolution | None = None
    outside: bool = False
    explicit: bool = False
    suffix: str = ""
    line: Place | None = None
    owner: bool = False


@dataclass(slots=True)
class Group:
    """Entities of one enumeration; `etc` where 等 closes it before anything hangs on it."""

    entities: list[Entity] = field(default_factory=list)
    etc: bool = False

    @property
    def start(self) -> int:
        return self.entities[0].start

    @property
    def end(self) -> int:
        return self.entities[-1].stop


@dataclass(slots=True)
class Obj:
    """A carrier without a place: the words before it and the carrier."""

    start: int
    end: int
    modifier: str
    carrier: Token


@dataclass(slots=True)
class Verb:
    """A verb, 的, or 我市 and its like; `classes` are bits of the lexicon."""

    start: int
    end: int
    classes: int
    word: str


Item = Group | Obj | Verb


def initials(chunk: str, resolver: Resolver) -> tuple[Place, ...]:
    """The units whose one-character short forms open the chunk, as many as there are.

    A character with several readings is the one that lies by far nearest to the others.
    """
    if not (resolver.short(chunk[0]) and resolver.short(chunk[1])):
        return ()
    provinces = _provinces(chunk, resolver)
    if provinces:
        return provinces
    readings: list[tuple[Place, ...]] = []
    for char in chunk[:6]:
        found = resolver.short(char)
        if not found:
            break
        readings.append(found)
    sure = [r[0] for r in readings if len(r) == 1]
    places: list[Place] = []
    for found in readings:
        place = found[0] if len(found) == 1 else _nearest(found, sure, resolver)
        if place is None:
            break
        places.append(place)
    if len({p.id for p in places}) != len(places):
        return ()
    return tuple(places) if _neighbours(places, resolver) else ()


def county_initials(chunk: str, resolver: Resolver) -> tuple[Place, ...]:
    """Counties of one prefecture of the issuer's province, a character each (库拜)."""
    if resolver.home.level != "province":
        return ()
    found = [p for p in resolver.strings(chunk) if len({x.id for x in p}) == len(chunk)]
    return found[0] if len(found) == 1 else ()


def _provinces(chunk: str, resolver: Resolver) -> tuple[Place, ...]:
    """湘琼: abbreviations of provinces, the issuer's among them."""
    found: list[Place] = []
    for char in chunk[:4]:
        place = resolver.province(char)
        if place is None:
            break
        found.append(place)
    ours = any(p.id == resolver.home.id for p in found)
    return tuple(found) if ours and len(found) > 1 else ()


_NEAR_M = 450_000
"""How far a city of another province may lie from the issuer's in one string (成渝绵, 宝汉天)."""


def _neighbours(places: list[Place], resolver: Resolver) -> bool:
    """Whether the units make a string: the issuer's own, with neighbours of three or more, or
    provinces alone (湘琼)."""
    home = [p for p in places if resolver.is_home(p)]
    away = [p for p in places if not resolver.is_home(p)]
    if all(p.level == "province" for p in places):
        return bool(home)
    if not away or not home:
        return bool(home)
    distance = resolver.gazetteer.distance_m
    return len(places) > 2 and all(min(distance(a, h) for h in home) < _NEAR_M for a in away)


def _nearest(found: tuple[Place, ...], sure: list[Place], resolver: Resolver) -> Place | None:
    if not sure:
        return None
    distance = resolver.gazetteer.distance_m
    ranked = sorted(((min(distance(p, s) for s in sure), p) for p in found), key=lambda r: r[0])
    return ranked[0][1] if ranked[0][0] * 2 < ranked[1][0] else None


def uncounted(modifier: str) -> str:
    """The modifier without the number of the list before it (三大先进装备制造业).

    >>> uncounted("三大先进装备制造业"), uncounted("3家")
    ('先进装备制造业', '')
    """
    return _COUNT.sub("", modifier) if not _ETC.match(modifier) else _ETC.sub("", modifier)
