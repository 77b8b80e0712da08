"""Ours beside what anybody could install instead: the same texts, the same questions, one run.

``benchmarks/peers.py`` is the command. Each engine has a file with the same small protocol (``base.py``)
and runs in a process of its own (``child.py``), so that memory and imports are its own. What a child imports
must do without ``beleidszoeker``: the peers live in another environment (``requirements.txt``).
"""
