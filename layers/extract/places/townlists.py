"""Towns that a list names behind their county, or in a county's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Verb
from layers.extract.places.mentions import Token
from layers.extract.places.owntowns import TERRAIN
from layers.extract.places.reach import ACTING, Reach
from layers.extract.places.strings import BEHIND_TOWN
from layers.extract.places.toponyms import TOWNS
from layers.extract.places.townships import one_more, town_over, towns_behind
from layers.extract.places.villages import ends_name

if TYPE_CHECKING:
    from geo.place import Place

TYING = ACTING | lex.OWN | lex.OF
"""Classes of words that act, or tie others together."""
_WITHIN = ("在", "依托", "以", "围绕", "立足", "支持", "引导", "推动", "重点支持")
"""What stands between a county and those of its towns of which a clause tells."""
HOW = compiled(r"(?:主要|重点|集中|优先|着力|积极|将|则|要|应|已|全力|大力)*")
"""Adverbs between a place and the verb whose subject it is."""
_TERRAIN = compiled(TERRAIN)
_REST = 2
"""Characters of a town's name behind a word that it may begin with."""


class TownLists(Reach):
    """The lists of towns in one clause; `out` is what it has held so far."""

    out: list[Item]

    def _towns(self, token: Token, begin: int) -> list[Entity]:
        """The towns of a list right behind their county, the last with its carrier; or the one
        that hides the place in a county's own text."""
        if self.resolver.home.level == "county":
            town = self._hiding(token, max(begin, self.barrier))
            return [town] if town is not None else []
        county = self.resolver.resolve(token.word).place
        if county is None or county.level != "county" or not self.resolver.is_home(county):
            return []
        towns = towns_behind(self.text, token.start, token.end, county, self.resolver)
        if not towns or towns[-1].end > self.end or not self._is_name(token):
            return []
        starts = [token.end, *(town.start for town in towns[1:])]
        if any(t.start in starts and t.classes & TYING for t in self.tokens[self.at :]):
            return []  # 苍梧县|依托六堡镇、岭脚镇
        while self.at < len(self.tokens) and self.tokens[self.at].start < towns[-1].end:
            self.at += 1
        self._extend(towns[-1])
        return towns

    def _hiding(self, token: Token, begin: int) -> Entity | None:
        """The county's own town in whose name a place's name stands."""
        word = (token.start, token.end)
        town = town_over(self.text, begin, word, self.resolver) if self._open_left(begin) else None
        if town and town.start == token.start and town.end - token.end > _REST:
            town = None  # 建设|偏城乡, 振兴|城关镇, but 太平庄镇
        after = self.at
        while town and after < len(self.tokens) and self.tokens[after].start < town.end:
            after += 1
        if town is None or town.end > self.end:
            return None
        if after < len(self.tokens) and not self._follows_town(self.tokens[after], town.end):
            return None
        self.at = after
        self._extend(town)
        return town

    def _follows_town(self, token: Token, end: int) -> bool:
        """Whether a word right behind a town's name shows that the name ends there."""
        return token.start == end and ends_name(token, BEHIND_TOWN)

    def _further_towns(self, token: Token) -> list[Entity]:
        """剑阁县在普安镇、武连镇…, 普安镇、|武连镇: towns that a list names behind a verb of their
        county, and those behind a joint that the gazetteer lacks."""
        last = self.out[-1].entities[-1] if self.out and isinstance(self.out[-1], Group) else None
        if last is None or len(last.places) != 1:
            return []
        if token.classes & lex.LIST:
            return self._next_town(last, token)
        county = last.places[0]
        if (
            last.carrier
            or token.word not in _WITHIN
            or county.level != "county"
            or last.name.endswith(TOWNS)
        ):
            return []
        home = self.resolver.is_home(county)
        if not home or not HOW.fullmatch(self.text, last.end, token.start):
            return []
        return self._checked(towns_behind(self.text, token.end, token.end, county, self.resolver))

    def _next_town(self, last: Entity, token: Token) -> list[Entity]:
        """The unknown town behind a joint, in the county of the one before it."""
        county = self._county_of(last) if last.stop == token.start else None
        named = last.name.endswith(TOWNS) or last.places[0].level == "town"
        if county is None or not named:
            return []
        town = one_more(self.text, token.end, county, self.resolver)
        return self._checked([town]) if town is not None else []

    def _county_of(self, town: Entity) -> Place | None:
        """The county in which the text itself puts a town: its own, or the one named before it."""
        place, home = town.places[0], self.resolver.home
        if home.level == "county":
            return home if self.resolver.is_home(place) else None
        if place.level != "town" or place.within is None:
            return place if place.level == "county" else None
        county = self.resolver.gazetteer.find_unit(place.within, self.resolver.issued)
        return county if self.text.startswith(county.name[:2], town.start) else None

    def _is_terrain(self, token: Token) -> bool:
        """分布在北部山区|的A、B: what only says in which part of the land the places behind lie."""
        before = self.out[-1] if self.out and token.classes & lex.OF else None
        if not isinstance(before, Verb) or not before.classes & lex.LAID:
            return False
        return _TERRAIN.fullmatch(self.text, before.end, token.start) is not None

    def _checked(self, towns: list[Entity]) -> list[Entity]:
        """The towns of a list, unless a verb hides in them (建设中心镇)."""
        if not towns or towns[-1].end > self.end:
            return []
        starts, end = {town.start for town in towns}, towns[-1].end
        after = [t for t in self.tokens[self.at + 1 :] if t.start < end]
        if any(t.start in starts and t.classes & TYING for t in after):
            return []
        self.at += 1 + len(after)
        self._extend(towns[-1])
        return towns

    def _longer_town(self, token: Token) -> Entity | None:
        """回郭镇 in a county's text, of which the scanner knows only the last two characters."""
        home, gap = self.resolver.home, self._gap()
        short = len(token.word) == 2 and token.word.endswith(("镇", "乡"))
        if not short or token.start - gap != 1 or home.level != "county":
            return None
        if self.resolver.resolve(token.word).place is not None or not self._open_left(gap):
            return None
        self.at += 1
        name = self.text[gap : token.end]
        return Entity(gap, token.end, name, (home,), token.end, explicit=True)
