"""Finding spellings in a text: one walk over its words through a tree of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.forms import WORD, Form

_HYPHENS = frozenset("-‐‑–—")
_CURLY = str.maketrans("’‘", "''")
_PLURAL = re.compile(r"['’](?:s|en)\b")
_WIDEST = 6  # characters between two words of a name
_HEAD = 5  # letters that a spelling with an open end begins with at least


@dataclass(frozen=True, slots=True)
class Found:
    """A spelling in a text.

    Attributes:
        start: First character.
        end: One past the last.
        form: The spelling.
    """

    start: int
    end: int
    form: Form


@dataclass(slots=True)
class _Node:
    following: dict[str, "_Node"] = field(default_factory=dict)
    open: list[tuple[str, Form]] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    capital: bool = True
    """Whether all that begins here needs a capital in its first word (*De Bilt*, and not each *de*)."""


class Matcher:
    """Finds the spellings of a gazetteer; make one and keep it."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._root = _Node()
        self._open: dict[str, list[tuple[str, Form]]] = {}
        for form in forms:
            self._add(form)

    def _add(self, form: Form) -> None:
        node, last = self._root, form.words[-1]
        first = self._root.following.setdefault(form.words[0], _Node())
        first.capital = first.capital and bool(form.capitals[0])
        for word in form.words[:-1] if form.open else form.words:
            node = node.following.setdefault(word, _Node())
        if not form.open:
            node.forms.append(form)
        elif node is not self._root:
            node.open.append((last, form))
        elif len(last) < _HEAD:
            raise ValueError(f"Too short for an open end: {last!r}")
        else:
            self._open.setdefault(last[:_HEAD], []).append((last, form))

    def find(self, text: str) -> Iterator[Found]:
        """Yield each spelling wherever it stands, overlapping ones too, in the order of their first words."""
        dull: set[str] = set()  # words that begin nothing: most, and again and again
        for match in WORD.finditer(text):
            if match[0] in dull:
                continue
            word = match[0].lower()
            node, begun = self._root.following.get(word), self._open.get(word[:_HEAD])
            if node and node.capital and match[0] == word:
                node = None
            if node is None and begun is None:
                dull.add(match[0])
                continue
            yield from _walk(text, node, [match]) if node else ()
            yield from _opened(text, begun, [match]) if begun else ()


def _walk(text: str, node: _Node, words: list[re.Match[str]]) -> Iterator[Found]:
    """Yield what ends at the words so far, and what goes on behind them."""
    yield from (found for form in node.forms if (found := _fitted(text, form, words)))
    if not node.following and not node.open:
        return
    after = words[-1].end()
    match = WORD.search(text, after, after + _WIDEST + 64)
    if match is None or match.start() - after > _WIDEST:
        return
    words = [*words, match]
    further = node.following.get(match[0].lower())
    if further is not None:
        yield from _walk(text, further, words)
    yield from _opened(text, node.open, words)


def _opened(text: str, begun: list[tuple[str, Form]], words: list[re.Match[str]]) -> Iterator[Found]:
    word = words[-1][0].lower()
    for beginning, form in begun:
        if word.startswith(beginning) and (found := _fitted(text, form, words)):
            yield found


def _fitted(text: str, form: Form, words: list[re.Match[str]]) -> Found | None:
    """Return where a spelling stands when capitals and what is between the words are right."""
    for wanted, match in zip(form.capitals, words, strict=True):
        if wanted and not _has_capitals(wanted, match[0]):
            return None
    lead, *between, tail = form.gaps
    for wanted, left, right in zip(between, words, words[1:], strict=False):
        if not _is_gap(wanted, text[left.end() : right.start()]):
            return None
    start, end = words[0].start() - len(lead), _end(form, words[-1])
    if lead and text[max(0, start) : start + len(lead)].translate(_CURLY) != lead:
        return None
    if tail and not text.startswith(tail, end):
        return None
    plural = _PLURAL.match(text, end) if form.short or form.kind is NameKind.PROGRAMME else None
    return Found(start, plural.end() if plural else end + len(tail), form)


def _end(form: Form, last: re.Match[str]) -> int:
    """Return where a name ends: a theme takes the whole compound, a programme what is its own."""
    if not form.open or form.kind is NameKind.THEME:
        return last.end()
    own = len(form.words[-1])
    return last.start() + own + (last[0][own:] == "s")


def _has_capitals(wanted: str, word: str) -> bool:
    return word == wanted or all(
        has.isupper() for want, has in zip(wanted, word, strict=False) if want.isupper()
    )


def _is_gap(wanted: str, gap: str) -> bool:
    """Tell whether two words of a name may stand so far apart: on one line, or broken over two."""
    if gap == " " and wanted in ("", "-"):
        return True
    if gap.count("\n") > 1 or "\t" in gap:
        return False
    bare = gap.strip()
    if wanted == "":
        return not bare or (bare in _HYPHENS and not gap[0].isspace())
    if wanted == "-":
        return not bare or bare in _HYPHENS or bare == "/"
    return "".join(gap.split()).translate(_CURLY) == wanted
