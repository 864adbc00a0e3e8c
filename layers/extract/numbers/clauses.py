"""Clauses with their numbers: where one number's words end and the next one's begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from layers.extract.numbers.quantities import Amount

_CUT = re.compile(r"[，,：:；;](?!\d{3}(?!\d))|[。！？!?\n]")
_BREAKS = "，,：:；;。\n"
"""What parts printed clauses."""
_LONGEST = 200
"""Characters in front of a number that can belong to its clause."""
_LIST = re.compile(r"[、，,和及与\s]{1,3}|以及")
TURN = re.compile(r"[、和与及](?:同比)?(?:增长|下降|减少|提高|上升|回落)")
_EACH = re.compile("分别|依次")
_DEALS = re.compile(r"[，,](?:尽快|均|都|将|力争|争取|要|全部|有望){1,3}分别")
"""Adverbs before 分别, whose list stands before the comma."""
_NEAR = 8
"""分别增长20%和下降3%: a list whose numbers have verbs of their own."""
_JOINT = re.compile(r"、|以及|和|及")
_NEXT_WHOLE = re.compile(
    r"[、和与及]?(?:约|近|超过?)?(?P<whole>(?:全球|世界|全国|我国|国内|[全我本][省市区县州盟])(?:总量|产量)?(?=的|约|近|超|$)"
    r"|[\u4e00-\u9fff]{2,6}(?=的))的?(?:约|近|超过?)?"
)
"""、全国的22%, 、陕西的三分之一: the next whole of a share."""
OF_WHOLE = re.compile(r"占[^，,]{0,24}$")
"""What stands before a share: 占全省工业增加值的."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch with its numbers, in clean offsets; `head` is where the printed clause begins.

    A clause that holds a list of numbers (分别增长9%、12%) keeps them together.
    """

    start: int
    end: int
    head: int
    amounts: tuple[Amount, ...]


def clauses(text: str, start: int, end: int, found: Sequence[Amount]) -> Iterator[Clause]:
    """The clauses of a sentence that hold numbers.

    >>> from layers.extract.numbers.amounts import amounts
    >>> text = "水泥产量260万吨、木材产量90万立方米，增长2%。"
    >>> [text[c.start:c.end] for c in clauses(text, 0, len(text), amounts(text))]
    ['水泥产量260万吨', '木材产量90万立方米', '增长2%']
    """
    cuts = [m.start() for m in _CUT.finditer(text, start, end)]
    begin = start
    at = 0
    dealt = text.find("分别", start, end) >= 0
    for cut in [*cuts, end]:
        if cut != end and at < len(found) and found[at].start <= cut < found[at].end:
            continue  # 1,000
        if _is_label(text, cut, found[at : at + 1]) or (dealt and _DEALS.match(text, cut)):
            continue  # 总产值：50亿元; 枸杞、红枣等产业，尽快分别达到100万亩
        held = []
        while at < len(found) and found[at].start < cut:
            held.append(found[at])
            at += 1
        if held:
            close = max(begin, held[0].left - _LONGEST)
            yield from _split(text, close, max(cut, held[-1].right), held)
        begin = cut + 1


def clause_start(text: str, begin: int, at: int) -> int:
    """Where the printed clause that goes on at `at` begins, at `begin` at the earliest.

    >>> clause_start("宁波，绍兴：产值", 0, 8), clause_start("宁波，绍兴：产值", 0, 5)
    (6, 3)
    """
    return max(begin, *(text.rfind(mark, begin, at) + 1 for mark in _BREAKS))


def _is_label(text: str, cut: int, following: Sequence[Amount]) -> bool:
    """Whether a colon stands between an indicator and its number."""
    if not text.startswith(("：", ":"), cut):
        return False
    return any(0 <= a.left - cut - 1 <= 1 for a in following)


def _split(text: str, start: int, end: int, held: list[Amount]) -> Iterator[Clause]:
    """One clause, or several where 、 or 和 stands between numbers with nouns of their own."""
    begin, head = start, start
    group: list[Amount] = [held[0]]
    for left, right in pairwise(held):
        cut = _between(text, left, right)
        if cut is None and right.right - begin > 2 * _LONGEST:
            cut = left.right, left.right  # no sentence is like this: keep the work bounded
            head = left.right
        if cut is not None:
            yield Clause(begin, cut[0], max(head, begin - _LONGEST), tuple(group))
            begin, group = cut[1], []
        group.append(right)
    yield Clause(begin, end, max(head, begin - _LONGEST), tuple(group))


def _between(text: str, left: Amount, right: Amount) -> tuple[int, int] | None:
    """Where the words of two numbers part (the joint's span), or None if they belong together."""
    gap = text[left.right : right.left]
    limits = left.is_count and not (right.is_count or right.is_rate) and right.comparator != "="
    if (is_list(gap) and not (gap and limits)) or (
        TURN.fullmatch(gap) and _EACH.search(text, left.left - _NEAR, left.left)
    ):
        return None
    if gap[:1] in ("（", "("):
        return left.right, left.right + 1  # 1000亿元（年均增长12%）
    bracket = gap.find("(") if "(" in gap else gap.find("（")
    for match in _JOINT.finditer(gap):
        if 0 <= bracket < match.start():
            break
        if match[0] in ("和", "及") and not _parts(match, left, right):
            continue
        return left.right + match.start(), left.right + match.end()
    return None


def is_list(gap: str) -> bool:
    """Whether nothing but a joint stands between two numbers."""
    return gap == "" or _LIST.fullmatch(gap) is not None


def _parts(match: re.Match[str], left: Amount, right: Amount) -> bool:
    """Whether 和 joins two numbers rather than two nouns of one subject."""
    if match.start() == 0:
        return True
    return left.is_count == right.is_count or (left.level and not right.is_count)


def next_whole(text: str, clause: Clause, amount: Amount) -> str:
    """The whole of the next share of a list (占全省的52%、全国的22%); "" for no such share."""
    if amount.unit_base != "fraction" or "占" not in text[clause.head : clause.start]:
        return ""
    found = _NEXT_WHOLE.fullmatch(text, clause.start, amount.left)
    return found["whole"] if found else ""
