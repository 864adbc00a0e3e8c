"""Whose chapter a sentence stands in: (一)绍兴生态环保产业集群 speaks of that city alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from layers.extract.places.entities import Group
from layers.extract.places.toponyms import TOWNS, Resolver

if TYPE_CHECKING:
    from geo.place import Place
    from layers.plan import Plan

_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[章节篇]|[（(]?[一二三四五六七八九十\d]*[）)、.．]*)\s*"
)
_UNIT = (
    r"[（(]?[一二三四五六七八九十\d]{0,3}[）)、.．]?\s*(?P<name>[\u4e00-\u9fff]{1,8}[市县区旗州])"
)
_OPENS = re.compile(rf"{_UNIT}[。：:]")
_ALONE = re.compile(rf"\s*{_UNIT}[：:。]?\s*")
_SHARED = re.compile(r"^[、和与及—－-]")
"""What follows the first of several places."""
_OF_TOWNS = re.compile(r"等(?:地|\d+个|[两三四五六七八九十]个)?(?:乡镇|镇乡|镇|乡|街道)")
_LEVELS = ("prefecture", "county")
_SHORT = 16
"""Characters of a line with a unit's name alone."""
_BOX = "专栏"
"""What opens a box of the whole plan's."""
_BLOCK = 8
"""Paragraphs below such a line that are still the unit's."""
_LONGEST = 8
"""Characters of a unit's name in a heading."""


class Chapters:
    """The unit that each chapter of a plan is about, by the headings' first words."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._units: dict[str, Place | None] = {}
        self._alone: list[tuple[int, Place]] | None = None

    def unit(self, section: tuple[str, ...]) -> Place | None:
        """The unit that the deepest heading of the path begins with; None where none does."""
        for title in reversed(section):
            if title not in self._units:
                self._units[title] = self._opens(title)
            if self._units[title] is not None:
                return self._units[title]
        return None

    def _opens(self, title: str) -> Place | None:
        words = _NUMBER.sub("", title, count=1)
        for length in range(min(len(words), _LONGEST), 1, -1):
            place = self.resolver.resolve(words[:length]).place
            if place is not None:
                alone = place.level in _LEVELS and not _SHARED.match(words[length:])
                return place if alone and place.id != self.resolver.home.id else None
        return None

    def above(self, plan: Plan, paragraph: int) -> Place | None:
        """The unit that opens a paragraph (诸暨市。…), or stands alone in a line above it: the line
        before, or, where several units have such lines, the last one of the chapter."""
        named = _OPENS.match(plan.clean, *plan.paragraphs[paragraph])
        if named is not None:
            return self._inside(named["name"])
        lines = self._lines(plan)
        last = bisect_left(lines, paragraph, key=itemgetter(0)) - 1
        if last < 0:
            return None
        line, place = lines[last]
        return place if line == paragraph - 1 or self._is_block(plan, line, paragraph) else None

    def _lines(self, plan: Plan) -> list[tuple[int, Place]]:
        """The units that have a line to themselves, with its number."""
        if self._alone is None:
            spans = [(n, s) for n, s in enumerate(plan.paragraphs) if s[1] - s[0] <= _SHORT]
            names = ((n, _ALONE.fullmatch(plan.clean, *span)) for n, span in spans)
            found = ((n, self._inside(m["name"])) for n, m in names if m is not None)
            self._alone = [(n, place) for n, place in found if place is not None]
        return self._alone

    def _is_block(self, plan: Plan, line: int, paragraph: int) -> bool:
        """Whether a paragraph stands in the chapter of a unit's line, where others have theirs."""
        if paragraph - line > _BLOCK or len(self._lines(plan)) == 1:
            return False
        first, last = (plan.paragraphs[at][0] for at in (line, paragraph))
        here = plan.sentences[plan.sentence_at(last)].section
        opened = plan.sentences[plan.sentence_at(first)].section
        starts = (start for start, _ in plan.paragraphs[line : paragraph + 1])
        return opened == here and not any(plan.clean.startswith(_BOX, at) for at in starts)

    def _inside(self, name: str) -> Place | None:
        """The unit of the issuer's that a name means."""
        place = self.resolver.resolve(name).place
        inside = place is not None and place.level in _LEVELS and self.resolver.is_home(place)
        return place if inside and place != self.resolver.home else None


def in_chapter(group: Group, text: str, unit: Place, home: Place) -> Group:
    """The group with the towns that nobody knows, which are the issuer's at least, as those of the
    county whose chapter it stands in."""
    if unit.level != "county" or unit == home:
        return group
    towns = _OF_TOWNS.match(text, group.end) is not None
    for at, entity in enumerate(group.entities):
        lost = entity.failed is not None and entity.failed.reason == "unknown"
        unknown = lost or entity.places == (home,)
        if unknown and (towns or text[entity.start : entity.end].endswith(TOWNS)):
            group.entities[at] = replace(entity, places=(unit,), failed=None)
    return group


def acting_county(group: Group | None) -> Place | None:
    """The one county that acts (苍梧县：重点建设岭脚镇、新地镇X基地): the towns behind are its."""
    entity = group.entities[0] if group is not None and len(group.entities) == 1 else None
    if entity is None or entity.carrier or len(entity.places) != 1 or entity.outside:
        return None
    return entity.places[0] if entity.places[0].level == "county" else None
