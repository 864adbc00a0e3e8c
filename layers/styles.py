"""Colours and signs: one colour per national industry class, one shape per kind.

The same on the map, in charts, in the legend and inside the exported files
(KML styles, GeoPackage `layer_styles`). The nine class colours are Paul Tol's
"muted" scheme (SRON/EPS/TN/09-002, issue 3.2), which keeps its hues apart in the
three common kinds of colour blindness; a second sign (shape for the kind, dash
for the status) always repeats what colour alone would have to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CROSS = "0"
"""Class of what crosses industries (综合, 总体)."""
OTHER = "x"
"""Class of an industry outside the national classification."""

Shape = Literal["circle", "square", "triangle", "diamond", "pentagon", "star", "hexagon", "cross"]


@dataclass(frozen=True, slots=True)
class IndustryClass:
    """One class of 战略性新兴产业分类(2018) with its sign.

    `code` is "1" to "9", `CROSS` or `OTHER`; `fill` a colour for areas and
    points, `ink` a darker one of the same hue that reads as text on white
    (contrast at least 4.5) and as outline; `dark` reads on a dark map.
    """

    code: str
    zh: str
    en: str
    fill: str
    ink: str
    dark: str


@dataclass(frozen=True, slots=True)
class KindSign:
    """How a kind of claim is drawn: `shape` of its point and `size` in pixels."""

    kind: str
    shape: Shape
    size: int


CLASSES: tuple[IndustryClass, ...] = (
    IndustryClass("1", "新一代信息技术", "New-generation IT", "#332288", "#332288", "#8c7fe0"),
    IndustryClass("2", "高端装备制造", "High-end equipment", "#CC6677", "#a8404f", "#e08c99"),
    IndustryClass("3", "新材料", "New materials", "#DDCC77", "#79691a", "#DDCC77"),
    IndustryClass("4", "生物", "Biotechnology", "#AA4499", "#93387f", "#d684c8"),
    IndustryClass("5", "新能源汽车", "New-energy vehicles", "#88CCEE", "#216f96", "#88CCEE"),
    IndustryClass("6", "新能源", "New energy", "#999933", "#6b6b20", "#bdbd55"),
    IndustryClass(
        "7", "节能环保", "Environment and energy saving", "#117733", "#117733", "#46b86e"
    ),
    IndustryClass("8", "数字创意", "Digital creative", "#44AA99", "#1f7568", "#5cc9b6"),
    IndustryClass("9", "相关服务", "Related services", "#882255", "#882255", "#c9679a"),
    IndustryClass(CROSS, "综合", "Cross-industry", "#6f6f6f", "#5c5c5c", "#b0b0b0"),
    IndustryClass(OTHER, "其他", "Other", "#bdbdbd", "#6b6b6b", "#8f8f8f"),
)

SIGNS: tuple[KindSign, ...] = (
    KindSign("agglomeration_area", "hexagon", 15),
    KindSign("cluster_current", "circle", 13),
    KindSign("base", "square", 12),
    KindSign("zone", "diamond", 14),
    KindSign("corridor", "cross", 13),
    KindSign("town", "pentagon", 13),
    KindSign("enterprise", "triangle", 12),
    KindSign("institution", "star", 14),
    KindSign("city_role", "circle", 10),
)

_BY_CODE = {entry.code: entry for entry in CLASSES}
_BY_KIND = {sign.kind: sign for sign in SIGNS}


def class_code(industry: str, codes: tuple[str, ...], heading: tuple[str, ...] = ()) -> str:
    """The class under which a record is coloured.

    Of the classes of its codes the one that `heading`, the codes of the plan's own
    heading, names; else the first.

    >>> class_code("新能源", ("6.3",)), class_code("新能源", ("2", "6.3"), ("6",))
    ('6', '6')
    >>> class_code("综合", ()), class_code("纺织", ())
    ('0', 'x')
    """
    if not codes:
        return CROSS if industry in ("综合", "总体") else OTHER
    classes = [code.split(".")[0] for code in codes]
    named = (code.split(".")[0] for code in heading)
    chosen = next((code for code in named if code in classes), classes[0])
    return chosen if chosen in _BY_CODE else OTHER


def industry_class(code: str) -> IndustryClass:
    """The class with this code; an unknown code is drawn as `OTHER`.

    >>> industry_class("7").zh
    '节能环保'
    """
    return _BY_CODE.get(code, _BY_CODE[OTHER])


def sign(kind: str) -> KindSign:
    """How this kind is drawn; an unknown kind is a plain circle."""
    return _BY_KIND.get(kind, KindSign(kind, "circle", 12))


def dashed(status: str) -> bool:
    """Planned places are dashed, existing ones solid.

    >>> dashed("planned"), dashed("existing")
    (True, False)
    """
    return status == "planned"
