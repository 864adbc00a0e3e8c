"""Which numbers of a clause are targets: those nested in others, dealt out, or none at all."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from layers.extract.numbers.clauses import OF_WHOLE, TURN, Clause, is_list
from layers.extract.numbers.quantities import Amount
from layers.extract.patterns import compiled, last

EACH = compiled(r"分别|依次")
_ALL = compiled(r"均(?<![年人户亩地平日场县月车]均)(?![衡匀价值线质])")
"""A、B产业产值均超过100亿元: what each of a list has."""
_QUALIFIES = compiled(
    r"(?:以上|左右)?(?:的|级|规模|产业|企业|项目|园|集群|基地|龙头|骨干|领军|重点|工业|高|大|特|县|市|镇)"
)
_REACHES = compiled(r"实现|完成|达到|有|增长|占|拥有")
_GENERIC = compiled(r"(?:以上|左右|级)?的?[^，。、]{0,12}(?:企业|项目|产业|园区|集群)")
_SPEC_VERB = compiled(r"(?:开发|研发|研制|发展|突破|掌握|应用|推广|制造|形成|采用|攻克|生产)$")
_SPEC_NOUN = compiled(r"[^，。；]{0,30}(?:技术|设备|装备|机组|工艺|产品|芯片|线路|生产线|船)")
_SPEC_NOT = compiled(r"建成|投产|投运|项目|基地|(?<!生)产能")
_RADIUS = compiled(r"[^，,。；;、\d]{0,6}?(?:范围|以内|之内|半径|内(?![陆河贸外需环]))")
"""1公里范围内禁止新建: how far a ban reaches."""
_BUILT = compiled(r"里程|新建|新增|建成|管网|通车|建设")
_NAMED = compiled(r"[^，,。；]{0,16}(?:分别[为是]|简称|即[“”])")

_CRAFT = compiled(
    r"[^，,。；;、]{0,8}?(?:运输机|无人机|直升机|飞机|发动机|机车|货轮|轮船|油轮|船舶|货船|火箭|卡车|起重机"
    r"|盾构机|挖掘机|压机|压力机|反应堆|燃气轮机)"
)
_ITS_SHARE = compiled(r"的[^，,。\d]{0,3}\d[\d.]*%")
_EACH_ONE = compiled(
    r"(?:[县市区]|县[市区]|乡镇|[镇乡村]|(?:产业)?集群|(?:产业)?园区|开发区|产业链?)(?![^，,]*(?:实现|完成|共|合计|总))[^，,。\d]{0,8}$"
)
_WAGE = compiled(r"(?:收入|工资|薪)(?:为|近|约|超过?|达到?)*$")
_OF_MANY = compiled(r"[均每亩户]|居民|[农牧]民|群众|职工|人员")
_PERSONAL = 100_000
"""Yuan below which an income is that of one person."""
_THINGS = compiled(r"的?[^，,。、\d]{0,6}(?:项目|企业|园区|集群|产品)(?=[^，,。]{0,8}占)")

_REACHED = compiled(r"(?:达到?|为)[约近]?$")
_FIRMS = compiled(r"的?[^，,。、\d]{0,12}(?:企业|园区|集群|乡镇|强镇|村)")
_SORT = r"(?:的|以上)*[^，,。、\d的]{0,8}(?:企业|项目|园区|产业链|集群)"
_NEAR = compiled(rf"{_SORT}(?:达到?)?")
"""引进100亿元项目1个: right behind an amount it is the size of each."""
_COUNTED = compiled(rf"{_SORT}|(?:以上|左右|的)*[^，,。、\d]{{0,10}}(?:县|镇|乡|村)")
"""建成4个300亿元产业集群, 7个产值15亿元以上产业县: the same, behind the number of them."""
_BY = compiled(
    r"年?(?:总?产值|(?:主营业务|营业|销售)?收入|营收|产值规模|规模)?(?:超过?|达到?|突破)?"
)
_PAPER = compiled(r"[^，,。；、\d]{0,10}(?:文字说明|信息表|图集|图册|图则|附件|附表|文本)")
"""1套地块图集: what a plan itself consists of."""
_SOME = compiled(r"一批|若干|更多|多家")
_FIRST = compiled(r"级?[^，,。\d]{0,6}(?:企业|园区|集群|产业)(?:有|实现|取得)[^，,。]{0,4}突破")

_ABSTRACT = ("count", "person", "fraction", "times", "multiple", "point", "permille")

_LISTED = compiled(r"[亿万]元?级?(?:以上)?、$")
_BACK = 6
"""X超百亿元、Y超50亿元的集群: the last of a list of sizes."""
_GRANTED = compiled(r"(?:给予|奖励|补助|补贴|资助|奖补)[^，,。；;\d]{0,10}$")
_GRANT = compiled(r"(?:以内|以下)?的?(?:一次性|财政|资金)*(?:奖励|补助|补贴|资助|奖补)")
"""给予10万元奖励: what a measure grants, and no target."""
_SEVERAL = 3
"""Numbers of which the first may count the others."""
_HARM = compiled(r"(?:死亡|遇难|受伤|失踪|伤亡|被困|涉案|抓获|破获)[^，,。；;\d]{0,8}$")
_SUBSIDY = compiled(r"(?:的?(?:标准|比例))?(?:给予|予以)[^，,。；;]{0,6}(?:补|奖|资助|贴息)")
_HARMED = compiled(r"[^，,。；;\d]{0,4}(?:死亡|遇难|受伤|失踪|被困)")
"""Accidents and crimes, which are no economy's."""


def thresholds(text: str, clause: Clause) -> dict[Amount, Amount]:
    """Numbers nested in the subject of a count (超100亿元的龙头企业5家), each with its count."""
    nested: dict[Amount, Amount] = {}
    for left, right in pairwise(clause.amounts):
        link = text[left.right : right.left]
        if left in nested or (is_list(link) and link):
            continue
        if right.is_count and (
            (_is_limit(left) and _leads(left, link)) or _is_sized(text, clause, left, link)
        ):
            nested[left] = right
        elif right.unit_base == "fraction" and _is_limit(left) and _THINGS.match(link):
            nested[left] = right  # 超亿元项目占8成
        elif left.is_count and _sizes(text, clause, link, right):
            nested[right] = left
    return nested


def _sizes(text: str, clause: Clause, link: str, limit: Amount) -> bool:
    """Whether a number says how large each of those is that the one before it counts."""
    if _is_one_each(clause, link, limit):
        return True
    money = limit.unit_base == "yuan" and _BY.fullmatch(link) is not None
    if money and _COUNTED.match(text, limit.right, clause.end):
        return True
    end = limit.end if limit.level else limit.right
    return _is_limit(limit) and _QUALIFIES.match(text, end) is not None


def _is_one_each(clause: Clause, link: str, limit: Amount) -> bool:
    """1个县GDP超过400亿元: what each of them exceeds, and no sum of theirs."""
    if limit.comparator not in (">", ">=") or limit.unit_base not in ("yuan", "usd"):
        return False
    return limit.right >= clause.end and _EACH_ONE.match(link) is not None


def _is_distance(text: str, clause: Clause, amount: Amount) -> bool:
    """1公里范围内, 距机场20公里: how far, and not what is built."""
    if amount.unit_base not in ("km", "m"):
        return False
    if _RADIUS.match(text, amount.right, clause.end):
        return True
    return amount.unit_base == "km" and not _BUILT.search(text, clause.start, clause.end)


def _is_size(text: str, clause: Clause, amount: Amount) -> bool:
    """首架3吨级无人机: the size of a machine."""
    if _CRAFT.match(text, amount.right, clause.end) is None:
        return False
    return amount.unit_base not in _ABSTRACT


def _is_limit(amount: Amount) -> bool:
    if amount.is_count or amount.is_rate:
        return False
    return amount.level or amount.bare or amount.comparator != "="


def _is_sized(text: str, clause: Clause, amount: Amount, link: str) -> bool:
    """产值达50亿元加工企业5家, 20—50亿元企业10家: how large each of those counted is."""
    money = amount.unit_base in ("yuan", "usd")
    said = amount.value_max is not None or _REACHED.search(text, clause.start, amount.left)
    if not money or amount.level:
        return False
    return bool(_NEAR.fullmatch(link) or (said and _FIRMS.fullmatch(link)))


def _leads(amount: Amount, link: str) -> bool:
    if amount.level or amount.bare:
        return True
    return link == "的" or (len(link) > 1 and (link.startswith("的") or not _REACHES.search(link)))


def _is_harm(text: str, clause: Clause, amount: Amount) -> bool:
    """Whether a number is of an accident or a crime (造成3人死亡, 涉案金额2600万元), or the rate
    of a subsidy (按投资额20%给予补贴)."""
    if amount.is_rate:
        return _SUBSIDY.match(text, amount.right, clause.end) is not None
    told = _HARM.search(text, clause.start, amount.left)
    harm = told or _HARMED.match(text, amount.right, clause.end)
    return harm is not None


def skipped(text: str, clause: Clause, amount: Amount) -> bool:
    """Numbers that are no targets: thresholds without a count, specifications, references."""
    head = text[clause.start : amount.left]
    money = amount.unit_base in ("yuan", "usd")
    granted = _GRANTED.search(head) or _GRANT.match(text, amount.right)
    limit = money and amount.comparator in (">", ">=") and not amount.level and not amount.bare
    if (money and granted) or (limit and _is_class(text, clause, amount)):
        return True
    if money and amount.bare and _is_rank(text, head, amount):
        return True
    if not money and amount.unit_base not in _ABSTRACT:
        tail = text[amount.right : clause.end]
        if _SPEC_VERB.search(head) and _SPEC_NOUN.match(tail) and not _SPEC_NOT.search(tail):
            return True
    if _is_harm(text, clause, amount) or _is_distance(text, clause, amount):
        return True
    if amount.is_count and (_NAMED.match(text, amount.right) or _PAPER.match(text, amount.right)):
        return True
    if money and amount.base < _PERSONAL and _WAGE.search(head) and not _OF_MANY.search(head):
        return True
    if amount.level and not money and _is_size(text, clause, amount):
        return True
    if OF_WHOLE.search(head) and _ITS_SHARE.match(text, amount.right, clause.end):
        return True  # 占全省总面积610万亩的23%
    shared = any(a.unit_base == "fraction" for a in clause.amounts)
    return amount.is_count and shared and re.search(r"占[^，]{0,6}$", head) is not None


def _is_class(text: str, clause: Clause, amount: Amount) -> bool:
    """超10亿元的企业: a class of firms, where no list of sizes ends with it."""
    if not (text.startswith("的", amount.right) and _GENERIC.match(text, amount.right)):
        return False
    return _LISTED.search(text, max(0, clause.start - _BACK), clause.start) is None


def _is_rank(text: str, head: str, amount: Amount) -> bool:
    """百亿元企业有新突破, 一批产值达到百亿元以上的园区: a class of firms, and no amount of them."""
    if _SOME.search(head) and _REACHED.search(head) and _GENERIC.match(text, amount.right):
        return True
    return _FIRST.match(text, amount.right) is not None


def unsummed(text: str, plain: list[Amount]) -> list[Amount]:
    """The numbers without the count of what 分别 deals them out to (四个集群营收分别达…)."""
    if len(plain) < _SEVERAL or not plain[0].is_count or plain[0].value != len(plain) - 1:
        return plain
    return plain[1:] if last(EACH, text, plain[0].right, plain[1].left) else plain


def is_run(text: str, plain: list[Amount]) -> bool:
    """Whether several numbers of one kind stand in a row (500万吨、600万吨和800万吨)."""
    alike = len(plain) > 1 and len({a.unit_base for a in plain}) == 1
    return alike and all(is_list(text[a.right : b.left]) for a, b in pairwise(plain))


def of_all(text: str, clause: Clause, amount: Amount) -> int | None:
    """Where the list ends of which each has the clause's one number (A、B产业产值均超过…)."""
    if len(clause.amounts) > 1 or amount.is_count:
        return None
    word = last(_ALL, text, clause.head, amount.left)
    return word.start() if word is not None else None


def distributed(text: str, clause: Clause, plain: list[Amount]) -> list[Amount]:
    """The numbers that 分别 deals out, or []."""
    if last(EACH, text, clause.head, plain[0].left) is None:
        return []
    group = [plain[0]]
    for left, right in pairwise(plain):
        gap = text[left.right : right.left]
        if not (is_list(gap) or TURN.fullmatch(gap)):
            break
        group.append(right)
    return alike(group)


def alike(group: list[Amount]) -> list[Amount]:
    """The numbers of a list, each with the comparator of the first (突破5亿、6亿)."""
    first = group[0].comparator if group[0].left < group[0].start else "="
    return [a if a.comparator != "=" else replace(a, comparator=first) for a in group]
