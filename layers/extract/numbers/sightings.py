"""The places that a sentence names as such: no rivers, lines, brands or quotations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.lookalikes import COURSE, SLOPES, is_nature
from layers.extract.places.mentions import Token, Words
from layers.extract.places.toponyms import Resolver, has_ending, is_unit

if TYPE_CHECKING:
    from geo.place import Place

_FEATURE = compiled(
    r"[平高草]原|盆地|流域|山脉|沙漠|灌区|走廊|[”’]?号[”’](?!召)"
    r"|[山河江湖岭](?=$|[^\w“‘（(《]|[和与及等的]|[上中下]游"
    rf"|{COURSE}|{SLOPES}"
    r"|重点|大力|积极|着力|加快|推[进动]|发展|建设|打造|培育|开发|实施"
    r"|保护|治理|旅游|景区|风景|国家|生态)"
)
"""长白山, 赤水河流域, 江南走廊: what makes of a short name that of something else. A mountain or a
river ends there; 绍兴河道, 丽水山林 and 舟山海岛 begin a word of their own and are the city's."""
_WATERS = ("河", "江", "湖", "山", "海", "岭")
_GREATER = ("大", "小")
"""大夏河, 小兴安岭: before a short name the beginning of a longer one."""
_DASHED = compiled(r"[—－–-](?![—－–-])(?!\d)\w")
"""青海—河南: what a line runs between; —— is a colon."""
_ASIDE = compiled(
    r"[（(](?:不?含|不?包括|除)[^（()）\n]{0,40}[）)]|除(?!了)[^，,。\n]{1,24}外(?![资贸商向])"
)
_QUOTED = compiled(r"[“‘「『][^“‘「『”’」』，,。\n]{1,16}[”’」』]")
_KIND = compiled(r"[（(]([省市州县区])[）)]")
_ZONE = compiled(
    r"(?P<name>(?P<words>[\u4e00-\u9fff]{0,4}?)(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|开发区"
    r"|工业园区|产业园区|工业园|工业集中区|产业集聚区|综合保税区|综保区))(?![内等的建以])"
)
"""What makes a zone's name of the unit before it."""
_THREE = 3
_VERB = compiled(r"[建推打培拥新增有已各共全的等达在]|形成|规划|发展|支持|加快")


_TOWN = compiled(
    r"(?:^|(?<=[，,。；：:、\n ]))(?P<name>"
    r"(?!.{0,3}(?:各|全|该|本|我|乡镇|城镇|小镇|建制|[强名重古]镇|等|个|[一二三四五六七八九十](?:[镇乡]|街道)))"
    r"[\u4e00-\u9fff]{2,3}(?:镇|乡|街道))(?![级域村长区])"
)
"""A town that opens a clause or goes on in a list."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place that is named at clean offsets `start:end`."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True)
class Sights:
    """Finds the places of the issuer in a passage of its plan."""

    words: Words
    resolver: Resolver

    def within(self, text: str, start: int, end: int) -> list[Sighting]:
        """The places in `text[start:end]` in order; the issuer's own unit is one of them."""
        if not self.words.holds(start, end, lex.PLACE):
            return []
        words = text[start:end]
        aside = _asides(words)
        found = []
        tokens = self.words.within(start, end)
        goods = {t.start - start for t in tokens if t.classes & lex.INDUSTRY and len(t.word) > 1}
        for number, token in enumerate(tokens):
            if not token.classes & lex.PLACE:
                continue
            if not (_is_sure(token) or _is_listed(tokens, number)):
                continue
            at, stop = token.start - start, token.end - start
            if _is_other(words, token.word, at, stop, goods) or _lies_in(aside, at):
                continue
            kind = _KIND.match(words, stop)
            place = self._stated(token.word + kind[1] if kind else token.word)
            if place is not None and self.resolver.is_home(place):
                close = start + kind.end() if kind else token.end
                found.append(Sighting(token.start, close, place))
        return found

    def _stated(self, word: str) -> Place | None:
        """The place that the text names; of a firm that in its name, not its seat elsewhere."""
        place = self.resolver.resolve(word).place
        if place is None or self._is_province(word, place):
            return None
        if place.level in ("enterprise", "institution"):
            return self.resolver.named_in(word)
        return place

    def _is_province(self, word: str, place: Place) -> bool:
        """Whether 河南 without an ending, a county here, is first of all a province elsewhere."""
        if place.level != "county" or place.name == word:
            return False
        readings = self.resolver.gazetteer.readings(word, self.resolver.issued)
        return any(p.level == "province" for p in readings)


def _is_sure(token: Token) -> bool:
    """Whether the word is a place's name and nothing else, or says what kind of unit it is."""
    return token.classes == lex.PLACE or has_ending(token.word)


def _is_listed(tokens: list[Token], number: int) -> bool:
    """射阳、滨海; 安定、通渭: whether a name that is a word too stands beside one in a list."""
    before, after = tokens[max(0, number - 2) : number], tokens[number + 1 : number + 3]
    return _joins([*before, tokens[number]], before) or _joins([tokens[number], *after], after)


def _joins(tokens: list[Token], beside: list[Token]) -> bool:
    """Whether three words are two names and a joint, nothing between them, and the name `beside`
    the one asked for is no word."""
    if len(tokens) < _THREE or not tokens[1].classes & lex.LIST:
        return False
    sure = any(t.classes & (lex.PLACE | lex.WORDLIKE) == lex.PLACE for t in beside)
    return sure and tokens[0].end == tokens[1].start and tokens[1].end == tokens[2].start


def _is_other(words: str, name: str, start: int, end: int, goods: set[int]) -> bool:
    """Whether a short name is but part of a river's, a mountain's or a line's.

    `goods` is where goods begin: 长白山人参 is the mountain's, 诸暨山核桃 the county's.
    """
    if not has_ending(name):
        if _FEATURE.match(words, end) or (end + 1 in goods and is_nature(words, end, name)):
            return True
        greater = words[max(0, start - 1) : start] in _GREATER
        if greater and (name.endswith(_WATERS) or words.startswith(_WATERS, end)):
            return True
    before = words[max(0, start - 2) : start]
    return _DASHED.match(words, end) is not None or _DASHED.match(before[::-1]) is not None


def _lies_in(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _asides(words: str) -> list[tuple[int, int]]:
    """Where places are named in order to be left out, or belong to a quotation."""
    found = [m.span() for m in _QUOTED.finditer(words)] if "“" in words else []
    if "含" in words or "除" in words or "包括" in words:
        found += [m.span() for m in _ASIDE.finditer(words)]
    return found


def zoned(text: str, sight: Sighting) -> Sighting:
    """张掖经济技术开发区: a zone that the gazetteer lacks has numbers of its own, which are not
    those of the unit that its name begins with."""
    zone = _ZONE.match(text, sight.end) if is_unit(sight.place) else None
    if zone is None or _VERB.search(zone["words"]):
        return sight
    name, unit = text[sight.start : zone.end("name")], sight.place
    today = unit.code_today[0] if unit.code_today else unit.code
    place = replace(unit, id="", name=name, level="zone", code=None, code_today=(), within=today)
    return replace(sight, end=zone.end("name"), place=place)


def with_towns(
    text: str, start: int, end: int, resolver: Resolver, found: list[Sighting]
) -> list[Sighting]:
    """The places of a sentence with the towns of a county's text that the gazetteer lacks: the
    numbers of 三水镇 are not its county's."""
    home = resolver.home
    if home.level != "county" or not any(kind in text[start:end] for kind in "镇乡街"):
        return found
    today = home.code_today[0] if home.code_today else home.code
    towns = []
    for match in _TOWN.finditer(text, start, end):
        a, b = match.span("name")
        if not any(s.start < b and a < s.end for s in found):
            town = replace(
                home,
                id="",
                name=match["name"],
                level="town",
                code=None,
                code_today=(),
                within=today,
            )
            towns.append(Sighting(a, b, town))
    return sorted([*found, *towns], key=lambda s: s.start) if towns else found
