"""The OpenAPI document, written from the endpoints themselves so that it cannot drift."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from analytics.query.stamp import LICENCE, VERSION, called
from api.endpoints import Endpoint
from api.parameters import Schema, described
from api.problems import MEDIA
from api.shapes import Problem

_WHERE = "#/components/schemas/{model}"


class Untitled(GenerateJsonSchema):
    """Members are named where they stand; a title would say the name again."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401
        return False


def document(root: str, points: Sequence[Endpoint]) -> Schema:
    """The OpenAPI 3.1 document of the API that stands at `root`."""
    shapes: Any = [
        (shape, "validation") for shape in (*filter(None, (p.gives for p in points)), Problem)
    ]
    _, shapes_written = models_json_schema(shapes, ref_template=_WHERE, schema_generator=Untitled)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{called()}: data API",
            "version": VERSION,
            "description": "The public record of open government commitments, to be read. Credit "
            f"the sources that each answer's stamp names ({LICENCE}).",
        },
        "servers": [{"url": root}],
        "paths": {point.path: {"get": _operation(point)} for point in points},
        "components": {"schemas": shapes_written["$defs"]},
    }


def _operation(point: Endpoint) -> Schema:
    refusals = {"400": "The question cannot be read; the first things wrong with it are named."}
    if "{" in point.path:
        refusals["404"] = "There is no such commitment; the nearest are named."
    problem = {MEDIA: _named(Problem)}
    return {
        "operationId": point.name,
        "summary": point.says,
        "parameters": [*_of_the_path(point), *described(point.takes())],
        "responses": {
            "200": {"description": "The answer.", "headers": _HEADERS, "content": _given(point)},
            "304": {"description": "Nothing changed since the ETag sent with If-None-Match."},
            **{status: {"description": meaning, "content": _content(problem)}
               for status, meaning in {**refusals, **_ANYWHERE}.items()},
        },
    }  # fmt: skip


_HEADERS: Schema = {
    "ETag": {
        "description": "Changes with the data, the definitions and the question.",
        "schema": {"type": "string"},
    }
}
_ANYWHERE = {"405": "Only GET and HEAD are served.", "414": "The question is too long.",
             "503": "Too many questions are being answered. Ask again later."}  # fmt: skip


def _of_the_path(point: Endpoint) -> list[Schema]:
    return [
        {"name": "commitment_id", "in": "path", "required": True, "schema": {"type": "string"},
         "description": "The commitment's number, in any case: GE0077."}
        for _ in range("{commitment_id}" in point.path)
    ]  # fmt: skip


def _given(point: Endpoint) -> Schema:
    texts = {media: {"type": "string"} for media in point.texts}
    shape = {"application/json": _named(point.gives)} if point.gives else {}
    return _content({**shape, **texts})


def _named(shape: Any) -> Schema:  # noqa: ANN401
    return {"$ref": _WHERE.format(model=shape.__name__)}


def _content(schemas: Mapping[str, Schema]) -> Schema:
    return {media: {"schema": schema} for media, schema in schemas.items()}
