"""Recognising text in pictures of pages; knows nothing of PDF."""

from beleidszoeker.ingest.ocr.base import Engine, Picture, Recognised, TextLine, Word
from beleidszoeker.ingest.ocr.recogniser import Recogniser, recogniser, system_recogniser, use
from beleidszoeker.ingest.ocr.scripted import ScriptedEngine
from beleidszoeker.ingest.ocr.tesseract import INSTALL, find_tesseract

__all__ = [
    "INSTALL",
    "Engine",
    "Picture",
    "Recognised",
    "Recogniser",
    "ScriptedEngine",
    "TextLine",
    "Word",
    "find_tesseract",
    "recogniser",
    "system_recogniser",
    "use",
]
