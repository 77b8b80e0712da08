"""What the routes of management work with; there only where an admin key is set."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from beleidszoeker.api.managing.completeness import Completeness, completeness
from beleidszoeker.api.managing.jobs import Job
from beleidszoeker.api.managing.key import Guard
from beleidszoeker.api.managing.manager import Manager
from beleidszoeker.api.managing.outcomes import job_of
from beleidszoeker.api.managing.receiving import UploadLimits, receive
from beleidszoeker.api.managing.upload import Upload
from beleidszoeker.api.options import Management
from beleidszoeker.errors import NothingUploadedError
from beleidszoeker.index.library import Library


class Managing:
    """The key, and the uploads of one library.

    Args:
        library: The library.
        chosen: The key that opens all this, and how uploads are read.

    Attributes:
        guard: Knows the key.
        manager: Looks after the uploads.
        limits: What one upload may bring.
    """

    def __init__(self, library: Library, chosen: Management) -> None:
        self.guard = Guard(chosen.key)
        self.manager = Manager(library, chosen.intake)
        self.limits = UploadLimits()
        self._library = library

    async def receive(self, request: Request) -> Upload:
        """Keep the files that a request brings, and let them be taken in.

        Raises:
            HTTPException: It is no form.
            NothingUploadedError: There is no file in it.
        """
        upload = await run_in_threadpool(self.manager.uploads.begin)
        try:
            await receive(request, upload, self.limits)
        finally:
            complete = await run_in_threadpool(self.manager.uploads.complete, upload)
            is_empty = await run_in_threadpool(complete.clear_if_empty)
        if is_empty:
            raise NothingUploadedError("Er zit geen bestand bij.", advice="Kies eerst een of meer bestanden.")
        self.manager.runs.take_in(complete)
        return complete

    def job(self, upload: Upload) -> Job:
        """Return an upload with what came of it until now."""
        return job_of(self.manager.runs, self._library.reader, upload)

    def jobs(self, uploads: Sequence[Upload]) -> list[Job]:
        """Return uploads likewise."""
        return [self.job(upload) for upload in uploads]

    def completeness(self) -> Completeness:
        """Tell how complete the library is."""
        return completeness(self._library.reader, self.manager.uploads.folder)


def _managing_of(request: Request) -> Managing:
    managing: Managing = request.app.state.managing
    return managing


ManagingDependency = Annotated[Managing, Depends(_managing_of)]
