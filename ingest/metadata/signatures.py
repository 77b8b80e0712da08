"""Who signed or wrote a document."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.document import Block, BlockKind, Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.offices import PORTFOLIO, ministry, portfolio

_TITLES = r"(?:(?:prof|mr|drs|dr|ing|ir|jhr|bc|dhr)\.?\s?){0,4}"
_NAME = (
    rf"{_TITLES}(?:(?:[A-Z]\s?\.\s?){{1,6}}|[A-Z][a-zà-ÿ-]+ )"
    r"(?:(?:van|de|der|den|di|ten|ter|Van|De)\s){0,3}[A-Z][\w’'à-ÿ-]*[a-zà-ÿ]"
)
_OFFICE = (
    r"(?i:(?:de\s+)?(?P<prime>minister-president)(?:,\s+minister\s+van\s+algemene\s+zaken)?"
    rf"|(?:de\s+)?(?P<rank>minister|staatssecretaris)\s+(?P<word>van|voor)\s+(?P<of>{PORTFOLIO}))(?!\w)"
)
_SIGNED = re.compile(
    r"(?i:hoogachtend,\s+|met vriendelijke groet,\s+)?(?:[Mm]ede namens [^\n]{5,120}?,\s+(?=[Dd]e\s))?"
    rf"(?P<before>{_NAME},?\s+)?(?P<office>{_OFFICE})(?P<rest>[^\n]*)$"
)
_AFTER = re.compile(rf"[,:]?\s*(?P<name>{_NAME})(?:\s[A-Z]{{2,3}})?\s*$")
_BEHALF = re.compile(r"namens deze|a\.?i\.?\b", re.IGNORECASE)
_LONGEST = 220
_ANSWERED = re.compile(
    r"\b(?:Antwoord(?:en)?|Mededeling) van (?P<all>[^()\n]{3,80}\([^()]{2,90}\)"
    r"(?:(?:,?\s+(?:en\s+)?(?:van\s+)?)(?!mede)[^()\n]{3,60}\([^()]{2,90}\))*)"
)
_ANSWERER = re.compile(r"(Minister|Staatssecretaris)\s+([^()]{2,60}?)\s+\(([^()]{2,90})\)")
_HEAD = 3000


def answering(document: ParsedDocument) -> Iterator[Evidence]:
    """Yield those who answer Kamervragen: *Antwoord van Minister Vermeer (Financiën)*."""
    match = _ANSWERED.search(document.text[:_HEAD])
    for found in _ANSWERER.finditer(document.text, *match.span("all")) if match else ():
        of = " ".join(found.group(3).split())
        word = "van" if ministry(of.split(" – ")[0]) else "voor"
        value = f"{found.group(1).lower()} {word} {portfolio(of)} ({' '.join(found.group(2).split())})"
        yield Evidence(value, found.start(), found.end())


def signing(document: ParsedDocument) -> Iterator[Evidence]:
    """Yield those who signed a letter: the office, its holder behind it when the holder signed in person.

    An official who signs on behalf of a minister is not named: the letter is the minister's.
    """
    blocks = [block for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    for index, block in enumerate(blocks):
        length = block.end - block.start
        match = _SIGNED.match(document.text[block.start : block.end]) if length <= _LONGEST else None
        if match and (
            length - match.start("office") < _LONGEST // 2 or "amens" in match["rest"] or match["before"]
        ):
            yield _signature(document, match, blocks[index : index + 2])


def _signature(document: ParsedDocument, match: re.Match[str], blocks: list[Block]) -> Evidence:
    start = blocks[0].start + min(match.start("before") if match["before"] else 10**9, match.start("office"))
    office_end = blocks[0].start + match.end("office")
    office = _office(match)
    if match["before"]:
        return Evidence(f"{office} ({_clean(match['before'])})", start, office_end)
    own = _AFTER.match(match["rest"])
    if own:
        return Evidence(f"{office} ({_clean(own['name'])})", start, office_end + own.end("name"))
    if len(blocks) > 1 and not _BEHALF.search(match["rest"]):
        name = document.text[blocks[1].start : blocks[1].end]
        if re.fullmatch(_NAME, name.strip()):
            return Evidence(f"{office} ({_clean(name)})", start, blocks[1].end)
    return Evidence(office, start, office_end)


def _office(match: re.Match[str]) -> str:
    if match["prime"]:
        return "minister-president"
    return f"{match['rank'].lower()} {match['word'].lower()} {portfolio(match['of'])}"


def _clean(name: str) -> str:
    """A name without titles and split letters.

    >>> _clean("drs. V.L.W .A. Jansen")
    'V.L.W.A. Jansen'
    """
    bare = re.sub(rf"^{_TITLES}", "", name.strip().rstrip(","), flags=re.IGNORECASE)
    return " ".join(re.sub(r"(?<=[A-Z]) \.", ".", bare).split())
