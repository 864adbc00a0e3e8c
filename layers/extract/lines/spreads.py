"""What is spread over several places: amounts that they grow, trials that are run there.

A、B等县茶叶种植面积达20万亩; 在A、B等地开展制氢示范. The list is nothing but names.
"""

from __future__ import annotations

from collections.abc import Callable

from layers.extract.industries import labelled
from layers.extract.labels import label
from layers.extract.patterns import compiled, each
from layers.extract.places.entities import Entity
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.state import State
from layers.records import Status

_OPENED = compiled(r"(?:其中|目前|现有|全[国省市县区]|如|[\s（(])*")
_UNITS = r"(?:县区|县市|市县|区县|县|市|区|州|乡镇|镇|乡)"
_MEASURED = compiled(
    rf"等(?:地|\d{{0,3}}个?{_UNITS})(?P<what>[\u4e00-\u9fff]{{0,10}}?)(?P<work>种植|栽培|养殖|播种)?"
    r"(?:总)?(?:面积|规模|产量|产值|存栏|出栏)[^，,。；\d]{0,6}\d"
)
"""A、B等县茶叶种植面积达N亩: an amount of what several places grow."""
_TRIED = compiled(
    rf"在(?P<list>[\u4e00-\u9fff]{{2,12}}(?:、[\u4e00-\u9fff]{{2,12}}){{1,12}})等(?:地区?|{_UNITS})"
    r"(?:率先|先行|积极|广泛|有序|试点|合理|统筹|科学)?(?:开展|实施|推广|推进|布局)(?P<what>[^，,。；]{2,30}?)"
    r"(?:应用|推广)?(?:示范|试点|试验|种植|养殖|生产|项目)"
)
"""在A、B等地开展制氢示范: what is tried in several places."""
_NAME = r"[^，,。；：:、等\d]{2,16}"
_LAST = r"(?:(?!为[主重核])[^，,。；：:、等\d]){2,16}?"
_UNNAMED = r"[^，,。；：、等\d]{2,12}"
_SECTOR = r"产业(?:涉及|涵盖|包含|包括|定位)?(?:为|是|有|含)?"
_SHARED = compiled(
    rf"(?:{each('主导 首位 支柱 主要 特色 优势 重点', _SECTOR)}"
    r"|以|发展|生产|种植|养殖|从事)(?P<what>[^，,。；：的]{2,30}?)(?:等?为(?:主导|支柱|特色|主)(?:产业)?)?"
    r"的[^，,。；：、]{0,4}?(?:最多|较多|居多)?[，,]?(?:主要|分别)?(?:有|包括|为|是)"
    rf"(?P<list>{_UNNAMED}(?:、{_UNNAMED}){{1,30}})"
    r"等?(?:\d{1,3}|[两三四五六七八九十]{1,2})?[个家]?(?P<bearer>[\u4e00-\u9fff]{0,8})"
)
"""主导产业涉及轴承的有A、B等8个经开区: the places that an industry is common to."""
_KEYED = compiled(
    r"(?:^|(?<=[，,；;：:]))(?P<what>[^，,。；：:、]{2,10}?)(?P<bearer>产业集群|产业带|产业|集群|基地|)"
    rf"[：:](?:仅限|主要|包括|有|以|分布在|集中在)*(?P<list>{_NAME}(?:、{_NAME})*?、{_LAST})"
    rf"(?:等(?:地区?|{_UNITS}|(?=为))?)?(?:(?=[，,。；;]|$)|(?P<role>为)(?:主|重点|核心|主产)(?:产?区域?)?"
    r"(?=[。；;]|$|[，,][^，,。；：:、]{2,14}[：:]))"
)
"""茶叶集群：A县、B县，蔬菜集群：C县、D县, 茶叶：以A、B为主: lists under their industries."""
ORIGINS = (
    *("直营", "门店", "网点", "营销", "消费"),
    *("来源", "客户", "市场", "出口", "人才", "会议", "活动", "降雨", "病例", "事故"),
)
"""What may be spread over places without being made there."""

Places = Callable[[int, int], list[Entity]]
"""Reads a span of clean offsets as a list of places."""


def is_spread(text: str) -> bool:
    """Whether a sentence may spread anything over places."""
    forms = (_MEASURED, _TRIED) if "等" in text else ()
    keyed = (_KEYED,) if "：" in text or ":" in text else ()
    common = (_SHARED,) if "的" in text else ()
    return any(form.search(text) for form in (*forms, *keyed, *common))


def keyed(state: State, places: Places) -> bool:
    """Lists of places, each behind the industry that they have."""
    begin, made = state.sentence.start, False
    for match in _KEYED.finditer(state.whole):
        if not match["bearer"] and match["what"] not in state.page.taxonomy.labels:
            continue  # 实施单位：A、B
        kind = "base" if match["bearer"] == "基地" else "cluster"
        kind = "city_role" if match["role"] else kind
        when: Status = "planned" if match["role"] else "existing"
        start, end = begin + match.start("list"), begin + match.end("list")
        known, listed = label(match["what"], state.page.taxonomy), places(start, end)
        if known is None or not listed or listed[0].start > start:
            continue  # 重大产业基地：推进A、B老工业基地: a sentence below its heading
        for entity in listed:
            draft(state, entity, state.kind_of(entity, kind), when, (known,), start, end)
            made = True
    return made


def measured(state: State, places: Places) -> bool:
    """陇西、岷县等县中药材种植面积超过20万亩: what is grown there, and by how much."""
    begin, what, made = state.sentence.start, "", False
    for match in _MEASURED.finditer(state.whole):
        at = max(state.whole.rfind(mark, 0, match.start()) for mark in "，,；：:") + 1
        opened = _OPENED.match(state.whole, at)
        start = begin + (opened.end() if opened else at)
        what = match["what"] or what
        known = label(what, state.page.taxonomy) if what else None
        named = places(start, begin + match.start())
        if any(word in what for word in ORIGINS) or not (known or state.governed()):
            continue
        for entity in named:
            products = (known,) if known else ()
            draft(state, entity, "city_role", "existing", products, start, begin + match.end())
            made = True
    return made


def tried(state: State, places: Places) -> None:
    """在朔州、忻州等地开展制氢示范: beside whatever else the sentence says."""
    begin = state.sentence.start
    for match in _TRIED.finditer(state.whole):
        if GENERIC.search(match[0]):
            continue
        products = labelled(match["what"], state.page.taxonomy)
        for entity in places(begin + match.start("list"), begin + match.end("list")):
            if products:
                span = (begin + match.start(), begin + match.end())
                draft(state, entity, "city_role", "planned", products, *span)


def shared(state: State, places: Places) -> bool:
    """主导产业涉及新材料的包括A、B等8个经开区: the places, or their zones, that have it."""
    begin, made = state.sentence.start, False
    for match in _SHARED.finditer(state.whole):
        products = labelled(match["what"], state.page.taxonomy)
        if not products or GENERIC.search(match[0]):
            continue
        kind = _borne(state, match["bearer"])
        for entity in places(begin + match.start("list"), begin + match.end("list")):
            span = (begin + match.start(), begin + match.end())
            draft(state, entity, state.kind_of(entity, kind), "existing", products, *span)
            made = True
    return made


def _borne(state: State, words: str) -> str:
    """The kind of what the places of a list bear in common (…等8个经开区); else a role."""
    longest = (words[:n] for n in range(len(words), 1, -1))
    return next((state.page.kinds[w] for w in longest if w in state.page.kinds), "city_role")
