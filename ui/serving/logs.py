"""What the server says of itself, a line each: as text, or as JSON where that is set.

A line of JSON holds no address, no link and no word of a reader or a file: of an error it tells
the kind and the place in the code, not the text, which may quote a cell.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType

from streamlit import logger as streamlits

from settings import settings

TEXT = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
_log = logging.getLogger("monitor")


class AsJson(logging.Formatter):
    """A record as one line of JSON; what `say` was told stands in fields of its own."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.msg if record.exc_info else record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line |= {"error": record.exc_info[0].__name__, "at": _places(record.exc_info[2])}
        return json.dumps(line, ensure_ascii=False)


def begin() -> None:
    """Write all that is logged in the form that is set, Streamlit's own lines among it."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson() if settings().log_format == "json" else TEXT)
    logging.root.handlers = [handler]
    logging.captureWarnings(True)
    _log.setLevel(logging.INFO)
    # These lines hold readers' addresses; a proxy may keep such, where somebody wants them.
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    if settings().log_format == "json":
        # Each logger of Streamlit has a handler of its own, made when it is first asked for.
        streamlits.setup_formatter = _to_root
        streamlits.update_formatter()
        for name in ("uvicorn", "uvicorn.error"):
            _to_root(logging.getLogger(name))


def say(message: str, **facts: object) -> None:
    """Log one event of our own; `facts` are counts, codes and sizes, never anybody's words."""
    pairs = " ".join(f"{name}={value}" for name, value in facts.items())
    is_json = settings().log_format == "json"
    _log.log(
        logging.INFO, message if is_json else f"{message} {pairs}".strip(), extra={"facts": facts}
    )


def _to_root(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


def _places(trace: TracebackType | None) -> list[str]:
    steps = traceback.extract_tb(trace)
    return [f"{step.filename}:{step.lineno} {step.name}" for step in steps]
