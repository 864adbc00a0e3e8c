"""Patterns with a carrier that has no place of its own: X打造Y, 在X建成Y, 打造Y."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.patterns import JOINT, compiled
from layers.extract.places.entities import Entity, Group, Obj, Verb, uncounted
from layers.extract.places.toponyms import TOWNS
from layers.extract.sentences.drafting import GENERIC, MODELS, POLICY, WAY, draft, known
from layers.extract.sentences.grounds import stray_in
from layers.extract.sentences.placeless import SEVERAL, WORKS, is_elsewhere, is_refused, placeless
from layers.extract.sentences.purposes import ANY, aimed, cored, products_of
from layers.extract.sentences.quotations import CULTURE, is_nickname, is_quoted
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import EQUATING, status
from layers.records import Status

_SHARE = compiled(r"占(?!领|据|用|地(?:面积|约|近|超|达|\d))")
"""A share of something, not what the carrier is for."""
_BESIDE = compiled(r"(?:区域|产业|资源|区位|比较|特色|自身|各自)*优势[与和同]")
"""What places have, beside a carrier that is another's."""
_MEANS = ("发展平台", "平台", "发展优势", "优势", "效应")
"""What makes another thing of a cluster (搭建集群发展平台)."""
_SERVES = compiled(
    r"等?为(?:总|主|重要|有力|主要|重大)*(?:(?:抓手|载体|依托|支撑|平台|突破口|切入点|纽带|契机|牵引)|(?:核心|主导|主|重点|特色|主体)的)"
)
"""What follows a carrier by which, or with which, another thing is built."""
_NUMERAL = re.compile(r"(?:^|[、带轴翼核心圈极廊])[一二两三四五六七八九十]$")
_PARTLY = compiled(r"[^、和与及]{0,6}(?:部分|区域|地区|乡镇|一带)[、和与及]")
"""The rest of a place before the next of what an area takes in (望城的部分区域和…)."""
_TRADE = (
    *("综合保税区", "综保区", "保税港区", "保税区", "保税物流区", "保税物流中心"),
    *("自由贸易区", "自由贸易港区", "自贸试验区", "自由贸易试验区"),
    *("跨境经济合作区", "边境经济合作区", "重点开发开放试验区"),
)
"""Zones of foreign trade."""
_NO_ZONE = ("管理", "管委", "业务", "的", "后", "建设指挥")
_REFUSED = compiled(r"[不未](?:再|予)?(?:支持|同意|批准|得|宜)|暂缓")
"""What stands behind a zone's name, or in its sentence, where none is to be set up."""
_TENDED = compiled(r"(?:的)?(?:安全|环境|环保|污染|应急|封闭化?|规范化|监管|整治|公共服务平台)")
_STANDS = compiled(r"(?:[\d年]*总?产值|规模|营业?收入|入选|获批|被(?:认定|评|列))")
_VALLEYS = ("动力谷", "声谷", "光谷", "药谷", "钛谷", "锂谷", "氢谷", "种谷", "磁谷", "稀金谷")
_BUILDING = tuple(f"{verb}{mark}" for verb in ("打造", "建设", "做强") for mark in '“"')
_RISING = ("跃升", "迈进", "转变", "转型", "升级")
"""What an industry does towards a cluster that it is to be."""
_LISTING = ("包括", "包含", "涵盖")
_BRACKET = re.compile("[（()）]")
_BROKEN = compiled(r"^[^（(]*[）)]|[（(][^）)]*$")
_ROLES = ("策源地", "产业策源地")
PLANS = re.compile(
    r"(?:打造|培育|发展|建设|提升|壮大)?(?:\d{4}年?)?(?:专项)?(?:行动|计划|实施方案|方案|规划|工程|名单|清单)"
)


def built(
    state: State, item: Obj, owner: Group | None, verb: Verb | None, start: int, together: bool
) -> bool:
    """洛阳、新乡打造精密轴承生产基地: a carrier with the places before it, or without any.

    `together` says that it hangs on 等 with the carrier before it and makes one claim with it.
    """
    kind = state.page.kinds[item.carrier.word]
    if GENERIC.search(item.modifier + item.carrier.word) or kind == "institution":
        return False
    if _is_means(state, item, verb) or is_elsewhere(state, item, start):
        return False
    if is_refused(state, item, owner, start) or _is_measured(state, item, owner, start):
        return False
    begin = owner.entities[-1].end if owner else item.start
    if is_share(item.modifier) or is_share(state.text[begin : item.start]):
        return False
    if "优势" in item.modifier and _BESIDE.match(item.modifier):
        return False  # 发挥A、B的区域优势与产业核心区融合发展
    named = owner is not None and verb is not None and verb.word in EQUATING
    named = named or is_nickname(state.text, item)
    if kind == "city_role" and is_quoted(state, item) and not named:
        return False  # “旅游兴市、工业强市”
    if owner is state.subject and item.carrier.word.endswith(WORKS):
        return False
    if verb is not None and _is_none_built(state, item, verb):
        return False
    if owner is None:
        _alone(state, item, kind, verb, start)
        return False
    return _owned(state, item, owner, verb, kind, min(start, owner.start), together)


def _is_means(state: State, item: Obj, verb: Verb | None) -> bool:
    """以食品园区为总抓手, 搭建集群发展平台, 构筑“两轴三组团”格局: what only serves, or counts."""
    if state.text.startswith(_MEANS, item.end) or _NUMERAL.search(item.modifier):
        return True
    if is_broken(item.modifier) or _TENDED.match(state.text, item.end):
        return True  # 氢能产业基地（仙湖氢谷）: the same; 化工园区安全监管
    serves = verb is not None and verb.word == "以"
    return serves and _SERVES.match(state.text, item.end) is not None


def _is_measured(state: State, item: Obj, owner: Group | None, start: int) -> bool:
    """开发区营业收入突破8000亿元 behind a sentence on other places: nothing that those build."""
    carried = owner is not None and owner.start < start
    return carried and _MEASURED.match(state.text, item.end) is not None


def _alone(state: State, item: Obj, kind: str, verb: Verb | None, start: int) -> None:
    """A carrier without a place before it: the issuer's, unless its own words say otherwise."""
    stray = stray_in(state, item)
    if stray is not None:
        state.refuse(stray)
    elif not PLANS.match(state.text, item.end):
        placeless(state, item, kind, verb, start)


def is_broken(words: str) -> bool:
    """Whether a bracket of the words opens or closes outside them: they are no name."""
    return _BRACKET.search(words) is not None and _BROKEN.search(words) is not None


_MEASURED = compiled(r"(?:主营业务|营业)?收入|总?产值|增加值|税收|投资")
"""What is said of how much a zone makes (开发区营业收入突破8000亿元)."""
_LEANT = compiled(
    r"(?:重点|大力|加快|积极|着力)*(?:发展|打造|建设|培育|壮大|形成|构建)(?![^，,。；]{0,2}[，,。；])"
)
"""What is built on the strength of a carrier."""


def _is_none_built(state: State, item: Obj, verb: Verb) -> bool:
    """加大对先导区的支持力度; 向世界级产业集群跃升: what the verb builds is not the carrier."""
    if verb.word in _LISTING:
        return _PARTLY.match(item.modifier) is not None
    if verb.word == "依托" and _LEANT.match(state.text, item.end):
        return True  # 新乡依托小麦产业带发展专用粉
    if verb.word == "依托" and state.page.kinds[item.carrier.word] == "zone":
        return not state.industrial(products_of(state, item))  # 依托齐鲁科学城，打造…
    towards = verb.word == "向" and (
        state.text.startswith(_RISING, item.end) or not state.industrial(products_of(state, item))
    )
    return towards or verb.word == "对"


def is_share(words: str) -> bool:
    """Whether the words before a carrier say what share of it something is.

    >>> is_share("占地区"), is_share("占地500亩化工")
    (True, False)
    """
    return words.startswith("占") and _SHARE.match(words) is not None


def _owned(
    state: State, item: Obj, owner: Group, verb: Verb | None, kind: str, begin: int, together: bool
) -> bool:
    """A carrier for the places before it, if it says what it is for or its industry is known."""
    products = cored(state, item.start) or products_of(state, item)
    products = products or aimed(state, item, owner)
    if not products and len(owner.entities) > 1 and state.governed():
        kind = "cluster" if kind == "city_role" else kind
        for entity in owner.entities:
            draft(state, entity, kind, status(state, verb, item.end), (), begin, item.end)
        return True
    if kind == "zone":
        products = state.industrial(products)
    if _opens(state, item, owner, verb):
        return _each(state, item, owner, verb, kind, products, begin, together)
    products = products or _raised(state, owner, verb, kind)
    if not _enough(state, item, kind, owner, products):
        return False
    if item.carrier.word in _ROLES:
        kind, products = "city_role", (item.modifier.split("的")[-1] + item.carrier.word,)
    return _each(state, item, owner, verb, kind, products, begin, together)


def _raised(state: State, owner: Group, verb: Verb | None, kind: str) -> tuple[str, ...]:
    """支持宁波石化产业争创国家级产业集群: the industry of the place, of which a cluster is made."""
    last = owner.entities[-1]
    right = verb is not None and verb.start == last.stop and last.extra.endswith("产业")
    makes = right and kind == "cluster" and verb is not None and not verb.classes & lex.LISTED
    return state.industrial(focus(last.extra)) if makes else ()


def _opens(state: State, item: Obj, owner: Group, verb: Verb | None) -> bool:
    """支持唐山设立综合保税区: a zone of foreign trade, whose name says what it is for."""
    acts = verb is not None and bool(verb.classes & lex.BUILD) and not item.modifier
    if state.text.startswith(_NO_ZONE, item.end) or _REFUSED.search(state.whole):
        return False
    return acts and item.carrier.word in _TRADE and not state.is_home(owner.entities[0])


def _enough(state: State, item: Obj, kind: str, owner: Group, products: tuple[str, ...]) -> bool:
    """Whether the carrier says what it is for."""
    if item.carrier.word in _ROLES or _is_valley(state, item):
        return True
    culture = CULTURE.search(item.modifier) is not None
    if is_nickname(state.text, item) and (culture or products):
        return not (culture or state.is_home(owner.entities[0]))
    knows = any(state.page.taxonomy.knows(p) for p in products)
    if ("质量发展" in item.modifier or POLICY.search(item.modifier)) and not knows:
        return False  # 革命老区高质量发展示范区
    modelled = item.carrier.word.endswith(MODELS) or item.carrier.word == WAY
    if modelled and not (knows or state.industrial(products)):
        return False  # 对接长三角先导区
    if state.is_home(owner.entities[0]) and not owner.entities[0].name.endswith(TOWNS):
        counted = uncounted(item.modifier) != item.modifier
        if state.home.level == "province" and (counted or set(products) <= set(ANY)):
            return False  # 广东要打造先进制造业基地, 新疆将打造四个产业集群: none of its own
        roles = ("city_role",) if state.home.level == "county" else ("city_role", "town")
        return knows and kind not in roles and not PLANS.match(state.text, item.end)
    if kind == "city_role":
        return knows
    if kind == "zone" and item.modifier and owner is not state.subject:
        return bool(products) or not SEVERAL.search(item.modifier)
    return bool(products) or kind in ("agglomeration_area", "corridor")


def _each(
    state: State,
    item: Obj,
    owner: Group,
    verb: Verb | None,
    kind: str,
    products: tuple[str, ...],
    begin: int,
    together: bool,
) -> bool:
    told = verb is None and _STANDS.match(state.text, item.end) is not None
    told = told or state.text.startswith("作为", owner.end)
    when: Status = "existing" if told else status(state, verb, item.end)
    each, span = products, (begin, item.end, state.text[item.start : item.end])
    unknown = owner is state.subject and not state.industrial(products)
    identity = verb is not None and ("成为" in verb.word or verb.word == "是")
    dealt = verb is not None and state.text.endswith("分别", 0, verb.start)
    dealt = dealt and len(products) == len(owner.entities)
    hollow = not any(map(state.page.taxonomy.knows, products)) or _raised(state, owner, verb, kind)
    said = state.industrial(products_of(state, item)) if cored(state, item.start) else ()
    for number, entity in enumerate(owner.entities):
        products = (each[number],) if dealt else each
        if not dealt and entity is not owner.entities[-1]:
            products = focus(goods(state, entity, owner.entities[number + 1])) or each
        own = focus(entity.extra) if hollow else ()
        products = own if state.industrial(own) else products  # 合肥人工智能等新兴产业基地
        held = known(state, entity) if together or unknown else None
        if held is None:
            draft(state, entity, kind, when, products, *span, identity=identity, said=said)
        elif together:
            held.add(products)
        elif kind == "agglomeration_area" and held.kind == "city_role":
            held.kind, held.end = "agglomeration_area", item.end  # 打造豫西协同发展区
    return True


def _is_valley(state: State, item: Obj) -> bool:
    """打造“动力谷”, “声谷”: a valley by its mere nickname."""
    bare = not item.modifier and item.carrier.word in _VALLEYS
    return bare and state.text.endswith(_BUILDING, 0, item.start)


def goods(state: State, zone: Entity, after: Entity) -> str:
    """衡水开发区酒饮料、: what stands between a zone and the place `after` it, if it is goods."""
    words = state.text[zone.stop : after.start].rstrip("、和及与")
    return words if zone.carrier and words and state.industrial(focus(words)) else ""


def dealt(state: State, owner: Group, item: Obj, objects: list[Obj]) -> Group | None:
    """A、B和C分别被授予X之乡、Y之乡和Z之乡: 分别 deals the carriers out to the places, in order.

    None where their numbers differ, since nobody can tell whose the carrier is.
    """
    ours = [e for e in owner.entities if not e.outside]
    clause = next((start for start, end, _ in state.read if start <= item.start < end), item.start)
    begin = max(clause, ours[-1].end) if len(ours) > 1 else item.carrier.start
    said = state.text.find("分别", begin, item.carrier.start)
    behind = [o for o in objects if o.carrier.start > said]
    if said < 0 or item not in behind:
        return owner
    if len(behind) == 1:
        several = JOINT.search(state.text, said, item.carrier.start)
        goods = len(products_of(state, item))
        after = state.text[item.end : item.end + 1] in ("、", "和", "与", "及")
        return None if after or (several and goods < len(ours)) else owner
    return Group([ours[behind.index(item)]]) if len(behind) == len(ours) else None


def appositive(state: State, item: Obj, current: Group | None) -> bool:
    """等8个特色产业集群 behind the clusters themselves; 诸暨、袍江开发区两大纺织基地 says what the
    places are to be."""
    goods = uncounted(item.modifier)
    if current is None or goods == item.modifier or current.entities[-1].carrier is None:
        return False
    bare = not any(e.extra for e in current.entities) and state.industrial(focus(goods))
    return not bare and state.text[current.end : item.start].strip("等") == ""
