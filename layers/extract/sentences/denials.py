"""What a sentence denies, ends or only remembers: no claim comes of it.

不再布局煤化工, 禁止在X发展Y, 尚未形成集群, X产业园已关闭, 曾是纺织基地, 历史上….
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from layers.extract.patterns import each

if TYPE_CHECKING:
    from layers.extract.sentences.state import State

_DENIED = re.compile(
    r"(?P<always>曾经?[是为有以]|(?<![太固开中平三五武高草])原本?[是为](?=[^，,。；]{0,20}(?:基地|之乡|之都|集群|园区?)$)|反对|放弃|暂缓|打破|改变(?=[^，,。；]{2,30}(?:局面|状况|格局)))"
    r"|(?P<verbal>不再|原则上不|不在(?=[^，,。；]{1,20}(?:新建|布局|建设|发展))|不(?:支持|允许|鼓励|准(?!确))|不得(?![不少低高超])|不宜|暂不|不予|不纳入|不列入|不属于|不是|并非|不具|不(?:新?建|发展|布局|设)"
    r"|禁止|严禁|限制(?=[^，,。；、]{0,6}(?:发展|新建|布局|建设|扩))|停止|暂停|避免|防止"
    r"|[尚还从]未|未(?:能|曾|形成|建成|设|通过|列入)|没有)"
    r"|(?P<noun>取消|撤销|撤并|腾退|取缔|关停|关闭|缺乏|缺少|退出|拆除|淘汰|无(?=[^，,。；、]{0,8}(?:园区?|基地|集群|开发区))(?![人土锡水抗为极棣线纺机烟损害公铅尘纸锈碳终毒醛油花患缝核糖籽刺氧菌废源卤铬溶添]))"
)
"""What denies whatever follows, the next verb, or the next thing."""
_HINT = re.compile(r"[撤缔不止禁限停消销关免未没缺曾退改破反弃缓原拆汰无]")
"""A character of every way to deny: most clauses have none."""
_BUILDS = re.compile(r"打造|建设|发展|布局|培育|形成|建成|做强|做大|聚焦|壮大|构建")
_BARRED = re.compile(
    "负面清单|(?:淘汰|化解|压减|退出)(?:落后|过剩|低效)产能|"
    + each(
        "禁止 限制 淘汰 退出 关停 压减",
        "(?:发展|建设|类|目录|领域|产业|行业|项目|清单|名单|[：:]|$)",
    )
)
"""What a heading or a caption says of all that stands below it."""
_NUMBERED = re.compile(r"^(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．章节条 ])+")
_HEADED = re.compile(r"[，,、；; ]|[和与及](?!其)")
"""What parts the matters of a heading."""
_MENDED = re.compile("破解|突破|打破|破除|消除|负面清单(?:制度|管理)")
"""What a heading does to a bar, or of what bar it only speaks."""
_STOPPED = ("停止", "暂停")
_PREVENTED = ("避免", "防止")
_ENDED = re.compile(
    r"(?:已经?|现|将|全部|陆续|相继|被|均|正式|整体|彻底|逐步|于?\d{4}年)*"
    r"(?:予以)?(?:(?:关闭|关停并转|关停|停止运营|撤销|取消|停产|停办|停建|拆除|退出|搬迁|迁出)(?:整合|定位)?(?=[，,。；]|$)"
    r"|整合搬迁|不符合|未(?:能落地|通过|获批)|改建?为|转为|搬迁至)"
)
"""What stands behind a thing that is no more."""
_ONCE = re.compile(
    "历史上|解放前|新中国成立前|" + each("民国 明清 清代", "(?:时期|年间)") + "|古时"
)
_LONG_AGO = ("历史上，", "历史上,", "解放前，", "解放前,", "新中国成立前，", "古时，")
_STOPS = "，,。；;：:"
_LEARNT = re.compile(r"(?:学习|借鉴|参照|参考|复制)")
_LESSON = re.compile(r"[^，,。；]{0,8}的?(?:先进|成功|有益|好)*(?:经验|做法|模式|案例)")
"""借鉴合肥打造X集群的经验: what others have done."""
_LACKING = re.compile(r"的[^，,的]{2,8}(?:较弱|薄弱|受限|不足|滞后|缺乏|不够|不强|欠缺|短缺)$")
"""发展大健康产业的基础较弱: what is wanted for it."""
_IF = re.compile(r"(?:^|[，,；;：:])(?:如果(?!说)|倘若|假如|若(?![干羌尔]))")
"""What makes a wish of all that follows in the sentence."""
_WISH = re.compile("[如倘假若]")
"""A character of every such word."""


def is_denied(state: State, start: int, end: int, name: str) -> bool:
    """Whether the last clause of `start:end` (clean offsets) says that the thing of that name is
    not so, or is no more."""
    text, opening = state.text, state.sentence.start
    if _ENDED.match(text, end, state.sentence.end) or _is_lesson(state, start, end):
        return True
    said = text[opening:end]
    wished = _WISH.search(said) and _IF.search(said)
    if wished or any(map(bars, state.sentence.section[-1:])):
        return True
    begin = opening + 1 + max(map(said[:-1].rfind, _STOPS))
    clause = text[begin:end]
    if text.endswith(_LONG_AGO, opening, begin) or _ONCE.search(clause) or _LACKING.search(clause):
        return True
    denied = _DENIED.search(clause) if _HINT.search(clause) else None
    return denied is not None and (bool(_DENIED.search(name)) or _holds(clause, denied, name))


def _is_lesson(state: State, start: int, end: int) -> bool:
    """学习借鉴合肥打造X集群的经验: whether the thing is what others are learnt from for."""
    if not _LESSON.match(state.text, end, state.sentence.end):
        return False
    begin, _ = state.clause(start)
    learnt = _LEARNT.search(state.text, begin, end)
    return learnt is not None and "推广" not in state.text[begin:end]


@lru_cache(1024)
def bars(heading: str) -> bool:
    """Whether all that a heading names is to go (淘汰落后产能, no 淘汰落后产能，培育新兴产业)."""
    if _BARRED.search(heading) is None:
        return False
    parts = [p for p in _HEADED.split(_NUMBERED.sub("", heading)) if p]
    return all(_BARRED.search(p) and not _MENDED.search(p) for p in parts)


def _holds(clause: str, denied: re.Match[str], name: str) -> bool:
    """Whether a denial is said of what the clause builds, and of no thing on the way."""
    if _BUILDS.search(clause, 0, denied.start()):
        return False  # 打造国内没有、世界领先的X
    if denied["always"]:
        return True
    after = clause[denied.end() :]
    built = _BUILDS.search(after)
    if denied["noun"]:
        return built is None  # 关停小化工后建设X
    if denied[0] in _STOPPED and "的" in after[: built.start() if built else 0]:
        return False  # 在停止运营的旧厂区建设X
    if denied[0] in _PREVENTED and name[:2] not in after:
        return False  # 避免同质化竞争发展X
    return built is None or _BUILDS.search(after, built.end()) is None
