"""Chinese numerals as numbers."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
HAN = "零〇一二两三四五六七八九十百千"
"""The characters of a numeral below 万."""
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


def number(han: str) -> float | None:
    """The value of a Chinese numeral, or None if it is none.

    A bare 百, 千, 万 or 亿 counts as one of it; 点 is the decimal point.

    >>> number("二十八"), number("四百"), number("千"), number("一千二百万"), number("三点五")
    (28, 400, 1000, 12000000, 3.5)
    >>> number("数十") is None
    True
    """
    whole, point, decimals = han.partition("点")
    if not whole or (point and not decimals):
        return None
    value = _whole(whole)
    if value is None or not point:
        return value
    if any(c not in DIGITS for c in decimals):
        return None
    return float(f"{value}." + "".join(str(DIGITS[c]) for c in decimals))


def _whole(han: str) -> int | None:
    total = section = digit = 0
    pending = False  # a digit waits for its power of ten
    for c in han:
        if c in DIGITS:
            digit, pending = DIGITS[c], True
        elif c in _TENS:
            section += (digit if pending else 1) * _TENS[c]
            digit, pending = 0, False
        elif c in _MYRIADS:
            total = (total + section + digit or 1) * _MYRIADS[c]
            section = digit = 0
            pending = False
        else:
            return None
    return total + section + digit
