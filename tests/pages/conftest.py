"""Pages without a browser: Streamlit's own AppTest, one app a test."""

from collections.abc import Callable

import pytest
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_popover_container import PopoverContainer
from streamlit.testing.v1 import AppTest

from tests.browser.harness import ROOT


@pytest.fixture
def visit() -> Callable[..., AppTest]:
    """Open a page with a link's parts: `visit("overview", country="GEO")`."""

    def opened(page: str = "overview", /, **link: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, code in link.items():
            app.query_params[key] = code
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
        return app.run()

    return opened


@pytest.fixture
def unfolded(monkeypatch) -> None:
    """Every box that is closed is open: what it would hold is on the page."""
    always = property(lambda box: True, lambda box, said: None)
    for box in (ExpanderContainer, PopoverContainer):
        monkeypatch.setattr(box, "open", always)
