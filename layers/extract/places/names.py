"""Names of places in a clause: which words are one, what belongs to it, what it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.brackets import given
from layers.extract.places.entities import Entity
from layers.extract.places.initials import Initials, initials
from layers.extract.places.lookalikes import is_harbour, is_nature, is_part_of_word
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import TOWNS, Resolution, central, has_ending, is_unit
from layers.extract.places.window import BAY, Window

if TYPE_CHECKING:
    from geo.place import Place

_RANK = compiled(r"(?:国家|全国|省|市)级?(?:重点)?")
"""What may stand between a place and what is its own (安定国家现代农业示范区)."""
_BUILDING = lex.BUILD | lex.FOCUS
"""Classes of verbs of which a place is the subject."""
_BESIDE = 60
"""Characters within which the next clause says the same of another place."""
_LENGTHS = range(5, 1, -1)
_COMPASS = ("东", "西", "南", "北")
_KINDS = Lexicon.from_data().kinds


class Names(Window):
    """The places of one clause."""

    def _is_name(self, token: Token) -> bool:
        """Whether a word that is a name stands here as one."""
        before = self.tokens[self.at - 1] if self.at and token.classes & lex.CARRIER else None
        if before is not None and before.end == token.start and before.classes & lex.PLACE:
            return False  # 沣东新城 is not Xi'an's 新城
        if token.classes & lex.WORDLIKE and not self._listed(token):
            return (self._is_near(token) and self._bears(token)) or self._acts(token)
        if token.classes & lex.WORDLIKE and token.classes & lex.TOWN:
            return self.resolver.resolve(token.word).place is not None  # 烟台的黄金、潍坊的…
        if is_nature(self.text, token.end, token.word) and not self._opens_another(token):
            return False  # 赤水河 is a river, not 赤水
        if token.word.endswith("港") and is_harbour(self.resolver, token.word):
            return False
        if self._goes_on_by_compass(token) or is_part_of_word(self.text, token.end, token.word):
            return False  # 赣西北 is not 赣西
        if self.text.startswith(BAY, token.end) and not has_ending(token.word):
            return False  # 杭州湾新区, 宁波杭州湾, 雷州湾沿岸
        if len(token.word) >= 4 or (len(token.word) == 3 and has_ending(token.word)):
            return True
        return self._open_left(token.start) or self._is_near(token)

    def _opens_another(self, token: Token) -> bool:
        """福州江阴: a county's or town's name begins with what would make a river of this one."""
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else token
        if after.start != token.end or after.classes & (lex.PLACE | lex.WORDLIKE) != lex.PLACE:
            return False
        found = self.resolver.resolve(after.word)
        named = (found.place,) if found.place is not None else found.candidates
        return all(p.level in ("county", "town") for p in named)

    def _goes_on_by_compass(self, token: Token) -> bool:
        """Whether a point of the compass makes another name of a region's or county's (辽中南)."""
        if self.text[token.end : token.end + 1] not in _COMPASS:
            return False
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        place = self.resolver.resolve(token.word).place
        apart = after is None or after.start > token.end
        part = self.resolver.compass(token.word) and not has_ending(token.word)
        return apart and place is not None and (place.level == "region" or part)

    def _bears(self, token: Token) -> bool:
        """大同新能源产业基地: a name that is a word too, with an industry right behind it."""
        rank = _RANK.match(self.text, token.end)
        begin = rank.end() if rank else token.end
        return self._open_left(token.start) and self._begins(begin, lex.INDUSTRY | lex.CARRIER)

    def _acts(self, token: Token) -> bool:
        """中山打造灯饰集群: a name that is a word too, right before a verb, where it is a city's
        or another clause of the sentence says the same of a unit (株洲打造X，通道打造Y)."""
        verb = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        if verb is None or verb.start != token.end or not verb.classes & _BUILDING:
            return False
        place = self.resolver.resolve(token.word).place
        if place is None or not is_unit(place) or not self._opens_statement(token):
            return False
        city = place.level == "prefecture" and self._is_near(token)
        return self.resolver.is_home(place) and (city or self._is_parallel(token, verb))

    def _opens_statement(self, token: Token) -> bool:
        """Whether a name begins the clause, or stands behind a joint or a helping verb."""
        before = self.tokens[self.at - 1] if self.at else None
        helped = before is not None and bool(before.classes & (lex.HELP | lex.LIST))
        return token.start == self.start or (
            helped and before is not None and before.end == token.start
        )

    def _is_parallel(self, token: Token, verb: Token) -> bool:
        """Whether the same verb stands behind a unit's name in a clause beside this one."""
        begin, end = max(0, token.start - _BESIDE), verb.end + _BESIDE
        said = re.finditer(re.escape(verb.word), self.text[begin:end])
        ends = (begin + m.start() for m in said)
        return any(self._ends_unit(at) for at in ends if at != verb.start)

    def _ends_unit(self, at: int) -> bool:
        """Whether the name of a unit of the issuer's ends at an offset, and opens its clause."""
        for length in _LENGTHS:
            place = self.resolver.resolve(self.text[at - length : at]).place
            if place is not None and is_unit(place) and self.resolver.is_home(place):
                return True
        return False

    def _is_near(self, token: Token) -> bool:
        """Whether the word names a part right below the issuer: too few to arise by chance."""
        place, home = self.resolver.resolve(token.word).place, self.resolver.home
        level = {"province": "prefecture", "prefecture": "county"}.get(home.level)
        if place is None or not self.resolver.is_home(place):
            return False
        return place.level == level or (
            place.level == "county" and place.parents[:1] == (home.code,)
        )

    def _listed(self, token: Token) -> bool:
        """Whether a neighbour in a list is a place (资源、兴安 …)."""
        before = self.tokens[self.at - 2 : self.at] if self.at > 1 else []
        after = self.tokens[self.at + 1 : self.at + 3]
        behind = (
            len(before) == 2
            and before[1].classes & lex.LIST
            and before[1].end == token.start
            and before[0].classes & lex.PLACE
            and before[0].end == before[1].start
        )
        ahead = (
            len(after) == 2
            and after[0].classes & lex.LIST
            and after[0].start == token.end
            and after[1].classes & lex.PLACE
            and after[1].start == after[0].end
        )
        if behind or (ahead and self._open_left(token.start)):
            return True
        return self._is_pair(token)

    def _is_pair(self, token: Token) -> bool:
        """长治LED、大同新能源: whether goods stand right behind, in a list of places and goods."""
        before, after = self.tokens[max(0, self.at - 4) : self.at], self.tokens[self.at + 1 :][:1]
        if not before or before[-1].end != token.start or not before[-1].classes & lex.LIST:
            return False
        goods = (
            bool(after) and after[0].start == token.end and bool(after[0].classes & lex.INDUSTRY)
        )
        named = lex.PLACE | lex.WORDLIKE
        beside = goods and any(t.classes & named == lex.PLACE for t in before[:-1])
        return beside and self.resolver.resolve(token.word).place is not None

    def _named(self, token: Token) -> Entity | None:
        resolution = self._by_siblings(token, self.resolver.resolve(token.word))
        resolution, end, at = self._inmost(token, resolution)
        place = resolution.place
        if place is not None and place.level == "region":
            longer = self._longer_string(token)
            if longer is not None:
                return longer
        if place is None and self._is_own_town(token, resolution):
            home, self.at = (self.resolver.home,), at
            return Entity(token.start, end, token.word, home, end, explicit=True)
        if place is None and not (len(token.word) > 2 or self._listed(token)):
            return None
        if place is not None and place.level == "town" and not self._is_town(token, end):
            return None
        self.at = at
        return self._complete(token.start, end, resolution)

    def _is_own_town(self, token: Token, refused: Resolution) -> bool:
        """高桥镇 in a county's text, which the gazetteer knows elsewhere only: the county's own."""
        small = bool(refused.candidates) and all(p.level == "town" for p in refused.candidates)
        return small and self.resolver.home.level == "county" and token.word.endswith(TOWNS)

    def _is_word(self, token: Token) -> bool:
        """武汉建设 is no township, 宁夏贺兰山 no county; 阳泉郊区 and 宁夏同心工业园区 are."""
        if is_nature(self.text, token.end, token.word):
            return True
        if not token.classes & lex.WORDLIKE or token.word.endswith("区"):
            return False
        place = self.resolver.resolve(token.word).place
        bears = place is not None and place.level == "county" and self._bears_zone(token)
        return not bears

    def _bears_zone(self, token: Token) -> bool:
        """Whether a zone's carrier stands right behind a word."""
        behind = (t for t in self.tokens if t.start == token.end)
        return any(_KINDS.get(t.word) == "zone" for t in behind)

    def _inmost(self, token: Token, resolution: Resolution) -> tuple[Resolution, int, int]:
        """The finest of the places that stand one behind the other (南京鼓楼区), where its name
        ends, and the next word's index."""
        end, at = token.end, self.at + 1
        while resolution.place is not None and at < len(self.tokens):
            after = self.tokens[at]
            if after.start != end or not after.classes & lex.PLACE or self._is_word(after):
                break
            inner = self.resolver.resolve(after.word, within=resolution.place)
            if inner.place is None:
                stop = self._unlisted_town(resolution.place, after)
                return (resolution, stop, at + 1) if stop else (resolution, end, at)
            if _is_none_of(resolution.place, inner.place, after.word):
                break
            if inner.place.level == "region":
                return resolution, after.end, at + 1  # 淮安苏北重要中心城市: not in its city
            resolution, end, at = inner, after.end, at + 1
        place = resolution.place
        district = central(self.resolver, place, self.text, end) if place is not None else None
        return (Resolution(district), end + 2, at) if district else (resolution, end, at)

    def _longer_string(self, token: Token) -> Entity | None:
        """成渝绵: a string of cities that the gazetteer knows, and more characters of it."""
        after = self.tokens[self.at + 1].start if self.at + 1 < len(self.tokens) else self.end
        chunk = self.text[token.start : after]
        if not len(token.word) < len(chunk) <= 6 or len(token.word) > 4:
            return None
        found = initials(chunk, self.resolver)
        if found.length != len(chunk):
            return None
        self.at += 1
        return Entity(token.start, after, chunk, found.places, after, failed=self._undecided(found))

    def _undecided(self, found: Initials) -> Resolution | None:
        """The refusal of the characters of a string that nothing decides."""
        return Resolution(None, "ambiguous", found.doubtful) if found.doubtful else None

    def _by_siblings(self, token: Token, found: Resolution) -> Resolution:
        """吉林 in a list beside 长春 is the city, not the province."""
        home = self.resolver.home
        if found.place is None or found.place.id != home.id or home.level == "county":
            return found
        level = "prefecture" if home.level == "province" else "county"
        before = self.tokens[self.at - 2 : self.at - 1] if self.at > 1 else []
        beside = [*before, *self.tokens[self.at + 2 : self.at + 3]] if self._listed(token) else []
        known = (self.resolver.resolve(t.word).place for t in beside)
        if not any(p is not None and p.level == level and self.resolver.is_home(p) for p in known):
            return found  # 南昌 beside 九江 is the city
        sibling = self.resolver.sibling(token.word, level)
        return Resolution(sibling) if sibling else found

    def _is_town(self, token: Token, end: int) -> bool:
        """A town without 镇 or 乡 counts behind its county or in a list of places."""
        if has_ending(token.word) or end > token.end or self._listed(token):
            return True
        return self.resolver.home.level == "county" and self._bears(token)

    def _complete(self, start: int, end: int, resolution: Resolution) -> Entity:
        """Add suffixes (市区, 东部, 片区) and a bracket to a resolved name."""
        place = resolution.place
        places: tuple[Place, ...] = ()
        if place is not None and place.level != "country":
            places = (place,)
        if place is not None and place.level == "prefecture" and self._is_proper(end):
            places = self.resolver.districts(place) or places
            end += self.text.startswith("区", end)
        end, suffix = self._suffix(end)
        name_end, explicit = end, False
        bracket = self._bracket(end)
        if bracket is not None:
            middle = self._carrier_ahead(self.at)
            places, refused, explicit = given(self.resolver, places, bracket, middle)
            resolution = refused or resolution
            end = bracket.end
            after, suffix = self._suffix(end)
            name_end, end = (after, after) if after > end else (name_end, end)
        outside = bool(places) and not any(self.resolver.is_home(p) for p in places)
        extra, carrier = self._within_name(start, name_end, place)
        if self._is_park(name_end):
            carrier = Token(name_end, name_end + 1, lex.CARRIER, "园")
            end = max(end, name_end + 1)
        return Entity(
            start,
            end,
            self.text[start:name_end],
            places,
            end,
            extra=extra,
            carrier=carrier,
            failed=resolution if not places else None,
            outside=outside,
            explicit=explicit,
            suffix=suffix,
            line=place if place is not None and place.level == "line" else None,
        )

    def _within_name(self, start: int, end: int, place: Place | None) -> tuple[str, Token | None]:
        """The industry and the carrier in a name that the gazetteer knows as a whole
        (绍兴国家通用航空产业综合示范区)."""
        if place is None or place.level not in ("zone", "line"):
            return "", None
        for at in range(max(start + 1, end - 10), end - 1):
            word = self.text[at:end]
            if word in _KINDS:
                unit = self.resolver.named_in(self.text[start:end])
                middle = self.text[start:at]
                for name in (unit.name, unit.name[:-1]) if unit is not None else ():
                    middle = middle.removeprefix(name)
                return middle if unit is not None else "", Token(at, end, lex.CARRIER, word)
        return "", None

    def _bracketed(self) -> Entity | None:
        """西部（成都）科学城, 蒙东（通辽）…: the bracket holds the place."""
        token, at = self.tokens[self.at], self.at
        before = self.tokens[at - 1] if at else None
        start = before.end if before is not None else self.start
        if before is not None and before.end == token.start and before.classes & lex.SUFFIX:
            start = before.start
        if not 0 <= token.start - start <= 6 or start < self.barrier:
            return None
        behind = before is not None and before.classes & lex.PLACE
        if token.start == start and (behind or not self._opens_name()):
            return None  # 湖南(广东)家居产业园 lies in neither
        found = self._bracket(token.start)
        if found is None or not found.places or found.includes or self.at - at > 3:
            self.at = at
            return None
        name = self.text[start : token.start] or self.text[start : found.end]
        return Entity(start, found.end, name, found.places, found.end, explicit=True)

    def _opens_name(self) -> bool:
        """(小店)唐槐园区: a bracket with one place before words that end in a carrier."""
        close = self.at + 2
        ahead = self.tokens[close : close + 3]
        return (
            len(ahead) > 1
            and bool(ahead[0].classes & lex.CLOSE)
            and self._carrier_ahead(close + 1)
            and not ahead[1].classes & lex.LIST
        )


def _is_none_of(outer: Place, inner: Place, word: str) -> bool:
    """Whether the word behind a place names no part of it: the place again, or a town's bare name
    behind a city (大庆宏伟石化基地); behind its county (诸暨店口) it is the town."""
    bare = inner.level == "town" and outer.level != "county" and not has_ending(word)
    return bare or inner.id == outer.id
