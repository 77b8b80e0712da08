"""Patterns whose white space is short and stays within a paragraph."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

_SPACE = r"(?:[^\S\n]|\n(?!\n))"
_FEW = {r"\s*": _SPACE + "{0,3}", r"\s+": _SPACE + "{1,3}", r"\s": _SPACE}


class Within:
    """A pattern that is compiled when it is first used: there are scores, and a question needs a few."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        source = self._source
        for written, meant in _FEW.items():
            source = source.replace(written, meant)
        return re.compile(source)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As of ``re.Pattern``."""
        return self._pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As of ``re.Pattern``."""
        return self._pattern.fullmatch(text)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of ``re.Pattern``."""
        return self._pattern.search(text, start, end)

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """As of ``re.Pattern``."""
        return self._pattern.sub(new, text)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """As of ``re.Pattern``."""
        return self._pattern.finditer(text, start)


def within(source: str) -> Within:
    r"""Return a pattern in which ``\s`` is white space that does not end a paragraph, and runs are short.

    A heading *Artikel 63a* and the paragraph below it are no reference together, and neither are two cells of
    a letterhead. Runs are at most three long, so that pages of spaces cost no more than pages of words. Not
    for use between brackets: there ``\s`` would fall apart.

    >>> bool(within(r"Stb\.\s2020").match("Stb.\n2020")), bool(within(r"Stb\.\s2020").match("Stb.\n\n2020"))
    (True, False)
    """
    return Within(source)
