"""Patterns with a verb of role: which verb makes what of its places; X以Y为主, X集聚了Y企业."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.entities import Group, Item, Obj, Verb
from layers.extract.sentences.drafting import draft, known
from layers.extract.sentences.focuses import EACH, focused, lifted, own_rest, turned
from layers.extract.sentences.governing import learn
from layers.extract.sentences.honours import listed, named_at_home
from layers.extract.sentences.seats import RANKS
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import status
from layers.extract.sentences.strengths import LEANING
from layers.records import Status

_AIMED = compiled(r"等?(?:产业)?为(?:主攻|(?:发展|重点|主要)?方向|突破口|抓手)")
"""以X为主攻方向: what a place is yet to live on."""
_TO_BE = ("要", "将", "应", "宜")
"""神木要以兰炭为重点: so too."""
_MAINLY = re.compile(
    r"(?P<what>[^，,。]{1,80}?)等?(?:产业)?(?:为(?:主导|主|特色|支柱|首位|重点|主攻方向|龙头)|闻名|著称|见长)"
)
_GROWN = re.compile(
    r"(?P<what>[^，,。]{0,120}?(?:产业|(?:服务业|制造业)(?=新?体系)))"
    r"(?:新?体系|新?格局|为主|$|的产业|，|,|及|和)"
)
_WORKS = compiled(
    r"(?:一批|年产|\d+[万千百]*(?:吨|台|套|辆|千瓦|条)?(?:/年|级)?)*(?P<what>[^，,。；\d]{2,30}?)"
    r"(?:重大|重点|产业化|一体化)*(?:项目|生产线)(?:建设)?(?:及配套|等)?$"
)
"""在宜昌建设磷化工项目: works for an industry, without a carrier."""
_BORNE = compiled(
    r"(?:[我全][省市县区])?(?P<what>[^，,。；的]{2,30}?)(?:产业)?(?:发展|布局|集聚)?的"
    r"(?:主体|主要|重要|核心|集中|重点)*(?:承载[区地]|载体|核心区|主阵地|集[聚中][区地])(?=[，,。；;、]|$)"
)
"""What an industry has in a place, behind 是."""
_FIRMS = re.compile(r"企业|产业|项目|生产|制造")
_TRANSITIVE = (
    "发展",
    "推进",
    "布局",
    "主要布局",
    "重点布局",
    "培育",
    "壮大",
    "培育壮大",
    "培育形成",
    "规划布局",
    "谋划布局",
)
"""Verbs that build, and with an industry for their object give a role."""
_NAMING = re.compile('(?:重点|主要)?依托|在|以|(?:[“"][^”"]{1,8}[”"])?[为即是]?')
"""What a clause says that does nothing but name its places."""
_AFTER = re.compile("(?:等(?:地|市|县|区|地区|市县|县市)?)?[，,]")
_URGING = ("增强", "提升", "提高", "推进", "促进", "完善", "深化", "加强")
"""Verbs of what is to be done and no trade (以增强创新能力为重点)."""
_MAKING = ("开发", "建设", "打造", "建成", "形成", "培育", "构建")
_CORED = compiled(
    r"以[^，,。以]{1,40}?为(?:核心|主导|主|重点|特色|主体)的[^，,。的]{0,16}(?:基地|集群|集聚区|园区?|带)"
)
_SECTOR_END = re.compile(r"产业(?:规模|实力|优势|集群|竞争力|水平|发展)|规模|居全|领先")
_CARRIERS = tuple(Lexicon.from_data().kinds)
_GOODS = ("制品", "加工", "冶炼", "制造", "生产", "零部件", "养殖", "种植", "配套", "部件")
_BY_NAME = compiled(
    r"、[^，,、]{2,12}等(?:一批|\d+家)?(?:行业)?(?:骨干|龙头|知名|领军|上市|头部)企业"
)
"""卧龙、三花等骨干企业: firms by their names, which are no products."""
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
    if current is None and verb.classes & lex.LISTED and named_at_home(state, verb, start, end):
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
    if _makes_more(state, verb, owner, rest, start, end):
        return True
    if current is not None and verb.word == "以" and not _qualifies(state, verb, current, end):
        return _mainly(state, owner, verb, start, end)
    return _acted(state, owner, verb, current is not None, rest, start, end)


def _makes_more(
    state: State, verb: Verb, owner: Group, rest: list[Item], start: int, end: int
) -> bool:
    """将X产业打造成支柱产业, 推动X产业向Y集群跃升: what becomes of an industry that is there."""
    if verb.word in ("将", "把"):
        return turned(state, owner, verb, start)
    if verb.word == "是":
        return _bears(state, owner, verb, start, end)
    alone = verb.classes & lex.HELP and Group not in map(type, rest)
    return bool(alone) and lifted(state, owner, verb, start, end)


def _bears(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """浑南区是我市机器人产业发展的主要承载区: where an industry of the issuer's lies."""
    match = _BORNE.match(state.text, verb.end, end)
    products = state.industrial(focus(match["what"])) if match else ()
    if match is None or not products or state.is_home(owner.entities[0]):
        return False
    for entity in owner.entities:
        held = known(state, entity)
        if held is not None:
            held.add(products)
            learn(state, held)
            continue
        kind, begin = state.kind_of(entity), min(start, owner.start)
        draft(state, entity, kind, "existing", products, begin, match.end())
    items = (i for _, _, items in state.read for i in items if isinstance(i, Obj))
    state.taken |= {i.start for i in items if verb.end <= i.start < match.end()}
    return True


def _qualifies(state: State, verb: Verb, place: Group, end: int) -> bool:
    """建设以茶叶为主的种植基地; A经济带、以新能源为主的B经济带: 以 says what the carrier behind it
    is for, not what the place before it lives on; so it does behind a place that is built
    (建设樟树以中成药为主的医药基地)."""
    if state.text.endswith((*_MAKING, "、"), state.sentence.start, verb.start):
        return True
    if not state.text.endswith(_MAKING, state.sentence.start, place.start):
        return False
    return place.end == verb.start and _CORED.match(state.text, verb.start, end) is not None


def _acted(
    state: State, owner: Group, verb: Verb, near: bool, rest: list[Item], start: int, end: int
) -> bool:
    """What a verb of each class makes of its subject; `near`: named in the same clause."""
    ours = own_rest(state, verb, rest)
    plain = all(isinstance(i, Verb) for i in ours)
    acts = near or _follows(state, owner, verb, start) or _is_keyed(state, owner, verb, start)
    gives = verb.word in _TRANSITIVE and plain and acts
    if gives and focused(state, owner, verb, rest, start, end):
        return True
    if gives and len(owner.entities) > 1 and state.text.endswith(EACH, 0, verb.start):
        return False
    stop = rest[len(ours)].start if len(ours) < len(rest) else end
    if verb.classes & lex.BUILD and plain and _grown(state, owner, verb, near, start, stop):
        return True
    if verb.classes & lex.GATHER and not verb.classes & lex.LAID:
        return _gathered(state, owner, verb, start, end)
    if verb.classes & lex.LISTED and near:
        return listed(state, owner, rest, start, end)
    if verb.classes & lex.FOCUS and (near or not verb.word.startswith("巩固")):
        return focused(state, owner, verb, rest, start, end)
    return verb.word == "形成" and near and plain and _formed(state, owner, start, end)


def _is_keyed(state: State, owner: Group, verb: Verb, start: int) -> bool:
    """甲镇：服务型城镇，发展乙业: a verb that opens a clause behind the key of its sentence."""
    opens = verb.start == start and owner.start == state.opening()
    return opens and state.text[owner.end] in "：:"


def _follows(state: State, owner: Group, verb: Verb, start: int) -> bool:
    """多点：宜春、新余等地，发展锂电; 依托A、B高新区，发展Y; X立足Z优势，发展Y: a verb behind a
    clause that only names its subject, or what that has at hand."""
    if verb.start == start and LEANING.fullmatch(state.text, owner.entities[-1].end, start):
        return True
    if verb.start != start or not _AFTER.fullmatch(state.text, owner.end, start):
        return False
    begin, _ = state.clause(owner.start)
    return _NAMING.fullmatch(state.text, begin, owner.start) is not None


def _gathered(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """上虞市集聚了近200家节能电光源相关企业: an existing concentration."""
    text = state.text[verb.end : end]
    if not _FIRMS.search(text) and _is_goods(state, text):
        for entity in (e for e in owner.entities if e.carrier or not state.is_home(e)):
            draft(state, entity, "cluster", "existing", focus(text), min(start, owner.start), end)
        return True
    if not _FIRMS.search(text) or verb.word in ("拥有", "占据") or text.startswith("的"):
        return False
    if state.is_home(owner.entities[0]) and owner.entities[0].carrier is None:
        return False
    engaged = _ENGAGED.search(text)
    named = engaged[1] if engaged else re.split(r"等|企业|相关", text)[0]
    products = focus(_BEFORE_FIRMS.sub("", named))
    products = tuple(p for p in products if not RANKS.fullmatch(p))
    if not products:
        return False
    if _BY_NAME.search(text):
        products = tuple(p for p in products if p in state.page.taxonomy.labels)
        if not products:
            return False
    for entity in owner.entities:
        held = known(state, entity)
        if held is not None:
            held.add(state.industrial(products))
            continue
        draft(state, entity, "cluster", "existing", products, min(start, owner.start), end)
    return True


def _is_goods(state: State, words: str) -> bool:
    """Whether words are a list of industries and nothing else (集聚高端装备、汽车零部件)."""
    items = words.removesuffix("等产业").removesuffix("等").removesuffix("产业").split("、")
    return len(items) > 1 and all(map(state.page.taxonomy.knows, items))


def _mainly(state: State, owner: Group, verb: Verb, start: int, end: int) -> bool:
    """佳木斯以农机制造为主, 大同以煤炭为主导: what a place lives on."""
    match = _MAINLY.match(state.text, verb.end, end)
    said = match["what"].removeprefix("发展") if match else ""
    what = said + "产业" * (len(said) == 1)  # 茶产业
    products = focus(what)
    named = match is not None and state.text.startswith("产业", match.end()) and products
    known = state.page.taxonomy.knows(what) or _made(products) or named
    if match is None or not known or not products or products[0].startswith(_URGING):
        return False
    if state.text.startswith("的", match.end()) and products[0].startswith(_MAKING):
        return False  # 以开发X为重点的Y区: what is to be done for Y
    size = len(owner.entities)
    dealt = size > 1 and state.text.endswith(EACH, start, verb.start)
    if dealt and len(products) != size:
        return False  # nobody can tell whose each of them is
    meant = _AIMED.match(state.text, match.end("what")) or state.text.endswith(
        _TO_BE, start, verb.start
    )
    when: Status = "planned" if meant else "existing"
    for entity, own in zip(owner.entities, products if dealt else [""] * size, strict=True):
        goods = (own,) if dealt else products
        draft(state, entity, state.kind_of(entity), when, goods, start, end)
    return True


def _made(products: tuple[str, ...]) -> bool:
    """Whether a list ends with goods or work, known as an industry or not (金刚石合成和制品)."""
    return bool(products) and products[-1].endswith(_GOODS)


def _grown(state: State, owner: Group, verb: Verb, near: bool, start: int, end: int) -> bool:
    """钦州港区加快形成造纸、粮油产业等三大产业: industries without a carrier."""
    said = state.text[verb.end : end]
    match = _GROWN.match(said) or (_WORKS.match(said) if near else None)
    bare = said[:-1] if said.endswith("、") else ""  # 银川打造光伏材料、中卫打造云计算产业
    products = focus(match["what"] if match else bare)
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
        if text.endswith(_CARRIERS) and text not in state.page.taxonomy.labels:
            continue  # X的矿业开发区 is a zone of X, X的领带 is none
        products = state.industrial(focus(_SECTOR_END.split(text.rstrip("，、也均都还…"))[0]))
        stop = min(group.end + 1 + len(text), end)
        for entity in group.entities if products else ():
            draft(state, entity, "cluster", "existing", products, group.start, stop)
    state.distributed = []
    return True
