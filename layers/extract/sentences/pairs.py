"""Places with their industries and no carrier: 宜春锂电、赣州稀土等产业规模扩大.

A single pair needs 产业 behind the industry and a verb that moves it, or a predicate; in a list of
pairs each vouches for the others.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from layers.extract import lexicon as lex
from layers.extract.industries import ONE, focus
from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Item, Verb
from layers.extract.places.townships import without_town
from layers.extract.sentences.drafting import GENERIC, draft
from layers.extract.sentences.focuses import EACH
from layers.extract.sentences.objects import is_share
from layers.extract.sentences.predicates import AIMED, PREDICATE, STANDS, UNSAID, told_of
from layers.extract.sentences.sharing import joined_words, next_words
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import INTENDED, status
from layers.records import Status

_MAKING = lex.BUILD | lex.HELP
"""Classes of verbs that say of brands that they are to be made."""
_PUSHING = (
    *("推动", "支持", "加快", "促进", "推进", "带动", "引导", "鼓励", "扶持", "重点扶持"),
    *("加快推进", "大力推进", "积极推进", "扎实推进", "统筹推进", "持续", "继续", "大力", "积极"),
)
"""Verbs of which the mere growth of an industry may be the object (推动普洱咖啡产业发展)."""
_TOWARDS = compiled(
    r"(?:要|将|应|可|积极|主动|加快|充分|深度|全面)*"
    r"(?:围绕|紧扣|对接|融入|依托|服务(?!业|外包|贸易)|配套(?!产业)|承接|借助|利用|立足|支撑|参与|接轨)"
)
_OTHER = compiled(
    r"外迁|迁出|退出|关停|式微|衰退|价格|滞销|上涨|下跌|回升|受阻|抽检|走私|打假|合并|重组|偏小|放缓|下滑|萎缩|地理标志|节$|展$|[园馆店]$"
    r"|滞后|落后|薄弱|短板|指数|企业|公司|集团|大学|学院|医院|铁路|高铁|高速|机场|公路|航线|项目|园(?![林艺])|基地|工程(?!机械|塑料|装备)|指标|会(?!展)|[“”\"]"
)
_STANDING = compiled(r"(?<=..)(?:产业)?(?:领先|优势|主导|传统)*(?:地位|优势)$")
"""What a place has by its goods (株洲轨道交通优势地位)."""
_CLAUSES = 3
"""Clauses of places with their goods that make a list by themselves."""
_TRADE = compiled(r"(?![企就事创毕失商物执工产行作农主专大伟副])[\u4e00-\u9fff]业")
"""A trade by its ending (碱业, 锂业)."""
_ASIDE = compiled(
    r"(?P<town>[\u4e00-\u9fff]{2,6}(?:镇|乡|街道|村))?[（(](?P<what>[^（）()]{1,10})[）)]"
)
_COUNTED = compiled(r"(?:等|\d+个|[两三四五六七八九十]+[个大]).*$")
_BRANDS = compiled(
    r"[^，,。；、]{1,12}?(?:等|\d+个|[两三四五六七八九十]+[个大])[^，,。；]{0,24}?品牌"
)
"""The last of a list of goods, and that they are brands."""
_ALL = compiled(r"(?:等|\d+个|[两三四五六七八九十]+[个大])(?:产业|特色|优势)*$")
_ETC = compiled(r"(?:等|(?<=..)[“\"][一多]|(?<=..)(?:产业|发展|新|大)*格局).*$")
"""What a list of goods ends in (红芯薯“一县一业”产业新格局)."""
_SIZED = compiled(
    r"(?P<what>[^超突达逾近约]{2,12}?)(?:规模|产值|收入)?(?:超|突破|达|逾|近|约)[过到]?"
    r"[\d百千万亿一二两三四五六七八九十.]+元?(?:以上)?"
)
_YEAR = compiled(r"到(20\d\d)年")
_CLUSTERS = compiled(r"(?:的|级的?)?(?:特色|优势|重点)*(?P<carrier>产业集群|集群)")


def sole(words: str) -> tuple[str, ...]:
    """The industry of one character that the words are (百色铝等产业集群)."""
    name = _ETC.sub("", words).removesuffix("产业")
    return (name,) if name in ONE else ()


def bracketed(state: State, group: Group) -> bool:
    """分别是平水镇（珠茶）、店口镇（铜）: a list of places, each with its product in brackets."""
    plain = [e for e in group.entities if e.places and not e.carrier]
    found = [_ASIDE.fullmatch(state.text, e.start + len(e.name), e.stop) for e in plain]
    products = [m["what"] for m in found if m is not None]
    if not 1 < len(products) == len(group.entities):
        return False
    if not any(label(p, state.page.taxonomy) for p in products):
        return False
    for entity, aside in zip(group.entities, found, strict=True):
        town, what = (aside["town"] or "", aside["what"]) if aside else ("", "")
        named = replace(entity, name=entity.name + town)
        draft(state, named, "city_role", "existing", (what,), entity.start, entity.stop)
    return True


def branded(state: State, group: Group, verb: Verb | None) -> bool:
    """诸暨香榧、新昌大佛龙井等区域公用品牌: a list of places by the goods they are known for."""
    if len(group.entities) < 2 or any(e.carrier or not e.places for e in group.entities):
        return False
    if not _BRANDS.match(_rest_of_clause(state, group)):
        return False
    goods = [_COUNTED.sub("", e.extra) for e in group.entities]
    if not all(goods) or any(_OTHER.search(g) for g in goods):
        return False
    if GENERIC.search(_rest_of_clause(state, group)):
        return False  # 昆明名医、曲靖名师等人才品牌
    when: Status = "planned" if verb is not None and verb.classes & _MAKING else "existing"
    for entity, what in zip(group.entities, goods, strict=True):
        draft(state, entity, "city_role", when, (what,), entity.start, entity.stop)
    return True


def sized(state: State, group: Group, verb: Verb | None) -> bool:
    """形成通川区智能装备超百亿元、渠县汽车模具超80亿元的产业集群: places with their goods and how
    large the cluster of each is to be."""
    found = [_SIZED.fullmatch(e.extra) for e in group.entities if e.places]
    last = group.entities[-1].carrier
    closes = _CLUSTERS.match(state.text, last.start if last else group.end)
    if verb is None or closes is None or not found or len(found) < len(group.entities):
        return False
    goods = [m["what"] for m in found if m is not None]
    if len(goods) < len(found) or not all(label(g, state.page.taxonomy) for g in goods):
        return False
    state.taken.add(closes.start("carrier"))
    when = status(state, verb, closes.end())
    for entity, what in zip(group.entities, goods, strict=True):
        draft(state, entity, "cluster", when, (what,), entity.start, entity.stop)
    return True


def paired(state: State, group: Group, verb: Verb | None, moved: bool) -> bool:
    """Claims of the places of a group with the industries behind them; True where any is made."""
    rest = _rest_of_clause(state, group)
    held = told_of(rest)
    if any(e.carrier or not e.places for e in group.entities):
        return False
    if held is None and state.text.startswith("的", group.end):
        return False
    if _TOWARDS.match(rest) or _others_act(state, group):
        return False  # 娄底市围绕长沙工程机械产业集群
    if state.text.startswith(EACH, group.entities[-1].end):
        return False  # A、B分别发展X、Y、Z: nobody can tell whose each is
    if is_share(rest) or UNSAID.search(state.text, *state.clause(group.start)):
        return False
    told = held or PREDICATE.match(rest)
    listed = _stands_in_list(state, group, rest)
    shared = told["what"] if told else rest if listed else ""
    own = sum(bool(e.extra) for e in group.entities)
    found = [
        (e, *_industry(state, e, _shared(state, group, e, shared, own), own > 1 or not shared))
        for e in group.entities
    ]
    sure = sum(known for _, _, known in found)
    if not all(products for _, products, _ in found) or sure * 2 < len(found):
        return False
    pushed = (
        told is None
        or told is held
        or not told["bare"]
        or (verb is not None and verb.word in _PUSHING)
    )
    said = told is not None and pushed and (moved or bool(told["how"]))
    if not (own > 1 or said or listed):
        return False
    stands = held or (told is not None and STANDS.search(told["how"] or ""))
    meant = verb is not None and status(state, verb, group.end) == "planned"
    pushed_on = INTENDED.match(rest) is not None  # 佛山推动智能家电产业升级
    aimed = verb is None and not stands and (pushed_on or _is_meant(state, group))
    aimed = aimed or (bool(AIMED.search(held["how"])) if held else _is_goal(state, group))
    intended = meant or aimed
    sown = held is not None and "面积" in held[0][: held.start("how")]
    for entity, products, _ in found:
        kind, when = ("city_role", "planned") if intended else ("cluster", "existing")
        kind = "city_role" if sown else kind
        begin = verb.start if verb is not None and verb.end == group.start else group.start
        draft(state, entity, kind, when, products, begin, group.end)  # type: ignore[arg-type]
    return True


def _others_act(state: State, group: Group) -> bool:
    """昌平打造生命谷、房山|发展X: whether a place behind the group is the subject of a verb."""
    items = next((items for a, b, items in state.read if a <= group.start < b), [])
    later = (
        (i, after)
        for i, after in pairwise(items)
        if isinstance(i, Group) and i.entities[-1].start >= group.end
    )
    return any(isinstance(v, Verb) and v.start == g.end and _acts(v) for g, v in later)


def _acts(verb: Verb) -> bool:
    builds = bool(verb.classes & (lex.BUILD | lex.FOCUS))
    return builds and (verb.word == "发展" or not verb.classes & lex.GROW)


def _shared(state: State, group: Group, entity: Entity, shared: str, own: int) -> str:
    """宜宾、泸州白酒产业和攀枝花钒钛产业: a place without words has those of the next that has
    some, where several have their own; else what all share."""
    words = next_words(entity, group) if own > 1 and not entity.extra else ""
    return words or shared or joined_words(state, group, entity)


def _rest_of_clause(state: State, group: Group) -> str:
    """What stands behind the group's last place in its clause."""
    _, end = state.clause(group.start)
    return state.text[group.entities[-1].end : end]


def _industry(
    state: State, entity: Entity, shared: str, each: bool
) -> tuple[tuple[str, ...], bool]:
    """The industries behind a place, or those that the places share unless `each` has its own;
    and whether any is known."""
    words = _ETC.sub("", entity.extra) if entity.extra and each else shared
    match = told_of(words) or PREDICATE.match(words)
    words = match["what"] if match else words.removesuffix("项目") if shared else words
    if _OTHER.search(words) or GENERIC.search(words) or "的" in words or state.is_home(entity):
        return (), False
    words = without_town(_STANDING.sub("", words))
    products = (words,) if words in ONE else focus(words)
    known = words in ONE or _TRADE.fullmatch(words) is not None
    return products, known or bool(state.industrial(products))


def _stands_in_list(state: State, group: Group, rest: str) -> bool:
    """咸阳电子显示，汉中航空、物流，安康食品产业做大做强: a clause in a list of pairs."""
    if state.closed is None:
        state.closed = any(_closes(state, end, items) for _, end, items in state.read[1:])
        state.closed = state.closed or _led_from(state) < state.read[-1][0]
    closed = state.closed
    if not (closed or _is_all_pairs(state) or ("产业" in state.whole and len(state.read) > 2)):
        return False
    if not state.industrial(focus(rest)):
        return False
    bare = [items[-1] for _, _, items in state.read if _is_bare(items)]
    held = any(isinstance(g, Group) and g.entities == group.entities for g in bare)
    return len(bare) + closed > 1 and held


def _is_all_pairs(state: State) -> bool:
    """A县、B县煤炭，C县药材，D县苹果: whether each clause is places with goods, and no more."""
    held = [items for _, _, items in state.read if items]
    return len(held) >= _CLAUSES and all(len(items) == 1 and _is_bare(items) for items in held)


def _closes(state: State, end: int, items: list[Item]) -> bool:
    """潍坊动力装备3个集群入选…, 淄博新材料产业竞争力提升: the last of a list over commas, with
    what they all are or do."""
    first = items[0] if items else None
    last = first.entities[-1] if isinstance(first, Group) else None
    if last is None:
        return False
    zone = last.carrier is not None and last.carrier.end <= last.end and not last.extra
    if last.carrier is not None and not zone:
        return _ALL.search(last.extra) is not None
    told = PREDICATE.match(state.text[last.stop if zone else last.end : end])
    return told is not None and bool(told["how"])


def _led_from(state: State) -> int:
    """Where the clause begins that leads a list of the sentence; its end if none does."""
    if state.led is None:
        begins = (start for start, _, items in state.read if _leads(items))
        state.led = next(begins, state.sentence.end)
    return state.led


def _leads(items: list[Item]) -> bool:
    """重点发展宜宾白酒，攀枝花钒钛: the first of a list over commas, with the verb of them all."""
    verb = items[0] if items else None
    return isinstance(verb, Verb) and bool(verb.classes & lex.FOCUS) and _is_bare(items)


def _is_bare(items: list[Item]) -> bool:
    """Whether a clause has nothing but verbs before its places, and words behind them."""
    return (
        bool(items)
        and isinstance(items[-1], Group)
        and bool(items[-1].entities[-1].extra)
        and items[-1].entities[-1].carrier is None
        and all(isinstance(i, Verb) and i.word != "依托" for i in items[:-1])
    )


def _is_goal(state: State, group: Group) -> bool:
    """力争长沙工程机械产业规模达到…, 到2025年，…: a size to be reached after the plan's date."""
    before = state.text[state.sentence.start : group.start]
    year = _YEAR.search(before)
    return AIMED.search(before) is not None or bool(year and year[1] > state.page.plan.issued[:4])


def _is_meant(state: State, group: Group) -> bool:
    """Whether what stands before in the sentence sets an aim, or leads a list of aims."""
    before = state.text[state.sentence.start : group.start]
    return _led_from(state) < group.start or INTENDED.search(before) is not None
