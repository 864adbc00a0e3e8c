"""What a sentence denies, ends or only remembers: no claim comes of it.

不再布局煤化工, 禁止在X发展Y, 尚未形成集群, X产业园已关闭, 曾是纺织基地, 历史上….
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layers.extract.sentences.state import State

_DENIED = re.compile(
    r"不再|不得(?![不少低高超])|不宜|暂不|不予|不纳入|不列入|不属于|不(?:新?建|发展|布局)"
    r"|禁止|严禁|限制(?=[^，,。；、]{0,6}(?:发展|新建|布局|建设|扩))|停止|取消|撤销|关停|关闭|暂停"
    r"|避免|防止|[尚还从]未|未(?:能|曾|形成|建成)|没有|缺乏|缺少|曾经?[是为有]|退出"
    r"|改变(?=[^，,。；]{2,30}(?:局面|状况|格局))"
)
_HINT = re.compile(r"[不止禁限停消销关免未没缺曾退改]")
"""A character of every way to deny: most clauses have none."""
_AGAIN = re.compile(
    r"(?:[、并而]|转向|转而).{0,6}?(?:打造|建设|发展|布局|培育|推进|形成|加快|做强|聚焦|转向)"
)
"""What begins a new statement behind a denial."""
_ENDED = re.compile(
    r"[^，,。；]{0,14}?(?:关闭|关停|撤销|停产|停办|停建|拆除)(?=[，,。；]|$)"
    r"|(?:已经?|现)?(?:改建?为|转为|搬迁至)"
)
"""What stands behind a thing that is no more."""
_ONCE = re.compile(r"历史上|解放前|民国|明清|古时|新中国成立前")
_STOPS = "，,。；;：:"


def is_denied(state: State, start: int, end: int, name: str) -> bool:
    """Whether the clause round `start:end` (clean offsets) says that the thing of that name is not
    so, or is no more."""
    text, opening = state.text, state.sentence.start
    if _ENDED.match(text, end, state.sentence.end):
        return True
    begin = max(opening, 1 + max(text.rfind(stop, opening, start) for stop in _STOPS))
    clause = text[begin:end]
    if not _HINT.search(clause):
        return _ONCE.search(text, opening, begin) is not None
    denied = _DENIED.search(clause)
    if denied is None:
        return False
    return _DENIED.search(name) is not None or not _AGAIN.search(clause, denied.end())
