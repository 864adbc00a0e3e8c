"""Numbers that are names: ordinals, sizes of machines, quotations, what counts no economy."""

from __future__ import annotations

import re

from layers.extract.numbers import units
from layers.extract.numbers.comparators import sign_before
from layers.extract.patterns import compiled

_MEASURES = compiled(r".{0,4}(?:措施|政策|意见|举措|规定)")
_MACHINE = compiled(
    r"级?(?:及?以上)?的?(?:海上|陆上|大型)?(?:风电|风力发电|燃气)?(?:机组|风机|轮机|叶片)"
)
_NOT_COUNTED = compiled(
    r"方面|阶段|时间|环节|层次|层面|维度|导向|转变|统筹|坚持|确保|一批|工作日|小时|字|目标|节点|重点(?=[，,。；：:、”]|领域|方向|工作|任务)"
    r"|榨季|季度|财年|年度|交易日|昼夜|措施|意见|规定|举措|政策|原则|要求|体系|步骤|特点|关键(?!核心|共性|[^，。]{0,4}技术|设备|零部件|材料)|问题|世纪"
    r"|地级市|设区市|市州|行政村|自然村|村民小组|(?:村民?|居民?)(?:委员会|委会)"
    r"|国家(?:在|建立|缔结|结成)|(?:国际)?(?:友好|姐妹)城市|国际友城"
    r"|[^，,。；]{0,8}(?:专栏|布局图|示意图|指引|附表|附件)"
)
_DIVISION = compiled(
    r"(?:省辖市|县级市|市辖区|县[市区]|区[县市]|[县市]区|街道|社区|乡镇|镇乡|[镇乡县市区村]|国营[农林]场|[农林]场)"
    r"(?:办事处|办|村|区)*(?=[、和及与，,。；;（(\n]|$)"
)
"""What a unit is divided into, counted where its profile tells of it."""
_DIVIDED = compiled(
    r"(?:下?辖|管辖|托管?|划分为|设有?)[^，,。；]{0,40}$|^[\u4e00-\u9fff]{2,8}(?:有|共有)$"
)
_GROUND = compiled(
    r"(?:土地|国土|辖区|陆[地域]|行政区域|海域|(?:全|本|该)?[镇县市乡]域?|全区)总?面积[为约达是有共近超过]*$"
    r"|(?:^|[，,。；])幅员[为约达是有共近超过面积]*$"
)
"""The extent of a unit's land, which is no figure of its economy."""
_EXTENT = compiled(r"(?:^|[，,。；])总?面积[为约达是有共近超过]*$")
_AREAS = ("平方公里", "平方千米", "公顷", "亩")
_THING = compiled(
    r"产业|园区|集群|基地|项目|企业|中心|平台|工厂|开发区|集聚区|示范区|实验室|小镇|机构|产品|品牌|园"
)
_PHYSICAL = compiled(
    r"装机|产量|面积|人口|用户|人次|游客|流量|吞吐量|储量|里程|电量|客流|库容|存栏|出栏|粉丝|销量"
)
_MONEY = compiled(r"产值|收入|投资|营收|销售额|税|规模|资金|利润|出口|总值|增加值|市值|额|元")
_CLAUSE = compiled(r"[，,。；;：:\n]")
_BRACKETS = tuple("（）()")
_QUOTE = '“‘「『"'
_CLOSERS = '”’」』"'
_ALONE = compiled(r"[\d.,%()（）\s]+(?=\n|$)")
_OPENING = compiled(r"[“‘「『\"][^“‘「『”’」』\"，]*$")
_CLOSING = compiled(r"[^”’」』\"，]*[”’」』\"]")
NAME_LENGTH = 16
"""A quotation up to this long is a name (“百家企业结对科研院所”), not a statement."""


def is_meant(text: str, match: re.Match[str], han: str, mag: str) -> bool:
    """Whether a Chinese numeral is a quantity: 两个园区, 千亿元; not 一个, 百家, 千人计划."""
    unit, after = match["unit"], text[match.end() : match.end() + 14]
    if unit == "大":
        return han != "一"
    if unit in ("%", "倍") or mag:
        return bool(han) or mag != "万" or text[match.start() - 1 : match.start()] in "超过破近达上"
    if unit == "元" and len(han) == 1 and han not in "百千":
        return False  # 三元电池, 多元
    if han in ("百", "千") and (match["in"] or match["in2"]):
        return True  # 百余家
    if han in ("百", "千") and sign_before(text, match.start())[0] != "=":
        return True  # 逾百项, 近百户
    if han in ("一", "百", "千") or unit not in units.BASE or unit in ("人", "位", "种", "类"):
        return False
    if units.BASE[unit][0] != "count":
        return True
    return _THING.search(after) is not None


_SIZED = tuple(f"以上{of}{how}" for of in ("", "的") for how in ("规模", "连片", "集中连片"))
"""100亩以上规模基地: a class of sizes."""
_SHORT = 8
_FAR = 48
_ELASTIC = compiled(r"每(?:提高|增加|增长|上升|下降|降低)[^。；]*$")
"""每提高1个百分点，可带动X提高0.56个百分点: how one number follows another, and no fact."""


_PER_EACH = compiled(
    r"(?:GDP|国内生产|地区生产|生产总值|工业增加值|增加值|产值)?(?:能耗|用水|电耗|水耗|取水|单耗|综合能)"
)
_INDUSTRIES = compiled(
    r"(?:战略性|高成长性?|新兴|传统|支柱|主导|优势|特色|重点|未来|先导|先进)*(?:产业|行业|领域)(?![链园]|带(?!动)|集群|基地|集聚|聚集|板块)"
)
_LIST_END = compiled(
    r"(?:等|、[^、]{2,12}(?<!形成)(?<!打造)(?<!培育)(?<!发展)(?<!建成)(?<!聚焦)(?<!实施)(?<!新增))$"
)
_BOXES = ("专栏", "附表", "附件", "附图", "图表")
"""What is numbered in a plan beside its chapters."""
_ORDINAL = ("第", "每", "唯")
"""What makes an ordinal of the number behind it, or one of many."""
_PATENTS = ("高价值", "发明", "有效发明", "拥有")


def _is_unit(text: str, match: re.Match[str]) -> bool:
    """万元GDP能耗, 万人高价值专利, （单位：亿元）: what is measured in, and no number."""
    start, end = match.start(), match.end()
    if text[start].isdigit():
        return False
    if match["unit"] == "元" and (_PER_EACH.match(text, end) or text.startswith("GDP", end)):
        return True
    if match["unit"] == "人" and text.startswith(_PATENTS, end):
        return True
    return text.endswith(("单位：", "单位:", "单位为"), 0, start)


def _is_no_fact(text: str, match: re.Match[str]) -> bool:
    """Whether the number says how one follows another, or a class of sizes."""
    start, sized = match.start(), match["unit"] == "亩" and text.startswith(_SIZED, match.end())
    return sized or _ELASTIC.search(text, max(0, start - _FAR), start) is not None


def is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the number is an ordinal, belongs to a name, or counts nothing of the economy."""
    start, end = match.start(), match.end()
    before = text[start - 1 : start]
    if before in _BRACKETS and text[end : end + 1] in _BRACKETS and not text[start].isdigit():
        return True  # 粮食产量（亿斤）: the unit of a table
    if _is_behind_name(text, start) or (match["unit"] == "" and _is_physical(text, start)):
        return True  # 装机率先破亿: of kilowatts, and no money
    numbered = text.endswith(_BOXES, 0, start)  # 专栏1项目
    if numbered or before in _ORDINAL or (before in "前近" and match["unit"] in ("位", "名")):
        return True
    if (
        _is_unit(text, match)
        or _is_no_fact(text, match)
        or _is_of_land(text, match)
        or _is_alone(text, start)
        or _sums_up(text, match)
    ):
        return True
    if match["unit"] == "位" and text[end : end + 2] not in ("院士", "专家", "博士", "教授"):
        return True
    if match["unit"] in ("个", "项", "条", "种", "类", "对", "张") and _NOT_COUNTED.match(
        text, end
    ):
        return True
    if match["unit"] in ("兆瓦", "MW") and _MACHINE.match(text, end):
        return True  # 10兆瓦及以上风电机组: the size of a machine
    if match["unit"] == "条" and _MEASURES.match(text, end):
        return True
    if text[end : end + 1] in _QUOTE and not text[start].isdigit():
        return True  # 三个“一批”
    return match["unit"] != "%" and _is_quoted(text, start, end)


def _is_behind_name(text: str, start: int) -> bool:
    """“百千万”亿级产业集群: an order of magnitude behind a name in quotation marks."""
    return start > 0 and text[start - 1] in "”’" and text[start] in "亿万"


def _sums_up(text: str, match: re.Match[str]) -> bool:
    """生物医药、新材料3个战略性新兴产业, 电子信息等六个产业: what a list of industries comes to."""
    if match["unit"] != "个" or not _INDUSTRIES.match(text, match.end()):
        return False
    before = text[max(0, match.start() - _FAR) : match.start()]
    return _LIST_END.search(re.split(r"[，,。；;：:\n]", before)[-1]) is not None


def _is_of_land(text: str, match: re.Match[str]) -> bool:
    """下辖8个镇, 总面积48平方公里: how a unit is divided, and how large it is."""
    start, unit = match.start(), match["unit"]
    before = text[max(0, start - _FAR) : start]
    if unit in _AREAS:
        bare = unit.startswith("平方") and _EXTENT.search(before)
        return bool(bare or _GROUND.search(before))
    if unit != "个" or not _DIVISION.match(text, match.end()):
        return False
    return _DIVIDED.search(re.split(r"[，,。；\n]", before)[-1]) is not None


def _is_alone(text: str, start: int) -> bool:
    """Whether a line holds no word beside the number: a figure of the page, not of the text."""
    line = text.rfind("\n", 0, start) + 1
    return start - line < _SHORT and _ALONE.match(text, line) is not None


def _is_physical(text: str, start: int) -> bool:
    """Whether what stands before a bare 亿 is measured in something else than money."""
    begin = max(0, start - NAME_LENGTH)
    words = _CLAUSE.split(text[begin:start])[-1]
    return _PHYSICAL.search(words) is not None and _MONEY.search(words) is None


def _is_quoted(text: str, start: int, end: int) -> bool:
    graded = text.startswith("级", end) and text[end + 1 : end + 2] in _CLOSERS
    if graded and text[start - 1 : start] in _QUOTE:
        return False  # “百亿级”产业
    opening = _OPENING.search(text, max(0, start - NAME_LENGTH), start)
    if opening is None:
        return False
    closing = _CLOSING.match(text, end, opening.start() + 1 + NAME_LENGTH)
    return closing is not None
