"""Words that tell whether a clause promises."""

from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM, ONCE, ONGOING

INFINITIVES = ONGOING.infinitives | ONCE.infinitives | INFORM.infinitives
PARTICIPLES = {**ONGOING.participles, **ONCE.participles, **INFORM.participles}
FINITE = frozenset((*INFORM.finite, *ONCE.finite, *ONGOING.finite))
KAMER = frozenset(("kamer", "kamers", "kamerleden", "kamercommissie", "staten-generaal"))
IN_TEXT = frozenset(
    (
        "brief",
        "kamerbrief",
        "bijlage",
        "paragraaf",
        "hoofdstuk",
        "antwoord",
        "antwoorden",
        "beantwoording",
        "memorie",
        "fiche",
    )
)
HERE = frozenset(
    ("excuses", "verontschuldigingen", "dank", "hierbij", "hiermee", "bijgaand", "hieronder", "onderstaande")
)
NOW = wordlist("""
    momenteel nu reeds al inmiddels steeds regelmatig thans hiermee daarmee altijd vaak meestal soms
    doorgaans hieronder hierboven bovenstaande nog-steeds voortdurend continu vooralsnog dagelijks
    maandelijks jaarlijks normaliter ondertussen tegenwoordig intussen zonodig
    """)
OFTEN = frozenset(("regelmaat", "regelmatig", "steeds", "telkens", "doorgaans"))
MODAL = frozenset(("kan", "kunnen", "moet", "moeten", "mag", "mogen", "zou", "zouden", "dient", "dienen"))
PERFECT = frozenset(
    ("heb", "heeft", "hebben", "had", "hadden", "is", "zijn", "was", "waren", "werd", "werden")
)
