"""What a clause says of land that is not the issuer's: whoever acts, what is built there is not
claimed here."""

from __future__ import annotations

from layers.extract.places.entities import Group
from layers.extract.sentences.acting import are_elsewhere, builds_at, moves_to
from layers.extract.sentences.state import State


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
