"""Growth of work with the text, counted in calls: the same number on any machine.

A clock would measure the machine's other work too. What runs inside one call (a
regular expression that backtracks) is not counted: such tests also bear a
`pytest.mark.timeout` that only a hang can reach.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

SLACK = 1.3
"""Work may grow by so much more than the text; with its square it would grow tenfold."""

FIXED = 2_000
"""Calls that a text of any length may take."""


def calls(work: Callable[[], object]) -> int:
    """How many functions are called and left while `work` runs."""
    count = 0

    def one_more(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def is_linear(work: Callable[[int], object], small: int, large: int) -> bool:
    """Whether `work(size)` grows no faster than its size, from `small` to `large`."""
    few, many = calls(lambda: work(small)), calls(lambda: work(large))
    return many <= SLACK * large / small * few + FIXED
