"""Refusals as problem documents (RFC 9457): what is wrong, where, and what to do."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.parameters import Wrong

MEDIA = "application/problem+json"

HEADERS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "X-Content-Type-Options": "nosniff",
}
"""What every response of the API carries: pages of other hosts may read it."""


class Refused(Exception):
    """A question that is not answered. `more` are further members of the problem document."""

    def __init__(
        self, status: int, detail: str, wrong: tuple[Wrong, ...] = (), **more: object
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.wrong, self.more = status, detail, wrong, more


def refused(_: Request, refusal: Exception) -> Response:
    """The response to a question that cannot be answered."""
    assert isinstance(refusal, Refused)
    errors = [
        {"parameter": wrong.parameter, "detail": wrong.detail, "nearest": wrong.nearest}
        for wrong in refusal.wrong
    ]
    return _problem(refusal.status, refusal.detail, {"errors": errors, **refusal.more}, {})


def not_served(request: Request, refusal: Exception) -> Response:
    """The response to an address or a method there is not."""
    assert isinstance(refusal, HTTPException)
    says = {
        404: "There is nothing at this address. The index at /api/v1/ says what there is.",
        405: "The data can only be read: use GET or HEAD.",
    }
    detail = says.get(refusal.status_code, refusal.detail)
    return _problem(refusal.status_code, detail, {}, refusal.headers or {})


def stumbled(_: Request, __: Exception) -> Response:
    """The response to an error of ours; what happened stands in the server's log alone."""
    return _problem(500, "The server could not answer. The fault is not in the question.", {}, {})


def _problem(
    status: int, detail: str, more: Mapping[str, Any], headers: Mapping[str, str]
) -> Response:
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body = json.dumps({**said, "detail": detail, **more}, ensure_ascii=False) + "\n"
    return Response(body, status, {**HEADERS, **headers}, MEDIA)
