"""What a description says that its place makes: 盛产猕猴桃, 中国面料名镇, 以轴承著称.

A record's second line is often no list but a few clauses about the place. Each clause is held
against a handful of forms; what fits none (位于…, 交通便利) says nothing. Titles name the place's
industry, the other forms what else is made there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from layers.extract.industries import focus
from layers.extract.labels import ACTS, label
from layers.extract.lines.goods import industries
from layers.extract.patterns import compiled
from layers.extract.sentences.drafting import GENERIC
from layers.extract.sentences.quotations import CULTURE
from layers.industry import Taxonomy

_CLAUSE = re.compile(r"[，,；;。]")
_LONGEST = 48
"""Characters of a clause that says what is made."""
_WHOSE = r"(?:该|本|全|我|境|区|县|镇|市|当)[县区市镇乡州内地]"
_LED = compiled(
    rf"(?:{_WHOSE})?(?:同时|也|还|更|已|现(?=[是为有拥系]))?"
    r"(?:是|为|系|作为|成为|素有|享有|拥有|被(?:[^，,。；为]{0,12}?(?:认定|评定|命名|确定|授予|列入|列)|誉|称|评)为?|获评|荣获|荣膺|有)?"
    r"[“「\"]?(?:中国|全国|国家|国内|全球|世界|亚洲|全省|全市|(?!该|本)[\u4e00-\u9fff]{2,3}省)?"
    r"(?:(?:最大|重要|主要|著名|知名|有名|唯一|优质|特色|传统)的?)*"
)
"""What stands before a title: 素有“中国, 是全省最大的."""
_RANKS = r"(?:(?:重要|主要|最大|优质|优势|核心|著名|知名|特色)的?)*"
_WORK = r"(?:示范|生产|制造|加工|出口|外贸|转型升级|供应|原料|产销|商贸)*"
_SEATS = r"(?:基地|主产地|产地|原产地|生产地|主产区|产区|集聚区|聚集区|集中区|集聚地|聚集地|集散地)"
_HONOURS = r"(?:之[乡都]|(?:第一|名|重|强|大|产业|特色产业|专业)[县市区镇乡村]|名城)"
_TITLE = compiled(
    rf"(?P<what>[^，,。；]{{1,20}}?)(?:(?P<sector>产业|行业)的?|的)?{_RANKS}{_WORK}"
    rf"(?:(?P<seat>{_SEATS})|(?P<honour>{_HONOURS}))[”」\"]?(?:之称|之一|的?(?:美誉|称号))?$"
)
_GATHERED = compiled(
    r"(?P<what>[^，,。；]{2,30}?)(?:产业|企业|行业|品牌|业)"
    r"(?:聚集|集聚|密集|发达|兴旺|突出|集中|众多|闻名|享誉|著称|占全[国省])"
)
_FAMED = compiled(
    r"(?:主要)?以(?P<what>[^，,。；]{2,36}?)等?(?:产业)?"
    r"(?:为(?:主|特色|支柱|龙头|重点)|闻名|著称|见长|出名)"
)
_YIELDED = compiled(
    rf"(?:{_WHOSE})?(?:盛产|主产|特产|出产|主要(?:生产|种植|养殖|发展|从事)|重点发展|大力发展|主营)"
    r"(?P<what>[^，,。；]{2,40})$"
)
_LEADING = re.compile(
    r"(?P<what>[^，,。；]{2,30}?)(?:产业|行业)?(?:现|已|已经)*(?:是|为|成为)[^，,。；]{0,14}?"
    r"(?:支柱|主导|特色|优势|传统|主要)产业"
)
_SOWN = compiled(
    r"(?P<what>[^，,。；\d]{2,10}?)(?P<work>种植|栽培|养殖)?年?"
    r"(?:面积|规模|产量|产值|存栏|出栏)[^，,。；\d]{0,6}\d"
)
_STRONG = compiled(
    r"在(?P<what>[^，,。；]{2,20}?)(?:产业|行业|领域|方面)*(?<!不)(?:具有|具备|拥有|有着?)"
    r"[^，,。；]{0,8}(?:基础|优势|实力)$"
)
_POWERED = compiled(
    r"(?:已|现|累计|全部|[县市区]内)*(?:建成|建|并网|投产|投运)*的?(?P<what>光伏|风电|水电|光热|核电|火电|储能|抽水蓄能"
    r"|生物质)(?:发?电)?(?:项目|电站)?(?:总|累计|并网|装机)*(?:电容量|容量|规模)[^，,。；\d比]{0,4}\d"
)
_DONE = compiled(rf"(?:要|将|着力|大力|积极)?(?:{ACTS.pattern})")
"""A sentence of what is to be done is no description."""
_NO_MAKER = compiled(
    r"不[是具属再]|并非|尚未|历史|卫生|生态[县市区镇乡]|宜居|教育(?!装备|用品)|艺术|曲艺|诗词|非物质|美丽|最美|魅力|幸福|法治|双拥"
    r"|百强|综合|经济[强大]|工业[强大重]|人口|产业转移|品牌|总部|交通|枢纽|物产"
)
"""What a place may be called for without making anything."""


class Saying(NamedTuple):
    """What a line says is made: `titles` what it is known for, `others` what else there is."""

    titles: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every product, titles first."""
        return tuple(dict.fromkeys((*self.titles, *self.others)))


def said(text: str, taxonomy: Taxonomy, led: bool = False) -> Saying:
    """What the clauses of a line about one place say that it makes; `led`: the line began with
    the place's name.

    >>> from layers.industry import Taxonomy
    >>> said("位于市域东部，素有“中国袜业之乡”之称，轴承产业集聚", Taxonomy.from_data())
    Saying(titles=('袜业',), others=('轴承',))
    """
    titles: list[str] = []
    others: list[str] = []
    if _DONE.match(text):
        return Saying((), ())
    clauses = [c for c in _CLAUSE.split(text) if 2 < len(c) <= _LONGEST]
    for number, clause in enumerate(clauses):
        title = _titled(clause, taxonomy, len(clauses) > 1, led and not number)
        titles += title
        others += () if title else _told(clause, taxonomy)
    return Saying(tuple(dict.fromkeys(titles)), tuple(dict.fromkeys(others)))


def described(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries of a cell that lists some and then tells of its place.

    >>> from layers.industry import Taxonomy
    >>> described("袜业、轴承，素有“中国袜业之乡”美誉", Taxonomy.from_data())
    ('袜业', '轴承')
    """
    saying = said(text, taxonomy)
    if not saying.all:
        return ()
    listed = industries(_CLAUSE.split(text)[0], taxonomy)
    return tuple(dict.fromkeys((*listed, *saying.all)))


def _titled(clause: str, taxonomy: Taxonomy, among: bool, named: bool) -> tuple[str, ...]:
    """The industries of a title; a seat (…集聚区) needs a word before it or
    other clauses."""
    led = _LED.match(clause)
    begin = led.end() if led else 0
    match = _TITLE.match(clause, begin)
    if match is None or _barred(match[0]):
        return ()
    alone = not (among or begin or "的" in clause)
    if alone and match["seat"] not in (None, "基地"):
        return ()  # 轻纺集聚区 may be the name of a zone
    products = focus(match["what"].rpartition("作为")[2])
    known = tuple(p for p in products if _is_made(p, match["sector"], taxonomy))
    return known or (products if match["honour"] and (begin or named) else ())


def _is_made(product: str, sector: str | None, taxonomy: Taxonomy) -> bool:
    """Whether a word names an industry, alone or with 产业 behind it."""
    return label(product + (sector or ""), taxonomy) is not None


def _told(clause: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The industries of any other form."""
    for form in (_FAMED, _LEADING, _YIELDED, _GATHERED, _SOWN, _STRONG, _POWERED):
        match = form.match(clause)
        if match is not None and not _barred(match[0]):
            products = focus(match["what"])
            strict = form in (_SOWN, _STRONG)
            sure = taxonomy.knows if strict else lambda p: label(p, taxonomy) is not None
            known = tuple(p for p in products if sure(p))
            grown = form is _SOWN and match["work"] is not None
            return products if grown or (known and form in (_YIELDED, _FAMED)) else known
    return ()


def _barred(clause: str) -> bool:
    """Whether a clause speaks of other things, or of what is to be done."""
    return bool(
        ACTS.search(clause)
        or CULTURE.search(clause)
        or GENERIC.search(clause)
        or _NO_MAKER.search(clause)
    )
