"""Whether a claim's thing stands or is intended: it follows the verb."""

from __future__ import annotations

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import Verb
from layers.extract.sentences.state import State
from layers.records import Kind, Status

_ALREADY = compiled(r"已|目前|近年来|初步形成|成功|[^上]了(?!解)")
INTENDED = compiled(
    r"力争|到20\d\d年|努力|将|加快|继续|规划|争取|支持|推动|着力|积极|谋划|逐步|全力|大力"
    r"|重点|扎实|促进|加速|培育"
)
_AIMS = compiled(r"[^，,。]{0,16}(?:目标|任务)[：:]|[^，,。]{0,8}到20\d\d年[，,]")
"""How a paragraph of aims opens."""
AIM = compiled(r"力争|到20\d\d年|努力|将|争取|规划|谋划|(?<![主重首])要(?!素)|目标")
"""What governs the rest of its sentence, while 加快 and 支持 govern their clause."""
_NEUTRAL = (
    *("拥有", "建有", "涌现出", "建成", "新建成", "形成", "成为", "发展成为", "培育形成"),
    *("是", "基本建成", "构成"),
)
_OLD = compiled(r"老(?:工业|矿|林|油)(?:基地|区|城市?)$")
"""What stands, whatever is to be made of it (振兴老工业基地)."""
_MADE_OF = compiled(r"(?:^|[，,])(?:要|就是要)?把[^，,]+$")
"""把X建成Y: what a place is to be made."""
_LAID = compiled(r"以[^，,]{2,60}?为(?:主体|核心|重点|龙头|中心|支撑|依托)$")
"""以A、B为主体形成X: what a layout is to bring about."""
CALLED = ("被誉为", "素有", "享有", "被称为", "誉为", "荣膺", "荣获")
"""Verbs that give a place a name."""
_AIMED = compiled(rf"{INTENDED.pattern}|形成|打造|建设|构建")
_PERFECT = compiled(r"了(?!解|却)")
_DONE_BEFORE = compiled(r"(?:已经?|先后|相继|陆续|初步)(?:引进)?$")
"""What makes a building verb tell of what is done."""
_BEGINNING = ("规划", "谋划", "启动", "推进", "大力推进", "实施", "布局", "发展")
"""Building verbs that end with nothing built, done or not."""
_SEATING = ("位于", "坐落在", "坐落于")
_GRANTED = ("授予", "被", "获评", "入选", "获批", "荣获", "成功", "认定为", "评定为", "荣膺")
_SITTING = ("在", "走进", "来到", "走入", "步入", *_SEATING)
"""Verbs whose place is there already: 在X园区，…."""
WISHED = compiled(r"争[取创]|力争|申报|努力|推动|积极|确保|支持|将|(?<![主重首])要(?!素)|目标")
_PLANS = compiled(r"规划|建设|拟建|打造|布局")
_DONE = (
    *("初步形成", "基本形成", "已形成", "已初步形成"),
    *("建成", "投产", "投运", "建设完成", "基本建成", "全面建成", "全面投产"),
)
_REACHED = ("实现", "完成", "达到")
"""What a zone has attained: its output, its jobs."""
_BUILDING = ("建设", "在建", "拟建")
_GROWING = ("发展", "壮大", "升级", "提质", "增效", "扩容提质")
_UNDER_WAY = ("逐步", "持续", "加快", "加速", "扩大", "进一步", "提升", "加快发展", "加快壮大")
_LARGER = compiled(r"(?:规模|产值|影响力|竞争力|实力|优势|能级)(?:不断)?$")
_BUILDS = compiled(
    r"(?<!获批)(?<!获准)(?:建设|打造|布局|规划|培育|构建|构筑)(?!成效|取得|进展|不断|持续|水平|步伐)"
    r"(?:[^，,]*(?:[，,][^，,。；]{2,40}(?:基地|中心|[带园区廊群城谷镇])){0,9}"
    r"[，,](?:[^，,。；]*[、和与及])?|[^，,：:]{0,8}[：:])$"
)
_ANNOUNCED = compiled(
    r"(?:[一二两三四五六七八九十]|\d{1,2})[大个]?(?:园区?|区|小?镇|基地|带|片区?|板块|中心)[”\"]?[：:]"
)
"""A number before the list of what it counts."""
EQUATING = ("是", "为", "即", "分别是", "分别为", "包括", "包含", "涵盖")
_STANDING = (
    "认定",
    "支持",
    "依托",
    "以",
    "壮大",
    "做强",
    "建强",
    "做大",
    "大力发展",
    "发展壮大",
    "做大做强",
    "发展",
    "提升",
    "提升发展",
    "改造提升",
    "巩固",
    "巩固提升",
    "巩固发展",
    "巩固壮大",
)

_RAISED = ("做强", "建强", "做大做强")
"""Verbs that make more of a base, zone or belt than it is; of a cluster they say that it stands."""


def status(state: State, verb: Verb | None, end: int) -> Status:
    """Of what a verb builds: planned, unless the sentence says that it stands."""
    word = verb.word if verb else ""
    old = _OLD.search(state.text, state.sentence.start, end)
    if old or word.startswith(("已", "初步")) or (verb is not None and _is_told(state, verb, end)):
        return "existing"
    if word not in _NEUTRAL and not word.startswith(CALLED):
        return "planned"
    before = state.text[state.sentence.start : verb.start if verb else end]
    clause = before[max(before.rfind("，"), before.rfind(",")) + 1 :]
    if INTENDED.search(clause) and not _ALREADY.search(clause):
        return "planned"
    if (_MADE_OF.search(clause) or _LAID.match(clause)) and not _ALREADY.search(clause):
        return "planned"
    if _ALREADY.search(before):
        return "existing"
    aimed = AIM.search(before) or word == "基本建成" or _among_aims(state)
    return "planned" if aimed else "existing"


def _is_told(state: State, verb: Verb, end: int) -> bool:
    """构建了X, 被评为X, 位于A的X: what is done, granted or seated stands."""
    if verb.word.endswith("了") or _PERFECT.match(state.text, verb.end):
        return "规划" not in verb.word
    done = _DONE_BEFORE.search(state.text, state.sentence.start, verb.start)
    builds = verb.classes & lex.BUILD and not verb.word.startswith(_BEGINNING)
    if done and builds and not WISHED.search(_clause(state, verb)):
        return True
    if verb.word in _SEATING:
        return not _PLANS.search(state.text, verb.end, min(end + 6, state.sentence.end))
    granted = bool(verb.classes & lex.LISTED) and verb.word.startswith(_GRANTED)
    return granted and not WISHED.search(state.text, state.sentence.start, verb.start)


def _clause(state: State, verb: Verb) -> str:
    """The words of the verb's clause before it."""
    before = state.text[state.sentence.start : verb.start]
    return before[max(before.rfind("，"), before.rfind(","), before.rfind("；")) + 1 :]


def _among_aims(state: State) -> bool:
    """Whether the paragraph sets aims: 主要目标：到2020年, …。培育企业5家，成为X高地。"""
    plan = state.page.plan
    start, end = plan.paragraphs[state.sentence.paragraph]
    title = state.sentence.section[-1] if state.sentence.section else ""
    return title.endswith("目标") or _AIMS.match(plan.clean, start, end) is not None


def own_status(state: State, verb: Verb | None, tail: Verb | None, kind: str, start: int) -> Status:
    """Of a carrier with its own place: 支持X集群发展 stands, 建设X产业园 and 加快X建设 do not."""
    if tail is not None and tail.classes & lex.OWN:
        tail = None  # X产业集群占全省比重
    if tail is not None and tail.classes & lex.LISTED:
        return "planned" if WISHED.search(_clause(state, tail)) else "existing"
    if tail is not None and tail.word in _REACHED and kind == "zone":
        return "planned" if AIM.search(_clause(state, tail)) else "existing"
    return _told(state, verb, tail, kind, start)


def _told(state: State, verb: Verb | None, tail: Verb | None, kind: str, start: int) -> Status:
    if tail is not None and tail.word.startswith(_DONE):
        return "existing"
    if tail is not None and tail.word.endswith(_BUILDING):
        return "planned"
    if verb is not None and _is_done(state, verb):
        return "existing"
    if verb is not None and _raises(verb, kind):
        return "planned"
    if verb is not None and (verb.word in _STANDING or verb.word.startswith("带动")):
        return "existing"
    if verb is not None and verb.word in EQUATING and not _AIMED.search(state.whole):
        return "existing"
    if (
        verb is None
        and tail is not None
        and (
            tail.word in EQUATING
            or _grows(tail, kind)
            or _LARGER.search(state.text, start, tail.start)
        )
    ):
        return "existing"
    if verb is None and tail is None and (_goes_on(state, start) or _is_aimed(state, start)):
        return "planned"
    if verb is None and (tail is None or _ALREADY.search(state.whole)):
        return "existing"
    return "planned"


def _raises(verb: Verb, kind: str) -> bool:
    """发展X产业园, 做强X产业带: what a verb makes more of than it is."""
    return (verb.word in _RAISED and kind != "cluster") or (
        verb.word.endswith("发展") and kind == "zone"
    )


def _is_done(state: State, verb: Verb) -> bool:
    """目前已建成X产业带, 建成了X基地."""
    if verb.word.startswith("已") or _is_told(state, verb, verb.end):
        return True
    clause = _clause(state, verb)
    if verb.word in _SITTING and not INTENDED.search(clause):
        return not AIM.search(state.text, state.sentence.start, verb.start)
    if verb.word in ("建成", "新建成") and not INTENDED.search(clause):
        return status(state, verb, verb.end) == "existing"
    return verb.word in _NEUTRAL and _ALREADY.search(clause) is not None


def _grows(tail: Verb, kind: str) -> bool:
    """X产业集群逐步壮大: what stands grows by itself."""
    return tail.word.endswith(_GROWING) or (kind == "cluster" and tail.word in _UNDER_WAY)


def _goes_on(state: State, start: int) -> bool:
    """建设X产业园，Y基地; 拟培育：X集群: a clause without a verb has that of the one before."""
    before = state.text[state.sentence.start : start]
    return bool(_BUILDS.search(before)) and not _ALREADY.search(before)


def _is_aimed(state: State, start: int) -> bool:
    """到2025年，…五基地：A、B: what a number announces in a paragraph of aims."""
    announced = _ANNOUNCED.search(state.text, state.sentence.start, start)
    return announced is not None and _among_aims(state)


def kind_for(kind: str, when: Status) -> Kind:
    """The claim's kind: a cluster that is planned is an agglomeration area.

    >>> kind_for("cluster", "existing"), kind_for("cluster", "planned")
    ('cluster_current', 'agglomeration_area')
    """
    if kind == "cluster":
        return "cluster_current" if when == "existing" else "agglomeration_area"
    return kind  # type: ignore[return-value]  # the lexicon's test holds the kinds to the contract
