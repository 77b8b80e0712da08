"""What documents refer to, promise, ask, decide and name."""
