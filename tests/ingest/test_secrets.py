"""Parsers read hostile files: what they need not know, they are not told."""

import pytest

from beleidszoeker.ingest.sandbox.secrets import without_secrets


def test_parsers_get_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the key that opens the library's management nor that of the language model."""
    monkeypatch.setenv("BELEIDSZOEKER_ADMIN_KEY", "geheim-van-beheer")
    monkeypatch.setenv("BELEIDSZOEKER_ANSWERS_KEY", "geheim-van-model")
    monkeypatch.setenv("BELEIDSZOEKER_OCR", "off")
    given = without_secrets()
    assert not any("geheim" in value for value in given.values())
    assert given["BELEIDSZOEKER_OCR"] == "off"
