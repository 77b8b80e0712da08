"""Words that tell whether a clause promises."""

from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM, ONCE, ONGOING, SERVICE

INFINITIVES = ONGOING.infinitives | ONCE.infinitives | INFORM.infinitives | SERVICE.infinitives
DEFINITE = ONCE.infinitives | INFORM.infinitives | {"treden"}
"""Acts that are done once, and towards the Kamer: *in werking laten treden* too."""
PARTICIPLES = {**SERVICE.participles, **ONGOING.participles, **ONCE.participles, **INFORM.participles}
_ALONE = (form for form in INFORM.joined if not form.endswith("en"))
FINITE = frozenset((*INFORM.finite, *ONCE.finite, *ONGOING.finite, *SERVICE.finite, *_ALONE))
"""Forms that are read as a present, among them *terugkom* at the end of a clause."""
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
GOVERNING = MODAL | frozenset(
    ("wil", "willen", "zal", "zullen", "ga", "gaan", "gaat", "laat", "laten", "om", "blijven", "blijft")
)
"""What has an infinitive behind it."""
