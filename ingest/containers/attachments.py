"""The attachments of an e-mail message, as files inside a file."""

from collections.abc import Sequence
from typing import IO

from beleidszoeker.errors import DamagedDocumentError, LimitExceededError
from beleidszoeker.ingest.mail import attachments


class MailAttachments:
    """Reads the attachments of messages; a second one of the same name gets a number in front."""

    def names(self, stream: IO[bytes]) -> Sequence[str]:
        """Return the names of the attachments, in the message's order.

        Raises:
            DamagedDocumentError: It is no readable message.
        """
        return list(_named(stream.read()))

    def read(self, stream: IO[bytes], name: str, *, largest: int) -> bytes:
        """Return one attachment.

        Args:
            stream: The message.
            name: As ``names`` gives it.
            largest: Most bytes.

        Raises:
            DamagedDocumentError: It is not there.
            LimitExceededError: It is larger than ``largest``.
        """
        found = _named(stream.read()).get(name)
        if found is None:
            raise DamagedDocumentError(
                "De bijlage staat niet in het bericht.", advice="Haal het opnieuw op bij de bron."
            )
        if len(found) > largest:
            raise LimitExceededError(
                f"De bijlage is groter dan {largest // 2**20} MB.", advice="Splits haar in delen."
            )
        return found


def _named(data: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for number, (name, content) in enumerate(attachments(data), start=1):
        plain = name.replace("/", "_")
        found[plain if plain not in found else f"{number} {plain}"] = content
    return found
