"""Shares and multiples in words: 三分之一, 两成半, 翻一番."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layers.extract.numbers.designations import NAME_LENGTH
from layers.extract.numbers.numerals import HAN, number
from layers.extract.numbers.quantities import Amount, compared, exact
from layers.extract.patterns import compiled
from layers.records import Comparator

_PART = compiled(
    rf"(?P<whole>[二三四五六七八九十百千](?<![{HAN}第][二三四五六七八九十百千])[一二三四五六七八九十百]*+)"
    rf"分之(?P<part>[{HAN}点]++|[0-9]++(?:\.[0-9]++)?)"
)
_RATIO = compiled(r"(?P<part>[1-9](?<![0-9./][1-9]))/(?P<whole>[2-9]|[1-9][0-9])(?![0-9/])")
_SHARED = compiled(r"[占比]|份额")
"""What says that a stroke divides: 占全省1/3."""
_HALVES = (compiled(r"一半(?<!另一半)(?![径天])"), compiled(r"半数(?<!另半数)(?![径天])"))
"""Two, for one pattern of both could not skip to a first letter."""
_TENTH = compiled(
    r"[一二两三四五六七八九1-9](?<![0-9.][1-9])成(?![立为效果长员本品功熟套绩就型份分交都])"
    r"(?<![形组构达建一]..)(?P<half>半)?"
)
_COUNTED = compiled(r"成(?<=[一二两三四五六七八九1-9]成)")
_DOUBLED = compiled(r"翻了?(?P<how>[近约超])?(?:(?P<n>[一二两三四1-4])(?:个)?)?番(?P<more>多)?")
_HOW: dict[str, Comparator] = {"近": "~", "约": "~", "超": ">"}


def parts(text: str) -> Iterator[Amount]:
    """三分之二, 占全省1/3: shares as fractions."""
    for match in _PART.finditer(text) if "分之" in text else ():
        whole = number(match["whole"])
        written = match["part"]
        part = float(written) if written[0].isdigit() else number(written)
        if not whole or part is None or part > whole:
            continue
        percent = whole == 100
        value = exact(part) if percent else part / whole
        yield _share(text, match, value, "%" if percent else "", part / whole)
    for match in _RATIO.finditer(text) if "/" in text else ():
        share = int(match["part"]) / int(match["whole"])
        if share < 1 and _SHARED.search(text, max(0, match.start() - NAME_LENGTH), match.start()):
            yield _share(text, match, share, "", share)


def tenths(text: str) -> Iterator[Amount]:
    """三成, 两成半, 半数: shares in tenths."""
    for match in (m for half in _HALVES for m in half.finditer(text)):
        yield _share(text, match, 0.5, "", 0.5)
    for match in _in_tenths(text):
        tenths = text[match.start()]
        value = int(tenths) if tenths.isdigit() else (number(tenths) or 0)
        value += 0.5 if match["half"] else 0
        yield _share(text, match, value, "成", value / 10)


def _in_tenths(text: str) -> Iterator[re.Match[str]]:
    """三成, 两成半: sought by 成, which is rarer than numerals."""
    for found in _COUNTED.finditer(text):
        match = _TENTH.match(text, found.start() - 1)
        if match is not None:
            yield match


def _share(text: str, match: re.Match[str], value: float, unit: str, base: float) -> Amount:
    start, end = match.span()
    sign, left, right, _ = compared(text, start, end, "fraction", bare=False, much=False)
    return Amount(start, end, left, right, value, None, unit, base, None, "fraction", sign)


def doubled(text: str) -> Iterator[Amount]:
    """翻两番: how many times something doubles."""
    for match in _DOUBLED.finditer(text) if "番" in text else ():
        written = match["n"] or "一"
        times = int(written) if written.isdigit() else number(written)
        if times:
            start, end = match.span()
            sign = ">" if match["more"] else _HOW.get(match["how"] or "", "=")
            base = float(2**times)
            yield Amount(start, end, start, end, times, None, "番", base, None, "multiple", sign)
