"""The document: encodings, the clean copy, sections, sentences, issuer and date."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layers.cleaning import clean
from layers.errors import (
    BadArgument,
    EmptyText,
    JiqunError,
    MissingDate,
    MissingIssuer,
    UnreadableText,
)
from layers.front import issued, period
from layers.plan import Plan
from tests.growth import is_linear

PLANS = Path(__file__).resolve().parents[2] / "data" / "plans"
SENTENCE = "绍兴市产业规划（2011—2015年）\n一、布局\n到2015年，打造诸暨集聚区，产值达到100亿元。\n"


def parse(text: str | bytes, issuer: str | None = "330600", date: str | None = "2011") -> Plan:
    data = text.encode() if isinstance(text, str) else text
    return Plan.from_bytes(data, "p", issuer, date)


def shipped(name: str, issuer: str) -> Plan:
    return Plan.from_file(PLANS / f"{name}.txt", issuer)


@pytest.fixture(scope="module")
def shaoxing() -> Plan:
    return shipped("shaoxing-2011-2015", "330600")


@pytest.fixture(scope="module")
def zhejiang() -> Plan:
    return shipped("zhejiang-2017-2020", "330000")


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        pytest.param("utf-8", b"", "utf-8", id="utf-8"),
        pytest.param("utf-8", b"\xef\xbb\xbf", "utf-8-bom", id="utf-8 with mark"),
        pytest.param("gb18030", b"", "gb18030", id="gb 18030"),
        pytest.param("utf-16-le", b"\xff\xfe", "utf-16-le", id="utf-16 little"),
        pytest.param("utf-16-be", b"\xfe\xff", "utf-16-be", id="utf-16 big"),
        pytest.param("utf-16-le", b"", "utf-16-le", id="utf-16 without mark"),
    ],
)
def test_every_encoding_gives_the_same_reading(codec: str, mark: bytes, name: str) -> None:
    plan = parse(mark + SENTENCE.encode(codec))
    assert plan.encoding == name
    assert plan.clean == parse(SENTENCE).clean


def test_mark_of_utf8_stays_so_that_offsets_agree_with_open(tmp_path: Path) -> None:
    path = tmp_path / "计划 一.txt"
    path.write_bytes(b"\xef\xbb\xbf" + SENTENCE.encode())
    plan = Plan.from_file(path, "330600", "2011")
    with open(path, encoding="utf8", newline="") as file:
        assert plan.text == file.read()
    at = plan.clean.index("诸暨")
    evidence = plan.evidence(at, at + 2)
    assert plan.text[evidence.start : evidence.end] == evidence.exact == "诸暨"


def test_line_ends_stay_untouched_in_the_text() -> None:
    plan = parse(SENTENCE.replace("\n", "\r\n"))
    assert plan.text.count("\r\n") == 3
    assert plan.clean == parse(SENTENCE).clean


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", EmptyText, id="empty"),
        pytest.param("\u3000\n \t\n".encode(), EmptyText, id="white space"),
        pytest.param(b"\xef\xbb\xbf", EmptyText, id="mark alone"),
        pytest.param(b"\x0b\x0c", EmptyText, id="form feeds"),
        pytest.param(bytes(range(256)) * 40, UnreadableText, id="all bytes"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", UnreadableText, id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00", UnreadableText, id="office file"),
        pytest.param("规划\x00\x00\x00".encode(), UnreadableText, id="zero bytes"),
    ],
)
def test_rubbish_is_one_clear_line(data: bytes, error: type[JiqunError]) -> None:
    with pytest.raises(error) as caught:
        parse(data)
    assert "\n" not in str(caught.value) and str(caught.value).startswith("p: expected")


@given(st.binary(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        plan = parse(data)
    except JiqunError:
        return
    assert plan.sentences


@given(
    st.text(
        st.sampled_from("一二1.、（）(） 　\n\r\t。；：，“”—－产业亿元2０Ｏo○章第%％ab\u200b<br>")
        | st.characters(),
        max_size=300,
    )
)
@settings(max_examples=300, deadline=None)
def test_the_way_back_finds_every_character(text: str) -> None:
    copy = clean(text)
    places = [copy.source(i) for i in range(len(copy.text))]
    assert places == sorted(set(places))
    for offset, place in enumerate(places):
        kept, written = copy.text[offset], text[place]
        assert kept == written or (kept, written) in folded_pairs() or kept in " \n"
        assert copy.offset(place) == offset


def folded_pairs() -> set[tuple[str, str]]:
    from layers.folding import FOLD

    zeros = {("0", c) for c in "OoＯｏ"} | {("〇", c) for c in "○0OoＯ０ｏ◯"}
    return {(new, old) for old, new in FOLD.items()} | zeros


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_sentences_cover_their_paragraphs(text: str) -> None:
    if not text.strip("\ufeff \t\r\n\u3000\u00a0"):
        return
    try:
        plan = parse(text.encode("utf-8", "ignore"))
    except JiqunError:
        return
    for number, (start, end) in enumerate(plan.paragraphs):
        inside = [s for s in plan.sentences if s.paragraph == number]
        assert inside[0].start == start and inside[-1].end == end
        assert all(a.end == b.start for a, b in pairwise(inside))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("到 2020年，（ 1）突破", "到2020年，（1）突破", id="stray spaces"),
        pytest.param("产值\u00a0达\u3000到", "产值达到", id="no-break and ideographic space"),
        pytest.param("2Ｏ15年到２ＯＯ8年", "2015年到2008年", id="letter O for zero"),
        pytest.param("二O一一年三月", "2011年三月", id="letter O in Chinese numerals"),
        pytest.param("H2O和CO2", "H2O和CO2", id="formulas keep their O"),
        pytest.param("增长6.5％，１，０００家", "增长6.5%，1，000家", id="full width"),
        pytest.param("1,000家", "1,000家", id="ASCII commas stay"),
        pytest.param("产值14﹒3亿元﹐增长", "产值14.3亿元，增长", id="small forms"),
        pytest.param("### 🏭 制造园区：", "###制造园区：", id="pictures"),
        pytest.param("园区：\n```\n- 高新区\n```", "园区：\n-高新区\n", id="fences of code"),
        pytest.param("发展Internet of Things与 AI", "发展Internet of Things与AI", id="Latin words"),
        pytest.param(
            "3.实施\n“互联网+”行动计划。", "3.实施“互联网+”行动计划。", id="break in heading"
        ),
        pytest.param("3.\n实施培育计划。", "3.实施培育计划。", id="number alone on a line"),
        pytest.param("力争\n（一）布局", "力争\n（一）布局", id="a heading ends the line before"),
        pytest.param(
            "发展目标\n到2020年，达标。", "发展目标\n到2020年，达标。", id="short heading"
        ),
        pytest.param(
            "| 专栏四 |\n| 三园区：甲园、乙园。 |", "专栏四\n三园区：甲园、乙园。", id="boxes"
        ),
        pytest.param(
            "| 市 | 业 |\n| 合计 |\n| 甲 | 乙 |",
            "|市|业|\n|合计|\n|甲|乙|",
            id="a row of one cell stays in its table",
        ),
        pytest.param("|-----|\n甲。", "|-----|\n甲。", id="a rule is no box"),
    ],
)
def test_clean_copy(text: str, expected: str) -> None:
    assert clean(text).text == expected


def test_line_broken_inside_a_sentence_is_joined() -> None:
    long = "以产业集聚区、科技城为载体，合理布局产业，打造一批基地。促进产业集约化、规\n模化发展。"
    assert "规模化发展" in clean(long).text


def test_records_of_two_lines_stay_apart() -> None:
    text = (
        "四川剑阁工业园区（省级）\n重点发展产业：食品加工、新材料、生物医药\n"
        "苍溪县工业集中区\n重点发展产业：天然气化工、丝绸纺织、饮料\n"
    )
    assert clean(text).text == text.removesuffix("\n")


def test_text_out_of_a_pdf_is_joined_over_page_numbers() -> None:
    text = (
        "　　到２０２５年，全省高新技术产业增加值占工业增加值的比重达到\n"
        "17%以上，培育形成一批在全国领先的专业化特色产业集群，建成全国重\n"
        "要的新材料产业基地。在杭州、宁波、绍兴等地布局建设特色园区，布局\n- 12 -\n\n"
        "建设一批特色产业园区，推动产业集聚发展。完善产业链供应链协同机制，\n"
        "提升产业链现代化水平，形成在长三角领先的产业创新高地和产业集\n群。\n"
        "（二）培育壮大新材料产业\n重点发展氟硅新材料、磁性材料、高性能纤维等领域，力争\n"
        "到２Ｏ２５年产值达到8OO亿元。\n"
    )
    lines = clean(text).text.split("\n")
    assert lines[0].endswith("形成在长三角领先的产业创新高地和产业集群。")
    assert "布局建设一批" in lines[0] and "12" not in lines[0]
    assert lines[1:] == [
        "（二）培育壮大新材料产业",
        "重点发展氟硅新材料、磁性材料、高性能纤维等领域，力争到2025年产值达到800亿元。",
    ]


def test_section_path_as_printed(shaoxing: Plan) -> None:
    at = shaoxing.clean.index("着力打造绍虞")
    (sentence,) = [s for s in shaoxing.sentences if s.start <= at < s.end]
    assert sentence.section == (
        "三、产业发展重点与空间布局",
        "(一)先进装备制造业",
        "3.产业布局",
    )


def test_full_stop_behind_a_heading_number(shaoxing: Plan) -> None:
    at = shaoxing.clean.index("扎实推进绍虞太阳能")
    (sentence,) = [s for s in shaoxing.sentences if s.start <= at < s.end]
    assert sentence.section[-2:] == ("(五)新能源产业", "3。产业布局")


def test_run_in_headings(zhejiang: Plan, shaoxing: Plan) -> None:
    at = zhejiang.clean.index("产业规模力争超过600")
    (sentence,) = [s for s in zhejiang.sentences if s.start <= at < s.end]
    assert sentence.section[-1] == "（三）抢占人工智能产业制高点"
    at = shaoxing.clean.index("扶持设立一批行业或区域")
    (sentence,) = [s for s in shaoxing.sentences if s.start <= at < s.end]
    assert sentence.section[-1] == "推进公共技术创新服务平台建设"
    titles = {h.printed for h in zhejiang.headings}
    assert "3.实施“互联网+”行动计划" in titles and "2.培育战略性新兴产业示范企业" in titles


def test_a_statement_of_one_place_titles_no_paragraph() -> None:
    plan = parse("晋城煤层气产业带，重点发展煤层气抽采。原平法兰锻造产业带，加快企业重组和改造。")
    assert [s.section for s in plan.sentences] == [(), ()]
    plan = parse("推进集聚，强化平台支撑。原平法兰锻造产业带，加快企业重组和技术改造。")
    assert plan.sentences[1].section == ("推进集聚，强化平台支撑",)


def test_inline_enumeration_makes_headings() -> None:
    plan = parse("一是综合实力明显增强。总量跃升。二是动能稳步增强。集群加快构建。")
    assert [s.section for s in plan.sentences] == [
        ("一是综合实力明显增强",),
        ("一是综合实力明显增强",),
        ("二是动能稳步增强",),
        ("二是动能稳步增强",),
    ]


def test_decimal_headings_hold_one_another() -> None:
    plan = parse("5. 产业\n5.1 茶\n5.1.4 布局\n5.2 粮\n1、重点\n2、方向\n6. 保障")
    assert [s.section for s in plan.sentences] == [
        ("5.产业",),
        ("5.产业", "5.1茶"),
        ("5.产业", "5.1茶", "5.1.4布局"),
        ("5.产业", "5.2粮"),
        ("5.产业", "5.2粮", "1、重点"),
        ("5.产业", "5.2粮", "2、方向"),
        ("6.保障",),
    ]


def test_sections_stand_in_their_chapter() -> None:
    plan = parse("第一章 总论\n第一节 现状\n第二节 目标\n第二章 产业")
    assert [s.section for s in plan.sentences] == [
        ("第一章总论",),
        ("第一章总论", "第一节现状"),
        ("第一章总论", "第二节目标"),
        ("第二章产业",),
    ]


def test_a_numbered_fact_is_no_heading() -> None:
    plan = parse("1、纺织服装增加值21.4亿元，比重52.1%。企业31家。\n4、57家规模以上纺织企业。")
    assert plan.headings == ()


def test_full_stops_inside_brackets_do_not_end_a_sentence() -> None:
    plan = parse("打造基地（见附件。另发），形成集群；壮大产业。")
    cuts = [plan.clean[s.start : s.end] for s in plan.sentences]
    assert cuts == ["打造基地（见附件。另发），形成集群；", "壮大产业。"]


def test_unclosed_bracket_hides_nothing() -> None:
    plan = parse("打造基地（一期。形成集群。")
    assert len(plan.sentences) == 2


def test_what_the_plans_say_of_themselves(shaoxing: Plan, zhejiang: Plan) -> None:
    assert (shaoxing.doc_number, shaoxing.issued) == ("绍政发〔2011〕23号", "2011-03-28")
    assert (zhejiang.doc_number, zhejiang.issued) == (None, "2017-09-04")
    assert shaoxing.title == "绍兴市战略性新兴产业发展规划(2011—2015年)"
    assert (shaoxing.period, zhejiang.period) == ((2011, 2015), (2017, 2020))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "绍兴市人民政府\n二○一一年三月二十八日\n", "2011-03-28", id="Chinese numerals"
        ),
        pytest.param("绍兴市人民政府\n2011年3月28日\n", "2011-03-28", id="signature line"),
        pytest.param("——2026年1月20日在市第九届人民代表大会上\n", "2026-01-20", id="report line"),
        pytest.param("发布日期:2017-09-18来源：省政府办公厅\n", "2017-09-18", id="publishing line"),
        pytest.param("绍政发〔2011〕23号\n", "2011", id="document number"),
        pytest.param("诸暨市工业发展规划\n2021年6月\n", "2021-06", id="month alone"),
    ],
)
def test_issue_date(text: str, expected: str) -> None:
    from layers.cleaning import clean as copy

    assert issued(copy(text + "正文。").text, None, "", "p") == expected


def test_missing_date_and_issuer_name_their_options() -> None:
    with pytest.raises(MissingDate, match="--issued"):
        parse("打造基地。", date=None)
    with pytest.raises(MissingIssuer, match="--issuer"):
        parse("打造基地。", issuer=None)


@pytest.mark.parametrize("value", ["11", "2011-13", "2011/3", "last year", "2011-02-33"])
def test_dates_of_the_wrong_form_are_refused(value: str) -> None:
    with pytest.raises(BadArgument, match="--issued"):
        parse("打造基地。", date=value)


@pytest.mark.parametrize("value", ["33060", "绍兴", "3306000"])
def test_issuers_of_the_wrong_form_are_refused(value: str) -> None:
    with pytest.raises(BadArgument, match="--issuer"):
        parse("打造基地。", issuer=value)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("行动计划（2017-2020年）", (2017, 2020), id="hyphen"),
        pytest.param("发展规划(2011—2015年)", (2011, 2015), id="dash"),
        pytest.param("“十四五”规划", (2021, 2025), id="five-year plan"),
        pytest.param("2023年政府工作报告", (2023, 2023), id="work report"),
        pytest.param("产业发展意见", None, id="none"),
    ],
)
def test_period(title: str, expected: tuple[int, int] | None) -> None:
    assert period(title, "2021-05") == expected


def test_issuer_is_found_by_name() -> None:
    from geo.gazetteer import Gazetteer

    gazetteer = Gazetteer.from_data()
    for name, code in (("shaoxing-2011-2015", "330600"), ("zhejiang-2017-2020", "330000")):
        assert Plan.from_file(PLANS / f"{name}.txt", gazetteer=gazetteer).issuer == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("2023年广东省政府工作报告\n2023年1月12日\n", "440000", id="work report"),
        pytest.param(
            "中共吉林省委 吉林省人民政府关于制造业的意见\n2022年3月4日\n", "220000", id="party"
        ),
        pytest.param("浙江省绍兴市柯桥区制造业计划\n2020-03-01\n", "330603", id="finest unit"),
        pytest.param("海南藏族自治州产业规划\n二〇二一年十二月\n", "632500", id="namesake"),
        pytest.param(
            "关于印发《义乌市规划》的通知\n义乌市人民政府\n2019年4月2日\n", "330782", id="notice"
        ),
    ],
)
def test_issuer_by_its_name(text: str, code: str) -> None:
    from geo.gazetteer import Gazetteer

    plan = Plan.from_bytes(text.encode(), "p", gazetteer=Gazetteer.from_data())
    assert plan.issuer == code


HOSTILE = {
    "digits": "1",
    "spaces": " ",
    "lines": "a\n",
    "brackets": "（",
    "quotations": "“",
    "headings": "一、总体\n",
    "enumerations": "一是发展。",
    "page numbers": "12\n",
    "years": "2015年",
    "tags": "<br",
    "boxes": "|甲|\n",
    "an open box": "|甲",
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    def read(size: int) -> None:
        parse((piece * (size // len(piece)) + "x。").encode())

    assert is_linear(read, 20_000, 200_000)
