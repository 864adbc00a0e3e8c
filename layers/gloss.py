"""Names of places in Latin letters, for readers who do not read Chinese.

A gloss beside the name, never instead of it: the name stays as the plan has it.
"""

from __future__ import annotations

from functools import cache

KINDS = {
    "自治州": "Prefecture",
    "自治县": "County",
    "街道": "Subdistrict",
    "省": "Province",
    "市": "City",
    "县": "County",
    "区": "District",
    "镇": "Town",
    "乡": "Township",
}
"""What the last characters of a unit's name say it is, longest first."""
LONGEST = 5
"""Characters up to which a name is one word; pinyin does not help with a longer phrase."""
READINGS = {"都": "dū", "长": "cháng"}
"""How a character reads in the names of places, where pinyin takes another reading first."""


def syllables(name: str, initials: bool = False) -> list[str]:
    """The name's characters in pinyin without tones, or only the first letter of each."""
    from pypinyin import Style, lazy_pinyin

    _as_in_places()
    return lazy_pinyin(name, style=Style.FIRST_LETTER if initials else Style.NORMAL)


@cache
def _as_in_places() -> None:
    """Tell pypinyin, once a process, how names read: its dictionary is one for all callers."""
    from pypinyin import load_single_dict

    load_single_dict({ord(char): reading for char, reading in READINGS.items()})


@cache
def roman(name: str) -> str:
    """The name in pinyin without tones, with its kind in English; "" for a phrase.

    >>> roman("诸暨市"), roman("绍兴县"), roman("袍江")
    ('Zhuji City', 'Shaoxing County', 'Paojiang')
    >>> roman("宜都市"), roman("成都市"), roman("长阳县")
    ('Yidu City', 'Chengdu City', 'Changyang County')
    >>> roman("浙江清华长三角研究院")
    ''
    """
    suffix = next((end for end in KINDS if name.endswith(end) and len(name) > len(end) + 1), "")
    stem = name.removesuffix(suffix)
    if len(stem) > LONGEST:
        return ""
    return " ".join(filter(None, ("".join(syllables(stem)).capitalize(), KINDS.get(suffix))))
