"""Towns and villages by their bare names, which the sentence itself says that they are: 卫城、
新店、站街等乡镇, 鞠家、房身两村. In a county's own text they are the county's, whoever
knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layers.extract import lexicon as lex
from layers.extract.patterns import JOINT, compiled
from layers.extract.places.mentions import Token, ordinary_words
from layers.extract.places.toponyms import TOWNS
from layers.extract.places.villages import instead

if TYPE_CHECKING:
    from geo.place import Place
    from layers.extract.places.toponyms import Resolver

_HAN = r"(?:(?![等的以在和与及])[\u4e00-\u9fff])"
_NUMBER = r"(?:\d+|[两三四五六七八九十]+)"
_NEXT = (
    r"(?=[的，,。；;、：:和与及以为要则也都均将已]|$|重点|大力|积极|主要|着力|发展|建设|种植|养殖|推广|打造"
    r"|培育|形成|建成|新建|扩建|实施|集中|开展|创建|依托|利用|推进|加快|布局|规划)"
)
_LIST = compiled(
    rf"(?P<list>{_HAN}{{2,9}}(?:[、和与及]{_HAN}{{2,4}}){{1,24}})"
    rf"(?:等(?:地的?)?(?:{_NUMBER}个?)?(?:乡镇|镇乡|镇街|街镇|镇|乡|街道|村){_NEXT}"
    rf"|(?P<sum>{_NUMBER}个?(?:乡镇|镇乡|镇街|镇|乡|街道|村){_NEXT})"
    rf"|等{_NUMBER}个[\u4e00-\u9fff]{{0,10}}?(?:示范|特色|重点|专业|强)[镇乡村](?=[，,。；;]|$|建设|发展))"
)
"""卫城、新店等乡镇, 鞠家、房身两村: names that a word for towns sums up."""
_SUMMED = compiled(
    rf"(?P<list>{_HAN}{{2,9}}(?:[、和与及]{_HAN}{{2,4}}){{1,12}})"
    rf"(?={_NUMBER}(?:大片?|个|片|处)[^，,。；;、的]{{2,12}}?(?:基地|示范区|片区|产区|园区?|产业带|集中区)(?=[，,。；;]|$|建设))"
)
"""星火、雷窝、沙沟三大片蔬菜基地: names before the number of what they have, if they show that
they are towns'."""
_BASED = compiled(
    rf"以(?P<list>{_HAN}{{2,4}}(?:[、和与及]{_HAN}{{2,4}}){{0,15}})等?(?:地|镇|乡镇)?为(?:主(?!导|体|线|题)|重点(?!培育|发展|推进|支持|建设|打造)|核心|中心|龙头)"
)
"""Names of which a part of the land mostly consists; that they are towns they must show."""
_LAND = compiled(
    r"(?!.*(?:酒店|商店|门店|网店|饭店|农庄|山庄|村庄|村寨|山寨|池塘|库塘|水塘|堤坝|塘坝|海湾|港湾|山沟|山岗|路桥|市集|收集|采集|密集|[平舞擂窗看后]台|[部专热冷]门|[出进窗人港风路]口|[码龙源巨]头|[国专农大厂商赢渔行名人独管]家"
    r"|[经民国私专直]营|[商店床]铺|[书药]店|[像镜插钻接罐芋馒磁探枕喷]头|[接插牲]口|[阳灶]台|[车天栈]桥|阀门|草坪"
    r"|[燕蜂]窝|[幕外]墙))"
    r".+[坪坝湾营庄堡店寨岭桥铺屯沟塬墩洼窝嘴垭峪岗集埠塘浦潭坑垅陂圩崖壕疃塆墟家台门口头]$"
)
"""What the names of the land end in, and the common words that end so and name none."""
_PART = compiled("(?<![A-Za-z0-9])[A-F]区(?=以|重点|主要|布局|发展|突出)")
"""A part of a park by its letter."""
_CHAIN = compiled(r"(?P<first>[\u4e00-\u9fff]{2,4})[-—－–]{1,2}(?P<next>[\u4e00-\u9fff]{2,4})")
"""The first two names of a chain."""
_FAR = 20
"""Characters between a chain and the carrier that is of it."""
_RELIEF = compiled(
    "水[库面田]|[鱼虾荒][塘山坡滩地]|滩涂|大田|[旱坡]地|温室|[高中低半浅深][山海]|丘陵|平坝|坝区|平原|山地|河谷|林下|[川山库湖灌牧林]区|沿[江海湖河边]|高[寒原]|大棚|庭院"
)
"""What is a kind of land and no name."""
_SIGN = compiled(r"等[^，,。；;、]{0,14}?[镇乡村道]|[两三四五六七八九十\d]个?[镇乡村]")
"""What stands in every sentence with such a list."""
_PLAIN = compiled(
    r".*[部全各其他业区园县率类型级性项产品质]$|.+[镇乡].+|(?:重点|中心|部分|周边|特色|优势|主要|基础|公共).*"
)
"""What is no bare name of a town."""
_RANKS = ("镇", "乡")
"""Endings that part two towns of one name; a town that has become 街道 is the same."""
_SHORT, _LONG = 2, 4
_VERBS = lex.VERBS | lex.GROW | lex.OF | lex.OWN
_NONE = _VERBS | lex.CARRIER | lex.NOTHING | lex.ETC | lex.OWNER
_LEADS = _VERBS | lex.SUFFIX | lex.PLACE
"""Classes of words behind which the first name may begin."""
_BEFORE = frozenset("在以于由即把将的和与及对向")
"""Characters behind which a name may begin."""


def with_announced(
    text: str, start: int, end: int, tokens: list[Token], resolver: Resolver
) -> list[Token]:
    """The words of a sentence with the names of such lists among them."""
    listed = _LIST.finditer(text, start, end) if _SIGN.search(text, start, end) else ()
    for match in listed:
        names = [*_names(text, match, tokens)]
        if all(_may_be(text, span, tokens, resolver) for span in names):
            tokens = _marked(text, tokens, names)
    for match in _SUMMED.finditer(text, start, end):
        names = [*_names(text, match, tokens)]
        if _are_towns(text, names, tokens, resolver):
            tokens = _marked(text, tokens, names)
    for match in _PART.finditer(text, start, end):
        tokens = _marked(text, tokens, [match.span()])
    for match in _CHAIN.finditer(text, start, end):
        tokens = _chained(text, match, tokens, resolver)
    based = _BASED.finditer(text, start, end) if text.find("以", start, end) >= 0 else ()
    for match in based:
        names = [*_items(text, *match.span("list"))]
        if _are_towns(text, names, tokens, resolver):
            tokens = _marked(text, tokens, names)
    return tokens


def _are_towns(
    text: str, names: list[tuple[int, int]], tokens: list[Token], resolver: Resolver
) -> bool:
    """Whether names that only stand where towns do may all be towns', and show it."""
    plain = all(_may_be(text, span, tokens, resolver) for span in names)
    return plain and _show([text[a:b] for a, b in names], resolver)


def _chained(
    text: str, match: re.Match[str], tokens: list[Token], resolver: Resolver
) -> list[Token]:
    """The words with the first name of a chain before a carrier (“横梁—干城冷凉蔬菜示范区”), where
    it or the next shows that it is a town's."""
    span, behind = _last(tokens, *match.span("first")), match["next"]
    carried = any(t.classes & lex.CARRIER and 0 < t.start - match.end() < _FAR for t in tokens)
    if not carried or not _may_be(text, span, tokens, resolver):
        return tokens
    heads = (behind[:n] for n in range(_SHORT, len(behind) + 1))
    told = any(_show([text[slice(*span)], head], resolver) for head in heads)
    ours = _at(tokens, match.start("next"), resolver)
    return _marked(text, tokens, [span, *ours]) if told else tokens


def _at(tokens: list[Token], start: int, resolver: Resolver) -> list[tuple[int, int]]:
    """The issuer's own town that begins at an offset, if the gazetteer has it."""
    found = (t for t in tokens if t.start == start and t.classes & lex.TOWN)
    return [(t.start, t.end) for t in found if town_of(t.word, resolver)]


def _show(names: list[str], resolver: Resolver) -> bool:
    """Whether bare names show that they are towns': one is the issuer's, or half are known towns
    elsewhere or end as names of the land do; a single one must be the issuer's, or be long."""
    if any(map(_RELIEF.search, names)):
        return False
    if all(name.endswith((*TOWNS, "村")) for name in names):
        return True
    if any(town_of(name, resolver) for name in names):
        return True
    if len(names) == 1:
        return len(names[0]) > _SHORT and _LAND.match(names[0]) is not None
    bearers = resolver.gazetteer.bearers
    known = [n not in ordinary_words() and any(bearers(n + end) for end in TOWNS) for n in names]
    shown = [k or _LAND.match(n) is not None for k, n in zip(known, names, strict=True)]
    return sum(shown) * 2 >= len(names)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the names of a list."""
    for cut in JOINT.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _names(text: str, match: re.Match[str], tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The spans of the names; the first begins behind the last verb or sector before it."""
    begin, stop = match.span("list")
    (_, first), *rest = _items(text, begin, stop)
    yield _last(tokens, begin, first)
    yield from rest


def _last(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """A name without the verbs or sectors before it."""
    leads = [t.end for t in tokens if start <= t.start < end and t.classes & _LEADS]
    return max((at for at in leads if at <= end - _SHORT), default=start), end


def _may_be(text: str, span: tuple[int, int], tokens: list[Token], resolver: Resolver) -> bool:
    """Whether a town of the issuer's may bear the name: no goods, no verb, no part of the land."""
    start, end = span
    if not _SHORT <= end - start <= _LONG or not _is_open(text, start, tokens):
        return False
    if _PLAIN.match(text, start, end) and not town_of(text[start:end], resolver):
        return False
    inside = [t for t in tokens if t.start < end and start < t.end]
    return all(start <= t.start and t.end <= end and _fits(t, start, end) for t in inside)


def _fits(token: Token, start: int, end: int) -> bool:
    """Whether a word may be part of such a name, or all of it where it is a place's too."""
    if token.classes & lex.PLACE and not token.classes & _VERBS:
        return True
    goods = token.classes & lex.INDUSTRY and token.end == end
    return not (token.classes & _NONE or goods)


def _is_open(text: str, at: int, tokens: list[Token]) -> bool:
    """Whether a name may begin here: behind a mark, a joint, 在, 以, or a word that leads it."""
    if at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff" or text[at - 1] in _BEFORE:
        return True
    return any(t.end == at and t.classes & _LEADS for t in tokens)


def town_of(name: str, resolver: Resolver) -> Place | None:
    """The issuer's own town of the name, if the gazetteer has it."""
    kind = next((end for end in TOWNS if name.endswith(end)), "")
    ends = ("", *TOWNS) if not kind or len(name) == _SHORT else ("",)
    for word in (*(name + end for end in ends), name.removesuffix(kind)):
        place = resolver.resolve(word).place if len(word) >= _SHORT else None
        other = place is not None and kind in _RANKS and place.name not in (name, word)
        if place and place.level == "town" and resolver.is_home(place) and not other:
            return place
    return None


def own_town(name: str, resolver: Resolver) -> Place:
    """The issuer's own town of a name that a list announces, else the issuer's unit."""
    return town_of(name, resolver) or resolver.home


def _marked(text: str, tokens: list[Token], names: list[tuple[int, int]]) -> list[Token]:
    """The words with each name as one word."""
    return instead(tokens, [Token(a, b, lex.PLACE | lex.LOCAL, text[a:b]) for a, b in names])
