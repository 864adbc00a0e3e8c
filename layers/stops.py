"""Where sentences end: at their stops, but not inside a bracket or a quotation."""

from __future__ import annotations

import re

_MARK = re.compile(r"[。；;！？!?\n（(“《〔\[［]")
_CLOSER = {"（": "）", "(": ")", "“": "”", "《": "》", "〔": "〕", "[": "]", "［": "］"}
_LONGEST_ASIDE = 120
"""Characters within which a bracket or quotation must close to hold a full stop inside."""


def sentence_ends(text: str) -> list[int]:
    """Offsets just behind each sentence, closing marks inside brackets and quotes left out."""
    found: list[int] = []
    skip = 0
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if at < skip:
            continue
        if mark in _CLOSER:
            skip = _aside(text, at, _CLOSER[mark])
        elif mark != "\n" and not (text[at - 1].isdigit() and _is_number(text, at)):
            end = at + 1
            while end < len(text) and text[end] in "”’）)":
                end += 1
            found.append(end)
    return found


def _aside(text: str, at: int, closer: str) -> int:
    """Where a short bracket or quotation closes; its start if it does not within the paragraph."""
    close = text.find(closer, at + 1, at + _LONGEST_ASIDE)
    if close < 0 or text.find("\n", at, close) >= 0:
        return at
    return close


def _is_number(text: str, at: int) -> bool:
    """Whether a full stop belongs to a paragraph number (3。产业布局)."""
    return (
        text[at] == "。"
        and at > 0
        and text[at - 1].isdigit()
        and (at < 3 or "\n" in text[at - 3 : at])
    )
