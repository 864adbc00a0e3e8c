"""What clauses say of a place with its industry and no carrier: 产业规模扩大, 占全国近四分之一."""

from __future__ import annotations

import re

from layers.extract.patterns import compiled

_SECTOR = (
    r"(?:产业|制造业|加工业|工业|养殖业|种植业|[奶乳渔酒糖蔗烟种]业|畜牧业|林果业"
    r"|(?<=低空|数字|海洋|冰雪|林下)经济|(?<=..)(?=集群[式化]发展))"
)
PREDICATE = compiled(
    rf"^(?P<what>.{{0,40}}?{_SECTOR})"
    r"(?P<how>.{0,4}?(?:规模|优势|集聚|产值|竞争力|实力|地位|效应|带动|跨越|加快|集群|协同|联动|融合"
    r"|转型|高质量|快速|健康|绿色|振兴|倍增|崛起|做大|做强|提质|升级|壮大|攀升|扩大|提升|初具|领先|特色|蓬勃|势头|焕发|迸发|焕新|提速|起势|成势|突破).*|(?P<bare>发展))?$"
)
"""How an industry moves or stands; `bare` where it only develops."""
_HOLDS = compiled(
    r"(?P<what>[^占，,。；]{1,20}?)(?:产业|系列产品|产品)?(?:年|总)*(?:规模|产[量值能]|产销量?|销售?量|出口[量额]?|装机容?量?)?"
    r"(?P<how>(?:已|约|就|均|各|分别|合计)*占(?:全国|全球|世界|国内|全省|全区|全市|自治区)(?:市场|总量|产量|总产量)?(?:份额)?的?"
    r"[^，,。；]{0,6}?(?:\d|[一二两三四五六七八九半]成|[一二三四五六七八九十百]+分之|半|[一二三四五六七八九]+[、和]).*)$"
)
"""浑南集成电路装备规模占全国近四分之一: what a place makes so much of that it is a share."""
_MAKES = compiled(
    r"(?P<what>[^占，,。；、]{2,16}?)(?:产业)?(?:年|总)*(?:产[量值能]|(?:处理|加工|生产)能力|存栏|出栏|养殖规模|(?:种植|养殖|栽培|播种)?面积)"
    r"(?P<how>(?:已|就|约)?(?:达到?|突破|超过?|稳定在|近)[\d百千万].*)$"
)
"""子牙经开区再生资源年处理能力达180万吨: how much of a thing a place makes."""
_GROWS = compiled(
    r"(?P<what>(?!.{0,12}(?:战略性|新兴|高新|高技术|规模以上|规上|支柱|主导|优势|特色|重点|工业|制造业|农业|第[一二三]|核心))(?!(?:现代|生产性|生活性)*服务业)"
    r"[^占，,。；、的]{2,16}?)(?:产业|(?<=务)业)链?(?:年|总)*(?:产值|增加值|(?:主营业务|营业|销售|业务)?收入|营收)"
    r"(?P<how>(?:已|就|约|力争|将|预计|有望|同比|年均)*(?:达到?|突破|超过?|稳定在|近|增长)[\d百千万].*)$"
)
"""南川工业园区锂电产业增加值增长21.4%: how the industry of a place grows."""
_MEASURED = compiled("产[量值能]|能力|[存出]栏|养殖规模")
_WORKS = compiled(
    r"(?:\d[\d.]*[百千万亿]*(?:吨|千瓦|兆瓦|吉瓦时?|台|辆|套|平方米)(?:/年|级)?)?(?P<what>[^，,。；、的\d]{2,16}?)(?P<how>(?:产业化|一体化|重大|重点|龙头)*(?:项目|生产线)"
    r"(?:加快|加速|尽快|早日|顺利|全面)*(?:建设|投产|达产|开工|落地|建成|竣工)+)$"
)
"""加快宜昌磷化工项目建设: what is being built at a place."""
_OF_ZONE = compiled(
    r"(?P<what>[^，,。；的产业]{2,24})产业(?:链条?)?"
    r"(?:(?:加快|加速|快速|持续|不断|逐步|集聚|集群|高质量|规模|发展|向[上下]游)*"
    r"(?:发展|做大|做强|壮大|提质|升级|扩大|延伸|崛起|起势|成势|成型)|(?:加快|加速|不断|持续)*集聚|转型"
    r"|初具规模|(?:集聚|集群|规模)(?:发展)?(?:效应|优势).{0,8}|$)"
)
"""An industry behind a zone, and how it fares."""
_EXAMPLES = compiled(r"^[^等]{2,}等(?=[^等]{3,}$)")
"""Goods that stand for an industry (液晶显示模组等|电子信息)."""
STANDS = compiled(r"规模|优势|效应|初具|产值|竞争力|实力|地位|领先|带动")
"""What says of an industry that it is there, and not only to come."""
AIMED = compiled(r"力争|努力|争取|目标|确保|有望")
"""What says of a size that it is to be reached."""
UNSAID = compiled(
    r"打击|抽检|举办|查处|检查|偏小|放缓|下滑|萎缩|价格|滞销|景区|活动$|品牌赛"
    r"|避免|差距|淘汰|压减|产能退出"
    r"|产业发展(?:规划|方案|大会|论坛|联盟|协会|基金|政策|研究)"
)
"""What clauses are about that say nothing of an industry's place."""


def told_of(words: str) -> re.Match[str] | None:
    """What share of a thing, or how much of it, the words behind a place say that it makes, or
    what works for it they say are built there."""
    if "占" in words:
        return _HOLDS.match(words)
    made = _MAKES.match(words) if _MEASURED.search(words) else None
    if made is None and ("产业" in words or "务业" in words):
        made = _GROWS.match(words)
    return made or (_WORKS.match(words) if "项目" in words or "生产线" in words else None)


def told_of_zone(words: str) -> tuple[str, int]:
    """The industry behind a zone, and where ends what is told of it; ("", 0) if nothing is."""
    said = _OF_ZONE.match(words) or told_of(words)
    return (_EXAMPLES.sub("", said["what"]), said.end()) if said else ("", 0)
