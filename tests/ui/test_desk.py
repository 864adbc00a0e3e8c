"""A wish to leave outlives the run that heard it."""

from __future__ import annotations

import pytest
import streamlit as st

from ui import desk


def test_where_it_asked_to_go_is_kept_until_a_run_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {desk.ASKED: ("open", "c-1")})
    assert desk.asked("go") is None
    assert desk.asked("open") == "c-1"
    assert desk.asked("open") is None
