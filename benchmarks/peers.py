"""Ours beside other engines, on the same texts and questions: ``python benchmarks/peers.py --help``.

    python3 -m venv PEERS
    PEERS/bin/pip install -r benchmarks/beside/requirements.txt -c constraints.txt
    python benchmarks/peers.py --sets FOLDER --library LIBRARY --python PEERS/bin/python [--json]

FOLDER holds test collections in BEIR's layout, LIBRARY is made by ``benchmarks.scaling.enlarge``. Each engine
runs in a process of its own, set up as its documentation advises (``benchmarks/beside/``, a file for each):

- quality: nDCG@10 and recall, over all texts and questions of the sets. Vectors of texts are made once, by
  sentence-transformers, and handed to the engines that would make the same; questions each embeds itself.
  Ours is asked as people ask it: without any map, and with maps learnt on other documents than those asked.
- ingest: the same texts in, a searchable index out; every engine embeds with its own runtime, in turns.
- speed: distinct questions to all engines in turns, the question's vector included, over the library's
  passages. The engines are given those vectors: sentence-transformers would take hours for 10⁵ passages.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.beside.command import main

if __name__ == "__main__":
    sys.exit(main())
