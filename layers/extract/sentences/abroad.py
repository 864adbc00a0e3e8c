"""What a clause says of land that is not the issuer's: whoever acts, what is built there is not
claimed here."""

from __future__ import annotations

from layers.extract.patterns import JOINT, compiled
from layers.extract.places.entities import Entity, Group
from layers.extract.places.strays import is_common
from layers.extract.places.toponyms import is_unit
from layers.extract.sentences.state import State

_GOING = compiled(r"(?:在|到|赴|往|走进|支持|帮助|协助)(?:[\u4e00-\u9fff]{2,3}(?:省|自治区)?)?$")
"""What stands before the place where something is built."""
_LEAVING = compiled(r"(?:迁|移|置换)(?:至|到|往)(?:[\u4e00-\u9fff]{2,3}(?:省|自治区)?)?$")
"""What stands before the place that something moves to, where it then builds."""
_LED = compiled(
    r"[，,、；;和与及]?(?:其中|同时|另外|此外|并|将|要|力争|积极|大力|加快|重点|优先|继续|全力|则)*"
    r"(?:支持|推动|推进|引导|鼓励|帮助|促进|指导|带动)?(?:在|到|赴)?"
)
"""What stands before the names of those who build."""
_SHORTEST, _NAMES = 2, 20
"""Characters of the names of those who build."""
_PROVINCE = 2
"""Characters of a province's short name before a city's (山西晋城)."""


class Abroad:
    """The places elsewhere of the clause that begins at `start`: `opens` says that one opens it,
    `built` that what it builds lies there."""

    def __init__(self, state: State, start: int) -> None:
        self.state, self.start = state, start
        self.opens = self.built = False

    @property
    def governs(self) -> bool:
        """Whether what has no place of its own here lies elsewhere."""
        return self.opens or self.state.away

    def holds(self, group: Group) -> bool:
        """长三角, 上海, for the claim is about the issuer's own land; and 黄冈 in
        在鄂州建设黄冈临空产业园, which is called after the issuer and built there."""
        if all(e.outside and not e.explicit for e in group.entities):
            self._go(group)
            return True
        if not self.built or builds_at(self.state, self.start, group.start):
            return False
        is_home = self.state.page.resolver.is_home
        return any(is_home(p) for e in group.entities for p in e.places)

    def _go(self, group: Group) -> None:
        """诸暨企业在江西抚州建设X: whoever acts, what is built lies there."""
        state, at = self.state, group.start
        self.opens = self.opens or at == self.start or state.text[at - 1] == "在"
        if are_elsewhere(state, group):
            state.away = state.away or moves_to(state, self.start, at)
            self.built = self.built or builds_at(state, self.start, at)
            self.opens = self.opens or self.built


def opens_elsewhere(state: State, entity: Entity, start: int) -> bool:
    """覃塘区发展X，打造Y园 in the text of another county: whether a unit elsewhere opens the clause
    that begins at `start`, and acts in the rest of the sentence."""
    if entity.start != start or entity.failed is None or entity.failed.reason != "outside":
        return False
    return any(p.level == state.home.level for p in entity.failed.candidates)


def are_elsewhere(state: State, group: Group) -> bool:
    """Whether the places are units elsewhere, none round the issuer."""
    places = [p for e in group.entities for p in e.places]
    encloses = state.page.resolver.gazetteer.encloses
    return bool(places) and all(is_unit(p) and not encloses(p, state.home) for p in places)


def builds_at(state: State, start: int, at: int) -> bool:
    """Whether what the clause builds lies at the place that begins `at` (在徐州, 支持徐州)."""
    return _GOING.search(state.text, start, at) is not None


def moves_to(state: State, start: int, at: int) -> bool:
    """Whether what the clause tells of moves to the place that begins `at`, and builds there."""
    return _LEAVING.search(state.text, start, at) is not None


def elsewhere(state: State, start: int, end: int) -> bool:
    """支持舟山|建设X, 岳阳|建设X: whether the words before a verb, `start:end`, name units
    elsewhere, which build on their own land."""
    if end - start < _SHORTEST:
        return False
    words = _LED.sub("", state.text[start:end], count=1)
    if not _SHORTEST <= len(words) <= _NAMES:
        return False
    return _is_elsewhere(state, words) or all(
        _is_elsewhere(state, part) for part in JOINT.split(words)
    )


def _is_elsewhere(state: State, name: str) -> bool:
    """Whether a name is that of units elsewhere alone, and no ordinary word."""
    resolver = state.page.resolver
    found = resolver.resolve(name)
    bearers = found.candidates or ((found.place,) if found.place else ())
    if not bearers and len(name) > _PROVINCE:
        outer = resolver.resolve(name[:_PROVINCE]).candidates
        return any(p.level == "province" for p in outer) and _is_elsewhere(state, name[_PROVINCE:])
    encloses = resolver.gazetteer.encloses
    ours = any(resolver.is_home(p) or encloses(p, state.home) for p in bearers)
    return not ours and any(map(is_unit, bearers)) and not is_common(name)
