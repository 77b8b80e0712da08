"""The HTTP service: the search engine behind a small, documented API; ``app.py`` makes it."""
