"""Patterns with a carrier that brings its place: 建设X产业园, 支持X集群、Y基地发展, X Y产业."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from layers.extract import lexicon as lex
from layers.extract.industries import focus, labelled
from layers.extract.labels import with_step
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Verb, uncounted
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import has_ending
from layers.extract.places.townships import without_town
from layers.extract.sentences.drafting import GENERIC, body, draft
from layers.extract.sentences.objects import goods, is_share
from layers.extract.sentences.pairs import bracketed, branded, paired, sized, sole
from layers.extract.sentences.predicates import AIMED, UNSAID, told_of_zone
from layers.extract.sentences.purposes import cored, inside
from layers.extract.sentences.sharing import beside, joined_words, next_words, words_of
from layers.extract.sentences.state import State
from layers.extract.sentences.statements import IDLE, closes, firm, is_model, qualifies, weighty
from layers.extract.sentences.statuses import own_status
from layers.extract.sentences.together import together
from layers.records import Status

_SPECIAL = ("zone", "line", "enterprise", "institution")
_AWAY = ("从", "由", "对", "向", "至")
_JOINS = compiled(r"(?:融入|对接|参与|接轨|协同|服务(?:于)?|配套)$")
"""What is done for a base of the unit above the issuer, and builds none of its own."""
_MADE = ("为", "是", "成为")
_COUNT = re.compile(r"(?:\d+|[两二三四五六七八九十]+)(?:个|大(?!数据)|家)")
_SUBJECT = re.compile(r"(?:其中)?(?P<what>[^，,。；、]{2,16}产业)")
_ASIDE = compiled(r"[（(](?![国省市县]家?级|原)(?P<what>[^（）()\d]{2,16})[）)]")
_EVENT = compiled(r"事故|爆炸|塌陷|棚户区|现场会|召开|安全生产|关闭退出")
_HAVING = compiled(
    r"(?:已经?|现有|现已|共有)(?:[^，,、已]{0,4}?[\d一二两三四五六七八九十]+[处座个条家])?"
)
_HANDED = re.compile(
    r"(?:等(?:地|市|县|区)?(?:一批|县域|特色|优势|主导|传统|重点|新兴|先进|专|单|大|多|道地|地道|品种|[个条])*|(?=\d|[一二两三四五六七八九十]))"
    r"(?:(?:\d+|[一二两三四五六七八九十]+)[个大])?(?:[百千万]亿元?级?)?(?:第[一二三四五六七八九十]批)?(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区|市))?(?:特色|优势|新兴|战略性新兴|先进|产业|农林产品|农畜产品|农产品|林果|产品)*$"
)


def own(state: State, group: Group, verb: Verb | None, rest: list[Item]) -> None:
    """Every place of the group with its own carrier, or with that of the next in the list."""
    if verb is not None and verb.word == "至" and len(group.entities) > 1:
        group, verb = Group(group.entities[1:]), None  # 宜春至遂川高速公路、赣州…基地
    if (verb is not None and verb.word in _AWAY) or _is_event(state, group):
        return
    if _JOINS.search(state.text, state.clause(group.start)[0], group.start):
        return  # 融入绍兴集成电路产业基地建设
    if verb is not None and verb.word in _MADE and _is_title(state, group):
        return  # 确定A、B等集群为湖南省特色产业集群
    tail = next((i for i in rest if isinstance(i, Verb) and _tells(i)), None)
    if bracketed(state, group) or branded(state, group, verb) or sized(state, group, verb):
        return
    if _sectored(state, group, verb):
        return
    if together(state, group, verb, tail):
        return
    grows = tail is not None and bool(tail.classes & lex.GROW)
    plain = Group([e for e in group.entities if e.carrier is None])
    last = group.entities[-1].carrier is None
    if last and paired(state, plain, verb, verb is not None or grows):
        group = Group([e for e in group.entities if e.carrier is not None])
    _each(state, _with_goods(state, group), verb, tail, rest)


def _sectored(state: State, group: Group, verb: Verb | None) -> bool:
    """加快洛阳高新区机器人产业发展: an industry behind zones, which is theirs."""
    if not all(e.places and e.carrier and _is_zone(e) for e in group.entities):
        return False
    clause, stop = state.clause(group.start), group.entities[-1].stop
    if UNSAID.search(state.text, *clause):
        return False  # 印发洛阳高新区机器人产业发展规划
    behind = state.text[stop : clause[1]]
    what, told = told_of_zone(behind)
    products = state.industrial(focus(what))
    if not products or len(products) <= what.count("、"):
        return False
    moved = verb is not None and verb.classes & (lex.HELP | lex.BUILD | lex.FOCUS)
    when: Status = "planned" if moved or AIMED.search(behind[:told]) else "existing"
    for entity in group.entities:
        kind = state.kind_of(entity)
        if kind == "zone" and not state.is_home(entity):
            draft(state, entity, kind, when, products, group.start, stop + told)
    return True


def _tells(verb: Verb) -> bool:
    """Whether a verb behind a carrier says something of it: 全面|投产."""
    return verb.classes != lex.OF and verb.word not in ("全面", "全部", "整体")


def _is_event(state: State, group: Group) -> bool:
    """白山市煤矿发生事故, 召开化工园区现场会: what happened at a place, and nothing it makes."""
    return _EVENT.search(state.text, *state.clause(group.start)) is not None


def _with_goods(state: State, group: Group) -> Group:
    """隆尧方便食品、衡水开发区酒饮料等产业集群: a zone of the list with its goods behind it is what
    the list's other places are; so before a cluster or base (贵安新区算力、黔南磷化工集群)."""
    last = group.entities[-1] if group.entities else None
    if last is None or last.carrier is None:
        return group
    made = state.kind_of(last) in ("cluster", "base") and state.industrial(focus(last.extra))
    if not (made or _HANDED.search(last.extra)):
        return group
    return Group([*map(partial(_as_place, state), group.entities[:-1], group.entities[1:]), last])


def _as_place(state: State, entity: Entity, after: Entity) -> Entity:
    """A zone with its goods as a place with them, like the others of the list."""
    words = "" if entity.extra else goods(state, entity, after)
    if not words:
        return entity
    stop = entity.stop + len(words)
    name = state.text[entity.start : entity.stop]
    return replace(entity, end=entity.stop, name=name, stop=stop, extra=words, carrier=None)


def _each(
    state: State, group: Group, verb: Verb | None, tail: Verb | None, rest: list[Item]
) -> None:
    for number, entity in enumerate(group.entities):
        place = entity.places[0] if entity.places else None
        if place is not None and place.level in ("enterprise", "institution"):
            body(state, entity, group)
            continue
        bearer = _bearer(group, number)
        special = place is not None and place.level in _SPECIAL
        if (bearer is not None or special) and _shares(state, entity, bearer, group):
            _own(state, entity, bearer or entity, group, verb, tail, rest)


def _is_title(state: State, group: Group) -> bool:
    """Whether what stands behind 为 is a rank of the issuer's, not a place of its own."""
    kinds = {state.kind_of(e) for e in group.entities}
    return "zone" not in kinds and all(map(state.is_home, group.entities))


def _bearer(group: Group, number: int) -> Entity | None:
    """The entity whose carrier a place of the list bears: its own, or the next; where a count
    closes the list (湘江新区、株洲渌口2个装备制造产业集聚区), or the next is a zone and the place a
    county (宣汉县、达州经开区、万源市化工产业集群), that of the last."""
    entity, last = group.entities[number], group.entities[-1]
    bearer = next((e for e in group.entities[number:] if e.carrier is not None), None)
    if bearer is None or bearer is last or last.carrier is None or not _is_zone(bearer):
        return bearer
    counted = _COUNT.search(last.extra) is not None
    county = bearer is not entity and has_ending(entity.name) and bool(last.extra)
    return last if counted or county else bearer


def _is_zone(entity: Entity) -> bool:
    """Whether the carrier is of the name alone (达州经开区), and says nothing of its goods."""
    in_name = entity.carrier is not None and entity.carrier.end <= entity.end
    return in_name or not entity.extra


def _shares(state: State, entity: Entity, bearer: Entity | None, group: Group) -> bool:
    """洛阳、新乡、安阳3家高新区 and 苏州生物医药、无锡物联网产业集群 share their carrier;
    a place with other words behind it does not, unless 等 hands the carrier to the whole list
    (杭州大江东、湖州南太湖等产业集聚区), or most of the list are known industries."""
    if bearer is None or bearer is entity or not entity.extra or _HANDED.search(bearer.extra):
        return True
    if uncounted(bearer.extra) == "" or state.industrial(focus(entity.extra)):
        return True
    if all(state.text[e.start - 1] == "“" for e in (entity, bearer)):
        return True  # “大庆油化”“鸡西石墨”产业集群
    told = [bool(state.industrial(focus(e.extra))) for e in group.entities if e.carrier is None]
    last = bool(state.industrial(focus(bearer.extra)))
    return len(told) > 1 and (sum(told) + last) * 2 > len(told) + 1


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
    if is_share(bearer.extra) or (carrier and bearer is entity and _has(state, entity, carrier)):
        return
    mixed = bool(_HANDED.search(bearer.extra)) and any(e.extra for e in group.entities[:-1])
    extra = joined_words(state, group, entity) or words_of(entity, bearer, mixed)
    if mixed and not extra and state.kind_of(bearer) in ("base", "cluster"):
        extra = next_words(entity, group)
    elif not (mixed or bearer is entity or entity.extra) and not _COUNT.search(bearer.extra):
        extra = beside(state, entity, group, bearer) or extra
    if mixed and bearer is not entity:
        entity = replace(entity, name=state.text[entity.start : entity.stop].strip("“”"))
    line = bool(entity.places) and entity.places[0].level == "line"
    kind = state.kind_of(bearer, "corridor" if line else "zone")
    products = _products(state, entity, carrier, kind, extra)
    aside = state.text[group.end : group.end + 1] in ("）", ")")
    counted = uncounted(extra) != extra
    products = products or (_spoken_of(state, group, verb) if counted else ())
    ranked = counted and bool(products) and len(group.entities) > 1
    if not ranked and (is_model(state, bearer, products) or GENERIC.search(extra)):
        return
    if not aside and qualifies(state, rest, products):
        return
    if kind == "base" and not products and _is_seated(state, entity, verb):
        _seat(state, entity, group)
        return
    listed = bearer is not entity or _is_listed(state, entity, group, carrier)
    summed = counted and not products and kind in ("base", "town") and len(group.entities) > 1
    weighs = weighty(state, kind, products, verb, tail, entity, listed, group.end)
    if not weighs and not (summed and state.governed()):
        return
    products = products or state.page.taxonomy.named(firm(state, entity, verb))
    end = max(group.end, tail.end if tail and tail.classes & lex.GROW else 0)
    begin = verb.start if verb is not None and verb.end == group.start else group.start
    phrase = extra + carrier.word if carrier else ""
    when = own_status(state, verb, tail, kind, group.start)
    draft(state, entity, kind, when, products, begin, end, phrase, counted=counted)


def _has(state: State, entity: Entity, carrier: Token) -> bool:
    """X矿区已开掘4处大型露天煤矿: a verb between a place and its carriers, which are there."""
    said = _HAVING.search(entity.extra) if entity.extra else None
    if said is None or state.is_home(entity):
        return False
    name = entity.name + entity.extra[: said.start()]
    bare = replace(entity, name=name, carrier=None, extra="")
    products = inside(state, carrier) or state.industrial(focus(entity.extra[said.end() :]))
    if products:
        kind = state.kind_of(entity)
        draft(state, bare, kind, "existing", products, entity.start, entity.stop)
    return True


def _products(
    state: State, entity: Entity, carrier: Token | None, kind: str, extra: str
) -> tuple[str, ...]:
    """What the carrier is for: by the words before it, the carrier itself, the place's name."""
    extra = without_town(extra)
    products = sole(extra) or focus(uncounted(extra)) or inside(state, carrier)
    products = products or _in_name(state, entity)
    products = with_step(products, extra, carrier.word) if carrier else products
    if kind in ("zone", "corridor"):
        products = state.industrial(products) or inside(state, carrier)
    return products or _in_bracket(state, entity) or cored(state, entity.start)


def _in_bracket(state: State, entity: Entity) -> tuple[str, ...]:
    """江津工业园区（装备制造）: what stands in brackets behind a zone's name."""
    if entity.carrier is None or entity.stop <= entity.carrier.end:
        return ()
    aside = _ASIDE.fullmatch(state.text, entity.carrier.end, entity.stop)
    return labelled(aside["what"], state.page.taxonomy) if aside else ()


def _spoken_of(state: State, group: Group, verb: Verb | None) -> tuple[str, ...]:
    """纺织产业形成安阳、林州2个超百亿元产业集群: the industry that the verb makes clusters of."""
    if verb is None or verb.end != group.start or not verb.classes & lex.BUILD:
        return ()
    start, _ = state.clause(group.start)
    said = _SUBJECT.fullmatch(state.text, start, verb.start)
    return state.industrial(focus(said["what"])) if said else ()


def _is_listed(state: State, entity: Entity, group: Group, carrier: Token | None) -> bool:
    """Whether the place stands in a list as a name that ends with its carrier, or ends the list."""
    in_list = len(group.entities) > 1 and carrier is not None
    return in_list and (entity is group.entities[-1] or closes(state, entity))


def _seat(state: State, entity: Entity, group: Group) -> None:
    """A base whose seat the gazetteer knows, with the seat's note."""
    draft(state, entity, "base", "planned", (), group.start, group.end)
    if state.mine and state.mine[-1].mention == entity.start:
        state.mine[-1].basis, state.mine[-1].note = "inferred", entity.places[0].note


def _in_name(state: State, entity: Entity) -> tuple[str, ...]:
    """古雷石化基地: the industry in a name that the gazetteer knows as a whole."""
    if not entity.name.endswith("基地") or not any(p.level == "zone" for p in entity.places):
        return ()
    return state.page.taxonomy.named(entity.name)


def _is_seated(state: State, entity: Entity, verb: Verb | None) -> bool:
    """推进波音737完工和交付中心项目: a base without a place in its name, whose seat the gazetteer
    knows, under an industry of the plan and a verb that moves it."""
    moved = verb is not None and bool(verb.classes & lex.HELP) and verb.word not in IDLE
    known = [p for p in entity.places if p.level == "zone" and p.name == entity.name]
    placed = state.page.resolver.named_in(entity.name) is not None
    return moved and bool(known) and not placed and state.governed()
