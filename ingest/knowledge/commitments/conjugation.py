"""Forms of Dutch verbs, made from their infinitives.

A verb is written ``uit-werken`` where its first part comes loose, ``zenden:gezonden`` where its participle is
strong, and ``openen=open`` where its stem does not follow the spelling.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_VOWELS = "aeiou"
_HARD = frozenset("tkfschp")
_UNSTRESSED = ("be", "ver", "ont", "her", "ge", "er")
_FINAL = {"v": "f", "z": "s"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with the forms that a promise may take.

    Attributes:
        infinitive: Whole, as in ``uitwerken``.
        particle: What comes loose, as in ``uit``; empty where nothing does.
        base: The infinitive without it.
        finite: Present forms without the particle: *werk*, *werkt*, *werken*.
        participle: As in ``uitgewerkt``.
    """

    infinitive: str
    particle: str
    base: str
    finite: tuple[str, ...]
    participle: str


def verb(written: str) -> Verb:
    """Return a verb from its notation.

    >>> verb("uit-werken").participle, verb("informeren").finite, verb("voor-leggen").finite
    ('uitgewerkt', ('informeer', 'informeert', 'informeren'), ('leg', 'legt', 'leggen'))
    >>> verb("vast-stellen").participle, verb("verlengen").participle, verb("informeren").participle
    ('vastgesteld', 'verlengd', 'geïnformeerd')
    """
    written, _, own_stem = written.partition("=")
    written, _, strong = written.partition(":")
    particle, _, base = written.rpartition("-")
    stem = own_stem or _stem(base)
    third = stem if stem.endswith("t") else stem + "t"
    participle = strong or particle + _participle(base, stem)
    return Verb(particle + base, particle, base, (stem, third, base), participle)


def _stem(base: str) -> str:
    if base.endswith("eren") and not base.endswith("oeren"):
        return base.removesuffix("eren") + "eer"  # informeren; leveren and its like name their stem
    stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stem = stem[:-1]
    elif _open_syllable(stem):
        stem = stem[:-1] + stem[-2] + stem[-1]
    return stem[:-1] + _FINAL.get(stem[-1], stem[-1])


def _open_syllable(stem: str) -> bool:
    """*mak* of *maken* is spelled *maak*; *werk* has two consonants, *vraag* two vowels already."""
    return (
        len(stem) > 1
        and stem[-1] not in _VOWELS + "w"
        and stem[-2] in "aeou"
        and (len(stem) == 2 or stem[-3] not in _VOWELS)  # noqa: PLR2004 - *et* of *eten*
    )


def _participle(base: str, stem: str) -> str:
    hard = base.removesuffix("en")[-1:] in _HARD
    ending = "" if stem.endswith(("t", "d")) else "t" if hard else "d"
    if base.startswith(_UNSTRESSED) and not base.startswith(("geven",)):
        return stem + ending
    opening = "geï" if stem[0] == "i" else "geë" if stem[0] == "e" else "ge" + stem[0]
    return opening + stem[1:] + ending


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs by their forms.

    Attributes:
        infinitives: Whole infinitives.
        participles: Past participles → infinitive.
        finite: Present forms → verbs; one with a particle counts where that stands in the clause.
        joined: Present forms with their particle in front, as at the end of a clause: *vaststelt*.
    """

    infinitives: frozenset[str]
    participles: Mapping[str, str]
    finite: Mapping[str, tuple[Verb, ...]]
    joined: Mapping[str, Verb]


def lexicon(written: str) -> Lexicon:
    """Return the forms of some verbs, which stand in a text with white space between them."""
    verbs = [verb(each) for each in written.split()]
    finite: dict[str, list[Verb]] = defaultdict(list)
    for each in verbs:
        for form in each.finite:
            finite[form].append(each)
    return Lexicon(
        infinitives=frozenset(each.infinitive for each in verbs),
        participles={each.participle: each.infinitive for each in verbs},
        finite={form: tuple(each) for form, each in finite.items()},
        joined={each.particle + form: each for each in verbs if each.particle for form in each.finite},
    )
