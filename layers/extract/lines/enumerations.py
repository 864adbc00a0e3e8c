"""Enumerations behind an industry or a carrier: 烟叶基地分别是A镇、B镇, 产业集中在A、B等市.

The words before the list say what it is a list of, the list is nothing but names. Towns that the
gazetteer lacks lie in the county that lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from layers.extract.industries import aims, labelled
from layers.extract.labels import label
from layers.extract.lexicon import Lexicon
from layers.extract.lines.announced import about, is_meant
from layers.extract.lines.rows import Cell
from layers.extract.lines.sites import Sites, is_wide
from layers.extract.lines.spreads import is_spread, keyed, measured, shared, tried
from layers.extract.lines.towns import lists_towns, of_towns
from layers.extract.patterns import NUMBER, compiled, each
from layers.extract.places.entities import Entity
from layers.extract.places.toponyms import is_unit
from layers.extract.places.townships import in_counties
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.state import State
from layers.records import Status

_LETTERS = "|".join(
    (
        r"分别(?:是|为)[：:]?|等\d+(?:余)?[个家处]",
        each(
            "乡镇 园区 产区 基地 县区 县市 市县 区县 地区 镇街 集群",
            "(?:主要)?(?:有|包括|为)[：:]?",
        ),
        r"(?:集中|广泛|大多)分布(?:在|于)",
        each("布局 分布 集中 集聚 聚集", "(?:在|于)"),
        each("建设区域 发展区域 种植区域 养殖区域 生产区域", "(?:主要)?(?:在|为|有|包括)"),
        "(?:将|(?<!虚)拟)(?:布局在|布局于|落在|选址(?:在|于)?)",
        each("组团 片区 板块 功能区 发展区 经济区", '[”"]?[（(]?(?:主要|范围)?(?:包括|包含|涵盖)'),
    )
)
_LETTERED = compiled(_LETTERS)
CUE = compiled(
    rf"{_LETTERS}|(?:重点|主要)(?:布局|分布|集中|集聚|聚集)(?:在|于)"
    r"|(?:\d{1,2}|[一二两三四五六七八九十])[个大](?P<counted>[\u4e00-\u9fff]{0,12}?"
    r"(?:区|极|核心|中心|节点|支点|基地|城市|板块|集群))(?:——|—|：|:)"
)
"""What stands at one end of an enumeration."""
_COUNTED = compiled(r"[个大](?<=[\d一二两三四五六七八九十][个大])[\u4e00-\u9fff]{1,14}[—：:]")
_WORDS = re.compile("分别|有|包括|为|在|于|等|选址|涵盖|覆盖|由|—|：|:")
"""One of these stands in every cue."""
_LISTED = compiled(
    r"(?:[\u4e00-\u9fff（）()“”]{2,18}、)+[\u4e00-\u9fff（）()“”]{2,18}?(?:[和与及][\u4e00-\u9fff]{2,18}?)?(?=等|[。；，,：]|$)"
)
_TWO = compiled(r"[\u4e00-\u9fff]{2,10}?[和与及][\u4e00-\u9fff]{2,10}(?=[。；，,]|$)")
_NAME = compiled(r"[\u4e00-\u9fff]{2,14}(?=[，,。；]|$)")
_HANDED = compiled(
    r"(?P<verb>推动|推进|加快|建设|打造|支持|培育|加强|抓好)(?P<list>[^，,。；：]{2,18}(?:、[^，,。；：、]{2,18}){2,40}?)"
    r"等\d+(?:余)?[个家处](?P<what>[^，,。；、]{2,16})"
)
_BEARERS = (
    r"(?:组团|片区|板块|功能区|发展区|经济区|产业带|经济带|发展带|区域|地区|核心区|拓展区|辐射区|联动区"
    r"|协同区|引领区|增长极|发展极|[东西南北两]翼)"
)
_HOLDS = r"(?:主要|范围)?(?:包括|包含|涵盖|覆盖|由)"
_LIST = r"(?P<list>[^，,。；：（）()]{2,120}?)(?:等(?:地|市|县|区|镇|乡|街道)*)?(?:组成|构成)?"
_AIM = (
    r"[，,：:](?:以[^，,。；]{2,30}[，,])?"
    r"(?:重点|主要|着力|优先)(?:发展|布局|培育)(?P<what>[^。；]{2,80})"
)
_MEMBERS = compiled(
    rf"(?P<name>[\u4e00-\u9fff]{{0,14}}?{_BEARERS})[”\"]?[（(，,：:]?{_HOLDS}{_LIST}[）)]?{_AIM}"
)
_AREA = compiled(rf"^{_HOLDS}|{_BEARERS}[”\"]?(?:[（(]|[，,：:]?{_HOLDS})")
"""An area, and its members behind it; or the members of one that the heading names."""
_BRACKETED = compiled(rf"(?P<name>[\u4e00-\u9fff]{{0,14}}?{_BEARERS})[”\"]?[（(]{_LIST}[）)]{_AIM}")
_TITLED = compiled(rf"^{_HOLDS}{_LIST}{_AIM}")
"""What an area's heading leaves to the sentence behind it."""
_KINDS = Lexicon.from_data().kinds
_LONGEST = 1_500
"""Characters of a sentence with an enumeration of towns."""


def enumerated(state: State) -> bool:
    """Read a sentence whose point is a list of places; True where it made claims."""
    whole = state.whole
    if len(whole) > _LONGEST or not ("、" in whole or "——" in whole):
        return False
    if lists_towns(state) and of_towns(state, Sites(state.page)):
        return True
    if not _WORDS.search(whole):
        return False
    grown = _is_aimed(whole) or is_spread(whole)
    cues = [c for c in _cues(whole) if c[0][0] == "等" or _lists(whole, c)]
    if not (cues or grown):
        return False
    sites = Sites(state.page)
    read = partial(_places, state, sites)
    tried(state, read)
    if keyed(state, read) or _grouped(state, sites) or measured(state, read) or shared(state, read):
        return True
    made = [_handed(state, sites) if c[0][0] == "等" else _behind(state, sites, c) for c in cues]
    return any(made)


def _is_aimed(whole: str) -> bool:
    """Whether a sentence may say of an area with its members what it is for."""
    if "重点" not in whole and "主要" not in whole:
        return False
    return _AREA.search(whole) is not None


def _cues(whole: str) -> Iterator[re.Match[str]]:
    """What may stand at one end of an enumeration."""
    return CUE.finditer(whole) if _LETTERED.search(whole) or _COUNTED.search(whole) else iter(())


def _lists(whole: str, cue: re.Match[str]) -> bool:
    """Whether names follow the cue, or a count announces them."""
    return bool(cue["counted"]) or _names(whole, cue) is not None


def _names(whole: str, cue: re.Match[str]) -> re.Match[str] | None:
    """The list behind the cue; two names are one where a site is to be chosen."""
    found = _LISTED.match(whole, cue.end())
    return found or (_TWO.match(whole, cue.end()) if is_meant(cue[0]) else None)


def _behind(state: State, sites: Sites, cue: re.Match[str]) -> bool:
    """11个烟叶种植基地分别是：A镇、B镇; 产业集中在A、B和C等市."""
    found = _names(state.whole, cue) or _sole(state, cue)
    if found is None:
        return False
    head = re.split(r"[，,。；：]", state.whole[: cue.start()])[-1] + cue[0].rstrip("：:")
    what = about(state, head, cue)
    if what is None:
        return False
    begin = state.sentence.start
    lists = [found, *_further(state.whole, found)] if cue["counted"] else [found]
    places = [e for m in lists for e in _places(state, sites, begin + m.start(), begin + m.end())]
    if len(places) < 1 + (cue["counted"] is None):
        return False
    kind, status = _sort(cue[0], head)
    for entity in places:
        draft(state, entity, state.kind_of(entity, kind), status, what, entity.start, entity.stop)
    return True


def _further(whole: str, found: re.Match[str]) -> Iterator[re.Match[str]]:
    """The lists that go on behind a comma (A县B镇、C镇，D县E镇、F镇)."""
    following = _LISTED.match(whole, found.end() + 1) if whole[found.end() :][:1] == "，" else None
    if following is not None:
        yield following
        yield from _further(whole, following)


def _sole(state: State, cue: re.Match[str]) -> re.Match[str] | None:
    """1个核心区——曲靖: the one name behind a count of one."""
    return _NAME.match(state.whole, cue.end()) if cue["counted"] else None


def _sort(cue: str, head: str) -> tuple[str, Status]:
    """Kind and status: bases that are listed stand, what is to be laid out does not."""
    counted = _COUNTED.search(cue) is not None
    planned = counted or "布局" in cue or "重点" in cue or is_meant(cue)
    kind = "base" if "基地" in head else "cluster"
    return kind, "planned" if planned else "existing"


def _places(state: State, sites: Sites, start: int, end: int) -> list[Entity]:
    """The places of a list, where at least two of three of its names are places."""
    parts = sites.parts(start, end)
    named = [sites.one(a, b) for a, b in parts]
    if sum(e is not None and bool(e.places) for e in named) > 1:
        named = [e or _word(state, a, b) for e, (a, b) in zip(named, parts, strict=True)]
    names = [entity.name if entity else "" for entity in named]
    found = in_counties(named, names, state.page.resolver)
    placed = [e for e in found if e is not None and e.places and not sites.is_issuer(e)]
    return placed if len(placed) * 3 >= len(found) * 2 else []


def _word(state: State, start: int, end: int) -> Entity | None:
    """武城、夏津、平原: a name that is a word too, in a list of units the unit."""
    place = state.page.resolver.resolve(state.text[start:end]).place
    if place is None or not is_unit(place) or not state.page.resolver.is_home(place):
        return None
    return Entity(start, end, state.text[start:end], (place,), end, explicit=True)


def _grouped(state: State, sites: Sites) -> bool:
    """越城组团包括皋埠、马山，重点发展集成电路: an area with its members and what it is for."""
    begin, made = state.sentence.start, False
    for form in (_MEMBERS, _BRACKETED, _TITLED):
        for match in form.finditer(state.whole):
            name = _title_span(state) if form is _TITLED else match.span("name")
            members = _places(state, sites, begin + match.start("list"), begin + match.end("list"))
            products = aims(match["what"])
            if not (name and members and any(label(p, state.page.taxonomy) for p in products)):
                continue
            _group(
                state, (begin + name[0], begin + name[1]), members, products, begin + match.end()
            )
            made = True
        if made:
            break
    return made


def _title_span(state: State) -> Cell | None:
    """Where the heading right before the sentence names an area, from the sentence's start."""
    section = state.sentence.section
    title = NUMBER.sub("", section[-1]).rstrip("。：:") if section else ""
    at = state.text.rfind(title, 0, state.sentence.start) if title else -1
    near = at >= 0 and state.sentence.start - at - len(title) <= 2
    if not near or not re.fullmatch(rf"[\u4e00-\u9fff]{{0,14}}{_BEARERS}", title):
        return None
    start = at - state.sentence.start
    return start, start + len(title)


def _group(
    state: State, span: Cell, members: list[Entity], products: tuple[str, ...], end: int
) -> None:
    """An area of several places, and what it is for."""
    start, stop = span
    name = state.text[start:stop]
    places = tuple(dict.fromkeys(p for e in members for p in e.places))
    entity = Entity(start, stop, name, places, stop, explicit=True)
    kind = "corridor" if name.endswith("带") else "agglomeration_area"
    draft(state, entity, kind, "planned", products, start, end)


def _handed(state: State, sites: Sites) -> bool:
    """推动孟津华阳、新安洛新等8个先进制造业园区建设: entries that begin with a county's name, and
    one carrier for all."""
    match = _HANDED.search(state.whole)
    if match is None:
        return False
    begin = state.sentence.start
    found = [
        sites.one(a, b, "any")
        for a, b in sites.parts(begin + match.start("list"), begin + match.end("list"))
    ]
    placed = [e for e in found if e is not None and e.places and not is_wide(e.places[0])]
    bare = sum(e.carrier is None for e in placed)
    carrier, words = _carried(match["what"])
    if not carrier or bare == len(placed) or len(placed) * 2 < len(found):
        return False
    products = labelled(words, state.page.taxonomy)
    if not products:
        return False
    kind = _KINDS[carrier]
    for entity in placed:
        draft(state, entity, kind, "planned", products, begin + match.start(), begin + match.end())
    return True


def _carried(what: str) -> tuple[str, str]:
    """The carrier in 先进制造业园区建设提速, and the words before it."""
    ends = [(a, b) for a in range(1, len(what)) for b in range(a + 2, len(what) + 1)]
    spans = [(a, b) for a, b in ends if what[a:b] in _KINDS]
    if not spans:
        return "", ""
    a, b = min(spans, key=lambda s: (s[0], -s[1]))
    return what[a:b], what[:a]
