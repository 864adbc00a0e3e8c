"""The numbers of a text, and why a number or a name may belong to no record.

The closed list of reasons of the ledger. Shares nothing with `layers.extract`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

REASONS: dict[str, tuple[str, str]] = {
    "date": ("年份、日期、期限", "part of a date, a year or a span of time"),
    "numbering": ("标题或条款的序号", "number of a heading or item"),
    "heading": ("标题、文件名、落款", "in a title, a signature or a line about the document"),
    "citation": ("文号、脚注、书名", "document number, footnote or title of another document"),
    "ordinal": ("名次、第几", "an ordinal or a rank"),
    "name": ("专名、口号、型号里的数字", "part of a name, a slogan or a model"),
    "specification": ("产品规格", "size or performance of a product"),
    "one": ("“一”“一批”之类", "the numeral one as an article"),
    "authority": ("机关、责任单位", "part of the name of an authority"),
    "event": ("会议、赛事、引才活动", "an event, a fair or recruitment"),
    "issuer": ("发文地区自己或其上级", "the issuer's own unit or one above it"),
    "elsewhere": (
        "只有外地有此地名（多为普通词）",
        "no place of the issuer bears it: mostly a word",
    ),
    "word": ("普通词语", "an ordinary word"),
    "project": ("单个项目，文中未写地点", "a single project for which the text names no place"),
    "repeated": ("同一地方同一产业已有记录", "a record of the same place and industry stands"),
}
"""Reason -> what it means, in Chinese and English."""

_HAN = "一二三四五六七八九十百千万亿两"
_MEASURE = "元个家项名条座所级倍成番吨户亩处只件场人年"
_NUMBER = re.compile(
    rf"[0-9](?:[0-9]|[,，](?=[0-9]{{3}}(?![0-9])))*(?:\.[0-9]+)?[万亿]*"
    rf"|[{_HAN}]+分之[{_HAN}]+|翻[{_HAN}了]{{0,2}}番|[{_HAN}]+[多余]?[{_MEASURE}]"
)
_DATE = re.compile(
    r"年|月|日|号|世纪|周年|[-—–~至]{1,2}[0-9]{1,4}年|[-./][0-9]{1,2}[-./]?|[-—]{1,2}(?:19|20)"
)
_DATE_BEFORE = re.compile(r"(?:年|月|[0-9]{4}[-—–~./]{1,2}|[0-9]{1,2}[-—–./]{1,2})$")
_ITEM = re.compile(r"(?:^|\n|[：:。；])[（(]?$")
_ITEM_END = re.compile(r"[.、。．)）]")
_LATIN = re.compile(r"[A-Za-z+×]")
_SIZE = re.compile(
    r"英寸|微米|纳米|毫米|厘米|千伏|伏|轴|兆瓦级?以上|[国省]道|强(?![化势])|[A-Za-z]"
    r"|[万亿]?[吨千瓦兆]{1,3}(?:级)?(?:以上)?[^，。；]{0,30}(?:技术|设备|装备|机组|工艺)"
)
_BODY = re.compile(
    r"^[^，,。；、]{0,12}?(?:人民政府|政府(?!引导|补贴|采购)|委员会|发展改革委|[省市县]委|办公[厅室]"
    r"|厅|局(?![部面势域限])|支行|交易中心|商会|促进会)"
)
_RESPONSIBLE = re.compile(r"责任单位[:：][^）)\n]*$")
_EVENT = re.compile(r"大会|论坛|展会|博览|引才|招引|大赛|人才集中|论坛|活动")
_PROGRAMME = re.compile(r"[^，,。；]{0,14}(?:计划|工程|行动|行[”\"])")
_WORDS = re.compile(
    r"新兴(?:产业|领域|信息|战略)|发展|资源|合作(?!市)|和平(?!区)|创新|建设|平台|中心(?!镇)|创业|文化|联合|联盟|建立|新城|龙头|海洋|太阳能?|大战(?=略)"
    r"|新建(?![区县镇])|惠民(?!县)|振兴(?!区)|开放|稳定|安全|富民(?!县)|集中|工业"
)
_STOP = re.compile(r"[。；\n]")
_LINE = 400
"""Characters of a line that can name the authority."""
_FRONT = ("人民政府", "办公厅", "关于印发", "发布日期", "来源", "公开发布")
_QUOTES = re.compile(r"[“\"‘《〈][^“”\"‘’《》〈〉\n，]{0,24}$")
_UNQUOTES = re.compile(r"[^“”\"‘’《》〈〉\n，]{0,24}[”\"’》〉]")


def numbers(text: str) -> Iterator[tuple[int, int, float | None]]:
    """All numbers of a clean text: start, end with its 万 or 亿, the digits' value
    (None for one in words).

    >>> list(numbers("产值达1,000亿元，占三分之一"))
    [(3, 9, 1000.0), (12, 16, None)]
    """
    for match in _NUMBER.finditer(text):
        written = match[0]
        if written[0].isdigit() and written[0].isascii():
            digits = written.rstrip("万亿").replace(",", "").replace("，", "")
            yield match.start(), match.end(), float(digits)
        else:
            yield match.start(), match.end(), None


@dataclass
class Excuses:
    """Reasons for one text, from what stands round a number or a name."""

    text: str
    _stops: list[int] = field(init=False, repr=False)
    _statements: dict[tuple[int, int], str | None] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._stops = [match.start() for match in _STOP.finditer(self.text)]

    def of_number(self, start: int, end: int) -> str | None:
        """A key of `REASONS` for the number at `start:end`, or None."""
        text = self.text
        before, after = text[max(0, start - 30) : start], text[end : end + 40]
        if _DATE.match(after) or _DATE_BEFORE.search(before) or text[end - 1] == "年":
            return "date"
        if _ITEM.search(before) and _ITEM_END.match(after):
            return "numbering"
        if before[-1:] in "〔[［第" and before:
            return "ordinal" if before.endswith("第") else "citation"
        if before[-1:] == "前" or after.startswith(("位", "届")):
            return "ordinal"
        if _LATIN.match(before[-1:]) or _LATIN.match(after[:1]):
            return "name"
        if _SIZE.match(after):
            return "specification" if not after.startswith(("强", "国道", "省道")) else "name"
        if self._quoted(start, end):
            return "name"
        if text[start:end][0] in _HAN:
            return self._words(start, end, after)
        return None

    def _words(self, start: int, end: int, after: str) -> str | None:
        written = self.text[start:end]
        if written[0] == "一" and len(written) == 2:
            return "one"
        if _PROGRAMME.match(after):
            return "name"
        if self.text[start - 1 : start] == "每" or after.startswith(("大", "化")):
            return "one"
        if after.startswith(("合一", "位一体", "强一")) or written[-1] in "成级人":
            return "word"
        return None

    def of_name(self, start: int, end: int) -> str | None:
        """A key of `REASONS` for the name at `start:end`, or None."""
        text = self.text
        reach = max(0, start - _LINE)
        line = text[max(reach, text.rfind("\n", reach, start) + 1) : start]
        after = text[end : end + 24]
        if _RESPONSIBLE.search(line) or _BODY.match(after):
            return "authority"
        said = self._of_statement(start, end)
        if said == "event":
            return said
        if after.startswith("项目"):
            return "project"
        if _WORDS.match(text, start):
            return "word"
        return said or ("name" if self._quoted(start, end) else None)

    def _of_statement(self, start: int, end: int) -> str | None:
        """The reason that the whole statement round a name gives; each is looked at once."""
        text, stops = self.text, self._stops
        before, behind = bisect_left(stops, start), bisect_left(stops, end)
        begin = stops[before - 1] + 1 if before else 0
        stop = stops[behind] if behind < len(stops) else len(text)
        if (begin, stop) not in self._statements:
            front = stop - begin < 80 and any(word in text[begin:stop] for word in _FRONT)
            event = _EVENT.search(text, begin, stop)
            self._statements[begin, stop] = "event" if event else "heading" if front else None
        return self._statements[begin, stop]

    def _quoted(self, start: int, end: int) -> bool:
        opening = _QUOTES.search(self.text, max(0, start - 26), start)
        return opening is not None and _UNQUOTES.match(self.text, end) is not None
