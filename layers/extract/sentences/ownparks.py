"""Parks and bases by their names that a county's text speaks of, and that no pattern has taken up:
启动界石数码园三期建设, 泛家居文创园获评…, 推动智能终端产业园高质量发展.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from layers.extract.patterns import compiled
from layers.extract.places.entities import Group, Item, Obj, uncounted
from layers.extract.sentences.abroad import are_elsewhere
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.grounds import own_zone
from layers.extract.sentences.objects import is_broken, is_share
from layers.extract.sentences.placeless import SEVERAL, is_elsewhere
from layers.extract.sentences.purposes import products_of
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import AIM, INTENDED
from layers.records import Status

_KINDS = {
    "county": ("zone", "base", "agglomeration_area", "corridor", "town"),
    "prefecture": ("zone",),
}
"""What is the issuer's own without a place, by the issuer's level."""
_PARKS = ("zone", "agglomeration_area")
"""Kinds of what a paragraph may describe that opens with its name."""
_LONGEST = 14
"""Characters before the carrier of such a name."""
_LONGEST_HEAD = 24
"""Characters of a sentence that is but the name, with its number."""
_LEADING = compiled(
    r"(?:[能将已并又也可要]|迅速|精心|继续|进一步|全面|同时|同步|重点)*"
    r"(?:完成|推出|引进|服务好?|提升|培植|落成|还有|新布点|投建|新增|新建|搞好|抓好|用好|建好|优化|做好|完善|参与|走访|整治|启动)"
    r"(?:[\d.一二两三四五六七八九十]+[余多]?万?[亩个家处])?"
)
"""What may stand before the name and is no part of it."""
NO_NAME = compiled(
    r"(?:国家|世界|自治区|省|市|县|区|村|镇)?级|自治区|全[国省市县区镇旗]|[全唯][国一]|最大|其|各|该|本|规模化|规模以上|贫困|市(?!北|中|南|东|西)|高标准|标准化|全产业链|特色|专业|重点|新兴|中小|高水平|现代(?:特色|高效|生态|都市)?农业$|.*(?:[+＋“”]|\d+[亿万元%])"
)
"""What opens words that tell of a rank or a size, and of no park by its name."""
_HAD = compiled(
    r"已|现有|建有|设有|拥有|建成|落成|获评|入选|获批|认定|投产|投用|入驻|集聚|实现|占地|面积"
)
"""What a clause says of a park that stands."""
_BEHIND = compiled(
    r"管委|管理|的(?!面积|建设)|内|道?路|大道|环境|粪污|用地|管网|企业|公司|周边|附近|招商|网|讯|\d(?![\d.万余]*(?:平方米|亩|公顷|平方公里))|[一二两三四五六七八九十]+[个处座家km]"
)
"""What makes of the name a part of another thing, or a count."""
_VAGUE = ("园", "会展中心", "城", "之乡", "谷", "都")
"""Carriers that are of a garden, a town or a nickname as well (黄瓜园)."""
_STOCKED = compiled(
    r"(?:项目|现|目前|已经?|累计|共|新|[一二三四]期|工程|全面|基本|成功|正式|相继)*"
    r"(?:(?:有|入驻|落户|落地|集聚|聚集|汇聚|引进|吸引)[^，,。；]{0,24}?\d+[余多]?[家个户]?[^，,。；]{0,8}?(?:企业|项目)"
    r"|(?:启动|开工|加快|开始)建设|建成|投用|投入使用|投产|投入运营|开园)"
)
"""How many firms a park holds, or how far its building is."""
_MARK = compiled(r"^(?:[—–-]+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])+")
"""What numbers a heading."""
_DESCRIBED = compiled(
    r"(?:规划|计划)?(?:总|用地|控制)*(?:范围|面积|占地)|[东南西北]至|(?:该|本)(?:园|区|基地)"
    r"|(?:重点|主要|着力)(?:发展|布局|承接|建设)|以[^，,。；]{2,30}为(?:主|重点|主导|核心)"
)
"""What a sentence behind the bare name of a park says of it (——冶金装备产业园。规划面积…)."""
_SEATED = compiled(r"[^\n]*?(?:位于|地处|坐落)")
_DENIED = compiled(r"不再|不得|禁止|关闭|取缔|学习|考察|参观|参加|出席|调研|推介|会议|招聘")


def heads_a_park(text: str, start: int, end: int) -> bool:
    """Whether a sentence is but a name, and the next tells of what bears it (1.冶金装备产业园。规划
    面积…) and not where it lies, which is `locations.py`'s."""
    described = end - start <= _LONGEST_HEAD and _DESCRIBED.match(text, end) is not None
    return described and not _SEATED.match(text, end)


def own_parks(state: State) -> None:
    """A claim for each such park of the sentence."""
    kinds = _KINDS.get(state.home.level, ())
    if not any(isinstance(i, Obj) and _kind(state, i) in kinds for c in state.read for i in c[2]):
        return
    named = [
        (_bare(state, item), start, end)
        for start, end, items in _at_home(state)
        for item in items
        if isinstance(item, Obj) and not _is_held(state, item.start, item.end)
    ]
    for item, start, end in named:
        if _kind(state, item) in kinds and _is_named(state, item):
            _claim(state, item, start, end)


def _kind(state: State, item: Obj) -> str:
    return state.page.kinds[item.carrier.word]


def _at_home(state: State) -> Iterator[tuple[int, int, list[Item]]]:
    """The clauses that tell of the issuer's land: none that names units elsewhere, nor what goes
    on about those without a place of its own."""
    away = state.away
    for start, end, items in state.read:
        groups = [i for i in items if isinstance(i, Group)]
        away = any(are_elsewhere(state, group) for group in groups) if groups else away
        if not (away or state.away):
            yield start, end, items


def _bare(state: State, item: Obj) -> Obj:
    """The park without its number, and without the words that lead up to its name."""
    mark = _MARK.match(item.modifier) if item.start == state.sentence.start else None
    led = (mark or _LEADING.match(item.modifier)) if item.modifier else None
    if led is None:
        return item
    return replace(item, start=item.start + led.end(), modifier=item.modifier[led.end() :])


def _is_named(state: State, item: Obj) -> bool:
    """Whether a carrier has the name of one park, with an industry in it."""
    words = item.modifier
    if not 1 < len(words) <= _LONGEST or uncounted(words) != words:
        return False
    if SEVERAL.search(words) or GENERIC.search(words) or is_broken(words) or is_share(words):
        return False
    start, end = state.clause(item.start)
    if _DENIED.search(state.text, start, end) or is_elsewhere(state, item, start):
        return False
    alone = _MARK.sub("", state.whole).strip("。；") == words + item.carrier.word
    park = state.page.kinds[item.carrier.word] in _PARKS
    if alone and not (park and heads_a_park(state.text, start, state.sentence.end)):
        return False  # ——柠檬产业带, the heading of what is said below
    if NO_NAME.match(words) or _BEHIND.match(state.text, item.end) or "的" in words:
        return False
    bare = state.page.taxonomy.named(words) == (words.removesuffix("产业"),)
    if bare and (item.carrier.word in _VAGUE or _is_spoken_of(state, words)):
        return False
    return "、" not in words and bool(state.industrial(products_of(state, item)))


def _is_spoken_of(state: State, words: str) -> bool:
    """Whether a claim of the sentence has the industry, of which a park without a name says no
    more (以甲镇为重点，依托生物医药产业基地)."""
    return any(product in words for made in state.mine for product in made.focus)


def _is_held(state: State, start: int, end: int) -> bool:
    """Whether a claim of the sentence speaks of the park already."""
    return start in state.taken or any(d.start < end and start < d.end for d in state.mine)


def _claim(state: State, item: Obj, start: int, end: int) -> None:
    when = _told(state, item, start, end)
    entity, kind = own_zone(state, item, item.start), state.page.kinds[item.carrier.word]
    draft(state, entity, kind, when, products_of(state, item), start, end)


def _told(state: State, item: Obj, start: int, end: int) -> Status:
    """Whether the park stands: it holds firms, or its clause tells of what is done."""
    if _STOCKED.match(state.text, item.end):
        return "existing"
    meant = INTENDED.search(state.text, start, item.start)
    meant = meant or AIM.search(state.text, state.sentence.start, item.start)
    had = _HAD.search(state.text, start, end)
    return "existing" if had and not meant else "planned"
