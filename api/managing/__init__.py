"""Taking in what people upload: the key, files on disk, the process that reads them, what came of each."""

from beleidszoeker.api.managing.managing import Managing, ManagingDependency

__all__ = ["Managing", "ManagingDependency"]
