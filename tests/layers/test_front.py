"""What a plan says about itself at its head: titles as pages and files print them."""

from __future__ import annotations

import pytest

from layers.front import issued, title

TITLES = [
    pytest.param(
        "首页 > 政务公开 > 规划\n索引号：000014349\n湖北省制造业发展规划\n一、总则",
        "湖北省制造业发展规划",
        id="below a page's path and a file's card",
    ),
    pytest.param("名称：湖北省制造业发展规划\n一、总则", "湖北省制造业发展规划", id="in a card"),
    pytest.param("附件：湖北省制造业发展规划\n一、总则", "湖北省制造业发展规划", id="behind 附件"),
    pytest.param(
        "附件10：\n湖北省制造业发展规划\n一、总则", "湖北省制造业发展规划", id="below 附件"
    ),
    pytest.param(
        "附件：通知.pdf\n湖北省制造业发展规划\n一、总则", "湖北省制造业发展规划", id="below a file"
    ),
    pytest.param(
        "湖北省制造业\n高质量发展规划\n（2021—2025年）\n一、总则",
        "湖北省制造业高质量发展规划（2021—2025年）",
        id="over two lines and its years",
    ),
    pytest.param(
        "湖北省发展研究\n2021年3月1日\n促进产业转型的若干意见\n一、总则", "", id="not over a date"
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_the_title_of_a_head(text: str, expected: str) -> None:
    assert title(text) == expected


def test_the_imprint_at_the_end_dates_a_plan() -> None:
    text = "湖北省制造业发展规划\n一、总则\n湖北省人民政府办公厅 2021年3月5日印发\n"
    assert issued(text, None, title(text), "a test") == "2021-03-05"
