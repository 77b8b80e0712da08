"""Kamervragen: each question with its answer, who asked whom, and when."""
