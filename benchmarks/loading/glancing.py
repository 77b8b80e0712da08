"""How quickly the service says that it is ready while others keep it busy."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlsplit

_BETWEEN = 0.2  # seconds


@contextmanager
def glancing(address: str, path: str = "/readyz") -> Iterator[list[float]]:
    """Ask for a path five times a second meanwhile; what is yielded gets the milliseconds of each answer.

    An answer with another status than 200, or none, counts as infinity.
    """
    times: list[float] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(_BETWEEN):
            times.append(_glance(urlsplit(address).netloc, path))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield times
    finally:
        over.set()
        thread.join()


def _glance(place: str, path: str) -> float:
    connection, started = HTTPConnection(place, timeout=60), time.perf_counter()
    try:
        connection.request("GET", path)
        status = connection.getresponse().status
    except OSError:
        return float("inf")
    finally:
        connection.close()
    return (time.perf_counter() - started) * 1000 if status == 200 else float("inf")
