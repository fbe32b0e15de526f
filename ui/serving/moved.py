"""Old addresses of pages lead to the new ones, with the whole view: a link holds for years."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from analytics.query.address import below, written

MOVED: Mapping[str, str] = {"forum": "presentation", "overview": ""}
"""Where each leads; the overview stands at the root."""
SHEET = "meeting_sheet"
"""The page that was a section of Delays."""
_RENAMED = {"section": "", "sheet": "country", "sheet_page": "page"}


def moved(base: str = "") -> list[BaseRoute]:
    """A route for each page that has moved, below the server's base path where it has one."""

    def root_of(request: Request) -> str:
        return f"{request.scope.get('root_path', '')}{below(base)}/"

    def leading_to(new: str) -> Callable[[Request], Response]:
        def lead_on(request: Request) -> Response:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{root_of(request)}{new}{query}")

        return lead_on

    def to_the_sheet(request: Request) -> Response:
        view = _of_the_sheet(request.url.query)
        return RedirectResponse(written(root_of(request), SHEET, view.items()))

    return [
        *(Route(f"{below(base)}/{old}", leading_to(new)) for old, new in MOVED.items()),
        _ToTheSheet(f"{below(base)}/delays", to_the_sheet),
    ]


class _ToTheSheet(Route):
    """The address of Delays where it asks for the sheet; any other is not ours to answer."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        parameters = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1")))
        sheet = (
            parameters.get("section", "sheet") == "sheet" and parameters.keys() & _RENAMED.keys()
        )
        return super().matches(scope) if sheet else (Match.NONE, {})


def _of_the_sheet(query: str) -> dict[str, str]:
    """What an old link to the sheet says, as the page says it. The sheet's country narrows."""
    parameters = dict(parse_qsl(query))
    sentence = {key: code for key, code in parameters.items() if key not in _RENAMED}
    for old, new in _RENAMED.items():
        if new and parameters.get(old, "all") != "all":
            sentence[new] = parameters[old]
    return sentence
