"""Parts of ``benchmarks/embedding.py``."""
