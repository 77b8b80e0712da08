"""Parliamentary years as references write them: *2023-2024*, *2023/24*."""

YEAR = r"(?P<first>(?:19|20)\d\d)\s?[-/–]\s?(?P<last>(?:19|20)\d\d|\d\d)(?!\d)"


def session_year(first: str, second: str) -> str | None:
    """Return a session year in full, or ``None`` when the two years do not follow each other.

    >>> session_year("2023", "24"), session_year("1999", "00"), session_year("2023", "2025")
    ('2023-2024', '1999-2000', None)
    """
    last = second if len(second) == len(first) else first[:2] + second
    if last.endswith("00") and len(second) != len(first):
        last = str(int(first) + 1)
    return f"{first}-{last}" if int(last) == int(first) + 1 else None
