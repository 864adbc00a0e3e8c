"""What a plan says about itself: title, number, issue date, period; its issuer: `issuers`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from layers.errors import BadArgument, MissingDate

FRONT = 2500
"""Characters of the text that count as its front matter; as many count as its end."""

_CARD_LINES = 15
"""Lines within which a title stands below the page's path and the file's card."""

_HAN_DIGIT = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "元": "1"}
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?:年|[-./])(?P<m>\d{1,2})月?(?:[-./]?(?P<d>\d{1,2})日?)?"
    r"|(?P<hy>[一二][〇零九一二三四五六七八]{3}|\d{4})年(?P<hm>十?[一二三四五六七八九]|十)月"
    r"(?:(?P<hd>[二三]?十?[一二三四五六七八九]|[二三]?十)日)?"
)
_SIGNED = re.compile(r"[\u4e00-\u9fff （）()]{0,40}?")
_PUBLISHED = re.compile(
    r"(?:成文日期|发文日期|印发日期|发布日期|发布时间|公开日期|生成日期|日期)[:：]?"
)
_MEETING = re.compile(r"(?:——?)?[（(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)在")
_DOC_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(【](\d{4})[〕\]］）)】]第?\d{1,4}号")
_NOTICE = re.compile(
    r"关于(?:印发|发布|公布|批转|转发)\n?[《〈]?(?P<title>[^。：:]{4,80}?)[》〉]?\n?的\n?(?:通知|公告|决定)"
)
_DOCUMENT = re.compile(
    r"规划|计划|方案|意见|报告|纲要|行动|措施|办法|目录|通知|决定|布局|清单|要点|政策"
)
_BEFORE = re.compile(
    r"附件\d{0,2}[:：]?|.*(?:首页|当前位置|您的位置|人民政府文件|委员会文件)"
    r"|(?:索引号|主题分类|发布机构|发文机关|成文日期|发文日期|发布日期|发布时间|文号|发文字号|来源|有效性|主题词|公开方式)"
)
"""What stands above a title: the page's path, the file's card, the word 附件."""
_YEARS = re.compile(r"[（(](?:19|20)\d\d年?[-—–~至到－]+(?:19|20)\d\d年?[）)]")
"""The line below a title that says its years."""
_CARD = re.compile(r"(?:(?:名称|标题|题名)[:：]?|附件\d{0,2}[:：](?!.*\.[A-Za-z]{3,4}$))(?=..)")
"""What stands before a title in its own line; 附件：X.pdf is a file to fetch."""
_ENDED = re.compile(
    r"(?:规划|计划|方案|意见|报告|纲要|措施|办法|要点|政策|目标)(?:的?通知)?[》）)]?$"
)
_SPAN = re.compile(r"((?:19|20)\d\d)年?(?:[-—–~至到－]+)((?:19|20)\d\d)年?")
_FIVE = re.compile(r"十([一二三四五六])五|第十([一二三四五六])个五年")
_REPORT = re.compile(r"((?:19|20)\d\d)年.{0,12}政府工作报告|政府工作报告")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def title(text: str) -> str:
    """The plan's title: what a notice announces, else the first lines, else ''."""
    lines = [line for line in text[:FRONT].split("\n") if line]
    head = "\n".join(lines[:4])
    notice = _NOTICE.search(head)
    if notice:
        return notice["title"].replace("\n", "")
    return next(filter(None, map(_named, _openings(lines))), "")


def _openings(lines: list[str]) -> Iterator[str]:
    """What may be the title: the first line below the card, then with those that end it."""
    heads = [_CARD.sub("", line.lstrip("\ufeff")) for line in lines[:_CARD_LINES]]
    above = next((n for n, line in enumerate(heads) if not _is_above(line)), len(heads))
    rest = heads[above : above + 3]
    after = next((line for line in heads[above + 1 : above + 4] if _YEARS.fullmatch(line)), "")
    for count in range(1, len(rest) + 1):
        joined = "".join(rest[:count])
        if count == 1 or _ENDED.search(re.sub(r"[（(].*", "", joined)):
            yield joined if _SPAN.search(joined) else joined + after
        if not _carries_on(rest[count - 1]):
            return


def _is_above(line: str) -> bool:
    return _BEFORE.match(line) is not None or _DOC_NUMBER.fullmatch(line) is not None


def _carries_on(line: str) -> bool:
    """Whether a line may be the first of a title's: no date, no salutation, no sentence."""
    return len(line) <= 40 and not re.search(r"[。：:；，!？]|^[（(—]|年\d|[日月]$", line)


def _named(words: str) -> str:
    """A line as a title, '' where it is none."""
    fits = 4 <= len(words) <= 80 and "。" not in words and _DOCUMENT.search(words)
    return words.strip("《》") if fits else ""


def doc_number(text: str) -> str | None:
    """The plan's own number (绍政发〔2011〕23号): one that stands on a line of its own.

    Numbers inside sentences cite other documents.
    """
    for line in text[:FRONT].split("\n"):
        match = _DOC_NUMBER.search(line) if "号" in line else None
        if match and len(line) <= len(match[0]) + 8:
            return match[0]
    return None


def issued(text: str, given: str | None, heading: str, where: str) -> str:
    """The issue date, ISO as far as known. Raises `MissingDate`, `BadArgument`."""
    if given is not None:
        return _given_date(given)
    for found in (_signature(text), _published(text)):
        if found:
            return found
    number = _DOC_NUMBER.search(doc_number(text) or "")
    years = re.findall(r"(?:19|20)\d\d", heading)
    if number:
        return number[1]
    if years:
        return str(years[0])
    raise MissingDate(where)


def _given_date(value: str) -> str:
    match = _ISO.fullmatch(str(value).strip())
    if not match or not 1900 <= int(match[1]) <= 2100:
        raise BadArgument("--issued", str(value), "YYYY, YYYY-MM or YYYY-MM-DD")
    date = _iso(*match.groups())
    if date is None:
        raise BadArgument("--issued", str(value), "a date of the calendar (YYYY-MM-DD)")
    return date


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if day is not None and not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return None
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _lines(text: str) -> Iterator[str]:
    yield from text[:FRONT].split("\n")
    if len(text) > FRONT:
        yield from text[max(FRONT, len(text) - FRONT) :].split("\n")


def _signature(text: str) -> str | None:
    """A line that holds a date and at most the signing body, or a report's 在…会议上 line."""
    for line in _lines(text):
        meeting = _MEETING.match(line)
        if meeting:
            return _date(meeting["date"])
        match = _DATE.search(line) if len(line) <= 60 else None
        if (
            match
            and line[match.end() :].strip("）)。 ") in ("", "印发")
            and _is_signer(line[: match.start()])
        ):
            found = _date(match[0])
            if found and len(found) >= 7:
                return found
    return None


def _is_signer(words: str) -> bool:
    words = words.strip("（( \ufeff")
    return _SIGNED.fullmatch(words) is not None and not words.startswith(("到", "至", "来源"))


def _published(text: str) -> str | None:
    for line in _lines(text):
        label = _PUBLISHED.search(line) if len(line) <= 120 else None
        match = _DATE.search(line, label.end()) if label else None
        if (
            match is None
            and label is None
            and line.startswith(("来源", "发布"))
            and len(line) <= 60
        ):
            match = _DATE.search(line)
        if match:
            return _date(match[0])
    return None


def _date(written: str) -> str | None:
    match = _DATE.search(written)
    if match is None:
        return None
    if match["y"]:
        return _iso(match["y"], match["m"], match["d"])
    year = "".join(_HAN_DIGIT.get(c, c) for c in match["hy"])
    day = str(_small(match["hd"])) if match["hd"] else None
    return _iso(year, str(_small(match["hm"])), day)


def _small(han: str) -> int:
    """A Chinese numeral below one hundred.

    >>> _small("二十八"), _small("三")
    (28, 3)
    """
    tens, ten, ones = han.rpartition("十")
    value = int(_HAN_DIGIT.get(ones, "0"))
    return value + (int(_HAN_DIGIT.get(tens, "1")) * 10 if ten else 0)


def period(heading: str, issue_date: str) -> tuple[int, int] | None:
    """The years that a plan covers, from its title; a work report covers its own year.

    >>> period("战略性新兴产业发展规划(2011—2015年)", "2011-03-28")
    (2011, 2015)
    >>> period("平湖农业农村“十四五”规划", "2021")
    (2021, 2025)
    """
    span = _SPAN.search(heading)
    if span and int(span[1]) <= int(span[2]):
        return int(span[1]), int(span[2])
    five = _FIVE.search(heading)
    if five:
        start = five_year(five[1] or five[2])
        return start, start + 4
    report = _REPORT.search(heading)
    if report:
        year = int(report[1] or issue_date[:4])
        return year, year
    return None


def five_year(numeral: str) -> int:
    """The first year of a five-year plan: 二 (十二五) is 2011.

    >>> five_year("三")
    2016
    """
    return 2001 + 5 * int(_HAN_DIGIT[numeral])
