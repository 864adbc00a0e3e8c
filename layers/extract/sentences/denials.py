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
    r"(?P<always>曾经?[是为有以]|曾经的|(?<![太固开中平三五武高草])原本?[是为](?=[^，,。；]{0,20}(?:基地|之乡|之都|集群|园区?)$)|反对|放弃|暂缓|打破|改变(?=[^，,。；]{2,30}(?:局面|状况|格局)))"
    r"|(?P<verbal>不再|原则上不|不在(?=[^，,。；]{1,20}(?:新建|布局|建设|发展))|不(?:支持|允许|鼓励|准(?!确))|不得(?![不少低高超])|不宜|暂不|不予|不纳入|不列入|不属于|不是|并非|不具|不(?:新?建|发展|布局|设)"
    r"|禁止|严禁|限制(?![的性]|开发|因素)(?=[^，,。；]{0,24}?(?:发展|新建|布局|建设|扩))|停止|暂停|避免|防止"
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
    r"|整合搬迁|不符合|未(?:能落地|通过|获批|按)|被(?:责令|通报|处罚|查处|立案)|(?:党工委|工委|管委会|管理委员会)(?:副|委员|党组)*(?:主任|书记|局长|成员)|改建?为|转为|搬迁至)"
)
"""What stands behind a thing that is no more."""
_ONCE = re.compile(
    "历史上|解放前|新中国成立前|" + each("民国 明清 清代", "(?:时期|年间)") + "|古时"
)
_LONG_AGO = ("历史上，", "历史上,", "解放前，", "解放前,", "新中国成立前，", "古时，")
_STOPS = "，,。；;：:"
_BEFALLEN = re.compile(
    r"受灾|受[冻淹涝损](?!坏)|绝收|减产|倒伏|考核不合格|摘牌|未通过(?:验收|复核|考核|评估)|病虫|虫害|枯竭(?![型城地市])|(?<!再)萎缩|(?:走向|逐[步渐]|日[益渐])?(?:衰[退落]|没落)(?![型城地市])"
    r"|发生[^，,。；;]{0,16}(?:事故|火灾|灾害|灾情|洪[水涝]|地震|疫情|虫)|停工停产|[因全][^，,。；;]{0,12}停产"
)
"""What a place suffers, which says of no industry that it is to be there."""
_MENDS = re.compile("防[治灾控止范御]|监测|减灾|装备|设备|保险|转型|替代|接续|恢复|振兴")
"""What makes a business of it, or is done about it."""
_LEAVES = re.compile(
    r"(?:企业|公司|集团)[^，,。；;]{0,4}(?:到|赴|去|前往)[^，,。；;]{2,14}?(?:建|设立|投资|布局|打造|发展)"
)
"""支持X企业到Y建设生产基地: what X's firms build is none of X's."""
_ERA = re.compile(
    r"(?:(?:20|二十|上个?)世纪[^，,。；;]{1,4}年代[初中末前后]?期?|计划经济(?:时期|时代))[，,]?$"
)
"""20世纪80年代，X是…基地: what was so then."""
_WAS = re.compile(r"是|为(?!主)|有")
_TELLS = re.compile("[灾冻淹涝损绝倒伏虫枯萎衰没摘病]|考核|未通过|减产|发生|停[工产]|年代|时期")
"""What every sentence of such matters holds."""
_GOES = re.compile("[到赴去]|前往")
_LEARNT = re.compile(r"(?:学习|借鉴|参照|参考|复制)")
_LESSON = re.compile(r"[^，,。；]{0,8}的?(?:先进|成功|有益|好)*(?:经验|做法|模式|案例)")
"""借鉴合肥打造X集群的经验: what others have done."""
_LACKING = re.compile(r"的[^，,的]{2,8}(?:较弱|薄弱|受限|不足|滞后|缺乏|不够|不强|欠缺|短缺)$")
"""发展大健康产业的基础较弱: what is wanted for it."""
_IF = re.compile(r"(?:^|[，,；;：:])(?:如果(?!说)|倘若|假如|若(?![干羌尔]))")
"""What makes a wish of all that follows in the sentence."""
_WISH = re.compile("[如倘假若]")
"""A character of every such word."""
_URGED = re.compile(
    r"(?:代表|委员|市民|网友|群众)们?(?:提出|来信)?的?(?:建议|提议|呼吁)(?!的?办理)"
)
_MOTION = re.compile(r"[^，,。；;]{0,4}的(?:提案|议案|建议)(?!书)")
"""有代表建议建设X, 建设X的提案: what somebody asks for."""


def is_denied(state: State, start: int, end: int, name: str) -> bool:
    """Whether the last clause of `start:end` (clean offsets) says that the thing of that name is
    not so, or is no more."""
    text, opening = state.text, state.sentence.start
    if _ENDED.match(text, end, state.sentence.end) or _is_lesson(state, start, end):
        return True
    said = text[opening:end]
    wished = (_WISH.search(said) and _IF.search(said)) or _is_asked(state, said, end)
    if wished or any(map(bars, state.sentence.section[-1:])):
        return True
    begin = opening + 1 + max(map(said[:-1].rfind, _STOPS))
    clause = text[begin:end]
    if text.endswith(_LONG_AGO, opening, begin) or _ONCE.search(clause) or _LACKING.search(clause):
        return True
    if _is_past(state, begin, end, name):
        return True
    denied = _DENIED.search(clause) if _HINT.search(clause) else None
    return denied is not None and (bool(_DENIED.search(name)) or _holds(clause, denied, name))


def _is_asked(state: State, said: str, end: int) -> bool:
    """Whether a thing is only what a deputy or a motion asks for."""
    if "议" in said and _URGED.search(said):
        return True
    return _MOTION.match(state.text, end, state.sentence.end) is not None


@lru_cache(64)  # every draft of a sentence asks it
def _tells(sentence: str) -> bool:
    return _TELLS.search(sentence) is not None


def _is_past(state: State, begin: int, end: int, name: str) -> bool:
    """Whether a clause, of which the draft reads up to `end`, tells what was once (20世纪80年代，
    X是自行车基地), what befell an industry (X县蔬菜受灾), or what firms build elsewhere."""
    text = state.text
    left = _LEAVES.search(text, begin, end) if _GOES.search(text, begin, end) else None
    if left is not None and 0 <= text.find(name[:2], begin, end) < left.start():
        return True
    if not _tells(state.whole):
        return False
    if _ERA.search(text, max(state.sentence.start, begin - 20), begin) and _WAS.search(
        text, begin, end
    ):
        return True
    last = state.clause(begin)[1]
    befell = _BEFALLEN.search(text, begin, max(last, end))
    if befell is None:
        return False
    return not (_BUILDS.search(text, begin, last) or _MENDS.search(text, begin, last))


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
