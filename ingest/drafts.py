"""What a parser hands over: drafts of blocks, each a run of lines still as the file has them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from beleidszoeker.ingest.document import BlockKind, Box, Page


@dataclass(slots=True)
class Line:
    """One line as it stands in the file.

    Attributes:
        text: Its characters, footnote markers taken out.
        page: Number of its page from 1, or ``None`` where pages are not known.
        box: Its rectangle, where the format has geometry.
        size: Font size in points, 0 where unknown.
        bold: Whether (nearly) all of it is set bold.
        gap: Whether white space parts it from the line before.
        markers: Footnote markers as (offset in ``text``, number).
        cell: Whether a new cell of a table row begins with it; cells are parted by a tab.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    gap: bool = False
    markers: list[tuple[int, str]] = field(default_factory=list)
    cell: bool = False


@dataclass(slots=True)
class Draft:
    """A block in the making.

    Attributes:
        kind: What the parser took it for.
        lines: Its lines in reading order; joining them is the composer's work.
        level: Depth of a heading, from 1.
        label: A footnote's number as printed.
        aside: Whether it stands beside the running text: a letterhead in the margin, a colophon at the foot.
        heads: A table row's column heads, parted by tabs.
        depth: Level of the innermost heading that it stands under, where the format tells: a heading deeper
            than this ended before it. ``None`` where it stands under all headings before it.
    """

    kind: BlockKind
    lines: list[Line]
    level: int = 0
    label: str = ""
    aside: bool = False
    heads: str = ""
    depth: int | None = None

    @property
    def raw(self) -> str:
        """The lines with spaces between them, hyphens unresolved: for rules that look, not for text."""
        return " ".join(line.text.strip() for line in self.lines)


@dataclass(slots=True)
class DraftDocument:
    """All that one parser read from one file.

    Attributes:
        drafts: Blocks in reading order, footnotes among them where they were found.
        pages: The physical pages; empty where the format has none or hides them.
        properties: The file's own statements about itself, by name; absent where it makes none. Any format:
            ``title`` (with ``title_is_declared`` where it is the document's own and no leftover of an
            editor), ``author``, ``date`` (ISO day), ``kind`` (one of ``KINDS``), ``url``, ``language``,
            ``web``, ``running`` (lines that every page repeats).
            Official publications also: ``identifier`` (``h-tk-20172018-70-12``, ``kst-29826-211``,
            ``BWBR0005537``), ``organisation`` (``Tweede Kamer``), ``session_year`` (``2017-2018``),
            ``dossiers`` (``29826,36410-XIII``), ``kamerstuk`` (``29826-211``), ``meeting`` and ``item``
            (numbers of a debate's meeting and item), ``question_number`` (``2024Z12345``) and ``aanhangsel``
            (number in the Aanhangsel).
        warnings: What a reader of the report should know, in Dutch.
    """

    drafts: list[Draft]
    pages: Sequence[Page] = ()
    properties: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
