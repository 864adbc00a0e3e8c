"""Streamlit's own floor: a page that says one word."""

from __future__ import annotations

import streamlit as st

st.html('<p id="drawn">drawn</p>')
