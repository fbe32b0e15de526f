"""Old addresses of pages lead to the new ones, with the whole view: a link holds for years."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

MOVED: Mapping[str, str] = {"forum": "presentation", "overview": ""}
"""Where each leads; the overview stands at the root."""


def moved(base: str = "") -> list[BaseRoute]:
    """A route for each page that has moved, below the server's base path where it has one."""
    below = f"/{base.strip('/')}".rstrip("/")

    def leading_to(new: str) -> Callable[[Request], Response]:
        def lead_on(request: Request) -> Response:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{request.scope.get('root_path', '')}{below}/{new}{query}")

        return lead_on

    return [Route(f"{below}/{old}", leading_to(new)) for old, new in MOVED.items()]
