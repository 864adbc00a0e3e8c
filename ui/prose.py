"""A generated report in plain Markdown, taken apart so that a page can show it as text.

Only what the project's own reports use: headings, paragraphs, lists, tables. Links
and emphasis are reduced to their words; nothing of it ever becomes markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Kind = Literal["heading", "text", "list", "table"]

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_STRESS = re.compile(r"(?<![\w*])(\*{1,2}|`)(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r"^\|[\s:|-]+\|$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a report. `rows` are a table's (the head first) or a list's items."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parts(markdown: str) -> tuple[Part, ...]:
    """The report's pieces in order, its first-level title left out.

    >>> [part.kind for part in parts("# T\\n## H\\na [b](c)\\n| x |\\n|---|\\n| 1 |")]
    ['heading', 'text', 'table']
    """
    lines = _COMMENT.sub("", markdown).splitlines()
    groups = ((kind, [line.strip() for line in found]) for kind, found in groupby(lines, key=_kind))
    return tuple(part for kind, found in groups for part in _made(kind, found))


def _kind(line: str) -> str:
    if line.startswith("#"):
        return "heading"
    if line.startswith("|"):
        return "table"
    if line.startswith(("* ", "- ")):
        return "list"
    return "text" if line.strip() else ""


def _made(kind: str, lines: list[str]) -> list[Part]:
    if kind == "heading":
        return [Part("heading", plain(x.lstrip("# "))) for x in lines if x.startswith("##")]
    if kind == "table":
        rows = [line for line in lines if not _RULE.match(line)]
        return [Part("table", rows=tuple(_cells(row) for row in rows))]
    if kind == "list":
        return [Part("list", rows=tuple((plain(line[2:]),) for line in lines))]
    return [Part("text", plain(" ".join(lines)))] if kind == "text" else []


def _cells(row: str) -> tuple[str, ...]:
    return tuple(plain(cell.strip()) for cell in row.strip("|").split("|"))


def plain(text: str) -> str:
    """The words without links and emphasis.

    >>> plain("see [the *rules*](a.md) and `code`")
    'see the rules and code'
    """
    return _STRESS.sub(r"\2", _STRESS.sub(r"\2", _LINK.sub(r"\1", text)))
