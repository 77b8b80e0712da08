"""How good is what we find, next to what anybody could use instead: ``python -m benchmarks.evaluation``.

All systems answer the same questions over the same texts in one run. What learns is tested on documents that
it never saw. docs/evaluation.md has the method and the history.
"""
