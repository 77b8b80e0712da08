"""Examples for OpenAPI; a test holds each of them against its form."""

from pydantic.config import JsonDict

CITATION: JsonDict = {
    "document_id": "3c3f9f883bb38cbb",
    "title": "Voortgang Regio Deal",
    "kind": "voortgangsrapportage",
    "date": "2025-06-20",
    "source": "voortgang.pdf",
    "page_first": 2,
    "page_last": 2,
    "printed": None,
    "section": ["3. Circular Chemelot"],
    "label": "Voortgang Regio Deal, 20 juni 2025, p. 2",
    "url": None,
    "start": 1042,
    "end": 1088,
    "confidence": None,
}
_TEXT = "Een hindernis is het tekort aan netcapaciteit."
SEARCH: JsonDict = {
    "query": "netcapaciteit Chemelot",
    "answered": True,
    "took_ms": 12.3,
    "results": [
        {
            "rank": 1,
            "score": 0.83,
            "passage_id": "3c3f9f883bb38cbb-0f12ab34",
            "text": _TEXT,
            "quotes": [{"text": _TEXT, "start": 0, "end": 46}],
            "highlights": [[32, 45]],
            "footnotes": [],
            "citation": CITATION,
            "why": {
                "lexical": 1.9,
                "dense": 2.1,
                "terms": ["netcapaciteit"],
                "words": [
                    {"asked": "netcapaciteit", "found": ["netcapaciteit"], "how": "exact", "where": "text"},
                    {"asked": "Chemelot", "found": ["Chemelot"], "how": "exact", "where": "heading"},
                ],
                "missing": [],
                "effects": [{"name": "meaning", "value": 1.26}, {"name": "words", "value": 0.76}],
                "told": "‘netcapaciteit’ staat er letterlijk; ‘Chemelot’ letterlijk in de titel of een kop. "
                "De passage past qua betekenis zeer goed bij de vraag.",
            },
            "versions": [],
        }
    ],
    "message": None,
    "notes": [],
    "total": 1,
    "next": None,
    "facets": None,
}
PASSAGE: JsonDict = {
    "passage_id": "3c3f9f883bb38cbb-0f12ab34",
    "text": _TEXT,
    "sentences": [[0, 46]],
    "footnotes": [],
    "citation": CITATION,
    "places": [{"page": 2, "box": [70.9, 512.3, 301.4, 523.1]}],
}
DOCUMENT: JsonDict = {
    "id": "3c3f9f883bb38cbb",
    "title": "Voortgang Regio Deal",
    "kind": "voortgangsrapportage",
    "date": "2025-06-20",
    "source": "voortgang.pdf",
    "pages": 4,
    "passages": 17,
    "sources": ["voortgang.pdf"],
    "language": "nl",
    "url": None,
    "organisations": ["Gemeente Sittard-Geleen"],
    "dossiers": ["29826"],
    "warnings": [],
    "authors": ["minister van Klimaat en Groene Groei (W. Vermeer)"],
    "addressees": ["voorzitter van de Tweede Kamer der Staten-Generaal"],
    "departments": ["Directoraat-generaal Realisatie"],
    "kenmerk": "DGR / 10012345",
    "uw_kenmerk": None,
    "kamerstukken": ["kst-29826-211"],
    "session_year": None,
    "evidence": {"date": [{"value": "2025-06-20", "start": 6, "end": 18}]},
}
STATUS: JsonDict = {
    "status": "ready",
    "snapshot": 7,
    "passages": 1284,
    "model": "multilingual-e5-small-q4@0f12ab34cd56",
}
