"""What the standalone map says, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]

PAGE: Mapping[str, Pair] = {
    "title": ("集群 Jiqun · 产业规划地图", "Jiqun 集群 · Industrial plans on a map"),
    "other": ("English", "中文"),
    "filters": ("筛选与图例", "Filters and legend"),
    "search": ("搜索", "Search"),
    "hint": ("名称、方向、原文、拼音首字母", "name, focus, quote, pinyin initials"),
    "industry": ("产业", "Industry"),
    "kind": ("类型", "Kind"),
    "status": ("状态", "Status"),
    "plan": ("规划", "Plan"),
    "map": ("地图", "Map"),
    "list": ("列表", "List"),
    "unplaced": ("没有地点", "Without a place"),
    "print": ("打印", "Print"),
    "reset": ("重置", "Reset"),
    "placed": ("{n}/{all} 处在图上", "{n}/{all} on the map"),
    "listed": ("{n}/{all} 处没有地点", "{n}/{all} without a place"),
    "nothing": ("没有可显示的记录", "Nothing to show"),
}
FACTS: Mapping[str, Pair] = {
    "members": ("所含单位", "Units"),
    "focus": ("重点方向", "Focus"),
    "precision": ("精度", "Precision"),
    "place_source": ("坐标来源", "Source of the point"),
    "note": ("说明", "Note"),
    "target": ("目标", "Target"),
}
ACCOUNT: Mapping[str, Pair] = {
    "filter": ("筛选", "Filter"),
    "link": ("重开此视图", "Reopens this view"),
    "rows_claims": ("产业地点（行数）", "Claims (rows)"),
    "rows_unlocated": ("未定位（行数）", "Unlocated (rows)"),
    "build": ("构建", "Build"),
    "generator": ("软件", "Software"),
    "licence": ("许可", "Licence"),
    "document": ("规划", "Plans"),
    "source": ("来源", "Sources"),
    "source_licence": ("来源的许可", "Licences of the sources"),
}
"""Titles of what `layers.export.about` says of a file, in its order."""
