"""Patterns with a carrier that brings its place: 建设X产业园, 支持X集群、Y基地发展, X Y产业."""

from __future__ import annotations

import re
from dataclasses import replace

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.labels import with_step
from layers.extract.places.entities import Entity, Group, Item, Verb, uncounted
from layers.extract.sentences.drafting import GENERIC, MODELS, body, draft
from layers.extract.sentences.objects import PLANS, inside
from layers.extract.sentences.pairs import bracketed, paired, sole
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import EQUATING, INTENDED, own_status

_WIDE = frozenset(("先进制造业", "制造业", "先进制造", "优势", "特色"))
"""What clusters are for that are anywhere in the issuer's own land."""
_SPECIAL = ("zone", "line", "enterprise", "institution")
_AWAY = ("从", "由", "对", "向", "至")
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
_MADE = ("为", "是", "成为")
_YIELD = re.compile(
    r"(?:规上|规模以上|全年|累计|预计|实现|完成|已|的|[\d年月])*(?:工业|经济|园区|企业|总|主营业务|技工贸|年)*"
    r"(?:总?产值|收入|税收|增加值|利润)[^，,。；\d]{0,8}\d"
)
"""What a zone puts out."""
_RANKED = re.compile(r"首个|唯一|第[一二三四五六七八九十\d]+|\d(?:多|余)?[万亿]?元")
"""Words of a zone's rank, not of its name (成为玉林首个300亿元园区)."""
_IDLE = ("位于", "从", "由", "对", "向", "至", "与", "是", "为", "在", "按照", "通过")
_FIRM = re.compile(r"(?:^|[、和与及设进快持动成])(?P<firm>[\u4e00-\u9fffA-Za-z]{2,7})$")
_SHARED = re.compile(r".(?:\d+|[两二三四五六七八九十]+)(?:个|大|家)(.+)$")
_COUNT = re.compile(r"(?:\d+|[两二三四五六七八九十]+)(?:个|大(?!数据)|家)")
_HANDED = re.compile(
    r"(?:等(?:地|市|县|区)?(?:一批|县域|特色|优势|主导|传统|重点)*|(?=\d|[一二两三四五六七八九十]))"
    r"(?:\d+个|[一二两三四五六七八九十]+[个大])?(?:特色|优势)*$"
)


def own(state: State, group: Group, verb: Verb | None, rest: list[Item]) -> None:
    """Every place of the group with its own carrier, or with that of the next in the list."""
    if verb is not None and verb.word == "至" and len(group.entities) > 1:
        group, verb = Group(group.entities[1:]), None  # 宜春至遂川高速公路、赣州…基地
    if verb is not None and verb.word in _AWAY:
        return
    if verb is not None and verb.word in _MADE and _is_title(state, group):
        return  # 确定A、B等集群为湖南省特色产业集群
    tail = next((i for i in rest if isinstance(i, Verb) and i.classes != lex.OF), None)
    if bracketed(state, group):
        return
    if _is_joint(group):
        _joint(state, group, verb, tail)
        return
    grows = tail is not None and bool(tail.classes & lex.GROW)
    plain = Group([e for e in group.entities if e.carrier is None])
    last = group.entities[-1].carrier is None
    if last and paired(state, plain, verb, verb is not None or grows):
        group = Group([e for e in group.entities if e.carrier is not None])
    for number, entity in enumerate(group.entities):
        place = entity.places[0] if entity.places else None
        if place is not None and place.level in ("enterprise", "institution"):
            body(state, entity, group)
            continue
        bearer = _bearer(group, number)
        special = place is not None and place.level in _SPECIAL
        if (bearer is not None or special) and _shares(state, entity, bearer):
            _own(state, entity, bearer or entity, group, verb, tail, rest)


def _is_title(state: State, group: Group) -> bool:
    """Whether what stands behind 为 is a rank of the issuer's, not a place of its own."""
    kinds = {state.kind_of(e) for e in group.entities}
    return "zone" not in kinds and all(map(state.is_home, group.entities))


def _bearer(group: Group, number: int) -> Entity | None:
    """The entity whose carrier a place of the list bears: its own, or the next; where a count
    closes the list (湘江新区、株洲渌口2个装备制造产业集聚区), that of the last."""
    entity, last = group.entities[number], group.entities[-1]
    counted = last.carrier is not None and _COUNT.search(last.extra) is not None
    in_name = entity.carrier is not None and entity.carrier.end <= entity.end
    if counted and in_name:
        return last
    return next((e for e in group.entities[number:] if e.carrier is not None), None)


def _is_joint(group: Group) -> bool:
    """南通市、泰州市海工装备集群: cities by their full names before one cluster, which is theirs
    together."""
    last = group.entities[-1]
    return (
        len(group.entities) > 1
        and last.carrier is not None
        and last.carrier.word.endswith("集群")
        and uncounted(last.extra) == last.extra
        and all(e.name.endswith("市") and e.carrier is None for e in group.entities[:-1])
        and last.name.endswith("市")
    )


def _joint(state: State, group: Group, verb: Verb | None, tail: Verb | None) -> None:
    last = group.entities[-1]
    extra, carrier = last.extra, last.carrier
    if carrier is None:
        return
    name = state.text[group.start : last.end]
    places = tuple(p for e in group.entities for p in e.places)
    whole = Entity(group.start, last.end, name, places, last.stop, extra, carrier, explicit=True)
    products = focus(extra)
    if products:
        when = own_status(state, verb, tail, "cluster", group.start)
        phrase = extra + carrier.word
        draft(state, whole, "cluster", when, products, group.start, group.end, phrase)


def _shares(state: State, entity: Entity, bearer: Entity | None) -> bool:
    """洛阳、新乡、安阳3家高新区 and 苏州生物医药、无锡物联网产业集群 share their carrier;
    a place with other words behind it does not, unless 等 hands the carrier to the whole list
    (杭州大江东、湖州南太湖等产业集聚区)."""
    if bearer is None or bearer is entity or not entity.extra or _HANDED.search(bearer.extra):
        return True
    return uncounted(bearer.extra) == "" or bool(state.industrial(focus(entity.extra)))


def _own(
    state: State,
    entity: Entity,
    bearer: Entity,
    group: Group,
    verb: Verb | None,
    tail: Verb | None,
    rest: list[Item],
) -> None:
    carrier = bearer.carrier
    mixed = bool(_HANDED.search(bearer.extra)) and any(e.extra for e in group.entities[:-1])
    extra = _words(entity, bearer, mixed)
    if mixed and not extra and state.kind_of(bearer) in ("base", "cluster"):
        extra = _next_words(entity, group)
    if mixed and bearer is not entity:
        entity = replace(entity, name=state.text[entity.start : entity.stop])
    line = bool(entity.places) and entity.places[0].level == "line"
    kind = state.kind_of(bearer, "corridor" if line else "zone")
    products = sole(extra) or focus(uncounted(extra)) or inside(state, carrier)
    products = products or _in_name(state, entity)
    products = with_step(products, extra, carrier.word) if carrier else products
    if kind in ("zone", "corridor"):
        products = state.industrial(products) or inside(state, carrier)
    aside = state.text[group.end : group.end + 1] in ("）", ")")
    if (
        _is_model(state, bearer, products)
        or GENERIC.search(extra)
        or (not aside and _of_something(state, rest, products))
    ):
        return
    if kind == "base" and not products and _is_seated(state, entity, verb):
        draft(state, entity, kind, "planned", (), group.start, group.end)
        state.mine[-1].basis, state.mine[-1].note = "inferred", entity.places[0].note
        return
    last = entity is group.entities[-1]
    in_list = len(group.entities) > 1 and carrier is not None
    listed = bearer is not entity or (in_list and (last or _closes(state, entity)))
    if not _weighty(state, kind, products, verb, tail, entity, listed, group.end):
        return
    products = products or _named(state, _firm(state, entity, verb))
    end = max(group.end, tail.end if tail and tail.classes & lex.GROW else 0)
    begin = verb.start if verb is not None and verb.end == group.start else group.start
    phrase = extra + carrier.word if carrier else ""
    counted = uncounted(extra) != extra
    when = own_status(state, verb, tail, kind, group.start)
    draft(state, entity, kind, when, products, begin, end, phrase, counted=counted)


def _is_model(state: State, bearer: Entity, products: tuple[str, ...]) -> bool:
    """Whether the carrier is a model of something that is no industry (鄂东转型发展示范区), or a
    rank and no name."""
    if bearer.carrier is None or bearer.carrier.end <= bearer.end:
        return False
    if _RANKED.search(bearer.extra):
        return True
    named = state.industrial(products) or not products
    return bearer.carrier.word.endswith(MODELS) and not named


def _in_name(state: State, entity: Entity) -> tuple[str, ...]:
    """古雷石化基地: the industry in a name that the gazetteer knows as a whole."""
    if not entity.name.endswith("基地") or not any(p.level == "zone" for p in entity.places):
        return ()
    return _named(state, entity.name)


def _named(state: State, words: str) -> tuple[str, ...]:
    """The industries that the words name."""
    return tuple(words[a:b] for a, b, _ in state.page.taxonomy.find(words))


def _is_seated(state: State, entity: Entity, verb: Verb | None) -> bool:
    """推进波音737完工和交付中心项目: a base without a place in its name, whose seat the gazetteer
    knows, under an industry of the plan and a verb that moves it."""
    moved = verb is not None and bool(verb.classes & lex.HELP) and verb.word not in _IDLE
    known = [p for p in entity.places if p.level == "zone" and p.name == entity.name]
    placed = state.page.resolver.named_in(entity.name) is not None
    return moved and bool(known) and not placed and state.governed()


def _words(entity: Entity, bearer: Entity, mixed: bool) -> str:
    """What the carrier is for: the place's own words, or those that the list shares
    (绍兴纺织、诸暨金属2个新材料产业集聚区: 新材料产业)."""
    shared = _SHARED.search(bearer.extra)
    if shared is not None:
        return shared[1]
    if bearer is not entity and mixed:
        return entity.extra
    return entity.extra if bearer is not entity and entity.extra else bearer.extra


def _next_words(entity: Entity, group: Group) -> str:
    """西安、咸阳半导体、宝鸡钛合金等产业集群: a place without words has those of the next."""
    return next((e.extra for e in group.entities if e.start > entity.start and e.extra), "")


def _is_wide(entity: Entity, products: tuple[str, ...]) -> bool:
    """Whether the carriers are those all over a province (上海产业园区, 河南省先进制造业集群)."""
    if products:
        return set(products) <= _WIDE
    return entity.places[0].level == "province" and not entity.extra


def _firm(state: State, entity: Entity, verb: Verb | None) -> str:
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


def _closes(state: State, entity: Entity) -> bool:
    """Whether the name ends with its carrier: a joint, a verb or the clause's end follows."""
    after = state.text[entity.stop : entity.stop + 2]
    return not after or after[0] in _CLOSING or after in _VERBS_BEHIND


def _of_something(state: State, rest: list[Item], products: tuple[str, ...]) -> bool:
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


def _weighty(
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
    wide = "town" if state.home.level == "province" else "city_role"
    plans = kind in ("city_role", wide) or PLANS.match(state.text, entity.stop)
    if state.is_home(entity) and (plans or _is_wide(entity, products)):
        return False  # 河南省食品产业集群培育行动, 上海产业园区布局
    if products or (kind == "zone" and _YIELD.match(state.text, group_end)):
        return True
    named = entity.carrier is not None or entity.name.endswith("区")
    if kind == "zone" and not listed and not (named and _closes(state, entity)):
        return False  # 洛阳, 洛阳高新区建设规划, 钦州港区散货码头
    if kind in ("city_role", "town", "cluster") or (
        kind == "base" and not _firm(state, entity, verb)
    ):
        return False
    moved = (
        verb is not None
        and bool(verb.classes & (lex.BUILD | lex.HELP | lex.FOCUS))
        and verb.word not in _IDLE
        and state.text[entity.start - 1] != "的"
    )
    defined = kind == "corridor" and tail is not None and tail.word in EQUATING
    return moved or defined or (tail is not None and _moves(tail, listed))
