"""The OpenAPI document, written from the endpoints themselves so that it cannot drift."""

from collections.abc import Mapping

from analytics.query.stamp import LICENCE, NAME, VERSION
from api import shapes
from api.endpoints import ENDPOINTS, Endpoint
from api.parameters import Schema
from api.problems import MEDIA

PATH = "/openapi.json"
_PROBLEM = {"$ref": "#/components/schemas/Problem"}


def document(root: str) -> Schema:
    """The OpenAPI 3.1 document of the API that stands at `root`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{NAME}: data API",
            "version": VERSION,
            "description": "The public record of open government commitments, to be read. Credit "
            f"the sources that each answer's stamp names ({LICENCE}).",
        },
        "servers": [{"url": root}],
        "paths": {**{point.path: {"get": _operation(point)} for point in ENDPOINTS}, **_itself()},
        "components": {"schemas": {"Stamp": shapes.stamp(), "Problem": shapes.problem()}},
    }


def _operation(point: Endpoint) -> Schema:
    refusals = {"400": "The question cannot be read; each thing wrong with it is named."}
    if "{" in point.path:
        refusals["404"] = "There is no such commitment; the nearest are named."
    return {
        "operationId": point.name,
        "summary": point.says,
        "parameters": [*_of_the_path(point), *(each.described() for each in point.takes())],
        "responses": {
            "200": {"description": "The answer.", "headers": _HEADERS,
                    "content": _content(point.gives())},
            "304": {"description": "Nothing changed since the ETag sent with If-None-Match."},
            **{status: {"description": said, "content": _content({MEDIA: _PROBLEM})}
               for status, said in {**refusals, **_ANYWHERE}.items()},
        },
    }  # fmt: skip


_HEADERS: Schema = {
    "ETag": {
        "description": "Changes with the data, the definitions and the question.",
        "schema": {"type": "string"},
    }
}
_ANYWHERE = {"405": "Only GET and HEAD are served.", "414": "The question is too long."}


def _of_the_path(point: Endpoint) -> list[Schema]:
    return [
        {"name": "commitment_id", "in": "path", "required": True, "schema": {"type": "string"},
         "description": "The commitment's number, in any case: GE0077."}
        for _ in range("{commitment_id}" in point.path)
    ]  # fmt: skip


def _itself() -> Schema:
    given = _content({"application/json": {"type": "object"}})
    found = {"200": {"description": "OpenAPI 3.1.", "content": given}}
    return {PATH: {"get": {"operationId": "openapi", "summary": "This document.",
                           "parameters": [], "responses": found}}}  # fmt: skip


def _content(schemas: Mapping[str, Schema]) -> Schema:
    return {media: {"schema": schema} for media, schema in schemas.items()}
