"""Strings of short forms, a character a unit: 呼包鄂, 宝汉天, 湘琼.

A character that several units share is the one that lies by far nearest to the others. Where none
does (广 is 广元 and 广安), the string goes on without it, and the reader says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.tables import DATA, surfaces
from layers.extract.places.mentions import COUNTRY

if TYPE_CHECKING:
    from geo.place import Place
    from layers.extract.places.toponyms import Resolver

_LONGEST = 12
"""Characters of a string."""
_REST = 2
"""Characters of a word behind those that are short forms."""
_NEAR_M = 450_000
"""How far a city of another province may lie from the issuer's in one string (成渝绵, 宝汉天)."""
_SURE = 3
"""Units of a string that carry one that nothing decides."""


@dataclass(frozen=True, slots=True)
class Initials:
    """The `places` that the first `length` characters of a chunk name, and the candidates of
    those characters that nothing decides."""

    places: tuple[Place, ...] = ()
    length: int = 0
    doubtful: tuple[Place, ...] = ()


QUALITIES = re.compile(
    r"[一二三四五六七八九十两\d]|绿色|高端|先进|智能|新型|现代|新一代|高新|精细|特色|低空"
)
"""A count or a quality, which ends a string (甬舟绿色|石化)."""
_NONE = Initials()
_NING = "宁"
_WITH_NING = frozenset("陕甘青蒙晋")
"""Short forms of the provinces in whose company 宁 is Ningxia."""


def initials(chunk: str, resolver: Resolver) -> Initials:
    """The units whose one-character short forms open the chunk, as many as there are."""
    if not (resolver.short(chunk[0]) and resolver.short(chunk[1])):
        return _NONE
    if chunk[1] == _NING and _is_nanjing(chunk, resolver):
        return _NONE  # 沪宁 is Nanjing, 苏宁 a firm
    if chunk.startswith(COUNTRY):
        return _NONE  # 全国家具 names no 全(南) and 国(兴国)
    if resolver.compass(chunk) or resolver.names_provinces(chunk[:2]):
        return _NONE  # 鲁西; 闽台 in a city's text
    provinces = _provinces(chunk, resolver)
    if provinces and not _goes_on_in_cities(chunk, len(provinces), resolver):
        return Initials(provinces, len(provinces))
    readings: list[tuple[Place, ...]] = []
    for char in chunk[:_LONGEST]:
        units = resolver.short(char)
        if not units:
            break
        readings.append(units)
    found = _read(readings, resolver)
    return _NONE if _begins_word(chunk, found.length) else found


def _goes_on_in_cities(chunk: str, at: int, resolver: Resolver) -> bool:
    """沪苏通: whether a city's short form stands behind those of provinces: 苏 is no province."""
    cities = resolver.gazetteer.short(chunk[at : at + 1], resolver.issuer, resolver.issued)
    return any(p.level == "prefecture" for p in cities)


def _is_nanjing(chunk: str, resolver: Resolver) -> bool:
    """Whether 宁 behind another short form is hardly Ningxia."""
    return not (_WITH_NING.intersection(chunk) or resolver.home.name.startswith(_NING))


def _begins_word(chunk: str, length: int) -> bool:
    """Whether the string is an ordinary word, or the head of one (通信安 of 通信安全)."""
    ends = range(length, min(length + _REST, len(chunk)) + 1)
    return length > 0 and any(chunk[:end] in _words() for end in ends)


@cache
def _words() -> frozenset[str]:
    """Ordinary words that would read as strings (中石化, 安全感)."""
    return surfaces(DATA / "string_words.csv", "kind")


def _read(readings: list[tuple[Place, ...]], resolver: Resolver) -> Initials:
    sure = [r[0] for r in readings if len(r) == 1]
    chosen = [r[0] if len(r) == 1 else _nearest(r, sure, resolver) for r in readings]
    if len(sure) < _SURE and None in chosen:
        chosen = chosen[: chosen.index(None)]
    while chosen and chosen[-1] is None:
        chosen.pop()
    places = [p for p in chosen if p is not None]
    if len({p.id for p in places}) != len(places) or not _neighbours(places, resolver):
        return _NONE
    open_ = (r for r, p in zip(readings, chosen, strict=False) if p is None)
    return Initials(tuple(places), len(chosen), tuple(p for r in open_ for p in r))


def undecided(chunk: str, resolver: Resolver) -> tuple[Place, ...]:
    """济泰德: the candidates of a string of the issuer's units whose characters nothing decides;
    none for a word, or where a character is no short form."""
    if not _SURE <= len(chunk) <= _SURE + _REST or chunk in _words():
        return ()
    found = [resolver.gazetteer.short(c, resolver.issuer, resolver.issued) for c in chunk]
    return tuple(p for places in found for p in places) if all(found) else ()


def lengthened(region: Place, rest: str, resolver: Resolver) -> Initials:
    """广佛肇|清云韶: the members of a string that the gazetteer knows and those of the characters
    beside it; all of those are candidates where one of them is nothing's, or several units'."""
    known = list(resolver.members(region))
    found = [resolver.gazetteer.short(c, resolver.issuer, resolver.issued) for c in rest]
    if not all(found) or any(p.level == "province" for p in known):
        return _NONE
    chosen = [r[0] if len(r) == 1 else _nearest(r, known, resolver) for r in found]
    places = [p for p in chosen if p is not None]
    if len(places) < len(rest):
        return Initials((), 0, (*known, *(p for r in found for p in r)))
    return Initials((*known, *places), len(known) + len(places))


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
