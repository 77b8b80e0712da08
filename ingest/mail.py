"""E-mail as ``.eml`` (RFC 5322): subject, sender, addressees, date and text; its attachments are named."""

import datetime as dt
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime

from beleidszoeker.errors import DamagedDocumentError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.html.parser import HtmlParser
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.text.parser import TextParser

_KNOWN = ("From", "To", "Subject", "Date", "Message-ID", "Received", "MIME-Version", "Content-Type")
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, OverflowError)
"""What the standard library raises on headers that keep to no rule; such a header counts as missing."""

_QUOTE = re.compile(r"^((?:> ?)+)(.*)$")
_MOST_PARTS = 1000
_MOST_NAMED = 20
_MOST_ADDRESSES = 50
_LONGEST = 500


class MailParser:
    """Parses e-mail; it has no pages."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a message into drafts: its subject as heading, then its text, plain where it has both forms.

        Raises:
            DamagedDocumentError: It has none of the header fields of a message.
        """
        message = _message(data)
        properties = _properties(message)
        body = _body(message)
        subject = properties.get("title", "")
        head = [Draft(BlockKind.HEADING, [Line(subject)], level=1)] if subject else []
        for draft in body.drafts:
            draft.level += bool(subject and draft.level)
        names = [name for name, _ in attachments(data)]
        warnings = [f"Bijlage niet gelezen: {name}." for name in names[:_MOST_NAMED]]
        if len(names) > _MOST_NAMED:
            warnings.append(f"En nog {len(names) - _MOST_NAMED} bijlagen.")
        return DraftDocument(head + body.drafts, properties=properties, warnings=warnings)


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a message's attachments as (name, bytes); a forwarded message is one, named by its subject.

    Pictures that the text shows in place are none.

    Raises:
        DamagedDocumentError: It has none of the header fields of a message.
    """
    for number, part in enumerate(_parts(_message(data)), start=1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            if isinstance(inner, Message):
                name = re.sub(r"[^\w .,()-]+", " ", _header(inner, "Subject")).strip() or f"bericht {number}"
                yield f"{name[:100]}.eml", inner.as_bytes(policy=policy.compat32)
        elif _is_attached(part):
            yield _file_name(part) or f"bijlage {number}", _bytes(part)


def _message(data: bytes) -> Message:
    try:
        message = message_from_bytes(data.lstrip(b"\r\n\xef\xbb\xbf"), policy=policy.compat32)
    except (*_BROKEN, RecursionError):
        message = EmailMessage()
    if not any(name in message for name in _KNOWN):
        raise DamagedDocumentError(
            "Het bestand is geen leesbaar e-mailbericht: de kop ontbreekt.",
            advice="Sla het bericht in het mailprogramma opnieuw op als .eml.",
        )
    return message


def _parts(message: Message) -> Iterator[Message]:
    """The leaves of a message in their order; a message within it is one leaf."""
    waiting, seen = [message], 0
    while waiting and seen < _MOST_PARTS:
        part, seen = waiting.pop(), seen + 1
        payload = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting += [inner for inner in reversed(payload) if isinstance(inner, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    disposition = (part.get_content_disposition() or "") if _has_disposition(part) else ""
    if disposition == "attachment":
        return True
    shown = bool(part.get("Content-ID")) and part.get_content_maintype() == "image"
    return part.get_content_maintype() not in {"text", "multipart"} and not shown


def _has_disposition(part: Message) -> bool:
    return isinstance(part.get("Content-Disposition"), str)


def _body(message: Message) -> DraftDocument:
    """The text of a message: the first plain part, else the first in HTML; later plain parts follow it."""
    shown = [part for part in _parts(message) if not _is_attached(part)]
    plain = [
        text for part in shown if part.get_content_type() == "text/plain" and (text := _text(part)).strip()
    ]
    if plain:
        return TextParser().parse(_unquoted("\n\n".join(plain)).encode())
    for part in shown:
        if part.get_content_type() == "text/html":
            return HtmlParser().parse(_text(part).encode())
    return DraftDocument([])


def _unquoted(text: str) -> str:
    """Take the ``>`` off lines of an earlier message, parted from the new ones by a blank line."""
    lines: list[str] = []
    before = 0
    for line in text.splitlines():
        match = _QUOTE.match(line)
        depth = match.group(1).count(">") if match else 0
        if depth != before:
            lines.append("")
        lines.append(match.group(2) if match else line)
        before = depth
    return "\n".join(lines)


def _text(part: Message) -> str:
    data = _bytes(part)
    try:
        charset = part.get_content_charset() or "utf-8"
        return data.decode(charset)
    except (*_BROKEN, UnicodeError):
        return data.decode("cp1252", errors="replace")


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _BROKEN:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: Message) -> str:
    try:
        name = str(make_header(decode_header(part.get_filename() or "")))
    except _BROKEN:
        return ""
    return " ".join(clean(name).replace("\\", "/").rsplit("/", 1)[-1].split())[:_LONGEST]


def _properties(message: Message) -> dict[str, str]:
    found = {
        "title": _header(message, "Subject"),
        "author": ", ".join(_people(message, "From")),
        "addressee": ", ".join(_people(message, "To")),
        "date": _date(message),
    }
    found = {name: value for name, value in found.items() if value}
    return found | ({"title_is_declared": "yes"} if "title" in found else {})


def _header(message: Message, name: str) -> str:
    try:
        value = str(make_header(decode_header(str(message.get(name, "")))))
    except _BROKEN:
        value = str(message.get(name, ""))
    return " ".join(clean(value.replace("\n", " ").replace("\r", " ")).split())[:_LONGEST]


def _people(message: Message, name: str) -> list[str]:
    """Names where they are given, else addresses."""
    try:
        pairs = getaddresses([str(value) for value in message.get_all(name, [])])
        people = [str(make_header(decode_header(person))) or address for person, address in pairs]
    except _BROKEN:
        return []
    return [
        " ".join(clean(person).split())[:_LONGEST] for person in people[:_MOST_ADDRESSES] if person.strip()
    ]


def _date(message: Message) -> str:
    """The day on which it was sent, where its sender was."""
    try:
        sent = parsedate_to_datetime(str(message.get("Date", "")))
    except _BROKEN:
        return ""
    return sent.date().isoformat() if isinstance(sent, dt.datetime) else ""
