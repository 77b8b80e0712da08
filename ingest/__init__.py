"""Files in, prepared documents out: parse, clean, describe and cut. Knows no database and no index."""

from beleidszoeker.ingest.chunk import ChunkSize
from beleidszoeker.ingest.containers.registry import ARCHIVES, CONTAINERS
from beleidszoeker.ingest.document import Block, BlockKind, Box, Metadata, Page, ParsedDocument, Passage
from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.metadata import KINDS
from beleidszoeker.ingest.parse import PARSER_VERSION, PreparedDocument, prepare_document
from beleidszoeker.ingest.sandbox.pool import Limits, MemberList, ParseOutcome, ParserPool, Part

__all__ = [
    "ARCHIVES",
    "CONTAINERS",
    "KINDS",
    "PARSER_VERSION",
    "SUFFIXES",
    "Block",
    "BlockKind",
    "Box",
    "ChunkSize",
    "Limits",
    "MemberList",
    "Metadata",
    "Page",
    "PageMap",
    "ParseOutcome",
    "ParsedDocument",
    "ParserPool",
    "Part",
    "Passage",
    "PreparedDocument",
    "SentenceSplitter",
    "prepare_document",
]
