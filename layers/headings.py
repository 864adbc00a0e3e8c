"""Headings, sections and sentences of a clean text.

A heading is a numbered line (一、 (一) 1. (1) —— 第一章), the run-in title of a
numbered paragraph (（三）抢占人工智能产业制高点。…), the short first sentence of an
unnumbered one (推进公共技术创新服务平台建设。瞄准…), or an inline 一是 … 二是 ….
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from layers.stops import sentence_ends

_HAN = "一二三四五六七八九十"
_NUMBER = re.compile(
    rf"(?P<l1>第[{_HAN}百\d]{{1,4}}(?:章|篇|部分)[、，]?|第[{_HAN}百\d]{{1,4}}(?=[^\d{_HAN}节]))"
    rf"|(?P<l2>第[{_HAN}百\d]{{1,4}}节)"
    rf"|(?P<l3>[{_HAN}]{{1,3}}[、.．])"
    rf"|(?P<l4>[（(][{_HAN}]{{1,3}}[）)]、?)"
    rf"|(?P<l5>专栏\d{{1,2}}[.．:：、]?(?=[\u4e00-\u9fff“])|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?![\d亿万%个家])|\d{{1,2}}(?:[.．](?!\d)|[、。]))"
    rf"|(?P<l6>[（(]\d{{1,2}}[）)]|\d{{1,2}}[）)])"
    rf"|(?P<l7>[①-⑳])"
    rf"|(?P<l8>——|[●◆■•·])"
    rf"|(?P<l9>[{_HAN}]{{1,2}}[是要])"
)
_DIVISIONS = re.compile(rf"第[{_HAN}百\d]{{1,4}}[章篇部]")
_INLINE = re.compile(rf"[{_HAN}][{_HAN}]?[是要](?=[^，。\n])")
_INLINES = tuple(re.compile(rf"{word}(?<=[{_HAN}]{word})") for word in "是要")
_ITEMS = (5, 6, 7)
_CLOSING = (3, 4, 6, 7)
"""Levels whose numbers are no figures: a new one ends what stood under the last."""
_TASK = re.compile(
    r"建设|推进|发展|打造|实施|加快|支持|培育|壮大|推动|做强|做大|做优|构建|布局|引进|完善|提升|重点|规划|改造|启动|开工"
)
_COUNTED = re.compile(r"(?<=[。；;])(?:[2-9][.．、]|[（(][2-9][）)])(?=[\u4e00-\u9fff])")
_FIRSTS = ("1", "（", "(")
_OPENERS = frozenset(_HAN + "专第（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳—●◆■•·")
_STOP = re.compile(r"[。；;！？\n]")
_FACT = re.compile(r"\d[\d.]*[万亿%家个]")
_DOT = re.compile("[.…·]")
_DOTS = re.compile(r"[.…·]{3,}\d{0,4}$")
_DECIMAL = re.compile(r"\d+(?:\.\d+)*")
_Depth = tuple[int, int]
"""A heading's level, and how many of the same level hold it (5.1.4 below 5.1 below 5.)."""
_LONGEST_TITLE = 45
_LONGEST_RUN_IN = 30
_SAID = re.compile(r"[带区园地群市县]，(?:重点|主要|着力|大力|将|以)")
"""What a first sentence says of one place (A产业带，重点发展…), which titles no paragraph."""

RUN_IN = 9
INLINE = 10


class Heading(NamedTuple):
    """A heading with its level (1 第一章 … 8 ——, 9 run-in, 10 一是), in clean offsets."""

    level: int
    number: str
    title: str
    start: int
    end: int

    @property
    def printed(self) -> str:
        """Number and title as the plan prints them."""
        return self.number + self.title


class Sentence(NamedTuple):
    """Clean offsets of one sentence with its closing mark, its paragraph and section path."""

    start: int
    end: int
    paragraph: int
    section: tuple[str, ...]


_sentence: Callable[[tuple[int, int, int, tuple[str, ...]]], Sentence]
_sentence = partial(tuple.__new__, Sentence)
"""A sentence of its values, made without a step of Python: a plan has thousands."""


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the non-empty lines of a clean text."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def headings(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Heading, ...]:
    """All headings in order of position."""
    found: list[Heading] = []
    seen_number = False
    marks = _inline_marks(text)
    at = [m.start() for m in marks]
    for i, (start, end) in enumerate(spans):
        after = spans[i + 1] if i + 1 < len(spans) else None
        heading = _numbered(text, start, end) or _run_in(text, start, end)
        if heading is None and seen_number:
            heading = _bare(text, start, end, after)
        if heading is not None:
            seen_number = seen_number or heading.level < RUN_IN
            found.append(heading)
        inside = marks[bisect_left(at, start) : bisect_left(at, end)]
        found.extend(_inline(text, inside, end, heading))
        if heading is not None and heading.number[:1] in _FIRSTS:
            found.extend(_counted(text, heading, end))
    return tuple(found)


def _counted(text: str, first: Heading, end: int) -> Iterator[Heading]:
    """2. and 3. behind the full stops of a paragraph that 1. opens."""
    if "1" not in first.number:
        return
    for match in _COUNTED.finditer(text, first.end, end):
        stop = _STOP.search(text, match.end(), end)
        close = stop.start() if stop else end
        if close - match.end() <= _LONGEST_RUN_IN:
            title = text[match.end() : close]
            yield Heading(first.level, match[0], title, match.start(), close)


def _inline_marks(text: str) -> list[re.Match[str]]:
    """一是, 十二要: sought by their last letter, to which the engine can skip."""
    ends = sorted(m.start() for pattern in _INLINES for m in pattern.finditer(text))
    starts = (at - 1 - (at > 1 and text[at - 2] in _HAN) for at in ends)
    return [match for at in starts if (match := _INLINE.match(text, at))]


def sentences(
    text: str, spans: tuple[tuple[int, int], ...], heads: tuple[Heading, ...]
) -> tuple[Sentence, ...]:
    """The sentences of a clean text, each with the path of headings above it."""
    ends = sentence_ends(text)
    starts = [h.start for h in heads]
    out: list[Sentence] = []
    path: dict[_Depth, str] = {}
    section: tuple[str, ...] = ()
    at = 0
    for number, (start, end) in enumerate(spans):
        if path and max(path)[0] >= RUN_IN:  # the title of a paragraph ends with it
            path = _above(path, RUN_IN)
            section = tuple(path.values())
        if path and text[start] in _OPENERS and not (at < len(heads) and starts[at] == start):
            path = _without(path, text, start, end)
            section = tuple(path.values())
        lo, hi = bisect_right(ends, start), bisect_right(ends, end - 1)
        cuts = ends[lo:hi]
        if not cuts or cuts[-1] != end:
            cuts = [*cuts, end]
        inner = [s for s in starts[at : bisect_right(starts, end - 1)] if s > start]
        begin = start
        for cut in _merged(cuts, inner, begin):
            while at < len(heads) and heads[at].start <= begin:
                path = _under(path, heads[at])
                section = tuple(path.values())
                at += 1
            if cut > begin:
                out.append(_sentence((begin, cut, number, section)))
            begin = cut
    return tuple(out)


def _merged(cuts: list[int], inner: list[int], start: int) -> list[int]:
    """Sentence ends, and the starts of inline headings, as ascending cuts."""
    return cuts if not inner else sorted({*cuts, *(i for i in inner if i > start)})


def _under(path: dict[_Depth, str], heading: Heading) -> dict[_Depth, str]:
    """The path of headings with one more: those of its level or below end, but 5.1 holds 5.1.4."""
    level = heading.level
    kept = _above(path, level)
    same = [printed for d, printed in path.items() if d[0] == level]
    held = _holding(same, heading.number)
    kept |= {(level, n): printed for n, printed in enumerate(held)}
    kept[level, len(held)] = heading.printed
    return kept


def _above(path: dict[_Depth, str], level: int) -> dict[_Depth, str]:
    """The headings of a path that stand above a level."""
    return {depth: printed for depth, printed in path.items() if depth[0] < level}


def _without(path: dict[_Depth, str], text: str, start: int, end: int) -> dict[_Depth, str]:
    """The path of headings at a paragraph with a number and no title: it is no part of the last one
    that had a number of its kind (（四）水产业。… and （五）食品业重点布局在…)."""
    number = _NUMBER.match(text, start, end)
    level = int(str(number.lastgroup)[1:]) if number is not None else 0
    return _above(path, level) if level in _CLOSING else path


def _holding(above: list[str], number: str) -> list[str]:
    """The headings of one level below which a number stands: 5.1.4 below 5.1 below 5., and 1、
    below 5.1; 6. ends them."""
    inner = _DECIMAL.match(number)
    if inner is None:
        return []
    named = [found[0] if (found := _DECIMAL.match(text)) else "" for text in above]
    if "." in inner[0]:
        return [t for t, n in zip(above, named, strict=True) if inner[0].startswith(f"{n}.")]
    before = str(int(inner[0]) - 1)
    if before in named:
        return above[: len(named) - 1 - named[::-1].index(before)]
    return above if before == "0" and named and "." in named[-1] else []


def _numbered(text: str, start: int, end: int) -> Heading | None:
    match = _NUMBER.match(text, start, end) if text[start] in _OPENERS else None
    if match is None:
        return None
    level = int(str(match.lastgroup)[1:])
    if level == 1 and not _DIVISIONS.match(match[0]):
        return None
    stop = _STOP.search(text, match.end(), end)
    close = stop.start() if stop else end
    colon = text.find("：", match.end(), min(close, match.end() + 25))
    close = colon if colon > 0 and close - match.end() > _LONGEST_TITLE else close
    title = text[match.end() : close]
    title = _DOTS.sub("", title) if _DOT.search(title) else title
    if close < end and _FACT.search(title):
        return None  # a numbered paragraph that opens with a figure, not with a title
    if not title or len(title) > _LONGEST_TITLE or (level == 9 and len(title) > _LONGEST_RUN_IN):
        return None
    level = INLINE if level == 9 else level
    if level in _ITEMS and close == end - 1 and _TASK.match(title):
        level = RUN_IN  # 2.建设X产业园。 alone is a task, and heads no paragraph below it
    return Heading(level, match[0], title, start, close)


def _run_in(text: str, start: int, end: int) -> Heading | None:
    """The short first sentence of a longer paragraph, if it names a topic rather than a fact."""
    close = text.find("。", start, min(end, start + _LONGEST_RUN_IN + 1))
    if close <= start + 3 or end - close < 20:
        return None
    title = text[start:close]
    if any(c.isdigit() or c in "：是了已均" for c in title) or title.count("，") > 1:
        return None  # a fact, not a topic
    if _SAID.search(title):
        return None  # said of one place, not of the paragraph
    return Heading(RUN_IN, "", title, start, close)


def _bare(text: str, start: int, end: int, after: tuple[int, int] | None) -> Heading | None:
    """A short line without a mark above a paragraph of prose."""
    if end - start > 25 or after is None or after[1] - after[0] < 30:
        return None
    if text[after[1] - 1] not in "。；）)”" or _NUMBER.match(text, *after):
        return None
    line = text[start:end]
    if any(c.isdigit() for c in line) or any(c in line for c in "。；：:！？，、"):
        return None
    return Heading(8, "", line, start, end)


def _inline(
    text: str, marks: list[re.Match[str]], end: int, first: Heading | None
) -> Iterator[Heading]:
    for match in marks:
        at = match.start()
        if (first and at == first.start) or (at and text[at - 1] not in "。；;：:\n"):
            continue
        stop = _STOP.search(text, match.end(), end)
        close = stop.start() if stop else end
        comma = text.find("，", match.end(), close)
        close = comma if comma > 0 else close
        if close - match.end() <= _LONGEST_RUN_IN:
            yield Heading(INLINE, match[0], text[match.end() : close], match.start(), close)
