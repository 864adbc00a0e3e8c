"""How far a place reaches: the words behind its name up to the carrier that hangs on it."""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.initials import initials
from layers.extract.places.lookalikes import LAND, WATER
from layers.extract.places.mentions import Token
from layers.extract.places.strings import SPELLED, Strings
from layers.extract.places.toponyms import COMMON, has_ending, is_unit

ACTING = lex.VERBS | lex.GROW
"""Classes of verbs."""
_INNER = ("共建", "创新", "加工", "示范", "布局", "聚集", "集聚", "研发", "转型升级")
_TWO = ("及", "和", "与")
_GOODS = compiled(
    r"(?P<how>(?:特色|高端|新型|绿色|现代|先进|智能|精细|优质|有机|高效)*)"
    r"(?P<what>(?:装备|机械|材料|设备|零?部件|配件)(?:制造)?(?=产业|[、，,等]|做大|做强|$))?"
)
"""What a place's goods go on with that is no industry's name by itself (钢铁与装备)."""
_SAID = ("作为", "为核心", "为重点", "为中心", "建有")
"""What begins to tell of a place: no words of a carrier of its own."""
_WIDE = ("地区", "三角", "京津冀", "湾区")
"""What the names of regions of several provinces end in."""
_TOWN = 4
"""Characters of a town's name at most."""
_FARTHEST = 26
"""Characters between a place and the carrier that may still hang on it."""
_COUNTED = re.compile(r"[\d一二两三四五六七八九十]+[个大]")
_OPENS = re.compile("[（(]")
_DASHES = "-—－–"
_CHAIN = compiled(
    rf"(?P<names>(?:[{_DASHES}]{{1,2}}[\u4e00-\u9fff]{{2,3}}?)+)(?:[”\"].*)?"
    r"(?:冷凉|高[山原寒效标准]{1,2}|优质|特色|绿色|有机|现代|休闲|生态|设施|规模化?|标准化|富硒|精品|反季节|露地|[百千万]+[亩头])*"
    r"(?:[\d一两二三四五六七八九十]+[条个大])?$"
)
"""The further names of a chain, and how many such chains there are."""
_QUOTED = compiled(r"“([\u4e00-\u9fff]{2,4})”")
_PARTS = ("核心区", "先行区", "先导区", "示范区", "试验区")
"""What the wider unit is a part of, not what lies in one of its own."""
_ZONES = frozenset(w for w, kind in Lexicon.from_data().kinds.items() if kind in ("zone", "base"))


class Reach(Strings):
    """The places of a clause with the words that belong to them."""

    def _goes_on(self, entity: Entity) -> bool:
        """洛阳高新区轴承产业集群: an industry and its carrier right behind a zone."""
        ahead = self.tokens[self.at : self.at + 3]
        return (
            len(ahead) > 1
            and ahead[0].start == entity.end
            and bool(ahead[0].classes & (lex.INDUSTRY | lex.CARRIER))
            and any(t.classes & lex.CARRIER for t in ahead)
        )

    def _extend(self, entity: Entity) -> None:
        """Add the words up to the carrier, or up to the next joint or verb."""
        if self.text.startswith(_SAID, entity.end):
            return
        k, carrier = self._to_carrier(entity)
        tokens = self.tokens
        if carrier is not None:
            self._carry(entity, carrier)
            return
        stop = tokens[k].start if k < len(tokens) else self.end
        if k < len(tokens) and self._opens_spelling(tokens[k]):
            stop -= 1
        if k < len(tokens) and self._is_another_name(tokens[k], entity):
            stop = self.text.rfind("“", entity.end, stop)
        if k < len(tokens) and LAND.fullmatch(self.text, entity.end, stop):
            entity.name += self.text[entity.end : stop]  # 营口仙人岛
            entity.end, entity.explicit = stop, bool(entity.places)
        entity.extra = self.text[entity.end : stop].strip('“”"')
        entity.stop, self.at = max(stop, entity.end), k

    def _to_carrier(self, entity: Entity) -> tuple[int, int | None]:
        """The word at which the place's words end, and the last carrier among them."""
        k, carrier = self.at, None
        while k < len(self.tokens):
            token = self.tokens[k]
            if token.start - entity.end > _FARTHEST:
                break
            if token.classes & lex.CARRIER:
                if self._is_another_name(token, entity):
                    break
                carrier = k
                if not self._carrier_goes_on(k):
                    break
            elif self._is_foreign_zone(token, entity):
                return k, self._split_zone(k)
            elif self._stops(token, k, entity):
                break
            k += 1
        return k, carrier

    def _carry(self, entity: Entity, carrier: int) -> None:
        """Hang the carrier on the place, and the bracket behind it."""
        last = self.tokens[carrier]
        self._dashed(entity, last)
        entity.carrier, entity.extra = last, self.text[entity.end : last.start]
        if self.text[entity.start - 1] == "“" and "“" not in entity.extra:
            entity.extra = entity.extra.replace("”", "", 1)  # “鸡西石墨”产业集群
        entity.stop, self.at = last.end, carrier + 1
        if entity.outside and self._holds_home(entity):
            entity.places, entity.outside = (self.resolver.home,), False
        self._members_behind(entity)

    def _dashed(self, entity: Entity, carrier: Token) -> None:
        """偏城-沙沟肉牛基地: the other ends of a dash, which nobody knows, are of the name."""
        if self.text[entity.end] not in _DASHES:
            return
        behind = (t for t in self.tokens if entity.end < t.start < carrier.start)
        goods = next((t.start for t in behind if t.classes & lex.INDUSTRY), carrier.start)
        chain = _CHAIN.match(self.text, entity.end, goods)
        if chain is not None:
            entity.name += chain["names"]
            entity.end += len(chain["names"])

    def _is_another_name(self, token: Token, entity: Entity) -> bool:
        """靖宇矿泉城以及“中国松花石之乡”: a name in quotation marks that begins later."""
        if self.text[token.end : token.end + 1] not in ("”", '"'):
            return False
        opening = self.text.rfind("“", entity.end, token.start)
        counted = _COUNTED.match(self.text, opening + 1, token.start)  # “两个基地” of both before
        return opening > entity.end + 1 and counted is None

    def _is_foreign_zone(self, token: Token, entity: Entity) -> bool:
        """阳江滨海新区: a zone's name that another province knows, right behind a place here."""
        if token.start != entity.end or not token.classes & lex.PLACE or not entity.places:
            return False
        found = self.resolver.resolve(token.word)
        return found.reason == "outside" and _zone_in(token.word) is not None

    def _split_zone(self, k: int) -> int:
        """The zone's name as the words before a carrier, and the carrier; the carrier's index."""
        token = self.tokens[k]
        word = _zone_in(token.word) or token.word
        made = Token(token.end - len(word), token.end, lex.CARRIER, word)
        self.tokens = [*self.tokens[:k], made, *self.tokens[k + 1 :]]
        return k

    def _holds_home(self, entity: Entity) -> bool:
        """哈尔滨绿色食品产业园 in the text of one of the city's districts lies in the district."""
        if entity.carrier is None or entity.carrier.word not in _ZONES or "的" in entity.extra:
            return False
        if entity.carrier.word in _PARTS or not entity.extra:
            return False  # 新疆丝绸之路经济带核心区; 衡水高新区 is the city's own
        encloses, home = self.resolver.gazetteer.encloses, self.resolver.home
        return all(is_unit(p) and p.id != home.id and encloses(p, home) for p in entity.places)

    def _carrier_goes_on(self, k: int) -> bool:
        """数据中心集群, 陶瓷基地日用陶瓷产业聚集区: a carrier inside a longer name."""
        for ahead in range(k + 1, min(k + 4, len(self.tokens))):
            token = self.tokens[ahead]
            if token.start != self.tokens[ahead - 1].end:
                return False
            if token.classes & lex.CARRIER:
                return True
            if not token.classes & lex.INDUSTRY:
                return False
        return False

    def _stops(self, token: Token, k: int, entity: Entity) -> bool:
        bare = token.start <= entity.end
        classes = token.classes
        if classes & lex.PLACE and token.word[0] in "和与及" and (bare or self._hides(token)):
            return True
        if classes & lex.PLACE and not classes & lex.WORDLIKE:
            own = self._opens_name_of(token, entity) or self._is_namesake(token, entity)
            return self._is_place_at(k) and not own
        if classes & lex.LIST or classes & lex.ETC:
            ends = entity.owner and entity.carrier is None and not self._names_two(token)
            goes_on = self._carrier_ahead(k + 1) or self._names_two(token)
            return bare or ends or not goes_on or self._another_behind(k, entity)
        if classes & (lex.OF | lex.CLAUSE | lex.OWN):
            return True
        if classes & lex.CLOSE and not _OPENS.search(self.text, entity.end, token.start):
            return True  # 甲基地（含乙县）和丙园: the bracket round the place ends its words
        if classes & lex.OPEN and self._opens_spelling(token):
            return True
        if classes & ACTING:
            return bare or not self._inside_name(token, k)
        return False

    def _hides(self, token: Token) -> bool:
        """泽州铸造和阳城陶瓷: where no place here is called 和阳, the word hides 阳城."""
        resolve, begin = self.resolver.resolve, token.start + 1
        if resolve(token.word).place is not None:
            return False
        names = (self.text[begin : begin + n] for n in (4, 3, 2))
        return any(resolve(name).place is not None for name in names if len(name) > 1)

    def _is_namesake(self, token: Token, entity: Entity) -> bool:
        """福州江阴精细化工园区: a county of another province, or a town by its bare name, right
        behind a place here and before a carrier, is a word of the carrier's."""
        if token.start != entity.end or entity.outside or not entity.places:
            return False
        found = self.resolver.resolve(token.word)
        counties = found.reason == "outside" and all(p.level == "county" for p in found.candidates)
        town = found.place is not None and found.place.level == "town"
        own = counties or (town and not has_ending(token.word))
        return own and self._carrier_ahead(self.at + 1)

    def _opens_name_of(self, token: Token, entity: Entity) -> bool:
        """南海区“广东新能源汽车产业基地”: the province in the name of what the district has."""
        if token.start != entity.end + 1 or self.text[entity.end] not in '“"':
            return False
        outer, encloses = self.resolver.resolve(token.word).place, self.resolver.gazetteer.encloses
        if outer is None or not is_unit(outer) or not entity.places:
            return False
        return all(encloses(outer, p) for p in entity.places)

    def _opens_spelling(self, token: Token) -> bool:
        """安徽“芜（湖）马（鞍山）…: a string of short forms that are spelled out."""
        opens = token.classes & lex.OPEN
        return bool(opens) and SPELLED.match(self.text, token.start - 1, self.end) is not None

    def _another_behind(self, k: int, entity: Entity) -> bool:
        """合芜蚌新型显示、合芜马机器人; 邳州大蒜、阳澄湖大闸蟹: a string of short forms, or a water
        or mountain, behind the joint: the next of the list, none of the place before it."""
        if WATER.match(self.text, self.tokens[k].end, self.end):
            return True
        after = self.tokens[k + 1].start if k + 1 < len(self.tokens) else self.end
        chunk = self.text[self.tokens[k].end : after]
        if self._is_pair_at(k + 1) or (len(chunk) > 1 and self._is_elsewhere(chunk)):
            return True
        quoted = _QUOTED.match(chunk)  # “合芜蚌”新型显示、“宣黄”机器人
        if quoted is not None:
            return initials(quoted[1], self.resolver).length == len(quoted[1])
        beside = len(entity.places) > 1  # 南玉贵高端装备、桂梧生物医药: two letters beside a string
        if self._strings_at(k + 1) or self._is_wide_at(k + 1):
            return True
        return len(chunk) > 2 - beside and initials(chunk, self.resolver).length == len(chunk)

    def _is_pair_at(self, k: int) -> bool:
        """大同新能源 behind 长治LED、: a place whose name is a word too, with goods of its own."""
        pair = self.tokens[k : k + 2]
        if len(pair) < 2 or pair[1].start != pair[0].end or not pair[1].classes & lex.INDUSTRY:
            return False
        wordlike = lex.PLACE | lex.WORDLIKE
        return pair[0].classes & wordlike == wordlike and self._is_place_at(k)

    def _is_wide_at(self, k: int) -> bool:
        """成渝地区电子信息 behind 成都软件、: a region of several provinces, which has its own."""
        token = self.tokens[k] if k < len(self.tokens) else None
        if token is None or token.start > self.tokens[k - 1].end:
            return False
        return bool(token.classes & lex.NOTHING) and token.word.endswith(_WIDE)

    def _is_elsewhere(self, words: str) -> bool:
        """Whether words are the name of a town that is none of the issuer's, or of several."""
        known = self.resolver.gazetteer.bearers
        return (
            words not in COMMON
            and len(words) <= _TOWN
            and any(known(words + end) for end in ("", "镇", "乡"))
        )

    def _names_two(self, token: Token) -> bool:
        """半导体及集成电路, 钛及钛合金: a joint between two industries of one place."""
        if token.word not in _TWO:
            return False
        goods = _GOODS.match(self.text, token.end, self.end)
        return goods is not None and bool(goods["what"] or self._begins(goods.end(), lex.INDUSTRY))

    def _is_place_at(self, k: int) -> bool:
        found = self.resolver.resolve(self.tokens[k].word).place
        return found is not None and (self.resolver.is_home(found) or is_unit(found))

    def _inside_name(self, token: Token, k: int) -> bool:
        """人工智能发展示范区: a verb between an industry and its carrier is part of the name."""
        if k + 1 >= len(self.tokens):
            return False
        after = self.tokens[k + 1]
        return (
            after.start == token.end
            and bool(after.classes & lex.CARRIER)
            and (bool(token.classes & lex.GROW) or token.word in _INNER)
        )

    def _members_behind(self, entity: Entity) -> None:
        """沿曹娥江…集聚区(主要包括新昌、嵊州、滨海新城): the bracket behind names its members."""
        found = self._bracket(entity.stop)
        if found is None:
            return
        if found.places and found.includes:
            entity.places, entity.explicit = found.places, True
        entity.stop = found.end


def _zone_in(word: str) -> str | None:
    """The carrier at the end of a zone's name."""
    return next((word[at:] for at in range(1, len(word) - 1) if word[at:] in _ZONES), None)
