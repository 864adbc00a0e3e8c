"""What a number measures: indicator and subject, from the words round it."""

from __future__ import annotations

import re
from dataclasses import replace

from layers.extract.numbers.capacities import THING, capacity
from layers.extract.numbers.changes import (
    GROWN,
    ONWARD,
    SWUNG,
    increment,
    unaveraged,
    unchanged,
    uncompared,
    unverbed,
)
from layers.extract.numbers.clauses import Clause, clause_start
from layers.extract.numbers.counts import MAKE, NOUN, REGION, Measure, counted
from layers.extract.numbers.indicators import KNOWN, is_level
from layers.extract.numbers.levels import counted_on
from layers.extract.numbers.quantities import Amount
from layers.extract.patterns import compiled, last

# What may stand before a clause's subject without belonging to it.
_HEAD = compiled(
    r"^(?:(?:要?确保|我们|推动(?=规上|规模以上|工业|地区)|(?:再?用|经过)?[两三四五六七八九十\d]{1,2}年(?:左右)?(?:的?时间|的?努力|[后内])|力争|争取|力求|到(?!位)|至|截至|截止|其中|此外|同时|预计|据[^，,]{0,12}统计|主要目标|目标|——|[（(]\s*\d+\s*[）)]"
    r"|\d{4}年(?:底|末|初|前|上半年|下半年|全年)?|\d{1,2}月(?:份|底|末)?|[至到-](?!位)|[“‘\"]?十[一二三四五六]五[”’\"]?(?:期间|末|时期|以来)"
    r"|今年|去年|同期|目前|近年来|年内|全年|将|已|[：:、\s•·●]|全市|全省|全区|全县|全州|全盟|全国|我市|我省|我区|我县|我州|区内|市内|省内"
    r"|使得?|如|仅|就(?![地业])|从而|并|也|均|共有|共|和|与|及)+)"
)
_CHANGE = compiled(
    r"([正负]增长|增长(?!的?贡献)|增速|增幅|提高|提升|上升|下降|降低|减少|增加(?!值))(?:达到|[^到至])*+$"
)
_APART = compiled(
    r"(?:高于|低于|快于|慢于|高出|领先|落后于|比)[^，,。；\d]{1,12}?(?:高出?|低|快|慢)?$"
)
"""增速高于全省平均2个百分点: how far a rate is from another."""
_SHARE = compiled(
    r"占(?P<whole>[^，,占]{0,24}?)(?:的)?(?:比重|比例|份额|比)?(?:将|分别|均|约|近|超过|超|达到|达|为|是|突破|(?:保持|稳定|控制|维持)?在|(?:提升|提高|上升|下降|降低|增加|降)[到至]|不低于|力争|的)*$"
)
_FROM = compiled(
    r"(?:由(?!来)|从(?![业事]))(?:[^，,]{1,16}(?:至|到|为))?(?:\d{4}年的?)?$"  # 由20亿元增至30亿元
)
_CLOSED = compiled(r"^[^）)】]*(?<![\d）)】])[）)】]、(?=.)")
"""The end of a bracket that names what the number before it counts."""
_LEADS = compiled(
    r"(?:人均|户均|亩均|日均|地均|亩|受[灾冻淹]|绝收|成灾|纯|规模以上|规上|(?<!\d)年|总|整车|(?<!加)工业|单位|每?(?:百|千|万|亿)元)*$"
)
"""What narrows an indicator from before its name."""
_SITES = compiled(r"^.*等(?:乡镇|镇乡|镇|乡|街道|县|市|区|地)(?:建设|发展|种植|打造|布局)?")
"""Where a thing stands, before its name (江源等镇建设|…)."""
_DATED = compiled(r"(?:(?:、|和|与|及)?\d{4}年[底末初]?)+$|(?<!近)[两三四五六七八九十]年内?$")
_NOTHING = (
    *("", "折合", "约合", "平均", "年", "比", "同", "同比"),
    *("年均新增", "每年新增", "年新增", "较之", "较上年", "比上年", "较之上年", "上年"),
)
"""What stands before a number that goes on about what the one before it measures."""
_AGAIN = compiled(r"\d(?:[万亿]|平方)?[\u4e00-\u9fff]{1,3}[（(](?:约|折合|合)?$")
"""面积76327平方米（114亩）: the same in another unit."""
_FORMED = compiled(r"(?:形成|打造|培育|建成|发展)([\u4e00-\u9fff]{2,16})$")
"""纺织产业形成丝绸面料超千亿元; 万亿级、5000亿级 of a list of industries."""
_THINGS = ("家", "户", "个", "项", "人", "名")
_NEAR = 12
_PASSED = 40
_OFFSETS = ("start", "end", "left", "right")
_GREW = compiled(
    r"(?:稳步|持续|不断|显著|明显|大幅|大幅度|快速|进一步|实现|有望|力争|加快|平稳|较快)+(?:增长|扩大|壮大|提升|增加|提高|倍增|翻番|跃升|攀升|突破|上升|扩张)$"
)
_PRICED = compiled(r"按(?:可比|不变|现行|当年|现)价格?(?:计算|核算)?")
"""按可比价格计算比上年增长: how a growth is reckoned, which is none of its name."""
_TIMES = compiled(r"(?:[为是]|相当于)(?:上年|去年|\d{4}年|同期)(?:同期)?[的末底]*")
"""是上年的2.7倍: what the number before measures, in another measure."""
_LANDS = compiled("(?:多|余)?(?:国家|国别|地区)")
"""出口到72个国家: what is counted, for all the word of an indicator before it."""
_LONGEST = 24
"""Characters of an indicator's name that the words before the number are taken for."""
_POWER = ("kw", "mw", "gw")
_REACHED = compiled(r"(?:达到?|[为至到])[约近]?$")
_CHANGED = compiled(r"(?:提高|提升|下降|降低|增量|减量)$")
_NUMBER = compiled(r"\d.*$")
_OF_YEAR = compiled(
    r"(?<![\d比较由从—–~-])(?:\d{4}年?[—–~-]{1,2})?\d{4}年(?=[产营销主实税利收出地规工生固])"
)
"""动力电池产业2021年产值: no 年产值."""
_INDUSTRY = compiled(r"(?:产业集群|产业链|产业|集群|行业|制造业|工业)$")
"""What is no indicator: the industry that one was named for before."""
_WHOLE = compiled(r"[、和]?(?:全球|世界|全国|全省|全市)(?:总量|产量)?的?")
"""占全国的70%、全球的三分之一: the next whole of a share."""
_BASE = compiled("基地|园区|产业园")
_PARTS = ("占比", "比重", "比例")
_GRADED = compiled(r"([^，,。；;、]{1,8}级)(?:[、和][^，,。；;、]{1,10}级)+([\u4e00-\u9fff]{2,12})")


def measure(text: str, start: int, end: int, amount: Amount, before: Measure | None) -> Measure:
    """What `amount` in the clause `start:end` measures.

    `before` is the measure of the number before it, which a clause without a
    subject (同比增长13%, 占全省50%以上) continues.
    """
    head = text[start : amount.left]
    head = _CLOSED.sub("", head) if "、" in head else head
    head = _FROM.sub("", _HEAD.sub("", head, count=1)).rstrip("：:")
    head = _OF_YEAR.sub("", SWUNG.sub("", _PRICED.sub("", head)) if amount.is_rate else head)
    tail = text[amount.right : end]
    if before is not None and (_AGAIN.search(head) or _is_again(text, start, amount)):
        return before
    if amount.is_count and (graded := _GRADED.match(tail)):
        tail = graded[1] + graded[2]  # 2个千亿级、5个五百亿级产业集群
    tail = "" if ONWARD.match(tail) else tail
    plain = capacity(text, start, head, tail, amount, before)
    plain = plain or _in_other_measure(head, amount, before)
    if plain is not None:
        return plain
    if amount.is_count and before is not None:
        on = counted_on(text[max(0, start - 1) : end], head, tail, amount, before)
        if on is not None:
            return on
    named = KNOWN.search(unverbed(head)[-6:] or " ") and not _LANDS.match(tail)
    if amount.is_count and not named:
        return counted(head, tail, before, text[start - 1 : start] == "、")
    return _quantity(head, tail, amount, before)


def grew(text: str, begin: int, clause: Clause, amount: Amount) -> Measure | None:
    """企业数量持续增加，达到1万家: what a number measures whose clause has but its verb; None where
    no clause without a number before it says what grew."""
    behind = clause.start == clause.head and text[clause.start - 1 : clause.start] in ("，", ",")
    if amount.is_rate or not behind or unverbed(text[clause.start : amount.left]):
        return None
    at = clause.start - 1
    begin = clause_start(text, max(begin, at - _PASSED), at)
    found = _GREW.search(text, begin, at)
    who = text[begin : found.start()] if found is not None else ""
    if not who or any(map(str.isdigit, who)) or not (amount.is_count or is_level(who)):
        return None
    words, by = who + text[amount.left : clause.end], len(who) - amount.left
    moved = replace(amount, **{k: getattr(amount, k) + by for k in _OFFSETS})
    return measure(words, 0, len(words), moved, None)


def _is_again(text: str, start: int, amount: Amount) -> bool:
    """24万吨（3亿瓶）: whether nothing but the number stands in a bracket behind another."""
    if text[start - 1 : start] not in ("（", "(") or not text.startswith(("）", ")"), amount.right):
        return False
    plain = amount.is_rate or amount.unit.endswith(_THINGS)
    return not plain and _AGAIN.search(text, max(0, start - _NEAR), amount.left) is not None


def _in_other_measure(head: str, amount: Amount, before: Measure | None) -> Measure | None:
    """What the number before measures, in another measure: how many times it was, the next whole
    of a share."""
    if before and amount.unit_base in ("times", "multiple") and _TIMES.fullmatch(head):
        return replace(before, increment=False, rate=True)
    if before and before.indicator.endswith("比重") and _WHOLE.fullmatch(head):
        return Measure(f"占{head.strip('、和的')}比重", before.subject, rate=True)
    return None


def of_whole(before: Measure, whole: str) -> Measure:
    """The next share of what the one `before` is of (占全省的52%、全国的22%)."""
    stem, whole = before.indicator.rpartition("占")[0], REGION.sub("", whole)
    name = f"{stem}占{whole}比重" if whole else f"{stem}占比"
    return Measure(name, before.subject, rate=True)


def _compared(head: str, amount: Amount, before: Measure | None) -> Measure | None:
    """A share, how far two rates are apart, or a growth; None for a level."""
    share = _SHARE.search(head) if amount.unit_base == "fraction" else None
    if share and not head[: share.end()].rstrip("的").endswith("占比"):
        return _share(head, share, before)
    apart = _APART.search(head) if amount.unit_base == "point" else None
    if apart is not None:
        stem, who = _stem(unaveraged(head[: apart.start()])[0], before)
        return Measure(f"{stem}{apart[0]}", who, rate=True)
    change = _CHANGE.search(head) if amount.is_rate else None
    if change or (amount.is_rate and "年均" in head):
        return _growth(head, change, before)
    return None


def _quantity(head: str, tail: str, amount: Amount, before: Measure | None) -> Measure:
    compared = _compared(head, amount, before)
    if compared is not None:
        return compared
    rate = amount.is_rate
    added = "" if rate else increment(head)
    stem, who = _stem(unchanged(head) if added else head, before)
    if before and amount.unit_base == "yuan" and _goes_on(stem, before):
        stem, who = before.indicator, stem
    sized = amount.level or amount.bare
    if before and stem == before.indicator and _REACHED.search(head):
        stem = _CHANGED.sub("", stem)  # 城镇化率提高5个百分点，达到70%
    if amount.unit_base in _POWER and stem.endswith("数"):
        return Measure("装机容量", who)  # 风电项目11个，共746兆瓦
    listed = THING.match(tail) if not (rate or amount.level) else None
    if listed is not None and not _bare(head, sized):
        return Measure(listed[0], listed[0], increment=_adds(listed[0], before))
    based = amount.unit_base == "ton" and _BASE.search(tail) is not None
    graded = sized and (based or amount.unit_base in ("yuan", "kw")) and not is_level(stem)
    if sized_as := _sized_as(stem, tail, amount, graded):
        return Measure("产业规模", sized_as)
    if not stem or (graded and _scale(tail) != "规模"):
        noun = NOUN.match(tail.lstrip("的级"))
        name = noun[0][:14] if noun else ""
        return Measure(_scale(name) if sized else name or "数量", name)
    if added:
        return Measure(stem.removesuffix(added) + added, who, increment=True)
    new = re.search(r"新增|新建|累计(?:完成|实现|投入|投资|引进)", head) is not None
    return Measure(stem, who, increment=new, rate=rate)


def _goes_on(stem: str, before: Measure) -> bool:
    """纺织产值1万亿元，石化产业集群突破1.5万亿元: an industry, measured as the one before."""
    return bool(_INDUSTRY.search(stem)) and is_level(before.indicator)


def _sized_as(stem: str, tail: str, amount: Amount, graded: bool) -> str:
    """What an amount is the size of, in a list of industries with theirs; "" for no such."""
    if not stem or is_level(stem):
        return ""
    formed = _FORMED.search(stem) if graded or amount.comparator == ">" else None
    return formed[1] if formed else stem if graded and amount.level and not tail else ""


def _bare(head: str, sized: bool) -> str:
    """What is left of a head without its verbs: "" of 建设, and behind a mark of listing; before
    an order of magnitude (打造千亿级产业园) all that makes something is left."""
    rest = unverbed(head)
    return rest if sized else "" if head.endswith("、") else MAKE.sub("", rest)


def _adds(thing: str, before: Measure | None) -> bool:
    """Whether a list goes on in what is added: 碳捕集、…储能 are things built there, no levels."""
    if before is None or before.increment:
        return before is not None
    return is_level(thing) and not is_level(before.indicator)


def _share(head: str, share: re.Match[str], before: Measure | None) -> Measure:
    words = head[: share.start()]
    whole = _NUMBER.sub("", REGION.sub("", share["whole"]))
    if not unverbed(words) and before:
        return Measure(
            f"占{whole}比重" if whole else f"{before.indicator}占比", before.subject, rate=True
        )
    stem, who = _stem(words, before)
    return Measure(f"{stem}占{whole}比重" if whole else f"{stem}占比", who, rate=True)


def _growth(head: str, change: re.Match[str] | None, before: Measure | None) -> Measure:
    words = head[: change.start()] if change else head
    words, yearly = unaveraged(words)
    yearly = "年均" if "年均" in head else yearly
    words = uncompared(words.removesuffix("以") if yearly else words)
    share = _SHARE.search(words) if "占" in words and words.endswith(("比重", "比例")) else None
    if share and change:
        of = _share(words, share, before)
        return replace(of, indicator=of.indicator + GROWN.get(change[1], change[1]))
    stem, who = _stem(words, before)
    word = change[1] if change else "增速"
    grown = GROWN.get(word, word)
    if stem.endswith(("增速", "增幅", "增长率", "提高")):
        grown = ""
        if yearly and stem.endswith("增速"):
            stem, grown = stem.removesuffix("增速"), "增速"
    return Measure(f"{stem}{yearly}{grown}", who, increment=bool(yearly), rate=True)


def _scale(noun: str) -> str:
    thing = re.search(r"产业链|产业集群|集群|园区|产业集聚区|产业聚集区|基地|企业|产业|项目", noun)
    return f"{thing[0]}规模" if thing else "规模"


def _stem(words: str, before: Measure | None) -> tuple[str, str]:
    """The indicator at the end of a subject, and the subject without it."""
    words = REGION.sub("", MAKE.sub("", unverbed(words).strip('的、“”"（(+')))
    words = _SITES.sub("", words)
    words = unverbed(_DATED.sub("", words)) if _DATED.search(words) else words
    known = last(KNOWN, words)
    if (
        known is not None
        and known.end() >= len(words) - 3
        and not words.endswith("与", 0, known.start())
    ):
        start = known.start()
        whole = last(KNOWN, words[:start]) if known[0] in _PARTS else None
        start = whole.start() if whole is not None and whole.end() == start else start
        lead = _LEADS.search(words[:start])
        start = lead.start() if lead else start
        who = unverbed(_DATED.sub("", unverbed(words[:start])))
        return words[start:], who.strip("的、")
    if words in _NOTHING:
        return (before.indicator, before.subject) if before else ("", "")
    return words.split("、")[-1][-_LONGEST:] or words[-_LONGEST:], words[-_LONGEST:]
