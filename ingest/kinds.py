"""Which kinds of document there are."""

KINDS = {
    "kamerbrief": "Kamerbrief",
    "nota": "Nota",
    "beantwoording-kamervragen": "Beantwoording Kamervragen",
    "schriftelijk-overleg": "Schriftelijk overleg",
    "motie": "Motie",
    "bnc-fiche": "BNC-fiche",
    "woo-besluit": "Woo-besluit",
    "convenant": "Convenant",
    "voortgangsrapportage": "Voortgangsrapportage",
    "programmapagina": "Programmapagina",
    "coalitieakkoord": "Coalitieakkoord",
    "rapport": "Rapport",
    "handelingen": "Handelingen",
    "regeling": "Wet- en regelgeving",
    "besluitenlijst": "Besluitenlijst",
    "bijlage": "Bijlage",
    "overig": "Document",
}
"""Kind → how a citation calls it."""
