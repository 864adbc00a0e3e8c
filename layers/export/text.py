"""Text as XML can hold it."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text with a mark in place of what XML 1.0 cannot hold (control characters).

    >>> printable("绍兴\\x00市")
    '绍兴�市'
    """
    return _UNPRINTABLE.sub("\ufffd", text)
