"""What people say of a document beside it: values that go before those read from its content."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.ingest.knowledge.references.years import session_year
from beleidszoeker.ingest.metadata.dates import dates
from beleidszoeker.ingest.metadata.kamerstukken import publications
from beleidszoeker.ingest.prepared import PreparedDocument

_LONGEST, _MOST = 1000, 200
_LISTS = ("organisations", "departments", "authors", "addressees", "dossiers", "kamerstukken")
_NEEDED = ("title", "kind", "language")
_NAMES = {
    "title": "titel",
    "date": "datum",
    "kind": "soort",
    "organisations": "organisation organisatie organisaties",
    "departments": "department afdeling afdelingen directie",
    "authors": "author auteur auteurs",
    "addressees": "addressee geadresseerde geadresseerden",
    "kenmerk": "ons_kenmerk",
    "uw_kenmerk": "",
    "dossiers": "dossier",
    "kamerstukken": "kamerstuk",
    "session_year": "vergaderjaar",
    "language": "taal",
    "url": "",
}
"""Field → other names that it goes by, in Dutch or in the singular."""
_FIELDS = {name: field for field, others in _NAMES.items() for name in (field, *others.split())}

Value = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Override:
    """Values for some fields of a document's metadata.

    Attributes:
        values: Field of ``Metadata`` → value; ``None`` or ``()`` says that the document has none.
        warnings: What was wrong with them, in Dutch, each naming file and field.
    """

    values: Mapping[str, Value]
    warnings: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """A digest of all that it says; empty when it says nothing."""
        if not self.values and not self.warnings:
            return ""
        said = json.dumps([dict(self.values), self.warnings], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(said.encode()).hexdigest()

    def over(self, other: "Override") -> "Override":
        """Return both, this one's values before the other's."""
        return Override({**other.values, **self.values}, other.warnings + self.warnings)

    def apply(self, prepared: PreparedDocument) -> PreparedDocument:
        """Return the document with these values in its metadata, and the warnings among its own."""
        fields: dict[str, Any] = {name: _as_metadata(name, value) for name, value in self.values.items()}
        document = replace(prepared.document, warnings=prepared.document.warnings + self.warnings)
        return replace(prepared, document=document, metadata=replace(prepared.metadata, **fields))


def read_values(given: Mapping[str, object], *, source: str) -> Override:
    """Check values one by one; a wrong one costs itself alone and gives a warning.

    Args:
        given: Name of the field, English or Dutch, → a string, a list of strings, or ``None`` for none.
        source: The file that says so, for the warnings.
    """
    values: dict[str, Value] = {}
    warnings: list[str] = []
    for name, value in given.items():
        try:
            field = _field(name)
            values[field] = _checked(field, value)
        except ValueError as error:
            warnings.append(f"{source}: veld '{name[:40]}' is overgeslagen: {error}.")
    return Override(values, tuple(warnings))


def _field(name: str) -> str:
    field = _FIELDS.get(re.sub(r"[\s-]+", "_", name.strip().lower()))
    if field is None:
        raise ValueError("dit veld bestaat niet")
    return field


def _as_metadata(field: str, value: Value) -> Any:
    if field == "url" or value is None:
        return value
    return tuple(map(Evidence, value)) if isinstance(value, tuple) else Evidence(value)


def _checked(field: str, value: object) -> Value:
    if field in _LISTS:
        given = [] if value is None else value if isinstance(value, list) else [value]
        if len(given) > _MOST:
            raise ValueError(f"meer dan {_MOST} waarden")
        return tuple(dict.fromkeys(_CHECKS.get(field, _text)(_text(item)) for item in given))
    if value is None:
        if field in _NEEDED:
            raise ValueError("dit veld kan niet leeg zijn")
        return None
    return _CHECKS.get(field, _text)(_text(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("de waarde is geen tekst")  # noqa: TRY004 - all that is wrong with a value is one kind
    text = " ".join(value.split())
    if not text or len(text) > _LONGEST or not text.isprintable():
        raise ValueError(f"de waarde is leeg, langer dan {_LONGEST} tekens of onleesbaar")
    return text


def _date(text: str) -> str:
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    written = "-".join(reversed(iso.groups())) if iso else text
    found = [value for value, start, end in dates(written) if (start, end) == (0, len(written))]
    if not found:
        raise ValueError(f"'{text[:40]}' is geen datum; schrijf 2025-06-20")
    return found[0]


def _kind(text: str) -> str:
    by_name = {name.casefold(): kind for kind, name in KINDS.items()} | {kind: kind for kind in KINDS}
    if text.casefold() not in by_name:
        raise ValueError(f"'{text[:40]}' is geen soort; kies uit {', '.join(KINDS)}")
    return by_name[text.casefold()]


def _language(text: str) -> str:
    match = re.fullmatch(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?", text.lower())
    if not match:
        raise ValueError(f"'{text[:40]}' is geen taalcode; schrijf nl, nl-BE, en of de")
    return "nl-BE" if match.groups() == ("nl", "be") else match.group(1)


def _session(text: str) -> str:
    match = re.fullmatch(r"(\d{4})\s*[-/–]\s*(\d{4}|\d\d)", text)
    found = session_year(*match.groups()) if match else None
    if not found:
        raise ValueError(f"'{text[:40]}' is geen vergaderjaar; schrijf 2024-2025")
    return found


def _dossier(text: str) -> str:
    found = publications(f"Kamerstuk {text}").dossiers
    if len(found) != 1:
        raise ValueError(f"'{text[:40]}' is geen dossiernummer; schrijf 29826 of 36410-XIII")
    return found[0]


def _kamerstuk(text: str) -> str:
    found = publications(text).identifiers or publications(f"Kamerstuk {text}").identifiers
    if len(found) != 1:
        raise ValueError(f"'{text[:40]}' is geen Kamerstuk; schrijf 29826-211 of kst-29826-211")
    return found[0]


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise ValueError("dit is geen adres dat met http:// of https:// begint")
    return text


_CHECKS: Mapping[str, Callable[[str], str]] = {
    "date": _date,
    "kind": _kind,
    "language": _language,
    "session_year": _session,
    "dossiers": _dossier,
    "kamerstukken": _kamerstuk,
    "url": _url,
}
