"""Words of the data as plain text, in places where Streamlit reads Markdown."""

import re
from urllib.parse import quote

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """The text with every mark escaped, so that nothing in the data can format, link or draw."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def linked(label: str, url: str) -> str:
    """A link out of the monitor whose address stays one, whatever is in it."""
    safe = quote(url, safe="%/:=&?~#+!$,;'@*[]")
    return f":material/open_in_new: [{label}](<{safe}>)"
