"""Resolution: which place a name means, on the plan's date and within the issuer first.

Never fuzzy: a name that has several readings, or none, is refused with the reason and its
candidates. `REASONS` is the closed list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place

REASONS = {
    "ambiguous": "several places of the date bear the name, and nothing in the sentence decides",
    "outside": "the name is known only outside the plan's issuer",
    "unknown": "no place of the plan's date bears the name",
    "expired": "the place that bore the name was no longer, or not yet, in force on the date",
}

POINTS = "东西南北中"
"""The points of the compass that name parts of provinces."""
_COMPASS = re.compile(rf"(.)[{POINTS}]{{1,2}}(?!部)")
_RANK = {
    "region": 0,
    "line": 0,
    "zone": 1,
    "institution": 1,
    "enterprise": 1,
    "province": 2,
    "prefecture": 3,
    "county": 4,
    "town": 5,
}
_UNITS = ("province", "prefecture", "county")
TOWNS = ("镇", "乡", "街道")
"""What the names of towns end in."""
COMMON = (
    *("高山", "海岛", "海洋", "盐湖", "内河", "近海", "大洋", "淡水", "冷水"),
    *("矿山", "油田", "卫星", "黄金", "文化", "温泉", "古镇", "口岸", "城郊"),
    *("平原", "滨海", "滨江", "沿江", "临港", "龙井", "乌龙", "黄河", "长江"),
    "太湖",
)
"""Words before goods, which are no name though a town may bear them."""
_ZONES = ("经开区", "高新区", "开发区", "工业园区", "工业园", "产业园", "新区", "园区")
_ENDINGS = ("省", "市", "县", "区", "州", "盟", "旗", *TOWNS)
_FEW = 3
"""Cities that a string of short forms names (万达开)."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: its place, or the reason (a key of `REASONS`) and the candidates."""

    place: Place | None
    reason: str | None = None
    candidates: tuple[Place, ...] = ()


@dataclass
class Resolver:
    """Names to places for one plan: its issuer and date. Keeps what it has resolved.

    `home` is the issuer's own unit on that date; `UnknownCode` if its code never existed.
    """

    gazetteer: Gazetteer
    issuer: str
    issued: str
    _kept: dict[str | tuple[str, str], Resolution] = field(default_factory=dict, repr=False)
    home: Place = field(init=False, repr=False)
    _provinces: dict[str, Place | None] = field(default_factory=dict, repr=False)
    _homes: dict[str, bool] = field(default_factory=dict, repr=False)
    _shorts: dict[str, tuple[Place, ...]] = field(default_factory=dict, repr=False)
    _strings: dict[str, list[tuple[Place, ...]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, gazetteer: Gazetteer, issuer: str, issued: str) -> Resolver:
        """The resolver for an issuer and a date, kept with what it has resolved."""
        kept = _RESOLVERS.setdefault(gazetteer, {})
        if (issuer, issued) not in kept:
            if len(kept) >= _MOST:
                kept.clear()
            kept[issuer, issued] = cls(gazetteer, issuer, issued)
        return kept[issuer, issued]

    def __post_init__(self) -> None:
        self.home = self.gazetteer.find_unit(self.issuer, self.issued)

    def resolve(self, name: str, within: Place | None = None) -> Resolution:
        """The place that the name means, in `within` if given, else in the issuer first."""
        key = (name, within.id) if within else name
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._resolve(name, within)
        return found

    def _resolve(self, name: str, within: Place | None) -> Resolution:
        readings = self.gazetteer.readings(name, self.issued)
        if not readings:
            bearers = self.gazetteer.bearers(name)
            return Resolution(None, "expired" if bearers else "unknown", bearers)
        outer = within or self.home
        inside = [p for p in readings if self._lies_in(outer, p)]
        if within is None and (not inside or self._are_smaller(name, inside, readings)):
            return self._abroad(name, readings)
        return _pick(name, inside, readings)

    def _are_smaller(self, name: str, inside: list[Place], readings: tuple[Place, ...]) -> bool:
        """Whether a province's text names by 长春 what is a city elsewhere, and here but a town; or
        by 河南 what is a province elsewhere, and here but a county."""
        if self.home.level != "province" or has_ending(name):
            return False
        if all(p.level == "town" for p in inside):
            return any(p.level in ("province", "prefecture") for p in readings)
        small = all(p.level in ("county", "town") for p in inside)
        return small and any(p.level == "province" for p in readings)

    def _abroad(self, name: str, readings: tuple[Place, ...]) -> Resolution:
        """Outside the issuer only a province or prefecture whose name is its own decides."""
        large = [p for p in readings if p.level in ("province", "prefecture", "region")]
        if len(large) == 1 and len(readings) == 1:
            return Resolution(large[0], "outside", readings)
        return Resolution(None, "outside" if len(readings) == 1 else "ambiguous", readings)

    def _lies_in(self, outer: Place, place: Place) -> bool:
        """Whether a place lies in `outer`; a line, where it runs through a unit of it, a string of
        a few cities (宝汉天), where one of them lies there, a region, where half does: 蒙西 is
        not Ordos's."""
        if place.level in ("line", "region") and place.members:
            inner = [self.gazetteer.get(key) for key in place.members]
            if place.level == "line" or all(p.level != "province" for p in inner):
                inside = sum(self.gazetteer.encloses(outer, p) for p in inner)
                few = place.level == "line" or len(inner) <= _FEW
                return inside > 0 and (few or inside * 2 >= len(inner))
        return self.gazetteer.encloses(outer, place)

    def is_home(self, place: Place) -> bool:
        """Whether the place lies in the issuer's unit."""
        found = self._homes.get(place.id)
        if found is None:
            found = self._homes[place.id] = self._lies_in(self.home, place)
        return found

    def districts(self, city: Place) -> tuple[Place, ...]:
        """The districts of a prefecture on the plan's date: what 市区 means."""
        below = self.gazetteer.children(city.code, self.issued)
        return tuple(p for p in below if p.name.endswith("区"))

    def members(self, place: Place) -> tuple[Place, ...]:
        """The units of the plan's date that a place consists of; of a line those in the issuer."""
        inner = (self.gazetteer.get(key) for key in place.members)
        held = tuple(p for p in inner if p.in_force(self.issued))
        return tuple(p for p in held if self.is_home(p)) if place.level == "line" else held

    def is_name(self, word: str) -> bool:
        """Whether a town of anywhere, or a zone of the issuer's, bears the bare name."""
        if word in COMMON:
            return False
        bearers = self.gazetteer.bearers
        if any(bearers(word + ending) for ending in ("", *TOWNS)):
            return True
        return any(self.is_home(p) for ending in _ZONES for p in bearers(word + ending))

    def named_in(self, name: str) -> Place | None:
        """The unit whose name opens a longer one (长春新区 -> 长春市)."""
        found = self._opening(name)
        return found[0] if found else None

    def nested_in(self, name: str) -> list[Place]:
        """Units that open a name, each in the one before (西安阎良航空基地 -> 西安市, 阎良区)."""
        units: list[Place] = []
        while (found := self._opening(name)) is not None:
            if units and not self.gazetteer.encloses(units[-1], found[0]):
                break
            units.append(found[0])
            name = name[found[1] :]
        return units

    def _opening(self, name: str) -> tuple[Place, int] | None:
        """The unit whose name opens a longer one, and the length of that name."""
        for length in (4, 3, 2):
            found = self.resolve(name[:length]).place if len(name) > length else None
            if found is not None and is_unit(found) and self.is_home(found):
                return found, length
        return None

    def sibling(self, name: str, level: str) -> Place | None:
        """The one reading of `name` at `level` inside the issuer (吉林 beside 长春: the city)."""
        found = [
            p
            for p in self.gazetteer.readings(name, self.issued)
            if p.level == level and self.is_home(p)
        ]
        return found[0] if len(found) == 1 else None

    def short(self, char: str) -> tuple[Place, ...]:
        """Units of which `char` is the short form: the issuer's first, then the country's.

        Of several in the issuer the prefectures count, if one is left.
        """
        found = self._shorts.get(char)
        if found is None:
            found = self._shorts[char] = self._short(char)
        return found

    def strings(self, chunk: str) -> list[tuple[Place, ...]]:
        """The counties of which the characters are short forms, where one prefecture of the issuer
        has some for each and just one; none where a second has some for each (阿温)."""
        if chunk not in self._strings:
            below = self.gazetteer.children(self.issuer, self.issued)
            cities = [p.code for p in below if p.level == "prefecture" and p.code]
            short = self.gazetteer.short
            rows = ([short(char, code, self.issued) for char in chunk] for code in cities)
            full = [row for row in rows if all(row)]
            sure = len(full) == 1 and all(len(found) == 1 for found in full[0])
            self._strings[chunk] = [tuple(found[0] for found in full[0])] if sure else []
        return self._strings[chunk]

    def province(self, char: str) -> Place | None:
        """The province of which `char` is the abbreviation (琼)."""
        if char not in self._provinces:
            self._provinces[char] = self._province(char)
        return self._provinces[char]

    def compass(self, words: str) -> bool:
        """Whether the words begin with a part of a province by its abbreviation (鲁西南, 藏中)."""
        match = _COMPASS.match(words)
        return match is not None and self.province(match[1]) is not None

    def names_provinces(self, chars: str) -> bool:
        """Whether each character is a province's in the text of a smaller unit (闽台 in Fuzhou)."""
        if self.home.level == "province":
            return False
        found = (self.gazetteer.conventional(char, None, self.issued) for char in chars)
        return all(any(p.level == "province" for p in places) for places in found)

    def _province(self, char: str) -> Place | None:
        found = self.gazetteer.conventional(char, None, self.issued)
        large = [p for p in found if p.level == "province" and p.code not in _BEYOND]
        return large[0] if len(large) == 1 else None

    def _short(self, char: str) -> tuple[Place, ...]:
        inside = self.gazetteer.short(char, self.issuer, self.issued)
        if inside:
            return inside
        found = self.gazetteer.short(char, None, self.issued)
        anywhere = tuple(p for p in found if p.code not in _BEYOND)
        provinces = tuple(p for p in anywhere if p.level == "province")
        return provinces if len(provinces) == 1 else anywhere


_BEYOND = ("710000", "810000", "820000")
"""Lands that no plan's string of short forms lays an industry out in (闽台, 厦漳湾)."""
_MOST = 64
"""Issuers and dates whose resolutions are kept at once."""
_RESOLVERS: WeakKeyDictionary[Gazetteer, dict[tuple[str, str], Resolver]] = WeakKeyDictionary()


def _pick(name: str, inside: list[Place], readings: tuple[Place, ...]) -> Resolution:
    """The one place of the highest kind that bears the name; of the versions of one unit, which a
    year for a date leaves open (上虞 in 2013: 上虞市, 上虞区), that of the year's beginning."""
    if not inside:
        return Resolution(None, "outside", readings)
    best = min(_RANK[p.level] for p in inside)
    top = [p for p in inside if _RANK[p.level] == best]
    if len(top) == 1:
        return Resolution(top[0])
    whole = [p for p in top if p.name == name]
    if len(whole) == 1:
        return Resolution(whole[0])
    if any(len(set(codes)) == 1 and codes[0] for codes in _codes(top)):
        return Resolution(min(top, key=lambda p: p.valid_from or ""))
    return Resolution(None, "ambiguous", tuple(top))


def _codes(places: list[Place]) -> tuple[list[str | None], list[tuple[str, ...]]]:
    """The codes of the places, and those of today: equal where they are versions of one unit."""
    return [p.code for p in places], [p.code_today for p in places]


def is_unit(place: Place) -> bool:
    """Whether the place is a unit of the administration with a code."""
    return place.level in _UNITS


def central(resolver: Resolver, place: Place, text: str, end: int) -> Place | None:
    """济南市中区: the district 市中区 of the city whose name ends at `end`, not its middle."""
    if place.level != "prefecture" or not text.startswith("市中区", end - 1):
        return None
    return resolver.resolve("市中区", within=place).place


def has_ending(name: str) -> bool:
    """Whether a name says what kind of unit it is (合作市, 兴旺镇)."""
    return len(name) > 2 and name.endswith(_ENDINGS)
