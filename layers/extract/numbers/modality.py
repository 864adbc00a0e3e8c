"""Whether a number is reported (actual), striven for (力争) or otherwise intended.

The marks nearest to the number decide: its own sentence, then its paragraph, then
the heading above it, then the document as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from layers.extract.numbers.years import YearRef
from layers.extract.patterns import compiled, each, last
from layers.records import Modality

# Every alternative begins with a letter, so that the engine can skip to it.
STRIVE = compiled(r"力争|力求")
_FUTURE = re.compile(
    r"预期(?=增长|目标[是为：])|尽快(?=达|实现|形成|建|突破|分别)|确保|争取|预计(?:到|将|可|能|今年|明年|20\d\d年)"
    r"|还将|也将|均将|都将|全年将|年内将|将(?:达|超|突破|实现|形成|建|新|打造|到|在|以|有|重点|继续|进一步|着力|加快|加大|推[动进]|支持|积极|分|会|成为|大力|实施|开[工展]|启动|全面|围绕|聚焦|布局|培育)"
    r"|要(?<![主重需只必摘纪概]要)(?:加快|抓[紧好]|继续|进一步|着力|突出|重点|完成|实现|形成|建成|建设|达[到产]|确保|新[增建]|推[进动]|做[大强优好]|坚持|大力|积极|力争)"
    r"|目标是|目标(?:：|:|为|产值|营收|收入|规模|达)|主要目标|规划到|规划的|规划装机|下一步|明年|未来(?:[一二三四五\d]|几|一段)"
    r"|建成后|投产后|达产后|拟(?:建|新|投|于)|计划(?:新|到|于|用|在|投资(?!额)|总投资|建)"
)
_DONE = each(
    "集聚 达到 形成 实现 突破 增加 完成 建成 达 有 为 涌现 贡献 翻 引进 超过 增长 培育 提高 启动"
    " 实施",
    "了",
)
# Marks of time and completion; they reach over the rest of the sentence.
_PAST = re.compile(
    r"截至|截止|据[^，,。]{0,14}统计|较之?(?:上年|去年)|比之?(?:上年|去年)|去年|近年来|过去(?:的?一年|[的这]?五年)|一年来|以来|目前(?!的?基础)|当前(?=[，,]?(?:[全我][省市州区县]|已|共))|近日|日前|本次|此次|已(?!然)"
    rf"|{_DONE}|连年|被认定|荣获|全省最多|就建成|共引进|相继|挂牌成立|实现历史"
)
_STATURE = re.compile(
    r"获评|获批|入选|位居|居全|居[国省]|位列|跃居|跃升|第一位|连续|成功|成势|雄厚"
    r"|取得[^，。]{0,8}(?:突破|成效|进展)|保持全|进入全国|首位|排全国|排名|实现[^，。]{0,8}全覆盖"
)
"""What a report says, and a goal as well (到2025年，…居全国前列): facts where nothing intends."""
# Words that report only where nothing nearer intends.
_STATING = compiled(
    r"同比|累计(?<![两三四五]年累计)(?!培育|新[增建]|引进|建[成设]|实施|创建|打造|认定)(?!下降|降低)|现有(?<![大强升优级展持托]现有)(?=[^，,]{0,10}\d)|拥有(?<![人户]拥有)(?!量)|共有"
    r"|有(?<![没具富拥]有)(?=[近约超逾]?[\d百千])"
    r"|建成[和及、]?在建|建成投产|投产上市|集中开工|开工建设|竣工投产|签约落户|完成(?:投资|工业|固定|规模|销售|产值|营业|增加|地区)"
)
_SUMMED = compiled(r"累计(?=培育|新[增建]|引进|建[成设]|实施|创建|打造|认定)")
"""累计培育, which reports in a report alone."""
_GROWN = r"(?:提升|增强|优化|改善|提高|增长|扩大|加快|成长|壮大)(?=[，,。；、])"
_DESCRIBING = compiled(rf"{each('显著 持续 不断 稳步 明显 快速 全面', _GROWN)}|基本形成|初步形成")
_STANDING = compiled(r"(?<![大强优升级展持托])现有[^，,。\d]{0,4}$")
"""现有1个开发区 stands there now, in a plan, too."""
_RANKED = compiled(r"[，,、](?:位)?(?:居|列|持续领跑|排)(?:全|国|省|市|中|第)")
_SETS_OUT = compiled(
    r"[，,]?(?:我[省市区县]|全[省市区县]|我们)?(?:将|要|计划|推[进动]|加快|支持|着力|重点|全力|力争|确保)"
)
# 2025年，推进…: the year of issue before a verb of intention lies ahead.
_HOPED = ("预计", "预计到", "争取", "计划", "有望")
"""预计2022年突破: what stands before a year that is not over yet."""
_GOVERNED = compiled(r"推动|推进|加快|加大|强化|促进|支持|力争|确保|争取|将|实现.{0,4}目标")
_AIM_BEHIND = compiled(r"[^，,。；;]{0,16}(?:列入|作为|列为|的|为)[^，,。；;]{0,10}目标")
"""“增长5%左右”列入预期目标."""
_INTENT = compiled(
    r"培育|打造|建设|新建|引进|推动|促进|加快|支持|组织|开展|实施|壮大|建成|新增|落地|助推|构建|建构|着力|大力|重点|全力"
    r"|努力|积极|形成|提升到|提高到|谋划|布局|启动|创建|规划|滚动"
)
_EITHER = ("新增", "引进", "建成", "落地", "形成", "新建")
_BIDS = compiled(r"引进|培育|打造|新增|力促|推动|支持")
_ITEM = compiled(
    r"[\s—–\-·•●◆■（(]*(?:[一二三四五六七八九十\d]{1,3}[）).．、是]+)?"
    r"(?:(?:每年|[两三四五六\d]年)(?:累计|共)?)?"
)
"""What marks an item of a list; 三年累计 of what is to be done."""
_REPORTING = compiled(r"现状|基础|成效|回顾|成就|形势|背景|特点|特征|概况|情况|过去|亮点")
_INTENDING = compiled(
    r"目标|任务|安排|重点|布局|举措|导向|定位|措施|工程|行动|培育|加快|推动|推进|打造|建设"
)


def modality(
    text: str,
    statement: tuple[int, int],
    clause: tuple[int, int],
    at: int,
    refs: Sequence[YearRef],
    issued: int,
    reports: bool = False,
    weak: bool = True,
    aimed: bool = False,
    tasked: bool = False,
) -> Modality | None:
    """What the sentence says of the number at `at`; None where it says nothing.

    `statement` runs from full stop to full stop, `clause` is the number's own.
    力争 governs the rest of its statement. In a document that only `reports`, the year
    of issue is a year reported, too. Words that a goal can use as well (累计, 拥有) count
    if `weak`, those of stature (获批, 实现…全覆盖) unless a task is what is set.
    """
    begin, end = statement
    if STRIVE.search(text, begin, at):
        return "strive"
    if _STANDING.search(text, clause[0], at):
        return "actual"
    ahead, behind = _years(text, refs, begin, at, issued, reports)
    future = max(_last(_FUTURE, text, begin, at), ahead)
    past = max(_last(_PAST, text, begin, at), behind)
    if future < 0 and not aimed:
        if _RANKED.match(text, clause[1]):
            return "actual"  # …增长38.6%，居全省前列
        past = max(past, -1 if tasked else _stature(text, begin, at, reports))
    if future >= 0 or past >= 0:
        return "actual" if past > future else "target"
    if weak and _states(text, begin, at, reports) and not _GOVERNED.search(text, begin, at):
        return "actual"
    if _AIM_BEHIND.match(text, at, end):
        return "target"
    after = _PAST.search(text, at, end) or (weak and _states(text, at, end, reports))
    after = after or (not (aimed or tasked) and _STATURE.search(text, at, end))
    if after and any(
        at < r.start < after.end() and r.kind in ("at", "until") and r.last > issued for r in refs
    ):
        after = None  # 总投资30亿元，2023年建成投产
    if (
        after
        and not aimed
        and not _INTENT.search(text, clause[0], at)
        and not _GOVERNED.search(text, begin, at)
    ):
        return "actual"
    return None


def _states(text: str, start: int, end: int, reports: bool) -> re.Match[str] | None:
    """The first word that reports where nothing intends."""
    found = _STATING.search(text, start, end)
    return _SUMMED.search(text, start, end) if found is None and reports else found


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = last(pattern, text, start, end)
    return found.start() if found is not None else -1


def _stature(text: str, begin: int, at: int, reports: bool) -> int:
    """Where the last word of what was achieved stands, -1 for none; behind a verb of intention
    (引进高层次人才1万名，获批新药10个) it is one only in a document that `reports`."""
    found = _last(_STATURE, text, begin, at)
    return -1 if found >= 0 and not reports and _BIDS.search(text, begin, found) else found


def _years(
    text: str, refs: Sequence[YearRef], begin: int, at: int, issued: int, reports: bool
) -> tuple[int, int]:
    """Where the last year ahead, and the last year behind, is named before the number."""
    future = past = -1
    for ref in refs:
        if begin <= ref.start < at and ref.kind != "base":
            hoped = text.endswith(_HOPED, max(begin, ref.start - 3), ref.start)
            near = ref.last + reports >= issued
            sets_out = near and (hoped or _SETS_OUT.match(text, ref.end, at))
            if (
                ref.last > issued
                or sets_out
                or (ref.last == issued and ref.kind == "until" and ref.plain)
            ):
                future = ref.start
            elif ref.last < issued:
                past = ref.start
    return future, past


def sets_out(text: str, end: int) -> bool:
    """Whether a verb of intention follows a year that ends at `end` (2024年，我们将…)."""
    return _SETS_OUT.match(text, end) is not None


def leaning(
    text: str,
    start: int,
    end: int,
    refs: Sequence[YearRef],
    issued: int,
    weak: bool = True,
    stature: bool = True,
) -> int:
    """How many marks of report (positive) or intention (negative) stand in a passage.

    Words that a goal can use as well (显著提升) count with `weak`, if nothing intends, those of
    `stature` where no task is set.
    """
    marks = (_PAST, _STATURE) if stature else (_PAST,)
    past = sum(1 for p in marks for _ in p.finditer(text, start, end))
    future = sum(1 for _ in _FUTURE.finditer(text, start, end))
    future += sum(1 for _ in STRIVE.finditer(text, start, end))
    future += sum(r.last > issued for r in refs)
    past += sum(r.last < issued and r.kind != "base" for r in refs)
    if weak and not future:
        past += sum(1 for p in (_STATING, _SUMMED) for _ in p.finditer(text, start, end))
        past += sum(1 for _ in _DESCRIBING.finditer(text, start, end))
    return past - future


def of_heading(section: tuple[str, ...]) -> Modality | None:
    """What the headings above say: 发展现状 reports, 主要目标 intends."""
    for title in reversed(section):
        if _REPORTING.search(title):
            return "actual"
        if _INTENDING.search(title):
            return "target"
    return None


def begins(text: str, start: int, end: int) -> bool:
    """Whether a statement opens with a verb of intention (实施…), behind the mark of an item."""
    opening = _ITEM.match(text, start, end)
    return _INTENT.match(text, opening.end() if opening else start, end) is not None


def looks_back(text: str, start: int, end: int, refs: Sequence[YearRef], issued: int) -> bool:
    """Whether a mark of the past, or a year behind, stands in a passage."""
    if any(r.last < issued and r.kind != "base" for r in refs):
        return True
    return _PAST.search(text, start, end) is not None


def imperatives(text: str, starts: Sequence[int]) -> int:
    """How many sentences begin with a verb of intention (加快…, 支持…)."""
    return sum(_INTENT.match(text, at) is not None for at in starts)


def list_start(text: str, start: int, head: int, unit: str) -> int:
    """Where the words of a count begin whose clause begins at `head`: at `start`, that of its
    sentence, behind another count in the same unit (培育A等3个集群，B等4个集群).

    >>> [list_start(f"培育3{unit}，4个园区", 0, 5, "个") for unit in "个家"]
    [0, 5]
    """
    at = text.rfind(unit, start, head)
    return start if at > start and text[at - 1].isdigit() else head


def of_verb(text: str, start: int, at: int, reports: bool) -> Modality | None:
    """What the clause's own verb says, where nothing else decides; 新增 and 建成 nothing in a
    document that only `reports`."""
    verbs = (m[0] for m in _INTENT.finditer(text, start, at))
    return "target" if any(not (reports and v in _EITHER) for v in verbs) else None
