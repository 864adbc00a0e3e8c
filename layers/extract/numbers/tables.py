"""Tables of numbers: an indicator, an industry or a place in each line, a year in each column.

A cell without a unit of its own has that of its line, its column or the table; without any it is
no number. A number is the issuer's, unless its line, its column or the table's title names a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layers.extract.labels import label
from layers.extract.numbers.additivity import is_additive
from layers.extract.numbers.amounts import amounts
from layers.extract.numbers.counts import Measure
from layers.extract.numbers.grids import (
    ASIDE,
    CELL,
    ROUND,
    Column,
    Head,
    Span,
    cells_of,
    goes_on,
    head_of,
    lines,
)
from layers.extract.numbers.names import is_elsewhere, is_of_another, opening
from layers.extract.numbers.quantities import Amount
from layers.extract.numbers.scopes import members
from layers.extract.numbers.topics import OVERALL
from layers.extract.patterns import compiled
from layers.records import Comparator, Evidence, Member, Modality, Target, Year, record_id

if TYPE_CHECKING:
    from layers.extract.numbers.state import Reading
    from layers.plan import Sentence

_NUMBERING = compiled(r"^(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]|其中[:：]?|[#*＃★]|—+)+")
_TOLD = compiled(r"现状|实际|实绩|基期|完成|基数|\d月|季度|半年|累计至")
_AIMED = compiled(r"目标|规划|预期|预计")
_SPENT = ("[", "［", "〔", "【")
"""What opens a number that is the sum of the plan's years, as tables note below."""
_SIGNS: dict[str | None, Comparator] = {
    **dict.fromkeys(("≥", ">=", "不低于", "不少于", "以上"), ">="),
    **dict.fromkeys(("＞", ">", "超", "超过", "大于", "突破"), ">"),
    **dict.fromkeys(("≤", "<=", "不高于", "以内", "以下"), "<="),
    **dict.fromkeys(("＜", "<", "小于"), "<"),
    **dict.fromkeys(("≈", "约", "左右"), "~"),
}
_TOTAL = compiled(r"[合总共]计|全[省市县区州]|总[数量]")
_HOW = compiled(
    r"(?:\d{1,2}(?:[-—~至]\d{1,2})?月|[上下]半年|前?[一二三四]季度|现状|实际|实绩|基期|完成|基数|目标|规划|预期|预计)+[值数]?"
)
"""What the head of a year's column says besides what is measured."""
_WIDER = compiled(r"全国|我国|国家|全球|世界|平均|国际|同类")
"""Whose numbers stand beside the issuer's own."""
_OVER = {"prefecture": "全省", "county": "全市"}
"""What a smaller issuer calls the unit above it."""
_PROJECT = compiled(r"项目|工程|公司|集团|[一二三四五]期$|\d[万亿]")
"""What ends the name of what is built, and measures nothing."""
_FIGURE = compiled(r"(?:[率比量额数值重度]|收入|规模|面积|利润|装机|投资|产能)$|占")
"""What ends the name of an indicator, not of an industry."""
_COUNTED = ("家", "个", "项", "户")
"""Units of a row that counts projects or firms."""
_FIRMS = ("企业", "公司")
"""Whom a row counts (高新技术企业 | 家): no industry."""
_RATES = ("增速", "增长", "增长率", "增幅")


@dataclass(frozen=True)
class Entry:
    """A line of a table: its name as printed and bare, where it stands, the place and the industry
    that the line names, and whether the name is one of these, which measures nothing."""

    printed: str
    name: str
    start: int
    scope: tuple[Member, ...]
    field: str
    whose: bool


def tabulated(reading: Reading) -> tuple[list[Target], list[Span]]:
    """The numbers of all tables of a plan, and the lines that they have used up."""
    rows: list[Target] = []
    used: list[Span] = []
    text, head, above = reading.plan.text, None, (0, 0)
    for start, end in lines(text):
        line = text[start:end]
        opened = head_of(line, text, above, reading.plan.period)
        if opened is None and head is not None and not goes_on(head, line):
            head = None
        if opened is None and head is not None:
            rows += _row(reading, head, start, line)
        head = opened or head
        above = (start, end) if line.strip() else above
        if head is not None:
            used.append((start, end))
    return rows, used


def _row(reading: Reading, head: Head, start: int, line: str) -> Iterator[Target]:
    """The numbers of one line of a table."""
    cells = cells_of(line, head.cut)
    if len(cells) < -head.name:
        return
    words = [line[a:b] for a, b in cells]
    entry = _entry(reading, head, words, start + cells[head.name][0])
    aside = ASIDE.search(entry.printed)
    mine = [words[head.unit] if head.unit is not None else "", aside[1] if aside else ""]
    counted = any(unit in _COUNTED for unit in mine)
    if (len(entry.name) < 2 and not entry.whose) or (_PROJECT.search(entry.name) and not counted):
        return
    for column in head.columns:
        spent = words[column.at].startswith(_SPENT)
        units = [column.unit] if column.span and not spent else [*mine, column.unit]
        amount = _amount(words[column.at], next(filter(None, [*units, head.shared]), ""))
        if amount is not None:
            made = _target(reading, head, column, entry, amount, start + cells[column.at][1])
            yield from (made,) if made else ()


def _entry(reading: Reading, head: Head, words: list[str], start: int) -> Entry:
    """What a line says before its numbers."""
    printed = words[head.name]
    name = _NUMBERING.sub("", ASIDE.sub("", printed)).strip()
    first = min(c.at for c in head.columns)
    others = [w for n, w in enumerate(words) if head.name != n - len(words) < first]
    resolver = reading.scopes.resolver
    place, rest = opening(name, resolver)
    field = _field(reading, rest)
    for other in others:
        place = opening(other, resolver)[0] or place
        field = field or _field(reading, other)
    whose = not rest or _field(reading, rest) == field != "" or bool(_TOTAL.fullmatch(rest))
    scope = members(place) if place is not None else ()
    return Entry(printed, rest or name, start, scope, field, whose)


def _field(reading: Reading, words: str) -> str:
    """The industry that words are the name of; "" where they are not."""
    bare = reading.topics.taxonomy.bare(words)
    named = len(bare) > 1 and not words.endswith(_FIRMS) and not _FIGURE.search(bare)
    named = named and label(bare, reading.topics.taxonomy) == bare
    return (reading.topics.phrase(bare) or "") if named else ""


def _amount(cell: str, unit: str) -> Amount | None:
    """The number of a cell with its unit, or the one given."""
    match = CELL.fullmatch(cell.strip(ROUND).replace(" ", ""))
    if match is None:
        return None
    written = f"为{match['number']}{match['unit'] or unit}"
    found = amounts(written)
    if len(found) != 1 or found[0].end != len(written) or found[0].value_max is not None:
        return None
    sign = _SIGNS.get(match["sign"]) or _SIGNS.get(match["after"], "=")
    return replace(found[0], comparator=sign)


def _target(
    reading: Reading, head: Head, column: Column, entry: Entry, amount: Amount, end: int
) -> Target | None:
    """The target of one cell that ends at `end`. None where the table does not say what the number
    measures, or says that it is another land's."""
    plan, topics = reading.plan, reading.topics
    sentence = plan.sentences[plan.sentence_at(plan.index.offset(entry.start))]
    scope, measured = _whose(reading, head, column, entry, sentence)
    if not scope or (entry.whose and not (measured or sentence.section)):
        return None
    spent = plan.text[end - 1] in "]］〕】"
    grown = column.span is not None and not spent
    indicator = (measured or sentence.section[-1]) if entry.whose else entry.name
    indicator += column.words if grown and not entry.whose else ""
    industry = topics.section(sentence.section)[0] or entry.field or topics.own(entry.name)
    industry = industry or OVERALL
    what = Measure(indicator, "", rate=grown or entry.name.endswith(_RATES))
    evidence = Evidence.from_text(plan.text, entry.start, end)
    mark = (industry, indicator, str(amount.value), amount.unit, str(column.year), str(column.at))
    return Target(
        id=record_id("t", plan.id, evidence.start, *mark),
        plan=plan.id,
        industry=industry,
        industry_codes=tuple(sorted(topics.codes(industry))) if industry != OVERALL else (),
        indicator=indicator,
        subject="",
        comparator=amount.comparator,
        modality=_modality(column, int(plan.issued[:4])),
        value=amount.value,
        value_max=None,
        unit=amount.unit,
        value_base=amount.base,
        unit_base=amount.unit_base,
        year=_year(column, spent, plan.period),
        scope=scope,
        threshold=None,
        additive=is_additive(entry.printed, amount, what, industry, topics),
        section=sentence.section,
        evidence=evidence,
    )


def _whose(
    reading: Reading, head: Head, column: Column, entry: Entry, sentence: Sentence
) -> tuple[tuple[Member, ...], str]:
    """The units that a number is of, () for those of another land, and what the head of its column
    measures."""
    scopes, text = reading.scopes, reading.plan.text
    over = _OVER.get(scopes.resolver.home.level, "全国")
    named, measured = opening(_HOW.sub("", column.words), scopes.resolver)
    title = text[slice(*head.title)]
    if any(_WIDER.search(words) or over in words for words in (column.words, title)):
        return (), measured
    if named is None and is_of_another(measured, scopes.resolver):
        return (), measured
    if entry.name in ("全国", over) or is_elsewhere(entry.name, scopes.resolver):
        return (), measured
    own = members(named) if named is not None else ()
    told = () if title.endswith("。") else scopes.titled(head.title)
    return entry.scope or own or told or scopes.at(sentence), measured


def _modality(column: Column, issued: int) -> Modality:
    """Of the head's words, else of the year."""
    if _TOLD.search(column.words):
        return "actual"
    aimed = _AIMED.search(column.words) or column.year >= issued
    return "target" if aimed else "actual"


def _year(column: Column, spent: bool, period: Span | None) -> Year:
    """[35]: the sum of the plan's years up to that of the column."""
    if spent and period and period[0] < column.year <= period[1]:
        return period[0], column.year
    return column.span or column.year or None
