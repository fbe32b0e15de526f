"""Refusals as problem documents (RFC 9457): what is wrong, where, and what to do."""

import json
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from analytics.query.notices import nearest

MEDIA = "application/problem+json"

HEADERS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "X-Content-Type-Options": "nosniff",
}
"""What every response of the API carries: pages of other hosts may read it."""

Schemas = Mapping[str, Mapping[str, Any]]
Error = dict[str, object]
STRANGE = "extra_forbidden"
ADDRESS = "parameter of this address"
MOST_ERRORS = 10
"""Things wrong with a question that are said; the rest is counted."""
FEW = 20
"""Valid names that are listed where none is near."""
LONGEST = 60
"""Characters of a wrong text that an answer repeats."""


class Refused(Exception):
    """A question that is not answered. `more` are further members of the problem document."""

    def __init__(self, status: int, detail: str, **more: object) -> None:
        super().__init__(detail)
        self.status_code, self.detail, self.more = status, detail, {"errors": [], **more}


def problem(_: Request, fault: Exception) -> Response:
    """The response to whatever went wrong; of faults of ours the server's log alone tells more."""
    status, detail = 500, "The server could not answer. The fault is not in the question."
    more: Mapping[str, object] = {}
    headers: Mapping[str, str] = {}
    if isinstance(fault, Refused):
        status, detail, more = fault.status_code, fault.detail, fault.more
    elif isinstance(fault, HTTPException):
        status, headers = fault.status_code, fault.headers or {}
        detail = NOT_SERVED.get(status, fault.detail)
    answer = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body = json.dumps({**answer, "detail": detail, **more}, ensure_ascii=False) + "\n"
    return Response(body, status, {**HEADERS, **headers}, MEDIA)


NOT_SERVED = {
    404: "There is nothing at this address. The index at /api/v1/ says what there is.",
    405: "The data can only be read: use GET or HEAD.",
}


def unread(error: ValidationError, fields: Schemas, given: Mapping[str, list[str]]) -> Refused:
    """What is wrong with a question, in words; `fields` are the schemas of its parameters."""
    wrong = {(fault["loc"][0], str(fault["input"])): fault for fault in error.errors()}
    # Names that are not known come first: a misspelt name explains one that is missing.
    faults = sorted(wrong.values(), key=lambda fault: fault["type"] != STRANGE)
    errors = list(_in_words(faults[:MOST_ERRORS], fields, given))
    rest = f" And {len(faults) - MOST_ERRORS:,} more." if len(faults) > MOST_ERRORS else ""
    detail = " ".join(str(error["detail"]) for error in errors) + rest
    return Refused(400, detail, errors=errors, count=len(faults))


def shortened(text: str) -> str:
    """As much of a wrong text as an answer repeats."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _in_words(
    faults: list[Any], fields: Schemas, given: Mapping[str, list[str]]
) -> Iterator[Error]:
    listed: set[str] = set()  # what may be chosen is listed once for each parameter
    for fault in faults:
        name, close = str(fault["loc"][0]), tuple[str, ...]()
        if fault["type"] in (STRANGE, "literal_error"):
            text, what, codes = _unknown(fault, name, fields)
            close = nearest(text, codes)
            offer = f"Nearest: {', '.join(close)}." if close else _choice(codes, what)
            detail = f"“{text}” is not a {what}. {'' if what in listed else offer}".strip()
            listed |= set() if close else {what}
        else:
            detail = _sentence(fault, fields[name], given.get(name, []), name)
        yield {"parameter": name[:LONGEST], "detail": detail, "nearest": close}


def _unknown(fault: Any, name: str, fields: Schemas) -> tuple[str, str, list[str]]:  # noqa: ANN401
    """The name that is not known, what it would be the name of, and the names there are."""
    if fault["type"] == STRANGE:
        return shortened(name), ADDRESS, list(fields)
    one = fields[name].get("items", fields[name])
    return (
        shortened(str(fault["input"])),
        fields[name]["title"],
        one.get("enum", [one.get("const")]),
    )


def _choice(codes: list[str], what: str) -> str:
    if not codes:
        return "None is taken here."
    return f"Choose from: {', '.join(codes)}." if len(codes) <= FEW or what == ADDRESS else ""


def _sentence(fault: Any, schema: Mapping[str, Any], given: list[str], name: str) -> str:  # noqa: ANN401
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    sentence = "“{name}” is missing. {description}" if not given else SENTENCES[schema["type"]]
    text, count = shortened("".join(given)), fault.get("ctx", {}).get("actual_length")
    return sentence.format_map({**schema, "name": name, "text": text, "count": count})


SENTENCES = {
    "array": "{count} codes are too many. Name {maxItems} at most.",
    "string": "More than {maxLength} characters. Ask for fewer words.",
    "integer": "“{text}” cannot be used. Give a whole number from {minimum} to {maximum}.",
}
