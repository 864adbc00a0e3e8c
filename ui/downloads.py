"""Download buttons: files of exactly the rows that the link shows."""

from __future__ import annotations

from ui.state import State


def buttons(state: State) -> None:
    """One button a format; the file is made when it is clicked."""
