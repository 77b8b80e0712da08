"""What is wrong with a request, in one Dutch sentence that names the parameter or field."""

from http import HTTPStatus
from typing import Any, NamedTuple

_REASONS = {
    "missing": "hij ontbreekt",
    "int_parsing": "geef een geheel getal",
    "int_type": "geef een geheel getal",
    "int_from_float": "geef een geheel getal",
    "bool_parsing": "geef true of false",
    "bool_type": "geef true of false",
    "string_type": "geef tekst",
    "string_unicode": "geef tekst",
    "list_type": "geef een lijst",
    "enum": "kies uit {expected}",
    "literal_error": "kies uit {expected}",
    "greater_than_equal": "geef minstens {ge}",
    "less_than_equal": "geef hooguit {le}",
    "string_too_long": "geef hooguit {max_length} tekens",
    "string_too_short": "geef minstens {min_length} tekens",
    "too_long": "geef er hooguit {max_length}",
    "too_short": "geef er minstens {min_length}",
    "extra_forbidden": "zo'n veld is er niet",
}
_OTHER = "deze waarde past hier niet"
_OF_OBJECTS = {"model_attributes_type", "model_type", "dict_type", "dataclass_type"}


class Complaint(NamedTuple):
    """Why a request is refused.

    Attributes:
        status: HTTP status.
        code: Stable English name.
        detail: A Dutch sentence; empty for the status' own.
    """

    status: HTTPStatus
    code: str
    detail: str


def complaint(error: dict[str, Any], content_type: str) -> Complaint:
    """Read the first error that pydantic found in a request."""
    place = error["loc"]
    if place[0] != "body":
        return _unusable(f"De parameter '{_dotted(place)}'", error)
    if error["type"] == "json_invalid":
        return _invalid("De inhoud van het verzoek is geen JSON.")
    if len(place) > 1:
        return _unusable(f"Het veld '{_dotted(place)}'", error)
    if error["type"] in _OF_OBJECTS and "json" not in content_type:
        return Complaint(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "")
    return _invalid("Het verzoek vraagt om een JSON-object als inhoud.")


def _unusable(what: str, error: dict[str, Any]) -> Complaint:
    reason = _REASONS.get(error["type"], _OTHER).format(**error.get("ctx", {}))
    return Complaint(
        HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-parameter", f"{what} is onbruikbaar: {reason}."
    )


def _invalid(detail: str) -> Complaint:
    return Complaint(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-content", detail)


def _dotted(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in place[1:])
