"""Enumerations behind an industry or a carrier: 烟叶基地分别是A镇、B镇, 产业集中在A、B等市.

The words before the list say what it is a list of, the list is nothing but names. Towns that the
gazetteer lacks lie in the county that lists them.
"""

from __future__ import annotations

import re

from layers.extract.industries import aims, focus
from layers.extract.labels import label
from layers.extract.lexicon import Lexicon
from layers.extract.lines.sites import Sites, is_wide
from layers.extract.places.entities import Entity
from layers.extract.places.mentions import Scanner
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.state import State
from layers.records import Status

CUE = re.compile(
    r"分别(?:是|为)[：:]?|(?:乡镇|园区|产区|基地|县区|县市|市县|区县|地区|镇街|集群)(?:主要)?(?:有|包括|为)[：:]?"
    r"|(?:重点|主要)?(?:布局|分布|集中|集聚|聚集)(?:在|于)|等\d+(?:余)?[个家处]"
    r"|(?:组团|片区|板块|功能区|发展区|经济区)[”\"]?[（(]?(?:主要|范围)?(?:包括|包含|涵盖)"
)
"""What stands at one end of an enumeration."""
_WORDS = ("分别", "有", "包括", "为", "在", "于", "等")
"""One of these stands in every cue."""
_LISTED = re.compile(
    r"(?:[\u4e00-\u9fff（）()“”]{2,18}、)+[\u4e00-\u9fff（）()“”]{2,18}?(?:[和与及][\u4e00-\u9fff]{2,18}?)?(?=等|[。；，,：]|$)"
)
_LAID = re.compile(r"(?:布局|分布|集中|集聚|聚集)(?:在|于)$")
_SUBJECT = re.compile(r"产业|企业|产品|领域|项目|种植|养殖|生产|加工|制造|面积|品种|业$")
_FIELD = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)])?([^，,。；、]{2,14}?)(?:产业)?(?:方面|领域)[，,]"
)
_BEFORE = re.compile(r"^.*?\d+(?:余)?[个家处]|^其中|^目前|^[我全][省市县区](?:有)?")
_OF_BASES = re.compile(r"(?:示范|标准化|优质|规模)*(?:基地|园区|产区|乡镇|县区|集群|地区)$")
_HANDED = re.compile(
    r"(?P<verb>推动|推进|加快|建设|打造|支持|培育|加强|抓好)(?P<list>[^，,。；：]{2,18}(?:、[^，,。；：、]{2,18}){2,40}?)"
    r"等\d+(?:余)?[个家处](?P<what>[^，,。；、]{2,16})"
)
_MEMBERS = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,14}?(?P<bearer>组团|片区|板块|功能区|发展区|经济区))"
    r"[”\"]?[（(]?(?:主要|范围)?(?:包括|包含|涵盖)(?P<list>[^，,。；：（）()]{2,120}?)"
    r"(?:等(?:地|市|县|区|镇|乡|街道)*)?[）)]?[，,](?:以[^，,。；]{2,30}[，,])?"
    r"(?:重点|主要|着力|优先)(?:发展|布局|培育)(?P<what>[^。；]{2,80})"
)
_KINDS = Lexicon.from_data().kinds
_ORIGINS = ("来源", "客户", "市场", "出口", "人才", "会议", "活动", "降雨", "病例", "事故")
"""What may be spread over places without being made there."""
_LONGEST = 1_500
"""Characters of a sentence with an enumeration of towns."""


def enumerated(state: State) -> bool:
    """Read a sentence whose point is a list of places; True where it made claims."""
    whole = state.whole
    if len(whole) > _LONGEST or not any(word in whole for word in _WORDS) or "、" not in whole:
        return False
    cues = [c for c in CUE.finditer(whole) if c[0][0] == "等" or _LISTED.match(whole, c.end())]
    if not cues:
        return False
    sites = Sites(state.page, Scanner.for_data(state.page.resolver.gazetteer, state.page.taxonomy))
    if _grouped(state, sites):
        return True
    made = [_handed(state, sites) if c[0][0] == "等" else _behind(state, sites, c) for c in cues]
    return any(made)


def _behind(state: State, sites: Sites, cue: re.Match[str]) -> bool:
    """11个烟叶种植基地分别是：A镇、B镇; 产业集中在A、B和C等市."""
    found = _LISTED.match(state.whole, cue.end())
    if found is None:
        return False
    head = re.split(r"[，,。；：]", state.whole[: cue.start()])[-1] + cue[0].rstrip("：:")
    what = _about(state, head, cue)
    if what is None:
        return False
    begin = state.sentence.start
    places = _places(state, sites, begin + found.start(), begin + found.end())
    if len(places) < 2:
        return False
    kind, status = _sort(cue[0], head)
    for entity in places:
        draft(state, entity, state.kind_of(entity, kind), status, what, entity.start, entity.stop)
    return True


def _about(state: State, head: str, cue: re.Match[str]) -> tuple[str, ...] | None:
    """The industries that the list is about; None where it is about none, and () where the
    heading above or the field of the paragraph says which."""
    if any(word in head for word in _ORIGINS):
        return None
    before = head[: len(head) - len(cue[0].rstrip("：:"))]
    words = _BEFORE.sub("", _OF_BASES.sub("", before))
    named = [p for p in focus(words) if label(p, state.page.taxonomy) is not None]
    if named:
        return tuple(label(p, state.page.taxonomy) or p for p in named)
    if not (_SUBJECT.search(before) or not _LAID.search(cue[0])):
        return None
    if state.governed():
        return ()
    field = _field(state)
    return (field,) if field else None


def _field(state: State) -> str | None:
    """The industry with which the paragraph opens (电子信息产业方面，…)."""
    start, _ = state.page.plan.paragraphs[state.sentence.paragraph]
    match = _FIELD.match(state.text, start, state.sentence.end)
    return label(match[1], state.page.taxonomy) if match else None


def _sort(cue: str, head: str) -> tuple[str, Status]:
    """Kind and status: bases that are listed stand, what is to be laid out does not."""
    planned = "布局" in cue or "重点" in cue
    kind = "base" if "基地" in head else "cluster"
    return kind, "planned" if planned else "existing"


def _places(state: State, sites: Sites, start: int, end: int) -> list[Entity]:
    """The places of a list, where at least two of three of its names are places."""
    found = [sites.one(a, b) for a, b in sites.parts(start, end)]
    placed = [e for e in found if e is not None and e.places and not sites.is_issuer(e)]
    return placed if len(placed) * 3 >= len(found) * 2 else []


def _grouped(state: State, sites: Sites) -> bool:
    """越城组团包括皋埠、马山，重点发展集成电路: an area with its members and what it is for."""
    begin, made = state.sentence.start, False
    for match in _MEMBERS.finditer(state.whole):
        members = _places(state, sites, begin + match.start("list"), begin + match.end("list"))
        products = aims(match["what"])
        if not members or not any(label(p, state.page.taxonomy) for p in products):
            continue
        start, end = begin + match.start("name"), begin + match.end("name")
        places = tuple(dict.fromkeys(p for e in members for p in e.places))
        entity = Entity(start, end, match["name"], places, end, explicit=True)
        kind = _KINDS.get(match["bearer"], "zone")
        draft(state, entity, kind, "planned", products, start, begin + match.end())
        made = True
    return made


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
    products = tuple(p for p in focus(words) if label(p, state.page.taxonomy) is not None)
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
