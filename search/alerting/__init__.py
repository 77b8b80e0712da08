"""Alerts: which documents that are new answer a question that was saved."""
