"""Tables and rows: a cell that names places, and the cells with their industries.

Which cell holds what is told by what it holds, and by the head of the table where there is one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from layers.extract.lines import captions
from layers.extract.lines.columns import by_column, header, of_industries
from layers.extract.lines.enumerations import CUE
from layers.extract.lines.goods import SAID, ZONES_ACT, industries, listed_in, worded
from layers.extract.lines.keys import KEY
from layers.extract.lines.parts import in_parts
from layers.extract.lines.rows import PROGRAM, Cell, Line
from layers.extract.lines.runs import Above, Row
from layers.extract.lines.sayings import described
from layers.extract.places.entities import Entity
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.drafting import GENERIC
from layers.industry import Taxonomy
from layers.records import Status

_WIDEST = 24
"""Columns of a table."""
_OFFICE = re.compile(
    r"(?<=[县市区旗州])(?:人民政府|农业农村局|农业局|农牧局|林业(?:和草原)?局|畜牧局)$"
)
Named = tuple[int, tuple[Entity, ...]]
"""A cell's number and the places that it names."""
CELLS = ("|", PROGRAM)
"""Cuts that make cells of any order."""


def table(reading: Above, found: Line) -> bool:
    """Cells of which one names places and another their industries."""
    cells = found.cells
    if not 1 < len(cells) <= _WIDEST:
        return False
    if found.cut in ("|", " ") and header(reading, found):
        return True
    if reading.shut and found.cut == "|":
        return True
    if found.cut == ":" and (barred := _is_no_row(reading, found)) is not None:
        return barred
    if captions.is_name_key(reading.words(cells[0])):
        cells = cells[1:]
        if len(cells) == 1 and found.cut == ":":
            return reading.opens_record(found, reading.sites.all(*cells[0]))
    at, sites, lone = _place_cell(reading, cells, found.cut)
    if not sites:
        return False
    rest = cells[at + 1 :] + (cells[:at] if found.cut in CELLS else ())
    rest = by_column(reading, cells, rest)
    if found.cut == ":" and at == 0 and len(sites) == 1 and _names_zones(reading, found, sites[0]):
        return True
    starts = range(len(rest))
    if any(_paired(reading, found, sites, cells[at], rest[n:], lone) for n in starts):
        return True
    return not lone and _other_way(reading, found, at, sites)


def _is_no_row(reading: Above, found: Line) -> bool | None:
    """Whether a line with a colon is used up, for what it lists is to go, or (False) is a sentence
    that says where a zone lies; None where it may be a row."""
    if captions.is_barred(reading.words(found.cells[0])):
        reading.gone.add(found.sentence.start)
        return True
    return False if captions.says_where(reading.words(found.cells[1])) else None


def _place_cell(
    reading: Above, cells: tuple[Cell, ...], cut: str
) -> tuple[int, tuple[Entity, ...], bool]:
    """Which cell names places, and whether nobody knows them: a short name before a colon."""
    lenient = "zone" if cut == ":" or (reading.topic and cut == "(") else ""
    if cut == "|":
        cells = tuple(_without_office(reading, cell) for cell in cells)
    asked = [(i, c) for i, c in enumerate(cells) if i - len(cells) not in reading.bodies]
    named = [(i, s) for i, c in asked if (s := reading.sites.all(*c, lenient))]
    if named:
        return *(_finest(reading, named) if cut in (*CELLS, " ") else _first(named)), False
    return 0, reading.sites.unknown(*cells[0]) if cut == ":" else (), True


def _finest(reading: Above, named: list[Named]) -> Named:
    """The first cell that names places, or the one that names a part of its place: 潍坊 | 寿光市;
    of a zone that nobody knows and a unit (头门港经开区 | 临海市) the zone in the unit."""
    at, sites = _first(named)
    for other, inner in named:
        if other == at or len(sites) != 1 or not any(map(is_unit, sites[0].places)):
            continue
        parts = tuple(_within(reading, site, sites[0]) for site in inner)
        if other > at and all(_is_part(reading, part, sites[0]) for part in inner):
            at, sites = other, inner
        elif all(_is_bare_zone(reading, site) for site in inner):
            return other, parts
    return at, sites


def _is_bare_zone(reading: Above, site: Entity) -> bool:
    """Whether nobody can place a zone, and its name says no industry (丝绸产业集群 is no zone)."""
    unknown = site.carrier is not None and not site.places
    return unknown and not captions.own_words(reading.page, site, False)


def _first(named: list[Named]) -> Named:
    """The first cell whose names have places, else the first with names."""
    return next((n for n in named if any(s.places for s in n[1])), named[0])


def _is_part(reading: Above, inner: Entity, outer: Entity) -> bool:
    """Whether the first place lies in the second and is another one."""
    encloses, unit = reading.page.resolver.gazetteer.encloses, outer.places[0]
    places = inner.places
    return bool(places) and all(p.id != unit.id and encloses(unit, p) for p in places)


def _without_office(reading: Above, cell: Cell) -> Cell:
    """昌宁县人民政府 in a table of those who apply: the county."""
    office = _OFFICE.search(reading.words(cell))
    return (cell[0], cell[0] + office.start()) if office else cell


def _paired(
    reading: Above,
    found: Line,
    sites: tuple[Entity, ...],
    where: Cell,
    rest: tuple[Cell, ...],
    lone: bool,
) -> bool:
    """A place and the cell with its industries, the first of the `rest`."""
    what = rest[0]
    words = reading.words(what)
    if GENERIC.search(words) or SAID.search(words) or ZONES_ACT.search(words):
        return False
    if len(sites) == 1 and in_parts(reading, found, sites[0], what):
        reading.owner = None
        return True
    taxonomy = reading.page.taxonomy
    products = _products(words, taxonomy)
    doubtful = not products
    shaped = found.cut in ("(", ":", "-", " ") or what in of_industries(reading, found.cells)
    if doubtful and shaped and not lone and all(s.places for s in sites):
        products = (words,) if len(words) == 1 else worded(words.split("，")[0])
    if not products or _names_places(reading, products):
        return False
    more = _beside(reading, found, rest)
    texts = (reading.words(cell) for cell in more)
    found_there = (p for text in texts for p in industries(text, taxonomy) or worded(text))
    products = tuple(dict.fromkeys((*products, *found_there)))
    row = _row(reading, found, sites, products, where, max((what, *more)))
    headed = what in of_industries(reading, found.cells)
    row.weak, row.doubtful, row.lone = found.cut in ("-", " "), doubtful and not headed, lone
    return True


def _products(words: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries of a cell; where commas divide it, clauses may tell of the place."""
    told = described(words, taxonomy) if "，" in words else ()
    return told or listed_in(words, taxonomy) or described(words, taxonomy)


def _names_places(reading: Above, products: tuple[str, ...]) -> bool:
    """Whether the words are places (北京、上海), which a label may hold by chance."""
    resolve = reading.page.resolver.resolve
    return any(resolve(p).place is not None or p.endswith(("县", "镇", "乡")) for p in products)


def _beside(reading: Above, found: Line, rest: tuple[Cell, ...]) -> list[Cell]:
    """Further cells of industries: other columns of them, other strings of a program's list."""
    if found.cut == PROGRAM:
        return list(takewhile(lambda c: _lists(reading, c), rest[1:]))
    if found.cut == " " and KEY.match(reading.words(rest[0])):
        return [c for c in rest[1:] if KEY.match(reading.words(c))]
    columns = of_industries(reading, found.cells)
    return [c for c in rest[1:] if c in columns and rest[0] in columns]


def _lists(reading: Above, cell: Cell) -> bool:
    return bool(industries(reading.words(cell), reading.page.taxonomy))


def _row(
    reading: Above,
    found: Line,
    sites: tuple[Entity, ...],
    products: tuple[str, ...],
    where: Cell,
    what: Cell,
) -> Row:
    planned = reading.planned or captions.is_planned(reading.words(what))
    home = reading.page.resolver.home.name[:2]
    products = tuple(p.removeprefix(home) if len(p) > 3 else p for p in products)
    end = max(where[1], what[1])
    end += reading.words((end, end + 1)) in ("）", ")")
    made = reading.add(found, sites, products, (min(where[0], what[0]), end))
    made.status = "planned" if planned else made.status
    reading.owner = None
    return made


def _other_way(reading: Above, found: Line, at: int, sites: tuple[Entity, ...]) -> bool:
    """Rows whose second cell is no list of industries."""
    if found.cut == "(" and reading.topic and at == 0:
        inner = reading.words(found.cells[1])
        products = tuple(p for p in inner.split("、") if len(p) < 10)
        reading.add(found, sites, products, (found.cells[0][0], found.end))
        return True
    if at == 1 and found.cut in ("-", " "):
        return _paired(reading, found, sites, found.cells[1], found.cells[:1], False)
    if found.cut == "|":
        return self_named(reading, found, sites)  # 诸暨袜业产业集群 | 诸暨市
    if len(found.cells) == 1 or found.cut != ":":
        return False
    if at == 1 and _reversed(reading, found, sites):
        return True
    last = reading.sites.all(*found.cells[-1])
    if at == 0 and len(sites) == 1 and any(map(is_unit, sites[0].places)):
        last = tuple(_within(reading, site, sites[0]) for site in last)
    return bool(last) and self_named(reading, found, last)


def _names_zones(reading: Above, found: Line, key: Entity) -> bool:
    """绍兴市：诸暨袜业产业集群、嵊州领带产业集群: clusters of the parts of the unit before a colon,
    each with its own industry."""
    inner = reading.sites.all(*found.cells[-1]) if any(map(is_unit, key.places)) else ()
    if not inner or any(s.carrier is None or not s.places for s in inner):
        return False
    return all(_is_part(reading, s, key) for s in inner) and self_named(reading, found, inner)


def _within(reading: Above, site: Entity, key: Entity) -> Entity:
    """南京：江宁生命科技小镇、江北设计小镇: the line says where its zones and towns lie; one whose
    name says nothing of it, or something else, lies in the unit that opens the line."""
    encloses, unit = reading.page.resolver.gazetteer.encloses, key.places[0]
    inside = site.places and all(p.id == unit.id or encloses(unit, p) for p in site.places)
    if inside or site.carrier is None:
        return site
    return replace(site, places=(unit,), failed=None, outside=key.outside)


def _reversed(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """电子信息产业：吉安高新区、南昌县: the industry first, then its places, each perhaps with its
    own in brackets (水果产业：华坪县（芒果）)."""
    words = reading.words(found.cells[0])
    if CUE.search(words + "：") or reading.sites.is_issuer(sites[0]):
        return False  # a sentence's list: 3个香榧种植基地分别是：
    section = found.sentence.section
    topic = captions.industry(reading.page, words) or captions.headed(reading.page, section, words)
    several = len(sites) > 1 or sites[0].carrier is not None
    if topic is None and not all(site.extra for site in sites):
        return False
    if topic and not (several or captions.is_list_of(words)):
        return False
    status: Status = "planned" if captions.is_planned(words) else reading.status
    for site in sites:
        own, span = worded(site.extra), (site.start, site.stop)
        reading.rows.append(Row(found, (site,), own, topic, status, *span))
        known = topic or industries(site.extra, reading.page.taxonomy)
        reading.rows[-1].doubtful = not known
    return True


def _is_town(site: Entity) -> bool:
    """Whether a name is that of a 特色小镇, which is always one of a trade."""
    return site.carrier is not None and site.carrier.word.endswith("小镇")


def self_named(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """黄冈绿色产业组团、咸宁健康产业组团: a list of zones that bear their industries."""
    if reading.topic:
        return False
    own = [captions.own_words(reading.page, s, found.slogan or _is_town(s)) for s in sites]
    named = [(s, w) for s, w in zip(sites, own, strict=True) if s.places and (w or _is_town(s))]
    if len(named) < 1 + found.slogan or len(named) * 2 < len(sites):
        return False
    key = reading.words(found.cells[0]) if len(found.cells) > 1 else ""
    status: Status = "planned" if found.slogan or captions.is_planned(key) else reading.status
    for site in (s for s in sites if s.places):
        words = captions.own_words(reading.page, site, True) if site.carrier else ()
        if words or _is_town(site):
            reading.rows.append(Row(found, (site,), words, None, status, site.start, site.stop))
    return True
