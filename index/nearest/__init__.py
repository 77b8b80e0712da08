"""Nearest vectors by inner product: compared one by one while they are few, by small codes first beyond that.

``exact`` compares every vector, ``approximate`` looks through codes of four bits and compares what they point
at; ``choosing`` says which of the two a snapshot gets. ``benchmarks/nearest.py`` measures what is said here.
"""
