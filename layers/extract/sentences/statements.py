"""Whether a carrier with its place states anything: no rank, no model, no mere mention."""

from __future__ import annotations

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Item, Verb
from layers.extract.sentences.drafting import MODELS, WAY
from layers.extract.sentences.objects import PLANS
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import EQUATING, INTENDED

_WIDE = frozenset(
    ("先进制造业", "制造业", "先进制造", "优势", "特色", "农产品", "农畜产品", "林果")
)
"""What clusters are for that are anywhere in the issuer's own land."""
_CLOSING = frozenset(' 、，。；：,;:\n和与及等的（(）)”"以将为是一在')
_VERBS_BEHIND = (
    "建设",
    "发展",
    "加快",
    "开发",
    "提质",
    "扩区",
    "入选",
    "获批",
    "晋升",
    "打造",
    "融合",
    "联动",
    "升级",
)
_YIELD = compiled(
    r"(?:等|重点|\d+[个家]|规上|规模以上|全年|累计|预计|实现|完成|已|的|[\d年月])*(?:工业|经济|园区|企业|总|主营业务|技工贸|年)*"
    r"(?:总?产值|收入|税收|增加值|利润)[^，,。；\d]{0,8}\d"
)
"""What a zone puts out."""
_RANKED = compiled(r"^共有?\d|首个|唯一|第[一二三四五六七八九十\d]+|\d(?:多|余)?[万亿]?元")
"""Words of a zone's rank, not of its name (成为玉林首个300亿元园区, 泉州共有11个集群)."""
_NUMBERED = compiled(r"(?:\d+|[两三四五六七八九十]+)(?:个|大$)")
"""How many carriers of a rank the issuer has (认定7个先进制造业集群)."""
_FIRMS = "企业"
"""What ranks of clusters name by the size of their members (中小企业特色产业集群)."""
_OF_INDUSTRIES = ("city_role", "town", "cluster")
"""Kinds that say nothing without an industry."""
IDLE = ("位于", "从", "由", "对", "向", "至", "与", "是", "为", "在", "按照", "通过")
_FIRM = compiled(r"(?:^|[、和与及设进快持动成])(?P<firm>[\u4e00-\u9fffA-Za-z]{2,7})$")


def is_model(state: State, bearer: Entity, products: tuple[str, ...]) -> bool:
    """Whether the carrier is a model of something that is no industry (鄂东转型发展示范区), or a
    rank and no name."""
    if bearer.carrier is None or bearer.carrier.end <= bearer.end:
        return False
    if _RANKED.search(bearer.extra):
        return True
    named = state.industrial(products) or not products
    if bearer.carrier.word == WAY:
        return not state.industrial(products)
    return bearer.carrier.word.endswith(MODELS) and not named


def _is_wide(entity: Entity, products: tuple[str, ...]) -> bool:
    """Whether the carriers are those all over a province (上海产业园区, 河南省先进制造业集群)."""
    if products:
        return set(products) <= _WIDE or products[0].endswith(_FIRMS)
    return entity.places[0].level == "province" and not entity.extra


def firm(state: State, entity: Entity, verb: Verb | None) -> str:
    """广汽传祺 of 广汽传祺宜昌基地: a name that is none of the reader's right before the place."""
    if entity.carrier is None or entity.carrier.word != "基地" or entity.extra:
        return ""
    if verb is not None and verb.end == entity.start:
        return ""
    clause = next((start for start, end, _ in state.read if start <= entity.start < end), 0)
    before = _FIRM.search(state.text[max(clause, entity.start - 8) : entity.start])
    return before["firm"] if before and not INTENDED.search(before["firm"]) else ""


def _moves(tail: Verb, listed: bool) -> bool:
    built = tail.word.startswith("加快") or (listed and tail.word.endswith("建设"))
    return bool(tail.classes & lex.LISTED) or built


def closes(state: State, entity: Entity) -> bool:
    """Whether the name ends with its carrier: a joint, a verb or the clause's end follows."""
    after = state.text[entity.stop : entity.stop + 2]
    return not after or after[0] in _CLOSING or after in _VERBS_BEHIND


def qualifies(state: State, rest: list[Item], products: tuple[str, ...]) -> bool:
    """洛阳新区的优势, X工业园的驻地: the zone only qualifies another word."""
    if (
        products
        or not rest
        or state.text.startswith("的基础", rest[0].start)
        or not isinstance(rest[0], Verb)
        or rest[0].classes != lex.OF
    ):
        return False
    after = rest[1] if len(rest) > 1 else None
    return not (isinstance(after, Verb) and after.classes & lex.GROW)


def weighty(
    state: State,
    kind: str,
    products: tuple[str, ...],
    verb: Verb | None,
    tail: Verb | None,
    entity: Entity,
    listed: bool,
    group_end: int,
) -> bool:
    """Whether a carrier with a place says anything: an industry, or a verb that moves it."""
    if kind == "institution":
        return any(state.page.taxonomy.knows(p) for p in products)
    if state.is_home(entity) and _is_anywhere(state, kind, entity, products):
        return False  # 河南省食品产业集群培育行动, 上海产业园区布局
    if products or (kind == "zone" and _YIELD.match(state.text, group_end)):
        return True
    if kind in _OF_INDUSTRIES or (kind == "base" and not firm(state, entity, verb)):
        return False
    if kind == "zone" and not listed and not _is_whole(state, entity):
        return False  # 洛阳, 洛阳高新区建设规划, 钦州港区散货码头
    defined = kind == "corridor" and tail is not None and tail.word in EQUATING
    moved = _is_moved(state, entity, verb) or (tail is not None and _moves(tail, listed))
    return moved or defined


_EACH_OF = ("批", "各", "每个", "全部")
"""What stands before a class of zones that bears the issuer's name (首批四川省…园区)."""


def _is_anywhere(state: State, kind: str, entity: Entity, products: tuple[str, ...]) -> bool:
    """Whether the carrier is no place of its own in the issuer's land: a role, a plan, those all
    over it."""
    roles = ("city_role", "town") if state.home.level == "province" else ("city_role",)
    plans = kind in roles or PLANS.match(state.text, entity.stop) is not None
    if kind == "zone" and state.text.endswith(_EACH_OF, state.sentence.start, entity.start):
        return True
    return plans or _NUMBERED.search(entity.extra) is not None or _is_wide(entity, products)


def _is_whole(state: State, entity: Entity) -> bool:
    """Whether the words are a zone's name from end to end."""
    named = entity.carrier is not None or entity.name.endswith("区")
    return named and closes(state, entity)


def _is_moved(state: State, entity: Entity, verb: Verb | None) -> bool:
    """Whether the verb before builds the zone, and it qualifies no other word."""
    moving = verb is not None and bool(verb.classes & (lex.BUILD | lex.HELP | lex.FOCUS))
    at_work = moving and verb is not None and verb.word not in IDLE
    return at_work and state.text[entity.start - 1] != "的"
