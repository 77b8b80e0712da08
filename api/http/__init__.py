"""How answers travel: headers, tags, limits, and whose requests are refused."""
