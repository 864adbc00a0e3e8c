"""Units of measure as plans write them, and the base unit that each counts in.

A unit maps to (base unit, factor): `value_base = value * magnitude * factor`.
Megawatts and gigawatt hours keep their own base, because a plan that writes
100兆瓦 means the size of a machine and one that writes 万千瓦 that of a system.
Nouns that follow a number directly but make it a name are kept out by look-ahead.
"""

from __future__ import annotations

import re

_BASES: dict[str, tuple[str, float, str]] = {
    # base: (words, factor, what must not follow)
    "yuan": ("元人民币 元", 1, "器旦宝"),
    "usd": ("美元 美金", 1, ""),
    "eur": ("欧元", 1, ""),
    "hkd": ("港元 港币", 1, ""),
    "jpy": ("日元", 1, ""),
    "kwh": ("千瓦时 千瓦·时 kWh KWh kwh 度电", 1, ""),
    "mwh": ("兆瓦时 MWh", 1, ""),
    "gwh": ("吉瓦时 GWh", 1, ""),
    "ah": ("安时", 1, ""),
    "kw": ("千瓦 KW kW", 1, ""),
    "mw": ("兆瓦 MW", 1, ""),
    "gw": ("吉瓦 GW", 1, ""),
    "kva": ("千伏安 KVA kVA", 1, ""),
    "mva": ("兆伏安 MVA", 1, ""),
    "tce": ("吨标准煤 吨标煤", 1, ""),
    "ton": ("吨 t", 1, ""),
    "dwt": ("载重吨 总吨", 1, ""),
    "kg": ("公斤 千克 kg", 1, ""),
    "jin": ("斤", 1, ""),
    "m3": ("立方米 标方 立方 方", 1, "面式案向针便位"),
    "litre": ("升", 1, "级至到值幅高温降格"),
    "kl": ("千升", 1, ""),
    "m": ("米", 1, "粉线面酒糠兰格"),
    "m2": ("平方米 平米", 1, ""),
    "km2": ("平方公里 平方千米", 1, ""),
    "ha": ("公顷 hm2 hm² ha", 1, ""),
    "mu": ("亩", 1, "均产"),
    "km": ("公里", 1, ""),
    "hour": ("小时", 1, ""),
    "teu": ("标准箱 标箱 TEU", 1, ""),
    "point": ("个百分点 百分点", 0.01, ""),
    "fraction": ("%", 0.01, ""),
    "permille": ("‰", 0.001, ""),
    "times": ("倍", 1, "增频"),
    "person": ("人次 人", 1, "工类才民大均口机员体物文生民造"),
    "pflops": ("PFLOPS PFlops P", 1, "A-Za-z0-9"),
    "eflops": ("EFLOPS EFlops", 1, ""),
    "twh": ("太瓦时 TWh", 1, ""),
}

# Measure words of things that are counted, with the characters that make them another word.
_COUNTED: dict[str, str] = {
    "个": "月季",
    "家": "庭具电居装纺禽畜用政校族",
    "户": "外籍均用型口",
    "项": "",
    "条": "件例款",
    "座": "谈位椅",
    "处": "理于置罚长",
    "所": "有在得属需",
    "场": "地馆景所址站次",
    "名": "牌优列副城镇录校企师单义称胜",
    "位": "于居列次置",
    "只": "有要能是",
    "双": "向循重创控减周月千百招语流联首一",
    "盒": "子式",
    "副": "业食产省市县主总",
    "顶": "级尖层端部",
    "盏": "",
    "棵": "",
    "盆": "地栽景",
    "根": "本据植治基源",
    "卷": "烟",
    "件": "套",
    "对": "外于口接标照",
    "台": "州湾商资套账",
    "套": "餐路",
    "辆": "",
    "架": "构",
    "艘": "",
    "列": "入为",
    "颗": "粒",
    "粒": "度径子状",
    "枚": "",
    "株": "洲",
    "枝": "头叶条干接江花术",
    "锭": "子",
    "头只": "",
    "头（只）": "",
    "头(只)": "",
    "羽": "绒",
    "头": "部条",
    "尾": "气水矿",
    "匹": "配",
    "支": "持柱撑付流行部线援",
    "款": "项",
    "种": "植业子质养苗猪畜源",
    "类": "别型似",
    "宗": "",
    "笔": "",
    "例": "",
    "篇": "大文章",
    "部": "分门署级委队",
    "栋": "",
    "幢": "",
    "间": "接",
    "块": "状",
    "片": "区面式剂瓦段子酒酬植头名岩麻叶森林花树绿湖海水",
    "棒": "球",
    "张": "家江北掖",
    "箱": "",
    "瓶": "",
    "袋": "装泡式鼠",
    "桶": "",
    "件套": "",
    "台套": "",
    "台（套）": "",
    "台(套)": "",
    "家次": "",
    "场次": "",
    "标准机架": "",
    "机架": "",
    "艘次": "",
    "架次": "",
    "辆次": "",
    "口": "径味岸子号碑腔服吻感音头才述令人红",
    "重量箱": "",
    "口井": "",
    "张床位": "",
    "床": "",
    "件次": "",
    "群": "众体岛团落芳山雄组",
    "份": "额之内以子",
    "发": "展电明改布放动达挥生货起育行射酵票现言病票包热",
}

BASE: dict[str, tuple[str, float]] = {
    unit: (base, factor) for base, (units, factor, _) in _BASES.items() for unit in units.split()
} | {unit: ("count", 1.0) for unit in _COUNTED}
"""Unit as written -> (base unit, factor)."""
BASE["名"] = ("person", 1.0)  # 名 counts nothing but people
BASE["个亿"] = ("yuan", 1e8)  # 投资22个亿


PER: dict[str, str] = {"年": "", "天": "", "日": "", "月": ""} | {
    unit: "_per_" + name
    for unit, name in {
        "亩": "mu",
        "公顷": "ha",
        "平方公里": "km2",
        "吨": "ton",
        "人": "person",
        "万人": "10k_person",
        "千瓦时": "kwh",
        "户": "household",
        "辆": "vehicle",
    }.items()
}
"""What follows a stroke (万元/亩) -> what it makes of the base unit; a time leaves it as it is."""


_GREAT = ("米", "小时")
"""Units that count a product, or flights, only by the ten thousand: a few of them are the size of
a thing, or how far it is."""
_LATIN = ("t", "ha", "hm2", "hm²", "kg")
"""Units in letters that begin other words."""
_PLAIN = "具[有备]|有[一较影]"
"""Words after which the unit is one, for all their first character: 50家具有规模的企业."""


def pattern() -> str:
    """A regular expression for any unit, longest first; no part of it can backtrack far."""
    words = {u: bar for units, _, bar in _BASES.values() for u in units.split()}
    words |= _COUNTED | {"个亿": "元斤吨千方立级人户头羽只株"}
    parts = []
    for unit in sorted(words, key=lambda u: (-len(u), u)):
        escaped = unit.replace("(", r"\(").replace(")", r"\)")
        escaped = "(?<=[亿万])" + escaped if unit in _GREAT else escaped
        escaped = "(?<=[0-9万亿])" + escaped if unit == "口" else escaped  # 六口 is a village
        escaped += "(?![A-Za-z0-9])" if unit in _LATIN else ""  # 3tbps is no 3 t
        escaped += "(?!(?<=[亿万]项)目)" if unit == "项" else ""  # 超10亿项目
        parts.append(escaped + (f"(?!(?!{_PLAIN})[{words[unit]}])" if words[unit] else ""))
    return "|".join(parts)


_POINTS = re.compile(r"(?:[、和]\d{1,4}(?:\.\d{1,3})?个){0,8}[、和]\d{1,4}(?:\.\d{1,3})?个百分点")


def completed(unit: str, text: str, end: int) -> str:
    """The unit that ends at `end`; of a list of percentage points only the last names them.

    >>> completed("个", "提高9.9个、3.1个百分点", 6), completed("个", "9个、3个园区", 2)
    ('个百分点', '个')
    """
    return "个百分点" if unit == "个" and _POINTS.match(text, end) else unit
