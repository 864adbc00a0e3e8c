"""Patterns with a carrier and no place at all: 打造北斗导航产业基地 is the issuer's own."""

from __future__ import annotations

import re
from itertools import takewhile

from layers.extract import lexicon as lex
from layers.extract.industries import SIZE, focus
from layers.extract.labels import ACTS, label
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity, Group, Obj, Verb, uncounted
from layers.extract.places.mentions import ordinary_words
from layers.extract.places.toponyms import TOWNS, Resolution
from layers.extract.places.townships import without_town
from layers.extract.sentences.drafting import draft, keep
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.quotations import is_nickname, is_quoted
from layers.extract.sentences.state import State, is_industrial
from layers.extract.sentences.statuses import CALLED, EQUATING, kind_for, status
from layers.records import Status

SEVERAL = re.compile(
    r"一批|级及?以上|更多|若干|一系列|多个|各类|各级|各地|有条件|每个|有关|\d+个|\d+家|[一二两三四五]级|[两三四五六七八九十]+个"
)
_COUNTED = re.compile(r"(?:\d+|[两三四五六七八九十]+)[大条](?!数据)")
_FIELD = re.compile(r"在(?P<what>[^，,。；、]{2,16}?)等?领域$")
"""在数字安防等领域形成全球产业中心: what a carrier is for, said before its verb."""
WORKS = ("电站", "项目", "风电场")
"""What is counted where no place is named before it."""
_SECTOR = "板块"
"""A part of the land behind a place, of the economy without one."""
_LAYING = ("打造", "建设", "培育", "形成", "构建", "建成", "重点打造", "布局", "规划建设")
"""Verbs that make a part of a county's land."""
_LARGE = ("base", "agglomeration_area", "cluster")
"""Kinds that are of weight without a place."""
_OURS = re.compile(r"我市|我省|全市|我县|我区|我州")
_VAGUE = ("先进制造", "先进制造业", "制造业", "制造", "产业", "")
_WIDE = ("全球", "全国", "世界", "国际", "区域")
"""What says how far a carrier reaches, not what it is for."""
_OUTER = compiled(r"国家|全国|中国|[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,7}自治区")
"""Whose title a zone bears that is one of many (是河北省绿色化工示范园区)."""
_RANKS = compiled(
    r"级|流|重要|知名|影响|特色|现代|综合|协同|创新|改革|开放|合作|高质量|一体|发展$|新型|战略$"
)
_BUILT = compiled(
    r"(?:[、和与及][^，,。；、和与及]{2,24}?(?:基地|中心|园区?|区|集群|带|平台|高地|走廊|项目))*(?:等[^，,。；]{0,14}?)?(?:建设|推进力度|改造升级|提档升级|转型升级)"
)
_NUMBERED = compiled(r"(?:[2-9]|[1-9]\d+)[余多]?[个家处座片]")
"""How many there are of it (示范区2个)."""
_GROWTH = ("发展", "扩容", "提质", "升级", "扩区", "提档", "改造升级", "转型升级")
_STRENGTHENING = ("提升", "整合", "巩固", "夯实", "做强", "壮大", "巩固提升")
"""What is done to a base or cluster that stands."""
_CLOSED = re.compile(r"[，,。；、]|$")
_SITED = compiled(r"[\u4e00-\u9fff]{2,3}(?:岛|半岛|湾|镇|乡|村|街道|片区)")
"""A place before what a carrier is for (海甸岛|物联网应用创新基地)."""
_COUNTRIES = (
    "俄罗斯|越南|缅甸|老挝|泰国|柬埔寨|印度|印尼|马来西亚|新加坡|菲律宾|巴西|美国|德国|法国|英国|日本|韩国|墨西哥|埃及"
    "|埃塞俄比亚|尼日利亚|肯尼亚|坦桑尼亚|赞比亚|南非|塞尔维亚|匈牙利|波兰|白俄罗斯|哈萨克斯坦|乌兹别克斯坦"
    "|巴基斯坦|孟加拉国|斯里兰卡|沙特|阿联酋|澳大利亚|智利|秘鲁|阿根廷|蒙古国|海外|境外|国外|非洲|欧洲|东南亚|中亚|南美"
)
_ABROAD = compiled(rf"(?:{_COUNTRIES})(?!式|风情|商|客)")
_THERE = compiled(rf"(?:在|到|赴|往|走进)(?:{_COUNTRIES})")
_AIDED = compiled(r"对口(?:支援|帮扶|协作|援助)|援[建疆藏青]")
"""Whom the issuer helps, and on whose land."""
_HELPED = ("54", "63", "65")
"""Provinces that are helped, whose own land 对口援疆 speaks of: Tibet, Qinghai, Xinjiang."""
_OF_COUNTY = ("corridor", "town")
"""Kinds that are the issuer's own, without a place, in a county's text alone."""
_HOW = "智慧"
"""What says how a carrier works, not what for (智慧矿山)."""
_BARE = compiled(r"[\u4e00-\u9fff]{2,4}")
_MAKING = ("种植", "养殖", "加工", "制造", "生产", "制品", "种业", "繁育", "研发", "产业", "材料")
"""What is done to goods that nobody knows (黄花、魔芋、芥末加工基地)."""
_NAME = compiled(
    r"(?!.*(?:级|型|化|化工|临空|临港|高新|重点|特色|产业|各类|综合|现代|先进|一批))[\u4e00-\u9fff]{2,4}"
)
"""What may be the name of a zone, and no quality of it."""


def placeless(state: State, item: Obj, kind: str, verb: Verb | None, start: int) -> None:
    """打造北斗导航产业基地: a carrier with an industry and no place is the issuer's."""
    if verb is None or _is_none(state, item, verb):
        return
    local = (kind == "zone" and _is_near(state)) or (
        kind in _OF_COUNTY and state.home.level == "county"
    )
    granted = bool(verb.classes & lex.LISTED)
    named = granted or (local and verb.word in EQUATING and not _OUTER.match(item.modifier))
    if not (local or kind in _LARGE) or not (named or _moves(state, item, verb)):
        return
    words = state.text[max(start, verb.end) : item.end]
    if SEVERAL.search(words) or _COUNTED.match(words) or _NUMBERED.match(state.text, item.end):
        return
    if is_quoted(state, item) and not named and kind != "zone":
        return
    phrase, begin = _purpose(state, item, verb, start)
    if not phrase:
        return
    zone = _unknown_zone(state, item) or _unknown_site(state, item) or _unknown_sites(state, item)
    town = _bare_town(state, verb, start) if zone is None else None
    refused = zone or (town if town is not None and not town.places else None)
    if refused is not None:
        return state.refuse(refused)
    products = focus(phrase) or (phrase,)
    if not set(products) <= set(_VAGUE):  # 国家级先进制造业集群
        stands = granted or _strengthens(state, item, verb)
        when = "existing" if stands else status(state, verb, item.end)
        if town is not None:
            return draft(state, town, kind, when, products, town.start, item.end)
        _keep(state, item, kind, when, products, (begin, start))


def _is_none(state: State, item: Obj, verb: Verb) -> bool:
    """Whether what the clause names is nothing of the issuer's."""
    if item.carrier.word.endswith(WORKS) or _is_sector(state, item, verb):
        return True  # 建成抽水蓄能电站3座, 壮大绿色食品板块
    if state.is_heading():
        return True  # （一）建设冰雪旅游集聚区。
    # 享有“中国电缆之乡”美誉的无为市: a title of the place behind it
    return verb.word.startswith(CALLED) and state.home.level == "province"


def _bare_town(state: State, verb: Verb, start: int) -> Entity | None:
    """濮院建成毛衫基地: a town's bare name right before the verb, which its clause alone says to be
    a place; without one where several of the issuer's towns bear it."""
    end = verb.start
    bearers, is_home = state.page.resolver.gazetteer.bearers, state.page.resolver.is_home
    for at in range(max(start, end - 4), end - 1):
        name = state.text[at:end]
        known = {p.id: p for kind in TOWNS for p in bearers(name + kind) if is_home(p)}
        if known and name not in ordinary_words():
            places = tuple(known.values())
            if len(places) == 1:
                return Entity(at, end, name, places, end, explicit=True)
            return Entity(at, end, name, (), end, failed=Resolution(None, "ambiguous", places))
    return None


def _is_sector(state: State, item: Obj, verb: Verb) -> bool:
    """Whether a 板块 is one of the economy; what a county 打造s is a part of its land."""
    word = item.carrier.word
    local = state.home.level == "county" and verb.word in _LAYING
    return word.endswith(_SECTOR) and word != "产业板块" and not local


def is_elsewhere(state: State, item: Obj, start: int) -> bool:
    """在巴西建设工程机械基地, 越南袜业产业园; 对口支援沐川县，建设竹产业园: on other land."""
    said = _ABROAD.match(item.modifier) or _THERE.search(state.text, start, item.start)
    if said or (state.home.code or "").startswith(_HELPED):
        return bool(said)
    return _AIDED.search(state.text, state.sentence.start, item.start) is not None


def is_refused(state: State, item: Obj, owner: Group | None, start: int) -> bool:
    """在额穆等镇建设X基地: whether a name before the carrier is of a place that nobody knows, and
    not one of several (洛阳、豫西南建设X基地)."""
    refused = takewhile(lambda f: f[1] is state.sentence, reversed(state.page.failed))
    before = (entity.start for entity, _ in refused if start <= entity.start < item.start)
    placed = owner is not None and any(e.places for e in owner.entities)
    listed = {e.start for e in owner.entities} if owner is not None and placed else set()
    return any(at not in listed for at in before)


def _is_near(state: State) -> bool:
    """Whether a zone without a name is near enough to be the issuer's, or that of a chapter."""
    return state.home.level in ("county", "prefecture") or state.ground is not state.home


def _moves(state: State, item: Obj, verb: Verb) -> bool:
    """Whether the verb builds, or helps with 建设 behind the carrier."""
    helped = verb.classes & lex.HELP and (_is_listed(state, item) or _grows(state, item))
    return bool(helped or verb.classes & lex.BUILD) or _strengthens(state, item, verb)


def _strengthens(state: State, item: Obj, verb: Verb) -> bool:
    """夯实提升国家石油产业基地，…: what the verb does to the carrier and to nothing of it."""
    large = state.page.kinds[item.carrier.word] in _LARGE
    return large and verb.word in _STRENGTHENING and bool(_CLOSED.match(state.text, item.end))


def _has_tail(state: State, item: Obj) -> bool:
    return state.text.startswith("建设", item.end, item.end + 2)


def _is_listed(state: State, item: Obj) -> bool:
    """加快A基地、B中心建设: whether 建设 closes the list of which the carrier is one."""
    return _BUILT.match(state.text, item.end, state.sentence.end) is not None


def _grows(state: State, item: Obj) -> bool:
    """推动建材产业园发展: what is done for a park of the issuer's own."""
    zone = state.page.kinds[item.carrier.word] == "zone" and _is_near(state)
    return zone and state.text.startswith(_GROWTH, item.end)


def _unknown_sites(state: State, item: Obj) -> Entity | None:
    """羊八井、谷露、古堆地热基地: names that nobody knows, the last with what they make."""
    first, *middle, last = item.modifier.split("、") if "、" in item.modifier else ("", "")
    heads = (first, *middle)
    if (
        state.home.level != "province"
        or not middle
        or not all(_BARE.fullmatch(head) for head in heads)
    ):
        return None
    goods = next(iter(state.page.taxonomy.find(last)), (0, 0, ""))[0]
    if goods not in (2, 3) or last[goods:].startswith(_MAKING):
        return None
    if any(state.page.taxonomy.find(head) for head in heads):
        return None
    start, end = item.start, item.start + len(first)
    return Entity(start, end, first, (), end, failed=Resolution(None, "unknown"))


def _purpose(state: State, item: Obj, verb: Verb, start: int) -> tuple[str, int]:
    """The industry that the carrier is for, "" for none, and where the words of it begin."""
    phrase = without_town(uncounted(item.modifier.split("的")[-1]))
    phrase = phrase.replace("战略性新兴产业", "").replace("新兴产业", "")
    phrase = SIZE.sub("", phrase.removesuffix("高质量发展"))
    field = _FIELD.search(state.text, start, verb.start) if phrase in _WIDE else None
    phrase = field["what"] if field else phrase
    named = state.page.taxonomy.knows(phrase) or (len(phrase) > 2 and is_industrial(phrase))
    told = len(phrase) > 2 and state.governed() and _is_plain(phrase)
    if phrase in _VAGUE or phrase.endswith(_HOW) or not (named or told):
        return "", verb.start
    return phrase, field.start("what") if field else verb.start


def _is_plain(phrase: str) -> bool:
    """Whether the words of a carrier are what an industry that governs them may be about."""
    return not (_RANKS.search(phrase) or ACTS.search(phrase) or any(c in phrase for c in "、“期"))


def _keep(
    state: State,
    item: Obj,
    kind: str,
    when: Status,
    products: tuple[str, ...],
    begins: tuple[int, int],
) -> None:
    """A claim on the issuer's land; `begins` are the offsets of its words and of its clause."""
    ours = _OURS.search(state.text[begins[1] : item.start])
    made = Draft(
        begins[0],
        item.end + (2 if _has_tail(state, item) else 0),
        uncounted(state.text[item.start : item.end].lstrip("、和与及")),
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


def _unknown_site(state: State, item: Obj) -> Entity | None:
    """建设海甸岛物联网基地 in a province's text: named for a place that the gazetteer lacks."""
    found = state.page.taxonomy.find(item.modifier)
    head = item.modifier[: found[0][0]] if found else ""
    if state.home.level != "province" or not _SITED.fullmatch(head):
        return None
    whole, stop = item.modifier + item.carrier.word, item.end
    return Entity(item.start, stop, whole, (), stop, failed=Resolution(None, "unknown"))


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
