"""What the data says stays what it says: no word of it becomes a format, a link or a picture."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.shell.markdown_escape import linked, plain, symbol

# As Streamlit reads it, but for what it looks for afterwards: addresses, emoji, colours.
MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True})
MARKS = "\\`*_[]<>~$|&:!#+-=.()@{}^'\"/0123 abhtpwx;\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bill on open data, No. 5 (2016): 53 %", "Bill on open data, No. 5 (2016): 53 %"),
        ("[click](http://b)", r"\[click\](http\://b)"),
        ("![](http://b.c/d.png)", "!\\[\\](http:\u2060//b.c/d.png)"),
        ("see www.b.org or a@b.org", "see www\u2060.b.org or a@\u2060b.org"),
        ("**loud** _soft_ $x$", r"\*\*loud\*\* \_soft\_ \$x\$"),
        ("<b>:red[x]</b>", r"\<b\>\:red\[x\]\</b\>"),
        (":material/home: :heart: :streamlit:", ":\u2060material/home: :\u2060heart: "
         ":\u2060streamlit:"),
        ("two\n\n# lines", r"two # lines"),
        (" 53\u00a0% \n", "53\u00a0%"),
        ("# title", r"\# title"),
        ("1. first", r"1\. first"),
        ("- point", r"\- point"),
        ("&lt;b&gt; R&D", r"\&lt;b\&gt; R&D"),
        ("Відкриті дані", "Відкриті дані"),
    ],
)  # fmt: skip
def test_every_mark_is_escaped_and_prose_stays_as_it_is(text, shown):
    assert plain(text) == shown


@settings(max_examples=1500)
@given(st.text(MARKS, max_size=25))
def test_nothing_but_text_is_read_where_markdown_is_read(text):
    blocks = MARKDOWN.parse(plain(text))
    parts = [part for block in blocks for part in block.children or []]
    assert {block.type for block in blocks} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {part.type for part in parts} <= {"text", "text_special"}
    read = "".join(part.content for part in parts)
    assert read.replace("\u2060", "") == " ".join(text.split())


@given(st.text(MARKS, max_size=25))
def test_what_is_text_already_is_not_escaped_again(text):
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.org/b?c=d&e=%20#f", "https://a.org/b?c=d&e=%20#f"),
        ("https://a.org/x)>[y](z", "https://a.org/x%29%3E[y]%28z"),
        ('https://a.org/"onload=\\', "https://a.org/%22onload=%5C"),
    ],
)
def test_an_address_cannot_leave_its_link(url, written):
    assert linked("there", url) == f"[there](<{written}>)"


def test_a_link_s_words_and_its_note_cannot_leave_it():
    text = linked("a](x) **b**", "https://a.org", 'c" onload="d')
    assert text == '[a\\](x) \\*\\*b\\*\\*](<https://a.org> "c” onload=”d")'


def test_a_symbol_is_one_of_streamlit_s():
    assert symbol(":material/flag:") == ":material/flag:"
    assert symbol(":material/x: [a](b)") == plain(":material/x: [a](b)")
