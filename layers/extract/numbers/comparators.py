"""Comparator words before and after a number: 突破, 不低于, 近; 以上, 左右, 以内."""

from __future__ import annotations

from layers.extract.patterns import compiled
from layers.records import Comparator

_BEFORE: dict[str, Comparator] = {
    "突破": ">", "超过": ">", "超": ">", "逾": ">", "破": ">", "高于": ">", "大于": ">", "过": ">",
    "跨越": ">", "多于": ">", "高出": ">",
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "至少": ">=", "不低于全省": ">=",
    "或突破": ">=", "或超过": ">=", "以上达": ">=", "最低": ">=", "不得低于": ">=",
    "约": "~", "近": "~", "接近": "~", "大约": "~", "将近": "~", "约为": "~", "大概": "~",
    "约达": "~",
    "不超过": "<=", "不高于": "<=", "不大于": "<=", "不多于": "<=", "至多": "<=", "最多": "<=",
    "低于": "<", "少于": "<", "小于": "<", "不足": "<", "不到": "<", "未满": "<", "不满": "<",
    "不及": "<",
}  # fmt: skip
_LAST = frozenset(word[-1] for word in _BEFORE)
"""What such a word ends in."""
_SHORT = ("不到", "不到了")
"""深加工率不到20%: the one sign that ends in what a verb ends in, too."""
_NEVER_BEFORE = {"破": "打爆", "近": "附接靠邻最", "过": "通经超不", "约": "合制节预条"}
_SHARE = compiled(r"(约|近|超|不足)占[^，,。；;\d]{1,8}$")
"""约占全国1/6: the sign stands before what the share is of."""
_AFTER = compiled(
    r"(?P<ge>规模以上(?=[，,。；、]|$)|(?:及|或)?以上|之上|起(?![步来点]))"
    r"|(?P<about>左右|上下(?![游级联]))"
    r"|(?P<le>以内|之内|以下|之下)|(?P<gt>有余|多(?=[，,。；;、）)\s的]|一点|些|$|(?<=[成半]多)[^个家项样元晶层]))"
)
_AFTER_SIGN: dict[str, Comparator] = {"ge": ">=", "about": "~", "le": "<=", "gt": ">"}


def sign_before(text: str, start: int) -> tuple[Comparator, int]:
    """The sign of the words in front of `start`, and where they begin.

    >>> sign_before("产值突破1000亿元", 4), sign_before("通过1000家", 2)
    (('>', 2), ('=', 2))
    """
    at = start
    while at > 0 and text[at - 1] in "了到 " and not text.endswith(_SHORT, 0, at):
        at -= 1
    for length in (5, 4, 3, 2, 1) if text[at - 1 : at] in _LAST else ():
        if length > at:
            continue
        word = text[at - length : at]
        sign = _BEFORE.get(word)
        if sign and text[at - length - 1 : at - length] not in tuple(_NEVER_BEFORE.get(word, "")):
            return sign, at - length
    begin = max(0, start - 12)
    share = _SHARE.search(text, begin, start) if text.find("占", begin, start) >= 0 else None
    return (_BEFORE[share[1]], start) if share else ("=", start)


def sign_after(text: str, end: int) -> tuple[Comparator, int] | None:
    """The sign of the words at `end`, and where they end; None if there are none.

    >>> sign_after("100家以上", 4), sign_after("644家规模以上企业", 4)
    (('>=', 6), None)
    """
    match = _AFTER.match(text, end)
    return (_AFTER_SIGN[str(match.lastgroup)], match.end()) if match else None
