"""The service with many who ask at once: what `benchmarks/load.py` is made of."""
