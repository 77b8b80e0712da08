"""What is known of the embedded model before anything of it is read."""

from beleidszoeker.model.facts import Facts
from beleidszoeker.model.prepare import NAME
from beleidszoeker.model.recipe import PROMPTS
from beleidszoeker.model.source import EMBEDDED

FACTS = Facts(
    id=f"{NAME}@{EMBEDDED.sha256[:12]}",
    dimension=384,
    max_tokens=512,
    query_prefix=PROMPTS["query"],
    passage_prefix=PROMPTS["passage"],
)
