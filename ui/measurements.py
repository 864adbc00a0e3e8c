"""`docs/accuracy.md` in Chinese: its tables and numbers, our words.

The report is written in English by a program. A Chinese paragraph here is a form with
holes for the numbers of the English one, in their order, so that no figure is typed
twice: where the report says something else, the English stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ui.prose import Part
from ui.words import texts

_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)*")
_HOLE = re.compile(r"\{\d+\}")
_FAULT = re.compile(r"(.+?) of (.+?), “(.*?)”: annotated (.*), read (.*)", re.DOTALL)


def numbers(text: str) -> list[str]:
    """The figures of a paragraph in their order; digits inside names are none.

    >>> numbers("195 rows; F1 is 0.95 of 1,362.")
    ['195', '0.95', '1,362']
    """
    return _NUMBER.findall(text)


def chinese(report: Iterable[Part]) -> tuple[Part, ...]:
    """The report's pieces in Chinese, as far as they are known; others as they stand."""
    words = texts("zh")
    return tuple(
        Part("text", filled(part.text, words)) if part.kind == "text" else _labels(part, words)
        for part in report
    )


def filled(text: str, words: Mapping[str, str]) -> str:
    """The Chinese form of a paragraph, found by its first words, with its numbers."""
    forms = {key.removeprefix("told."): form for key, form in words.items() if "told." in key}
    form = next((forms[opening] for opening in forms if text.startswith(opening)), None)
    values = numbers(text)
    if form is None or len(set(_HOLE.findall(form))) > len(values):
        return text
    return form.format(*values)


def _labels(part: Part, words: Mapping[str, str]) -> Part:
    def say(text: str) -> str:
        return words.get(f"measured.{text}", text)

    if part.kind == "list":
        return Part("list", rows=tuple((_fault(row[0], say),) for row in part.rows))
    return Part(part.kind, say(part.text), tuple(tuple(map(say, row)) for row in part.rows))


def _fault(text: str, say: Callable[[str], str]) -> str:
    """A known fault: which field of what, the sentence, the annotation, what was read."""
    match = _FAULT.fullmatch(text)
    if match is None:
        return text
    field, name, quote, right, read = match.groups()
    return f"{name}的{say(field)}（“{quote}”）：标注为{say(right)}，读作{say(read)}"
