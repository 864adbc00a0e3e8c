"""The README that travels with the layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.export.about import about
from layers.provenance import Input, PlanEntry
from layers.schema import LAYERS
from layers.vocabulary import LAYER_NAMES

if TYPE_CHECKING:
    from layers.build import Layers

_FILES = """\
| file | 用途 | for |
|---|---|---|
| `map.html` | 双击即可打开的地图，无需网络 | a map that opens with a double click, no network |
| `jiqun.gpkg` | QGIS：全部图层，自带样式 | all layers with styles, for QGIS |
| 其中 `claims_points`、`claims_lines`、`claims_areas` | ArcGIS：同样的记录，每层一种几何 | \
the same claims, one type of geometry a layer, for ArcGIS |
| `jiqun.xlsx` | Excel：每层一表，附定义 | a sheet a layer, with definitions |
| `*.geojson` | 网页与程序（RFC 7946） | web and programs |
| `*.parquet` | R、Python、DuckDB（GeoParquet 1.1） | R, Python, DuckDB |
| `*.fgb` | FlatGeobuf | FlatGeobuf |
| `*.csv` | 表格，几何为 WKT | tables, geometry as WKT |
| `ledger.csv` | 清账：每个数字与地名的去向，不随筛选 | what became of every amount and name |
| `claims.kml` | Google Earth、奥维 | Google Earth |
| `jiqun.topojson` | 共享边界的网页格式 | shared borders, for the web |
| `datapackage.json` | 字段、单位、约束（Frictionless） | fields, units, constraints |
| `provenance.json` | 来源与校验（W3C PROV） | what it was made of |
| `CITATION.cff` | 引用方式 | how to cite |
"""
_NOTES = """\
## 读法 How to read it

- 每行都有引文：`evidence_exact` 是规划原文，`evidence_start`、`evidence_end` 是它在文本中的位置，
  `evidence_selector` 是同样内容的 W3C 选择器。Every row carries its quote and where it stands.
- 单位按规划发布之日绘制：2011 年的绍兴县不是今天的柯桥区；`member_codes_today` 给出今天的代码。
  Units are those of the plan's date; `member_codes_today` has today's codes.
- 数字属于 `target_scope` 所写的单位，不属于集群本身；产值、收入、增加值口径不同，不能相加。
  A number belongs to `target_scope`; numbers of different measures must not be added.
- `existing` 为现有，`planned` 为规划；`stated` 为原文写明，`inferred` 为据主体推定；
  `uncertainty_m` 是包住整个范围的半径。没有地点的记录在 `unlocated`，不丢弃。
  What has no place is listed in `unlocated`, never dropped.
- CSV 保留原文，不改动以 = + - @ 开头的内容；表格软件请用 XLSX。CSV keeps text as it is; use XLSX
  in a spreadsheet, where no text can run as a formula.
- 不提供 Shapefile：字段名与文字会被截断。No Shapefile: it would cut names and quotes.
"""


def readme(layers: Layers) -> str:
    """The README of a data package, in Chinese and English."""
    made = about(layers, *LAYERS)
    rows = [
        f"| `{name}` | {LAYER_NAMES[name].zh} | {shown}/{total} | {LAYER_NAMES[name].meaning_zh} |"
        for name, shown, total in made.rows
    ]
    parts = [
        "# 集群 Jiqun",
        "",
        f"{made.version}, build `{made.build}`. 筛选 filter: {made.filter} ({made.link})",
        "",
        *(f"- {_plan(plan)}" for plan in layers.provenance.plans),
        "",
        "| layer | 图层 | 行数 shown/all | 内容 |",
        "|---|---|---|---|",
        *rows,
        "",
        _FILES,
        _NOTES,
        "## 来源与许可 Sources and licences",
        "",
        f"Layers: {made.licence}. 输入各自的许可见 `provenance.json`。",
        "",
        *map(_source, layers.provenance.inputs),
        "",
    ]
    return "\n".join(parts)


def _plan(plan: PlanEntry) -> str:
    number = f"，{plan.doc_number}" if plan.doc_number else ""
    return f"{plan.title}（{plan.issuer_name}{number}，{plan.issued}），`{plan.id}`"


def _source(item: Input) -> str:
    return f"- {item.title or item.path}: {item.producer} ({item.licence})"
