"""Whose towns they are that a list names after a county's: 柯城区石梁镇、沟溪乡.

Most towns stand in no gazetteer; behind the name of their county their endings tell them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.toponyms import TOWNS, Resolver

if TYPE_CHECKING:
    from geo.place import Place

BARE = compiled(r"[\u4e00-\u9fff]{1,5}(?:镇|乡|街道|苏木|农场|林场)")
"""The name of a town without its county."""
_KIND = compiled(
    r"(?:.{0,4}(?:中心|特色|重点|有关|相关|所属|所在|下辖|卫星|试点|示范|民族|贫困|薄弱|边境|先行|先进|山区|库区"
    r"|平原|丘陵|偏远|[近远]郊|沿[江河湖海线边岸路]|工贸|商贸|旅游|生态|美丽|文化|历史|经济|产业|农业|工业|重要|主要|核心"
    r"|骨干|专业|建制|新型|现代|其[他余它]|部分|少数|多数|一些|若干|附近|周边|邻近|相邻|毗邻|以上|上述)"
    r"|(?:.{0,4}(?:业|游|化|济|口|粮|畜牧|菜|茶叶?|果))[大强名重]|[各全本该我每]个?|[两三四五六七八九十几数\d]+个?"
    r"|.{0,4}(?:返|还|之|江南水|[资工才员士贤生]回|[本业才技化电车士生]下)(?=乡))"
    r"(?:镇|乡|街道|村|苏木)(?:[东西南北中]{1,2}部)?"
)
_SUMMED = "两三四五六七八九十个"
NO_RANK = "(?<![业济游工特产品果茶菜牧技文]强)"
"""产业强镇 is no town's name, 吉强镇 is."""
_ENDED = (
    rf"(?:街道办事处|办事处|街道|(?<![小城乡村古名重{_SUMMED}]){NO_RANK}镇(?![区街域村乡级])"
    rf"|(?<![{_SUMMED}])乡(?![村镇级]))"
)
_NAMED = (
    r"(?!各|全|等|重点|中心|特色|部分|周边|所辖)[^\x00-\xff、，。；：（）“”县区旗和及与等]{2,4}?"
)
_WALLED = r"[^\x00-\xff、，。；：（）“”小新老县主各古名中大建集和及与]城镇(?![区街域村乡级化体])"
"""赤城镇: a town's name of three characters that is no 城镇."""
_TOWN = rf"(?:{_WALLED}|{_NAMED}{_ENDED})"
_TOWNS = compiled(rf"{_TOWN}(?:[、和及与]{_TOWN})+")
"""Two towns or more."""
_ONE = compiled(_TOWN)
_BEFORE_GOODS = compiled(
    rf"^(?:[镇乡](?![村镇])|[\u4e00-\u9fff]{{2,3}}(?<![城乡特]){NO_RANK}(?:镇|乡(?!村)|街道))(?=[\u4e00-\u9fff]{{2}})"
)
"""A town that nobody knows, or the end of its name, before its goods."""
_TWO_NAMES = 4
"""Characters of a county's bare name and a town's (环江川山)."""


def is_kind(name: str) -> bool:
    """Whether a name with a town's ending says what kind of town is meant, and names none,
    or is none at all (资本下乡).

    >>> [is_kind(name) for name in ("中心镇", "沿江乡", "青年返乡", "吉强镇")]
    [True, True, True, False]
    """
    return _KIND.fullmatch(name) is not None


def without_town(words: str) -> str:
    """The goods behind a county's name, without the town of it that they are of.

    >>> without_town("宣威镇蓝莓"), without_town("镇电机"), without_town("乡村旅游")
    ('蓝莓', '电机', '乡村旅游')
    """
    return _BEFORE_GOODS.sub("", words)


def in_counties(
    named: Sequence[Entity | None], names: Sequence[str], resolver: Resolver
) -> list[Entity | None]:
    """The entities of a list, bare towns in the county of those before them, also where another
    county alone is known to have one of that name; `names` are as the text has them."""
    county, found = None, list(named)
    for at, (entity, name) in enumerate(zip(named, names, strict=True)):
        if entity is None:
            continue
        held = _county(entity, name, county, resolver)
        bare = entity.name if entity.carrier or entity.extra else name
        if held is None and county is not None and BARE.fullmatch(bare):
            found[at] = replace(entity, places=(county,), failed=None)
        else:
            county = held
    return found


def towns_behind(
    text: str, start: int, end: int, county: Place, resolver: Resolver
) -> list[Entity]:
    """The towns that a list names right behind the county's name, which stands at `start:end`,
    known or not (宜州区石别镇、北牙乡); none where there is but one."""
    listed = _TOWNS.match(text, end)
    found: list[Entity] = []
    for match in _ONE.finditer(text, end, listed.end()) if listed else ():
        name = match[0]
        if found and _names_another(name, county, resolver):
            break
        place = resolver.resolve(name, within=county).place or county
        begin = match.start() if found else start
        whole = text[begin : match.end()]
        found.append(Entity(begin, match.end(), whole, (place,), match.end(), explicit=True))
    return found if len(found) > 1 else []


def one_more(text: str, start: int, county: Place, resolver: Resolver) -> Entity | None:
    """The town behind the joint of a county's list that the gazetteer cannot tell by itself."""
    match = _ONE.match(text, start)
    if match is None or resolver.resolve(match[0]).place is not None:
        return None
    if _names_another(match[0], county, resolver):
        return None
    place = resolver.resolve(match[0], within=county).place or county
    return Entity(start, match.end(), match[0], (place,), match.end(), explicit=True)


def town_over(text: str, begin: int, word: tuple[int, int], resolver: Resolver) -> Entity | None:
    """石梁河镇 and 白塔埠镇 in their county's own text: the town whose name, from `begin` on, hides
    the `word` of another place in it (梁河, 白塔; 西乡 in 逻西乡)."""
    match = _ONE.match(text, begin)
    start, end = word
    if match is None or match.end() < end or (match.end() == end and start == begin):
        return None
    if start == begin and text[end : match.end()] in TOWNS:
        return None  # 大唐街道 hides nothing
    name = match[0]
    place = resolver.resolve(name).place
    ours = (place,) if place is not None and resolver.is_home(place) else (resolver.home,)
    return Entity(begin, match.end(), name, ours, match.end(), explicit=True)


def _names_another(name: str, county: Place, resolver: Resolver) -> bool:
    """Whether a town's name begins with another county's (宜州德胜镇、环江川山镇)."""
    body = name.removesuffix("街道").rstrip("镇乡")
    other = resolver.resolve(body[:2]).place if len(body) >= _TWO_NAMES else None
    return other is not None and other.level == "county" and other.id != county.id


def _county(entity: Entity, name: str, before: Place | None, resolver: Resolver) -> Place | None:
    """The county that the name of a town begins with, or that of the town before it."""
    place = entity.places[0] if entity.places else None
    if place is None or place.within is None or place.level != "town":
        behind = name[len(entity.name) :]
        named = name.endswith(TOWNS) or _ONE.match(behind) is not None
        opens = place is not None and place.level == "county" and named
        return place if opens else None  # 秦安县西川镇(苹果), whose town nobody knows
    county = resolver.gazetteer.find_unit(place.within, resolver.issued)
    return county if county == before or name.startswith(county.name[:2]) else None
