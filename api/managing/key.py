"""The admin key: comparing it, counting wrong tries, and sessions that stand for it in a browser.

A session is a cookie that says until when it holds and is signed (HMAC-SHA256) with a secret that lives as
long as the service: neither the key nor anything from which it can be guessed leaves the process.
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable

SESSION_SECONDS = 8 * 3600
_MOST_TRIES = 5
_WITHIN = 60.0  # seconds
_MOST_KNOWN = 10_000  # addresses


class Tries:
    """Counts wrong tries by address.

    Args:
        clock: Tells seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}

    def are_too_many(self, address: str) -> bool:
        """Tell whether an address must wait before it may try again."""
        since = self._clock() - _WITHIN
        recent = [at for at in self._wrong.get(address, ()) if at > since]
        self._wrong[address] = recent
        if not recent:
            del self._wrong[address]
        return len(recent) >= _MOST_TRIES

    def note(self, address: str) -> None:
        """Count a wrong try."""
        if len(self._wrong) >= _MOST_KNOWN:
            self._wrong.pop(next(iter(self._wrong)))
        self._wrong.setdefault(address, []).append(self._clock())


class Guard:
    """Knows the key.

    Args:
        key: The key.
        clock: Tells seconds since 1970.
    """

    def __init__(self, key: str, *, clock: Callable[[], float] = time.time) -> None:
        self._key = _digest(key)
        self._secret = secrets.token_bytes(32)
        self._clock = clock
        self._ended: dict[str, int] = {}
        self.tries = Tries(clock)

    def is_key(self, given: str) -> bool:
        """Compare in a time that tells nothing of the key."""
        return hmac.compare_digest(_digest(given), self._key)

    def begin(self) -> str:
        """Return a new session."""
        until = f"{int(self._clock()) + SESSION_SECONDS}.{secrets.token_hex(8)}"
        return f"{until}.{self._sign(until)}"

    def holds(self, session: str) -> bool:
        """Tell whether a session is ours, has not run out and was not ended."""
        until, _, signature = session.rpartition(".")
        signed = hmac.compare_digest(signature.encode("utf-8", "replace"), self._sign(until).encode())
        return signed and int(until.split(".")[0]) > self._clock() and until not in self._ended

    def end(self, session: str) -> None:
        """Let a session hold no longer, wherever a copy of it is."""
        now = self._clock()
        self._ended = {until: at for until, at in self._ended.items() if at > now}
        if self.holds(session):
            until = session.rpartition(".")[0]
            self._ended[until] = int(until.split(".")[0])

    def _sign(self, until: str) -> str:
        return hmac.new(self._secret, until.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()
