"""What the data says stays what it says: no word of it becomes a format, a link or a picture."""

import pytest

from ui.shell.markdown_escape import linked, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bill on open data", "Bill on open data"),
        ("[click](http://b)", r"\[click\]\(http\:\/\/b\)"),
        ("**loud** _soft_ $x$", r"\*\*loud\*\* \_soft\_ \$x\$"),
        ("<b>:red[x]</b>", r"\<b\>\:red\[x\]\<\/b\>"),
        ("two\n\n# lines", r"two \# lines"),
        ("Відкриті дані", "Відкриті дані"),
    ],
)
def test_every_mark_is_escaped(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.org/b?c=d&e=%20#f", "https://a.org/b?c=d&e=%20#f"),
        ("https://a.org/x)>[y](z", "https://a.org/x%29%3E[y]%28z"),
        ('https://a.org/"onload=\\', "https://a.org/%22onload=%5C"),
    ],
)
def test_an_address_cannot_leave_its_link(url, written):
    assert linked("there", url) == f":material/open_in_new: [there](<{written}>)"
