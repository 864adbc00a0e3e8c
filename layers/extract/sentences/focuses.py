"""What places are to grow: X重点发展Y, 将Y产业打造成支柱产业; or what they are told to grow."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import aims, focus
from layers.extract.labels import label
from layers.extract.patterns import compiled
from layers.extract.places.entities import Group, Item, Obj, Verb
from layers.extract.places.toponyms import TOWNS
from layers.extract.sentences.drafting import draft, known, renamed
from layers.extract.sentences.governing import learn
from layers.extract.sentences.seats import COUNTY_ZONES
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import INTENDED
from layers.records import Status

EACH = ("分别", "依次")
_JOINT = re.compile(r"、|和|与|及")
_ENDS = re.compile(
    r"(?:等)?(?:[两三四五六七八九十]大)?(?:特色|主导|优势)?(?:产业|行业|项目)?[，,。；;\s]*$"
)
_POINTING = ("聚焦", "突出", "承接")
_MOVED = re.compile(r"(?:等)?(?:产业|项目|企业|产能)?(?:梯度|有序|集群式|整体)?转移.*$")
"""承接重庆汽车零部件产业转移: what is taken over is made where it goes to."""
_FROM = re.compile(
    r"^(?:长三角|珠三角|京津冀|粤港澳大湾区|大湾区|成渝|苏浙沪|江浙沪?|东部(?:沿海)?|沿海)(?:发达)?(?:等?地区?)?的?"
)
"""Where what is taken over comes from."""
_TELLING = re.compile(r"(?:均|则|都|也)已?$")
"""Before a bare 发展 they tell what several places do, or one beside others."""
_ACHIEVED = re.compile(
    r"(?:成效|成果|效果)(?:明显|显著|突出)$|取得[^，,。；]{0,6}(?:成效|进展|成果|突破)$"
)
"""What ends a clause that tells of what has been done."""
_TURNED = re.compile(
    r"(?P<what>[^，,。；]{2,16}?)产业(?:打造|培育|建设|发展|做)(?:成为|成|为)[^，,。；]{0,24}?产业"
)
_LOOSE = re.compile(r"配套|[\d“”]|经济$|服务$|旅游|(?:特色|支柱|主导|优势|重点|新兴)产业")
"""What is in words that name no goods."""
_LIFTED = compiled(
    r"(?P<what>(?!.*[把将])[^，,。；]{2,40}?)(?:等)?产业(?:集群)?(?:加快|加速|逐步|整体|联合|共同|持续)*"
    r"(?:向(?:着)?|争创|创建|创成|升级为|提升为|跃升为)"
    r"(?:(?:国家|国际|世界|省)级?|[万千百]亿元?级?)[^，,。；]{0,8}?(?:集群|产业高地)"
    r"(?:跃升|迈进|转[变型]|升级|提升|发展|壮大|$)"
)
"""推动智能家电产业向世界级集群跃升: what is made of an industry that is there."""
_ALREADY = ("已", "已经")
_EXAMPLES = re.compile(r"例如|比如|譬如|各有特[点色]|各具特[点色]")
"""What describes: none of it is to be done."""
_SECTOR = re.compile(r"^产业(?:定位)?[为是有]")
"""主攻|产业为智能装备: what stands between the verb and the industry."""
_CHAINS = re.compile(r"、[^，,、]{2,10}等(?:[一二三四五六七八九十\d]+[条个])?产业链$")
"""核燃料、同位素等产业链: goods, whatever their names, that make chains."""
_VAGUE = re.compile(
    r"(?:现代|重点|支柱|主导|特色|优势|传统|新兴|未来|相关|战略性?|高新|富民|标志性|[一二三四五六七八九十\d]大)+"
)

_RAISED = re.compile(r"(?:种植|养殖|栽培|套种|间作|轮作)(?:\d[\d.万余]*(?:亩|公顷|头|只|羽))?$")
"""What ends an aim that is spread by 推广 where it is grown (推广金银花种植), and no technique."""
_GUARDED = re.compile(
    r"(?:防控|防治|监管|整治|治理|监测|预警|保险|检查|执法|生产能力|产能|成果)(?:工作)?$"
)
"""What is guarded against is no industry to be grown (突出柑橘黄龙病防控)."""
_POLICED = re.compile(
    r"(?:排查|管控|安全生产|去产能|超低排放改造|清洁化改造|提标改造|减排)(?:工作)?$"
)
"""What ends an aim that is of order and clean air, whatever industries it names."""


def focused(state: State, owner: Group, verb: Verb, rest: list[Item], start: int, end: int) -> bool:
    """绍兴县重点发展光伏电池装备制造: a role, or the focus of an area named before."""
    aim = _aim(state, verb, rest, end)
    products = tuple(p for p in aims(aim) if not _GUARDED.search(p))
    products = () if _POLICED.search(aim) else products
    if not products or (verb.word.endswith("推广") and not _RAISED.search(aim)):
        return False
    named = state.industrial(products)
    chain = _CHAINS.search(aim) if "产业链" in aim else None
    if verb.word not in _POINTING and "产业" in aim[:16] and (chain or "产业链" not in aim):
        named = named or tuple(p for p in products if not _VAGUE.fullmatch(p))
    first = owner.entities[0]
    if not named and (first.name.endswith(TOWNS) or not state.is_home(first)):
        named = tuple(p for p in products if _is_made(state, p))
    dealt = _dealt(state, owner, verb, aim)
    if not dealt and len(owner.entities) > 1 and state.text.endswith(EACH, 0, verb.start):
        return False  # nobody can tell whose each of them is
    bare, when, done = _bare_kind(owner), _told(state, owner, verb, end), False
    for entity in owner.entities:
        ours = state.is_home(entity) and entity.carrier is None and not entity.explicit
        if ours and (state.home.level != "county" or not named):
            continue
        if dealt:
            products = named = dealt[entity.start]
        held = known(state, entity)
        if held is not None:
            held.specify(products)
            held.name, done = renamed(state, held, entity), True
            learn(state, held)
        elif named:
            kind = state.kind_of(entity, bare)
            draft(state, entity, kind, when, products, min(start, owner.start), end)
            done = True
    return done


def _takes(verb: Verb) -> bool:
    return verb.word.endswith("承接")


def own_rest(state: State, verb: Verb, rest: list[Item]) -> list[Item]:
    """宜昌发展磷化工、支持襄阳发展汽车: what follows the verb, up to the next place that acts."""
    at = next((n for n, i in enumerate(rest) if isinstance(i, Group)), len(rest))
    if isinstance(rest[at + 1] if at + 1 < len(rest) else None, Group):
        at += 1  # 打造生命谷、|房山发展X
    if at + 1 >= len(rest) or not isinstance(rest[at + 1], Verb):
        return rest
    before = rest[at - 1] if at else verb
    begin = rest[at].start
    begin -= state.text[begin - 1] in '“"'  # 以“襄十随”为重点
    helped = at > 0 and isinstance(before, Verb) and before.end == begin
    at -= helped and isinstance(before, Verb) and bool(before.classes & lex.HELP)
    start = rest[at].start if helped else begin
    apart = start > verb.end + 1 and state.text[start - 1] in "、，,"
    return rest[:at] if apart else rest


def _aim(state: State, verb: Verb, rest: list[Item], end: int) -> str:
    """The words that a verb aims at, up to the next place; "" where it has a carrier to build."""
    origin = next((i for i in rest if isinstance(i, Group)), None) if _takes(verb) else None
    if origin is not None and origin.start == verb.end:
        return _MOVED.sub("", state.text[origin.entities[-1].end : end])
    ours = own_rest(state, verb, rest)
    stop = next((i.start for i in rest if isinstance(i, Group)), end)
    stop = min(stop, rest[len(ours)].start if len(ours) < len(rest) else end)
    makes = bool(verb.classes & lex.BUILD) or verb.word.endswith("培育")
    makes = makes or verb.word.startswith("做")  # 做强做优机器人谷
    if makes and any(isinstance(i, Obj) for i in ours):
        return ""
    aim = state.text[verb.end : stop].lstrip("：: 为是")
    aim = _SECTOR.sub("", _FROM.sub("", _MOVED.sub("", aim)) if _takes(verb) else aim)
    return "" if aim.startswith("的") else aim  # 咸宁发展的龙头


def turned(state: State, owner: Group, verb: Verb, start: int) -> bool:
    """将珠茶产业打造成支柱产业: what the places are to make of an industry of theirs."""
    match = _TURNED.match(state.text, verb.end)
    products = focus(match["what"]) if match else ()
    if match is None or not products or state.is_home(owner.entities[0]):
        return False
    for entity in owner.entities:
        draft(state, entity, "city_role", "planned", products, min(start, owner.start), match.end())
    return True


def _is_made(state: State, product: str) -> bool:
    """非金属矿制品, 连接线: whether goods that no list has are told by what they are made of."""
    return not _LOOSE.search(product) and label(product, state.page.taxonomy) is not None


def lifted(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """佛山推动智能家电产业向世界级产业集群跃升: the cluster that the places are to have."""
    match = _LIFTED.match(state.text, verb.end, end)
    products = state.industrial(focus(match["what"])) if match else ()
    if match is None or not products or state.is_home(owner.entities[0]):
        return False
    for entity in owner.entities:
        begin = min(start, owner.start)
        draft(state, entity, "cluster", "planned", products, begin, match.end())
        state.mine[-1].listed = False  # it is no area of a layout, which a later sentence may name
    return True


def _bare_kind(owner: Group) -> str:
    """The kind of places without a carrier: districts, and those that share the last one's zone
    (延川、富县经开区), are zones."""
    last = owner.entities[-1]
    zone = last.carrier is not None and last.carrier.word in COUNTY_ZONES
    zone = zone and not last.extra and not last.explicit  # 洛龙区、高新区: a zone of its own
    district = any(e.suffix in ("片区", *COUNTY_ZONES) for e in owner.entities)
    return "zone" if zone or district else "city_role"


def _told(state: State, owner: Group, verb: Verb, end: int) -> Status:
    """X则发展Y, X、Z均发展Y, 例如X发展Y, X承接Y成效明显: told of what is; else an aim."""
    if state.text.startswith("了", verb.end) or state.text.endswith(_ALREADY, 0, verb.start):
        return "existing"
    if _ACHIEVED.search(state.text, verb.end, end):
        return "existing"
    if verb.word != "发展" or INTENDED.search(state.whole):
        return "planned"
    before = state.text[state.sentence.start : verb.start]
    telling = _TELLING.search(state.text[owner.end : verb.start]) or _EXAMPLES.search(before)
    return "existing" if telling else "planned"


def _dealt(state: State, owner: Group, verb: Verb, aim: str) -> dict[int, tuple[str, ...]]:
    """江安、长宁分别发展化工、竹产业: 分别 deals the industries out; by the places' offsets."""
    each, size = aims(aim), len(owner.entities)
    if not state.text.endswith(EACH, 0, verb.start):
        return {}
    if len(each) != size:  # 钛、茶、纺织
        each = tuple(_JOINT.split(_ENDS.sub("", aim)))
    if len(each) != size or not all(each):
        return {}
    return {e.start: (product,) for e, product in zip(owner.entities, each, strict=True)}
