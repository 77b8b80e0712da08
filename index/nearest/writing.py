"""Writing an index of FAISS to a file of Python.

FAISS's own file says nothing when its last bytes do not fit on the disk: it closes, and the index is short.
"""

from pathlib import Path

import faiss


def write_index(index: faiss.Index, path: Path) -> None:
    """Write an index to a file, the same bytes as ``faiss.write_index`` writes.

    Raises:
        OSError: Not all of it could be written.
    """
    with path.open("wb") as file:
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))  # type: ignore[attr-defined]
