"""Patterns with a carrier that has no place of its own: X打造Y, 在X建成Y, 打造Y."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.labels import label, with_step
from layers.extract.lexicon import Lexicon
from layers.extract.places.entities import Entity, Group, Obj, Verb, uncounted
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import Resolution
from layers.extract.sentences.drafting import GENERIC, MODELS, POLICY, draft, keep, known
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.state import State, is_industrial
from layers.extract.sentences.statuses import EQUATING, kind_for, status
from layers.records import Status

_SEVERAL = re.compile(
    r"一批|更多|若干|一系列|多个|各类|各级|各地|有条件|每个|有关|\d+个|\d+家|[一二两三四五]级|[两三四五六七八九十]+个"
)
_COUNTED = re.compile(r"(?:\d+|[两三四五六七八九十]+)[大条](?!数据)")
_CORE = re.compile(r"以(?!及)((?:[^，以]|以及){1,60}?)为(?:核心|主导|主|重点|特色|主体)的$")
_FIELD = re.compile(r"在(?P<what>[^，,。；、]{2,16}?)等?领域$")
"""在数字安防等领域形成全球产业中心: what a carrier is for, said before its verb."""
_OURS = re.compile(r"我市|我省|全市|我县|我区|我州")
_VAGUE = ("先进制造", "先进制造业", "制造业", "制造", "产业", "")
_WIDE = ("全球", "全国", "世界", "国际", "区域")
"""What says how far a carrier reaches, not what it is for."""
_ANY = ("制造", "加工", "制造业", "先进制造业", "高新技术")
"""Industries in a carrier that say nothing of its own."""
_HOW = "智慧"
"""What says how a carrier works, not what for (智慧矿山)."""
CULTURE = re.compile(
    r"书法|长寿|诗|歌|舞|戏|将军|革命|红色|侨|历史|文明|礼仪|民间|武术|孝|千年|故里"
)
"""What a place may be known for without making any of it."""
_BEHIND = Lexicon.from_data().behind
_ROLES = ("策源地", "产业策源地")
_WORKS = ("电站", "项目", "风电场")
"""What is counted where no place is named before it."""
_NAME = re.compile(
    r"(?!.*(?:级|型|化|化工|临空|临港|高新|重点|特色|产业|各类|综合|现代|先进|一批))[\u4e00-\u9fff]{2,4}"
)
"""What may be the name of a zone, and no quality of it."""
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
    named = owner is not None and verb is not None and verb.word in EQUATING
    named = named or is_nickname(state.text, item)
    if kind == "city_role" and _quoted(state, item) and not named:
        return False  # “旅游兴市、工业强市”
    if owner is state.subject and item.carrier.word.endswith(_WORKS):
        return False
    if owner is None:
        _placeless(state, item, kind, verb, start)
        return False
    products = _cored(state, item) or products_of(state, item)
    begin = min(start, owner.start)
    if not products and len(owner.entities) > 1 and state.governed():
        kind = "cluster" if kind == "city_role" else kind
        for entity in owner.entities:
            draft(state, entity, kind, "existing", (), begin, item.end)
        return True
    if kind == "zone":
        products = state.industrial(products)
    if not _enough(state, item, kind, owner, products):
        return False
    if item.carrier.word in _ROLES:
        kind, products = "city_role", (item.modifier.split("的")[-1] + item.carrier.word,)
    return _each(state, item, owner, verb, kind, products, begin, together)


def _cored(state: State, item: Obj) -> tuple[str, ...]:
    """以集成电路、物联网为核心的…基地: the core is the focus."""
    match = _CORE.search(state.text[max(state.sentence.start, item.start - 60) : item.start])
    found = focus(match[1]) if match else ()
    return found if state.industrial(found) else ()


def products_of(state: State, item: Obj) -> tuple[str, ...]:
    """The industries of a carrier's words, or those in the carrier itself."""
    products = with_step(focus(uncounted(item.modifier)), item.modifier, item.carrier.word)
    if not products and item.carrier.word.startswith("制造业"):
        return ("制造业",)
    return products or inside(state, item.carrier)


def inside(state: State, carrier: Token | None) -> tuple[str, ...]:
    """The industry in the carrier itself (数据中心集群, 化工园区)."""
    found = state.page.taxonomy.find(carrier.word) if carrier is not None else []
    words = (carrier.word[a:b] for a, b, _ in found if carrier is not None)
    return tuple(word for word in words if word not in _ANY)


def is_nickname(text: str, item: Obj) -> bool:
    """Whether the carrier ends a nickname in quotation marks (“中国人参之乡”)."""
    return text[item.end : item.end + 1] in ("”", '"') and item.carrier.word in _BEHIND


def titled(state: State, item: Obj, entity: Entity) -> None:
    """A place by its nickname: what it is known for is there."""
    products = focus(item.modifier) or (item.modifier.removeprefix("中国"),)
    if products[0] and not CULTURE.search(item.modifier) and not state.is_home(entity):
        draft(state, entity, "city_role", "existing", products, item.start, entity.stop)


def is_zone(state: State, item: Obj) -> bool:
    """Whether the carrier is a zone, which an issuer's text names without its place."""
    kind = state.page.kinds[item.carrier.word]
    return kind == "zone" or item.carrier.word in ("集聚区", "产业集聚区")


def own_zone(state: State, item: Obj, start: int) -> Entity:
    """A zone that the gazetteer lacks, as a place of the issuer's own land; one without a name
    (园区) is that of the place spoken of before. `start` is where its name begins."""
    opened = None if item.modifier else state.carried()
    places = opened.entities[0].places if opened is not None else (state.ground,)
    name = state.text[start : item.end]
    return Entity(start, item.end, name, places, item.end, carrier=item.carrier, explicit=True)


def _enough(state: State, item: Obj, kind: str, owner: Group, products: tuple[str, ...]) -> bool:
    """Whether the carrier says what it is for."""
    if item.carrier.word in _ROLES:
        return True
    if is_nickname(state.text, item) and products and not CULTURE.search(item.modifier):
        return not state.is_home(owner.entities[0])
    knows = any(state.page.taxonomy.knows(p) for p in products)
    if ("质量发展" in item.modifier or POLICY.search(item.modifier)) and not knows:
        return False  # 革命老区高质量发展示范区
    if item.carrier.word.endswith(MODELS) and not (knows or state.industrial(products)):
        return False  # 对接长三角先导区
    if state.is_home(owner.entities[0]):
        roles = ("city_role",) if state.home.level == "county" else ("city_role", "town")
        return knows and kind not in roles and not PLANS.match(state.text, item.end)
    if kind == "city_role":
        return knows
    if kind == "zone" and item.modifier and owner is not state.subject:
        return bool(products) or not _SEVERAL.search(item.modifier)
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
    serves = state.text.startswith("作为", owner.end)
    when: Status = "existing" if serves else status(state, verb, item.end)
    each = products
    phrase = state.text[item.start : item.end]
    unknown = owner is state.subject and not state.industrial(products)
    identity = verb is not None and ("成为" in verb.word or verb.word == "是")
    dealt = verb is not None and state.text.endswith("分别", 0, verb.start)
    dealt = dealt and len(products) == len(owner.entities)
    for number, entity in enumerate(owner.entities):
        if dealt:
            products = (each[number],)
        held = known(state, entity) if together or unknown else None
        if held is None:
            draft(state, entity, kind, when, products, begin, item.end, phrase, identity=identity)
        elif together:
            held.add(products)
        elif kind == "agglomeration_area" and held.kind == "city_role":
            held.kind, held.end = "agglomeration_area", item.end  # 打造豫西协同发展区
    return True


def _placeless(state: State, item: Obj, kind: str, verb: Verb | None, start: int) -> None:
    """打造北斗导航产业基地: a carrier with an industry and no place is the issuer's."""
    near = state.home.level in ("county", "prefecture") or state.ground is not state.home
    local = near and kind == "zone"
    if item.carrier.word.endswith(_WORKS):
        return  # 建成抽水蓄能电站3座
    if verb is None or not (local or kind in ("base", "agglomeration_area", "cluster")):
        return
    tail = state.text[item.end : item.end + 2] == "建设"
    granted = bool(verb.classes & lex.LISTED)
    equal = local and verb.word in EQUATING
    helped = tail and verb.classes & lex.HELP
    if not (granted or equal or helped or verb.classes & lex.BUILD):
        return
    words = state.text[max(start, verb.end) : item.end]
    if _SEVERAL.search(words) or (state.is_heading() and _COUNTED.match(words)):
        return
    if _quoted(state, item) and not (granted or equal):
        return
    phrase = uncounted(item.modifier.split("的")[-1])
    phrase = phrase.replace("战略性新兴产业", "").replace("新兴产业", "")
    phrase = phrase.removesuffix("高质量发展")
    field = _FIELD.search(state.text, start, verb.start) if phrase in _WIDE else None
    phrase = field["what"] if field else phrase
    named = state.page.taxonomy.knows(phrase) or (len(phrase) > 2 and is_industrial(phrase))
    if phrase in _VAGUE or phrase.endswith(_HOW) or not named:
        return
    zone = _unknown_zone(state, item)
    if zone is not None:
        return state.refuse(zone)
    when = "existing" if granted else status(state, verb, item.end)
    products = focus(phrase) or (phrase,)
    if set(products) <= set(_VAGUE):
        return  # 国家级先进制造业集群
    ours = _OURS.search(state.text[start : item.start])
    made = Draft(
        field.start("what") if field else verb.start,
        item.end + (2 if tail else 0),
        state.text[item.start : item.end].lstrip("、和与及"),
        state.ground.name,
        kind_for(kind, when),
        when,
        state.sentence,
        (state.ground,),
        "stated" if state.ground is not state.home or ours else "none",
        phrases=products,
    )
    made.add(products)
    keep(state, made)


def _unknown_zone(state: State, item: Obj) -> Entity | None:
    """加快东沙片区建设，打造X基地 in a province's text: a zone of an earlier clause that nobody can
    place, for what is built is its."""
    if state.home.level != "province":
        return None
    earlier = [i for _, _, items in state.read for i in items if i.end <= item.start]
    last = next((i for i in reversed(earlier) if isinstance(i, Group | Obj)), None)
    if not isinstance(last, Obj) or state.page.kinds[last.carrier.word] != "zone":
        return None
    name = last.modifier
    if is_nickname(state.text, last) or not _NAME.fullmatch(name):
        return None
    if state.industrial((name,)) or label(name, state.page.taxonomy):
        return None
    whole = name + last.carrier.word
    return Entity(last.start, last.end, whole, (), last.end, failed=Resolution(None, "unknown"))


def _quoted(state: State, item: Obj) -> bool:
    """Whether the carrier stands inside quotation marks (“…打造先进制造业基地”总体要求)."""
    at = item.start - state.sentence.start
    return state.whole.rfind("“", 0, at) > state.whole.rfind("”", 0, at)


def appositive(text: str, item: Obj, current: Group | None) -> bool:
    """等8个特色产业集群 behind the clusters themselves."""
    return (
        current is not None
        and current.entities[-1].carrier is not None
        and text[current.end : item.start].strip("等") == ""
        and uncounted(item.modifier) != item.modifier
    )
