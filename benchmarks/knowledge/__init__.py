"""What is read from documents, held against what careful readers saw in them."""
