"""Rows of lists, and which of them count.

A row alone can be chance; its neighbours decide. Rows that only white space or a dash divides
need company, words that are no known industry need rows of known ones beside them, and a name of
another province needs a list of the issuer's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from layers.extract.labels import label
from layers.extract.lines.rows import Cell, Line
from layers.extract.lines.sites import Sites
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.neighbours import is_near, moved, unit_elsewhere
from layers.extract.places.toponyms import TOWNS
from layers.extract.sentences.drafting import draft
from layers.extract.sentences.drafts import Draft
from layers.extract.sentences.governing import industry_of
from layers.extract.sentences.state import Page, State
from layers.industry import MIXED
from layers.records import Status

_MEANT = compiled(
    r"(?:要|将|拟|重点|大力|着力|积极|优先|加快|聚力|全力|努力|主动)+(?:发展|培育|打造|建设|布局)"
    r"|新建(?![成材])|扩建|争创"
)
"""How a row says that its industries are to come (武汉市：大力发展数字经济)."""
_APART = 3
"""Lines from one row of a list to the next, at most."""
_LONG = 6
"""Rows of a list of which a third, not two thirds, must name known industries."""
_FOREIGN = 60
"""Names of other provinces with which a plan still lists its own places."""
_COMPANY = 3
"""Rows that make a list where one row alone says nothing."""


@dataclass(slots=True)
class Row:
    """A row: its places and what they make; `start:end` is its evidence, `topic` the industry of
    the caption above, `number` the line's.

    `towns`: the caption says that towns stand below;
    `weak`: only white space or a dash divides it; `doubtful`: its products are no known
    industries; `lone`: nobody knows its name; `known_for`: those of its products that its titles
    name, which say under which industry it goes.
    """

    line: Line
    sites: tuple[Entity, ...]
    products: tuple[str, ...]
    topic: str | None
    status: Status
    start: int
    end: int
    weak: bool = False
    doubtful: bool = False
    lone: bool = False
    number: int = 0
    known_for: tuple[str, ...] = ()
    towns: bool = False


@dataclass
class Above:
    """What the lines above mean for the next one: the `topic` of the caption, whether it speaks
    of what is to come, the last line that was no row (`heading`), the place whose record has begun,
    its line and caption (`opened`) and the lines since (`age`), whether places and captions
    `alternate`, and the columns of a table's industries and of its responsible `bodies`, counted
    from its last one, whether it lists what is to go (`shut`), and where the lines begin that say
    of anything that it goes (`gone`)."""

    page: Page
    sites: Sites
    rows: list[Row] = field(default_factory=list)
    topic: str | None = None
    planned: bool = False
    towns: bool = False
    heading: Cell = (0, 0)
    owner: Entity | None = None
    opened: tuple[Line, str | None] | None = None
    alternate: bool = False
    age: int = 0
    gone: set[int] = field(default_factory=set)
    columns: tuple[int, ...] = ()
    bodies: tuple[int, ...] = ()
    shut: bool = False

    @property
    def status(self) -> Status:
        """Of the rows below the caption."""
        return "planned" if self.planned else "existing"

    def words(self, cell: Cell) -> str:
        """The text of a cell."""
        return self.page.plan.clean[cell[0] : cell[1]]

    def add(
        self, found: Line, sites: tuple[Entity, ...], products: tuple[str, ...], span: Cell
    ) -> Row:
        """A row under the caption, with its evidence."""
        last = found.cells[-1] if found.cells else (found.start, found.end)
        status = "planned" if _MEANT.match(self.words(last)) else self.status
        made = Row(found, sites, products, self.topic, status, *span, towns=self.towns)
        self.rows.append(made)
        return self.rows[-1]

    def opens_record(self, found: Line, sites: tuple[Entity, ...]) -> bool:
        """A place alone: what it makes may stand on the lines below."""
        text, sentence = self.page.plan.clean, found.sentence
        before = text[sentence.start - 1 : sentence.start]
        after = text[sentence.end : sentence.end + 1]
        if len(sites) == 1 and before in ("", "\n") and after in ("", "\n"):
            self.opened = found, self.topic
            self.owner, self.age, self.topic = sites[0], 0, None
        return bool(sites)

    def captioned(self) -> None:
        """化工产业, 上虞区, 纺织产业, 柯桥区 line by line: the place that has opened a record is a
        row of the caption above it instead."""
        if self.owner is None or self.opened is None or self.opened[1] is None or self.age > 1:
            return
        place, self.topic = self.opened
        self.add(place, (self.owner,), (), (self.owner.start, self.owner.stop))
        self.owner, self.alternate = None, True


def settled(page: Page, sites: Sites, rows: list[Row]) -> frozenset[int]:
    """Draft the rows that count; the starts of the sentences that they use up."""
    used: set[int] = set()
    near = _near(sites, rows)
    for run in _runs(rows):
        for row in _counting(run):
            enough = len(run) >= _COMPANY
            places = [near.get(s.start, s) if enough else s for s in row.sites]
            refused = not row.products and any(s.failed for s in places)
            if row.lone or refused or any(s.places and not s.outside for s in places):
                used.add(row.line.sentence.start)
            _draft(page, sites, row, places)
    return frozenset(used)


def _runs(rows: list[Row]) -> list[list[Row]]:
    """Rows that follow one another."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and row.number - runs[-1][-1].number <= _APART:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _counting(run: list[Row]) -> Iterable[Row]:
    """The rows of a run that its other rows bear out."""
    known = sum(any(s.places and not s.outside for s in row.sites) for row in run)
    sure = sum(not row.doubtful for row in run)
    enough = sure * 3 >= len(run) * (2 if len(run) < _LONG else 1)
    if any(row.weak for row in run) and len(run) < _COMPANY:
        return
    for row in run:
        if not (row.lone and known < 2) and (enough or not row.doubtful):
            yield row


def _near(sites: Sites, rows: list[Row]) -> dict[int, Entity]:
    """Names of neighbouring provinces in the lists, by where they stand: a name that one unit of
    the country bears, near the issuer's own or near one that is."""
    named = [site for row in rows for site in row.sites]
    own = [s.places[0] for s in named if s.places and not s.outside]
    away = [s for s in named if unit_elsewhere(s) is not None]
    names = {s.name: s for s in away}
    if len(own) < len(away) or len(names) > _FOREIGN:
        return {}
    ours = {p.id: p for p in own}
    near: set[str] = set()
    for _ in range(_COMPANY):
        for name in [n for n in names if n not in near]:  # in order: a set has none
            unit = unit_elsewhere(names[name])
            if unit is not None and is_near(sites.page.resolver, unit, ours.values()):
                near.add(name)
                ours[unit.id] = unit
    return {s.start: moved(s) for s in away if s.name in near}


def _industry(state: State, made: Draft, products: tuple[str, ...]) -> str:
    """Of a row that no heading governs: its one product, known or not, or 综合 for several."""
    given = made.industry or MIXED
    if products != made.phrases:
        given = industry_of(state, replace(made, phrases=products))
    taxonomy, context = state.page.taxonomy, state.page.context
    if given == context.title:
        return given
    named = {label(p, taxonomy, context.is_place) or taxonomy.bare(p) for p in products}
    alone = context.own_words(named.pop()) if len(named) == 1 else MIXED
    return alone if MIXED in (alone, given) else given


def _bare_kind(row: Row, site: Entity) -> str:
    """Of a place without a carrier: a town by its trade; a village and its
    product are a small agglomeration."""
    if row.towns or site.name.endswith(TOWNS):
        return "town"
    return "agglomeration_area" if site.name.endswith("村") else "city_role"


def _draft(page: Page, sites: Sites, row: Row, places: list[Entity]) -> None:
    sentence = row.line.sentence
    whole = page.plan.clean[sentence.start : sentence.end]
    state = State(page, sentence, whole, [], row.topic)
    for site in places:
        if site.failed is not None:
            page.failed.append((site, sentence))
        elif not sites.is_issuer(site):
            kind = state.kind_of(site, _bare_kind(row, site))
            draft(state, site, kind, row.status, row.products, row.start, row.end)
    for made in state.mine if row.products and not state.governed() else ():
        made.industry = _industry(state, made, row.known_for or row.products)
    page.drafts += state.mine
