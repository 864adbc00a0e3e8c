"""Targets: an amount, what it measures, whose it is, and how firmly it is meant."""
