"""Our modules as one file for each document that loads them.

A first view asks for one file then, not for 25: each request costs the page's one
thread, and Streamlit's own start needs that thread at the same moment. The modules in
`ui/web` keep to a few forms of `import` and `export`, which is all that is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(
    r'^import (?:\{ (?P<names>\w+(?:, \w+)*) \}|\* as (?P<whole>\w+)) from "\./(?P<file>[\w.]+)";$',
    re.M,
)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|class|const) (\w+))|^export \{ (\w+(?:, \w+)*) \};$", re.M
)
_LEFT = re.compile(r"^(?:import|export)\b.*$", re.M)


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """The module `entry` with all that it imports, each in a scope of its own.

    `modules`: source by file name. What `entry` exports, the bundle exports. Raises
    ValueError for a form of import or export that is not known, or a circle of imports.
    """
    names = dict.fromkeys(_order(modules, entry))
    inner = [_scope(name, modules[name]) for name in names if name != entry]
    return "\n".join((*inner, _linked(entry, modules[entry])))


def _order(modules: Mapping[str, str], name: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The module after everything that it imports."""
    if name in above:
        raise ValueError(f"expected imports without a circle, {' > '.join((*above, name))}")
    for match in _IMPORT.finditer(modules[name]):
        yield from _order(modules, match["file"], (*above, name))
    yield name


def _scope(name: str, source: str) -> str:
    """A module as a constant that holds what it exports."""
    given = ", ".join(_exported(source))
    code = _checked(name, _EXPORT.sub("", _linked(name, source))).strip()
    return f"const {_constant(name)} = (() => {{\n{code}\nreturn {{ {given} }};\n}})();"


def _exported(source: str) -> list[str]:
    found = _EXPORT.findall(source)
    return [name for one, several in found for name in (one or several).split(", ")]


def _linked(name: str, source: str) -> str:
    """The source with its imports taken from constants."""

    def take(match: re.Match[str]) -> str:
        names = f"{{ {match['names']} }}" if match["names"] else match["whole"]
        return f"const {names} = {_constant(match['file'])};"

    linked = _IMPORT.sub(take, source)
    if re.search(r"^import\b", linked, re.M):
        raise ValueError(f"expected the forms of import that ui/web uses, in {name}")
    return linked


def _checked(name: str, code: str) -> str:
    if left := _LEFT.search(code):
        raise ValueError(f"expected a known form of export in {name}, got {left[0]!r}")
    return code


def _constant(name: str) -> str:
    return "$" + name.removesuffix(".js")
