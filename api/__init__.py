"""The data API: the public record's answers for programs, over HTTP, to be read and no more."""

from api.app import routes
from api.links import answer_as_data

__all__ = ["answer_as_data", "routes"]
