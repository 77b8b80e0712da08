"""Indexes of vectors held against each other; see ``benchmarks/nearest.py``."""
