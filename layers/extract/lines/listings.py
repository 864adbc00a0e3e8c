"""Lists, records and tables: lines that say by their layout what is made where.

A row holds the name of a place and its industries (漠河：边境旅游业), or the place alone under a
caption that names the industry, or a place with the industries on a line of their own below it.
`listed` reads them before the sentences and says which it has used up.
"""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.lines import captions
from layers.extract.lines.goods import industries
from layers.extract.lines.keys import recorded
from layers.extract.lines.rows import PROGRAM, Line, line
from layers.extract.lines.runs import Above, settled
from layers.extract.lines.sites import Sites
from layers.extract.lines.tables import CELLS, self_named, table
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.strays import is_common
from layers.extract.places.toponyms import TOWNS, is_unit
from layers.extract.sentences.state import Page
from layers.industry import MIXED

_BELOW = 8
"""Lines below a place within which its industries may stand."""
_SHORTEST, _BRAND = 3, 10
"""Characters of a county with its product."""
_INNER = compiled(r"[（(](?P<what>[\u4e00-\u9fff、]{2,20})[）)](?=[\u4e00-\u9fff]{2,8}$)")
_NO_GOODS = compiled(r"[路村期]$|公司|商会|协会|除外|^非|已|级")
"""What a bracket may hold that is no industry."""
_OURS = compiled(r"[我本][省市区县州盟旗]")
_AMONG = compiled(r"(?:其中|另外|此外|同时)[，,]?")
_STOP = re.compile("[，。；]")
_NO_RECORD = compiled(
    r"^第[一二三四五六七八九十百\d]+[章节篇条]|^[图表][\d一-十]|^专栏|领导小组|名单$|座谈会|纪要|取消|撤销"
    r"|(?:包括|包含|分为|设有|下设|下辖|由)[^，。]{2,60}(?:[一二三四五六七八九十\d]+个|等)(?:区块|片区|园区|板块|组团|功能区)"
    r"|^邻近|毗邻|考察|(?<!机器)(?<!深度)学习(?![机用])|下降|停产|搬迁|外迁|亏损|隐患|整改|信访|疫情|关停|淘汰|整治|借鉴|影响|短缺|不平衡|扰民|污染|本报告|我省"
    r"|^(?:我国|全国|全省|我省|全球|世界)"
)
"""A line that is about something else than the place above it."""

_SEMICOLONS = ("；", ";")


def listed(page: Page) -> frozenset[int]:
    """Read every list and table of the plan into drafts; the starts of the sentences used."""
    reading = Above(page, Sites(page))
    for number, sentence in enumerate(page.plan.sentences):
        found = line(page.plan, sentence)
        before = len(reading.rows)
        if found is None:
            _forget(reading)
        else:
            _read(reading, found)
            _bar(reading, found, before)
        for row in reading.rows[before:]:
            row.number = number
    return settled(page, reading.sites, reading.rows) | reading.gone


def _bar(reading: Above, found: Line, before: int) -> None:
    """以下产业列入禁止目录：, 三、有序退出产业: what the lines below list is to go, and none of it
    is claimed."""
    if len(reading.rows) == before:
        told = len(found.cells) > 1 and any(
            captions.is_column(reading.words(c)) for c in found.cells
        )
        if not told:  # the head of a table leaves its title in force
            reading.heading = (found.start, found.end)
    elif captions.is_barred(reading.words(reading.heading)):
        del reading.rows[before:]
        reading.gone.add(found.sentence.start)


def _forget(reading: Above) -> None:
    reading.topic, reading.planned, reading.towns = None, False, False
    reading.owner, reading.columns, reading.alternate = None, (), False
    reading.bodies, reading.shut, reading.heading = (), False, (0, 0)


def _read(reading: Above, found: Line) -> None:
    reading.age += 1
    if reading.age > _BELOW:
        reading.owner = None
    if _goes_on(reading, found):
        return
    if table(reading, found) or _record(reading, found):
        return
    if not found.cells:
        reading.topic, reading.planned = None, False
        return
    if len(found.cells) == 1 and _alone(reading, found):
        return
    words = reading.words((found.start, found.end))
    if captions.is_short(words) and not _STOP.search(words) and not _is_told(reading, found):
        _caption(reading, found, words)
    else:
        reading.topic, reading.planned = None, False


def _goes_on(reading: Above, found: Line) -> bool:
    """X园：新材料（首位）；医药健康: goods alone behind a semicolon of the same line, which are of
    the row before them, if there is one, and head nothing."""
    text, start = reading.page.plan.clean, found.sentence.start
    if text[start - 1 : start] not in _SEMICOLONS or found.cut == ":":
        return False
    words = reading.words((found.start, found.end))
    if not captions.is_short(words) or text.find("：", text.rfind("\n", 0, start) + 1, start) < 0:
        return False
    products = industries(words, reading.page.taxonomy)
    row = reading.rows[-1] if reading.rows else None
    if products and row is not None and row.line.sentence.end == start:
        row.products += products
        reading.gone.add(start)
    return bool(products)


def _is_told(reading: Above, found: Line) -> bool:
    """Whether a short line is a sentence of its paragraph, and heads nothing: 全国装备看株洲。"""
    start, _ = reading.page.plan.paragraphs[found.sentence.paragraph]
    return _is_closed(reading, found) and not (found.marked and found.sentence.start == start)


def _is_closed(reading: Above, found: Line) -> bool:
    """Whether a full stop follows the line's words."""
    return reading.page.plan.clean.startswith("。", found.end, found.sentence.end)


def _record(reading: Above, found: Line) -> bool:
    """主导产业为A和B below the line of a place."""
    if reading.owner is None:
        return False
    if found.cut == "" and captions.is_list_of(reading.words((found.start, found.end))):
        reading.captioned()
    owner, taxonomy = reading.owner, reading.page.taxonomy
    if owner is None:
        return False
    other = _is_of_another(reading, found, owner)
    if other or _NO_RECORD.search(reading.words((found.start, found.end))):
        reading.owner = None
        return False
    one = found.cut == PROGRAM and len(found.cells) == 1
    words = reading.words(found.cells[0] if one else (found.start, found.end))
    saying = recorded(words, taxonomy, owner.name)
    products = saying.all
    if saying.all and _is_entry(reading, found):
        return False
    if not products and found.cut in CELLS:
        products = industries("、".join(map(reading.words, found.cells)), taxonomy)
    told = found.marked or _is_closed(reading, found)
    plain = found.cut == "" and not told and reading.age == 1
    if not products and plain and not reading.sites.all(found.start, found.end):
        products = industries(words, taxonomy)
    if not products:
        if found.marked and not found.cells:
            reading.owner = None  # a numbered sentence begins something else
        return False
    reading.topic = None
    reading.add(found, (owner,), products, (owner.start, found.sentence.end))
    reading.rows[-1].known_for = saying.titles
    reading.owner = None
    return True


def _is_of_another(reading: Above, found: Line, owner: Entity) -> bool:
    """其中，黄石…，重点发展特钢: whether a sentence opens with another unit than the line
    above names."""
    text, resolver = reading.page.plan.clean, reading.page.resolver
    opened = _AMONG.match(text, found.start)
    begin = opened.end() if opened else found.start
    if _OURS.match(text, begin):
        return True
    word, _ = reading.page.words.at(begin, lex.PLACE)
    named = resolver.resolve(word) if len(word) > 1 and word[:2] not in owner.name else None
    if named is None or is_common(word):
        return False
    bearers = (named.place,) if named.place else named.candidates
    mine = any(place in (*owner.places, resolver.home) for place in bearers)
    return not mine and (named.place is not None or any(map(is_unit, bearers)))


def _is_entry(reading: Above, found: Line) -> bool:
    """Whether a line names the next place of a list, and is not said of the one above."""
    home = (reading.page.resolver.home,)
    named = reading.sites.all(found.start, found.end)
    return any(s.places and (found.marked or s.places != home) for s in named)


def _alone(reading: Above, found: Line) -> bool:
    """A place alone on its line: a row under an industry's caption, or the head of a record."""
    cell = found.cells[0]
    if not reading.topic and _branded(reading, found):
        return True
    if not reading.topic and not reading.sites.may_name(*cell):
        return False
    sites = reading.sites.all(*cell, "zone" if reading.topic and found.marked else "")
    if not any(s.places or (s.failed and s.failed.candidates) for s in sites):
        return bool(sites) and _unknown(reading, found, sites)
    if len(sites) > 1 and not _share(sites) and self_named(reading, found, sites):
        return True
    if len(sites) == 1 and _bracketed(reading, found, sites[0]):
        return True
    if reading.topic and (found.marked or len(sites) > 1 or reading.alternate):
        reading.add(found, sites, (), cell)
        return True
    return reading.opens_record(found, sites)


def _share(sites: tuple[Entity, ...]) -> bool:
    """A县甲镇、乙镇辣椒加工园: towns that share the last one's carrier, as those of a sentence."""
    *rest, last = sites
    bare = any(s.name.endswith(TOWNS) and s.carrier is None for s in rest)
    return last.carrier is not None and bare


def _bracketed(reading: Above, found: Line, site: Entity) -> bool:
    """周村区（矿物功能新材料）特色产业集群: what the place's cluster is for, in a bracket."""
    inner = _INNER.search(site.name)
    if inner is None or site.carrier is None or not site.places or _NO_GOODS.search(inner["what"]):
        return False
    products = focus(inner["what"])
    if not any(label(p, reading.page.taxonomy) for p in products):
        return False
    reading.add(found, (site,), products, (site.start, site.stop))
    return True


def _branded(reading: Above, found: Line) -> bool:
    """大荔冬枣, 白水苹果: counties with their products, each alone on its line."""
    start, end = found.cells[0]
    words, resolver = reading.words((start, end)), reading.page.resolver
    if found.marked or not _SHORTEST < len(words) <= _BRAND:
        return False
    for length in range(len(words) - 2, 1, -1):
        place = resolver.resolve(words[:length]).place
        if place is not None and is_unit(place) and resolver.is_home(place):
            product, name = words[length:], words[:length]
            if place.id == resolver.home.id or product not in reading.page.taxonomy.labels:
                return False
            site = Entity(start, start + length, name, (place,), start + length)
            reading.add(found, (site,), (product,), (start, end)).weak = True
            return True
    return False


def _unknown(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """A zone without a place under an industry's caption: refused, unless it is a caption."""
    if not (reading.topic and found.marked and len(sites) == 1 and found.cut == ""):
        return False
    site = sites[0]
    words = site.name[: site.carrier.start - site.start] if site.carrier else site.name
    ours = words.startswith(reading.page.resolver.home.name[:2])
    if not ours and label(words, reading.page.taxonomy) is not None:
        return False
    reading.add(found, sites, (), (site.start, site.stop))
    return True


def _names_issuer(reading: Above, found: Line) -> bool:
    """国家农业产业强镇名单（四川）: a caption with the issuer's name in brackets."""
    inner = reading.words(found.cells[-1])
    home = reading.page.resolver.home.name
    return found.cut == "(" and len(found.cells) == 2 and len(inner) > 1 and home.startswith(inner)


def _caption(reading: Above, found: Line, words: str) -> None:
    """A short line that names an industry, or says what the list below is about."""
    if reading.topic and found.marked and found.cut == "":
        return  # one of the list that the reader cannot place
    if len(found.cells) == 1 or found.cut != ":":
        reading.planned = captions.is_planned(words)
        reading.towns = captions.is_of_towns(words)
    if len(found.cells) > 1 and not _names_issuer(reading, found):
        reading.topic = None
        return
    topic = captions.industry(reading.page, words)
    opens = reading.words((found.end - 1, found.sentence.end)).endswith(("：", ":"))
    taxonomy = reading.page.taxonomy
    named = topic is not None and (taxonomy.knows(topic) or taxonomy.is_broad(topic))
    known = topic == MIXED or named
    reading.topic = topic if known or opens else None
    if reading.topic:
        reading.owner = None
