"""Short names of administrative units, as Chinese prose uses them."""

from __future__ import annotations

import re

PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|"
    "哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|"
    "柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|普米族|"
    "塔吉克族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族|各族|蒙古"
)
AUTONOMOUS = re.compile(rf"(.+?)(?:{PEOPLES})*自治([区州县旗])")
PEOPLED = re.compile(r"(.{2,}?)(?:回族|达斡尔族)区")
"""A district of a people that is not autonomous (瀍河回族区)."""
KEEP = re.compile(
    r"(.*[左右前中后]旗|.*联合旗|.*矿区|.*郊区|.*新区|城区|兴安盟|北林区|西林区|金林区)"
)
SUFFIX = re.compile(r"(.{2,}?)(特别行政区|特区|林区|地区|[省市县区盟旗])")

NO_NAMES = ("新市", "北市", "南市", "西市")
"""What is left of 新市区, …: nobody writes it, and 湖北市场 would hold one."""

BY_HAND = {
    "内蒙古自治区": ["内蒙古", "内蒙"],
    "广西壮族自治区": ["广西"],
    "西藏自治区": ["西藏"],
    "宁夏回族自治区": ["宁夏"],
    "新疆维吾尔自治区": ["新疆"],
    "东乡族自治县": ["东乡县"],
    "鄂温克族自治旗": ["鄂温克", "鄂温克旗"],
    "鄂伦春自治旗": ["鄂伦春", "鄂伦春旗"],
    "莫力达瓦达斡尔族自治旗": ["莫力达瓦", "莫力达瓦旗", "莫旗"],
    "前郭尔罗斯蒙古族自治县": ["前郭尔罗斯", "前郭县", "前郭"],
    "喀喇沁左翼蒙古族自治县": ["喀喇沁左翼", "喀左县", "喀左"],
    "杜尔伯特蒙古族自治县": ["杜尔伯特", "杜尔伯特县", "杜蒙县"],
    "双江拉祜族佤族布朗族傣族自治县": ["双江", "双江县"],
    "积石山保安族东乡族撒拉族自治县": ["积石山", "积石山县"],
    "塔什库尔干塔吉克自治县": ["塔什库尔干", "塔什库尔干县", "塔县"],
    "和布克赛尔蒙古自治县": ["和布克赛尔", "和布克赛尔县", "和丰县"],
    "察布查尔锡伯自治县": ["察布查尔", "察布查尔县"],
    "伊犁哈萨克自治州": ["伊犁", "伊犁州"],
    "克孜勒苏柯尔克孜自治州": ["克孜勒苏", "克州"],
    "巴音郭楞蒙古自治州": ["巴音郭楞", "巴州"],
    "博尔塔拉蒙古自治州": ["博尔塔拉", "博州"],
    "锡林郭勒盟": ["锡林郭勒", "锡盟"],
    "阿拉善盟": ["阿拉善", "阿盟"],
    "兴安盟": [],
    "呼和浩特市": ["呼和浩特", "呼市"],
    "神农架林区": ["神农架"],
    "浦东新区": ["浦东"],
    "沈北新区": ["沈北"],
    "滨海新区": [],
    "达尔罕茂明安联合旗": ["达茂旗"],
    "科尔沁左翼中旗": ["科左中旗"],
    "科尔沁左翼后旗": ["科左后旗"],
    "科尔沁右翼前旗": ["科右前旗"],
    "科尔沁右翼中旗": ["科右中旗"],
    "察哈尔右翼前旗": ["察右前旗"],
    "察哈尔右翼中旗": ["察右中旗"],
    "察哈尔右翼后旗": ["察右后旗"],
    "土默特左旗": ["土左旗"],
    "土默特右旗": ["土右旗"],
    "东乌珠穆沁旗": ["东乌旗"],
    "西乌珠穆沁旗": ["西乌旗"],
    "克什克腾旗": ["克什克腾", "克旗"],
    "伊金霍洛旗": ["伊金霍洛", "伊旗"],
    "白云鄂博矿区": ["白云鄂博"],
    "峰峰矿区": ["峰峰"],
    "鹰手营子矿区": ["鹰手营子"],
    "石河子市": ["石河子"],
}


def short_names(name: str) -> list[str]:
    """Other forms of an official name, without forms of one character.

    >>> [short_names(n) for n in ("绍兴县", "滑县", "景宁畲族自治县", "黔东南苗族侗族自治州")]
    [['绍兴'], [], ["景宁", "景宁县", "景宁自治县"], ["黔东南", "黔东南州", "黔东南自治州"]]
    """
    autonomous = AUTONOMOUS.fullmatch(name)
    if name in BY_HAND:
        forms = BY_HAND[name]
        full = f"{forms[0]}自治{autonomous[2]}" if forms and autonomous else name
        return forms if full == name else [*forms, full]
    if autonomous:
        base, level = autonomous.groups()
        return [base, base + level, base + "自治" + level] if len(base) > 1 else [base + level]
    district = PEOPLED.fullmatch(name)
    if district:
        return [district[1], district[1] + "区"]
    if KEEP.fullmatch(name):
        return []
    plain = SUFFIX.fullmatch(name)
    return [plain.group(1)] if plain and plain.group(1) not in NO_NAMES else []
