"""Surnames as they are printed: *Van der Lee*, *Six Dijkstra*, *Gräper-van Koolwijk*."""

_PARTICLE = (
    r"(?:[Vv]an|[Dd]er|[Dd]en|[Dd]e|[Ee]l|[Tt]en|[Tt]er|[Tt]e|[Ll]a|[Ll]e|[Vv]on|[Dd]i|[Dd]u|[’'][st]|in)"
)
_WORD = r"[A-ZÀ-ÖØ-Ý][\w’'´`-]*"
_GAP = r"[^\S\n]+"
SURNAME = rf"(?:{_PARTICLE}{_GAP}){{0,3}}{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,3}}{_WORD}){{0,2}}"
INITIALS = (
    rf"(?:(?:[Dd]rs|[Mm]r|[Dd]r|[Ii]r|[Pp]rof|[Ii]ng)\.\s*)*(?:[A-Z][a-z]?\.[^\S\n]?)+[^\S\n]*{SURNAME}"
)
