"""Errors as whoever asks can read them: problem details (RFC 9457) or a page."""
