"""Runs our command line in this process and kills it without warning at a chosen step; for ``test_kill.py``.

A step is a call that the code in ``index/`` makes: of one of its own functions, of SQLite, FAISS, tantivy or
the file system. Usage: ``dying.py WATCH STEP REPORT ARGUMENT…``; steps count from the first call of the
function WATCH; step 0 never comes, and then REPORT tells at which step each function was first called. Only
the thread that reads and writes is counted: what others compute is lost with it anyway.
"""

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from beleidszoeker import index
from beleidszoeker.cli import main
from beleidszoeker.index import embedding, ingestion, pace

_WATCHED = str(Path(index.__file__).parent)
_BY_THE_CLOCK = pace.__file__  # asked when some seconds have passed: steps must not depend on these


class Reaper:
    """Counts steps from a function's first call, and ends the process at one of them."""

    def __init__(self, watch: str, last: int) -> None:
        self._watch = watch
        self._last = last
        self.steps = 0
        self.first: dict[str, int] = {}

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event not in {"call", "c_call"} or not code.co_filename.startswith(_WATCHED):
            return
        if code.co_filename == _BY_THE_CLOCK:
            return
        if not self.first and code.co_name != self._watch:
            return
        self.steps += 1
        self.first.setdefault(code.co_name, self.steps)
        if self.steps == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    assert ingestion  # imported before steps are watched, which makes everything slow
    embedding.BATCH = 8  # so that a few files make several batches, most of them while others are read
    watched, step, report, *arguments = sys.argv[1:]
    reaper = Reaper(watched, int(step))
    sys.argv = ["beleidszoeker", *arguments]
    sys.setprofile(reaper)
    try:
        main()
    except SystemExit as ended:
        sys.setprofile(None)
        if ended.code:
            raise
    Path(report).write_text(json.dumps({**reaper.first, "steps": reaper.steps}), encoding="utf-8")
