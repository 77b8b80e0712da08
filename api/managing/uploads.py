"""What was uploaded, on disk: the folders themselves say all there is to know, so a kill loses nothing.

    uploads/
        20261123-073500-4f1c2a9e/     an upload: its files, under the names that people gave them
            brief.pdf
            .removing.nota.pdf        removed, but for the last step
            .refused.json             files that were not kept, and why
            .settled                  all of it was taken in and published
        .20261123-074100-77aa01be/    one that is still coming in

What came of each file stands in the library, by the path of the file.
"""

import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

from beleidszoeker.api.managing.upload import Upload, missing
from beleidszoeker.index.durable import flush_folder

_FOLDER = "uploads"
_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")


class Uploads:
    """All uploads of a library.

    Args:
        library: The library's folder.
    """

    def __init__(self, library: Path) -> None:
        self.folder = library.resolve() / _FOLDER

    def begin(self) -> Upload:
        """Make the folder of an upload that comes in; it counts from ``complete`` on."""
        name = f".{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        (self.folder / name).mkdir(parents=True)
        return Upload(self.folder / name)

    def complete(self, upload: Upload) -> Upload:
        """Let an upload count from now on."""
        flush_folder(upload.folder)
        folder = upload.folder.with_name(upload.id)
        upload.folder.replace(folder)
        flush_folder(self.folder)
        return Upload(folder)

    def recover(self) -> None:
        """After a start: uploads that were cut off count with the files that had come in whole."""
        for folder in self._folders(hidden=True):
            for part in folder.glob(".part.*"):
                part.unlink()
            self.complete(Upload(folder)).clear_if_empty()

    def all(self) -> list[Upload]:
        """Return all uploads, newest first."""
        return [Upload(folder) for folder in sorted(self._folders(), reverse=True)]

    def get(self, upload_id: str) -> Upload:
        """Return one upload.

        Raises:
            UploadNotFoundError: There is none with this id.
        """
        if _ID.fullmatch(upload_id) and (self.folder / upload_id).is_dir():
            return Upload(self.folder / upload_id)
        raise missing("upload", upload_id)

    def _folders(self, *, hidden: bool = False) -> list[Path]:
        try:
            found = list(self.folder.iterdir())
        except FileNotFoundError:
            return []
        names = re.compile(rf"\.{_ID.pattern}") if hidden else _ID
        return [path for path in found if names.fullmatch(path.name) and path.is_dir()]
