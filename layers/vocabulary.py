"""The closed vocabularies of the records, in Chinese and English words.

What a code such as `agglomeration_area` is called wherever people read it:
page, legends, definitions inside exported files, data dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a vocabulary: its words and what it means."""

    code: str
    zh: str
    en: str
    meaning_zh: str = ""
    meaning_en: str = ""


def _terms(*terms: Term) -> Mapping[str, Term]:
    return MappingProxyType({term.code: term for term in terms})


KINDS = _terms(
    Term(
        "agglomeration_area", "集聚区", "Agglomeration area", "规划的产业集聚区", "a planned 集聚区"
    ),
    Term(
        "cluster_current",
        "现状集群",
        "Existing cluster",
        "已经形成的产业集中地",
        "a concentration that exists",
    ),
    Term(
        "base",
        "产业基地",
        "Base",
        "某一产业的基地、示范区、中心",
        "a base, demonstration zone or centre of an industry",
    ),
    Term(
        "zone",
        "开发区·新区",
        "Zone",
        "作为载体的开发区、新区、园区",
        "a development zone, new town or park as carrier",
    ),
    Term("corridor", "产业带", "Corridor", "沿路、沿江、沿轴线", "along a road, river or axis"),
    Term("town", "特色小镇", "Town", "特色小镇", "a town with a speciality"),
    Term("enterprise", "企业", "Enterprise", "企业或企业集团", "a firm or group of firms"),
    Term("institution", "机构", "Institution", "研究机构、平台", "a research body or platform"),
    Term(
        "city_role",
        "地方定位",
        "Role of a place",
        "市县承担某一产业",
        "an administrative unit named as carrying an industry",
    ),
)
STATUSES = _terms(
    Term(
        "existing",
        "现有",
        "Existing",
        "集聚了、已形成、依托",
        "has gathered, has formed, builds on",
    ),
    Term("planned", "规划", "Planned", "打造、建设、培育", "build, develop, foster"),
)
BASES = _terms(
    Term("stated", "原文写明", "Stated", "原文写出地点", "the text names the place"),
    Term(
        "inferred",
        "据主体推定",
        "Inferred",
        "原文只写主体，地点由地名库给出",
        "the text names an entity whose seat the gazetteer knows",
    ),
    Term("none", "未写地点", "No place", "原文没有给出地点", "the text gives no location"),
)
PRECISIONS = _terms(
    Term("point", "地点", "Point"),
    Term("town", "乡镇街道", "Town"),
    Term("zone", "园区", "Zone"),
    Term("county", "县级", "County"),
    Term("counties", "多个县级单位", "Several counties"),
    Term("prefecture", "地级", "Prefecture"),
    Term("province", "省级", "Province"),
    Term("line", "沿线", "Line"),
)
COMPARATORS = _terms(
    Term(">=", "不低于", "at least", "以上、不低于", "at or above"),
    Term(">", "超过", "more than", "超过、突破、余、多", "above"),
    Term("~", "约", "about", "左右、近、约", "around"),
    Term("<=", "不超过", "at most", "以内、不超过", "at or below"),
    Term("<", "低于", "less than", "低于", "below"),
    Term("=", "达到", "reaches", "达到、实现，或无比较词", "equal, or no word of comparison"),
)
MODALITIES = _terms(
    Term("actual", "现状", "Reported", "报告的事实", "a fact reported"),
    Term("strive", "力争", "Strives for", "由“力争”统领", "governed by 力争"),
    Term("target", "目标", "Target", "其他意图", "any other intention"),
)
FAMILIES = _terms(
    Term(
        "scale",
        "产业规模",
        "Scale of the industry",
        "产值、销售收入、主营业务收入、营业收入",
        "output, sales or revenue of an industry",
    ),
    Term("value_added", "增加值", "Value added"),
    Term("gdp", "生产总值", "Gross domestic product"),
    Term("investment", "投资", "Investment"),
    Term("funding", "资金", "Funding", "基金、专项资金", "funds and earmarked money"),
    Term("trade", "进出口", "Trade"),
    Term("share", "占比", "Share"),
    Term("growth", "增速", "Growth"),
    Term("capacity", "产能与装机", "Capacity"),
    Term("firms", "企业数", "Firms"),
    Term("carriers", "载体与平台数", "Carriers and platforms"),
    Term("people", "人才", "People"),
    Term(
        "innovation", "创新成果", "Innovation", "专利、标准、项目", "patents, standards, projects"
    ),
    Term("other", "其他", "Other"),
)
REASONS = _terms(
    Term("no_place_in_text", "原文没有写地点", "The text gives no place"),
    Term("no_coordinates_known", "知道是哪里，但没有可靠坐标", "Known, but without coordinates"),
    Term("ambiguous", "有几种读法，无法判定", "Several readings, nothing decides"),
    Term("unknown", "查无此名", "No such name is known"),
    Term("outside", "只在发文机关辖区之外有此地名", "Known only outside the issuer's area"),
    Term("expired", "规划之日还没有或已不再有这个地方", "Not in force on the plan's date"),
)
LAYER_NAMES = _terms(
    Term(
        "claims",
        "产业地点",
        "Claims",
        "规划写明的“某地发展某产业”，一行一个地点×产业",
        "one row per place x industry that a plan names",
    ),
    Term(
        "targets",
        "指标",
        "Targets",
        "规划报告或提出的每个数字，一行一个",
        "one row per number that a plan reports or sets",
    ),
    Term(
        "units",
        "行政区",
        "Units",
        "规划发布之日的行政区划",
        "administrative units in force on the plan's date",
    ),
    Term("lines", "河流道路轴线", "Lines", "河流、道路与发展轴", "rivers, roads and axes"),
    Term(
        "unlocated",
        "未定位",
        "Unlocated",
        "没有可上图地点的记录与未能判定的地名，列表不丢弃",
        "records without a mappable place and refused place names; listed, never dropped",
    ),
    Term(
        "ledger",
        "清账",
        "Ledger",
        "规划中的每个数字与地名，用在哪条记录，或为何没有用",
        "every amount and place name of a plan with the record that used it, or why none did",
    ),
)


def word(vocabulary: Mapping[str, Term], code: str, english: bool = False) -> str:
    """What people call a code; the code itself where it is unknown.

    >>> word(STATUSES, "planned"), word(STATUSES, "planned", english=True)
    ('规划', 'Planned')
    """
    term = vocabulary.get(code)
    if term is None:
        return code
    return term.en if english else term.zh
