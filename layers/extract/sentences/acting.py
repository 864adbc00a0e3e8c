"""Whether the places of a clause act: whether they are the subject of what comes after them."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.patterns import compiled
from layers.extract.places.announced import town_of
from layers.extract.places.entities import Entity, Group, Item, Obj, Verb
from layers.extract.places.mentions import Token
from layers.extract.places.toponyms import Resolution
from layers.extract.sentences.abroad import moves_to
from layers.extract.sentences.state import State
from layers.extract.sentences.strengths import is_means, uses

_TOWN = compiled(
    r"(?:其中|此外|同时|目前)?(?P<name>(?!.{0,3}(?:各|全|该|乡镇|城镇|小镇|[强名重古]镇|等|个|[一二三四五六七八九十]))"
    r"[\u4e00-\u9fff]{1,3}(?:镇|乡|街道))(?:要|将|则|应|主要|重点|大力|积极|着力|全力)*"
)
"""A town that opens a clause, before its verb."""
_SEATS = ("县城", "城区", "主城区")
"""The seat of a county in its own text."""
_SECTOR = compiled("[东西南北中]{1,2}部?(?P<kind>片区|区块|组团|板块)")
"""A part of a zone by its point of the compass."""
_ACTING = lex.BUILD | lex.FOCUS
_TOWN_END = re.compile("镇|乡|街道")
_ALONE = lex.OWN | lex.LISTED
"""Classes of verbs that need no place before them."""
_SPREADS = "呈现"
"""What says how the industries before it are spread."""
OPENING = re.compile(
    r"其中|[一二三四五六七八九]是|此外|目前|近年来|[（(]?[一二三四五六七八九十\d]+[）)、.．]|[，, ]"
)
"""Words before the subject of a sentence."""
_MERGING = ("整合", "合并", "归并", "撤并")
_MOVING = ("推动", "推进", "促进", "统筹", "加快", "整合")
_GATHERING = compiled(r"(?:集聚|集中|转移|搬迁|迁移|靠拢)?(?:发展)?(?=[，,；;。]|$)")
"""What ends a clause behind the place that something moves to."""
_WITH = ("与", "和", "同", "跟", "携手", "联合")
_JOINTLY = ("联动", "协同", "抱团", "错位")
"""What several do with one another."""
_TOGETHER = compiled(
    r"[\u4e00-\u9fff]{0,6}?(?:签约|签订|携手|联手|合作|共同|联合)*(?:共建|共同|联合打造|合作)"
)
_LINE = re.compile(r"[至到](?=[\u4e00-\u9fff]{2,})(?!20|今|位)")
"""What stands between the two ends of a line."""
_EXAMPLE = "为代表的"
_INTO = ("", "成", "成为", "为")
"""What stands between a building verb and what is made."""
_PARTS = ("”", '"', "核", "心", "极", "翼", "点")
"""What the name of a part of a layout ends in."""
_SUBJECTS = (
    "支持",
    "推动",
    "鼓励",
    "引导",
    "以",
    "在",
    "将",
    "把",
    "由",
    "是",
    "走进",
    "来到",
    "步入",
)


_RAISING = ("加快", "推进", "推动", "支持", "提升", "做强", "加快推进", "全力推进", "加大")
"""Verbs of which a place may be the object, and then the subject of the next clause."""
_RAISED = compiled(
    r"(?:的?(?:开发|规划|基础设施)*(?:建设|发展|能级|水平|功能|提质|扩容|扩区|升级|提升|壮大|转型|增效|力度|进度|步伐))*"
)
_AIMED = compiled(r"[，,](?:并)?(?:重点|着力|主要|优先)(?:发展|布局|培育|打造|建设)")
_OF = compiled(
    r"[^，,。；、]{2,8}的[^，,。；]{0,8}(?:区|地|平台|节点|支点|窗口|引擎|门户)(?=[，,。；]|$)"
)
"""What follows a place that only says where another's part lies (沿江开发的核心承载区)."""


def is_idle(state: State, items: list[Item], start: int, end: int) -> bool:
    """Whether nobody acts in a clause (推进项目建设): it holds verbs alone, none that can do
    without a place, no subject is left from before, and no unknown town can open it."""
    if state.subject is not None or state.page.topic_subject is not None:
        return False
    for item in items:
        if not isinstance(item, Verb) or item.classes & _ALONE or item.word == _SPREADS:
            return False
    return _TOWN_END.search(state.text, start, end) is None


def acts(state: State, items: list[Item], group: Group, end: int) -> bool:
    """Whether the group is the clause's subject: only helping verbs before it, and it is not
    itself what they build (建设X产业园, 推进X开发建设)."""
    at = next((i for i, item in enumerate(items) if item is group), None)
    if at is None:
        return True
    before, after = items[:at], items[at + 1 :]
    text = state.text
    if _is_aside(text, group, end):
        return False
    last = before[-1] if before else None
    if isinstance(last, Verb) and last.word in ("支持", "推动", "鼓励", "引导"):
        before = [last]  # a new statement in the clause
    if any(_builds(i) for i in before):
        return _is_raised(state, last, group, end)
    means = next((i for i in reversed(before) if not isinstance(i, Obj)), None)
    if (
        is_means(state, means, group)
        or _is_goal(state, group)
        or _is_raised(state, last, group, end)
    ):
        return True
    verbs = [i for i in before if isinstance(i, Verb) and i.word not in _SUBJECTS]
    helped = [v for v in verbs if not _equates(text, v)]
    rest = state.text[group.end : end]
    grows = all(isinstance(i, Verb) and i.classes & lex.GROW for i in after)
    if not after and helped == [last]:
        if rest and _moves_all(last, group):
            return True  # 推进A、B装备制造协作，打造…
        if uses(last, state.text[group.entities[-1].end : end]):
            return True  # 发挥A、B产业优势，打造…
    if _is_built(group, after) or (before and after and grows and _bears(group)):
        return False  # 支持唐山轨道交通基地建设，打造…: the base is built, it builds nothing
    return not (helped and (rest.startswith("的") or not rest or grows))


def _equates(text: str, verb: Verb) -> bool:
    """“一核”即A, “两翼”为B、C: whether a verb says which places a part of a layout is."""
    return verb.word in ("即", "为") and text[verb.start - 1 : verb.start] in _PARTS


def _is_aside(text: str, group: Group, end: int) -> bool:
    """A至B输电通道, 以A大米、B为代表的品牌: where a line begins, or an example, is no subject."""
    if text.startswith("作为", group.start - 2) and text.startswith("的", group.end):
        return True
    stop = group.entities[-1].end
    return _LINE.match(text, stop, end) is not None or text.find(_EXAMPLE, stop, end) >= 0


def is_merged(verb: Verb | None, rest: list[Item]) -> bool:
    """整合A、B园区组建C: whether places become part of another thing, and are claimed no more."""
    if verb is None or verb.word not in _MERGING:
        return False
    return any(isinstance(i, Verb) and i.classes & lex.BUILD for i in rest)


def gives(verb: Verb | None, group: Group) -> bool:
    """公主岭承接长春汽车零部件产业: whether the places are those that an industry moves from."""
    return verb is not None and verb.word.endswith("承接") and verb.end == group.start


def _is_goal(state: State, group: Group) -> bool:
    """把企业搬迁至柯桥，建设X; 向古雷集聚，打造X: the one place where what moves then builds."""
    start, end = state.clause(group.start)
    if len(group.entities) > 1 or _GATHERING.match(state.text, group.end, end) is None:
        return False
    gathers = state.text.endswith("向", start, group.start) and group.end < end
    return gathers or moves_to(state, start, group.start)


def _moves_all(verb: Item | None, group: Group) -> bool:
    several = len(group.entities) > 1
    return several and isinstance(verb, Verb) and verb.word in _MOVING


def _is_raised(state: State, verb: Item | None, group: Group, end: int) -> bool:
    """提升X新区发展能级，重点布局Y, 组建X高新区，重点发展Y: the place that is advanced, or the zone
    that is built, where the next clause says at once what for."""
    if not isinstance(verb, Verb) or len(group.entities) > 1:
        return False
    zone = group.entities[0].carrier is not None and not group.entities[0].extra
    if verb.word not in _RAISING and not (zone and verb.classes & lex.BUILD):
        return False
    raised = _RAISED.fullmatch(state.text, group.end, end)
    return raised is not None and _AIMED.match(state.text, end) is not None


def speaks_on(state: State, items: list[Item], first: Group) -> bool:
    """Whether the clause's first places open the paragraph, or take it over from those that did."""
    opens = state.page.plan.paragraphs[state.sentence.paragraph][0] == state.sentence.start
    if not opens and state.page.topic_subject is None:
        return False
    if not first.entities[0].places or _is_news(items):
        return False
    at = next((i for i, item in enumerate(items) if item is first), len(items))
    if _is_built(first, items[at + 1 :]):
        return False
    return not OPENING.sub("", state.text[state.sentence.start : first.start])


def unknown_town(state: State, start: int, verb: Verb) -> Entity | None:
    """湖田镇主要发展旅游业 in a city's text: a town that nobody knows is refused in sight; a
    county's own need not be known."""
    if state.home.level == "county" or not verb.classes & _ACTING:
        return None
    town = _TOWN.fullmatch(state.text, start, verb.start) if verb.start > start + 1 else None
    if town is None:
        return None
    begin, end = town.span("name")
    found = state.page.resolver.resolve(town["name"])
    failed = found if found.candidates else Resolution(None, "unknown")
    return Entity(begin, end, town["name"], (), end, failed=failed) if not found.place else None


def unknown_builder(state: State, start: int, verb: Verb) -> Entity | None:
    """前湾打造Y behind 慈溪打造X, 古雷发展Y behind 漳州发展X: a subject that no list names is
    the issuer's town of the name, or refused in sight."""
    span = state.stranger(start, verb.start) if verb.classes & _ACTING else None
    if span is None:
        return None
    name = state.text[slice(*span)]
    sister = _sister(state, *span)
    if sister is not None:
        return sister
    seat = state.home.level == "county" and name in _SEATS
    place = state.home if seat else town_of(name, state.page.resolver)
    if place is not None:
        return Entity(*span, name, (place,), span[1], explicit=True)
    found = state.page.resolver.resolve(name)
    failed = found if found.candidates else Resolution(None, "unknown")
    return Entity(*span, name, (), span[1], failed=failed)


def _sister(state: State, start: int, end: int) -> Entity | None:
    """X新区东部片区布局Y，西部片区布局Z: the part of a zone beside another part of it."""
    before = state.subject.entities[-1] if state.subject is not None else None
    whole = before is not None and _SECTOR.search(state.text, before.start, before.stop)
    part = _SECTOR.fullmatch(state.text, start, end)
    if before is None or not (whole and part and before.places):
        return None
    carrier = Token(part.start("kind"), end, lex.CARRIER, part["kind"])
    name = state.text[start:end]
    return Entity(start, end, name, before.places, end, carrier=carrier, explicit=True)


def is_partner(state: State, group: Group, start: int, acting: Group | None) -> bool:
    """四平在…，正与长春共建汽车产业园: who builds with the places that act."""
    beside = state.text.endswith(_WITH, start, group.start)
    if not (beside and _TOGETHER.match(state.text, group.end)):
        return False
    return (acting or state.carried()) is not None


def is_wider(state: State, group: Group, acting: Group | None, verb: Verb | None) -> bool:
    """支持鄂州建设武汉城市圈核心区, 把荷塘区打造成株洲的X基地: a region round the places that act,
    or a unit before 的, only says of what their part is."""
    region = group.entities[0]
    if acting is None or verb is None or not verb.classes & lex.BUILD:
        return False
    if len(group.entities) > 1:
        return False
    if region.failed is not None and state.page.resolver.compass(region.name):
        return acting.start >= state.clause(group.start)[0]  # 支持邵阳建设湘中南装备制造基地
    wide = len(region.places) > 1 or any(p.level == "region" for p in region.places)
    if wide and verb.end == group.start and acting.start >= state.clause(group.start)[0]:
        return True  # 支持衡阳建设长株潭都市圈电机产业基地
    made = state.text[verb.end : group.start] in _INTO
    owns = made and state.text.startswith("的", group.end)
    if not owns and (len(region.places) != 1 or state.is_home(region)):
        return False
    outer, encloses = region.places, state.page.resolver.gazetteer.encloses
    inner = [p for e in acting.entities for p in e.places]
    held = bool(inner) and all(any(encloses(o, p) for o in outer) for p in inner)
    return held and (owns or outer[0].level == "region")


def _bears(group: Group) -> bool:
    """Whether the places bear a carrier for some industry."""
    return any(e.carrier and e.extra for e in group.entities)


def _is_built(group: Group, after: list[Item]) -> bool:
    """凉山清洁能源基地建设加快: what is built is no subject."""
    first = after[0] if after else None
    if isinstance(first, Verb) and first.word.startswith(_JOINTLY) and len(group.entities) > 1:
        return False  # A园、B园联动发展，打造X基地
    grows = isinstance(first, Verb) and first.classes & lex.GROW and first.start == group.end
    return bool(grows) and _bears(group)


def _is_news(items: list[Item]) -> bool:
    """温岭列入创建名单: a sentence that tells a distinction opens no paragraph on the place."""
    return any(isinstance(i, Verb) and i.classes & lex.LISTED for i in items)


def _builds(item: Item) -> bool:
    if isinstance(item, Group | Obj):
        return True
    return bool(item.classes & lex.BUILD) and not item.classes & lex.HELP


def is_scope(text: str, group: Group) -> bool:
    """打造成为甲区沿江开发的核心区, 成为乙市乃至全省的策源地: whose something becomes, and no
    subject."""
    if not text.endswith("成为", 0, group.start):
        return False
    end = group.entities[-1].end
    return text.startswith(("的", "乃至"), end) or _OF.match(text, end) is not None
