"""Products and industries inside a phrase: what a carrier is for, and what a place is to grow."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from layers.extract.labels import SITED, SUMMED, label
from layers.extract.patterns import compiled
from layers.extract.places.entities import uncounted
from layers.industry import Taxonomy

_SPLIT = re.compile(r"、|以及|和(?!化)|与")
_ONE = compiled(
    r"软件[和与]信息(?:技术)?服务|生物与(?:新医药|健康)|细胞和基因治疗"
    r"|(?:节能|智能网联|智能|新能源(?:汽车)?)[和与](?:新能源|智能(?:网联)?)汽车"
)
"""One industry with a joint in its name."""
_TIED = str.maketrans("和与", "\ue000\ue001")
_FREED = str.maketrans("\ue000\ue001", "和与")
"""The joints of such names, hidden from a cut."""
_LEAD = re.compile(
    r"^(?:/年|年?(?:总?产值|营收|营业收入|规模)?(?:超过?|达到?|突破|近|约)?[\d一二三四五六七八九十百千万.]+亿元?级?(?:以上)?(?![千吨瓦亩只头立吉斤方支米])(?=..)|(?:国家)?火炬(?:计划)?|长三角|珠三角|京津冀|粤港澳大湾区|成渝地区|黄河流域|(?:北方|南方)(?=..)|世界级|国家级|省级|市级|区域级|国际级|(?:西[北南]|东北|华[北东南中])?最大的?(?=..)|全国领先|全球领先|国内领先|国际先进|国际知名|国内外?|全国|全省|全市|全球|中国|乃至|世界(?=.)|作为|亚洲|重要|若干|一批|各类|"
    r"[\d一二两三四五六七八九十百千万亿.]+[余多]?(?:千瓦|兆瓦|吉瓦|[KMG]W|吨|亩)级?(?:以上)?的?(?=..)|新型的|特色鲜明|高水平|高标准|千亿级?元?|百亿级?元?|万亿级?元?|[一二三四五六七八九十两\d]+(?:个|大|条|家|类)|第[一二三四五六七八九十]+[大批]|国家|现代化|标志性|优势|重点|骨干(?=..)|面向(?:东盟|东南亚|全球|全国|世界)|—?东盟(?=..)|“|”|\"|全(?!域)|大量|设计制造|从事|(?:协同|共同|联合|合作|错位)发展(?=..)|生产(?!性)|为主的|为(?:主要|重要|核心)|相关(?=..))+"
)
_TAIL = re.compile(
    r"(?:等?(?:全?产业链|产业|行业|领域|企业|项目|(?<!农)产品|相关企业|生产企业|主导|支柱|优势|特色|战略性新兴|(?:超过?|突破|达到?)?[\d一二三四五六七八九十百千万]+亿元?级?|“|”|\"|[一二三四五六七八九十两\d]+(?:个|大|条|家|类)|集群|集聚区|聚集区|(?<=..)(?:核心|产业带|为)|(?<=...)基地|(?<=..)布局|(?<=..)产业集聚(?:发展)?|(?<=...)(?<![业自车])主|重点|标志性|设计生产|技术研发|先进|综合|产业化|合作|共建|世界级|国家级|(?<=..)先进制造业|高质量发展|(?<!安)全))+$"
)
_LAST = frozenset('业域目品导柱势色兴元级“”"个大条家类群区点性产发进合化作建展全亿心带为链地主')
"""What a tail ends in."""
_QUOTES = re.compile('[“”"·]')
_AIM = re.compile(
    r"(?:，|,|。|；|;|：|:|的“[^”]*”|的(?:空间|产业|总体|发展|区域)*(?:布局|格局)|成为|形成|促进|推动|加快|构筑|打造|着力|积极|为(?:核心|主导|主)).*$"
)


_MAINLY = re.compile(
    r"^以[^，,。；;]{2,60}?等?为(?:主|主导|主体|重点|代表|龙头|核心|特色|支撑)的(?=[^，,。；;]{2,16}产业)"
)
"""以化学药、中药为主的生物医药产业: what an industry mostly makes."""
_FIRMS = re.compile(r"^(?:龙头|骨干|相关|大型|优势|重点)*企业(?:研究开发|研发|开发|发展|引进)?")
PAIR_LONG = 14
"""Characters of two industries that 及 makes one name."""
_QUOTE = re.compile(r"^[“\"·]?(?:[^“”\"]{1,8}[”\"](?=.)|·)+")
"""A slogan in quotation marks before the industry (“1+5+X”生物医药)."""
_ASIDE = re.compile(r"[（(][^（()）]*[）)]")
_OPEN = compiled(r"(?<=..)[（()）].*$")
_FIGURES = frozenset("面产规存出占收超突逾")
_FIGURE = compiled(
    r"(?<=..)(?:种植|养殖|栽培)?(?:总?面积|(?:年?总?|年)产[量值]|(?<!适度)规模(?!化|种|养)|存栏量?|出栏量?|综合(?:产值|收入))(?!.*(?:基地|园|区)).*$"
    r"|(?<=..)占(?=全|工|地|$).*$|(?<=..)(?:超过?|突破|逾)[百千万亿]+元.*$"
    r"|(?<=..)(?:突破|超过|达到)$"
)
"""How much of it there is (脐橙种植面积达到, 食用菌占全国)."""
_TOLD = compiled(
    r"(?<=..)产业(?![链化园带用型集聚基体]|示范|发展|配套|服务|互联网|工程|技术|功能|开发|合作|转移|创新|综合(?:体|示范|开发|服务|利用)|融合).+$"
)
"""What is told of an industry behind its name (电子信息产业实现, 石材产业年产板材)."""
_CAUSED = compiled(r"^.*(?:(?<![出转])让|(?<![大天])使得?(?!用))(?=..)")
"""What makes another thing of the words behind it (循环经济让老工业基地…)."""
_AMOUNT = re.compile(r"(?:超过?|近|约|突破|达到?)*[\d.一二两三四五六七八九十百千万]+亿?元?级?")
_CAPACITY = re.compile(r"[\d.一二两三四五六七八九十百千万亿]+[余多]?(?:千瓦|兆瓦|吉瓦|吨)级?")
_NUMERALS = tuple("两三四五六七八九十")
"""What 大基地 leaves of the number before it (石化四|大基地)."""
_COUNTED = ("碳", "三")
"""What a number at the end of a product's name stands behind (碳四, 三七)."""
ONE = frozenset(
    "铜铝锂钛镁锌锡钨锑铅镍钴茶酒纸糖药瓷盐硅磷牛羊猪鸡鸭鹅鱼虾蟹枣梨桃姜蒜椒豆莲藕竹菌"
)
"""Industries of one character."""
_ZONES = ("开发区", "高新区", "经开区", "保税区", "自贸区", "经济特别")
"""What a zone's name ends in, which lies before a carrier and is no product of it."""
_EMPTY = frozenset(
    (
        "区域",
        "下游",
        "上下游",
        "综合性国家",
        "产业",
        "优势",
        "区域优势",
        "产业优势",
        "资源优势",
        "融合发展",
        "协同发展",
        "集聚发展",
        "企业",
        "经济",
        "港口型",
        "空港型",
        "陆港型",
        "生产服务型",
        "商贸服务型",
    )
)
"""What a list of strengths and manners leaves, and sorts of hubs: no product."""
_WITHIN = compiled(
    r"^[^、]*?(?:开发区|高新区|经开区|工业区|工业园区|产业园区|保税区|集团)(?=..)"
    rf'|^(?:{SITED})(?=[^“”"]{{2}})'
)
"""The zone that a park lies in, before what the park is for (勃利经济开发区化工产业园)."""
_URGED = compiled(
    r"^(?:要|将)?(?:加快|着力|大力|积极|重点)*(?:推动|推进|打造|建成|形成|构建|构筑|发展(?!改革)|培育|做[大强优精特]|壮大)+(?=..)"
)
"""Verbs that a sentence left before what is grown (要推动|纺织)."""
_AMOUNTS = compiled(
    r"(?<=[\u4e00-\u9fff]{2})(?<![超达约近产])\d[\d.]*[余多]?[万亿]*[余多]?"
    r"(?:亩|吨|头|只|羽|株|公顷|千瓦|平方米|元|辆|台)$"
)
"""How much of it is grown (青花椒100万亩)."""
SIZE = compiled(
    r"^(?:年?[出存]栏|年产|年加工)?(?:\d[\d.]*[余多]?[百千万]*|[百千万]+)(?:亩|头|只|羽|株|公顷|吨|平方米|[袋棒](?!装))(?:/年)?(?:以上|级)?的?(?=..)"
    r"|(?<=..)[百千万](?:亩|头|只|羽)$"
)
"""How large a base is, before its goods or behind them (4000亩番茄, 蔬菜万亩)."""
_FAME = compiled(r"(?<=..)(?:享誉|享有|驰名|闻名|远销|畅销|行销).*$")
"""How far what is made is known or sold (西瓜享誉全国)."""
_ETC = re.compile(r"^等(?:地区|地(?![下理热质铁])|[市县区州旗]{1,2}(?![场域政内级]))?(?=..)")
_WORK = compiled(
    r"(?:研究|研发|设计|开发|生产|制造|加工|组装|种植|养殖|销售|服务|租赁|维修|应用|贸易|[、和及与])+"
)
"""Work on what 的 parts from it."""
_PAIR = re.compile(r"(?<=..)(?<!以)及(?=..)")


@cache
def _joined() -> tuple[str, ...]:
    """Labels that hold 及 themselves; read when first needed, after the data were checked."""
    return tuple(label for label in Taxonomy.from_data().labels if "及" in label)


def _parted(match: re.Match[str]) -> str:
    """及 between two industries, unless both are one label (汽车及零部件)."""
    text, at = match.string, match.start()
    held = any(text.find(label, max(0, at - 12), at + 12) >= 0 for label in _joined())
    return "及" if held else "、"


def _paired(phrase: str) -> str:
    """The phrase with 及 cut, unless one short name of an industry holds it (钢铁及深加工)."""
    if "及" not in phrase or (
        phrase.count("及") == 1 and len(phrase) <= PAIR_LONG and not _SPLIT.search(phrase)
    ):
        return phrase
    return _PAIR.sub(_parted, phrase)


@lru_cache(8192)  # a plan says most of its phrases several times
def focus(phrase: str) -> tuple[str, ...]:
    """The products of a phrase, as written: cut at 、, 和 and 与, without praise and 产业.

    >>> focus("世界级大型轴承与精密刀具")
    ('大型轴承', '精密刀具')
    >>> focus("新能源汽车及整车制造、高端纺织装备、输变电装备制造等产业")
    ('新能源汽车及整车制造', '高端纺织装备', '输变电装备制造')
    >>> focus("铝材的研发、制造和销售")
    ('铝材',)
    """
    phrase = _headed(phrase) if "的" in phrase else phrase
    phrase = SUMMED.sub("", phrase) if "合计" in phrase or "产值" in phrase else phrase
    phrase = _CAUSED.sub("", phrase) if "让" in phrase or "使" in phrase else phrase
    phrase = _ETC.sub("", phrase) if phrase.startswith("等") else phrase
    phrase = _FAME.sub("", phrase) if "名" in phrase or "销" in phrase or "享" in phrase else phrase
    phrase = _QUOTE.sub("", phrase) if _QUOTES.search(phrase) else phrase
    head, etc, _ = phrase.partition("等")
    if etc and len(head) > 1:
        phrase = head
    found: list[str] = []
    for part in _parts(_paired(uncounted(phrase))):
        word = part.strip(' 　“”"（）()')
        word = SIZE.sub("", _AMOUNTS.sub("", _URGED.sub("", word)))
        word = _WITHIN.sub("", word) if "区" in word or "集团" in word else word
        word = _TOLD.sub("", word) if "产业" in word else word
        word = _OPEN.sub("", word) if _is_torn(word) else word
        word = _FIGURE.sub("", word) if not _FIGURES.isdisjoint(word) else word
        led = _LEAD.sub("", word)
        if not led:
            continue  # 国家级 alone is a rank
        word = led if len(led) > 1 else word
        bare = _TAIL.sub("", word) if word[-1:] in _LAST else word
        word = bare if len(bare) > 1 or not word.endswith("业") else word
        word = word[:-1] if word.endswith(_NUMERALS) and word[-2:-1] not in _COUNTED else word
        if word in _EMPTY or word.endswith(_ZONES):
            continue
        one = word in ONE and "、" in phrase
        if (1 < len(word) <= 24 or one) and word not in found and not _is_amount(word):
            found.append(word)
    return tuple(found)


def _parts(phrase: str) -> list[str]:
    """The phrase cut at its joints, but for those inside the name of one industry."""
    if "和" not in phrase and "与" not in phrase:
        return _SPLIT.split(phrase)
    tied = _ONE.sub(lambda name: name[0].translate(_TIED), phrase)
    return [part.translate(_FREED) for part in _SPLIT.split(tied)]


def _is_torn(word: str) -> bool:
    """Whether a bracket opens or closes outside the words (纺织，横扇街道（羊毛衫)."""
    return sum(map(word.count, "（(")) != sum(map(word.count, "）)"))


def _headed(phrase: str) -> str:
    """What stands behind 的, or before it where that is only work (建筑机械的研发制造)."""
    parts = [p for p in phrase.split("的") if p]
    if phrase.endswith("的") or not parts:
        return phrase
    return parts[-2] if len(parts) > 1 and _WORK.fullmatch(parts[-1]) else parts[-1]


def _is_amount(word: str) -> bool:
    """超200亿元 of 4个超200亿元产业集群, 300万千瓦 of 300万千瓦风电场: how large they are, not what
    they are for."""
    money = word[-1] in "元级亿" and _AMOUNT.fullmatch(word) is not None
    return money or (word[-1] in "瓦吨级" and _CAPACITY.fullmatch(word) is not None)


def labelled(phrase: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The products of a phrase that are industries by the taxonomy.

    >>> labelled("轴承、游客", Taxonomy.from_data())
    ('轴承',)
    """
    return tuple(p for p in focus(phrase) if label(p, taxonomy) is not None)


def aims(text: str) -> tuple[str, ...]:
    """The products behind a verb such as 重点发展: up to the next verb of the clause.

    >>> aims("高档数控机床、现代交通装备制造等产业")
    ('高档数控机床', '现代交通装备制造')
    """
    plain = _ASIDE.sub("", text.removeprefix("了"))
    plain = _MAINLY.sub("", plain) if plain.startswith("以") else plain
    return focus(_FIRMS.sub("", _AIM.sub("", plain)))
