"""To whom something is promised: the Kamer, a committee, a member, a region."""

import re

_KAMER = re.compile(
    r"\b(?:uw|de|beide)\s{1,3}(?P<which>Tweede\s{1,3}|Eerste\s{1,3})?(?:vaste\s{1,3})?"
    r"(?P<kamer>Kamers?|(?:vaste\s)?(?:Kamer)?commissie)(?![-\w])|\bTweede\s{1,3}Kamer\b",
)
_MEMBER = re.compile(
    r"\b(?:het|de)\s{1,3}(?:Kamer)?(?:lid|leden)\s{1,3}(?:(?:van|de|der|den|ten|ter|Van|De)\s){0,3}[A-Z][\w’'à-ÿ-]{1,30}"
)
_REGION = re.compile(
    r"\b(?:aan|met)\s{1,3}(?P<who>de\s{1,3}(?:regio[’']?s?|provincies?|gemeenten?|medeoverheden|waterschappen))\b"
)
_YOU = re.compile(r"\b[uU]\b(?!\s?\.)")


def find_recipient(sentence: str, *, to_kamer: bool) -> tuple[str, int, int] | None:
    """Return to whom a sentence promises, with the place in the sentence; ``None`` where it is not said.

    Args:
        sentence: As it stands in the document.
        to_kamer: Whether *u* in this document is the Kamer.
    """
    if found := _KAMER.search(sentence):
        first = (found["which"] or "").startswith("Eerste")
        name = (
            "commissie"
            if (found["kamer"] or "").endswith("commissie")
            else "Eerste Kamer"
            if first
            else "Tweede Kamer"
        )
        return name, found.start(), found.end()
    if found := _MEMBER.search(sentence):
        return " ".join(found.group().split()), found.start(), found.end()
    if to_kamer and (found := _YOU.search(sentence)):
        return "Tweede Kamer", found.start(), found.end()
    if found := _REGION.search(sentence):
        return " ".join(found["who"].split()), found.start("who"), found.end("who")
    return None
