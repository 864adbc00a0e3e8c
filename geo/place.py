"""The value that stands for a place: a unit, a region, a town, a zone, a firm, a line.

A place is what a name meant on a date. Units of the administration carry their
GB/T 2260 code of that time, and the code(s) of today that cover the same ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

Level = Literal[
    "country",
    "region",
    "province",
    "prefecture",
    "county",
    "town",
    "zone",
    "institution",
    "enterprise",
    "line",
]

UNIT_LEVELS: tuple[Level, ...] = ("province", "prefecture", "county")
"""The levels that have a code, from large to small."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names, codes and validity.

    `id` is the code for the newest version of a unit ("330603"), the code with
    the year of its end for an earlier version ("330110@2021"), and the
    gazetteer's own key for everything else ("paojiang", "gn1919000").
    `code` is that of the time, None for what has none; `code_today` holds
    today's code(s) that cover it, the largest part first, () where unknown;
    slivers that went elsewhere stand in `note`.
    `parents` are codes of the time, nearest first. `within` is today's code of
    the county (or the finest unit known) for a town, a zone or a firm.
    `valid_from` and `valid_to` are ISO dates or years; the first day in force
    and the first day no longer in force; a bare year means a day in that year
    which the sources do not give. None: since before 2009, and still in force.
    `lon`, `lat` are WGS 84 degrees of a point inside, `uncertainty_m` the
    radius in metres round it that holds the whole footprint; all None where no
    place is known. `members` are ids of what it consists of or runs through,
    `line` the id of a line in `data/boundaries/lines.geojson`.
    """

    id: str
    name: str
    level: Level
    code: str | None
    code_today: tuple[str, ...]
    parents: tuple[str, ...]
    within: str | None
    valid_from: str | None
    valid_to: str | None
    lon: float | None
    lat: float | None
    uncertainty_m: int | None
    source: str
    confidence: str
    members: tuple[str, ...] = ()
    line: str | None = None
    note: str | None = None

    def __eq__(self, other: object) -> bool:
        """Whether all values are the same; the ids tell most places apart at once."""
        if not isinstance(other, Place):
            return NotImplemented
        return self.id == other.id and _values(self) == _values(other)

    def in_force(self, as_of: str | None) -> bool:
        """Whether the place exists on the date (None: today).

        A year or month counts as every day in it: what ended in 2013 is still
        in force "2013", and no longer on "2013-12-31" if its day is known.

        >>> place = Place("a", "a", "county", "330621", (), (), None, None, "2013-10-18",
        ...               None, None, None, "", "high")
        >>> [place.in_force(d) for d in ("2011", "2013", "2013-10-17", "2013-10-18", None)]
        [True, True, True, False, False]
        """
        return valid(self.valid_from, self.valid_to, as_of)


_values = attrgetter(*Place.__slots__)
"""Of a place, in the order of its fields."""


def valid(valid_from: str | None, valid_to: str | None, as_of: str | None) -> bool:
    """Whether a validity of `valid_from` to `valid_to` touches the date `as_of`.

    >>> valid("2014", None, "2014-02-01"), valid(None, "2014", "2015")
    (True, False)
    """
    if as_of is None:
        return valid_to is None
    first, last = as_of + "-01-01"[len(as_of) - 4 :], as_of + "-12-31"[len(as_of) - 4 :]
    if valid_from is not None and valid_from > last:
        return False
    if valid_to is None:
        return True
    # A known day is the first of the successor; a bare year runs to its end.
    return first < valid_to if len(valid_to) == 10 else first[: len(valid_to)] <= valid_to
