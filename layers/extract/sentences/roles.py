"""Patterns with a verb of role: X重点发展Y, X集聚了Y企业, Y主要集聚在X, X入选Z, X以Y为主."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import aims, focus
from layers.extract.lexicon import Lexicon
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb, uncounted
from layers.extract.sentences.drafting import draft, known, renamed
from layers.extract.sentences.objects import inside
from layers.extract.sentences.quotations import is_nickname
from layers.extract.sentences.seats import COUNTY_ZONES
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import INTENDED, status
from layers.records import Status

_MAINLY = re.compile(
    r"(?P<what>[^，,。]{1,80}?)等?(?:产业)?(?:为(?:主导|主|特色|支柱|重点|主攻方向|龙头)|闻名|著称|见长)"
)
_GROWN = re.compile(
    r"(?P<what>[^，,。]{0,120}?(?:产业|(?:服务业|制造业)(?=新?体系)))"
    r"(?:新?体系|新?格局|为主|$|的产业|，|,|及|和)"
)
_FIRMS = re.compile(r"企业|产业|项目|生产|制造")
_TRANSITIVE = (
    "发展",
    "推进",
    "布局",
    "培育",
    "壮大",
    "培育壮大",
    "培育形成",
    "规划布局",
    "谋划布局",
)
"""Verbs that build, and with an industry for their object give a role."""
_MAKING = ("开发", "建设", "打造", "建成", "形成", "培育", "构建")
_SECTOR_END = re.compile(r"产业(?:规模|实力|优势|集群|竞争力|水平|发展)|规模|居全|领先")
_CARRIERS = tuple(Lexicon.from_data().kinds)
_POINTING = ("聚焦", "突出", "承接")
_HONOURED = re.compile(
    r"(?P<what>[^，,。：:“”]{2,60}?)(?:产业|制造业)(?:集群)?(?:等)?(?:双双|成功|均|先后|相继|正式|已)*"
)
_TELLING = re.compile(r"(?:均|则|都|也)已?$")
"""Before a bare 发展 they tell what several places do, or one beside others."""
_TURNED = re.compile(
    r"(?P<what>[^，,。；]{2,16}?)产业(?:打造|培育|建设|发展|做)(?:成为|成|为)[^，,。；]{0,24}?产业"
)
_EXAMPLES = re.compile(r"例如|比如|譬如|各有特[点色]|各具特[点色]")
"""What describes: none of it is to be done."""
_GOODS = ("制品", "加工", "冶炼", "制造", "生产", "零部件", "养殖", "种植", "配套", "部件")
_VAGUE = re.compile(
    r"(?:现代|重点|支柱|主导|特色|优势|传统|新兴|未来|相关|战略性?|高新|富民|标志性|[一二三四五六七八九十\d]大)+"
)
_ENGAGED = re.compile(r"从事([^，]{1,80}?)(?:与产业化)?的")
_BEFORE_FIRMS = re.compile(r"^.*?(?:从事|设计制造|\d+家)")


def verb_role(
    state: State, verb: Verb, current: Group | None, rest: list[Item], start: int, end: int
) -> bool:
    """What the verb makes of the places before it; True where it made claims."""
    if verb.classes & lex.OF and current is not None:
        after = next((i.start for i in rest if not isinstance(i, Obj)), end)
        state.distributed.append((current, state.text[verb.end : after]))
        return False
    if verb.word == "呈现":
        return distribution(state, end)
    if current is None and verb.classes & lex.LISTED and _named_at_home(state, verb, start, end):
        return True
    owner = current or state.subject
    if current is None and owner is not None and state.is_foreign(start, verb.start):
        owner = None
    if owner is None and verb.classes & lex.FOCUS and verb.start - state.sentence.start < 3:
        owner = state.carried()  # 重点发展…: the subject opened the paragraph
    if owner is None:
        return False
    if verb.word == "以" and state.text[verb.start - 1] in "从由向":
        return False  # 从以X为主向以Y为主转变
    if verb.word in ("将", "把") and _turned(state, owner, verb, start):
        return True
    if current is not None and verb.word == "以" and not _qualifies(state, verb):
        return _mainly(state, owner, verb, start, end)
    return _acted(state, owner, verb, current is not None, rest, start, end)


def _qualifies(state: State, verb: Verb) -> bool:
    """建设以茶叶为主的种植基地: 以 says what the base is for, not what the place lives on."""
    return state.text.endswith(_MAKING, state.sentence.start, verb.start)


def _acted(
    state: State, owner: Group, verb: Verb, near: bool, rest: list[Item], start: int, end: int
) -> bool:
    """What a verb of each class makes of its subject; `near`: named in the same clause."""
    plain = not any(isinstance(i, Obj | Group) for i in _own_rest(state, verb, rest))
    gives = verb.word in _TRANSITIVE and plain and near
    if gives and _focused(state, owner, verb, rest, start, end):
        return True
    if verb.classes & lex.BUILD and plain and _grown(state, owner, verb, start, end):
        return True
    if verb.classes & lex.GATHER and not verb.classes & lex.LAID:
        return _gathered(state, owner, verb, start, end)
    if verb.classes & lex.LISTED and near:
        return _listed(state, owner, rest, start, end)
    if verb.classes & lex.FOCUS:
        return _focused(state, owner, verb, rest, start, end)
    return verb.word == "形成" and near and plain and _formed(state, owner, start, end)


def _own_rest(state: State, verb: Verb, rest: list[Item]) -> list[Item]:
    """宜昌发展磷化工、襄阳发展汽车: what follows the verb, up to the next place that acts."""
    at = next((n for n, i in enumerate(rest) if isinstance(i, Group)), len(rest))
    if at + 1 >= len(rest) or not isinstance(rest[at + 1], Verb):
        return rest
    start = rest[at].start
    apart = start > verb.end + 1 and state.text[start - 1] in "、，,"
    return rest[:at] if apart else rest


def _focused(
    state: State, owner: Group, verb: Verb, rest: list[Item], start: int, end: int
) -> bool:
    """绍兴县重点发展光伏电池装备制造: a role, or the focus of an area named before."""
    aim = _aim(state, verb, rest, end)
    products = aims(aim)
    if not products:
        return False
    named = state.industrial(products)
    if verb.word not in _POINTING and "产业" in aim[:16] and "产业链" not in aim:
        named = named or tuple(p for p in products if not _VAGUE.fullmatch(p))
    dealt = _dealt(state, owner, verb, aim)
    bare, when, done = _bare_kind(owner), _told(state, verb), False
    for entity in owner.entities:
        if state.is_home(entity) and entity.carrier is None and not entity.explicit:
            continue
        if dealt:
            products = named = dealt[entity.start]
        held = known(state, entity)
        if held is not None:
            held.specify(products)
            held.name, done = renamed(state, held, entity), True
        elif named:
            kind = state.kind_of(entity, bare)
            draft(state, entity, kind, when, products, min(start, owner.start), end)
            done = True
    return done


def _aim(state: State, verb: Verb, rest: list[Item], end: int) -> str:
    """The words that a verb aims at, up to the next place; "" where it has a carrier to build."""
    stop = next((i.start for i in rest if isinstance(i, Group)), end)
    makes = bool(verb.classes & lex.BUILD) or verb.word.endswith("培育")
    if makes and any(isinstance(i, Obj) for i in rest):
        return ""
    aim = state.text[verb.end : stop].lstrip("：: 为是")
    return "" if aim.startswith("的") else aim  # 咸宁发展的龙头


def _turned(state: State, owner: Group, verb: Verb, start: int) -> bool:
    """将珠茶产业打造成支柱产业: what the places are to make of an industry of theirs."""
    match = _TURNED.match(state.text, verb.end)
    products = focus(match["what"]) if match else ()
    if match is None or not products or state.is_home(owner.entities[0]):
        return False
    for entity in owner.entities:
        draft(state, entity, "city_role", "planned", products, min(start, owner.start), match.end())
    return True


def _bare_kind(owner: Group) -> str:
    """The kind of places without a carrier: districts, and those that share the last one's zone
    (延川、富县经开区), are zones."""
    last = owner.entities[-1]
    zone = last.carrier is not None and last.carrier.word in COUNTY_ZONES and not last.extra
    district = any(e.suffix in ("片区", *COUNTY_ZONES) for e in owner.entities)
    return "zone" if zone or district else "city_role"


def _told(state: State, verb: Verb) -> Status:
    """X则发展Y, X、Z均发展Y, 例如X发展Y: told of what is; any other verb is an aim."""
    if verb.word != "发展" or INTENDED.search(state.whole):
        return "planned"
    before = state.text[state.sentence.start : verb.start]
    telling = _TELLING.search(before) or _EXAMPLES.search(before)
    return "existing" if telling else "planned"


def _dealt(state: State, owner: Group, verb: Verb, aim: str) -> dict[int, tuple[str, ...]]:
    """江安、长宁分别发展化工、竹产业: 分别 deals the industries out; by the places' offsets."""
    each = aims(aim)
    if not state.text.endswith("分别", 0, verb.start) or len(each) != len(owner.entities):
        return {}
    return {e.start: (product,) for e, product in zip(owner.entities, each, strict=True)}


def _gathered(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """上虞市集聚了近200家节能电光源相关企业: an existing concentration."""
    text = state.text[verb.end : end]
    if not _FIRMS.search(text) or verb.word in ("拥有", "占据") or text.startswith("的"):
        return False
    if state.is_home(owner.entities[0]):
        return False
    engaged = _ENGAGED.search(text)
    named = engaged[1] if engaged else re.split(r"等|企业|相关", text)[0]
    products = focus(_BEFORE_FIRMS.sub("", named))
    for entity in owner.entities:
        held = known(state, entity)
        if held is not None:
            held.add(state.industrial(products))
            continue
        draft(state, entity, "cluster", "existing", products, min(start, owner.start), end)
    return True


def _listed(state: State, owner: Group, rest: list[Item], start: int, end: int) -> bool:
    """酒泉、张掖入选国家氢能应用试点, 金昌铜镍材料入选国家级集群: a distinction received."""
    obj = next((i for i in rest if isinstance(i, Obj)), None)
    if obj is None:
        return False
    granted = state.industrial(focus(obj.modifier)) or inside(state, obj.carrier)
    if not granted and is_nickname(state.text, obj):
        granted = focus(obj.modifier)
    for entity in owner.entities:
        held = state.industrial(focus(uncounted(entity.extra)))
        if state.is_home(entity) and not (held and entity.carrier):
            continue
        if not (held or granted or entity.carrier):
            continue
        kind = state.kind_of(entity, state.page.kinds[obj.carrier.word])
        draft(state, entity, kind, "existing", held or granted, start, end)
    return True


def _named_at_home(state: State, verb: Verb, start: int, end: int) -> bool:
    """新材料、生物医药产业入选省级产业集群: the issuer's own industries, without its name."""
    match = _HONOURED.fullmatch(state.text, start, verb.start)
    if match is None or state.text.find("集群", start, end) < 0:
        return False
    products = focus(match["what"])
    if not products or not all(state.page.taxonomy.knows(p) for p in products):
        return False
    begin, stop = match.span("what")
    owner = state.carried()
    places = owner.entities[0].places if owner is not None else (state.ground,)
    for product in products:
        home = Entity(begin, stop, product, places, stop)
        draft(state, home, "cluster", "existing", (product,), start, end)
    return True


def _mainly(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """佳木斯以农机制造为主, 大同以煤炭为主导: what a place lives on."""
    match = _MAINLY.match(state.text, verb.end, end)
    products = focus(match["what"]) if match else ()
    if match is None or not (state.page.taxonomy.knows(match["what"]) or _made(products)):
        return False
    if state.text.startswith("的", match.end()) and products[0].startswith(_MAKING):
        return False  # 以开发X为重点的Y区: what is to be done for Y
    for entity in owner.entities:
        draft(state, entity, state.kind_of(entity), "existing", products, start, end)
    return True


def _made(products: tuple[str, ...]) -> bool:
    """Whether a list ends with goods or work, known as an industry or not (金刚石合成和制品)."""
    return bool(products) and products[-1].endswith(_GOODS)


def _grown(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """钦州港区加快形成造纸、粮油产业等三大产业: industries without a carrier."""
    match = _GROWN.match(state.text[verb.end : end])
    products = focus(match["what"]) if match else ()
    products = tuple(p for p in products if state.page.taxonomy.knows(p))
    if not products:
        return False
    when = status(state, verb, end)
    for entity in owner.entities:
        if not state.is_home(entity) or entity.carrier is not None:
            begin = min(start, owner.start)
            draft(state, entity, state.kind_of(entity), when, products, begin, end)
    return True


def _formed(state: State, owner: Group, start: int, end: int) -> bool:
    """景德镇陶瓷文旅线路形成完整体系: an industry named between place and verb."""
    done = False
    for entity in owner.entities:
        found = state.page.taxonomy.find(entity.extra)
        labels = tuple(entity.extra[a:b] for a, b, code in found if code)
        if entity.carrier is None and labels:
            draft(state, entity, "zone", "existing", labels, start, end)
            done = True
    return done


def distribution(state: State, end: int) -> bool:
    """绍兴县的纺织机械，诸暨市的数控机床等产业均呈现块状分布: what lies where already."""
    for group, text in state.distributed:
        if text.endswith(_CARRIERS):
            continue  # X的矿业开发区 is a zone of X
        products = state.industrial(focus(_SECTOR_END.split(text.rstrip("，、也均都还…"))[0]))
        stop = min(group.end + 1 + len(text), end)
        for entity in group.entities if products else ():
            draft(state, entity, "cluster", "existing", products, group.start, stop)
    state.distributed = []
    return True
