"""For assistants: the library as tools of the Model Context Protocol, so that they cite real passages.

``server`` needs the package ``mcp``; the rest does not.
"""
