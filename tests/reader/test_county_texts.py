"""What a county's own text says of its towns and villages, which no gazetteer holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CLAIMED = [
    pytest.param(
        "640521",
        "园区地跨恩和镇、余丁镇。石空镇发展太湖大闸蟹。",
        [("石空镇", "太湖大闸蟹")],
        id="what a zone reaches over",
    ),
    pytest.param(
        "451023",
        "新安集中区：园区面积5平方公里。主导产业：石灰石精加工。\n黄羊食品工业园：规划面积12平方公里。",
        [("新安集中区", "石灰石精加工"), ("黄羊食品工业园", "食品")],
        id="zones of its own with their numbers",
    ),
    pytest.param(
        "230421",
        "支持团结镇利用闲置粮库建设木材加工集中区。",
        [("团结镇", "木材加工")],
        id="a zone of one trade",
    ),
    pytest.param(
        "532328",
        "现已建成星火、雷窝、沙沟三大片蔬菜基地，建成粮油、林果两大基地。",
        [("星火", "蔬菜"), ("雷窝", "蔬菜"), ("沙沟", "蔬菜"), ("粮油", "粮油"), ("林果", "林果")],
        id="bare names before a number, and goods",
    ),
    pytest.param(
        "420323", "“两园”即盱眙电子产业园、盱眙港口产业园。", [], id="parks of a county elsewhere"
    ),
    pytest.param(
        "640521",
        "恩和镇、大战场镇布局冷链物流；西南部舟塔乡的上桥、孔滩主要发展枸杞初加工。",
        [("恩和镇", "冷链物流"), ("大战场镇", "冷链物流"), ("舟塔乡", "枸杞初加工")],
        id="names with a joint in them, and villages behind one",
    ),
    pytest.param(
        "640521",
        "石空镇北部的枣园片主要发展光伏支架。",
        [("石空镇北部", "光伏支架")],
        id="a part of a town",
    ),
    pytest.param(
        "210681",
        "蓝莓产业主要分布在北部山区的黑沟镇、新农镇和合隆满族乡。",
        [("黑沟镇", "蓝莓产业"), ("新农镇", "蓝莓产业"), ("合隆满族乡", "蓝莓产业")],
        id="towns in a part of the land",
    ),
    pytest.param(
        "640521",
        "枸杞加工集中在新水农产品加工创业园。",
        [("新水农产品加工创业园", "枸杞加工")],
        id="a zone of its own behind a verb that lays out",
    ),
    pytest.param(
        "640521",
        "中心镇、特色镇重点发展枸杞，其他镇发展蔬菜，沿线乡发展养殖业，两个镇发展旅游。",
        [],
        id="kinds of towns",
    ),
    pytest.param(
        "654028",
        "支持在加哈乌拉斯台乡、胡吉尔台乡建设肉牛繁育基地。",
        [("加哈乌拉斯台乡", "肉牛繁育"), ("胡吉尔台乡", "肉牛繁育")],
        id="long names of towns",
    ),
    pytest.param(
        "220322",
        "在泉眼沟村新建优质蔬菜育苗基地一处。",
        [("泉眼沟村", "优质蔬菜育苗")],
        id="a village",
    ),
    pytest.param(
        "220322", "使全村发展蔬菜产业，建设美丽乡村。", [], id="words that only end like one"
    ),
    pytest.param(
        "640422",
        "新建柳沟乡冷凉蔬菜万亩示范区。",
        [("柳沟乡冷凉蔬菜万亩示范区", "冷凉蔬菜")],
        id="a town in the name of what is built",
    ),
    pytest.param(
        "640422",
        "建设偏城乡肉牛育肥示范区，新建城关镇蔬菜基地。",
        [("偏城乡肉牛育肥示范区", "肉牛育肥"), ("城关镇蔬菜基地", "蔬菜")],
        id="verbs that are names of towns elsewhere",
    ),
    pytest.param(
        "640422",
        "太平庄镇发展肉牛产业，吉强镇重点发展马铃薯产业。",
        [("太平庄镇", "肉牛"), ("吉强镇", "马铃薯")],
        id="names with a word or a rank in them",
    ),
    pytest.param("640422", "打造经济强镇，农业强镇发展蔬菜产业。", [], id="a rank is no name"),
    pytest.param(
        "430903",
        "建成3万亩精品稻虾走廊。",
        [("3万亩精品稻虾走廊", "精品稻虾")],
        id="a corridor of the county's own",
    ),
    pytest.param(
        "610722",
        "柳林镇：服务型城镇，依托电商平台，发展有机农业。",
        [("柳林镇", "有机农业")],
        id="what the key of a sentence develops",
    ),
    pytest.param(
        "520328",
        "建设休闲农业观光园，扩建水塘村肉牛育肥场。",
        [("休闲农业观光园", "休闲农业"), ("水塘村肉牛育肥场", "肉牛")],
        id="gardens and farms behind what they are for",
    ),
    pytest.param(
        "520328",
        "打造了核桃坝村、金花村、龙凤村等乡村旅游特色村，在柑子坝村发展辣椒种植。",
        [
            ("核桃坝村", "乡村旅游"),
            ("金花村", "乡村旅游"),
            ("龙凤村", "乡村旅游"),
            ("柑子坝村", "辣椒种植"),
        ],
        id="villages whose names hold goods and places elsewhere",
    ),
    pytest.param(
        "640422",
        "以将台堡镇为核心，建设马铃薯种薯基地；将将台堡镇打造成红色旅游示范区。",
        [("将台堡镇", "马铃薯种薯"), ("将台堡镇", "红色旅游")],
        id="a town whose name begins like the future",
    ),
    pytest.param(
        "520181",
        "在卫城、新店、站街等乡镇发展辣椒种植。",
        [("卫城", "辣椒种植"), ("新店", "辣椒种植"), ("站街", "辣椒种植")],
        id="bare names that the sentence says are towns",
    ),
    pytest.param(
        "411523",
        "陡山河、浒湾、千斤等乡镇以茶叶为主，苏河、卡房等乡镇以油茶为主。",
        [
            ("陡山河", "茶叶"),
            ("浒湾", "茶叶"),
            ("千斤", "茶叶"),
            ("苏河", "油茶"),
            ("卡房", "油茶"),
        ],
        id="and what they live on",
    ),
    pytest.param(
        "430223",
        "北部网岭、丫江桥、新市等镇重点发展油茶。",
        [("网岭", "油茶"), ("丫江桥", "油茶"), ("新市", "油茶")],
        id="behind the part of the land where they lie",
    ),
    pytest.param(
        "513423",
        "树河、平川、金河等乡镇集中连片种植，建成优质青花椒基地。",
        [("树河", "优质青花椒"), ("平川", "优质青花椒"), ("金河", "优质青花椒")],
        id="names like a river's",
    ),
    pytest.param(
        "220322",
        "在鞠家、房身两村扩建肉牛育肥场3处，在西平安堡村新建生猪养殖小区一处。",
        [("鞠家", "肉牛"), ("房身", "肉牛"), ("西平安堡村", "生猪养殖")],
        id="villages that a number sums up, and what is counted behind them",
    ),
    pytest.param(
        "130827",
        "以塌山、亮甲台为重点，发展食用菌种植。",
        [("塌山", "食用菌种植"), ("亮甲台", "食用菌种植")],
        id="names that end as the land's do",
    ),
    pytest.param(
        "513423",
        "建成以大坡、右所为主的肉羊养殖区。",
        [("大坡", "肉羊"), ("右所", "肉羊")],
        id="known towns elsewhere",
    ),
    pytest.param(
        "341522",
        "以绿色、有机为主发展蔬菜种植，以鱼塘、水库为重点发展水产养殖。",
        [],
        id="qualities and kinds of land are none",
    ),
    pytest.param(
        "341522",
        "以酒店、农庄为重点，发展旅游；养殖、种植等乡镇产业发展较快。",
        [],
        id="nor are houses and trades",
    ),
    pytest.param(
        "640422",
        "打造“横梁—干城冷凉蔬菜示范区”，新建“什字-王民休闲农业示范区”。",
        [("横梁—干城冷凉蔬菜示范区", "冷凉蔬菜"), ("什字-王民休闲农业示范区", "休闲农业")],
        id="two ends of a dash that nobody knows",
    ),
    pytest.param(
        "341522", "科研—生产—推广示范基地建设加快。", [], id="a dash between kinds of work"
    ),
    pytest.param(
        "451028",
        "幼平乡推广3800亩金银花种植，甘田镇推广刺梨种植，逻沙乡推广新能源汽车。",
        [("幼平乡", "金银花种植"), ("甘田镇", "刺梨种植")],
        id="what is spread where it is grown",
    ),
    pytest.param(
        "532923",
        "A区以有色冶炼为主，B区以机械制造为主，C区重点发展食品加工。",
        [("A区", "有色冶炼"), ("B区", "机械制造"), ("C区", "食品加工")],
        id="parts of a park by their letters",
    ),
    pytest.param(
        "341522",
        "推进“三园”建设，“三园”即城南汽配产业园、临水物流园、高塘纺织工业园。",
        [("城南汽配产业园", "汽配"), ("临水物流园", "物流"), ("高塘纺织工业园", "纺织")],
        id="parks that a number announces",
    ),
    pytest.param(
        "341522",
        "实施三大工程，即道路硬化工程、饮水安全工程、危房改造工程。",
        [],
        id="works that a number announces",
    ),
    pytest.param(
        "330624",
        "支持青年返乡发展茶产业，引导资本下乡，重点发展中药材产业，在江南水乡发展水产养殖。",
        [],
        id="ways home and to the country that end like towns",
    ),
    pytest.param(
        "330624", "以家庭经营为主发展茶叶种植，以商铺、店铺为主发展商贸物流业。", [], id="trade"
    ),
    pytest.param(
        "330624", "以摄像头、镜头为核心打造光电产业。", [], id="goods that end as land does"
    ),
    pytest.param(
        "330624", "以车桥、变速箱为核心，发展汽车零部件产业。", [], id="parts that end like them"
    ),
]


@pytest.mark.parametrize(("issuer", "text", "claimed"), CLAIMED)
def test_a_county_speaks_of_its_own_towns(
    found: Callable, issuer: str, text: str, claimed: list[tuple[str, str]]
) -> None:
    claims = found(text, issuer, "2021")[0]
    assert [(c.name, c.industry) for c in claims] == claimed
    assert all((m.code or m.within) == issuer for c in claims for m in c.members)


def test_a_bare_town_behind_others_is_its_own_subject(found: Callable) -> None:
    claims = found("泉州、漳州重点发展汽车，古雷重点发展石化。", "350000", "2012")[0]
    assert [(c.name, c.industry) for c in claims] == [
        ("泉州", "汽车"),
        ("漳州", "汽车"),
        ("古雷", "石化"),
    ]
    claims, refused = found("龙海重点发展食品，湄洲重点发展石化。", "350600", "2010")
    assert [(c.name, c.industry) for c in claims] == [("龙海", "食品")]
    assert [r.name for r in refused] == ["湄洲"]


def test_a_part_of_a_zone_lies_beside_another(found: Callable) -> None:
    claims, refused = found(
        "兰州新区东部片区布局精细化工，西部片区布局装备制造。", "620000", "2021"
    )
    assert [(c.name, c.kind, c.industry, [m.code for m in c.members]) for c in claims] == [
        ("兰州新区东部片区", "zone", "精细化工", ["620100"]),
        ("西部片区", "zone", "装备制造", ["620100"]),
    ]
    assert not refused
