"""The last of a list where nobody knows its name: 古雷、可门四大石化基地, 袍江、黑马新城."""

from __future__ import annotations

import re
from collections.abc import Sequence

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import JOINTS, Entity
from layers.extract.places.initials import county_initials
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import Resolution, Resolver

WINDOW = 40
"""Words before a carrier that may belong to it."""
_SUMMED = re.compile(r"[\u4e00-\u9fff]{2,4}?(?=[两三四五六七八九十]大|[\d两三四五六七八九十]+个)")
"""A name before the number of the list that it closes."""
_UNIT = re.compile(r"[\u4e00-\u9fff]{2,4}[区县镇乡旗]")
"""A unit's name right before what the list is for (哈密、百里风区|风电基地)."""
_ZONES = ("新城", "新区", "开发区", "经开区", "高新区", "工业区", "工业园", "工业园区", "产业园")
_NAME = compiled(
    r"(?!特色|现代|先进|高端|各|主要|重点|相关|城市|乡镇|县域|产业|省级|国家|市级|专业|一批|若干|其他|所属|沿|周边"
    r"|[两三四五六七八九十])[\u4e00-\u9fff]{2,4}"
)
"""What may be a zone's own name."""
_ACTS = lex.FOCUS | lex.BUILD
_GOES_ON = lex.LIST | lex.ETC
_TOWN = compiled(
    r"(?!企业|园区|部门|乡镇|村镇|街道|全[县市区]|各|相关|城区|新区|景区|社区|农户|[^、]?地|[^、]?[县市区]$)[\u4e00-\u9fff]{2,3}"
)
"""What may be a town's bare name."""
_EACH = ("分别", "依次", "均", "主要")


def summed(
    text: str, tokens: Sequence[Token], k: int, start: int, resolver: Resolver
) -> Entity | None:
    """古雷、可门四大石化基地: a name that nobody knows between a list of places and the number
    that sums them up: counties, a character each, or refused."""
    words = tokens[max(0, k - WINDOW) : k]
    goods = (t.start for t in words if t.classes & lex.INDUSTRY and t.start >= start)
    first = next(goods, tokens[k].start)
    name = _SUMMED.match(text, start, first) or _UNIT.fullmatch(text, start, first)
    if name is None:
        return None
    places = county_initials(name[0], resolver)
    failed = None if places else Resolution(None, "unknown")
    return Entity(
        start, name.end(), name[0], places, name.end(), failed=failed, explicit=bool(places)
    )


def sister(
    text: str, token: Token, start: int, before: Entity, resolver: Resolver
) -> Entity | None:
    """张坊、小河、达浒发展X: a town that nobody knows behind those of the county that a list names
    before the word `token`."""
    towns = len(before.places) == 1 and before.places[0].level == "town"
    if not towns or before.extra or before.carrier or not token.classes & (_ACTS | _GOES_ON):
        return None
    if text[before.stop : start] not in JOINTS or not _TOWN.fullmatch(text, start, token.start):
        return None
    name, end = text[start : token.start], token.start
    return Entity(start, end, name, (resolver.home,), end, explicit=True)


def zone(
    text: str, tokens: Sequence[Token], k: int, start: int, resolver: Resolver
) -> Entity | None:
    """袍江、黑马新城重点发展X: a zone that nobody knows, behind a list of places that act with it:
    the issuer's where that is a city or county, or refused."""
    carrier, after = tokens[k], tokens[k + 1] if k + 1 < len(tokens) else None
    own = start == carrier.start and resolver.home.level == "prefecture"  # 高新区, the city's
    if carrier.word not in _ZONES or not (own or _NAME.fullmatch(text, start, carrier.start)):
        return None
    if any(t.classes & lex.INDUSTRY for t in tokens[max(0, k - 3) : k] if t.start >= start):
        return None
    acts = after is not None and after.start == carrier.end and bool(after.classes & _ACTS)
    goes_on = after is not None and after.start == carrier.end and bool(after.classes & _GOES_ON)
    if not (acts or (own and goes_on) or text.startswith(_EACH, carrier.end)):
        return None
    near = resolver.home.level in ("prefecture", "county")
    places = (resolver.home,) if near else ()
    failed = None if near else Resolution(None, "unknown")
    name, stop = text[start : carrier.end], carrier.end
    return Entity(start, stop, name, places, stop, failed=failed, explicit=near, carrier=carrier)
