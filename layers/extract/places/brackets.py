"""What a bracket behind a place's name says of it: its members, its seat, what is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from layers.extract.places.toponyms import Resolution, Resolver, is_unit

if TYPE_CHECKING:
    from geo.place import Place

_VAGUE = ("region", "line", "province")
"""Levels of places of which a bracket may say where in them."""
_INCLUDES = re.compile(r"(?:主要)?(?:包括|包含|含|涵盖|涉及|即)")
_BESIDES = "含"
_EXCLUDES = re.compile(r"不(?:含|包括|包含)|除|非|.*(?:除|以)外$")
_ONLY = re.compile(r"[、，,和与及等 市县区]*")
"""What may stand between the names of a bracket that holds nothing else."""
_ONCE = re.compile(r"[原曾]")


class Bracket(NamedTuple):
    """The places named in a bracket that ends at `end`, its `words`, and whether these are one
    name and nothing else (马鞍山（含山）)."""

    places: tuple[Place, ...]
    end: int
    words: str
    named: bool

    @property
    def includes(self) -> bool:
        """Whether it lists what the place before it consists of (绍虞(包括绍兴县、上虞市))."""
        return not self.named and _INCLUDES.match(self.words) is not None

    @property
    def adds(self) -> bool:
        """Whether it only says that something counts as well (福州（含平潭）)."""
        return not self.named and self.words.startswith(_BESIDES)

    @property
    def excludes(self) -> bool:
        """Whether it says what is left out (陕北（不含榆林）)."""
        return not self.named and _EXCLUDES.match(self.words) is not None

    @property
    def recalls(self) -> bool:
        """Whether it gives a former name (上虞区（原上虞市）)."""
        return not self.named and _ONCE.match(self.words) is not None


def given(
    resolver: Resolver, places: tuple[Place, ...], bracket: Bracket, middle: bool
) -> tuple[tuple[Place, ...], Resolution | None, bool]:
    """The places of a name with the bracket behind it, the refusal of the bracket's own words, and
    whether the bracket decides; `middle` says that a carrier follows, so that it stands in a name.
    """
    inner = bracket.places
    if bracket.words == "市" and places:
        city = resolver.sibling(places[0].name.rstrip("省市"), "prefecture")
        return (city,) if city is not None else places, None, False  # 吉林（市）
    if middle and _is_seat(bracket) and _is_beside(resolver, places, inner[0]):
        return (*places, *inner), None, True
    vague = not places or places[0].level in _VAGUE
    if bracket.excludes:
        return _without(resolver, places, inner), None, bool(inner)
    if bracket.adds and not vague:
        return places, None, False  # 福州（含平潭）
    seated = (middle and _is_seat(bracket)) or _is_within(resolver, places, bracket)
    if inner and (bracket.includes or vague or seated):
        return inner, None, True
    if vague and not inner and not bracket.includes:
        named = resolver.resolve(bracket.words)
        if named.candidates:
            return (), named, False  # 北京（曹妃甸）发展试验区 lies in the bracket's place
    return places, None, False


def _without(
    resolver: Resolver, places: tuple[Place, ...], inner: tuple[Place, ...]
) -> tuple[Place, ...]:
    """陕北（不含榆林）: the members that are left; a unit stays as it is, for it has none."""
    left = {p.id for p in inner}
    held = [m for p in places for m in resolver.members(p) or (p,)]
    return tuple(p for p in held if p.id not in left)


def _is_within(resolver: Resolver, places: tuple[Place, ...], bracket: Bracket) -> bool:
    """红河（个旧）, 红河（个旧、蒙自）: the counties of a city that are meant; 乌鲁木齐经开区
    （头屯河区）: the one in which a zone lies."""
    outer = places[0] if len(places) == 1 else None
    counties = all(p.level == "county" for p in bracket.places) and not bracket.recalls
    encloses = resolver.gazetteer.encloses
    if outer is None or not counties or not _ONLY.fullmatch(_unnamed(bracket)):
        return False  # 宁波（余姚另行规划）
    if outer.level == "zone":
        return len(bracket.places) == 1 and encloses(bracket.places[0], outer)
    return outer.level == "prefecture" and all(encloses(outer, p) for p in bracket.places)


def _unnamed(bracket: Bracket) -> str:
    """The words of a bracket without the names of its places."""
    words = bracket.words
    for place in bracket.places:
        words = words.replace(place.name, "").replace(place.name.rstrip("市县区"), "")
    return words


def _is_beside(resolver: Resolver, places: tuple[Place, ...], inner: Place) -> bool:
    """长沙（湘潭）新材料产业集群: another city in the bracket has the thing as well."""
    if len(places) != 1 or not is_unit(places[0]) or places[0].id == inner.id:
        return False
    return places[0].level == inner.level != "county" and resolver.is_home(inner)


def _is_seat(bracket: Bracket) -> bool:
    """福州（连江）远洋渔业基地: one unit in the bracket is where the thing named stands."""
    return len(bracket.places) == 1 and is_unit(bracket.places[0]) and not bracket.recalls
