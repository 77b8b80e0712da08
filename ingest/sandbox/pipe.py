"""Lines that a child process writes, read with a deadline and a bound on their length."""

import os
import selectors
import time
from typing import IO

_READ = 1 << 20


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

    def read(self, seconds: float) -> bytes:
        """Return the next line without its end.

        Raises:
            TimeoutError: It did not come in time.
            EOFError: The other side closed, or the line is too long.
        """
        deadline = time.monotonic() + seconds
        parts, size = [self._rest], len(self._rest)
        with selectors.DefaultSelector() as selector:
            selector.register(self._stream, selectors.EVENT_READ)
            while b"\n" not in parts[-1]:
                if not selector.select(max(deadline - time.monotonic(), 0)):
                    raise TimeoutError
                part = os.read(self._stream.fileno(), _READ)
                size += len(part)
                if not part or size > self._longest:
                    raise EOFError
                parts.append(part)
        parts[-1], _, self._rest = parts[-1].partition(b"\n")
        return b"".join(parts)
