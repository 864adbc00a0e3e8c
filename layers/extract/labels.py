"""The name of an industry in a claim's own words, without what only stands round it.

A phrase before a carrier says more than the industry: rank (世界级), size (千万吨级), the town
(乌有镇轴承), what is to become of it (延链, 示范). The words are data in
`data/taxonomy/labels.toml`. The order of `label`: brackets out, heads and tails off, a place
before the first industry off; where a verb is left, the industry that the words name; nothing
where they name none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.lookalikes import is_nature

if TYPE_CHECKING:
    from layers.industry import Taxonomy

DATA = Path(__file__).resolve().parent.parent.parent / "data" / "taxonomy" / "labels.toml"

_ASIDE = compiled(r"[（(\[][^（）()\[\]]*[）)\]]")
_CLOSED = compiled(r"^[^（(）)]{0,4}[）)](?=..)")
"""The end of a bracket that opened before the phrase (区)屋顶光伏)."""
_OPEN = compiled(r"[（(\[《].*$")
_MARKS = str.maketrans("", "", '“”"‘’）)]》 　')
_MEASURE = compiled(
    r"[一两二三四五六七八九十百千万亿\d.]+(?:余|多)?(?:吨|千瓦|兆瓦|吉瓦|平方米|亩|个)级?"
)
_SIZE = compiled(
    r"^(?:年?(?:总?产值|营收|营业收入|规模)(?:超过?|达到?|突破|近|约)?[\d一二三四五六七八九十百千万.]+亿元?级?(?:以上)?的?|[一两二三四五六七八九十百千万亿\d.]+(?:余|多)?(?:吨|千瓦|兆瓦|吉瓦|辆|台|平方米|亩|(?<=[万亿百千])元)级?(?:以上)?的?"
    r"|[一二三四五六七八九十百千万亿\d.]+级|[一两二三四五六七八九十\d]+(?:个|大(?!数据)|条|类))"
)
_SITE = compiled(
    r"^[^、]{1,5}?(?:[镇乡岛湾县州翼]|(?<!都)市|(?<=..)(?:(?<![矿高冰火])山|(?<![沿临运])[江河湖]|沟|坝|大道|沿线|沿岸|湾)|(?<![深远近浅滨沿])海|片区|新区|港区|基地|[一二三四五]期|[东西南北中]+部?)$"
)
SITED = r"[^、业“”\"]{0,5}?(?:园区|都市区|城区|功能区|合作区)"
"""A part of a unit before what it grows (猇亭|园区肉牛); part of a pattern."""
_PART = compiled(SITED)
_PARTS = ("港", "区", "湾", "岛", "新区", "港区")
"""What the name of a part of a unit ends in, alone behind the unit's (射阳|港风电)."""
_TOWN = compiled(r"[^、城乡]{2,3}[镇乡](?!村)")
_ABROAD = compiled(r"^中?[德日韩法意瑞以俄欧]$")
ACTS = re.compile(
    r"推进|推动|发挥|打造|构筑|建设|扛牢|发力|坚决|构建|巩固|擦亮|促进|支持|开展|加快|聚焦|做强|做优|做大|当家|围绕|依托|责任"
    r"|实施|创建|共享|拉长|延长|延伸|建立"
)
_VERBS = compiled(
    rf"^(?:{ACTS.pattern}|在(?![线岸研])|建成|新建(?!材)|扩建|优化|提升(?!机)|完善|鼓励|引导|争创|抓好"
    r"|振兴|合作共建)+"
)
_BUILT = compiled(r"^(?:建(?=[一两二三四五六七八九\d]+个)|成?功?引进|成(?=全[国省市]))(?=..)")
_LEFT = ("成", "设", "集", "建")
"""What verbs leave of themselves (打造|成全国食用菌基地, 建|设轴承基地)."""
_NONE = compiled(r"指标|增速|总量|水平$|(?<!特色小)[镇乡]$|[县市][\u4e00-\u9fff]{1,4}[镇乡]")
"""What names a figure or a town, not an industry."""
SUMMED = compiled(
    r"^[\u4e00-\u9fff]{0,4}[地县市区家]合计|(?<=..)(?:产业)?(?:年|总)*(?:产值|营收|营业收入|主营业务收入|增加值)?"
    r"(?:(?:分别|依次|合计|共计|总计).*|(?:产值|营收|营业收入|主营业务收入|增加值)(?:超|达|为|突破).*)$"
)
"""What says of industries how much they make."""
_SAYING = compiled(
    r"^(?:高度重视|(?:充分)?利用|有(?=中国)|中国(?=.{2}$)|\d{1,2}[-—–]|周边(?:区县|地区)|[东西中]部地区|自治区|全[省市县区州]"
    r"|[^、]{1,4}流域|[^、农新]{1,4}村|以|优(?=[农工商旅]业?强)|省(?!力)"
    r"|[^、，]{0,6}?(?:区域性|边界|交界|沿线|沿岸|都市圈|山区|两翼|首个|首家|最大的?|国家骨干|重要)"
    r"|[华东西]?[东南西北]?[东南西北中]部?(?:地区)?重要|[^、]{0,2}[江河][上中下]游|江淮)(?=..)"
)
_SAID = compiled(
    r"(?<=..)(?:深度融合|融合发展|大[市县省区]|强[市县省区]|做[特优强大精]|增产|增收|[千百万]亿|增长极|更加有力|振兴|领航|(?:产业)?第[一二三四五](?!代)|保障"
    r"|(?<=[养种]殖)[池点场]|(?<=种植)[点场]|(?<=零部件)生态|(?<=业)(?:强(?:特色)?|区)|(?<=[造工料药械材])上|(?:产业)?政策(?:措施)?|(?:产业化)?经营|(?:巧|促)?致富|进农村|转化|实验|主)$"
)
"""What is said of an industry, before its name and behind it."""
_WORDS = Lexicon.from_data().wordlike
_QUALITY = compiled(
    r"(?:先进|高端|新型|绿色|现代|智能|高新|数字|精细|特色|优质|特种|海上|大宗|生态|有机|高效)+$"
)
_WORK = compiled(r"(?<!加)工业$")
_SECTOR = compiled(r"..(?:产业|(?<!企|农|工|专|就|行|创|产|事|作)业)$")


BULLETS = "-—–•·●■◆▪▶★*+ \u3000"
"""Marks that open an entry of a list."""
TASKS = compiled(
    r"(?<=..)(?:[\d一二两三四五六七八九十]+大)(?:重点|专项)?(?:工程|任务|行动|专项|举措)?$"
)
"""What is set out for an industry (新材料|7大工程)."""


def _nowhere(name: str) -> bool:
    return False


def label(
    phrase: str, taxonomy: Taxonomy, is_place: Callable[[str], bool] = _nowhere
) -> str | None:
    """The industry's name in a phrase, or None where the phrase names none.

    >>> from layers.industry import Taxonomy
    >>> t = Taxonomy.from_data()
    >>> [label(p, t) for p in ("百万吨级造纸绿色循环", "新材料（金属", "乌有镇轴承", "戈壁")]
    ['造纸', '新材料', '轴承', None]
    """
    if is_place is _nowhere:
        return _kept(phrase, taxonomy)
    return _label(phrase, taxonomy, is_place)


@lru_cache(8192)
def _kept(phrase: str, taxonomy: Taxonomy) -> str | None:
    """Where no place counts, lists name the same industries again and again."""
    return _label(phrase, taxonomy, _nowhere)


def _label(phrase: str, taxonomy: Taxonomy, is_place: Callable[[str], bool]) -> str | None:
    words = _words(DATA)
    text = _OPEN.sub("", _ASIDE.sub("", _CLOSED.sub("", phrase))).translate(_MARKS).lstrip(BULLETS)
    text = _trimmed(_MEASURE.sub("", _BUILT.sub("", SUMMED.sub("", text))), words)
    text = TASKS.sub("", _VERBS.sub("", text))
    if ACTS.search(text):
        text = _named(text, taxonomy)
    for _ in range(len(text)):
        before, text = text, _trimmed(_unsited(text, taxonomy, is_place), words)
        if text == before:
            break
    if _WORK.search(text) and len(text) > 3 and text == taxonomy.bare(text):
        text = text if text in _KEPT else text[:-2]
    if len(text) < 2 or text in words["hollow"] or _NONE.search(text):
        return None
    sure = taxonomy.knows(text) or _SECTOR.search(text)
    return text if sure or any(m in text for m in words["morphemes"]) else None


_CUT = ("深", "精", "IC")
"""Endings that are no word without the step of work behind them."""
_KEPT = ("能源工业", "轻工业", "重工业", "工业", "现代工业")


def with_step(products: tuple[str, ...], before: str, carrier: str) -> tuple[str, ...]:
    """The products with the step of work that the carrier took from the last of them.

    `before` are the words up to the carrier.

    >>> with_step(("稀有金属精深",), "稀有金属精深", "加工基地")
    ('稀有金属精深加工',)
    >>> with_step(("纺织",), "纺织产业", "加工基地")
    ('纺织',)
    """
    step = next((s for s in _words(DATA)["step"] if carrier.startswith(s + "基地")), None)
    if step is None or not products or not before.endswith(products[-1]):
        return products
    if not products[-1].endswith(_CUT):
        return products
    return (*products[:-1], products[-1] + step)


def plain(name: str, taxonomy: Taxonomy, is_place: Callable[[str], bool] = _nowhere) -> str | None:
    """A heading's or a sentence's industry without what is said of it; None where nothing is left.

    >>> from layers.industry import Taxonomy
    >>> t = Taxonomy.from_data()
    >>> [plain(n, t) for n in ("网络经济大市", "岚河流域茶叶", "生态文旅深度融合", "加工转化")]
    ['网络经济', '茶叶', '生态文旅', None]
    """
    if name in taxonomy.labels or name in taxonomy.broad:
        return name
    words = _words(DATA)
    name = _BUILT.sub("", name.lstrip(BULLETS))
    name = name[1:] if name.startswith(_LEFT) and begin(name, taxonomy) == 1 else name
    for _ in range(len(name)):
        before, name = name, _trimmed(_SAID.sub("", _SAYING.sub("", name)), words)
        if name == before or name in taxonomy.labels:
            break
    head = name[: begin(name, taxonomy)]
    if len(head) > 1 and head not in _WORDS and (is_place(head) or _SITE.match(head)):
        name = name.removeprefix(head)
    name = f"{name}加工" if name.endswith(_CUT[:2]) else name
    return None if name in words["hollow"] else name


def _trimmed(text: str, words: dict[str, Any]) -> str:
    """The text without heads and tails, as long as two characters are left."""
    while True:
        rest = _SIZE.sub("", text)
        if rest.startswith(words["head"]):
            rest = next(rest[len(w) :] for w in words["head"] if rest.startswith(w))
        if rest.endswith(words["tail"]):
            rest = next(rest[: -len(w)] for w in words["tail"] if rest.endswith(w))
        rest = rest.strip("、，,和与及的：:")
        if rest == text or (len(rest) < 2 and text not in words["hollow"]):
            return text
        text = rest


def begin(text: str, taxonomy: Taxonomy) -> int:
    """Where the first industry of a text begins, with the quality before it; 0 for none."""
    found = taxonomy.find(text)
    start = found[0][0] if found else 0
    quality = _QUALITY.search(text[:start])
    return quality.start() if quality else start


def _unsited(text: str, taxonomy: Taxonomy, is_place: Callable[[str], bool]) -> str:
    """The text from its first industry on, where what stands before it is a place."""
    start = begin(text, taxonomy)
    head = text[:start]
    if not head:
        return text
    town = _TOWN.match(head)
    if town:
        return text[town.end() :]
    if is_part(head) or _SITE.match(head) or _ABROAD.match(head) or is_place(head):
        return text[start:]
    for size in (3, 2):
        if len(head) > size and is_place(head[:size]) and not is_nature(head, size, head[:size]):
            return text[start if head[size:] in _PARTS else size :]
    return text


def is_part(words: str) -> bool:
    """Whether words are of a part of a unit (金义都市区), and of no industry."""
    return _PART.fullmatch(words) is not None


def _named(text: str, taxonomy: Taxonomy) -> str:
    """The last industry that the text names, with the quality before it."""
    found = taxonomy.find(text)
    if not found:
        return ""
    start, end, _ = found[-1]
    quality = _QUALITY.search(text[:start])
    return text[quality.start() if quality else start : end]


@cache
def _words(path: Path) -> dict[str, Any]:
    """Heads, tails, hollow words, steps and morphemes, the longest first."""
    data = tomllib.loads(path.read_text("utf8"))
    found: dict[str, Any] = {}
    for name in ("head", "tail", "hollow"):
        words = {word for group in data[name] for word in group["words"]}
        found[name] = tuple(sorted(words, key=len, reverse=True))
    found["step"], found["morphemes"] = data["step"]["words"], data["morphemes"]["words"]
    return found
