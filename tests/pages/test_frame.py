"""Every page stands inside the frame, however its reader came to it."""


def test_a_deep_link_into_a_fresh_server_opens_inside_the_frame(visit):
    """Until app.py has run once, Streamlit would run a page of `pages/` by itself."""
    app = visit("commitments", country="GEO")
    assert not app.exception
    [countries] = [choice for choice in app.sidebar.multiselect if choice.key == "filter_country"]
    assert countries.value == ["GEO"]
