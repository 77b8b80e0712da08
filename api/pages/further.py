"""A link from one part of the site to another."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode


class Further(NamedTuple):
    """Where something goes on to.

    Attributes:
        told: What is there, in Dutch.
        address: Its address.
    """

    told: str
    address: str


def leading(told: str, path: str, given: Mapping[str, str]) -> Further:
    """Return a link to a page; parameters without a value are left out."""
    return Further(
        told, f"{path}?" + urlencode({name: each for name, each in given.items() if each}, errors="replace")
    )
