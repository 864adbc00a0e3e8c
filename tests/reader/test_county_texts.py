"""What a county's own text says of its towns and villages, which no gazetteer holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CLAIMED = [
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
]


@pytest.mark.parametrize(("issuer", "text", "claimed"), CLAIMED)
def test_a_county_speaks_of_its_own_towns(
    found: Callable, issuer: str, text: str, claimed: list[tuple[str, str]]
) -> None:
    claims = found(text, issuer, "2021")[0]
    assert [(c.name, c.industry) for c in claims] == claimed
    assert all((m.code or m.within) == issuer for c in claims for m in c.members)
