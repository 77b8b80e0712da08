"""What people change about uploads: try one again, remove one."""

import logging

from beleidszoeker.api.managing.runs import Runs
from beleidszoeker.api.managing.upload import Stored, Upload
from beleidszoeker.api.managing.uploads import Uploads
from beleidszoeker.api.options import Intake
from beleidszoeker.errors import BeleidszoekerError
from beleidszoeker.index.library import Library

_LOG = logging.getLogger(__name__)


class Manager:
    """Looks after the uploads of one library.

    What is changed while a run goes on ends that run first: it goes on afterwards where it was.

    Args:
        library: Where documents go.
        intake: How documents are read.

    Attributes:
        uploads: The files.
        runs: Take them in.
    """

    def __init__(self, library: Library, intake: Intake) -> None:
        self.uploads = Uploads(library.folder)
        self.runs = Runs(self.uploads, library.folder, intake)
        self._library = library

    def start(self) -> None:
        """Finish what a kill interrupted, and begin."""
        self.uploads.recover()
        try:
            self._end_removals()
        except BeleidszoekerError as error:  # another process writes: they are out of sight already
            _LOG.warning("removals wait: %s", error)
        self.runs.start()

    def retry(self, upload: Upload, file: Stored) -> None:
        """Read a file again as if it were new.

        Raises:
            LibraryBusyError: Another process is writing.
        """
        with self.runs.paused(), self._library.writing() as writer:
            writer.remove_sources(self._library.reader.sources_under(file.key))
            self.runs.take_in(upload)

    def remove(self, upload: Upload, file: Stored) -> None:
        """Remove a file, and at once the documents that no other file holds.

        Raises:
            LibraryBusyError: Another process is writing.
        """
        with self.runs.paused():
            with self._library.writing() as writer:
                aside = upload.set_aside(file)
                writer.remove_sources(self._library.reader.sources_under(file.key))
            aside.unlink(missing_ok=True)
            upload.clear_if_empty()
        self.runs.tell()

    def dismiss(self, upload: Upload, refused_id: str) -> bool:
        """Forget that a file was refused; tell whether there was one."""
        kept = [one for one in upload.refused() if one.id != refused_id]
        found = len(kept) < len(upload.refused())
        if found:
            upload.refuse(kept)
            upload.clear_if_empty()
            self.runs.tell()
        return found

    def _end_removals(self) -> None:
        for upload in self.uploads.all():
            for file, aside in upload.set_aside_before():
                with self._library.writing() as writer:
                    writer.remove_sources(self._library.reader.sources_under(file.key))
                aside.unlink(missing_ok=True)
            upload.clear_if_empty()
