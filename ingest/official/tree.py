"""Bytes to an XML tree, without entities, network or unbounded depth."""

from contextlib import suppress
from html.entities import html5

from lxml import etree

from beleidszoeker.errors import DamagedDocumentError, LimitExceededError

_MOST_ELEMENTS = 2_000_000
_DEEPEST = 100
_TWICE_ENCODED_MARK = "ï»¿"
_AGAIN = "Haal het bestand opnieuw op bij zoek.officielebekendmakingen.nl of wetten.overheid.nl."
_OTHER_FORM = "Bied in plaats daarvan de PDF van deze publicatie aan."


def undo_double_encoding(data: bytes) -> tuple[bytes, bool]:
    r"""Undo that UTF-8 was read as Latin-1 and written as UTF-8 again; tell whether it was so.

    The proof is the byte-order mark, which then stands there as three letters, and that every character of
    the file makes the way back.

    >>> undo_double_encoding("\ufeffFinanciën".encode().decode("latin-1").encode())[0].decode("utf-8-sig")
    'Financiën'
    """
    if not data.startswith(_TWICE_ENCODED_MARK.encode()):
        return data, False
    for encoding in ("latin-1", "cp1252"):
        with suppress(UnicodeError):
            once = data.decode("utf-8").encode(encoding)
            once.decode("utf-8")
            return once, True
    return data, False


def read_tree(data: bytes) -> etree._Element:
    """Return the root element.

    Raises:
        DamagedDocumentError: It is no well-formed XML, or it declares entities.
        LimitExceededError: It has too many elements or nests them too deep.
    """
    if data.count(b"<") > 2 * _MOST_ELEMENTS:  # before the tree, which costs a hundred times the bytes
        raise LimitExceededError("De XML telt te veel elementen.", advice=_OTHER_FORM)
    if b"<!ENTITY" in data:
        raise _entities()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(error) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise _entities()  # in an encoding in which the look at the bytes does not see them
    _check_depth(root)
    return root


def named_character(entity: etree._Entity) -> str:
    """Return the character that ``&eacute;`` and the like stand for, else nothing."""
    return html5.get(f"{entity.name};", "")


def _entities() -> DamagedDocumentError:
    return DamagedDocumentError(
        "De XML bepaalt eigen entiteiten (<!ENTITY>); die worden voor de veiligheid niet gelezen.",
        advice=f"{_AGAIN} Officiële publicaties hebben ze niet nodig.",
    )


def _refusal(error: etree.XMLSyntaxError) -> DamagedDocumentError | LimitExceededError:
    reason = str(error).lower()
    if "huge" in reason or "excessive depth" in reason or "amplification" in reason:
        return LimitExceededError("De XML is te diep genest of heeft te lange delen.", advice=_OTHER_FORM)
    return DamagedDocumentError(
        f"Het bestand is geen goed gevormde XML (regel {error.lineno or 1}).", advice=_AGAIN
    )


def _check_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise LimitExceededError("De XML is te diep genest.", advice=_OTHER_FORM)
