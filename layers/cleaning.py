"""The clean copy of a plan: paragraphs as they were meant, and the way back.

Plans arrive with spaces inside dates, lines broken inside sentences, page
numbers, full-width digits and letters O for zeros. The clean copy mends these
without ever losing where each character stands in the text as read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from layers.folding import fold

_WHITE = re.compile(r"[ \t\n][ \t\n]*")

_PAGE = re.compile(
    r"[-—–·\s]{0,4}\d{1,3}[-—–·\s]{0,4}|`{3}\w{0,9}|[-=*_]{3,}|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?"
)
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节篇条]|[一二三四五六七八九十]{1,3}[、.．]|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|[、。])|\d{1,2}(?:\.\d{1,2}){1,3}(?![\d亿万%])|"
    r"[①-⑳]|——|[一二三四五六七八九十]{1,2}[是要])"
)
_NUMBER_ALONE = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.、．])"
)
_FULL = 0.9
"""The part of a page's width from which a numbered line goes on in the next."""
_CLOSED = frozenset("。；;！？!?：:…")
_OPEN_END = frozenset("、，,（(“《〈‘〔—-~和与及或的")
_BOUND_START = frozenset("，,。；;、：:）)”》〉’〕%！？和与及或的等")
_NAMES = "和与"
"""What joins a broken line, and opens the names of places (和平, 和田)."""
_MARKS = re.compile(r"[，,。；;、：:]")
_CLOSERS = "”’）)》〉〕】\"'"
_BARS = "|｜"
"""What begins or ends the row of a table, which no width breaks."""
_CODE_END = re.compile(r"(?:['\"`\]}]|['\"]\)),$")
"""The end of a line of a program or data file."""
_HEAD = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:[县区市镇乡州旗盟]|工业园|产业园|新城)[ \t]{0,4}(?=\n)"
)
"""A line that holds a name alone: the head of a record, not the rest of the sentence above."""
_TWINS = {"（": "）", "(": ")", "“": "”", "《": "》", "〔": "〕"}
_TWIN = re.compile("[（(“《〔]")
"""What opens one of them."""


@dataclass(frozen=True, slots=True)
class Clean:
    """The clean copy and its index map.

    `starts[i]` is the clean offset at which the `i`-th unbroken piece begins,
    `sources[i]` where that piece stands in the text; both ascend.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, offset: int) -> int:
        """Where the clean character `offset` stands in the text as read."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + offset - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets to offsets into the text as read; empty spans stay empty."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"expected 0 <= start <= end <= {len(self.text)}, got {start}, {end}")
        if start == end:
            at = self.source(start) if start < len(self.text) else self._end()
            return at, at
        starts, sources = self.starts, self.sources
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1, first) - 1
        return sources[first] + start - starts[first], sources[last] + end - starts[last]

    def offset(self, source: int) -> int:
        """The clean offset of a text offset; that of the next kept character if it was dropped."""
        piece = bisect_right(self.sources, source) - 1
        if piece < 0:
            return 0
        end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + source - self.sources[piece], end)

    def _end(self) -> int:
        return self.source(len(self.text) - 1) + 1 if self.text else 0


def clean(text: str) -> Clean:
    """The clean copy of `text`: paragraphs end in a line break, and only they do.

    >>> clean("到 ２０２０年，打造化纤、\\n纺织基地。").text
    '到2020年，打造化纤、纺织基地。'
    """
    folded = fold(text)
    runs = [m.span() for m in _WHITE.finditer(folded)]
    pieces = _pieces(folded, runs, _wrap_width(folded, runs))
    return _assemble(folded, pieces)


def _wrap_width(text: str, runs: list[tuple[int, int]]) -> int:
    """The line length of hard-wrapped text (as out of a PDF), or 0 for text with natural lines.

    Wrapped text has many lines of nearly the same length that end anywhere but
    at a full stop, and still has full stops inside.
    """
    lines, start = [], 0
    for a, b in runs:
        if "\n" in text[a:b]:
            lines.append((a - start, text[a - 1 : a] not in _CLOSED))
            start = b
    lengths = sorted(length for length, _ in lines if length > 8)
    if len(lengths) < 4 or text.count("。") * 8 < len(lengths):
        return 0
    width = lengths[len(lengths) * 9 // 10]
    broken = sum(is_open and 0.82 * width <= n <= 1.2 * width for n, is_open in lines)
    return width if 15 <= width <= 80 and broken * 10 >= len(lengths) * 3 else 0


def _pieces(text: str, runs: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Spans of `text` that are kept, in order; single separators are spans of one character."""
    kept: list[tuple[int, int]] = []
    line = begin = 0  # where the present line, and the present unbroken piece, begin
    paged = False  # a page number was just dropped
    for a, b in [*runs, (len(text), len(text))]:
        last = a == len(text)
        breaks = text.count("\n", a, b)
        if (breaks or last) and a > line and _is_page(text, line, a) and _alone(text, line, a):
            kept = _drop_from(kept, line)
            begin = line = b
            paged = True
            continue
        if a > begin:
            kept.append((begin, a))
        if breaks and not last and kept:
            keep = not _joins(text, kept, line, a, b, breaks, width, paged)
        else:
            keep = not last and _separates(text, a, b)
        if keep:
            at = text.index("\n", a, b) if breaks else a
            kept.append((at, at + 1))
        begin = b
        if breaks:
            line, paged = b, False
    return kept


def _is_page(text: str, start: int, end: int) -> bool:
    return end - start <= 16 and _PAGE.fullmatch(text, start, end) is not None


def _alone(text: str, start: int, end: int) -> bool:
    """A bare number is a page number only between line breaks, never the whole text."""
    return start > 0 and end < len(text) + 1


def _drop_from(kept: list[tuple[int, int]], line: int) -> list[tuple[int, int]]:
    while kept and kept[-1][0] >= line:
        kept.pop()
    return kept


def _separates(text: str, a: int, b: int) -> bool:
    """Whether white space in a line is kept, as one character: between Latin words, columns."""
    if a == 0 or b >= len(text):
        return False
    left, right = text[a - 1], text[b]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return True
    return (b - a >= 3 or text[a] == "\t") and left.isalnum() and right.isalnum()


def _joins(
    text: str,
    kept: list[tuple[int, int]],
    line: int,
    a: int,
    b: int,
    breaks: int,
    width: int,
    paged: bool,
) -> bool:
    """Whether the break at `a:b` stands inside a sentence and is to be dropped."""
    if b >= len(text):
        return True
    line = min(line, a)
    if text[kept[-1][0] : kept[-1][1]] == "\n" or line == a:
        # The line before was dropped as a page number: its break is already there, or joined.
        return True
    left, right = text[a - 1], text[b]
    if a - line <= 5 and _NUMBER_ALONE.fullmatch(text, line, a):
        return True
    if _ends_line(text, a) or _NUMBERED.match(text, b) or left in _BARS or right in _BARS:
        return False
    named = right in _NAMES and not width and _is_title(text, line, a)
    if left in _OPEN_END or (right in _BOUND_START and not named):
        return breaks == 1 or paged or not right.isdigit()
    if _is_open(text, line, a):
        return True
    if breaks > 1 and not paged:
        return False
    short = a - line <= 40 and text.find("。", line, a) < 0
    if short and _NUMBERED.match(text, line, a):
        return _goes_on(text, line, a, width) if width else right in '“"'
    if width:
        share = 0.5 if text.find("，", line, a) > 0 else 0.82  # prose, or perhaps a title
        return a - line >= share * width
    return _is_prose(text, line, a) and not _HEAD.match(text, b)


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a line is as short as a title, and has no mark in it."""
    return end - start < 25 and _MARKS.search(text, start, end) is None


def _goes_on(text: str, start: int, end: int, width: int) -> bool:
    """Whether a numbered line is prose that fills its page's width (1.茶叶基地：以A、B…)."""
    prose = text.find("，", start, end) > 0 or text.find("：", start, end) > 0
    return prose and end - start >= _FULL * width


def _ends_line(text: str, a: int) -> bool:
    """Whether a sentence, or a line of a program, ends before the break at `a`."""
    return _ends_sentence(text, a) or bool(_CODE_END.search(text, max(0, a - 3), a))


def _ends_sentence(text: str, a: int) -> bool:
    at = a - 1
    if text[at] in ")）":  # 。（责任单位：省科技厅）
        opening = max(text.rfind("（", max(0, at - 80), at), text.rfind("(", max(0, at - 80), at))
        if opening > 0 and text[opening - 1] in "。；！？":
            return True
    while at > 0 and text[at] in _CLOSERS and a - at <= 3:
        at -= 1
    return text[at] in _CLOSED or (at < a - 1 and text[a - 1] in _CLOSED)


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a bracket or quotation opened near the end of the line is still open."""
    tail = text[max(start, end - 40) : end]
    if not _TWIN.search(tail):
        return False
    return any(tail.rfind(o) > tail.rfind(c) for o, c in _TWINS.items())


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a line with no closing mark is a broken sentence rather than a title or record."""
    if end - start < 25:
        return False
    body = text[start:end]
    if all(part.endswith(("）", ")")) for part in body.split("；")):
        return False  # A村（花椒）；B村（柑橘）: entries of a list
    return "。" in body or "；" in body or body.count("，") >= 2


def _assemble(text: str, kept: list[tuple[int, int]]) -> Clean:
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    at = 0
    previous = -1
    for start, end in kept:
        if start != previous:
            starts.append(at)
            sources.append(start)
        parts.append(text[start:end])
        at += end - start
        previous = end
    body = "".join(parts)
    return Clean(body, tuple(starts), tuple(sources))
