"""A line of a list or table as cells, and a cell as industries.

A line is cut where its writer cut it: at a colon, a bar, a tab, a tag, quotation marks of a
program's text, a dash, or white space of the source that the clean copy has dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from layers.extract.lines.openings import NUMERALS, opened
from layers.extract.patterns import compiled
from layers.plan import Plan, Sentence

Cell = tuple[int, int]
"""Start and end in clean offsets."""

PROGRAM = "'"
"""What divides the cells of a line of program text."""
LONGEST = 400
"""Characters of a line that can still be a row."""
_MARKS = re.compile(r"[|｜\t<'\"`【\[〔：:（(—–→·-]")
"""One of these stands in every line that is cut at more than white space and a title's comma."""
_BARS = re.compile(r"[|｜\t]")
_TAGS = compiled(r"</?[a-zA-Z][^<>]{0,80}>")
_QUOTED = compiled(
    r"'([^']{2,80})'|\"([^\"]{2,80})\"|`([^`]{2,80})`"
    r"|(?<=[:：=(,\[])[ ]?'([^']{2,300})$|(?<=[:：=(,\[])[ ]?\"([^\"]{2,300})$"
)
"""A string of program text; the last of a sentence may be closed behind it."""
_HAN = compiled(r"[\u4e00-\u9fff]")
_SPACE = compiled(r"(?<=[\u4e00-\u9fff）)]) +(?=[\u4e00-\u9fff])")
_COLON = re.compile(r"[：:]")
_INTRODUCED = compiled(r"(?:分别|依次)(?:是|为|有)$")
"""What stands before the colon of a list that goes on in the same line."""
_ONLY = "仅限"
_HEADED = compiled(r"[【\[〔]([\u4e00-\u9fff]{2,20})[】\]〕](?=.)")
_DASH = compiled(r"(?<=[\u4e00-\u9fff）)])(?:——|--|—|–|-|→|·)(?=[\u4e00-\u9fff])")
_VILLAGES = compiled(r"[\u4e00-\u9fff、]{2,34}村")
"""Several villages before the dash of their row."""
_ASIDE = compiled(
    r"(?P<name>[^（()）：:，。；]{2,32})[（(](?P<what>[^（()）]{2,60}|(?<=[镇乡县市区村旗][（(])[\u4e00-\u9fff])[）)][。；;，、]?$"
)
_RANK = compiled(
    r"(?:国家|省|市|县|自治区|[一二三四五]星)级(?:.{0,8}|[，,、；]?(?:原|曾用名|又名|含|包括).{1,24})|原.{2,20}|复核|复审|新增|试点|培育|[\d一二三四五六七八九十]+[个家处]"
)
_TITLED = compiled(
    r"(?P<name>(?!中国|全国|国家)[\u4e00-\u9fff]{2,14})[，,](?P<what>[\u4e00-\u9fff]{4,20}(?:名[县市区镇城]|之[乡都]|基地))$"
)
"""建湖县，江苏裁剪设备制造基地: a place and its title."""
_TITLES = ("名县", "名市", "名区", "名镇", "名城", "之乡", "之都", "基地")
_TITLE_LINE = 40
_FIRST = re.compile(r"[，,：:|｜\t<>'\"（(—-]")
"""A comma, or what may cut a line."""
_HEAD = 60
"""Characters within which a line comes to a comma, or else to a cut, unless it is prose."""
_FARTHEST = 34
"""Characters within which the first cell of a line ends."""
_CLOSING = "。；;，,、 *"
_NO_LIST = re.compile(r"[。：:；;？?！!“”\"'|\d=<>%]")
_RUNS_ON = re.compile(r"，(?![^，]{2,12}(?:、|，|$))")
"""A comma that divides no names."""


@dataclass(slots=True)
class Line:
    """One line, or one part of a line that semicolons divide: `start:end` without its marker
    and closing mark, `marked` whether a bullet or number opened it, `slogan` whether a catchword
    in quotation marks did, `cells` its parts, `cut` what divides them ("" where nothing does).
    Prose has no cells."""

    sentence: Sentence
    start: int
    end: int
    marked: bool
    slogan: bool
    cells: tuple[Cell, ...]
    cut: str


def line(plan: Plan, sentence: Sentence) -> Line | None:
    """A sentence as a line of cells; None for what is too long or empty."""
    text = plan.clean
    start, end, _, _ = sentence
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    if not 2 <= end - start <= LONGEST:
        return None
    worded = "\u4e00" <= text[start] <= "\u9fff" and text[start] not in NUMERALS
    body, begin = (start, start) if worded else opened(plan, start, end)
    if begin >= end:
        return None
    if end - begin > _TITLE_LINE and _is_prose(text, begin, end):
        return Line(sentence, begin, end, body > start, False, (), "")
    cells, cut = _cells(plan, begin, end)
    return Line(sentence, begin, end, body > start, begin > body, cells, cut)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a line longer than a title and its place comes to a comma first, or to no cut."""
    first = _FIRST.search(text, start, min(end, start + _HEAD + 1))
    return end - start <= _HEAD if first is None else first[0] in "，,"


def _cells(plan: Plan, start: int, end: int) -> tuple[tuple[Cell, ...], str]:
    text = plan.clean
    if not _MARKS.search(text, start, end):
        return _unmarked(plan, start, end)
    if _BARS.search(text, start, end):
        return _between(text, _BARS, start, end), "|"
    if "<" in text[start:end] and _TAGS.search(text, start, end):
        cells = _between(text, _TAGS, start, end)
        return _two(plan, *cells[0]) if len(cells) == 1 else (cells, "|")
    if _is_program(text, start, end):
        return _strings(text, start, end), PROGRAM
    return _two(plan, start, end)


def _is_program(text: str, start: int, end: int) -> bool:
    """Whether all Chinese of a line stands in straight quotation marks."""
    whole = text[start:end]
    quoted = "'" in whole or '"' in whole or "`" in whole
    return quoted and not _HAN.search(_QUOTED.sub("", whole))


def _strings(text: str, start: int, end: int) -> tuple[Cell, ...]:
    quoted = (m.span(m.lastindex or 0) for m in _QUOTED.finditer(text, start, end))
    return tuple(s for s in quoted if _HAN.search(text, *s))


def _two(plan: Plan, start: int, end: int) -> tuple[tuple[Cell, ...], str]:
    text, reach = plan.clean, min(end, start + _FARTHEST)
    head = _HEADED.match(text, start, end)
    if head is not None:
        return _trimmed(text, [head.span(1), (head.end(), end)]), ":"
    colon = _COLON.search(text, start, reach)
    if colon is not None and _INTRODUCED.search(text, start, colon.start()):
        return _unmarked(plan, colon.end(), end)
    apart = _gaps(plan, start + 1, colon.start()) if colon is not None else []
    if apart:  # 任丘经济开发区 重点发展：石油化工: white space divides the place from its key
        gaps = _gaps(plan, start + 1, end)
        return _trimmed(text, list(pairwise((start, *gaps, end)))), " "
    if colon is not None:
        only = len(_ONLY) if text.startswith(_ONLY, colon.end()) else 0
        return _trimmed(text, [(start, colon.start()), (colon.end() + only, end)]), ":"
    aside = _ASIDE.match(text, start, end)
    if aside is not None and _RANK.fullmatch(aside["what"]):
        return _two(plan, *aside.span("name"))
    if aside is not None:
        return _trimmed(text, [aside.span("name"), aside.span("what")]), "("
    dash = _DASH.search(text, start, reach)
    listed = dash is not None and "、" in text[start : dash.start()]
    if dash is not None and (not listed or _VILLAGES.fullmatch(text, start, dash.start())):
        return _trimmed(text, [(start, dash.start()), (dash.end(), end)]), "-"
    return _unmarked(plan, start, end)


def _unmarked(plan: Plan, start: int, end: int) -> tuple[tuple[Cell, ...], str]:
    """A line that no mark cuts: a place and its title, columns of white space, or one cell."""
    text = plan.clean
    comma = _TITLED.match(text, start, end) if text.endswith(_TITLES, start, end) else None
    if comma is not None:
        return _trimmed(text, [comma.span("name"), comma.span("what")]), ":"
    gaps = _gaps(plan, start + 1, end)
    if gaps and gaps[0] < min(end, start + _FARTHEST):
        return _trimmed(text, list(pairwise((start, *gaps, end)))), " "
    return _trimmed(text, [(start, end)]), ""


def _gaps(plan: Plan, start: int, end: int) -> list[int]:
    """Where white space of the source stands, or was dropped, between two Chinese characters."""
    text, starts = plan.clean, plan.index.starts
    pieces = starts[bisect_right(starts, start) : bisect_left(starts, end)]
    spaced = text.find(" ", start, end) >= 0
    if not (pieces or spaced):
        return []
    gaps = {at for at in pieces if _HAN.match(text, at - 1) and _HAN.match(text, at)}
    if spaced:
        gaps |= {m.end() for m in _SPACE.finditer(text, start, end)}
    return sorted(gaps)


def _between(text: str, cut: re.Pattern[str], start: int, end: int) -> tuple[Cell, ...]:
    spans, at = [], start
    for match in cut.finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
    return _trimmed(text, [*spans, (at, end)])


def _trimmed(text: str, spans: list[Cell]) -> tuple[Cell, ...]:
    found = []
    for start, end in spans:
        while start < end and text[start] in " \t*`_~'\"：:，,":
            start += 1
        while end > start and text[end - 1] in " \t*`_~'\"：:，,、。；;":
            end -= 1
        if end > start:
            found.append((start, end))
    return tuple(found)


def is_nameless(text: str) -> bool:
    """Whether a cell without brackets holds what no name and no list of names does."""
    if "（" in text or "(" in text:
        return False
    return _NO_LIST.search(text) is not None or _RUNS_ON.search(text) is not None
