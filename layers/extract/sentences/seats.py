"""Where an industry or its carrier lies: Y主要集聚在X, X的试点是A和B, Y产业园落户X."""

from __future__ import annotations

import re
from dataclasses import replace

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.patterns import NUMBER, compiled
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb, uncounted
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.grounds import own_zone
from layers.extract.sentences.purposes import inside
from layers.extract.sentences.state import State
from layers.records import Status

_SITES = compiled(
    r"(?P<what>[^，,。：:是有为]{0,30}?)的?(?:产业)?(?:集群)?的?(?:先行|首批|重点|核心|代表|主要|主|优势|集中|布局|承载|集聚)*"
    r"(?P<role>区域|地区|园区|基地|承载地|主阵地|集聚地|产区|试点|城市|(?:核心|协同|主体|集聚|承载|拓展|联动)区)(?:主要|分别|则|也|都)*(?:有|是|为|包括|涵盖)"
)
_BEING = ("是", "为")
_BELONGS = compiled(
    r"(?P<what>[^，,。：:是]{2,20}?)(?:产业)?(?:一直|历来|现|已|已经)*(?:是|为|成为)"
)
_SECTOR = compiled(
    r"的?(?:国民经济|经济发展|经济|工业|农业|农民增收)?的?(?:第[一二三]大|首位|传统|特色|支柱|主导|优势|重要"
    r"|主要|新兴|新的?|[、和])+(?:产业|行业|增长点|支柱|名片)"
)
_LEADERS = compiled(
    r"的?(?:首位|主导|支柱|特色|优势|主要|重点|传统)+(?:产业|行业)(?:定位|方向)?(?:主要|分别|依次)?(?:为|是|有|包括)"
    r"(?P<what>(?:(?!而非|而不是)[^，,。；]){2,60})"
)
"""What leads a place's economy, behind its name."""
_BECOMING = ("成", "成为", "为")
_TURNED = compiled(
    r"(?:[^，,。；]{0,12}?)[把将](?P<what>[^，,。；：:]{1,16}?产业)(?:打造|培育|培植|建设|发展|做大做强|做)(?:成为|成|为)"
)
_PILLAR = compiled(r"[^，,。；、]{0,12}?(?:支柱|主导|特色|优势|首位|富民)性?的?产业")
_SETTLED = compiled(r"(?:项目)?(?:成功|正式|已|相继)?(?:落户|落地|坐落|选址|布局|位于)(?:于|在)?$")
_DRAWN = compiled(
    r"(?:引导|推动|促进|支持|鼓励|推进|加快|的)?(?P<what>[^，,。；：:向的]{2,24}?)(?:制造|生产|加工)?(?:企业|项目|产能|产业|厂)+"
    r"(?:逐步|有序|加快|加速|进一步|重点|集中|主要)*向$"
)
_TOWARDS = compiled(
    r"(?:地区|区域)?(?:梯度|有序|逐步|进一步)*(?:转移|集聚|集中|聚集|布局|靠拢|汇聚|搬迁)"
)
"""What stands before, and behind, the places where firms are to gather."""
_IS = ("有", "是", "为", "包括", "涵盖")
_SETTLING = ("落户", "位于", "落地", "坐落", "选址", "布局", "于", "在")
"""What stands before the places, in either form."""
_LAID = compiled(r"企业|产业|项目|领域|养殖|种植")
_SITES_ALONE = compiled(r"(?:生产|种植|养殖|主要)?(?:基地|园区|产区|产地)(?:大致|大多|多)?")
"""What lies where, its industry said before: 基地分布在A、B."""
_MOVING = compiled(r"(?:引导|推动|支持|鼓励|加快|促进)(?:和|与)?(?=.)")
COUNTY_ZONES = (
    "经开区",
    "高新区",
    "经济技术开发区",
    "经济开发区",
    "高新技术产业开发区",
    "开发区",
)
"""Zones that several units of a list each have, and of which a unit has its own."""
_AIMED = ("布局", "布局在", "布局于", "拓展")
"""How the verbs end that say where an industry is to be."""
_SELLS = compiled(r"直营|门店|市场|客源|营销|销售|网点|专卖|消费")
RANKS = compiled(
    r"(?:规模以上|规上|高耗能|高污染|龙头|骨干|重大|重点|中小微?|民营|外资|上市|高新技术|科技型|省级|国家级|新增|低效)+"
)
_TRADE = ("的", "市场", "场", "客源", "业务", "航线", "销售")
"""What is widened where a place's industry is not meant (重点拓展杭州市场)."""
_SECTORS = ("产业", "工业", "制造业", "项目")


def lays(state: State, verb: Verb, start: int) -> bool:
    """Whether the verb lays the industry before it out where the place behind it is."""
    if verb.classes & lex.LAID:
        return True
    return verb.word == "布局" and state.text.endswith(_SECTORS, start, verb.start)


def seated(state: State, group: Group, verb: Verb, start: int) -> bool:
    """生物医药领域相关企业主要集聚在嵊新区域, 轴承重点布局涧西区: the industry first."""
    text = NUMBER.sub("", state.text[start : verb.start]).split("：")[-1].split(":")[-1]
    planned = verb.word.endswith(_AIMED) or state.text[verb.start - 1] in "将拟"
    if state.text.startswith(_TRADE, group.entities[-1].end) or _SELLS.search(text):
        return False
    if text and not (
        state.page.taxonomy.knows(text) or _LAID.search(text) or _SITES_ALONE.fullmatch(text)
    ):
        if not planned or not re.search(r"地区$|部$|^$", text):
            return False
        labels = state.page.taxonomy.find(state.whole)
        text = state.whole[labels[0][0] : labels[0][1]] if labels else text
    products = _said_of(state, _MOVING.split(text)[-1], verb.start)
    products = tuple(p for p in products if not RANKS.fullmatch(p))
    products = products or (() if text else _behind(state, group.end))
    if not products and (text or not state.governed()):
        return False
    when: Status = "planned" if planned else "existing"
    for entity in group.entities:
        kind = state.kind_of(entity, "city_role" if planned else "cluster")
        draft(state, entity, kind, when, products, start, group.end)
    return True


def seat(state: State, zone: Obj, verb: Verb | None, start: int) -> Group | None:
    """轴承加工集中在梅渚创业园: the zone of a county's own in which an industry lies, or None."""
    laid = verb is not None and verb.end == zone.start and lays(state, verb, start)
    local = state.home.level == "county" and state.page.kinds[zone.carrier.word] == "zone"
    if verb is None or not (laid and local and zone.modifier):
        return None
    group = Group([own_zone(state, zone, zone.start)])
    return group if seated(state, group, verb, start) else None


def _said_of(state: State, text: str, end: int) -> tuple[str, ...]:
    """The industry of the words before the verb; where they only say that sites of it lie
    somewhere, the last one that the sentence or the paragraph names."""
    if not text or _SITES_ALONE.fullmatch(text):
        return _last_named(state, state.page.plan.paragraphs[state.sentence.paragraph][0], end)
    products = focus(re.split(r"领域|产业|企业|将|主要|重点", text)[0])
    if not products and text.endswith("产业"):
        return _last_named(state, state.sentence.start, end)
    return products


def _behind(state: State, start: int) -> tuple[str, ...]:
    """重点布局在A、B，打造柑桔产区: what the first carrier of the clauses behind a list is for."""
    behind = (i for begin, _, items in state.read if begin >= start for i in items)
    first = next((i for i in behind if isinstance(i, Group | Obj)), None)
    if not isinstance(first, Obj):
        return ()
    products = state.industrial(focus(uncounted(first.modifier)))
    if products:
        state.taken.add(first.start)
    return products


def _last_named(state: State, start: int, end: int) -> tuple[str, ...]:
    """The last industry that the text names in a span."""
    found = state.page.taxonomy.find(state.text[start:end])
    return tuple(state.text[start + a : start + b] for a, b, _ in found[-1:])


def placed(state: State, group: Group, before: list[Item], start: int) -> bool:
    """Whether the words before a list of places say what lies there."""
    found = settled(state, group, before, start) or located(state, group, start)
    found = found or made_pillar(state, group, start) or belonging(state, group, start)
    return found or drawn(state, group, start)


def drawn(state: State, group: Group, start: int) -> bool:
    """引导纺织企业向商丘、周口集聚: where an industry is to gather."""
    said = state.text.endswith("向", start, group.start)
    match = _DRAWN.search(state.text, start, group.start) if said else None
    last = group.entities[-1]
    if match is None or not _TOWARDS.match(state.text, last.stop if last.carrier else last.end):
        return False
    products = tuple(p for p in focus(match["what"]) if state.page.taxonomy.knows(p))
    placed = [e for e in group.entities if not state.is_home(e)]
    if len(group.entities) == 1 and _builds_on(state, group.end):
        return False  # 向上虞经开区集聚，打造石化产业基地: what is built there says more
    is_home = state.page.resolver.is_home
    if not products or not placed or not all(is_home(p) for e in placed for p in e.places):
        return False
    for entity in placed:
        draft(state, entity, state.kind_of(entity), "planned", products, start, group.end)
    return True


def _builds_on(state: State, at: int) -> bool:
    """Whether the next clause builds a carrier."""
    items = next((items for start, _, items in state.read if start > at), [])
    verb = items[0] if items else None
    builds = isinstance(verb, Verb) and bool(verb.classes & lex.BUILD)
    return builds and any(isinstance(i, Obj) for i in items)


def located(state: State, group: Group, start: int) -> bool:
    """氢能产业的试点是武进区和张家港, 代表园区有…: what the places are of, then their names."""
    said = state.text.endswith(_IS, start, group.start)
    match = _SITES.fullmatch(state.text, start, group.start) if said else None
    if match is None:
        return False
    products = tuple(p for p in focus(match["what"]) if state.page.taxonomy.knows(p))
    products = products or _captioned(state) or _beside(state, match)
    if not products:
        return False
    for entity in group.entities:
        named = state.industrial(focus(uncounted(entity.extra)))
        kind = state.kind_of(entity, "zone" if "园" in match["role"] else "city_role")
        draft(state, entity, kind, "existing", named or products, start, group.end)
    return True


def belonging(state: State, group: Group, start: int) -> bool:
    """轴承是洛阳的传统产业: whose industry it is."""
    said = state.text.endswith(_BEING, start, group.start)
    match = _BELONGS.fullmatch(state.text, start, group.start) if said else None
    kind = match and _SECTOR.match(state.text, group.entities[-1].end)
    if match is None or not kind or not state.page.taxonomy.knows(match["what"]):
        return False
    products = focus(match["what"])
    for entity in group.entities:
        if not state.is_home(entity) or state.home.level != "province":
            draft(state, entity, "city_role", "existing", products, start, kind.end())
    return True


def made_pillar(state: State, group: Group, start: int) -> bool:
    """把茶产业培育成澜沧县的支柱产业: what is to become a place's own industry."""
    if not state.text.endswith(_BECOMING, start, group.start):
        return False
    match = _TURNED.fullmatch(state.text, start, group.start)
    kind = match and _PILLAR.match(state.text, group.entities[-1].end)
    if match is None or not kind or label(match["what"], state.page.taxonomy) is None:
        return False
    for entity in group.entities:
        if not state.is_home(entity) or state.home.level != "province":
            draft(state, entity, "city_role", "planned", (match["what"],), start, kind.end())
    return True


def led(state: State, group: Group, start: int, end: int) -> bool:
    """平利经开区主导产业为生命健康和新材料: the industries that lead a place, by a noun."""
    entity = group.entities[0]
    behind = entity.stop if entity.carrier else entity.end
    match = _LEADERS.match(state.text, behind, end)
    if match is None or len(group.entities) > 1 or state.is_home(entity) or not entity.places:
        return False
    products = tuple(p for p in focus(match["what"]) if state.industrial((p,)))
    if not products:
        return False
    draft(state, entity, state.kind_of(entity), "existing", products, start, match.end())
    return True


def _beside(state: State, match: re.Match[str]) -> tuple[str, ...]:
    """X集群核心区为A，协同区为B: what the part of a layout named before it is of."""
    made = state.mine[-1] if state.mine and not match["what"] else None
    return tuple(made.focus) if made is not None and match["role"].endswith("区") else ()


def _captioned(state: State) -> tuple[str, ...]:
    """The industry before the colon that opens the sentence (电子信息：代表园区有…)."""
    begin, end, _ = state.read[0]
    colon = len(state.read) > 1 and state.text[end : end + 1] in ("：", ":")
    name = state.text[begin:end]
    return (name,) if colon and state.page.taxonomy.knows(name) else ()


def settled(state: State, group: Group, items: list[Item], start: int) -> bool:
    """工程机械产业园落户汨罗: a carrier, whatever name it bears, lies where it settles."""
    begin = max(start, group.start - 8)
    if not state.text.endswith(_SETTLING, begin, group.start):
        return False
    match = _SETTLED.search(state.text, begin, group.start)
    before = next((i for i in reversed(items) if match and i.end <= match.start()), None)
    if isinstance(before, Group):
        last = before.entities[-1]
        begin, carrier, extra = last.start, last.carrier, last.extra
    elif isinstance(before, Obj):
        begin, carrier, extra = before.start, before.carrier, before.modifier
    else:
        return False
    products = state.industrial(focus(uncounted(extra))) or inside(state, carrier)
    if match is None or carrier is None or carrier.end != match.start() or not products:
        return False
    name = state.text[begin : carrier.end]
    places = tuple(p for e in group.entities for p in e.places)
    whole = Entity(begin, carrier.end, name, places, carrier.end, extra, carrier, explicit=True)
    when: Status = "planned" if match[0].startswith(("选址", "项目")) else "existing"
    draft(state, whole, state.kind_of(whole), when, products, begin, group.end)
    return True


def its_zone(state: State, item: Obj, start: int) -> Group | None:
    """神木资源丰富，其经开区重点发展X: the zone of the one place that the clause before speaks of;
    `start` is where the clause of 其 begins."""
    if item.modifier != "其" or item.start != start or item.carrier.word not in COUNTY_ZONES:
        return None
    before = next((items for _, end, items in state.read if end in (start, start - 1)), [])
    groups = [i for i in before if isinstance(i, Group)]
    place = groups[0].entities[0] if len(groups) == 1 == len(groups[0].entities) else None
    if place is None or place.carrier or not place.places or state.is_home(place):
        return None
    return Group([replace(place, suffix=item.carrier.word)])
