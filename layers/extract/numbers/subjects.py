"""The places that a sentence with numbers names, and which of them it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from layers.extract.numbers.clauses import clause_start
from layers.extract.numbers.sightings import Sighting
from layers.extract.patterns import compiled

if TYPE_CHECKING:
    from geo.place import Place

_OWN = re.compile(
    r"[全我本该]([市省区县州盟旗镇乡])(?![域场县长委直])|([区市省县])内(?![外容陆部需])"
)
"""全县, 我市, 市内: the unit of that kind that was spoken of last."""
_JOINTS = ("、", "和", "及", "与", ",", "，")
_OPENING = compiled(
    r"(?:其中|如|例如|此外|同时|目前|近年来|截至|截止|到|至|力争|争取|预计|今年|去年|要|将|由|使|把|并|以及|仅|就"
    r"|\d{4}年[底末初]?|[“\"]?十[一二三四五六]五[”\"]?(?:期间|末|时期|以来)?|[全我本][省市州盟区县]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]"
    r"|[一二三四五六七八九十]是|[\s—·●□“”]|(?P<helped>支持|推动|推进|鼓励|引导|促进|带动|指导))*+"
)
"""What may stand before the subject of a clause; `helped`, before that of an inner one."""
_STANDS = compiled(r"在$|位于$|坐落于$|落户$|地处$")
_ACTS = compiled(
    r"(?:等[地市县区州]{0,2})?(?:要|将|以|围绕|依托|立足|发挥|加快|大力|积极|重点|着力|继续|率先|优先|进一步|"
    r"发展(?![，,、。])|做[大强优]|建设|打造|培育|建成|形成|创建|布局|壮大|推[进动]|实施|引进|承接|新增|开展"
    r"|实现|提升|扩大|在|争创|申报|设立|[，,])"
)
_CENTRES = compiled(r"[^，,。；;、]{0,12}为(?:重点|核心|中心|主|依托|龙头|支撑|引领)")
"""以X、Y为核心，打造…: what is built lies there."""
LISTED = compiled(r"(?![^，,。；;、]*[元吨亩])[^，,。；;、\d]{1,8}(?:[、和与及]|以及)")
"""宣威火腿、文山三七: goods by their origin, one beside the other."""
BEYOND = compiled(r"[^，,。；、\n]{0,3}?(?:以外|之外|除外)")
"""嘉兴以外: what is said of all others."""
_LAID = compiled(r"(?:布局|分布|集中|集聚|聚集|落户|位于)[在于]?[^。；;]*[，,]$")
_LAST = compiled(r"(?:(?!建设|打造|发展|形成|培育|推)[\u4e00-\u9fff]){0,8}?等?地?[，,。]")
"""布局在A园，B镇的C园，D镇E村等地，…: a list over commas of where an industry lies, and its end."""
_BUILT = compiled(r"(?:建设|打造|培育|建成|规划|推[进动]|加快|支持)$")
_CARRIER = compiled(
    r"[^，,。；;、]{0,16}(?:基地|园区|产业园|开发区|集聚区|新区|新城|集群|小镇|项目|片区)(?:(?:高质量)?(?:发展|建设))?[，,]"
)
ELIDED = compiled(
    r"(?:到|至|力争|预计|\d{4}年[底末]?|全部|建成后|投产后|达产后|实现|完成|年|总|[，,])*+"
    r"(?:其中|包括|产业规模|产值|产量|产能|投资|收入|规划面积|规划|占地|面积|利税|可|新增|销售|营业|主营|就业|企业|带动|引进|入驻|吸纳|达|超|突破|建)"
)
"""What goes on about the place of the clause before: 面积达2万公顷, 其中…."""
_LONGEST = 600
"""Characters of a clause before a place, as far as its subject is sought."""
MOST = 30
"""Places of a sentence, back from a number, among which its own is sought."""


class Subjects:
    """The places of the sentence `start:end`: those `found` in it but for the issuer, `home`, and
    the words that mean one without its name (全县), `owns`."""

    def __init__(self, text: str, start: int, end: int, found: list[Sighting], home: Place) -> None:
        self.text, self.start = text, start
        self.places = [p for p in found if p.place != home]
        self.owns = list(_OWN.finditer(text, start, end))
        self._starts = [p.start for p in self.places]
        self._before = {p.end: p.start for p in found}
        self._owns_at = [m.start() for m in self.owns]
        homes = [p for p in found if p.place == home]
        self._passed = [p.end for p in homes]
        self._homes = [p.start for p in homes if self._opens(p.start)]

    def own(self, start: int, end: int) -> re.Match[str] | None:
        """The last 全县 or 我市 in `start:end`."""
        index = bisect_left(self._owns_at, end) - 1
        return self.owns[index] if index >= 0 and self._owns_at[index] >= start else None

    def at_home(self, start: int, end: int) -> bool:
        """Whether the issuer is named as the subject in `start:end`."""
        index = bisect_left(self._homes, start)
        return index < len(self._homes) and self._homes[index] < end

    def group(self, start: int, end: int) -> list[Sighting]:
        """The last run of places between `start` and `end` that joints alone hold together; of
        广州黄埔区、深圳南山区 the districts."""
        upto = bisect_left(self._starts, end)
        nearby = self.places[max(0, upto - MOST) : upto]
        inside = [p for p in nearby if start <= p.start and p.end <= end]
        group = inside[-1:]
        front = group[0].start if group else end
        for place in reversed(inside[:-1]):
            gap = self.text[place.end : front]
            if gap and gap not in _JOINTS:
                break
            front = place.start
            if gap:
                group.insert(0, place)
        return group

    def is_subject(self, group: list[Sighting]) -> bool:
        """Whether the places are what the clause speaks of, and not among its objects."""
        text, first, end = self.text, group[0].start, group[-1].end
        if BEYOND.match(text, end):
            return False
        first = self._front(first)
        if _LAST.match(text, end) and _LAID.search(text, self.start, first):
            return False
        if text[first - 1 : first] == "以" and _CENTRES.match(text, end):
            return True
        opening = _OPENING.fullmatch(text, self._lead(first), first)
        if opening is None:
            return _STANDS.search(text, max(self.start, first - 3), first) is not None
        if opening["helped"]:
            return _ACTS.match(text, end) is not None
        after = bisect_left(self._starts, end)
        follows = self._starts[after] if after < len(self._starts) else -1
        return follows < 0 or LISTED.fullmatch(text, end, follows) is None

    def is_built(self, group: list[Sighting], head: int, upto: int) -> bool:
        """建设袍江产业园，产值达到50亿元: what is built is what the next clause speaks of."""
        text, first, end = self.text, group[0].start, group[-1].end
        first = self._front(first)
        if not _BUILT.search(text, max(0, first - 2), first):
            return False
        built = _CARRIER.match(text, end) if text[end] not in "，," else None
        stop = built.end() if built else end + 1
        if stop != head or not (built or group[0].place.level == "zone"):
            return False
        return ELIDED.match(text, head, upto) is not None

    def _lead(self, at: int) -> int:
        """Where the printed clause that holds `at` begins, or the issuer's name in it ends."""
        text = self.text
        begin = max(self.start, at - _LONGEST)
        begin = clause_start(text, begin, at)
        index = bisect_right(self._passed, at) - 1
        return max(begin, self._passed[index]) if index >= 0 else begin

    def _front(self, first: int) -> int:
        """Where the name begins that the place at `first` closes: 浙江省绍兴市新昌县."""
        for _ in range(3):
            first = self._before.get(first, first)
        return first

    def _opens(self, at: int) -> bool:
        return _OPENING.fullmatch(self.text, self._lead(at), at) is not None
