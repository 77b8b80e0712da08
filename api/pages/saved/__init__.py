"""Saved searches and their feeds."""
