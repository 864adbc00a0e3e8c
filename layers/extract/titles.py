"""Titles: the industry that a document and its headings name, in the plan's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from layers.extract.labels import ACTS, BULLETS, TASKS, label
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import ASIDE, compiled
from layers.extract.places.lookalikes import is_nature
from layers.extract.places.toponyms import Resolver
from layers.headings import RUN_IN
from layers.industry import Taxonomy
from layers.plan import Plan

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

CARRIERS = tuple(Lexicon.from_data().kinds)
_WORDLIKE = Lexicon.from_data().wordlike
_UNSOUND = compiled(
    ACTS.pattern + r"|^为|^在(?!线)"
    r"|指标|布局|合理|供应链|达到|装机|[百千十]?万[亩吨头]|长廊|\d亿|亿元?级|水平|安全|[^^]为|[东西南北]部|区、"
    r"|开发区|高新区|经开区|学习|借鉴|选址|授予|(?:旅游|经济|创新|产业)带|[（(《]|[）)》]$"
    r"|^[\d两三四五六七八九十]+[大个条]|[名清]单$|[强名]镇$|专业镇$|[一二三四五六七八九]县[一二三四五六七八九两]"
)
"""What shows that a heading's name holds more than an industry."""
_RANK = compiled(
    r"^(?:.*?(?:首批|第[一二三四五六七八九十]+批)|国家级?(?!级)|省级|市级|特色产业)+(?=..)"
)
"""What opens the title of a list of honours (首批国家农业产业强镇名单)."""
_LEADING = compiled(r"^(?:代表性|代表|典型|主要|重点|骨干|特色|优势|部分)(?=..)")
_PARK_ENDS = ("园区", "开发区", "集聚区", "集中区", "园", "功能区", "产业带")
_PARKS = compiled(
    r"(?:产业|示范|重点|特色|专业|工业)*(?:园区|开发区|集聚区|集中区|产业园|(?<=..)园|功能区|产业带)$"
)
"""The kind of parks that a heading is over."""
_LANDS = compiled(
    r"(?:各|全|重点|主要|特色|核心|中心|产业)*(?:园区|县市区?|市县区?|县区|区县|县域|市域|区域|乡镇|镇街|街道|城市|城乡"
    r"|城区|城镇|空间|片区|板块|组团|功能区|经济区|节点|地区|流域)[与和及]?"
)
"""What a heading is over that lies somewhere and makes nothing (重点园区产业布局)."""
_COUNT = compiled(r"\d{1,2}")
_WATERS = tuple("湾江河湖海洲峡岛")
"""What ends the name of a land, not of an industry (湄洲湾产业基地)."""
_STATEMENT = compiled(r"以[^，,]{2,}?为")
"""A sentence that lays something out, not a heading (以X为核心的Y产业集群)."""
_PERIOD = compiled(r"[“\"(（][^”\"）)]*[”\")）]|\d{4}年?(?:[—-]\d{4}年?)?|时期")
_PLAN = compiled(r"规划|计划|方案|意见")
_TITLE = compiled(
    r"^(?:.{1,9}?(?:[省市县区盟旗]|州(?!市))(?!域))?((?:(?!规划|计划|方案|意见).){2,20}?)"
    r"(?:高质量)?(?:发展|打造|培育|建设|提升)*的?(?:专项|三年|中长期|五年|若干|实施|指导)*"
    r"(?:规划|行动计划|行动方案|三年行动|行动|计划|方案|意见|措施|政策)"
)
_ABOUT = compiled(r"^(.{1,9}?[省市县区盟旗州])(?:人民政府.{0,4}?)?关于")
"""Who opens a title of opinions (某市人民政府办公室关于加快绿色铝产业发展的意见)."""
_WORK = compiled(r"关于|工作|全[省市县]")
"""What a title of opinions is about that is no industry (全省农业行业扶贫工作)."""
_SITES = compiled(r"(?<=..)(?:产业)?(?:园区?|基地|集群|示范区)$")
"""Where the industry of a title is to be (食品加工|园区)."""
_ANNOUNCED = compiled(
    r"(?:印发|出台|发布|公布|下发)(?:实施)?(?:了|的)?《([^《》\n]{6,60})》"
    r"|《([^《》\n]{6,60})》(?:于?(?:日前|近日|今日|正式|已经?|[\d年月日]+))*(?:对外)?(?:发布|印发|出台|公布|实施)"
)
_ROW = compiled(r"—|：|:|[县市区]，")
"""What shows that a numbered line is a row of a list (清河县——羊绒产业名县)."""
OPENING = 800
"""Characters within which a report names the plan that it is about."""
_WIDE = frozenset(
    ("制造业", "先进制造业", "先进制造", "工业", "现代工业", "服务业", "农业", "高新技术", "制造")
)
"""Industries too wide to govern a whole document."""
_GROUPS = _WIDE | {
    *("现代农业", "特色农业", "现代特色农业", "现代服务业", "生产性服务业"),
    *("临港大工业", "临港工业", "临港产业"),
}
"""Industries whose parts have headings of their own below them."""
_OTHER = compiled(
    r"(?:第[一二三四五六七八九十百\d]+[章节篇])?[（(一二三四五六七八九十）)、\W\d]*(?:完善|加强|强化|健全|夯实|优化|改善)?(?:基础设施|道路|公路|交通|水利|电力保障|执法|监管|病虫害?防治|环境治理|乡村治理|教育|医疗|卫生"
    r"|人才|党建|组织领导|组织实施|实施|政策|招商引资|安全生产)(?:建设|保障|体系|工作|措施)*$"
)
"""A section about something else than the industry of its chapter."""
_SUMS = compiled(r"^大(?=先进|现代|重点|特色|支柱|主导|战略|优势|新兴)|(?<=..)(?:园区)?空间$")
"""What a title counts, and that it lays them out (12|大先进制造业园区空间)."""
_UNIT = compiled(r"[\u4e00-\u9fff]{1,7}(?:县|(?<![城都])市|自治[区州旗]|旗)")
_PLACE_NAME = (5, 4, 3, 2)
"""Lengths of a place's name before an industry, longest first."""
_NAMED = compiled(
    r"[”\d年](?:时期|期间)?([^”\d年]{2,12}?)(?:高质量)?(?:发展)?(?:规划|行动计划|行动方案|计划|意见)"
)


@dataclass
class Titles:
    """The titles of one plan. Changes only what it remembers."""

    plan: Plan
    taxonomy: Taxonomy
    is_place: Callable[[str], bool]
    _sections: dict[tuple[str, ...], tuple[str | None, str | None]] = field(default_factory=dict)
    _read: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Titles:
        """The titles of a plan (`UnknownCode` for an issuer that never existed)."""
        resolver = Resolver.of(gazetteer, plan.issuer, plan.issued)
        return cls(plan, taxonomy, lambda name: resolver.resolve(name).place is not None)

    @cached_property
    def by_class(self) -> Mapping[str, str]:
        """The industry of the widest heading of each national class that the headings name."""
        found: dict[str, str] = {}
        headings = [h for h in self.plan.headings if h.level < RUN_IN]
        for heading in sorted(headings, key=attrgetter("level")):
            name = self.heading(heading.printed)
            if name is None or self.taxonomy.is_broad(name):
                continue
            if heading.title.endswith(CARRIERS) or _ROW.search(heading.title):
                continue  # 景德镇陶瓷产业集群 in a list is a claim, not a heading
            for number in self.classes(name):
                found.setdefault(number, name)
        return found

    def classes(self, *phrases: str) -> set[str]:
        """The national classes, a digit each, of the industries that phrases name."""
        return {code[0] for code in self.taxonomy.codes(*phrases)}

    def document(self) -> str | None:
        """The one industry that the whole document is about, by its title or by the plan that it
        reports on."""
        return self._single(self.plan.title) or self._reported()

    def _single(self, title: str) -> str | None:
        """The one industry that a document's title names (新材料 of 新材料产业发展规划)."""
        plain = _ABOUT.sub(r"\1", _PERIOD.sub("", title))
        match = _TITLE.search(plain)
        names = (
            self._before_sector(n) for n in (_title_industry(title), match[1] if match else "")
        )
        heads = (self.taxonomy.heading(name) for name in names if name)
        bare = (_SUMS.sub("", n) for n in heads if n)
        found = (n if self.taxonomy.is_broad(n) else self._named(n) for n in bare)
        return next((n for n in found if n and n not in _WIDE and self.taxonomy.knows(n)), None)

    def _named(self, name: str) -> str | None:
        """The industry of a title's words, without the place that opens them."""
        if len(name) == 1:
            return f"{name}产业"  # 茶产业
        if _WORK.search(name):
            return None
        return label(self.unplaced(_SITES.sub("", name)), self.taxonomy)

    def _before_sector(self, name: str) -> str:
        """纺织服装 of 纺织服装产业带动就业: what stands before 产业, where it names an industry."""
        head, sector, rest = name.partition("产业")
        return head if sector and rest and self.taxonomy.knows(head) else name

    def _reported(self) -> str | None:
        """The industry of the one plan that a report on it announces (印发《锂电产业规划》)."""
        if _PLAN.search(self.plan.title):
            return None
        found = _ANNOUNCED.finditer(self.plan.clean[:OPENING])
        cited = {ASIDE.sub("", m[1] or m[2]) for m in found}
        return self._single(cited.pop()) if len(cited) == 1 else None

    def headings(self, section: tuple[str, ...]) -> tuple[str | None, str | None]:
        """(strong, broad): the industry of the headings above, and the group that they name."""
        found = self._sections.get(section)
        if found is None:
            found = self._sections[section] = self._above(section)
        return found

    def _above(self, section: tuple[str, ...]) -> tuple[str | None, str | None]:
        if not section:
            return None, None
        strong, broad = self.headings(section[:-1])
        name = self.heading(section[-1])
        if name and self.taxonomy.is_broad(name):
            return strong, name
        if not name and _OTHER.match(section[-1]):
            return None, None
        return (name if name and strong in _GROUPS else strong or name or None), broad

    def heading(self, title: str) -> str | None:
        """The industry that a heading names, as printed; None where it names none."""
        if title not in self._read:
            stated = "以" in title and _STATEMENT.search(title)
            named = None if stated else self.taxonomy.heading(title.lstrip(BULLETS))
            sane = self.sane(named)
            sane = None if sane and (_LANDS.fullmatch(sane) or self._is_unit(sane)) else sane
            bare = sane.removesuffix("空间").removesuffix("生产力") if sane else None
            bare = self.taxonomy.bare(bare) if bare and bare != sane else bare
            sane = bare if bare and self.taxonomy.knows(bare) else sane
            watery = sane and sane.endswith(_WATERS) and not self.taxonomy.knows(sane)
            sane = None if watery else sane
            self._read[title] = self._uncarried(sane) if sane else None
        return self._read[title]

    def sane(self, name: str | None) -> str | None:
        """A heading's name as it is, unless verbs or places are left in it."""
        name = _RANK.sub("", self.unplaced(self._unnumbered(name))) if name else None
        name = TASKS.sub("", name) if name else None
        if name is None or not _UNSOUND.search(name):
            return name
        if self.taxonomy.is_broad(name):
            return None if ACTS.search(name) else name
        cleaned = label(name, self.taxonomy, self.is_place)
        return self.taxonomy.bare(cleaned) if cleaned and not _UNSOUND.search(cleaned) else None

    def _is_unit(self, name: str) -> bool:
        """遂平县 of 遂平县产业集聚区: a unit's name, and no industry that only ends like one."""
        return _UNIT.fullmatch(name) is not None and not self.taxonomy.knows(name)

    def _unnumbered(self, name: str) -> str:
        """电子信息 of 1电子信息: the number of an entry that no mark parts from its industry."""
        found = self.taxonomy.find(name) if name[0].isdigit() else ()
        return name[found[0][0] :] if found and _COUNT.fullmatch(name, 0, found[0][0]) else name

    def _uncarried(self, name: str) -> str | None:
        """现代物流 of 代表性现代物流园区: what the parks that a heading speaks of are for."""
        bare = _PARKS.sub("", _LEADING.sub("", name)) if name.endswith(_PARK_ENDS) else name
        if bare != name and len(bare) > 1 and self.taxonomy.knows(bare):
            return bare
        return None if name.endswith("园") and not self.taxonomy.knows(name) else name

    def unplaced(self, name: str) -> str:
        """The name without the place that opens it (云南硅光伏: 硅光伏)."""
        found = self.taxonomy.find(name)
        begin = found[0][0] if found else 0
        if begin < _PLACE_NAME[-1] or self.taxonomy.is_broad(name):
            return name
        for length in _PLACE_NAME:
            head = name[:length]
            named = length <= begin and self.is_place(head) and head not in _WORDLIKE
            if named and not is_nature(name, length, head):
                return name[length:]
        return name


def _title_industry(title: str) -> str:
    match = _NAMED.search(title)
    return match[1] if match else ""
