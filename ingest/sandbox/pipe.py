"""Lines that a child process writes, read with a deadline and a bound on their length."""

import os
import selectors
from collections.abc import Callable
from typing import IO

_READ = 1 << 20
_LEAST_WAIT = 0.05  # so that a process with next to no time left is not asked for it without end


class LineReader:
    """Reads lines from a pipe.

    Args:
        stream: The pipe, unbuffered.
        longest: Longest line in bytes.
    """

    def __init__(self, stream: IO[bytes], longest: int) -> None:
        self._stream = stream
        self._longest = longest
        self._rest = b""

    def read(self, left: Callable[[], float]) -> bytes:
        """Return the next line without its end.

        Args:
            left: Tells the seconds until it must be asked again; at 0 or less the time is up.

        Raises:
            TimeoutError: It did not come in time.
            EOFError: The other side closed, or the line is too long.
        """
        parts, size = [self._rest], len(self._rest)
        with selectors.DefaultSelector() as selector:
            selector.register(self._stream, selectors.EVENT_READ)
            while b"\n" not in parts[-1]:
                if (wait := left()) <= 0:
                    raise TimeoutError
                if not selector.select(max(wait, _LEAST_WAIT)):
                    continue
                part = os.read(self._stream.fileno(), _READ)
                size += len(part)
                if not part or size > self._longest:
                    raise EOFError
                parts.append(part)
        parts[-1], _, self._rest = parts[-1].partition(b"\n")
        return b"".join(parts)
