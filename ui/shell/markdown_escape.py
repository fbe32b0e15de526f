"""Words of readers and files as text, in places where Streamlit reads Markdown.

The one way out: tests/house lets no other words than ours reach a page unescaped.
"""

import re

from analytics.query.address import outward

# A joiner without width. Streamlit looks for addresses and emoji once more after Markdown was
# read, when a backslash is gone already; what is parted here it does not find.
_PARTED = "\N{WORD JOINER}"
_LIVE = re.compile(r"https?:(?=//[-.\w]*\.)|www(?=\.)|@(?=[-\w]+\.)|:(?=[-+/\w]+:)", re.I)
_BLANKS = re.compile(r"[\t-\r\x1c-\x1f \x85\u2028\u2029]+")  # a hard blank stays hard
_MARKS = re.compile(r"[\\`*_\[\]<>~$|]|&(?=#?\w+;)|:(?=[\w:/])")
_FIRST = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=(?:#+|[-+])(?:\s|$)|=|--))")


class Plain(str):
    """Text that can be put where Markdown is read, and is not escaped a second time."""

    __slots__ = ()


def plain(text: object) -> Plain:
    """The text with every mark escaped, so that nothing in it can format, link or draw."""
    if isinstance(text, Plain):
        return text
    line = _LIVE.sub(rf"\g<0>{_PARTED}", _BLANKS.sub(" ", str(text)).strip(" "))
    return Plain(_FIRST.sub(r"\1\\", _MARKS.sub(r"\\\g<0>", line)))


def linked(label: str, url: str, note: str = "") -> Plain:
    """A link whose address stays one, whatever is in it; the note is seen above it."""
    title = plain(note).replace('"', "”")
    return Plain(f"[{plain(label)}](<{outward(url)}>" + (f' "{title}")' if title else ")"))


def symbol(icon: str) -> Plain:
    """One of Streamlit's own symbols, by its name: `:material/flag:`."""
    return Plain(icon) if re.fullmatch(r":material/\w+:", icon) else plain(icon)


def strong(text: object) -> Plain:
    """Text in bold letters."""
    return Plain(f"**{plain(text)}**")


def tinted(colour: str, text: object) -> Plain:
    """Text in one of Streamlit's colours."""
    return Plain(f":{colour}[{plain(text)}]")


def small(text: object) -> Plain:
    """Text in small letters."""
    return Plain(f":small[{plain(text)}]")


def together(*parts: object) -> Plain:
    """Parts of a line, parted by blanks."""
    return Plain(" ".join(map(plain, parts)))
