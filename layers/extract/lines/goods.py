"""A cell as industries: what it lists, sets out or holds in brackets, and nothing else."""

from __future__ import annotations

import re

from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.industry import Taxonomy

SAID = compiled(
    r"(?:^|[，、])(?:外迁|迁出|搬迁|退出|关停|停产|淘汰|整治|整改|规划中?|拟建|在建|已建|禁[种养])(?:$|[，、])"
)
"""What a bracket may say of a place besides what is made there."""
ZONES_ACT = compiled(
    r"(?:园区|工业园|产业园|开发区|高新区|经开区|集聚区)(?:要|将)?(?:重点|主要|大力|优先|着力|积极)?(?:发展|布局|培育|打造|建设)"
    r"|(?:建设|打造|规划|新建)[^，,。；]{2,14}?(?:园区|工业园|产业园|集聚区)"
)
"""What a place's zones do, where it lists them behind a colon."""
_BARRED = re.compile(
    r"项目|集散地|所在地|公司|集团|电话|联系|地址|会议|会展中心|论坛|博览|培训|工程$|总投资|亿元|万元|平方公里|平方米|公里|万亩"
    r"|万吨|高速|铁路|机场|车站|公路|线路|客运|局[、，]?|委员会|政府|责任|牵头|配合|负责|时间|日期|第[一二三四五六七八九十\d](?!代)"
    r"|http|www|@|\d{3}|%|增长|下降|排名|完成|实现|[（(]\d|医院|学校|小学|中学|大学$|学院$|银行|酒店|村委|社区$|不(?!锈)|没有|吗|呢|会$|大会|年会|活动|展览会|大赛|号线|建设|打造|构建|支持|推进|推动|加快|发展(?!服务)|培育(?!基地)|位于|面积"
)
_REVIEWED = compiled(r"[（(](?:复核|复审|新增|拟|试点|培育|通过)[^（()）]{0,4}[）)]$")
_RANKED = compiled(r"^(?:中国|全国|国家级?|省级|[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,6}自治区)")
_TITLE = compiled(
    r"(?:名[县市区镇城乡]|之[乡都]|强[县市区镇]|大[县市]|(?:示范|基地)[县市区])$|(?<=..)(?:制造|生产|加工)?(?:产业)?(?:基地|集群)$"
)
"""纺织服装名城, 泵阀产业名县: the title that an industry has brought a place."""
_WORD = compiled(r"[\u4e00-\u9fff]{2,7}(?<![人长员记任])")
_NO_INDUSTRY = compiled(
    r"(?:园|园区|基地|[^社]区|镇|县|港|大脑|平台|中心|局|部门|站|是|名城)$|^[A-Za-z\d]+$"
)
_LEAD = re.compile(
    r"^(?:[：:\s]|以|(?:重点|主要|大力|优先|着力|积极)?发展(?=[^方])|(?:主导|首位|重点|主要|特色|支柱|优势|传统|主攻|新兴)+(?:发展)?(?:产业|行业|产品)?(?:定位|方向)?(?:为|是|有|包括)?[：:]?)+"
)
_LED = compiled(
    r"(?:[，,]以|主打|主攻)(?P<what>[^，,。；]{2,60}?)(?:等?为(?:主导|支柱|特色|主))?(?:产业)?$"
)
"""…，以林果种植为主导产业, …，主打精细化工: how the prose of a row ends."""
_CLOSING_ASIDE = compiled(r"(?:集群|产业|基地|园区?|区|镇|项目库)[（(](?P<what>[^（(].*)[）)]$")
_FIGURED = compiled(
    r"(?P<what>[^，,。；\d]{2,60})[，,；](?:(?:\d{4}年|[^，,。；\d]{0,14}(?:产值|收入|营收|增加值|产量|面积|企业|税收|利税|存栏|出栏))[^。]{0,80}\d[^。]{0,12})"
)
"""建筑陶瓷、食品加工，年产值92亿元: a list, and how much of it there is."""
_AIMS = compiled(
    r"[^。]{0,80}?(?:重点|主要|优先|着力)(?:发展|布局|培育)(?P<what>[^。，,；]{2,80}?)(?:等(?:产业)?)?$"
)

_UNSET = compiled(r"[（(](?:不设|未设|暂无|暂未)[^（()）]*[）)]")
"""（不设首位产业）: what a cell says that its place has not."""


def industries(text: str, taxonomy: Taxonomy, strict: bool = True) -> tuple[str, ...]:
    """The industries of a cell that holds nothing else; none where it holds other things.

    `strict` asks that two of three of them are known, of plain words one of two; else one is
    enough.

    >>> from layers.industry import Taxonomy
    >>> t = Taxonomy.from_data()
    >>> industries("主导产业：轴承、精密刀具", t), industries("总投资3.5亿元的轴承项目", t)
    (('轴承', '精密刀具'), ())
    """
    found = _products(text)
    known = sum(label(p, taxonomy) is not None for p in found)
    share = 2 if all(_WORD.fullmatch(p) for p in found) else 3
    enough = known * share >= len(found) * (share - 1) if strict else known > 0
    return found if enough else ()


def _products(text: str) -> tuple[str, ...]:
    """What a cell lists, where nothing in it is of another kind."""
    body = _LEAD.sub("", _REVIEWED.sub("", _UNSET.sub("", text))).strip(" 。；;，,")
    body = _TITLE.sub("", _RANKED.sub("", body))
    body = re.sub(r"(?:等)?为(?:主导|主|特色|支柱|重点)(?:的)?(?:产业)?$", "", body)
    if not body or len(body) > 120 or _BARRED.search(body) or SAID.search(body):
        return ()
    body = re.sub(r"[（(][^（()）]*[）)]", "", body)
    body = re.sub(r"[，,/;；+＋]|\s+", "、", body)
    found = focus(body)
    if not found or any(len(p) > 16 or _NO_INDUSTRY.search(p) for p in found):
        return ()
    return found


def listed_in(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries of a cell: all of it, what its last clause sets out, or its bracket."""
    found = industries(text, taxonomy) or _aimed(text, taxonomy) or _aside(text, taxonomy)
    figured = None if found else _FIGURED.fullmatch(text)
    return found or (industries(figured["what"], taxonomy) if figured else ())


def worded(text: str) -> tuple[str, ...]:
    """Short words that may be industries among rows that name some (麻竹笋, 包覆纱).

    >>> worded("蜜柚、麻竹笋"), worded("张三 13800000000"), worded("轴承项目")
    (('蜜柚', '麻竹笋'), (), ())
    """
    found = _products(text)
    return found if all(_WORD.fullmatch(p) for p in found) else ()


def _aimed(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries that the last clause of a longer cell sets out (…，重点发展旅游、物流).

    >>> _aimed("重要口岸，重点发展木材加工、边境旅游等产业", Taxonomy.from_data())
    ('木材加工', '边境旅游')
    """
    match = _AIMS.fullmatch(text) or _LED.search(text)
    return industries(match["what"], taxonomy) if match else ()


def _aside(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries in the bracket that closes a cell (省级特色产业集群（纺织服装）)."""
    match = _CLOSING_ASIDE.search(text)
    found = industries(match["what"], taxonomy, strict=False) if match else ()
    return found or (worded(match["what"]) if match and "产业集群" in text else ())
