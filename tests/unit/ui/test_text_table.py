"""A table of text: every word of others is text, what is not known is a dash."""

from datetime import date

import pandas as pd
import pytest

from analytics.presentation.tables import Shaded
from ui.html.text_table import Lines, Linked, text_table


def body_of(drawn):
    [body] = drawn
    return body.partition("<tbody>")[2].partition("</tbody>")[0]


def test_what_is_not_known_is_a_dash(drawn):
    text_table([{"a": None, "b": float("nan"), "c": "x", "d": pd.NaT}], headed=False)
    assert body_of(drawn) == '<tr><th scope="row">–</th><td>–</td><td>x</td><td>–</td></tr>'


@pytest.mark.parametrize(
    ("cell", "written"),
    [(12.0, "12"), (2392, "2,392"), (48.5, "48.5"), (0.127, "0.13"), (0, "0"),
     (date(2026, 11, 25), "25 Nov 2026"), (pd.Timestamp(2026, 11, 25), "25 Nov 2026")],
)  # fmt: skip
def test_numbers_and_days_are_written_as_everywhere(drawn, cell, written):
    text_table([{"a": cell}])
    assert body_of(drawn) == f"<tr><td>{written}</td></tr>"


def test_what_is_known_names_its_column_for_where_there_is_no_room_for_columns(drawn):
    row = {"What": "It", "Due": "May", "Seen": None, "By": ""}
    text_table([row], stacks=True, alternative="What is due")
    heads = "".join(f'<th scope="col">{name}</th>' for name in row)
    assert f"<caption>What is due</caption><thead><tr>{heads}</tr></thead>" in drawn[0]
    cells = '<td>It</td><td data-heading="Due">May</td><td>–</td><td></td>'
    assert body_of(drawn) == f"<tr>{cells}</tr>"
    assert drawn[0].startswith('<div class="text-table stacks" ')


def test_a_table_that_does_not_stack_says_its_headings_once(drawn):
    text_table([{"What": "It", "Due": "May"}])
    assert body_of(drawn) == "<tr><td>It</td><td>May</td></tr>"


def test_a_shaded_cell_has_an_ink_that_reads_a_note_and_a_short_form(drawn):
    text_table([{"a": Shaded("67 %", "67", 'of "three" <b>', "#174F94")}])
    assert body_of(drawn) == (
        '<tr><td><span class="shaded" style="background:#174F94;color:#FFFFFF" '
        'title="of &quot;three&quot; &lt;b&gt;" data-brief="67">67 %</span></td></tr>'
    )


def test_without_a_colour_a_shaded_cell_has_no_style(drawn):
    text_table([{"a": Shaded("–", "–", "nothing to count", "")}])
    assert "style" not in body_of(drawn)


def test_a_heading_may_lead_somewhere_and_names_its_cells_in_words(drawn):
    heading = Linked("Due ↓", "/c?sort=-due", note="Latest")
    text_table([{"what": "It", "due": "May"}], headings={"due": heading}, stacks=True)
    link = '<a href="/c?sort=-due" title="Latest">Due ↓</a>'
    assert f'<th scope="col">{link}</th>' in drawn[0]
    assert body_of(drawn) == '<tr><td>It</td><td data-heading="Due ↓">May</td></tr>'


def test_small_lines_stand_below_and_blank_ones_are_left_out(drawn):
    text_table([{"a": Lines("one", ["two", "", "three"]), "b": ["x", "y"]}])
    assert "one<small>two</small><small>three</small>" in body_of(drawn)
    assert ">x y</td>" in body_of(drawn)


def test_a_small_line_with_none_above_it_stands_alone(drawn):
    text_table([{"a": "it", "b": Lines("", ["3 of 3"])}])
    assert '<small class="alone">3 of 3</small>' in body_of(drawn)


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '" onload="x', "<b>&amp;</b>"])
def test_words_of_others_are_text_wherever_they_stand(drawn, evil):
    cell = Lines(Linked(evil, f"https://a.org/{evil}", note=evil), [evil])
    text_table([{evil: cell, "b": evil}], headings={"b": evil}, alternative=evil)
    tags = {piece.split()[0].strip("/") for piece in drawn[0].replace("<", " <").split("<")[1:]}
    assert {tag.partition(">")[0] for tag in tags} <= {
        *("div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "small"),
    }
    assert evil not in drawn[0]


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://a.org/b?c=d", '<a href="https://a.org/b?c=d" target="_blank">there</a>'),
        ("/country?lang=uk&country=GEO", '<a href="/country?lang=uk&amp;country=GEO">there</a>'),
        ("mailto:a@b.org", '<a href="mailto:a@b.org">there</a>'),
        ("javascript:alert(1)", "there"),
        ("data:text/html,x", "there"),
        ("", "there"),
    ],
)
def test_only_pages_are_led_to_and_those_of_others_in_a_window_of_their_own(drawn, url, opened):
    text_table([{"a": Linked("there", url)}])
    assert body_of(drawn) == f"<tr><td>{opened}</td></tr>"


def test_without_rows_there_is_no_table(drawn):
    text_table([])
    assert drawn == []
