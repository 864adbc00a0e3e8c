"""A reading made by hand from real sentences of the two plans, for tests of what
comes after the reader: quotes and positions are the plans' own, the ground is
boxes, so that nothing here waits for boundaries or depends on the reader's rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import geopandas as gpd
from shapely import union_all
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.gazetteer import Gazetteer
from layers.build import Layers, build
from layers.library import shipped_gazetteer
from layers.plan import Plan
from layers.records import Claim, Evidence, Member, Target, Threshold, Unlocated, record_id

PLANS = Path(__file__).parents[2] / "data" / "plans"
SX, ZJ = "shaoxing-2011-2015", "zhejiang-2017-2020"

COUNTIES = {
    "330602": ("越城区", 120.58, 30.00, "330602"),
    "330621": ("绍兴县", 120.48, 30.08, "330603"),
    "330682": ("上虞市", 120.87, 30.03, "330604"),
    "330681": ("诸暨市", 120.24, 29.72, "330681"),
    "330683": ("嵊州市", 120.83, 29.59, "330683"),
    "330624": ("新昌县", 120.90, 29.50, "330624"),
}
HALF = 0.08
"""Half a box's side in degrees."""


@dataclass(frozen=True)
class Reading:
    """What `layers.reader.read` gives."""

    plan: Plan
    claims: tuple[Claim, ...] = ()
    targets: tuple[Target, ...] = ()
    unlocated: tuple[Unlocated, ...] = ()
    corrections: tuple[str, ...] = field(default=())


class Boxes:
    """Ground with a box for every county."""

    def units(self, as_of: str, *, within: str | None = None) -> gpd.GeoDataFrame:
        rows = [
            {
                "code": code,
                "name": name,
                "level": "county",
                "parent": "330600",
                "code_today": today,
                "valid_from": None,
                "valid_to": None,
                "area_km2": 240.0,
                "rule": "box",
                "source": "tests",
                "geometry": _box(code),
            }
            for code, (name, _, _, today) in COUNTIES.items()
        ]
        return gpd.GeoDataFrame(rows, crs=crs.STORAGE)

    def polygon(self, codes: Sequence[str], as_of: str) -> BaseGeometry:
        known = [code for code in codes if code in COUNTIES]
        return union_all([_box(code) for code in known or COUNTIES])

    def lines(self) -> gpd.GeoDataFrame:
        course = LineString([(120.3, 30.1), (120.55, 30.03), (120.9, 30.02)])
        row = {"id": "g104", "name": "104国道", "length_km": 60.0, "accuracy": "schematic"}
        return gpd.GeoDataFrame([{**row, "source": "tests", "geometry": course}], crs=crs.STORAGE)


def _box(code: str) -> BaseGeometry:
    _, lon, lat, _ = COUNTIES[code]
    return box(lon - HALF, lat - HALF, lon + HALF, lat + HALF)


def county(code: str) -> Member:
    name, _, _, today = COUNTIES[code]
    return Member(name=name, code=code, code_today=today)


SHAOXING = Member(name="绍兴市", code="330600", code_today="330600")
ZHEJIANG = Member(name="浙江省", code="330000", code_today="330000")
BINHAI = Member(name="滨海新城", id="binhai_xincheng", within="330604")
PAOJIANG = Member(name="袍江", id="paojiang", within="330602")


@cache
def gazetteer() -> Gazetteer:
    return shipped_gazetteer()


@cache
def plan(id: str) -> Plan:
    return Plan.from_file(PLANS / f"{id}.txt", gazetteer=gazetteer())


def quote(plan: Plan, words: str, nth: int = 0) -> Evidence:
    """The nth place where these very words stand."""
    at = -1
    for _ in range(nth + 1):
        at = plan.text.index(words, at + 1)
    return Evidence.from_text(plan.text, at, at + len(words))


def claim(plan: Plan, name: str, words: str, industry: str, codes: str, **more: object) -> Claim:
    evidence = quote(plan, words)
    members = more.pop("members", ())
    first = members[0].code if members else None  # type: ignore[index]
    lon, lat = COUNTIES[first][1:3] if first in COUNTIES else (120.7, 30.1)
    fields = {
        "kind": "agglomeration_area",
        "status": "planned",
        "focus": (),
        "members": members,
        "basis": "stated",
        "precision": "county",
        "uncertainty_m": 31000,
        "lon": lon,
        "lat": lat,
        "section": ("三、产业发展重点与空间布局", "3.产业布局"),
        **more,
    }
    return Claim(
        id=record_id("c", plan.id, evidence.start, name, industry),
        plan=plan.id,
        name=name,
        industry=industry,
        industry_codes=tuple(codes.split()),
        evidence=evidence,
        **fields,  # type: ignore[arg-type]
    )


def target(
    plan: Plan, words: str, industry: str, codes: str, indicator: str, **more: object
) -> Target:
    evidence = quote(plan, words)
    fields = {
        "subject": "",
        "comparator": "=",
        "modality": "target",
        "value_max": None,
        "unit": "亿元",
        "unit_base": "yuan",
        "scope": (SHAOXING,),
        "threshold": None,
        "additive": True,
        "section": ("二、战略思路", "(三)发展目标"),
        **more,
    }
    return Target(
        id=record_id("t", plan.id, evidence.start, indicator, industry),
        plan=plan.id,
        industry=industry,
        industry_codes=tuple(codes.split()),
        indicator=indicator,
        evidence=evidence,
        **fields,  # type: ignore[arg-type]
    )


@cache
def shaoxing() -> Reading:
    p = plan(SX)
    equipment = "先进装备制造"
    several = (county("330621"), county("330682"), BINHAI)
    claims = (
        claim(
            p,
            "绍虞先进装备制造业集聚区",
            "绍虞先进装备制造业集聚区重点发展新能源汽车",
            equipment,
            "2 5",
            members=several,
            precision="counties",
            focus=("新能源汽车及整车制造", "高端纺织装备"),
        ),
        claim(
            p,
            "诸暨先进装备制造业集聚区",
            "诸暨先进装备制造业集聚区重点发展高档数控机床",
            equipment,
            "2",
            members=(county("330681"),),
            focus=("高档数控机床",),
        ),
        claim(
            p,
            "104国道沿线",
            "104国道沿线已初步形成",
            "新能源",
            "6.3",
            kind="corridor",
            status="existing",
            members=(county("330602"), county("330621"), county("330682")),
            precision="line",
            line="g104",
            section=("一、发展现状与形势", "2.产业集群初步形成"),
        ),
        claim(
            p,
            "袍江",
            "袍江依托现有骨干企业",
            "新兴信息",
            "1",
            kind="zone",
            members=(PAOJIANG,),
            precision="zone",
            uncertainty_m=5000,
            lon=120.625,
            lat=30.085,
            place_source="GeoNames",
            place_confidence="medium",
        ),
        claim(
            p,
            "嘉利珂钴镍材料",
            "嘉利珂钴镍材料",
            "新材料",
            "3",
            kind="enterprise",
            status="existing",
            basis="none",
            members=(SHAOXING,),
            precision="prefecture",
            uncertainty_m=None,
            lon=None,
            lat=None,
            note="地名库没有它的驻地",
        ),
    )
    targets = (
        target(
            p,
            "2010年先进装备制造领域实现销售收入560亿元",
            equipment,
            "2",
            "销售收入",
            modality="actual",
            value=560,
            value_base=560e8,
            year=2010,
        ),
        target(
            p,
            "全市先进装备制造业产值突破1000亿元",
            equipment,
            "2",
            "产值",
            comparator=">",
            modality="strive",
            value=1000,
            value_base=1000e8,
            year=2015,
        ),
        target(
            p,
            "共实现销售收入1362亿元",
            "总体",
            "",
            "销售收入",
            modality="actual",
            value=1362,
            value_base=1362e8,
            year=2010,
        ),
        target(
            p,
            "全市战略性新兴产业产值达到4000亿元左右",
            "总体",
            "",
            "产值",
            comparator="~",
            modality="strive",
            value=4000,
            value_base=4000e8,
            year=2015,
            additive=False,
        ),
        target(
            p,
            "年主营业务收入超100亿元的龙头企业10家以上",
            "总体",
            "",
            "企业数",
            subject="年主营业务收入超100亿元的龙头企业",
            comparator=">=",
            modality="strive",
            value=10,
            unit="家",
            value_base=10,
            unit_base="count",
            year=2015,
            threshold=Threshold("主营业务收入", ">", 100, "亿元", 100e8, "yuan"),
            additive=False,
        ),
    )
    refused = quote(p, "江滨区的融合发展")
    unlocated = (
        Unlocated(
            id=record_id("u", p.id, refused.start, "江滨区"),
            plan=p.id,
            name="江滨区",
            reason="ambiguous",
            candidates=("江滨区 jiangbin", "滨江区 330108"),
            section=("四、政策举措", "(五)优化产业布局，促进集聚发展"),
            evidence=refused,
        ),
    )
    return Reading(p, claims, targets, unlocated)


@cache
def zhejiang() -> Reading:
    p = plan(ZJ)
    words = "新能源汽车"
    claims = (
        claim(
            p,
            "绍兴市",
            words,
            "新能源汽车",
            "5",
            kind="base",
            members=(SHAOXING,),
            precision="prefecture",
            uncertainty_m=70000,
        ),
    )
    targets = (
        target(
            p,
            "主营业务收入突破2.5万亿元",
            "总体",
            "",
            "主营业务收入",
            value=2.5,
            unit="万亿元",
            value_base=2.5e12,
            year=2020,
            scope=(ZHEJIANG,),
        ),
    )
    return Reading(p, claims, targets)


@cache
def layers() -> Layers:
    """Both plans' specimens as layers."""
    return build((shaoxing(), zhejiang()), Boxes(), gazetteer())


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`alert(1)`",
    "</script><script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "]]>&amp;\"'",
)


@cache
def hostile() -> Layers:
    """The specimen with hostile text in every free text of every record."""
    evil = "".join(HOSTILE)
    data = f"绍兴市产业规划(2011—2015年)\n{evil}打造{evil}诸暨集聚区。\n".encode()
    p = replace(
        Plan.from_bytes(data, "evil", issuer="330600", issued="2011-03-28", gazetteer=gazetteer()),
        title=evil,
        doc_number=evil,
    )
    e = Evidence.from_text(p.text, p.text.index("<img"), len(p.text))
    shared = {"evidence": e, "section": (evil, evil), "note": evil, "plan": p.id}
    old = shaoxing()
    claims = tuple(
        replace(
            c,
            id=f"c-{lead}{i}",
            name=lead + evil,
            industry=evil,
            focus=(lead, evil),
            place_source=lead,
            place_confidence=evil,
            members=tuple(replace(m, name=lead) for m in c.members),
            **shared,
        )
        for i, (c, lead) in enumerate((c, lead) for c in old.claims for lead in HOSTILE)
    )
    targets = tuple(
        replace(
            t,
            id=f"t-{lead}{i}",
            industry=evil,
            indicator=lead + evil,
            subject=lead,
            unit=lead,
            scope=tuple(replace(m, name=lead) for m in t.scope),
            **shared,
        )
        for i, (t, lead) in enumerate((t, lead) for t in old.targets for lead in HOSTILE)
    )
    refused = tuple(
        Unlocated(f"u-{lead}", p.id, lead, "unknown", (lead, evil), (evil,), e) for lead in HOSTILE
    )
    return build((Reading(p, claims, targets, refused),), Boxes(), gazetteer())
