"""A citation as it is pasted: in a nota as text, in Word or mail with its quote set apart and a link."""

from markupsafe import Markup

from beleidszoeker.api.exporting.cited import Cited

_HTML = Markup(
    '<blockquote cite="{link}"><p>“{quote}”</p></blockquote>'
    '<p>(<cite>{label}</cite>) <a href="{link}">{link}</a></p>'
)


def plain(item: Cited) -> str:
    """Return quote, citation and permalink as text: ``“quote” (citation)`` and the permalink below it."""
    return f"“{item.quote}” ({item.citation.label})\n{item.link}"


def rich(item: Cited) -> Markup:
    """Return the same as HTML; the quote's line breaks stay."""
    lines = [Markup.escape(line) for line in item.quote.splitlines()]
    return _HTML.format(quote=Markup("<br>").join(lines), label=item.citation.label, link=item.link)
