"""Patterns whose white space is short and stays within a paragraph."""

import re

_SPACE = r"(?:[^\S\n]|\n(?!\n))"
_FEW = {r"\s*": _SPACE + "{0,3}", r"\s+": _SPACE + "{1,3}", r"\s": _SPACE}


def within(source: str) -> re.Pattern[str]:
    r"""Compile a pattern in which ``\s`` is white space that does not end a paragraph, and runs are short.

    A heading *Artikel 63a* and the paragraph below it are no reference together, and neither are two cells of
    a letterhead. Runs are at most three long, so that pages of spaces cost no more than pages of words. Not
    for use between brackets: there ``\s`` would fall apart.

    >>> bool(within(r"Stb\.\s2020").match("Stb.\n2020")), bool(within(r"Stb\.\s2020").match("Stb.\n\n2020"))
    (True, False)
    """
    for written, meant in _FEW.items():
        source = source.replace(written, meant)
    return re.compile(source)
