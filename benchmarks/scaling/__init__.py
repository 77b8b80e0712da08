"""How speed, memory and disk grow with the size of the library."""
