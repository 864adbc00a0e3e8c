"""Places of China and their names, each with the dates between which it held.

Read from the tables in `data/gazetteer`. Nothing here is fuzzy: a name is found
as it is written, or not at all. No pandas, so that a command answers at once.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from geo.errors import InvalidDate, UnknownCode
from geo.place import UNIT_LEVELS, Place
from geo.sphere import distance_m as distance_m
from geo.tables import DATA, place_from_row, rows_of_all, short_forms

Initials = dict[str, tuple[Place, ...]]
"""Units by one character of their names."""

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def date(as_of: str | int | None) -> str | None:
    """A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None stays None.

    Raises `InvalidDate`.

    >>> date(2011), date("2011-03-28")
    ('2011', '2011-03-28')
    """
    if as_of is None:
        return None
    text = str(as_of)
    if not DATE.fullmatch(text[:11]) or not _in_calendar(text):
        raise InvalidDate(text)
    return text


def _in_calendar(text: str) -> bool:
    year, month, day = int(text[:4]), int(text[5:7] or 1), int(text[8:10] or 1)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


class Gazetteer:
    """All places, by id, by code and by name."""

    def __init__(self, rows: Iterable[list[str]], characters: Iterable[tuple[str, str]]) -> None:
        """From rows in the order of `geo.tables.COLUMNS` and (character, code) pairs.

        Raises `ValueError` where two rows have the same id.
        """
        self._rows: dict[str, list[str]] = {}
        self._places: dict[str, Place] = {}
        self._kept_initials: dict[tuple[str | None, str | None], tuple[Initials, Initials]] = {}
        self._by_code: dict[str, list[str]] = {}
        names: dict[str, tuple[str, ...]] = {}
        for row in rows:
            key, code, others = row[0], row[3], row[17]
            if key in self._rows:
                raise ValueError(f"expected each id once in {DATA}, got {key!r} twice")
            self._rows[key] = row
            if code:
                self._by_code.setdefault(code, []).append(key)
            for name in (row[1], *others.split("|")) if others else (row[1],):
                names[name] = (*names.get(name, ()), key)
        self._names = names
        self._characters: dict[str, list[str]] = defaultdict(list)
        for character, code in characters:
            self._characters[character].append(code)

    @classmethod
    def from_data(cls, folder: Path = DATA) -> Gazetteer:
        """Read the tables in `folder`. Raises `MissingData` where one cannot be read."""
        return cls(rows_of_all(folder), short_forms(folder))

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, id: str) -> Place:
        """The place with that id. Raises `KeyError`."""
        place = self._places.get(id)
        if place is None:
            place = self._places[id] = place_from_row(self._rows[id])
        return place

    def unit(self, code: str, as_of: str | int | None = None) -> Place:
        """The unit that had the GB/T 2260 code on the date (None: today).

        Where a bare year held two, the later. Raises `UnknownCode`.
        """
        when = date(as_of)
        held = [self.get(key) for key in self._by_code.get(code, ())]
        found = [place for place in held if place.in_force(when)]
        if not found:
            raise UnknownCode(code, when, held)
        return max(found, key=lambda place: place.valid_from or "")

    def find_unit(self, code: str, as_of: str | int | None = None) -> Place:
        """As `unit`, and where the code was not in force on the date, its last holder.

        Takes an id ("330110@2021") too. Raises `UnknownCode`.
        """
        if "@" in code and code in self._rows:
            return self.get(code)
        try:
            return self.unit(code, as_of)
        except UnknownCode as error:
            if not error.known:
                raise
            return max(error.known, key=lambda place: place.valid_to or "9")

    def knows(self, code: str) -> bool:
        """Whether any unit of any date had the code."""
        return code in self._by_code

    def units(self) -> tuple[Place, ...]:
        """Every version of every unit with a code, of any date."""
        return tuple(self.get(key) for keys in self._by_code.values() for key in keys)

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every surface form, with the ids of the places of any date that bear it.

        Full names, short names (绍兴, 新昌), aliases (袍江), nicknames (中国光谷).
        Short forms of one character are not here: see `short`.
        """
        return MappingProxyType(self._names)

    def readings(self, name: str, as_of: str | int | None) -> tuple[Place, ...]:
        """Every place in force on the date that bears the name; no ranking.

        >>> gazetteer = Gazetteer.from_data()
        >>> [p.code for p in gazetteer.readings("绍兴县", "2011-03-28")]
        ['330621']
        >>> gazetteer.readings("绍兴县", "2017")
        ()
        """
        when = date(as_of)
        found = (self.get(key) for key in self._names.get(name, ()))
        return tuple(place for place in found if place.in_force(when))

    def bearers(self, name: str) -> tuple[Place, ...]:
        """Every place of any date that bears the name."""
        return tuple(self.get(key) for key in self._names.get(name, ()))

    def short(self, char: str, within: str | None, as_of: str | int | None) -> tuple[Place, ...]:
        """Units whose short form of one character is `char`, inside the unit `within`.

        Conventional ones first (湘, 虞). Where there are none, those whose short
        name starts with the character (呼, 绍), else those that end in it; only
        prefectures for the country or a province, counties below a prefecture.

        >>> gazetteer = Gazetteer.from_data()
        >>> [p.name for c in "绍虞嵊新" for p in gazetteer.short(c, "330600", "2011")]
        ['绍兴县', '上虞市', '嵊州市', '新昌县']
        """
        when = date(as_of)
        conventional = self.conventional(char, within, when)
        if conventional:
            return conventional
        first, last = self._initials(within, when)
        return first.get(char) or last.get(char) or ()

    def _initials(self, within: str | None, when: str | None) -> tuple[Initials, Initials]:
        """Children of `within` by the first and by the last character of their names; kept."""
        kept = self._kept_initials.get((within, when))
        if kept is None:
            kept = {}, {}
            for place in self.children(within, when):
                for position, by_char in zip((0, -1), kept, strict=True):
                    for char in {name[position] for name in self._bases(place)}:
                        by_char[char] = (*by_char.get(char, ()), place)
            self._kept_initials[within, when] = kept
        return kept

    def conventional(
        self, char: str, within: str | None, as_of: str | int | None
    ) -> tuple[Place, ...]:
        """Units inside `within` (None: all) for which `char` is the conventional short form.

        >>> [p.name for p in Gazetteer.from_data().conventional("湘", None, "2020")]
        ['湖南省']
        """
        when = date(as_of)
        codes = self._characters.get(char, ())
        places = (self.get(key) for code in codes for key in self._by_code.get(code, ()))
        inside = (p for p in places if within is None or within in p.parents)
        return tuple(place for place in inside if place.in_force(when))

    def _bases(self, place: Place) -> list[str]:
        """Names without the suffix of the level, the full name where that is all."""
        names = [place.name, *self._rows[place.id][17].split("|")]
        return [name.rstrip("省市县区盟旗州") or name for name in names if name]

    def children(self, within: str | None, as_of: str | int | None) -> tuple[Place, ...]:
        """Units right below `within` on the date: prefectures of a province (and the
        counties that it holds itself), counties of a prefecture; provinces and
        prefectures of the country for None.
        """
        when = date(as_of)
        return tuple(p for p in map(self.get, self._children[within]) if p.in_force(when))

    @cached_property
    def _children(self) -> dict[str | None, list[str]]:
        below: dict[str | None, list[str]] = defaultdict(list)
        for key, row in self._rows.items():
            level, parents = row[2], row[5]
            if level in UNIT_LEVELS and parents:
                below[parents.split("|")[0]].append(key)
            if level in ("province", "prefecture"):
                below[None].append(key)
        return below

    def members(self, place: Place, as_of: str | int | None) -> tuple[Place, ...]:
        """The units of the date that a place consists of or runs through.

        A member that began later stands for what was on its ground on the date.

        >>> gazetteer = Gazetteer.from_data()
        >>> [p.name for p in gazetteer.members(gazetteer.get("caoejiang"), "2011")]
        ['新昌县', '嵊州市', '上虞市', '越城区']
        """
        when = date(as_of)
        found: dict[str, Place] = {}
        for member in map(self.get, place.members):
            if member.in_force(when):
                found[member.id] = member
            elif member.valid_to is None and member.code:
                found |= {before.id: before for before in self.ground(member.code, when)}
        return tuple(found.values())

    def ground(self, code_today: str, as_of: str | int | None) -> tuple[Place, ...]:
        """Units in force on the date that lay on the ground of today's unit `code_today`,
        of the same level.

        >>> [p.name for p in Gazetteer.from_data().ground("330604", "2011")]
        ['上虞市']
        """
        when = date(as_of)
        found = (self.get(key) for key in self._on_ground.get(code_today, ()))
        return tuple(place for place in found if place.in_force(when))

    @cached_property
    def _on_ground(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = defaultdict(list)
        for key, row in self._rows.items():
            if row[3]:
                for code in row[4].split("|"):
                    held[code].append(key)
        return held

    def encloses(self, outer: Place, inner: Place) -> bool:
        """Whether `inner` lies in `outer` (or is it).

        Judged by the codes of the time where both were in force together, else
        by the ground of today. A region encloses what its members enclose; a river or
        a road lies where all the counties lie that it runs through.
        """
        if outer.id == inner.id or outer.level == "country":
            return True
        if outer.code is None:
            return any(self.encloses(self.get(key), inner) for key in outer.members)
        if outer.code in inner.parents or outer.code == inner.code:
            return True
        if any(_overlap(outer, rival) for rival in self._rivals(outer, inner)):
            return False
        ground = inner.code_today or ((inner.within,) if inner.within else ())
        if not ground and inner.members:
            return all(self.encloses(outer, self.get(key)) for key in inner.members)
        return bool(ground) and all(self._covered(outer, code) for code in ground)

    def _rivals(self, outer: Place, inner: Place) -> list[Place]:
        """Units of the level of `outer` that are known to have held `inner` instead."""
        if inner.level == outer.level:
            return [inner]
        lineage = [self.get(key) for code in inner.parents for key in self._by_code.get(code, ())]
        return [place for place in lineage if place.level == outer.level and _overlap(place, inner)]

    def _covered(self, outer: Place, code: str) -> bool:
        try:
            lineage = (code, *self.unit(code).parents)
        except UnknownCode:
            return False
        return any(today in lineage for today in (outer.code, *outer.code_today))

    def distance_m(self, a: Place, b: Place) -> float:
        """Metres between the points on the sphere (within 0.5 %); inf where one has none."""
        if a.lon is None or a.lat is None or b.lon is None or b.lat is None:
            return math.inf
        return distance_m((a.lon, a.lat), (b.lon, b.lat))


def _overlap(a: Place, b: Place) -> bool:
    """Whether there was a day on which both were in force."""
    return (a.valid_from or "") < (b.valid_to or "9") and (b.valid_from or "") < (a.valid_to or "9")
