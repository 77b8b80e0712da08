"""A document as people read it."""
