"""Lists, records and tables: lines that say by their layout what is made where.

A row holds the name of a place and its industries (漠河：边境旅游业), or the place alone under a
heading that names the industry, or a place with the industries on a line of their own below it.
`listed` reads them before the sentences and says which it has used up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from layers.extract.drafting import GENERIC, draft
from layers.extract.entities import Entity
from layers.extract.industries import focus
from layers.extract.labels import label
from layers.extract.mentions import Scanner
from layers.extract.rows import (
    KEY,
    Cell,
    Line,
    aimed,
    houses,
    industries,
    is_name_key,
    is_planned,
    line,
)
from layers.extract.sites import Sites
from layers.extract.state import Page, State
from layers.extract.toponyms import is_unit
from layers.industry import MIXED
from layers.records import Status

_BELOW = 8
"""Lines below a place within which its industries may stand."""
_CHAPTER = 30
"""Characters of a heading above a list."""
_COUNT = re.compile(r"[（(][共]?[\d一二三四五六七八九十]+[个家处项][）)]|[（(][^（()）]*[）)]$")
_HEAD_TAIL = re.compile(
    r"(?:类|型)?(?:产业)?(?:特色)?(?:园区|产业园|集聚区|集群|基地|开发区|产区|板块|产业带|小镇|产业链|产业|行业|领域|类)(?:名单|列表|布局|分布|一览表)?$"
)
_HOLLOW = re.compile(
    r"(?:国家级|省级|市级|县级|区级|国家|重点|主要|其他|其它|主导|特色|优势|支柱|新增|首批|第[一二三四五六七八九十]+批|培育|核心|各|本市|全市|全省|全县|我市|我省|专业|示范|[一二三四五六七八九十\d]+[个大类家]|布局|空间|的)*"
)
_MIXED = re.compile(r"综合(?:类|性)?|多元")
_INDUSTRY_HEAD = re.compile(r"主导产业|产业|行业|产业定位|发展方向|首位产业|特色产业|重点产业|主导行业|功能定位")


@dataclass
class _Row:
    """A row found: its places, what they make, where it stands."""

    line: Line
    sites: tuple[Entity, ...]
    products: tuple[str, ...]
    topic: str | None
    status: Status
    start: int
    end: int
    weak: bool = False
    lone: bool = False  # its name is unknown: only among rows whose names are places
    number: int = 0


@dataclass
class _Reading:
    """What the lines above mean for the next one."""

    page: Page
    sites: Sites
    rows: list[_Row] = field(default_factory=list)
    topic: str | None = None
    planned: bool = False
    governs: bool = False
    owner: tuple[Entity, ...] = ()
    owner_line: Line | None = None
    age: int = 0
    column: int | None = None


def listed(page: Page, scanner: Scanner) -> frozenset[int]:
    """Read every list and table of the plan into drafts; the starts of the sentences used."""
    reading = _Reading(page, Sites(page, scanner))
    for number, sentence in enumerate(page.plan.sentences):
        found = line(page.plan, sentence)
        before = len(reading.rows)
        if found is None:
            _forget(reading)
        else:
            _read(reading, found)
        for row in reading.rows[before:]:
            row.number = number
    return _kept(reading)


def _forget(reading: _Reading) -> None:
    reading.topic, reading.governs, reading.planned = None, False, False
    reading.owner, reading.column = (), None


def _read(reading: _Reading, found: Line) -> None:
    reading.age += 1
    if reading.age > _BELOW:
        reading.owner = ()
    if _table(reading, found) or _record(reading, found):
        return
    text = reading.page.plan.clean
    whole = text[found.start : found.end]
    if len(found.cells) == 1 and _alone(reading, found):
        return
    if _head(reading, found):
        return
    if len(whole) > _CHAPTER or whole.count("，"):
        _forget_topic(reading)


def _forget_topic(reading: _Reading) -> None:
    reading.topic, reading.governs = None, False




def _table(reading: _Reading, found: Line) -> bool:
    """Cells of which one names places and another their industries."""
    if len(found.cells) < 2:
        return False
    text, taxonomy = reading.page.plan.clean, reading.page.taxonomy
    cells = found.cells
    if found.cut == "|" and _header(reading, cells):
        return True
    if is_name_key(text[slice(*cells[0])]):
        cells = cells[1:]
    if any(GENERIC.search(text, *c) for c in cells):
        return False
    at, sites, lone = _place_cell(reading, cells, found.cut)
    if not sites:
        return False
    rest = cells[at + 1 :] + cells[:at] if found.cut == "|" else cells[at + 1 :]
    for cell in rest:
        words = text[slice(*cell)]
        products = industries(words, taxonomy) or aimed(words, taxonomy)
        if _names_places(reading, products):
            continue
        if not products and reading.column is not None and found.cells.index(cell) == reading.column:
            products = industries(text[slice(*cell)], taxonomy, strict=False)
        if products:
            _row(reading, found, sites, products, cells[at], cell)
            reading.rows[-1].lone = lone
            return True
    if lone:
        return False
    if found.cut in ("(", ":") and reading.governs and at == 0:
        return _governed(reading, found, sites)
    return at == 1 and found.cut == ":" and _reversed(reading, found, sites)


def _place_cell(
    reading: _Reading, cells: tuple[Cell, ...], cut: str
) -> tuple[int, tuple[Entity, ...], bool]:
    """Which cell names places; a short name before a colon may be one that nobody knows."""
    listed = reading.governs and cut == "("
    named = [(i, s) for i, c in enumerate(cells) if (s := reading.sites.all(*c, listed))]
    if named:
        at, sites = next((n for n in named if any(s.places for s in n[1])), named[0])
        return at, sites, False
    return 0, reading.sites.unknown(*cells[0]) if cut == ":" else (), True


def _names_places(reading: _Reading, products: tuple[str, ...]) -> bool:
    """Whether the words are places (北京、上海), which a label may hold by chance."""
    resolve = reading.page.resolver.resolve
    return any(resolve(p).place is not None or p.endswith(("县", "镇", "乡")) for p in products)


def _header(reading: _Reading, cells: tuple[Cell, ...]) -> bool:
    """园区名称 | 主导产业: the column of the industries."""
    words = [reading.page.plan.clean[slice(*c)] for c in cells]
    columns = [i for i, w in enumerate(words) if len(w) < 10 and _INDUSTRY_HEAD.search(w)]
    if not columns or any(reading.sites.all(*c) for c in cells):
        return False
    reading.column = columns[-1]
    reading.planned = is_planned(words[columns[-1]])
    reading.owner = ()
    return True


def _row(
    reading: _Reading,
    found: Line,
    sites: tuple[Entity, ...],
    products: tuple[str, ...],
    where: Cell,
    what: Cell,
) -> None:
    text = reading.page.plan.clean
    planned = reading.planned or is_planned(text[what[0] : what[1]])
    start, end = min(where[0], what[0]), max(where[1], what[1])
    if text[end : end + 1] in ("）", ")"):
        end += 1
    status: Status = "planned" if planned else "existing"
    topic = reading.topic if reading.governs else None
    reading.rows.append(
        _Row(found, sites, products, topic, status, start, end, found.cut in ("-", " "))
    )
    reading.owner = ()


def _governed(reading: _Reading, found: Line, sites: tuple[Entity, ...]) -> bool:
    """海口综合保税区（航运） under 保税物流园区：."""
    status: Status = "planned" if reading.planned else "existing"
    start, end = found.cells[0][0], found.end
    text = reading.page.plan.clean
    products = tuple(p for p in text[slice(*found.cells[1])].split("、") if len(p) < 10)
    reading.rows.append(_Row(found, sites, products, reading.topic, status, start, end))
    return True


def _reversed(reading: _Reading, found: Line, sites: tuple[Entity, ...]) -> bool:
    """电子信息产业：吉安高新区、南昌县: the industry first, then its places."""
    text = reading.page.plan.clean
    topic = _industry(reading, text[slice(*found.cells[0])])
    if topic is None or not (len(sites) > 1 or sites[0].carrier is not None):
        return False
    status: Status = "planned" if reading.planned else "existing"
    for site in sites:
        reading.rows.append(_Row(found, (site,), (), topic, status, site.start, site.stop))
    return True


def _record(reading: _Reading, found: Line) -> bool:
    """主导产业为A和B below the line of a place."""
    text, taxonomy = reading.page.plan.clean, reading.page.taxonomy
    above = reading.owner_line
    if not reading.owner or above is None:
        return False
    first = text[found.start : found.end].split("，")[0]
    key = KEY.match(first)
    products = industries(first[key.end("link") :], taxonomy, strict=False) if key else ()
    products = products or houses(text[found.start : found.end], taxonomy)
    if not products and found.cut == "|" and len(found.cells) == 1:
        products = industries(text[slice(*found.cells[0])], taxonomy)
    if not products and reading.age == 1 and found.cut == "" and not found.marked:
        products = industries(text[found.start : found.end], taxonomy)
    if not products:
        return False
    start, end = reading.owner[0].start, found.sentence.end
    status: Status = "planned" if reading.planned else "existing"
    reading.rows.append(_Row(found, reading.owner, products, None, status, start, end))
    reading.owner = ()
    return True


def _alone(reading: _Reading, found: Line) -> bool:
    """A place alone on its line: a row under an industry's heading, or the head of a record."""
    sites = reading.sites.all(*found.cells[0], reading.governs and found.marked)
    if not any(s.places or (s.failed and s.failed.candidates) for s in sites):
        return bool(sites) and _unknown(reading, found, sites)
    if len(sites) > 1 and _self_named(reading, found, sites):
        return True
    if reading.governs and (found.marked or len(sites) > 1):
        status: Status = "planned" if reading.planned else "existing"
        start, end = found.cells[0]
        reading.rows.append(_Row(found, sites, (), reading.topic, status, start, end))
        return True
    if len(sites) == 1 and _is_whole(reading, found):
        reading.owner, reading.owner_line, reading.age = sites, found, 0
        _forget_topic(reading)
    return True


def _is_whole(reading: _Reading, found: Line) -> bool:
    """Whether the line is a paragraph of its own."""
    text, sentence = reading.page.plan.clean, found.sentence
    before = text[sentence.start - 1 : sentence.start]
    return before in ("", "\n") and text[sentence.end : sentence.end + 1] in ("", "\n")


def _unknown(reading: _Reading, found: Line, sites: tuple[Entity, ...]) -> bool:
    """A zone without a place under an industry's heading: refused, unless it is a heading."""
    if not (reading.governs and found.marked and len(sites) == 1 and found.cut == ""):
        return False
    site = sites[0]
    words = site.name[: site.carrier.start - site.start] if site.carrier else site.name
    if label(words, reading.page.taxonomy) is not None:
        return False
    reading.rows.append(
        _Row(found, sites, (), reading.topic, "existing", site.start, site.stop)
    )
    return True


def _self_named(reading: _Reading, found: Line, sites: tuple[Entity, ...]) -> bool:
    """黄冈绿色产业组团、咸宁健康产业组团: a list of zones that bear their industries."""
    if reading.governs:
        return False
    named = [(site, _own_words(reading, site)) for site in sites if site.places]
    if sum(bool(words) for _, words in named) < 2:
        return False
    for site, words in named:
        if words:
            row = _Row(found, (site,), focus(words) or (words,), None, "planned", *_span(site))
            reading.rows.append(row)
    return True


def _span(site: Entity) -> Cell:
    return site.start, site.stop


def _own_words(reading: _Reading, site: Entity) -> str:
    """What stands between the place and the carrier of a zone's name."""
    if site.carrier is None:
        return ""
    text, at = reading.page.plan.clean, site.start
    for place in site.places:
        names = (place.name, place.name.rstrip("省市县区"))
        at += next((len(n) for n in names if text.startswith(n, site.start)), 0)
    return text[at : site.carrier.start] if at > site.start else ""


def _head(reading: _Reading, found: Line) -> bool:
    """A short line that names an industry, or says what the list below is about."""
    text = reading.page.plan.clean
    whole = text[found.start : found.end]
    if len(whole) > _CHAPTER or any(c in whole for c in "，。；"):
        return False
    if reading.governs and found.marked and found.cut == "":
        return True  # one of the list that the reader cannot place
    if len(found.cells) > 1:
        _forget_topic(reading)
        return True
    reading.planned = is_planned(whole)
    topic = _industry(reading, whole)
    closed = text[found.end - 1 : found.sentence.end].rstrip()
    opens = closed.endswith(("：", ":"))
    if topic is None or not (opens or reading.page.taxonomy.knows(topic) or topic == MIXED):
        _forget_topic(reading)
        return True
    reading.topic, reading.governs = topic, True
    reading.owner = ()
    return True


def _industry(reading: _Reading, words: str) -> str | None:
    """The industry that a heading names: 互联网科技园区, 烟叶产业, 综合园区."""
    words = _COUNT.sub("", words).strip("：: ")
    bare = _HEAD_TAIL.sub("", words)
    if bare == words and not reading.page.taxonomy.knows(words):
        return None
    bare = _HOLLOW.sub("", bare, count=1) if _HOLLOW.match(bare) else bare
    if _MIXED.fullmatch(bare):
        return MIXED
    if not 2 <= len(bare) <= 12 or _HOLLOW.fullmatch(bare):
        return None
    named = label(bare, reading.page.taxonomy)
    if named is None and (bare == words or re.search(r"[\d“”《》、]|的", bare)):
        return None
    return reading.page.context.own_words(bare if named is None or named in bare else named)


def _kept(reading: _Reading) -> frozenset[int]:
    """Draft the rows: those that only white space or a dash divides need company, and names of
    another province need a list of the issuer's own."""
    used: set[int] = set()
    near = _near(reading)
    for run in _runs(reading.rows):
        known = [r for r in run if any(s.places and not s.outside for s in r.sites)]
        if any(r.weak for r in run) and len(run) < 3:
            continue
        for row in run:
            if row.lone and len(known) < 2:
                continue
            made = [near.get(site.start, site) if len(run) > 2 else site for site in row.sites]
            if row.lone or any(site.places and not site.outside for site in made):
                used.add(row.line.sentence.start)
            _draft(reading, row, made)
    return frozenset(used)


def _near(reading: _Reading) -> dict[int, Entity]:
    """Names of neighbouring provinces in the lists, by where they stand: a name that one unit of
    the country bears, near the issuer's own or near one that is."""
    sites = [site for row in reading.rows for site in row.sites]
    ours = [s.places[0] for s in sites if s.places and not s.outside]
    away = [s for s in sites if s.failed is not None or s.outside]
    away = [s for s in away if any(is_unit(p) for p in reading.sites.candidates(s))]
    if len(ours) < len(away):
        return {}
    found: dict[int, Entity] = {}
    for _ in range(3):
        for site in away:
            near = reading.sites.neighbour(site, ours) if site.start not in found else None
            if near is not None:
                found[site.start] = near
                ours.append(near.places[0])
    return found


def _runs(rows: list[_Row]) -> list[list[_Row]]:
    """Rows that follow one another, at most two lines apart."""
    runs: list[list[_Row]] = []
    for row in rows:
        if runs and row.number - runs[-1][-1].number <= 3:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _draft(reading: _Reading, row: _Row, sites: list[Entity]) -> None:
    page, sentence = reading.page, row.line.sentence
    whole = page.plan.clean[sentence.start : sentence.end]
    state = State(page, sentence, whole, [], row.topic)
    for site in sites:
        if site.failed is not None:
            page.failed.append((site, sentence))
            continue
        if reading.sites.is_issuer(site):
            continue
        kind = state.kind_of(site)
        draft(state, site, kind, row.status, row.products, row.start, row.end)
    page.drafts += state.mine
