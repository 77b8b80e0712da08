"""What a reader of a web page does not see, or sees on every page: scripts, hidden parts, menus, banners."""

import re

from selectolax.lexbor import LexborNode

_NEVER_NAMES = """
button canvas dialog head iframe input noscript object script select style svg template textarea
"""
_NEVER = frozenset(_NEVER_NAMES.split())
_FURNITURE = frozenset({"aside", "footer", "nav"})
_BANNER = re.compile(r"(^|[-_ ])(cookie\w*|consent)($|[-_ ])", re.IGNORECASE)
_MENU = re.compile(
    r"(^|[-_ ])(breadcrumbs?|skip-?links?|menu|navigation|share|social|sr-only|visually-?hidden)($|[-_ ])",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGE = "main, article"
_CONTENT = f"{_PAGE}, h1"
_TEXT = f"{_CONTENT}, p + p + p"


def is_unseen(node: LexborNode, tag: str) -> bool:
    """Tell whether an element is left out with all that is in it.

    Whatever it is called, an element that holds the page itself stays: some sites wrap all in a form.
    """
    if tag in _NEVER or tag in _FURNITURE or tag.startswith("-"):
        return True
    attributes = node.attributes
    if attributes:
        if "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style") or ""):
            return True
        names = " ".join(attributes.get(name) or "" for name in ("id", "class", "role"))
        if _BANNER.search(names):
            return tag != "body" and node.css_first(_PAGE) is None
        if _MENU.search(names):
            return tag != "body" and node.css_first(_CONTENT) is None
    return tag in {"form", "header"} and node.css_first(_TEXT) is None
