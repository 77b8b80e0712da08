"""What holds for the passages of any document."""

import itertools
import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from beleidszoeker.ingest.chunk import ChunkSize, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap


def says_something(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", text))


SPLIT = SentenceSplitter(trained=None).split
WORD_LIST = """
het kabinet werkt aan netcapaciteit in Limburg o.a. art. 3 nr. 12 € 4 mln. (zie hierna) “dat kan”
Noord- en 2050
"""
WORDS = st.sampled_from(WORD_LIST.split())
SENTENCE = st.builds(
    lambda words, end: " ".join(words).capitalize() + end,
    st.lists(WORDS, min_size=1, max_size=30),
    st.sampled_from(".?!;"),
)
TEXT = st.builds(" ".join, st.lists(SENTENCE, min_size=1, max_size=12))
DRAFT = st.builds(
    lambda kind, text, level, page: Draft(
        kind, [Line(text, page=page)], level=level if kind is BlockKind.HEADING else 0
    ),
    st.sampled_from(
        [
            BlockKind.PARAGRAPH,
            BlockKind.PARAGRAPH,
            BlockKind.LIST_ITEM,
            BlockKind.TABLE_ROW,
            BlockKind.HEADING,
        ]
    ),
    TEXT,
    st.integers(1, 3),
    st.one_of(st.none(), st.integers(1, 4)),
)
DOCUMENT = st.builds(lambda drafts: compose(DraftDocument(drafts)), st.lists(DRAFT, min_size=1, max_size=12))
SIZE = st.builds(
    lambda target, extra, least: ChunkSize(target=target, most=target + extra, least=least),
    st.integers(50, 900),
    st.integers(0, 600),
    st.integers(0, 300),
)


@settings(max_examples=150, deadline=None)
@given(document=DOCUMENT, size=SIZE)
def test_passages_are_runs_of_whole_sentences(document: ParsedDocument, size: ChunkSize) -> None:
    """A passage lies in the text, begins and ends with a sentence, and its sentences do not overlap."""
    for passage in chunk(document, SPLIT, size=size):
        assert 0 <= passage.start < passage.end <= len(document.text)
        assert passage.sentences[0][0] == passage.start
        assert passage.sentences[-1][1] == passage.end
        assert all(start < end for start, end in passage.sentences)
        assert all(a[1] <= b[0] for a, b in zip(passage.sentences, passage.sentences[1:], strict=False))


@settings(max_examples=150, deadline=None)
@given(document=DOCUMENT, size=SIZE)
def test_passages_follow_each_other_and_keep_to_a_section(document: ParsedDocument, size: ChunkSize) -> None:
    """Passages stand in order without overlap, and no heading with text under it stands inside one."""
    passages = chunk(document, SPLIT, size=size)
    assert all(a.end <= b.start for a, b in itertools.pairwise(passages))
    for passage in passages:
        inside = [b for b in document.blocks if b.start < passage.end and b.end > passage.start]
        assert {b.section for b in inside if b.kind is not BlockKind.HEADING} <= {passage.section}


@settings(max_examples=150, deadline=None)
@given(document=DOCUMENT, size=SIZE)
def test_every_sentence_of_some_words_is_in_one_passage(document: ParsedDocument, size: ChunkSize) -> None:
    """Nothing that can be read is lost, and nothing is found twice."""
    found = Counter(span for passage in chunk(document, SPLIT, size=size) for span in passage.sentences)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.PARAGRAPH:
            spans = [(a, b) for a, b in SPLIT(text) if says_something(text[a:b])]
            assert all(found[block.start + a, block.start + b] == 1 for a, b in spans)


@settings(max_examples=150, deadline=None)
@given(document=DOCUMENT)
def test_sizes_are_kept_where_sentences_permit(document: ParsedDocument) -> None:
    """Only a passage of one sentence, or one that took in a short rest, is longer than the most."""
    size = ChunkSize()
    for passage in chunk(document, SPLIT, size=size):
        length = passage.end - passage.start
        longest = max(end - start for start, end in passage.sentences)
        assert length <= max(size.most, longest) + size.least + 2


@settings(max_examples=100, deadline=None)
@given(document=DOCUMENT)
def test_pages_of_a_passage_are_those_of_its_lines(document: ParsedDocument) -> None:
    """A passage names the pages of its lines, and no page where none is known."""
    pages = PageMap(document)
    for passage in chunk(document, SPLIT):
        assert (passage.page_first, passage.page_last) == pages.span(passage.start, passage.end)
