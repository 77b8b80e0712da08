"""Who acts in a sentence: the speaker, the government, its agencies, a region, or somebody else."""

from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist
from beleidszoeker.ingest.metadata.offices import MINISTRIES

MINISTER, CABINET, REGION, OTHER = "minister", "cabinet", "region", "other"
_SHORTEST = 3
SHORT_NAMES = frozenset(
    short.lower() for shorts in MINISTRIES.values() for short in shorts if len(short) >= _SHORTEST
) - {"def", "fin"}
_PRONOUNS = {"ik": "ik", "wij": "wij", "we": "wij", "jij": ""}
_CABINET = frozenset(("kabinet", "regering", "rijk", "rijksoverheid", "overheid", "nederland"))
_RANKS = frozenset(
    ("minister", "staatssecretaris", "minister-president", "bewindspersoon", "bewindspersonen", "ministers")
)
_MINISTRY = frozenset(("ministerie", "departement", "ministeries", "departementen"))
AGENCIES = wordlist("""
    rvo rivm nza ilt igj nvwa uwv duo svb ind coa dji rws rijkswaterstaat staatsbosbeheer belastingdienst
    douane knmi rdi dienst inspectie arbeidsinspectie onderwijsinspectie zorginstituut cjib rijksdienst
    dictu nctv mivd aivd kadaster nlr tno deltares
    """)
"""Bodies that carry out, by the word they are known by."""
_REGION = wordlist("""
    regio partners partijen programmapartners regiopartners gemeente gemeenten provincie provincies
    waterschap waterschappen college gedeputeerde stuurgroep programmateam programmabureau burgemeester
    wethouder dagelijks bestuur gemeenteraad projectteam samenwerkingspartners regiodeal
    """)
_ARTICLES = frozenset(("de", "het", "mijn", "dit", "deze", "ons", "onze", "beide", "'t", "een"))
_ADJECTIVES = wordlist("""
    huidige nieuwe volgende demissionair demissionaire coördinerend nederlandse gezamenlijke betrokken
    """)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts.

    Attributes:
        role: ``minister``, ``cabinet``, ``region`` or ``other``.
        first: The first word.
        end: One past the last.
        pronoun: ``ik`` or ``wij`` where it is one: who that is, the document tells.
    """

    role: str
    first: int
    end: int
    pronoun: str = ""


def read_actor(tokens: Tokens, at: int) -> Actor | None:
    """Return the actor whose name begins at a place; ``None`` where none that may promise does."""
    word = tokens.word(at)
    if pronoun := _PRONOUNS.get(word):
        return Actor(MINISTER if pronoun == "ik" else CABINET, at, at + 1, pronoun)
    head = at
    while tokens.word(head) in _ARTICLES or tokens.word(head) in _ADJECTIVES:
        head += 1
    if head - at > 3:  # noqa: PLR2004 - an article and two adjectives
        return None
    return _named(tokens, at, head)


def _named(tokens: Tokens, at: int, head: int) -> Actor | None:
    word = tokens.word(head)
    if word in _RANKS or word in _MINISTRY:
        return Actor(MINISTER, at, office_end(tokens, head))
    if word in _CABINET and tokens.joined(head + 1, head + 3) in {"en regio", "en partners"}:
        return Actor(CABINET, at, head + 3)
    role = next((role for words, role in _ROLES if word in words), None)
    colleague = word in _COLLEAGUES and tokens.word(at) in {"mijn", "onze"}
    if colleague or (word in SHORT_NAMES and tokens.written[head][:1].isupper()):
        role = MINISTER
    return Actor(role, at, head + 1) if role else None


_ROLES = ((_CABINET, CABINET), (AGENCIES, OTHER), (_REGION, REGION))
_COLLEAGUES = frozenset(("collega", "ambtgenoot", "ambtgenoten"))
_OF = frozenset(("van", "voor"))
_LONGEST_OFFICE = 12


def office_end(tokens: Tokens, head: int) -> int:
    """Return the end of an office: its capitals and what joins them, commas too."""
    at = head + 1
    if tokens.word(at) not in _OF:
        while at < len(tokens) and tokens.written[at][:1].isupper() and at - head < _LONGEST_OFFICE:
            at += 1
        return at
    at += 1
    end = at
    while at < min(len(tokens), head + _LONGEST_OFFICE):
        if tokens.written[at][:1].isupper():
            end = at + 1
        elif tokens.words[at] not in {"en", ",", "&"}:
            break
        at += 1
    return end
