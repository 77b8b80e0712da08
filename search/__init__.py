"""From a question to cited passages; ``engine.py`` brings the rooms together.

Nothing is gathered here: whoever shows one document should not load all that searching takes.
"""
