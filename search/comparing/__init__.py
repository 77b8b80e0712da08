"""Passages like another, and what two documents both say."""
