"""Names of places in a clause: what belongs to one, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon
from layers.extract.places.announced import own_town
from layers.extract.places.brackets import given
from layers.extract.places.entities import Entity
from layers.extract.places.initials import QUALITIES, Initials, initials, lengthened
from layers.extract.places.lookalikes import is_nature
from layers.extract.places.mentions import Token
from layers.extract.places.standing import Standing
from layers.extract.places.toponyms import TOWNS, Resolution, central, has_ending

if TYPE_CHECKING:
    from geo.place import Place

_LEXICON = Lexicon.from_data()
_KINDS = _LEXICON.kinds
_COUNTS = frozenset(
    word
    for word, bits in _LEXICON.classes.items()
    if bits & lex.SUFFIX and word[0] in "两三四五六七八"
)
"""What sums a list of places up, behind the last of them."""
_NATIONAL = "中国（"
_CORRIDOR = "工业走廊"
"""What a region's name may end in that carries industries."""


class Names(Standing):
    """The places of one clause."""

    def _named(self, token: Token) -> Entity | None:
        if token.classes & lex.LOCAL:
            return self._own(token)
        resolution = self._by_siblings(token, self.resolver.resolve(token.word))
        town = self._as_town(token, resolution)
        if town is not None:
            return town
        resolution, end, at = self._inmost(token, resolution)
        place = resolution.place
        if place is not None and place.level == "region":
            longer = self._longer_string(token, place)
            if longer is not None:
                return longer
        if place is None and self._is_own_town(token, resolution):
            self.at = at
            return self._town(token.start, end, own_town(token.word, self.resolver))
        if place is None and not (len(token.word) > 2 or self._listed(token)):
            return None
        if place is not None and place.level == "town" and not self._is_town(token, end):
            return None
        self.at = at
        return self._complete(token.start, end, resolution)

    def _own(self, token: Token) -> Entity:
        """卫城、新店等乡镇: a town or village that the sentence itself says to be one; A区,
        a part of a park."""
        self.at += 1
        start, end = token.start, token.end
        town = self._town(start, end, own_town(token.word, self.resolver))
        if token.word[0].isascii():
            town.carrier = Token(end - 1, end, lex.CARRIER, "区")
        return town

    def _as_town(self, token: Token, found: Resolution) -> Entity | None:
        """大唐街道, 西园街道: a town of the issuer's of which the gazetteer has the bare name, or
        which it knows elsewhere only."""
        home, end = self.resolver.home, self._town_end(token)
        if not end or not self._is_ours(token):
            return None
        place = found.place
        near = place is not None and self.resolver.is_home(place)
        if near and place is not None and place.level not in ("town", "county"):
            return None
        if not near and home.level != "county":
            return None
        self.at += 1
        return self._town(token.start, end, place if near and place is not None else home)

    def _is_own_town(self, token: Token, refused: Resolution) -> bool:
        """高桥镇 in a county's text, which the gazetteer knows elsewhere only: the county's own."""
        small = bool(refused.candidates) and all(p.level == "town" for p in refused.candidates)
        return small and self.resolver.home.level == "county" and token.word.endswith(TOWNS)

    def _town(self, start: int, end: int, place: Place) -> Entity:
        """A town of the issuer's, with the part of it that is meant (石空镇北部)."""
        end, suffix = self._suffix(end)
        name = self.text[start:end]
        return Entity(start, end, name, (place,), end, explicit=True, suffix=suffix)

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
            if _is_none_of(resolution.place, inner.place, after.word, self._closes(at)):
                break
            if inner.place.level == "region":
                return resolution, after.end, at + 1  # 淮安苏北重要中心城市: not in its city
            resolution, end, at = inner, after.end, at + 1
        place = resolution.place
        district = central(self.resolver, place, self.text, end) if place is not None else None
        return (Resolution(district), end + 2, at) if district else (resolution, end, at)

    def _closes(self, at: int) -> bool:
        """Whether a joint, 等 or a verb of a builder stands right behind the word at an index."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is None or after.start != self.tokens[at].end:
            return False
        return bool(after.classes & (lex.LIST | lex.ETC | lex.FOCUS | lex.BUILD))

    def _longer_string(self, token: Token, region: Place) -> Entity | None:
        """成渝绵, 广佛肇清云韶: a string of cities that the gazetteer knows, and more characters of
        it; refused where nothing decides which units those are."""
        behind = [t for t in self.tokens[self.at + 1 :] if not t.classes & lex.TOWN]
        after = behind[0].start if behind else self.end  # 清云 of 广佛肇清云韶 is a town elsewhere
        chunk = QUALITIES.split(self.text[token.start : after], maxsplit=1)[0]
        after = token.start + len(chunk)
        if not len(token.word) < len(chunk) <= 6 or len(token.word) > 4:
            return None
        found = initials(chunk, self.resolver)
        if found.length != len(chunk) or found.doubtful:
            found = lengthened(region, chunk[len(token.word) :], self.resolver)
        if not found.places and not found.doubtful:
            return None
        self.at = len(self.tokens) - len(behind)
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
        name_end, explicit = end - len(suffix) if suffix in _COUNTS else end, False
        if self.text.startswith("）", end) and self.text.endswith(_NATIONAL, 0, start):
            start, end = start - len(_NATIONAL), end + 1  # 中国（驻马店）国际农产品加工产业园
            name_end = end
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
        if place is None or place.level not in ("zone", "line", "region"):
            return "", None
        if place.level == "region":  # 哈大齐|工业走廊
            carried = self.text.endswith(_CORRIDOR, start, end) and end - start > len(place.name)
            at = end - len(_CORRIDOR)
            return "", Token(at, end, lex.CARRIER, _CORRIDOR) if carried else None
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


def _is_none_of(outer: Place, inner: Place, word: str, closed: bool) -> bool:
    """Whether the word behind a place names no part of it: the place again, or a town's bare name
    behind a city (大庆宏伟石化基地); behind its county (诸暨店口), and in a list or before a verb
    (佛山西樵、中山沙溪形成…), which is `closed`, it is the town."""
    large = outer.level != "county" and not closed
    bare = inner.level == "town" and large and not has_ending(word)
    return bare or inner.id == outer.id
