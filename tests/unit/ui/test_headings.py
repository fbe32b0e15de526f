"""Headings and lines of ours: every word is text, what is heard stands apart."""

from ui.html.headings import Listed, figure_heading, headed_lists, headed_text, heard_line
from ui.html.text_table import Linked

HOSTILE = '"><img src=x>'


def test_words_of_others_stay_text(drawn):
    figure_heading(HOSTILE, HOSTILE, HOSTILE)
    heard_line(HOSTILE, HOSTILE)
    headed_lists([Listed(HOSTILE, [HOSTILE, Linked(HOSTILE, f"/{HOSTILE}")], HOSTILE)])
    headed_text(HOSTILE, [HOSTILE, [Linked(HOSTILE, f"/{HOSTILE}"), HOSTILE]])
    assert len(drawn) == 4
    assert not [body for body in drawn if "<img" in body]


def test_a_finding_stands_over_its_topic_and_what_is_heard(drawn):
    figure_heading("Half", "Rate · n = 4", "Armenia 50 %")
    line = '<p><small>Rate · n = 4</small> <span class="for-the-ear">Armenia 50 %</span></p>'
    assert drawn == [f'<div class="figure-heading"><h2>Half</h2>{line}</div>']


def test_a_heading_alone_has_no_empty_line(drawn):
    figure_heading("Plans")
    assert drawn == ['<div class="figure-heading"><h2>Plans</h2></div>']


def test_a_list_of_nothing_is_no_list(drawn):
    headed_lists([Listed("News", [], ("None.", Linked("All", "/all")))])
    wanted = '<h2>News</h2><p>None. <a href="/all">All</a></p>'
    assert drawn == [f'<div class="headed-lists">{wanted}</div>']


def test_paragraphs_stand_under_their_heading_or_alone(drawn):
    headed_text("All plans", ["Half.", [Linked("Late", "/late"), "·"]])
    headed_text("", ["Half."])
    wanted = '<h2>All plans</h2><p>Half.</p><p><a href="/late">Late</a> ·</p>'
    bodies = [wanted, "<p>Half.</p>"]
    assert drawn == [f'<div class="headed-text">{body}</div>' for body in bodies]


def test_neither_heading_nor_words_draw_nothing(drawn):
    headed_text("", [])
    assert drawn == []
