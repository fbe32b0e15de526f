"""Every page stands inside the frame, however its reader came to it."""

import pytest

from ui.shell.navigation import PAGES


def test_a_deep_link_into_a_fresh_server_opens_inside_the_frame(visit):
    """Until app.py has run once, Streamlit would run a page of `pages/` by itself."""
    app = visit("commitments", country="GEO")
    assert not app.exception
    [countries] = [choice for choice in app.sidebar.multiselect if choice.key == "filter_country"]
    assert countries.value == ["GEO"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("link", [{}, {"country": "BLR"}])
def test_every_page_can_be_written_out_for_paper(visit, page, link):
    app = visit(page, **link, print="1")
    assert not app.exception
    assert not [one for one in app.button_group if one.key == "section"]
