"""Which units of a plan's date hold a member, upward: the base of joins and filters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from geo.errors import GeoError
from geo.gazetteer import Gazetteer
from geo.place import Place
from layers.records import Member


class Ancestry:
    """The administrative tree in force on the date of a plan.

    `issuer` is a GB/T 2260 code of any date, `as_of` an ISO date as far as known.
    """

    def __init__(self, gazetteer: Gazetteer, issuer: str, as_of: str) -> None:
        self._gazetteer = gazetteer
        self.issuer = gazetteer.find_unit(issuer, as_of)
        self.as_of = as_of

    def chain(self, member: Member) -> tuple[str, ...]:
        """Codes of the date that hold the member, nearest first.

        A unit's chain starts with its own code. A town or zone starts with the
        county, of that date, on whose ground today's county `within` lies; ()
        where no unit of the date is known to hold it.
        """
        if member.code:
            return self.above(member.code)
        if member.id and (codes := self._several(member.id)):
            return codes
        return self.above(self._then(member.within)) if member.within else ()

    def _several(self, id: str) -> tuple[str, ...]:
        """Of a zone that lies in several units: all of them, then what is above."""
        try:
            members = self._gazetteer.get(id).members
        except KeyError:
            return ()
        chains = [chain for key in members if (chain := self.above(key.split("@")[0]))]
        return tuple(dict.fromkeys(code for chain in chains for code in chain[:1])) + tuple(
            dict.fromkeys(code for chain in chains for code in chain[1:])
        )

    def above(self, code: str | None) -> tuple[str, ...]:
        """The code and those of the units that hold it, nearest first; () if unknown."""
        place = self.unit(code) if code else None
        return (place.code or "", *place.parents) if place else ()

    def _then(self, today: str) -> str:
        """The code, on the plan's date, of the ground that has this code today."""
        if self.unit(today):
            return today
        return self._earlier.get(today, today)

    def unit(self, code: str) -> Place | None:
        """The unit with this code on the date, None where no unit had it."""
        try:
            return self._gazetteer.unit(code, self.as_of)
        except GeoError:
            return None

    def level(self, code: str) -> str:
        """The level of a unit; "" where no unit of the date had the code."""
        place = self.unit(code)
        return place.level if place else ""

    @cached_property
    def _earlier(self) -> dict[str, str]:
        """From today's codes to those of the date, within the issuer's province."""
        found: dict[str, str] = {}
        for place in self.inside(self._province()):
            if place.code:
                for today in place.code_today[:1]:
                    found.setdefault(today, place.code)
        return found

    def _province(self) -> Place:
        codes = (*self.issuer.parents[::-1], self.issuer.code or "")
        province = next((unit for code in codes if (unit := self.unit(code))), None)
        return province or self.issuer

    def inside(self, outer: Place) -> Iterator[Place]:
        """The unit itself and every unit inside it on the date, from large to small."""
        yield outer
        for child in self._gazetteer.children(outer.code, self.as_of):
            yield from self.inside(child)
