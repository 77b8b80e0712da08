"""Measuring retrieval on test collections."""
