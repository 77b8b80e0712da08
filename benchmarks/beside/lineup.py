"""Who takes part, and how each is set."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One engine.

    Attributes:
        key: Its short name, for ``--only``.
        name: Its name in tables.
        module: File of this package.
        kind: Class in it.
        setting: How it is set up, for the notes under the tables.
        install: What must be installed.
        words: Whether it looks at words alone, so needs no vectors.
    """

    key: str
    name: str
    module: str
    kind: str
    setting: str
    install: str = ""
    words: bool = False


_PEERS = "pip install -r benchmarks/beside/requirements.txt -c constraints.txt"
_HAIKU = "Python 3.12 or newer, and pip install -r benchmarks/beside/requirements-haiku.txt"

OURS = Entry("ours", "ours", "ours", "Ours", "a whole answer: threshold, quotes, reasons, citations")
RANKED = Entry("ranked", "ours, ranking alone", "ours", "OursRanked", "SearchEngine.rank: what the others do")
FAISS = Entry(
    "faiss",
    "sentence-transformers + FAISS",
    "faiss_flat",
    "FaissFlat",
    "encode_document and encode_query with the model's prompts, fp32, IndexFlatIP",
    _PEERS,
)
FTS5 = Entry(
    "fts5", "SQLite FTS5", "fts5", "Fts5", "unicode61, words joined by OR, ORDER BY rank", words=True
)
BM25S = Entry("bm25s", "bm25s", "bm25", "Bm25s", "Dutch stop words, PyStemmer, numba", _PEERS, words=True)
TXTAI = Entry(
    "txtai", "txtai", "txtai_hybrid", "TxtaiHybrid", "hybrid=True, content=True, instructions", _PEERS
)
LANCE = Entry(
    "lancedb",
    "LanceDB",
    "lance",
    "LanceHybrid",
    "hybrid, full text in Dutch, no vector index, RRFReranker",
    _PEERS,
)
HAIKU = Entry(
    "haiku",
    "haiku.rag",
    "haiku",
    "HaikuRag",
    "as it comes: LanceDB, hybrid, no vector index below 10⁵; provider sentence-transformers",
    _HAIKU,
)

PEERS = (FAISS, FTS5, BM25S, TXTAI, LANCE, HAIKU)
EVERYBODY = (OURS, RANKED, *PEERS)
