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
from layers.extract.places.toponyms import Resolution

if TYPE_CHECKING:
    from geo.place import Place

_ETC = re.compile(
    r"^等(?:地区|地|市|县|城市)?(?:[一二三四五六七八九十百两几\d]+(?:个|大|家|处|座|条)(?:以上)?)?"
)
_COUNT = re.compile(
    r"^(?:等(?:地区|地|市|县|城市)?|好)?(?:[一二三四五六七八九十百两几\d]+(?:余|多)?(?:个|大片(?!区)|大|家|处|座|条)(?:以上)?|若干个?|各)+"
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

JOINTS = ("、", "和", "与", "及", "以及")
"""What stands between the last two of a list."""


_NUMERALS = tuple("两三四五六七八九十")
_DATA = "大数据"
_COUNTING = frozenset("等若各好一二三四五六七八九十百两几0123456789")
"""What begins a count, or closes a list."""


def uncounted(modifier: str) -> str:
    """The modifier without the number of the list before it (三大先进装备制造业).

    >>> uncounted("三大先进装备制造业"), uncounted("3家")
    ('先进装备制造业', '')
    """
    if modifier[:1] not in _COUNTING:
        return modifier
    if modifier in _NUMERALS:
        return ""  # A、B、C三|大基地
    if modifier[1:].startswith(_DATA):
        return modifier[1:]  # A、B、C、D四|大数据|中心
    return _COUNT.sub("", modifier) if not _ETC.match(modifier) else _ETC.sub("", modifier)
