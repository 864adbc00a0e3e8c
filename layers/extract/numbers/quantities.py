"""A number with its unit, and the comparator words round it."""

from __future__ import annotations

from dataclasses import dataclass

from layers.extract.numbers.comparators import sign_after, sign_before
from layers.extract.patterns import compiled
from layers.records import Comparator

_NO_GRADE = ("count", "person", "fraction", "times", "point")
_GRADE = compiled(r"级(?:别)?(?![市县别区党机])")
_NOUN = compiled(r"[^，,。；;、：:\s）)以左的]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, in clean offsets.

    `start:end` spans number and unit, `left:right` also its comparator words.
    `value` is in `unit` as written, `base` in `unit_base`; `value_max`, `base_max`
    close a range. `level` marks an order of magnitude (千亿级, 百亿元 before a noun),
    `bare` one written without any digit.
    """

    start: int
    end: int
    left: int
    right: int
    value: float
    value_max: float | None
    unit: str
    base: float
    base_max: float | None
    unit_base: str
    comparator: Comparator
    level: bool = False
    bare: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts things or people."""
        return self.unit_base in ("count", "person")

    @property
    def is_rate(self) -> bool:
        """Whether it compares: a share, a growth, a multiple."""
        return self.unit_base in ("fraction", "times", "multiple", "point")


def exact(value: float) -> float:
    """`value` without the noise of binary fractions (1689999999.9999998 is 1690000000)."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() else rounded


def compared(
    text: str, start: int, end: int, unit_base: str, bare: bool, much: bool
) -> tuple[Comparator, int, int, bool]:
    """Sign, span and level from the comparator words round a number."""
    sign, left = sign_before(text, start)
    after = sign_after(text, end)
    right = end
    grade = _GRADE.match(text, end) if unit_base not in _NO_GRADE else None
    if grade:
        right = grade.end()
    if after:
        right = after[1]
        if sign == "=" or (sign == "~" and after[0] == ">="):
            sign = after[0]
    if sign == "=" and much:
        sign = ">"
    named = bare and unit_base == "yuan" and _NOUN.match(text, right) is not None
    if (grade or named) and sign == "=":
        sign = ">="  # 千亿级产业链, 千亿元产业集群: an order of magnitude
    return sign, left, right, grade is not None
