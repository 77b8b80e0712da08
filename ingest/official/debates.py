"""Handelingen: items on the agenda, who takes a turn and for which party, motions, what nobody says."""

import re
from collections.abc import Mapping

from lxml import etree

from beleidszoeker.ingest.official.inline import local, plain
from beleidszoeker.ingest.official.walker import Handler, Walker

_DIRECTION = re.compile(r"De (?:vergadering|beraadslaging|motie|algemene beraadslaging)\b.{0,80}\bw[oe]rd")
"""*De vergadering wordt enkele ogenblikken geschorst.* is printed in a debate and said by nobody."""
_PUTTING = 3
"""Levels from the item to the chair who puts a motion: the mover, the motion, the chair."""


def item_title(item: etree._Element) -> str:
    """Return an item's title as printed, or where it has none, its kind: *Opening*.

    Its number stands on a line of its own and is no part of it: *10* before *125 miljoen euro* would be an
    amount.
    """
    title = next((plain(child) for child in item if local(child) == "item-titel"), "")
    return title or local(item).replace("_", " ").capitalize()


def _item(walker: Walker, element: etree._Element) -> None:
    depth = walker.depth
    if any(local(child) == "item-titel" for child in element):
        walker.heading([item_title(element)])
    walker.floor = walker.depth
    spoke_of_motion = False
    for child in element:
        if local(child) in {"nr", "item-titel"}:
            continue
        if local(child) == "tekst":
            _loose(walker, child, chair_goes_on=spoke_of_motion)
        else:
            walker.visit(child)
            spoke_of_motion = _ends_in_motion(child)
    walker.depth = depth


def _loose(walker: Walker, element: etree._Element, *, chair_goes_on: bool) -> None:
    """Text between the turns: the chair goes on after a motion was put, else nobody speaks."""
    said = chair_goes_on and not _DIRECTION.match(plain(element))
    walker.depth = walker.floor + (_PUTTING if said else 0)
    walker.flow(element)
    walker.depth = walker.floor


def _ends_in_motion(turn: etree._Element) -> bool:
    last = turn
    while local(last) in {"spreekbeurt", "tekst"} and len(last):
        last = last[-1]
    return local(last) == "motie" and any(local(child) == "motie-info" for child in last)


def _turn(walker: Walker, element: etree._Element) -> None:
    walker.depth = walker.floor
    walker.flow(element)
    walker.depth = walker.floor


def _speaker(walker: Walker, element: etree._Element) -> None:
    """*De heer Alkaya (SP):* says who speaks; it is no part of what is said."""
    walker.heading([plain(element).rstrip(": ")])


def _motion(walker: Walker, element: etree._Element) -> None:
    """A motion stands under its own heading below who moves it; there too the chair puts it."""
    in_turn = any(local(above) == "spreekbeurt" for above in element.iterancestors())
    walker.depth = walker.floor + in_turn
    walker.flow(element)
    walker.depth = walker.floor  # whoever speaks on in this turn, the file does not say


DEBATES: Mapping[str, Handler] = {
    "agendapunt": _item,
    "handeling_bijlage": _item,
    "motie": _motion,
    "opening": _item,
    "spreekbeurt": _turn,
    "spreker": _speaker,
}
