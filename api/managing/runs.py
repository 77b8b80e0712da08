"""Takes uploads in, one run at a time, beside the answers."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beleidszoeker.api.managing.child import Child
from beleidszoeker.api.managing.progress import Progress
from beleidszoeker.api.managing.upload import Upload
from beleidszoeker.api.managing.uploads import Uploads
from beleidszoeker.api.options import Intake
from beleidszoeker.errors import BeleidszoekerError

_LOG = logging.getLogger(__name__)
_DIED = ("Het opnemen is onverwacht gestopt.", "De bestanden zijn er nog; probeer het opnieuw.")


class Runs:
    """A thread that waits for uploads that are not settled and starts a process that takes them in.

    Args:
        uploads: The files.
        library: The library's folder: where documents go.
        intake: How documents are read.
    """

    def __init__(self, uploads: Uploads, library: Path, intake: Intake) -> None:
        self._uploads, self._library, self._intake = uploads, library, intake
        self._changed = threading.Condition(threading.RLock())
        self._one = threading.Lock()
        self._revision = 0
        self._progress: Progress | None = None
        self._stuck: dict[str, tuple[str, str]] = {}
        self._child: Child | None = None
        self._pausing = 0
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name="uploads", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End streams and the run; the next start goes on with it."""
        self.stop_telling()
        with self._changed:
            child = self._child
        if child is not None:
            child.end()
        if self._thread.is_alive():
            self._thread.join()

    def stop_telling(self) -> None:
        """The service ends: streams of events must end too, or it would wait for them."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    @property
    def is_stopping(self) -> bool:
        """Whether the service ends."""
        return self._stopping

    @property
    def revision(self) -> int:
        """Grows with each change that somebody may want to see."""
        return self._revision

    def progress(self, upload: Upload) -> Progress | None:
        """Return how far the run over an upload is; ``None`` where there is none now."""
        progress = self._progress
        return progress if progress is not None and upload.id in progress.uploads else None

    def problem(self, upload: Upload) -> tuple[str, str]:
        """Return why an upload could not be taken in, and what to do about it; empty where nothing is."""
        return self._stuck.get(upload.id, ("", ""))

    def take_in(self, upload: Upload) -> None:
        """Let an upload be taken in, or again."""
        upload.settle(settled=False)
        self._stuck.pop(upload.id, None)
        self.tell()

    def tell(self) -> None:
        """Something changed that somebody may want to see, or that a run may be due for."""
        with self._changed:
            self._revision += 1
            self._changed.notify_all()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """End the run, and keep the next one from starting; one change at a time."""
        with self._changed:
            self._pausing += 1
            child = self._child
        try:
            if child is not None:
                child.end()
            with self._changed:
                self._changed.wait_for(lambda: self._child is None)
            with self._one:
                yield
        finally:
            with self._changed:
                self._pausing -= 1
                self._changed.notify_all()

    def _work(self) -> None:
        while not self._stopping:
            seen = self._revision
            try:
                due = self._due()
                if due:
                    self._run(due)
            except (BeleidszoekerError, OSError, ValueError):  # the next change tries again
                _LOG.exception("uploads")
                due = []
            self._rest(seen if not due else None)

    def _rest(self, seen: int | None) -> None:
        """Wait until nobody changes anything and, unless more may be due at once, until something changed."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or (not self._pausing and self._revision != seen))

    def _due(self) -> list[Upload]:
        return [
            one for one in reversed(self._uploads.all()) if not one.is_settled and one.id not in self._stuck
        ]

    def _run(self, due: list[Upload]) -> None:
        """Take uploads in together; a run that was ended for another change begins anew."""
        paths = [file.path for upload in due for file in upload.files() if not file.is_sidecar]
        with self._changed:
            if self._pausing or self._stopping:
                return
            progress = self._progress = Progress(frozenset(upload.id for upload in due))
            child = self._child = Child(self._library, self._intake, paths) if paths else None
        try:
            for told in child.lines() if child else ():
                progress.note(told)
                self.tell()
            self._settle(due, child, progress)
        finally:
            if child is not None:
                child.close()
            with self._changed:
                self._child = self._progress = None
                self._revision += 1
                self._changed.notify_all()

    def _settle(self, due: list[Upload], child: Child | None, progress: Progress) -> None:
        """Keep what came of a run; before others may change anything again."""
        code = child.wait() if child else 0
        if child is not None and child.ended:
            return
        for upload in due:
            if code:
                self._stuck[upload.id] = progress.problem if progress.problem[0] else _DIED
            elif upload.folder.is_dir():
                upload.settle()
