"""Numbers with their units and comparator words, on the clean text.

Digits and Chinese numerals are found by one pass each over the whole text. What
is a number only by its looks is left out: dates here, what is a name in `designations`,
specifications by their units, which no plan sets targets in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from layers.extract.numbers import units
from layers.extract.numbers.designations import is_meant, is_name
from layers.extract.numbers.numerals import HAN, number
from layers.extract.numbers.quantities import Amount, compared, exact
from layers.extract.numbers.shares import doubled, parts, tenths
from layers.extract.patterns import compiled

_MAGNITUDE = {
    "": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "百万亿": 10**14,
}  # fmt: skip
_MAGS = "百万亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万"
_LEVEL = "级|规模|台阶|能级|大关|俱乐部|产业|集群|园区|工业|板块|企业|基地|项目|城市?"
_BARE = rf"(?<=亿)(?=(?:{_LEVEL}|以上|左右|以内|[，。；、,;）)和与及]))"
_PER = "|".join(sorted(units.PER, key=len, reverse=True))
_GREAT = r"大(?=[一二三四五六七八九十百千万\d]{1,4}亿元?级[^，,。；]{0,10}?(?:集群|基地|园区|企业))"
_UNIT = rf"(?P<unit>{units.pattern()}|{_GREAT}|{_BARE})(?:[/／](?P<per>{_PER}))?"

_SPACED = (
    r"(?<=[\u4e00-\u9fff][0-9])(?<![表图第附注][0-9])[0-9]{0,2}+"
    r"(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9]))++(?:\.[0-9]++)?"
)
"""14 879.2: a blank as the mark of thousands, behind a word and not between columns."""
_DIGITS = r"[0-9]*+(?:[,，][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?"
_DASH = r"(?:-{1,2}|—{1,2}|–|~|至|到)"
_MARKS = re.compile(r"[,，\s]")
_ARABIC = compiled(
    rf"(?P<a>[0-9](?<![0-9A-Za-z.][0-9])(?:{_SPACED}|{_DIGITS}))"
    rf"(?:(?P<ua>(?:{_MAGS})?(?:%|元|吨|个|家)?){_DASH}(?P<b>[0-9]{_DIGITS}))?"
    rf"(?P<in>[多余])?(?P<mag>{_MAGS}|千(?!瓦|伏|克|米|升)|百)?(?P<in2>[多余])?{_UNIT}"
)
_SIGNS = frozenset("-−–↓负")
_SIGNED = ("fraction", "point", "permille")
"""What is measured in these can lie below zero."""
_LOST = compiled(r"(?:收入|利润|利税|[税余]?额|增加?值|现金流|为|约)$")
"""Money that can."""
_GOES_ON = compiled(r"[0-9A-Za-z%][^，,。；;、：:|（()）\s和与至到为年的]{0,4}$")
"""A number or a letter before a stroke, which is then none's sign (5公里-8公里)."""
_NEAR = 6
_DIGIT = re.compile("[0-9]")
_NUMERAL = re.compile("[一二两三四五六七八九十百千万亿]")
"""What a text without a number has none of: its patterns are the largest of all."""
_CHINESE = compiled(
    rf"(?P<a>[一二两三四五六七八九十百千万亿](?<![{HAN}万亿数几第每0-9.][一二两三四五六七八九十百千万亿])"
    rf"(?:(?<!“.)|(?=[^”“]{{0,4}}级”))(?:(?<![百千万亿])[{HAN}点]*+|(?<=[百千万亿])))"
    rf"(?:(?:至|到)(?P<b>[{HAN}]++))?(?P<in>[多余])?(?P<mag>万亿|亿|万)?(?P<in2>[多余])?{_UNIT}"
)
_SAID_OF_ALL = tuple("）)]】|")
"""What closes a bracket that holds nothing but the unit of what follows (产值，亿元)."""


def amounts(text: str) -> tuple[Amount, ...]:
    """All amounts of a clean text in order of position.

    >>> [(a.value, a.unit, a.comparator) for a in amounts("产值突破2.5万亿元，新增企业100家以上。")]
    [(2.5, '万亿元', '>'), (100, '家', '>=')]
    """
    found = [*_arabic(text), *_chinese(text), *parts(text), *tenths(text), *doubled(text)]
    found.sort(key=lambda a: (a.start, -a.end))
    return tuple(_disjoint(found))


def _disjoint(found: list[Amount]) -> Iterator[Amount]:
    end = -1
    for amount in found:
        if amount.start >= end:
            yield amount
            end = amount.end


def _arabic(text: str) -> Iterator[Amount]:
    for match in _ARABIC.finditer(text) if _DIGIT.search(text) else ():
        low = _digits(match["a"])
        high = _digits(match["b"]) if match["b"] else None
        if high is not None and (high < low or _is_year(low, high)):
            continue  # 2017-2020, 104-2: no range
        if is_name(text, match):
            continue
        sign = _is_below_zero(text, match)
        yield _amount(text, match, low, high, match["mag"] or "", bare=False, below=sign)


def _chinese(text: str) -> Iterator[Amount]:
    for match in _CHINESE.finditer(text) if _NUMERAL.search(text) else ():
        han, mag = match["a"], match["mag"] or ""
        if is_name(text, match):
            continue
        if han in ("万", "亿") and not mag:
            if text[match.end() : match.end() + 1] in _SAID_OF_ALL:
                continue
            han, mag = "", han
        if han == "万" and mag == "亿":
            han, mag = "", "万亿"
        if han in ("百", "千", "十") and mag == "万":
            han, mag = "", han + mag
        low = number(han) if han else 1
        if low is None or not is_meant(text, match, han, mag):
            continue
        high = number(match["b"]) if match["b"] else None
        yield _amount(text, match, low, high, mag, bare=not han or han in "百千十")


def _is_below_zero(text: str, match: re.Match[str]) -> bool:
    """同比-3.2%, 分别增长5%、-2%, (-4.5%), ↓2.1%: the sign that stands before a number."""
    at = match.start() - 1
    if at < 1 or text[at] not in _SIGNS:
        return False
    base = units.BASE.get(match["unit"] or "元", ("",))[0]
    lost = base == "yuan" and _LOST.search(text, max(0, at - _NEAR), at)
    if base not in _SIGNED and not lost:
        return False
    return text[at - 1] != "\n" and not _GOES_ON.search(text, max(0, at - _NEAR), at)


def _digits(written: str) -> float:
    plain = _MARKS.sub("", written)
    return float(plain) if "." in plain else int(plain)


def _is_year(low: float, high: float) -> bool:
    return 1900 <= low <= 2100 and 1900 <= high <= 2100


def _amount(
    text: str,
    match: re.Match[str],
    low: float,
    high: float | None,
    mag: str,
    *,
    bare: bool,
    below: bool = False,
) -> Amount:
    written = units.completed(match["unit"], text, match.end())
    unit = {"元人民币": "元", "": "元", "大": "个"}.get(written, written)
    unit_base, factor = units.BASE[unit]
    if match["per"]:
        unit, unit_base = f"{unit}/{match['per']}", unit_base + units.PER[match["per"]]
    scale = _MAGNITUDE[mag] * factor
    inside = match["in"] or match["in2"]
    low_scale = _low_scale(match, scale, mag)
    start, end = match.start() - below, match.end()
    low = -low if below else low
    sign, left, right, level = compared(text, start, end, unit_base, bare, bool(inside))
    return Amount(
        start=start,
        end=end,
        left=left,
        right=right,
        value=low if low_scale == scale else exact(low * low_scale / scale),
        value_max=high,
        unit=mag + unit,
        base=exact(low * low_scale),
        base_max=None if high is None else exact(high * scale),
        unit_base=unit_base,
        comparator=sign,
        level=level,
        bare=bare,
    )


def _low_scale(match: re.Match[str], scale: float, mag: str) -> float:
    """The scale of a range's lower end, where it is written with its own (5万至8亿元)."""
    own = (match["ua"] or "").rstrip("%元吨个家") if "ua" in match.re.groupindex else ""
    if not own or own == mag:
        return scale
    return scale / _MAGNITUDE[mag] * _MAGNITUDE[own]
