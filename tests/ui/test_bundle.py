"""Modules put together: each in its own scope, in the order of their imports."""

from __future__ import annotations

import re

import pytest

from ui import statics
from ui.bundle import bundle

MODULES = {
    "a.js": 'import { twice } from "./b.js";\nimport * as c from "./c.js";\n'
    "const own = 1;\nexport const sum = twice(own) + c.three;\n",
    "b.js": 'import { three } from "./c.js";\nconst own = 2;\n'
    "export function twice(n) {\n  return own * n + three;\n}\n",
    "c.js": "const three = 3;\nexport { three };\n",
}
BUNDLE = """const $c = (() => {
const three = 3;
return { three };
})();
const $b = (() => {
const { three } = $c;
const own = 2;
function twice(n) {
  return own * n + three;
}
return { twice };
})();
const { twice } = $b;
const c = $c;
const own = 1;
export const sum = twice(own) + c.three;
"""


def test_a_module_comes_after_what_it_imports_each_once() -> None:
    assert bundle(MODULES, "a.js") == BUNDLE


@pytest.mark.parametrize(
    "source",
    [
        'import { a as b } from "./c.js";\n',
        'import c from "./c.js";\n',
        "export default 1;\n",
        'export * from "./c.js";\n',
        "export let n = 1;\n",
    ],
)
def test_an_unknown_form_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"b\.js"):
        bundle(MODULES | {"b.js": source}, "a.js")


def test_a_circle_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.js > b\.js > a\.js"):
        bundle(MODULES | {"b.js": 'import { sum } from "./a.js";\n'}, "a.js")


@pytest.mark.parametrize("entry", statics.ENTRIES)
def test_the_page_loads_one_file(entry: str) -> None:
    made = (statics.STATIC / statics.scripts() / entry).read_text(encoding="utf8")
    assert not re.search(r"""^import\b|from "\./|import\("\./""", made, re.M)
    assert len(re.findall(r"^const \$elements = ", made, re.M)) == 1
