"""The gazetteer that ships with the product."""

import re
from itertools import chain

import pytest

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.forms import marked
from beleidszoeker.ingest.knowledge.names.gazetteer import gazetteer

PROVINCES, MUNICIPALITIES, WATER_BOARDS = 12, 342, 21


def test_ids_are_slugs() -> None:
    """An id is a slug, and no two entries share one."""
    ids = [entry.id for entry in gazetteer()]
    assert len(ids) == len(set(ids)) == len(gazetteer()) > 900
    assert [each for each in ids if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", each)] == []


def test_no_marks_are_left() -> None:
    """What is shown of an entry holds none of the marks of its file."""
    names = chain.from_iterable(entry.names for entry in gazetteer())
    assert [name for name in names if not name or set(name) & set("?=*;\t") or name != name.strip()] == []


def test_identifiers_are_addresses_of_the_register() -> None:
    """Each identifier is one of the register of the government, and stands at one entry."""
    found = [entry.identifier for entry in gazetteer() if entry.identifier]
    assert len(found) == len(set(found)) > 400
    assert all(each.startswith("https://identifier.overheid.nl/tooi/id/") for each in found)


@pytest.mark.parametrize(
    ("register", "count"),
    [("provincie", PROVINCES), ("gemeente", MUNICIPALITIES), ("waterschap", WATER_BOARDS)],
)
def test_public_bodies_are_complete(register: str, count: int) -> None:
    """All provinces, municipalities and water boards are there, each with its identifier."""
    assert sum(f"/{register}/" in (entry.identifier or "") for entry in gazetteer()) == count


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("NOVEX", "novex"),
        ("Nationale Omgevingsvisie", "novi"),
        ("Meerjarenprogramma Infrastructuur Energie en Klimaat", "miek"),
        ("pMIEK", "pmiek"),
        ("peh", "peh"),
        ("PICLS", "picls"),
        ("Nationaal Programma Verduurzaming Industrie", "npvi"),
        ("VAWOZ", "vawoz"),
        ("nplg", "nplg"),
        ("Just Transition Fund", "jtf"),
        ("IRM", "irm"),
        ("MIRT", "mirt"),
        ("RMT", "rmt"),
        ("Integraal Zorgakkoord", "iza"),
        ("regio deals", "regio-deal"),
        ("Woondeal", "woondeal"),
        ("Town Deal", "town-deal"),
        ("maatwerkafspraak", "maatwerkafspraken"),
        ("Nota Ruimte", "nota-ruimte"),
        ("Klimaatakkoord", "klimaatakkoord"),
        ("Delta-Rhine Corridor", "drc"),
        ("Landelijk Actieprogramma Netcongestie", "lan"),
        ("Noordzeekanaalgebied", "nzkg"),
        ("Smart Delta Resources", "zeeland-west-brabant"),
        ("EZK", "min-ezk"),
        ("gemeente Sittard-Geleen", "gemeente-sittard-geleen"),
    ],
)
def test_entries_are_found_by_each_of_their_names(name: str, entry: str) -> None:
    """A name in any capitals, an abbreviation or another name leads to the entry."""
    assert [each.id for each in gazetteer().find(name)] == [entry]
    assert gazetteer().entry(entry) in gazetteer().find(name)


def test_unknown_names_are_not_found() -> None:
    """What is no name, or part of one alone, leads nowhere."""
    assert gazetteer().find("Programma") == gazetteer().find("") == ()
    assert gazetteer().entry("nergens") is None


def test_every_kind_has_entries() -> None:
    """There are programmes, clusters, places, organisations and themes."""
    assert {entry.kind for entry in gazetteer()} == set(NameKind)


def test_a_cell_without_a_name_is_refused() -> None:
    """A mark with no name behind it is an error of the file, and is told."""
    with pytest.raises(ValueError, match="No name"):
        marked("??", NameKind.PROGRAMME)
