"""Files in, prepared documents out: parse, clean, describe and cut. Knows no database and no index.

Nothing is gathered here: whoever needs one class should not load every parser. Start at ``parse.py``.
"""
