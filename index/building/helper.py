"""A process that reads passages beside others, as its parent sees it; and what runs in it.

It is told on standard input what to do and answers on standard output, in pickles: both ends are ours, and
the texts come from the library, not from files that somebody sent. When standard input closes, also because
its parent was killed, it ends.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.building.reading import Reading
from beleidszoeker.ingest.sandbox.secrets import without_secrets


class Helper:
    """A process with a ``Reading``; it starts at once and is waited for at its first answer."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            # -P: without it a pickle.py in the folder that we stand in would be ours.
            [sys.executable, "-P", "-m", "beleidszoeker.index.building.helper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=without_secrets(),
            start_new_session=True,  # Ctrl-C is for the parent, which ends this one
        )

    def do(self, work: str, *arguments: Any) -> Any:
        """Call a method of its ``Reading`` and return what that returns.

        Raises:
            LibraryError: The process ended.
        """
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None and answers is not None  # noqa: S101, PT018 - pipes, by the call above
        try:
            pickle.dump((work, arguments), asked, protocol=pickle.HIGHEST_PROTOCOL)
            asked.flush()
            return pickle.load(answers)  # noqa: S301 - our own process
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise LibraryError(
                "Een hulpproces dat de index maakt, is onverwacht gestopt.",
                advice="Probeer het opnieuw; was er te weinig geheugen, sluit dan andere programma's.",
            ) from error

    def stop(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what could not be written to it is still to be written
                    stream.close()


def main() -> None:
    """Do what is asked until standard input closes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not garble the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for where there are no sessions
    gc.disable()  # texts and postings make no cycles, and looking for these took a tenth of the time
    reading = Reading()
    while True:
        try:
            work, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent
        except (EOFError, pickle.UnpicklingError):  # the parent is gone, or was killed while it asked
            return
        pickle.dump(getattr(reading, work)(*arguments), answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    main()
