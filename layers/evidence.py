"""Quotes that find their sentence again: W3C selectors and re-anchoring.

Selectors as in the W3C Web Annotation Data Model, 4.2.4 (TextQuoteSelector) and
4.2.5 (TextPositionSelector).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from layers.records import Evidence


def selectors(evidence: Evidence) -> list[dict[str, str | int]]:
    """The quote as W3C selectors: by its words, and by its position.

    >>> selectors(Evidence(2, 4, "绍兴", "打造", "集群"))[1]
    {'type': 'TextPositionSelector', 'start': 2, 'end': 4}
    """
    return [
        {
            "type": "TextQuoteSelector",
            "exact": evidence.exact,
            "prefix": evidence.prefix,
            "suffix": evidence.suffix,
        },
        {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
    ]


def selector_text(evidence: Evidence) -> str:
    """The selectors as one line of JSON, for a column of a table."""
    return json.dumps(selectors(evidence), ensure_ascii=False, separators=(",", ":"))


def from_selectors(text: str) -> Evidence:
    """The quote that a column written by `selector_text` holds.

    Raises ValueError or KeyError where the text is not such a column.
    """
    quote, position = json.loads(text)
    return Evidence(
        start=position["start"],
        end=position["end"],
        exact=quote["exact"],
        prefix=quote["prefix"],
        suffix=quote["suffix"],
    )


def anchor(evidence: Evidence, text: str) -> Evidence | None:
    """Find the quote in a changed copy of its plan; None where it is gone.

    The quote's characters must stand there in order; only white space may have
    come or gone between them (a copy out of a PDF breaks lines elsewhere). Of
    several places the one with the most of the old context round it is taken,
    then the one nearest to the old position.

    >>> old = Evidence.from_text("一、布局。打造诸暨集聚区。", 7, 12)
    >>> new = anchor(old, "一、总则。\\n二、布局。打造诸暨\\n集聚区。")
    >>> new.exact if new else None
    '诸暨\\n集聚区'
    >>> anchor(old, "打造嵊新集聚区。") is None
    True
    """
    packed, places = _packed(text)
    wanted = _squeeze(evidence.exact)
    found = list(_occurrences(packed, wanted)) if wanted else []
    if not found:
        return None
    best = max(found, key=lambda at: _likeness(evidence, packed, at, len(wanted), places))
    return Evidence.from_text(text, places[best], places[best + len(wanted) - 1] + 1)


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _packed(text: str) -> tuple[str, list[int]]:
    """The text without white space, and where each character stood."""
    places = [index for index, character in enumerate(text) if not character.isspace()]
    return "".join(text[index] for index in places), places


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _likeness(
    evidence: Evidence, packed: str, at: int, length: int, places: list[int]
) -> tuple[int, int]:
    before, after = _squeeze(evidence.prefix)[::-1], _squeeze(evidence.suffix)
    left = packed[max(0, at - len(before)) : at][::-1]
    right = packed[at + length : at + length + len(after)]
    context = _common(before, left) + _common(after, right)
    return context, -abs(places[at] - evidence.start)


def _common(one: str, other: str) -> int:
    """How many characters agree before the first difference."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
