"""One file out of an archive or message, as it is: taken out in a child process, which has the limits.

A message or archive is hostile however often it was read: taking it apart must not cost the service.
"""

import json
import subprocess
import sys
from pathlib import Path

from beleidszoeker.errors import DamagedDocumentError, DocumentError, LimitExceededError
from beleidszoeker.ingest.containers.registry import container_for
from beleidszoeker.ingest.sandbox.limiting import limit_memory
from beleidszoeker.ingest.sandbox.outcome import Limits
from beleidszoeker.ingest.sandbox.secrets import without_secrets

_LIMITS = Limits(seconds=30.0, memory=1 << 30)


def read_member(path: Path, member: str, *, limits: Limits = _LIMITS) -> bytes:
    """Return the bytes of one file inside another.

    Args:
        path: The file on disk.
        member: Name inside it.
        limits: What it may cost; ``seconds`` by the wall.

    Raises:
        DamagedDocumentError: It cannot be taken out.
        LimitExceededError: It took too long.
    """
    asked = {
        "path": str(path),
        "member": member,
        "memory": limits.memory,
        "largest": limits.file_size,
    }
    try:
        done = subprocess.run(
            # -P: without it a json.py in the folder that we stand in would be ours.
            [sys.executable, "-P", "-m", "beleidszoeker.ingest.sandbox.extraction"],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            env=without_secrets(),
        )
    except subprocess.TimeoutExpired as error:
        raise LimitExceededError("Het bestand uit het archief halen duurde te lang.") from error
    if done.returncode:
        raise DamagedDocumentError("Het bestand kan niet uit het archief worden gehaald.")
    return done.stdout


def main() -> int:
    """Write the bytes that standard input asks for to standard output; 1 where that cannot be done."""
    asked = json.load(sys.stdin)
    limit_memory(asked["memory"])
    path = Path(asked["path"])
    try:
        with path.open("rb") as stream:
            data = container_for(path.name).read(stream, asked["member"], largest=asked["largest"])
    except (DocumentError, OSError, MemoryError, RecursionError):
        return 1
    sys.stdout.buffer.write(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
