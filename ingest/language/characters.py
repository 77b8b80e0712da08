"""Characters that fonts and exports leave behind, put back to what a person would type."""

import re
import unicodedata

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "Ĳ": "IJ",
}
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc\u25cf\uf06c\uf09f", "•")
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v",
    " ",
)
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
_TABLE = str.maketrans(_LIGATURES | _BULLETS | _SPACES | _INVISIBLE)
_CONTROL = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f]")
_INNER_SOFT_HYPHEN = re.compile("\u00ad(?=\\S)")
_SPACE_RUN = re.compile(r" {2,}")


def clean(text: str) -> str:
    r"""Return one line with ligatures, odd spaces, invisible and control characters resolved (Unicode NFC).

    A soft hyphen at the end of a line stays: it says that the word goes on.

    >>> clean("e\u0301\ufb01nancie\u0308le\u00a0 ruim\u00adte")
    'éfinanciële ruimte'
    """
    text = unicodedata.normalize("NFC", text.translate(_TABLE))
    return _SPACE_RUN.sub(" ", _INNER_SOFT_HYPHEN.sub("", _CONTROL.sub("", text)))
