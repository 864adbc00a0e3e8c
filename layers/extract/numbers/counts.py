"""What is counted: 新增企业5家, 4个县, 国家级企业12家、省级86家."""

from __future__ import annotations

import re
from dataclasses import dataclass

from layers.extract.numbers.changes import unverbed
from layers.extract.patterns import NUMBER, compiled, last

MAKE = compiled(
    r"^(?:(?:已?建成?[和及、]?在建|在建(?![筑材])|培育|打造|建设|建成|新建|新增|引进|集聚|聚集|形成|组织|推动|推进|促进|实施|开展|获批|获评|入选|获|参与|包括|承担|完成|发展|壮大|拥有|共有|有(?!色|效|机(?![器械])|线电)"
    r"|加快|滚动|着力|重点|积极|大力|全力|助推|新落地|落地|累计|共|仅|已|再|力争|启动|开工|规划|开发|创建|认定|支持|集聚了|了|建立|设立|新入园"
    r"|吸引|入驻|带动|培养|招引|布局|扶持|筛选|选择|争创|各(?![类级种])|在(?![校岗营读册编孵职售训])|至少|以上|等|的|引育|招培|每年)+)"
)
"""Verbs before what is made or counted."""
REGION = compiled(r"^(?:全市|全省|全区|全县|全州|全盟|我市|我省|我区|我县|我州|区内|该市|该县)")
NOUN = compiled(r"[^，,。；;：:、（(【）)】—]{1,40}")
"""What a number stands before."""
_PREDICATE = compiled(
    r"(?<=集群|业链|园区)(?:营业?收入?|总?产值)(?=[^，,。]*\d)|建设取得|取得|创造|坐落|落户|有望|荣获|建成|集中|开工|竣工|投产|投运|建设(?=步伐|进度)|(?<=集群|园区|企业|基地|平台)(?:提档|转型|扩容|改造|提标)+升级|提质|陆续|相继|先后|快速|实力|成势|在列|上榜|榜上有名|获批|入选|入围|被|进入|实现|完成|拥有|中(?=.*占)"
)
_THING = compiled(
    r"(?:企业|公司|项目|基地|集聚区|聚集区|园区|产业园|开发区|集群|产业链|平台|中心|实验室|研究院|研究机构|机构|工厂|车间|人才|团队"
    r"|专利|标准|产品|品牌|充电桩|充换电站|电站|煤矿|服务商|活动|场景|小镇|示范区|园|镇|行业|产业|计划|工程|院士|专家|县|小区|区)$"
)
_CLOSED = ("）", ")", "】")
"""芝罘区（2个）: nothing stands behind the number in its bracket."""
_NEW = compiled(r"新增|净增|新建|新培育|新落地|引进|新认定|新入园")
_MADE = compiled(
    r"新增|培育形成|培育|集聚|引进|新建|建成|建设形成|形成|拥有|共有|现有|实施|承担实施|承担|新落地|落地|获(?:批|评|得)?|开发(?!区)"
)
_GRADE = compiled(
    r"^(?:国家(?!和地区|$)|省|市(?!场)|县(?!域)|世界|区域|国内外知名|市?以上|级|及|和|、|省级以上|以上|国际)+级?(?:以上)?"
)
_LIMIT = compiled(r"(?:超过?|突破|达到?|过)?[\d.百千]+[万亿]*元(?:以上)?")
_EACH = compiled(
    r"(县[市区]?|[市区]|乡镇|[镇乡村]|(?:产业)?集群|(?:产业)?园区|开发区|产业链?)"
    r"[^，,。\d]{1,8}?(?:超过?|突破|高于)(?:\d|[百千万]?亿)[^的，,。]*$"
)
"""4个县GDP超过300亿元: what is counted is the county."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator and its subject, as near to the plan's words as they stand."""

    indicator: str
    subject: str
    increment: bool = False  # a growth, or something new: it refers to a period
    rate: bool = False


def counted(head: str, tail: str, before: Measure | None, goes_on: bool) -> Measure:
    """What is counted: the noun behind the number, or that before it; `goes_on` whether the number
    is the next of a list."""
    verb = _new(head) or (_carried(before) if before is not None and goes_on else "")
    noun = NOUN.match(tail) if tail[:1] not in _CLOSED else None
    phrase = ""
    if noun:
        cut = _PREDICATE.search(noun[0], 1)
        phrase = (noun[0][: cut.start()] if cut else noun[0]).strip("的")
    each = _EACH.match(phrase)
    if each:
        return Measure(f"{each[1]}数", each[1])
    if len(phrase) < 2:
        phrase = _object(head)
    if before and _LIMIT.fullmatch(phrase) and (noun := _THING.search(before.subject)):
        phrase += "的" + noun[0]  # 其中超过50亿元的3家
    if phrase in ("总数", "总量", "净增", "新增") and before and before.subject:
        phrase = before.subject  # 新增企业46家、总数186家
        verb = "" if goes_on else verb
    if not phrase and before:
        phrase = before.subject
    if phrase.endswith("级") and before and (noun := _THING.search(before.subject)):
        phrase += noun[0]  # 国家级企业12家、省级86家
    name = _core(phrase).removesuffix("数").removesuffix("数量")
    many = "" if name.endswith("量") else "数"  # 快递业务量, 拥有量
    return Measure(f"{name}{verb}{many}", phrase, increment=verb not in ("", "引进"))


def _new(head: str) -> str:
    """What makes a count one of new things (新建, 新增, 引进); "" where nothing does."""
    word = _NEW.search(head)
    return "" if word is None else {"新培育": "新增", "新认定": "新增"}.get(word[0], word[0])


def _carried(before: Measure) -> str:
    """新建充换电站800座、充电桩21万个: the verb of the list's first count holds for the next."""
    return next((w for w in ("新建", "新增", "引进") if before.indicator.endswith(w + "数")), "")


def _object(head: str) -> str:
    """The object of the clause's last verb (全市…产业培育形成龙头企业 -> 龙头企业)."""
    words = NUMBER.sub("", re.split(r"[，,。；：:]", unverbed(head))[-1])
    inner = last(_MADE, words)
    words = words[inner.end() :] if inner and inner.end() < len(words) - 1 else words
    thing = REGION.sub("", MAKE.sub("", words)).strip("的等、（(")
    return thing.removesuffix("新增").removesuffix("净增")


def _core(phrase: str) -> str:
    """The counted thing without grades and praise, for the indicator's name."""
    bare = re.sub(r"[（(][^）)]*[）)]", "", phrase).split("的")[-1]
    bare = _GRADE.sub("", bare)
    thing = _THING.search(bare)
    return bare if len(bare) <= 8 or thing is None else thing[0]
