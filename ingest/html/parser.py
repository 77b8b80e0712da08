"""HTML pages: the text of the page itself, without navigation, banners and scripts; never rendered."""

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.drafts import DraftDocument
from beleidszoeker.ingest.html.banners import without_banners
from beleidszoeker.ingest.html.notes import find_notes
from beleidszoeker.ingest.html.walk import Walk
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.lengths import check_length
from beleidszoeker.ingest.text.parser import decode

_DATE_META = ("DCTERMS.issued", "DCTERMS.modified", "article:published_time", "date")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_MOST_TAGS = 3_000_000
_DEEPEST = 5_000
_NESTING = re.compile(
    r"<(/?)(?:a|abbr|article|aside|b|big|blockquote|button|center|code|del|details|dir|div|dl|em|fieldset|font|form"
    r"|i|ins|label|main|mark|math|nav|nobr|object|ol|q|s|section|small|span|strike|strong|sub|sup|svg|table|template|tt"
    r"|u|ul)(?=[\s/>])",
    re.IGNORECASE,
)
"""Tags that stay open until they are closed; *p* and *li* close each other."""


class HtmlParser:
    """Parses HTML; it has no pages."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a page into drafts; its title, language, address and date become properties.

        Raises:
            LimitExceededError: It is too large, or nests its elements too deep.
        """
        text = decode_html(data)
        _check(text)
        tree = LexborHTMLParser(text)
        properties = _properties(tree)
        root = _content(tree)
        if root is None:
            return DraftDocument([], properties=properties)
        notes = find_notes(root)
        drafts = Walk(root, notes).drafts()
        check_length(drafts)
        return DraftDocument(without_banners(drafts) + notes.drafts, properties={**properties, "web": "yes"})


def decode_html(data: bytes) -> str:
    """Decode by byte-order mark, as UTF-8 where it is that, else as the page declares, else as Windows-1252.

    What calls itself Latin-1 is read as Windows-1252, as browsers do (WHATWG Encoding Standard).
    """
    declared = _DECLARED.search(data[:_HEAD])
    name = declared.group(1).decode("ascii", "replace") if declared else ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    single_byte = codec.startswith(("iso8859-", "cp125", "koi8", "mac")) and codec != "iso8859-1"
    try:
        return decode(data) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(codec, errors="replace") if single_byte else decode(data)


def _check(text: str) -> None:
    """Refuse what would cost minutes: parsing takes time with the square of the depth."""
    if text.count("<") > _MOST_TAGS:
        raise LimitExceededError("De pagina telt te veel elementen.", advice="Splits haar in delen.")
    depth = 0
    for tag in _NESTING.finditer(text):
        depth = max(depth + (-1 if tag.group(1) else 1), 0)
        if depth > _DEEPEST:
            raise LimitExceededError(
                "De pagina is te diep genest.", advice="Bewaar haar opnieuw, of bied de PDF of tekst aan."
            )


def _properties(tree: LexborHTMLParser) -> dict[str, str]:
    found = {}
    heading = tree.css_first("main h1") or tree.css_first("article h1") or tree.css_first("h1")
    name = heading or tree.css_first("title")
    if name and (title := clean(name.text()).strip()):
        found["title"] = " ".join(title.split())
    if heading:
        found["title_is_declared"] = "yes"
    html = tree.css_first("html")
    if html and html.attributes.get("lang"):
        found["language"] = html.attributes["lang"] or "nl"
    canonical = tree.css_first("link[rel=canonical]")
    address = (canonical.attributes.get("href") if canonical else "") or ""
    if address.startswith(("https://", "http://")):
        found["url"] = address
    for meta in tree.css("meta"):
        if (meta.attributes.get("name") or meta.attributes.get("property")) in _DATE_META:
            found.setdefault("date", meta.attributes.get("content") or "")
    return found


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    """The main part of the page; one of several articles is not the page."""
    main = tree.css_first("main") or tree.css_first("[role=main]")
    articles = [] if main else tree.css("article")
    return main or (articles[0] if len(articles) == 1 else tree.body)
