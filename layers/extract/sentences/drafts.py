"""Drafts of claims: what a sentence says about a place, before it is a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layers.extract.places.toponyms import Resolver, is_unit
from layers.records import Basis, Claim, Kind, Member, Precision, Status, record_id

if TYPE_CHECKING:
    from geo.place import Place
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence


@dataclass(slots=True)
class Draft:
    """A claim in the making. `start:end` are clean offsets of its clause; `head` is the place's
    bare name, by which later sentences of the paragraph find it again."""

    start: int
    end: int
    name: str
    head: str
    kind: Kind
    status: Status
    sentence: Sentence
    places: tuple[Place, ...]
    basis: Basis
    phrases: tuple[str, ...] = ()
    industry: str | None = None
    named: tuple[str, ...] = ()  # products that stand in the name alone
    focus: list[str] = field(default_factory=list)
    line: Place | None = None
    note: str | None = None
    mention: int = -1  # where the place is named
    identity: bool = False  # the place becomes the carrier (成为…基地)
    learned: bool = False  # its industry is what later clauses say
    listed: bool = False  # one of an enumeration (三大…集聚区) that later sentences take up

    def specify(self, focus: tuple[str, ...]) -> None:
        """Take what the text says of an area in place of what its name alone says."""
        if self.focus == list(self.named):
            self.focus = []
        self.add(focus)

    def add(self, focus: tuple[str, ...]) -> None:
        """Add products that are not there yet."""
        self.focus += [item for item in focus if item not in self.focus]


@dataclass(frozen=True)
class Finisher:
    """Turns drafts into claims: members as of the date, point, radius, precision, codes."""

    plan: Plan
    taxonomy: Taxonomy
    resolver: Resolver

    def claim(self, draft: Draft, industry: str) -> Claim:
        places = draft.places or (self.resolver.home,)
        lon, lat, radius = self._point(places)
        located = draft.basis != "none"
        return Claim(
            id=record_id("c", self.plan.id, draft.start, draft.name, industry, draft.kind),
            plan=self.plan.id,
            name=draft.name,
            kind=draft.kind,
            status=draft.status,
            industry=industry,
            industry_codes=self._codes(draft, industry),
            focus=tuple(draft.focus),
            members=_once(m for place in places for m in self._members(place, draft.head)),
            basis=draft.basis,
            precision=self._precision(places, draft.line),
            uncertainty_m=radius if located else None,
            lon=lon if located else None,
            lat=lat if located else None,
            section=draft.sentence.section,
            evidence=self.plan.evidence(draft.start, draft.end),
            place_source=places[0].source if located else None,
            place_confidence=places[0].confidence if located else None,
            line=draft.line.line or draft.line.id if draft.line else None,
            note=draft.note,
        )

    def _codes(self, draft: Draft, industry: str) -> tuple[str, ...]:
        own = self.taxonomy.codes(draft.name, *draft.focus)
        heading = self.taxonomy.codes(industry)
        classes = {code[0] for code in heading}
        if not own or (heading and not {code[0] for code in own} & classes):
            return heading or own
        return tuple(c for c in own if not classes or c[0] in classes or "." not in c)

    def _members(self, place: Place, name: str) -> tuple[Member, ...]:
        if is_unit(place):
            today = place.code_today[0] if place.code_today else None
            return (Member(place.name, place.code, today),)
        if place.confidence == "low" and place.level == "zone":
            named = self.resolver.nested_in(place.name) or self.resolver.nested_in(name)
            stated = next((unit for unit in reversed(named) if self._states(unit, place)), None)
            if stated is not None:
                return self._members(stated, name)  # a seat from memory narrows no text
            return (Member(place.name, None, None, place.id, place.within),)
        inner = self.resolver.members(place)
        if inner:
            return tuple(m for p in inner for m in self._members(p, name))
        return (Member(place.name, None, None, place.id, place.within),)

    def _states(self, unit: Place, zone: Place) -> bool:
        """Whether the unit that opens a zone's name holds it (not 中原区 the 中原电气谷)."""
        return unit.level != "province" and self.resolver.gazetteer.encloses(unit, zone)

    def _precision(self, places: tuple[Place, ...], line: Place | None) -> Precision:
        if line is not None:
            return "line"
        if len(places) == 1:
            return _precision(places[0])
        levels = {p.level for p in places}
        return "counties" if levels - {"prefecture", "province"} else "prefecture"

    def _point(self, places: tuple[Place, ...]) -> tuple[float | None, float | None, int | None]:
        known = [p for p in places if p.lon is not None and p.lat is not None]
        if len(known) == 1:
            return known[0].lon, known[0].lat, known[0].uncertainty_m
        if not known:
            return None, None, None
        lon = round(sum(p.lon or 0.0 for p in known) / len(known), 5)
        lat = round(sum(p.lat or 0.0 for p in known) / len(known), 5)
        from geo.gazetteer import distance_m

        reach = max(
            distance_m((lon, lat), (p.lon or 0.0, p.lat or 0.0)) + (p.uncertainty_m or 0)
            for p in known
        )
        return lon, lat, int(-(-reach // 100) * 100)


def _once(members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(dict.fromkeys(members))


VAGUE_M = 15_000
"""A zone or firm with a wider ring than this is known by the unit round it only."""


def _precision(place: Place) -> Precision:
    if place.within and place.code is None and (place.uncertainty_m or 0) > VAGUE_M:
        return "prefecture" if place.within.endswith("00") else "county"
    if place.level in ("county", "prefecture", "province", "town", "zone", "line"):
        return place.level
    if place.level == "region":
        return "counties"
    return "province" if place.level == "country" else "point"
