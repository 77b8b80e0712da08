"""Building the index of words: what is read of all passages, by several processes side by side."""
