"""Patterns of lists and records: towns by compass sector, two-line records, 以Y为主导产业."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.patterns import NUMBER, compiled, each
from layers.extract.places.entities import Entity, Group
from layers.extract.places.mentions import Token
from layers.extract.places.owntowns import TERRAIN
from layers.extract.places.strays import stray
from layers.extract.sentences.drafting import draft, keep
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.governing import industry_of
from layers.extract.sentences.state import State
from layers.extract.sentences.statuses import kind_for
from layers.records import Kind, Status

RECORD = re.compile(
    r"^(?:重点|主要|主导|优势|首位|特色)?(?:发展)?(?:产业|定位|主导产业|产业定位)[^：:，。]{0,6}[：:]"
)
_LED = compiled(
    r"以(?P<what>[^，。]{1,80}?)(?:等)?为(?:主导|支柱|首位|主|特色)(?:的)?产业"
    r"|形成了?(?:以)?(?P<four>[^，。]{1,120}?)(?:等)?"
    r"(?:为主导的|为基础|[一二两三四五六七八九十\d]*大?(?:支柱|主导|特色|优势|传统))(?:的)?产业"
    r"|(?:(?:主导|支柱|特色|首位)产业|主要行业)(?:之一)?(?:为|是|有|包括)(?P<named>[^，。；]{2,80})"
)
_LEADING = re.compile(each("主导 支柱 主 特色 基础 优势 传统 首位", "的{0,2}产业") + "|主要行业")
"""What every such sentence holds; the pattern itself looks far ahead for it."""
_NAME = compiled(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?P<name>[\u4e00-\u9fff]{4,14}[区园])[：:](?=[^：:]*\d)"
)
"""The name of a zone that its numbers follow."""
_SHORT = 3
"""Characters of words that are too few for a zone's name."""
_OPENINGS = ("例如", "比如", "其中", "目前", "当前")
"""Clauses before the place that a sentence is about."""
_LAID = compiled(
    r"(?P<sure>重点|主要|集中|多|大多)?(?P<how>布局|分布|集中|集聚)[在于]"
    rf"(?=(?:{TERRAIN}的?)?[\u4e00-\u9fff]{{1,4}}(?:镇|街道|乡|苏木))"
)
_LAYING = re.compile(r"(?:布局|分布|集中|集聚)[在于]")
_HEADED = compiled(r"[，,。；;：:]|等(?=.)")
_CORE = compiled(r"以.*为(?:核心|重点|主|中心|依托|龙头)$")
"""以柏梓镇为核心，主要分布在…: what stands before the verb and is no industry."""
_TOWN = compiled(
    r"(?:^|[，,、。；;:：和及与在于的])(?:[东西南北中]{1,2}部的?)?([\u4e00-\u9fff]{1,4}?(?:镇|街道|乡|苏木))"
    r"(?=[东西南北中]|的|，|,|、|和|与|及|等|。|；|;|$|[\u4e00-\u9fff]{1,4}(?:村|社区))"
)
_TOWN_END = compiled(r"，|,|。|；|;|等地|$")
_BARE = compiled(
    r"(?:目前[，,]?|现)?(?:该|全区|区内|本)?"
    r"(我园|产业集聚区|先进制造业开发区|集聚区|高新区|经开区|开发区|经济开发区|园区|工业园区|全区|区内|全县|全市)?"
)
_AREAS: dict[str, tuple[Kind, Status]] = {
    "planned": ("agglomeration_area", "planned"),
    "existing": ("cluster_current", "existing"),
}
"""What a sector of a town is: to be laid out, or where an industry lies."""
_ASIDE = compiled(r"(?:业主|为|等多|作为)")


def laid_out(state: State) -> bool:
    """茶叶产业主要分布在梅家坞镇南部的上村…: the industry, then towns by compass sector."""
    whole = state.whole
    small = state.home.level in ("county", "prefecture")
    marks = list(_LAID.finditer(whole)) if small and _LAYING.search(whole) else []
    if not marks:
        return False
    cuts = [m.start() for m in marks[1:]] + [len(whole)]
    found = False
    for mark, cut in zip(marks, cuts, strict=True):
        heads = reversed(_HEADED.split(whole[: mark.start()]))
        head = next((h for h in heads if h and not _CORE.match(h)), "")
        head = NUMBER.sub("", head)
        known = head.endswith("产业") or state.page.taxonomy.knows(head)
        if not (mark["sure"] or known) or not (head or state.governed()):
            continue
        kind, when = _AREAS["planned" if mark["how"] == "布局" else "existing"]
        stop = cut if cut == len(whole) else whole.rfind("，", 0, cut)
        for town in _TOWN.finditer(whole, mark.end() - 1, max(stop, mark.end())):
            found = True
            _town(state, head, town, stop, kind, when)
    return found


def _town(
    state: State, head: str, town: re.Match[str], limit: int, kind: Kind, when: Status
) -> None:
    stop = _TOWN_END.search(state.whole, town.end(1), limit)
    start = state.sentence.start + town.start(1)
    place = state.page.resolver.resolve(town[1]).place
    inside = place is not None and state.page.resolver.is_home(place)
    made = Draft(
        start,
        state.sentence.start + (stop.start() if stop else limit),
        town[1],
        town[1],
        kind,
        when,
        state.sentence,
        (place,) if place is not None and inside else (state.home,),
        "stated",
        phrases=(head,) if head else (),
        note=None if inside else "town not in the gazetteer: placed in its county",
    )
    strong, _ = state.page.context.titles.headings(state.sentence.section)
    made.industry = head if head and not strong else industry_of(state, made)
    made.add(made.phrases)
    state.mine.append(made)


def led_by(sentence: str) -> re.Match[str] | None:
    """What a place lives on, as a sentence says it: 以Y为主导产业."""
    if "产业" not in sentence and "行业" not in sentence:
        return None
    return _LED.search(sentence) if _LEADING.search(sentence) else None


def record(state: State) -> bool:
    """Records without a verb: the zone on one line, 重点发展产业：… on the next; or a zone that
    the text speaks of and 以纺织业为主导产业."""
    owner = state.page.topic_subject
    match = RECORD.match(state.whole) if owner is not None else None
    if match is not None and owner is not None:
        entity, products = owner.entities[0], focus(state.whole[match.end() :].rstrip("。；;"))
        kind = state.kind_of(entity)
        draft(state, entity, kind, "existing", products, owner.start, state.sentence.end)
        return True
    led = led_by(state.whole)
    if led and led["named"] and len(_LEADING.findall(state.whole)) > 1:
        return False  # each clause tells of its own place
    products = focus(led["what"] or led["four"] or led["named"]) if led else ()
    products = tuple(p for p in products if state.page.taxonomy.knows(p))
    if led and led["named"] and _names_zone(state, led.start()):
        return False  # 恒口示范区主导产业为…: a zone that nobody knows
    return bool(products) and _led(state, owner, products)


def headed(state: State) -> None:
    """黄羊食品工业园：规划面积12平方公里: a county's own zone that opens a sentence is what the
    next ones speak of, and stands if its name says for what."""
    match = _NAME.match(state.whole) if state.home.level == "county" else None
    known = any(isinstance(item, Group) for item in state.read[0][2])
    if match is None or known:
        return
    name, start = match["name"], state.sentence.start + match.start("name")
    word = next((name[n:] for n in range(2, len(name)) if name[n:] in state.page.kinds), "")
    if state.page.kinds.get(word) != "zone" or stray(state.page.resolver, name) is not None:
        return
    end = start + len(name)
    carrier = Token(end - len(word), end, lex.CARRIER, word)
    zone = Entity(start, end, name, (state.ground,), end, carrier=carrier, explicit=True)
    state.page.topic_subject = Group([zone])
    stem = name.removesuffix(word)
    if state.page.taxonomy.knows(stem) and not state.mine:
        draft(state, zone, "zone", "existing", (stem,), start, state.sentence.end)


def _names_zone(state: State, at: int) -> bool:
    """Whether the words of a clause before an offset of the sentence end as a zone's name does,
    and none of its places stands there."""
    at += state.sentence.start
    start, _, items = next(c for c in state.read if c[0] <= at <= c[1])
    known = any(isinstance(i, Group) and i.end <= at for i in items)
    words = state.text[start:at].removesuffix("的")
    named = len(words) > _SHORT and _BARE.fullmatch(words) is None
    return not known and named and words.endswith(("区", "园", "园区", "新城"))


def _led(state: State, owner: Group | None, products: tuple[str, ...]) -> bool:
    sentence = state.sentence
    opening = len(state.read) > 1 and state.text[slice(*state.read[0][:2])] in _OPENINGS
    first = next((i for i in state.read[int(opening)][2] if isinstance(i, Group)), None)
    if first is not None and not first.entities[0].carrier:
        return False
    subject = first or owner
    if subject is not None:
        entity = subject.entities[-1]
        kind = state.kind_of(entity)
        draft(state, entity, kind, "existing", products, sentence.start, sentence.end)
        return True
    bare = _BARE.match(state.whole)
    name = bare[1] if bare else None
    if name is not None:
        _own_zone(state, name, products)
    return name is not None


def _own_zone(state: State, name: str, products: tuple[str, ...]) -> None:
    """全区形成以Y为主导的产业: a zone without a place is the issuer's own."""
    sentence = state.sentence
    kind = kind_for(
        state.page.kinds.get(name, "zone" if name.endswith("园") else "city_role"), "existing"
    )
    made = Draft(
        sentence.start,
        sentence.end,
        name,
        state.home.name,
        kind,
        "existing",
        sentence,
        (state.home,),
        "stated",
        phrases=products,
    )
    made.add(products)
    made.add(_others(state))
    keep(state, made)


def _others(state: State) -> tuple[str, ...]:
    """Industries of the later clauses: 制鞋业为新兴产业，造纸业为配套产业."""
    parts = re.split(r"[，。]", state.whole)[1:]
    found = (p for part in parts for p in focus(_ASIDE.split(part)[0]))
    return tuple(p for p in found if state.page.taxonomy.knows(p))
