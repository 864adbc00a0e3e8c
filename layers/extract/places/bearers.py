"""Words that become carriers by what stands before them: 现代服务业中心, “中国药都”.

中心, 城, 谷 and 都 are parts of too many words to be carriers by themselves. Behind an industry,
or at the end of a nickname in quotation marks, they carry it.
"""

from __future__ import annotations

import re

from layers.extract import lexicon as lex
from layers.extract.lexicon import Lexicon
from layers.extract.patterns import compiled
from layers.extract.places.mentions import Token

_WORDS = "|".join(sorted(Lexicon.from_data().behind, key=len, reverse=True))
_BEHIND = re.compile(
    rf"(?:产?业|服务业?|制造业?|加工|研发)?(?P<word>(?<!业)(?:{_WORDS})|(?<=业)(?:{_WORDS}))"
    r"(?=$|[、，。；：“”()（）,;:和及与的等\s]|建设|发展|为|(?:\d+|[一二两三四五六七八九十]+)[个处座家片])"
)
_FIRST = frozenset("产业服制加研") | {word[0] for word in Lexicon.from_data().behind}
"""What stands right behind the industry of such a carrier."""
_KINDS = lex.INDUSTRY | lex.PLACE
_IDEAS = ("科技创新", "科创", "金融", "检验检测", "研发设计", "养老", "托育", "体育")
"""Fields whose 中心 is an aim of the city or a public building, not a carrier."""
_AREA = "区"
"""A carrier behind what is called an 产业 alone (临港产业|区): 旅游区 is no zone."""
_NICKNAME = re.compile(
    rf"[“\"](?:(?P<place>[^“”\"·]{{2,5}})·)?(?P<what>[^“”\"·，。、]{{2,9}}?)(?!区[”\"])(?P<word>{_WORDS})[”\"]"
)


_CAPITAL = compiled(
    r"(?:中国|世界|亚洲|全球|东方|北方|江南|千年)[药瓷陶酒茶纸锂锡镍铝铜硒镁硅钒玉石煤钢磁盐鞋灯糖皮](?P<word>都)"
    r"(?![市城会是将要已有])"
)
"""中国药都, 亚洲锂都: a nickname without its marks."""


def bearing(text: str, start: int, end: int, tokens: list[Token]) -> list[Token]:
    """The words of a sentence, with such carriers among them."""
    made: dict[int, tuple[tuple[int, int], str]] = {}
    if text.find("”", start, end) >= 0 or text.find('"', start, end) >= 0:
        nicknames = (_named(m) for m in _NICKNAME.finditer(text, start, end))
        made = {span[1]: (span, word) for span, word in nicknames if not _carried(tokens, span[1])}
    if text.find("都", start, end) >= 0:
        for found in _CAPITAL.finditer(text, start, end):
            made.setdefault(found.end("word"), (found.span("word"), found["word"]))
    for token in tokens:
        stop = token.end
        if token.classes & _KINDS == lex.INDUSTRY and stop < end and text[stop] in _FIRST:
            match = _BEHIND.match(text, stop, end) if token.word not in _IDEAS else None
            if match is None or (match["word"] == _AREA and not token.word.endswith("产业")):
                continue
            if not _carried(tokens, match.end("word")):
                made.setdefault(match.end("word"), (match.span("word"), match["word"]))
    if not made:
        return tokens
    spans = [span for span, _ in made.values()]
    kept = [t for t in tokens if not any(_is_hidden(t, a, b) for a, b in spans)]
    kept += [Token(end - len(word), end, lex.CARRIER, word) for (_, end), word in made.values()]
    return sorted(kept)


def _is_hidden(token: Token, start: int, end: int) -> bool:
    """Whether a nickname covers the word, unless a place opens it (长株潭氢能走廊)."""
    opens = token.start == start and bool(token.classes & lex.PLACE) and token.word != "中国"
    return token.start < end and start < token.end and not opens


def _carried(tokens: list[Token], end: int) -> bool:
    """Whether a longer carrier or a place ends there already (汽车产业走廊, 光谷)."""
    return any(t.end == end and t.classes & (lex.CARRIER | lex.PLACE) for t in tokens if _sure(t))


def _sure(token: Token) -> bool:
    return bool(token.classes & lex.CARRIER) or len(token.word) > 3


def _named(match: re.Match[str]) -> tuple[tuple[int, int], str]:
    """The span of a nickname's own words, in which no name of a place counts."""
    return (match.start("what"), match.end("word")), match["word"]
