"""Words of readers and files as text, in places where Streamlit reads Markdown.

The one way out: tests/house lets no other words than ours reach a page unescaped.
"""

import re

from analytics.query.address import outward

# A joiner without width. Streamlit looks for addresses and emoji once more after Markdown was
# read, when a backslash is gone already; what is parted here it does not find.
_PARTED = "\N{WORD JOINER}"
_LIVE = re.compile(r"https?:(?=//[-.\w]*\.)|www(?=\.)|@(?=[-\w]+\.)|:(?=[-+/\w]+:)", re.I)
_MARKS = re.compile(r"[\\`*_\[\]<>~$|]|&(?=#?\w+;)|:(?=[\w:/])")
_FIRST = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=(?:#+|[-+])(?:\s|$)|=|--))")


class Plain(str):
    """Text that can be put where Markdown is read, and is not escaped a second time."""

    __slots__ = ()


def plain(text: object) -> Plain:
    """The text with every mark escaped, so that nothing in it can format, link or draw."""
    if isinstance(text, Plain):
        return text
    line = _LIVE.sub(rf"\g<0>{_PARTED}", " ".join(str(text).split()))
    return Plain(_FIRST.sub(r"\1\\", _MARKS.sub(r"\\\g<0>", line)))


def linked(label: str, url: str) -> Plain:
    """A link out of the monitor whose address stays one, whatever is in it."""
    return Plain(f":material/open_in_new: [{plain(label)}](<{outward(url)}>)")
