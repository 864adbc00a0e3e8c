"""Made sentences, and what the reader makes of each: two trees compared show what a rule broke.

`python -m benchmarks.reader.frames > FILE` prints one line a sentence. Run it in a clone of the
commit before a change and in the changed tree; `diff` of the two files is to be read line by line,
for every line is right in one of them alone, or in neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from geo.gazetteer import Gazetteer
from layers.industry import Taxonomy
from layers.plan import Plan
from layers.reader import read

ISSUED = "2021"
PLACES = {
    "640422": "偏城乡 兴隆镇 吉强镇 西吉县 马莲乡 县城 兴隆、偏城",
    "330600": "诸暨市 越城区 袍江 绍兴高新区 柯桥 店口镇 滨海新城",
    "420500": "宜都市 夷陵区 枝江 宜昌高新区 鸦鹊岭镇 宜都、枝江 长阳",
    "330000": "宁波 杭州市 义乌 宁波杭州湾新区 温台 德清县 杭州、宁波",
    "220000": "长春 吉林市 净月高新区 延边 松原 长吉图 梅河口",
    "510000": "成都 绵阳 宜宾市 天府新区 川南 成德绵 泸州高新区",
}
"""Issuer -> places as its texts name them: towns, counties, zones, strings, lists of two."""
VERBS = (
    *("建设", "新建", "打造", "发展", "推进", "加快建设", "支持", "依托", "重点发展", "推动"),
    *("扩建", "做大", "做强", "规划建设", "培育", "争创", "建成", "振兴", "巩固", "提升"),
    *("围绕", "合作共建", "壮大", "完善", "引导", "鼓励", "实施", "建立", "优化", "创建"),
)
ACTED = (
    "{v}{p}肉牛产业基地。",
    "{v}{p}新材料产业园。",
    "{p}{v}装备制造产业集群。",
    "以{p}为重点，{v}生物医药产业基地。",
    "{v}以{p}为核心的茶叶产业带。",
    "到2025年，{p}{v}新能源产业，产值达到100亿元。",
    "{v}“{p}食品加工园”。",
    "{p}：{v}纺织产业。",
    "{v}{p}—{q}旅游走廊。",
    "{p}重点{v}汽车产业，{q}重点{v}纺织产业。",
    "在{p}{v}光伏项目。",
)
"""Frames for every verb."""
SAID = (
    "以{p}、{q}为核心，打造汽车产业集群。",
    "“一核”：{p}，重点发展纺织。“两翼”：{q}、{r}，重点发展茶叶。",
    "电子信息产业：重点布局在{p}、{q}。",
    "{p}、{q}、{r}分别重点发展生猪、茶叶和纺织。",
    "（一）新材料产业\n依托{p}新材料产业园，建设{q}基地。",
    "推进{p}纺织产业园、{q}茶叶基地建设。",
    "支持{p}创建国家级茶叶示范基地。",
    "{p}被评为国家纺织产业基地。",
    "加强与{p}合作，推动生物医药产业发展。",
    "除{p}外，{q}重点发展文化旅游。",
    "{p}至{q}沿线布局茶叶产业带。",
    "电子信息（{p}、{q}）、纺织（{r}）。",
    "位于{p}的纺织产业园，重点发展化纤。",
    "{p}不再布局化工项目，{q}有序发展新材料。",
    "重点在{p}、{q}等地建设茶叶基地，在{r}建设生猪基地。",
    "{p}|纺织|化纤\n{q}|茶叶|生猪",
    "把{p}打造成为汽车强市，把{q}建成旅游高地。",
)
"""Frames with verbs of their own."""


def sentences() -> Iterator[tuple[str, str]]:
    """Issuer and text of each made sentence, always in the same order."""
    frames = [f.replace("{v}", verb) for f in ACTED for verb in VERBS] + [*SAID]
    for issuer, names in PLACES.items():
        places = names.split()
        for frame in frames:
            for at, place in enumerate(places):
                others = islice(cycle(places), at + 1, at + 3)
                yield issuer, frame.format(p=place, **dict(zip("qr", others, strict=True)))


def main() -> None:
    """A line for each sentence: its issuer, its text, its claims, numbers and refusals."""
    gazetteer, taxonomy = Gazetteer.from_data(), Taxonomy.from_data()
    for issuer, text in sentences():
        plan = Plan.from_bytes(text.encode(), issuer=issuer, issued=ISSUED)
        found = read(plan, gazetteer, taxonomy)
        claims = [
            (c.name, c.kind, c.status, c.industry, *(m.id for m in c.members)) for c in found.claims
        ]
        numbers = [(t.industry, t.indicator, t.modality, str(t.value)) for t in found.targets]
        refused = [(u.name, u.reason) for u in found.unlocated]
        print(issuer, repr(text), claims, numbers, refused)


if __name__ == "__main__":
    main()
