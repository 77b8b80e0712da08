"""``/zoekopdrachten/feed/{feed}.atom``: what a search told of, for feed readers (Atom, RFC 4287).

Whoever knows the address of a feed may read it; it leads to no page on which the search can be changed.
"""

import hashlib
from collections.abc import Sequence
from typing import Annotated
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Header, Path, Request, Response

from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.pages.saved.links import state_of
from beleidszoeker.api.pages.saved.showing import Shown, shown
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.index.desk.searches import SavedSearch, find_by_feed, read_alerts
from beleidszoeker.search.alerting.telling import quote_line

router = APIRouter()
_NAMESPACE = "http://www.w3.org/2005/Atom"
_TYPE = "application/atom+xml; charset=utf-8"
_MOST = 100
_GONE = "Dit document staat niet meer in de bibliotheek."


@router.get("/zoekopdrachten/feed/{feed}.atom")
def feed(
    request: Request,
    service: ServiceDependency,
    feed: Annotated[str, Path(max_length=100)],
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Return what a search told of as a feed, the newest alert first."""
    with service.desk.reading() as desk:
        search = find_by_feed(desk, feed)
        alerts = read_alerts(desk, search.id, count=_MOST)
    site = site_of(request)
    written = written_feed(search, shown(service.reader, search, alerts, site), site)
    tag = f'"{hashlib.sha256(written).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "x-robots-tag": "noindex"}
    if tag in [given.strip().removeprefix("W/") for given in (if_none_match or "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(written, media_type=_TYPE, headers=headers)


def written_feed(search: SavedSearch, alerts: Sequence[Shown], site: str) -> bytes:
    """Write a feed.

    Args:
        search: Whose.
        alerts: What it told of, the newest first.
        site: Address of this service.
    """
    ET.register_namespace("", _NAMESPACE)
    root = ET.Element(f"{{{_NAMESPACE}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "nl"})
    _text(root, "id", f"urn:beleidszoeker:feed:{search.feed}")
    _text(root, "title", search.title)
    _text(root, "subtitle", f"Nieuwe documenten die passen bij: {search.query}")
    _text(root, "updated", search.changed)
    _text(_text(root, "author", ""), "name", "Beleidszoeker")
    _text(root, "generator", "Beleidszoeker")
    own = f"{site}/zoekopdrachten/feed/{search.feed}.atom"
    _link(root, "self", own, "application/atom+xml")
    _link(root, "alternate", site + state_of(search.query, search.filters).address, "text/html")
    for alert in alerts:
        _entry(root, search, alert)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def _entry(root: ET.Element, search: SavedSearch, alert: Shown) -> None:
    entry, citation = _text(root, "entry", ""), alert.said["citation"]
    _text(entry, "id", f"urn:beleidszoeker:feed:{search.feed}:{citation['document_id']}")
    _text(entry, "title", citation["label"])
    _text(entry, "updated", alert.found)
    _text(entry, "published", alert.found)
    _link(entry, "alternate", alert.link, "text/html")
    _text(entry, "summary", " ".join(filter(None, (alert.why, _GONE if alert.gone else ""))))
    _text(entry, "content", f"“{quote_line(alert.said)}”\n\n{citation['label']}").set("type", "text")
    entry.append(ET.Element(f"{{{_NAMESPACE}}}category", {"term": citation["kind"]}))


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    """Add an element with text; characters that XML cannot hold are left out."""
    added = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    added.text = "".join(char for char in text if _is_xml(char)) or None
    return added


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, f"{{{_NAMESPACE}}}link", {"rel": rel, "href": href, "type": kind})


def _is_xml(char: str) -> bool:
    """Tell whether XML 1.0 holds a character (section 2.2)."""
    return char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
