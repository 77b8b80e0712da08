"""Words broken over two lines."""

import pytest

from beleidszoeker.ingest.language.addresses import HYPHENS
from beleidszoeker.ingest.language.hyphens import Vocabulary, join


def joined(before: str, after: str, *context: str) -> str:
    glue = join(before, after, Vocabulary(context))
    kept = before.rstrip(HYPHENS) if before[-1] in HYPHENS else before
    return kept + glue + after


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("netcapaci-", "teit", "netcapaciteit"),
        ("rijksover-", "heid", "rijksoverheid"),
        ("een geautoma\u0002", "tiseerde machine", "een geautomatiseerde machine"),
        ("de duur\ufffe", "zaamste", "de duurzaamste"),
        ("ruim\u00ad", "telijk", "ruimtelijk"),
        ("gehandi\u0002", "captenorganisaties", "gehandicaptenorganisaties"),
        ("de duurzame om-", "en bijscholing", "de duurzame om- en bijscholing"),
        ("in- en uit-", "gaand", "in- en uitgaand"),
        ("Noord-,", "Midden- en Zuid-Limburg", "Noord-, Midden- en Zuid-Limburg"),
        ("in Noord-", ", Midden- en Zuid-Limburg", "in Noord- , Midden- en Zuid-Limburg"),
        ("Midden- en Zuid-", "Limburg", "Midden- en Zuid-Limburg"),
        ("grond-", "en oppervlaktewater", "grond- en oppervlaktewater"),
        ("duurzaamheids-", "of klimaatdoelen", "duurzaamheids- of klimaatdoelen"),
        ("voer-", "en/of watertekort", "voer- en/of watertekort"),
        ("partij-", "en in om de telescoop", "partijen in om de telescoop"),
        ("de energie-", "intensieve industrie", "de energie-intensieve industrie"),
        ("energie\u0002", "infrastructuur", "energie-infrastructuur"),
        ("Eijsden-Mar-", "graten", "Eijsden-Margraten"),
        ("de NOVEX-", "trajecten", "de NOVEX-trajecten"),
        ("Natura 2000-", "gebieden", "Natura 2000-gebieden"),
        ("het Woo\u0002", "verzoek", "het Woo-verzoek"),
        ("de mkb\u0002", "ondernemers", "de mkb-ondernemers"),
        ("een ex\u0002", "wethouder", "een ex-wethouder"),
        ("de ex\u0002", "pert", "de expert"),
        ("CO2-", "opslag", "CO2-opslag"),
        ("de NOx-", "emissies", "de NOx-emissies"),
        ("anti\u0002", "integratief beleid", "anti-integratief beleid"),
        ("een publiek\u0002", "private samenwerking", "een publiek-private samenwerking"),
        ("-mitigatie en financiering-", "in balans", "-mitigatie en financiering- in balans"),
        ("/aerius-web\u0002", "server/src/main", "/aerius-web-server/src/main"),
        (
            "rapport\u2010of\u2010environmentally\u2010",
            "friendly",
            "rapport\u2010of\u2010environmentally-friendly",
        ),
        ("de EU\u0002", "richtlijnen", "de EU-richtlijnen"),
        ("zijn e-", "mail", "zijn e-mail"),
        ("2025-", "2030", "2025-2030"),
        ("hoogwaar", "dige", "hoogwaardige"),
        ("gezondheidsachter", "standen", "gezondheidsachterstanden"),
        ("in 2023 gestelde", "doelstellingen", "in 2023 gestelde doelstellingen"),
        ("Hierdoor", "komt", "Hierdoor komt"),
        ("de hierboven", "genoemde", "de hierboven genoemde"),
        ("het faillissementsrecht", "en de wet", "het faillissementsrecht en de wet"),
        ("verrassende", "uitkomsten", "verrassende uitkomsten"),
        ("ambtelijk/", "bestuurlijk", "ambtelijk/bestuurlijk"),
        ("het kabinet", "zal", "het kabinet zal"),
        ("de minister", "Van der Meer", "de minister Van der Meer"),
        (
            "https://eur-lex.europa.eu/legal-",
            "content/NL/TXT",
            "https://eur-lex.europa.eu/legal-content/NL/TXT",
        ),
        ("https://www.rijksoverheid.nl/", "documenten", "https://www.rijksoverheid.nl/documenten"),
        (
            "zie https://www.pbl.nl/dalende-bodems-stijgende\u0002",
            "kosten.pdf",
            "zie https://www.pbl.nl/dalende-bodems-stijgende-kosten.pdf",
        ),
        ("zie www.rijksoverheid.nl/woo", "De minister", "zie www.rijksoverheid.nl/woo De minister"),
    ],
)
def test_a_broken_word_is_made_whole_and_a_real_hyphen_stays(before: str, after: str, expected: str) -> None:
    """What stands on two lines reads as it would on one."""
    assert joined(before, after) == expected


@pytest.mark.parametrize(
    ("context", "expected"),
    [("de zee-egel leeft hier", "zee-egel"), ("de zeeegel leeft hier", "zeeegel")],
)
def test_the_document_decides_on_its_own_spelling(context: str, expected: str) -> None:
    """A word that the document uses whole, with or without a hyphen, is spelt likewise where it is broken."""
    assert joined("zee-", "egel", context) == expected
