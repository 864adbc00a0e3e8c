"""Lists of places that no pattern has taken up, said of an industry that their clause names.

Two or more units of the issuer's land beside an industry say that it is there or is to be,
whatever the verb: 整合A、B零部件配套优势. A single place says too little.
"""

from __future__ import annotations

from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.extract.places.entities import Group, Obj, Verb
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import INTENDED
from layers.records import Status

_OTHER = compiled(
    r"外迁|迁出|退出|关停|式微|衰退|淘汰|限产|遭受|虫害|竞争(?!力)|差距|协议|竞赛|码头|污水处理厂|拓展[^，,。；]*市场|直营|门店|依托[^，,。；]{2,20}(?:资源|优势|条件)|营销|网点|高速(?!发展)|铁路|高铁|公路|机场|大桥|航线|航班|会议|记者|企业|公司|大学|医院|立足|申报|创新中心"
    r"|(?<!抢)占(?!领|据)|增长(?!极)|增[速幅加]|减(?![速震振])|整治|防范|严控|控制(?!器|系统)|打击|滞后|招商|名称|更名|命名|分别|依次|治理(?!装备|设备|技术|产业)|管网|管道|输变电工程|以旧换新|服务站|公交|公共服务|保险|超低排放|清洁化改造|去产能|倒伏|防控|演练|价格|便利化"
)
"""Words of clauses that say something else of the places than an industry."""

_DUTY = compiled(r"[（(][^（）()]*(?:责任|牵头|配合|负责|落实)[^（）()]*[）)]")
_PARTNER = compiled(r"(?:^|[正将要并])(?:与|和|同|跟|携手|联合)$")
"""What stands before those with whom a place builds."""

_HELD = compiled(r"..(?:产业|配套|加工|制造|生产|养殖|种植|能力)*(?:优势|基础|能力|配套)$")
"""What places have of an industry."""

_GROWING = compiled(
    r"(?:等|地|多个|若干|一批|[\d一二两三四五六七八九十]+个|大)*(?:新|重要|核心|区域|产业)*(?:增长极|支撑点|节点|高地)"
)
"""What places are for an industry that governs their sentence."""

_MEANT = compiled(rf"{INTENDED.pattern}|优化|引导|鼓励|发展|打造|建设|构建|壮大|推进")
"""What a clause says whose places are to have an industry, or more of it."""


def remain(state: State) -> None:
    """Claims of the lists that are left of the sentence."""
    for start, end, items in state.read:
        for group in items:
            if isinstance(group, Group) and _is_left(state, group):
                _claim(state, group, start, end)


def _is_left(state: State, group: Group) -> bool:
    """Whether the list is of bare units, none of which a claim of the sentence speaks of."""
    *rest, last = group.entities
    if not rest or last.carrier or any(e.carrier or e.extra for e in rest):
        return False
    if not all(e.places and all(is_unit(p) for p in e.places) for e in group.entities):
        return False
    held = {p.id for e in group.entities for p in e.places}
    return not any(
        group.start <= d.mention < group.end
        or (d.start <= group.start < d.end and (d.mention < 0 or held <= {p.id for p in d.places}))
        for d in state.mine
    )


def _claim(state: State, group: Group, start: int, end: int) -> None:
    text = state.text
    if GENERIC.search(text, start, end) or _OTHER.search(text, start, end):
        return
    begin = state.sentence.start
    if any(m.start() <= group.start - begin < m.end() for m in _DUTY.finditer(state.whole)):
        return
    if _PARTNER.search(text[start : group.start]):
        return  # 与成都、重庆共建: partners of the place that builds
    found = _named(state, group, start, end)
    if not found and not (_GROWING.match(text, group.end) and state.governed()):
        return
    meant = text.endswith("以", start, group.start)  # 以本溪、抚顺为零部件配套区
    meant = meant or _MEANT.search(text, _said_from(state, start), end) is not None
    when: Status = "planned" if meant else "existing"
    for entity in group.entities:
        draft(state, entity, "city_role", when, found, start, end)


def _said_from(state: State, start: int) -> int:
    """重点发展A、B白酒，C、D电子信息: where what governs a clause begins, which may lack a verb."""
    items = next(items for begin, _, items in state.read if begin == start)
    return start if any(isinstance(i, Verb) for i in items) else state.sentence.start


def _zones(state: State, start: int) -> list[tuple[int, int]]:
    """The spans of the clause's zones without a place, whose words name what is theirs."""
    items = next(items for begin, _, items in state.read if begin == start)
    found = (i for i in items if isinstance(i, Obj))
    return [(i.start, i.end) for i in found if state.page.kinds[i.carrier.word] == "zone"]


def _stands(state: State, word: str) -> bool:
    """Whether a word is an industry by itself: 临港 of 临港重装 is none."""
    return label(word, state.page.taxonomy) is not None


def _named(state: State, group: Group, start: int, end: int) -> tuple[str, ...]:
    """The industries that the clause names first outside the names of the list, else the sentence,
    where the list is said to have something of it (零部件配套优势)."""
    text = state.text
    zones = _zones(state, start)
    for a, b in ((start, group.start), (group.entities[-1].end, end)):
        for begin, stop, _ in state.page.taxonomy.find(text[a:b]):
            if not any(x <= a + begin < y for x, y in zones):
                first = text[a + begin : a + stop]
                listed = state.industrial(focus(text[a + begin : b]))
                return listed if listed[:1] == (first,) or not _stands(state, first) else (first,)
    if not _HELD.search(group.entities[-1].extra):
        return ()
    found = state.page.taxonomy.find(state.whole)
    return tuple(state.whole[a:b] for a, b, _ in found[:1])
