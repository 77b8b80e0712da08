"""Laws in Markdown: chapters, titles, divisions and articles nested as the law nests them.

Exports of wetten.overheid.nl give *Hoofdstuk 3*, *Afdeling 3.2* and *Artikel 3:4* headings of one level, each
with its title as a heading of the next. Laws differ in whether a chapter holds titles or a title chapters;
whichever a law names first is the outer one.
"""

import re
from dataclasses import dataclass, field, replace

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft

_PART = re.compile(
    r"^(?P<name>deel|boek|hoofdstuk|titel|afdeling|paragraaf|sub-?paragraaf|§)\s*[\dIVXLCDM]+[\w.:]*\s*$"
    r"|^(?P<article>artikel)\s+[\w.:-]+\s*$|^(?P<annex>bijlage)\b[\s\w.:-]{0,12}$",
    re.IGNORECASE,
)
_FEWEST_ARTICLES = 2
_OUTERMOST, _INNERMOST = 8, 40
"""Levels of parts, below those that Markdown can give to the title of the whole."""


def nest_articles(drafts: list[Draft]) -> list[Draft]:
    """Give the headings of a law their depth; a text with fewer than two articles stays as it is."""
    matches = [_PART.match(draft.raw) if draft.kind is BlockKind.HEADING else None for draft in drafts]
    if sum(bool(match and match["article"]) for match in matches) < _FEWEST_ARTICLES:
        return drafts
    nesting = _Nesting()
    return [nesting.place(draft, match) for draft, match in zip(drafts, matches, strict=True)]


@dataclass(slots=True)
class _Nesting:
    order: list[str] = field(default_factory=list)
    part: int = 0
    marked: int = 0
    group: int = 0

    def place(self, draft: Draft, match: re.Match[str] | None) -> Draft:
        """Give a heading its level. The title of a part comes one below it.

        A heading of their level that names no part, as *Goedkeuring*, stands over the articles after it.
        """
        if draft.kind is not BlockKind.HEADING:
            return draft
        if match:
            self.part, self.marked = self._level(match), draft.level
            self.group = self.part + 2 if match["annex"] else _INNERMOST - 2
            return replace(draft, level=self.part)
        if not self.part:
            return draft
        if draft.level > self.marked:
            return replace(draft, level=self.part + draft.level - self.marked)
        return replace(draft, level=self.group)

    def _level(self, match: re.Match[str]) -> int:
        if match["article"]:
            return _INNERMOST
        if match["annex"]:
            return _OUTERMOST
        name = match["name"].lower().replace("§", "paragraaf")
        if name not in self.order:
            self.order.append(name)
        return _OUTERMOST + 2 * self.order.index(name)
