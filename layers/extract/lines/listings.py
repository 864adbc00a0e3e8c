"""Lists, records and tables: lines that say by their layout what is made where.

A row holds the name of a place and its industries (漠河：边境旅游业), or the place alone under a
caption that names the industry, or a place with the industries on a line of their own below it.
`listed` reads them before the sentences and says which it has used up.
"""

from __future__ import annotations

from layers.extract.labels import label
from layers.extract.lines import captions
from layers.extract.lines.enumerations import CUE
from layers.extract.lines.keys import recorded
from layers.extract.lines.rows import Cell, Line, industries, line, listed_in, worded
from layers.extract.lines.runs import Above, Row, settled
from layers.extract.lines.sites import Sites
from layers.extract.places.entities import Entity
from layers.extract.places.mentions import Scanner
from layers.extract.sentences.drafting import GENERIC
from layers.extract.sentences.state import Page
from layers.industry import MIXED
from layers.records import Status

_WIDEST = 24
"""Columns of a table."""
_BELOW = 8
"""Lines below a place within which its industries may stand."""


def listed(page: Page, scanner: Scanner) -> frozenset[int]:
    """Read every list and table of the plan into drafts; the starts of the sentences used."""
    reading = Above(page, Sites(page, scanner))
    for number, sentence in enumerate(page.plan.sentences):
        found = line(page.plan, sentence)
        before = len(reading.rows)
        if found is None:
            _forget(reading)
        else:
            _read(reading, found)
        for row in reading.rows[before:]:
            row.number = number
    return settled(page, reading.sites, reading.rows)


def _forget(reading: Above) -> None:
    reading.topic, reading.planned, reading.owner, reading.column = None, False, None, None


def _read(reading: Above, found: Line) -> None:
    reading.age += 1
    if reading.age > _BELOW:
        reading.owner = None
    if _table(reading, found) or _record(reading, found):
        return
    if not found.cells:
        reading.topic, reading.planned = None, False
        return
    if len(found.cells) == 1 and _alone(reading, found):
        return
    words = reading.words((found.start, found.end))
    if len(words) <= captions.LONGEST and not any(c in words for c in "，。；"):
        _caption(reading, found, words)
    else:
        reading.topic, reading.planned = None, False


def _table(reading: Above, found: Line) -> bool:
    """Cells of which one names places and another their industries."""
    cells = found.cells
    if not 1 < len(cells) <= _WIDEST:
        return False
    if found.cut == "|" and _header(reading, cells):
        return True
    if captions.is_name_key(reading.words(cells[0])):
        cells = cells[1:]
        if len(cells) == 1 and found.cut == ":":
            return _opens_record(reading, found, reading.sites.all(*cells[0]))
    at, sites, lone = _place_cell(reading, cells, found.cut)
    if not sites:
        return False
    rest = cells[at + 1 :] + (cells[:at] if found.cut == "|" else ())
    if any(_paired(reading, found, sites, cells[at], cell, lone) for cell in rest):
        return True
    return not lone and _other_way(reading, found, at, sites)


def _place_cell(
    reading: Above, cells: tuple[Cell, ...], cut: str
) -> tuple[int, tuple[Entity, ...], bool]:
    """Which cell names places, and whether nobody knows them: a short name before a colon."""
    lenient = "zone" if reading.topic and cut == "(" else ""
    named = [(i, s) for i, c in enumerate(cells) if (s := reading.sites.all(*c, lenient))]
    if named:
        at, sites = next((n for n in named if any(s.places for s in n[1])), named[0])
        return at, sites, False
    return 0, reading.sites.unknown(*cells[0]) if cut == ":" else (), True


def _paired(
    reading: Above,
    found: Line,
    sites: tuple[Entity, ...],
    where: Cell,
    what: Cell,
    lone: bool,
) -> bool:
    """A place and the cell with its industries."""
    words = reading.words(what)
    if GENERIC.search(words):
        return False
    products = listed_in(words, reading.page.taxonomy)
    doubtful = not products
    shaped = found.cut in ("(", ":", "-", " ") or found.cells.index(what) == reading.column
    if doubtful and shaped and not lone and all(s.places for s in sites):
        products = worded(words)
    if not products or _names_places(reading, products):
        return False
    row = _row(reading, found, sites, products, where, what)
    row.weak, row.doubtful, row.lone = found.cut in ("-", " "), doubtful, lone
    return True


def _names_places(reading: Above, products: tuple[str, ...]) -> bool:
    """Whether the words are places (北京、上海), which a label may hold by chance."""
    resolve = reading.page.resolver.resolve
    return any(resolve(p).place is not None or p.endswith(("县", "镇", "乡")) for p in products)


def _header(reading: Above, cells: tuple[Cell, ...]) -> bool:
    """园区名称 | 主导产业: the column of the industries."""
    columns = [i for i, c in enumerate(cells) if captions.is_column(reading.words(c))]
    if not columns or any(reading.sites.all(*c) for c in cells):
        return False
    reading.column, reading.owner = columns[-1], None
    reading.planned = captions.is_planned(reading.words(cells[columns[-1]]))
    return True


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
    start, status = min(where[0], what[0]), "planned" if planned else reading.status
    made = Row(found, sites, products, reading.topic, status, start, end)
    reading.rows.append(made)
    reading.owner = None
    return made


def _other_way(reading: Above, found: Line, at: int, sites: tuple[Entity, ...]) -> bool:
    """Rows whose second cell is no list of industries."""
    if found.cut == "(" and reading.topic and at == 0:
        inner = reading.words(found.cells[1])
        products = tuple(p for p in inner.split("、") if len(p) < 10)
        _add(reading, found, sites, products, (found.cells[0][0], found.end))
        return True
    if at == 1 and found.cut in ("-", " "):
        return _paired(reading, found, sites, found.cells[1], found.cells[0], False)
    if len(found.cells) == 1 or found.cut != ":":
        return False
    if at == 1 and _reversed(reading, found, sites):
        return True
    last = reading.sites.all(*found.cells[-1])
    return bool(last) and _self_named(reading, found, last)


def _add(
    reading: Above,
    found: Line,
    sites: tuple[Entity, ...],
    products: tuple[str, ...],
    span: Cell,
) -> None:
    reading.rows.append(Row(found, sites, products, reading.topic, reading.status, *span))


def _reversed(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """电子信息产业：吉安高新区、南昌县: the industry first, then its places, each perhaps with its
    own in brackets (水果产业：华坪县（芒果）)."""
    words = reading.words(found.cells[0])
    if CUE.search(words + "：") or reading.sites.is_issuer(sites[0]):
        return False  # a sentence's list: 3个香榧种植基地分别是：
    topic = captions.industry(reading.page, words)
    several = len(sites) > 1 or sites[0].carrier is not None
    if topic is None and not all(site.extra for site in sites):
        return False
    if topic and not (several or captions.is_list_of(words)):
        return False
    for site in sites:
        own, span = worded(site.extra), (site.start, site.stop)
        reading.rows.append(Row(found, (site,), own, topic, reading.status, *span))
        known = topic or industries(site.extra, reading.page.taxonomy)
        reading.rows[-1].doubtful = not known
    return True


def _record(reading: Above, found: Line) -> bool:
    """主导产业为A和B below the line of a place."""
    owner, taxonomy = reading.owner, reading.page.taxonomy
    if owner is None:
        return False
    words = reading.words((found.start, found.end))
    products = recorded(words, taxonomy)
    if not products and found.cut == "|":
        products = industries("、".join(map(reading.words, found.cells)), taxonomy)
    plain = found.cut == "" and not found.marked and reading.age == 1
    if not products and plain and not reading.sites.all(found.start, found.end):
        products = industries(words, taxonomy)
    if not products:
        return False
    reading.topic = None
    _add(reading, found, (owner,), products, (owner.start, found.sentence.end))
    reading.owner = None
    return True


def _alone(reading: Above, found: Line) -> bool:
    """A place alone on its line: a row under an industry's caption, or the head of a record."""
    cell = found.cells[0]
    if not reading.topic and not reading.sites.may_name(*cell):
        return False
    sites = reading.sites.all(*cell, "zone" if reading.topic and found.marked else "")
    if not any(s.places or (s.failed and s.failed.candidates) for s in sites):
        return bool(sites) and _unknown(reading, found, sites)
    if len(sites) > 1 and _self_named(reading, found, sites):
        return True
    if reading.topic and (found.marked or len(sites) > 1):
        _add(reading, found, sites, (), cell)
        return True
    return _opens_record(reading, found, sites)


def _opens_record(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """A place alone: what it makes may stand on the lines below."""
    text, sentence = reading.page.plan.clean, found.sentence
    before, after = text[sentence.start - 1 : sentence.start], text[sentence.end : sentence.end + 1]
    if len(sites) == 1 and before in ("", "\n") and after in ("", "\n"):
        reading.owner, reading.age, reading.topic = sites[0], 0, None
    return bool(sites)


def _unknown(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """A zone without a place under an industry's caption: refused, unless it is a caption."""
    if not (reading.topic and found.marked and len(sites) == 1 and found.cut == ""):
        return False
    site = sites[0]
    words = site.name[: site.carrier.start - site.start] if site.carrier else site.name
    ours = words.startswith(reading.page.resolver.home.name[:2])
    if not ours and label(words, reading.page.taxonomy) is not None:
        return False
    _add(reading, found, sites, (), (site.start, site.stop))
    return True


def _self_named(reading: Above, found: Line, sites: tuple[Entity, ...]) -> bool:
    """黄冈绿色产业组团、咸宁健康产业组团: a list of zones that bear their industries."""
    if reading.topic:
        return False
    named = [
        (s, w)
        for s in sites
        if s.places and (w := captions.own_words(reading.page, s, found.slogan))
    ]
    if len(named) < 1 + found.slogan or len(named) * 2 < len(sites):
        return False
    status: Status = "planned" if found.slogan else reading.status
    for site, words in named:
        reading.rows.append(Row(found, (site,), words, None, status, site.start, site.stop))
    return True


def _caption(reading: Above, found: Line, words: str) -> None:
    """A short line that names an industry, or says what the list below is about."""
    if reading.topic and found.marked and found.cut == "":
        return  # one of the list that the reader cannot place
    if len(found.cells) == 1 or found.cut != ":":
        reading.planned = captions.is_planned(words)
    if len(found.cells) > 1:
        reading.topic = None
        return
    topic = captions.industry(reading.page, words)
    opens = reading.words((found.end - 1, found.sentence.end)).endswith(("：", ":"))
    known = topic is not None and (topic == MIXED or reading.page.taxonomy.knows(topic))
    reading.topic = topic if known or opens else None
    if reading.topic:
        reading.owner = None
