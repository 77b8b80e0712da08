"""What the benchmark of start-up is made of."""
