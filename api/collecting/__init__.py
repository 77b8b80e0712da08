"""Collections between library, desk and files."""
