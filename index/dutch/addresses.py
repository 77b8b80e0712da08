"""Words with points in them: abbreviations (*o.a.*), hosts, mail addresses, sentences that touch."""

from typing import NamedTuple

from beleidszoeker.index.dutch.stopwords import STOPWORDS


class Address(NamedTuple):
    """A word with points.

    Attributes:
        name: Its term.
        hosts: Shorter terms for it: the host of a mail address, the domain that was registered.
        labels: The words between its points that may be looked for.
    """

    name: str
    hosts: tuple[str, ...]
    labels: tuple[str, ...]


def read_address(word: str) -> Address | None:
    """Return what a folded word with points is found by, or nothing where it is a number or has no points.

    >>> read_address("o.a"), read_address("29.826")
    (Address(name='oa', hosts=(), labels=()), None)
    >>> read_address("www.zoek.voorbeeld.nl")
    Address(name='zoek.voorbeeld.nl', hosts=('voorbeeld.nl',), labels=('zoek', 'voorbeeld', 'nl'))
    """
    if "." not in word or word[0].isdigit():
        return None
    name = word.removeprefix("www.")
    labels = name.replace("@", ".").split(".")
    if all(len(label) == 1 for label in labels):
        return Address("".join(labels), (), ())
    host = name.rpartition("@")[2]
    hosts = {host, ".".join(host.split(".")[-2:])} - {name}
    return Address(
        name, tuple(sorted(hosts)), tuple(each for each in labels if len(each) > 1 and each not in STOPWORDS)
    )
