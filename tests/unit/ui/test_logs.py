"""Lines of the log: one each, with what happened and without anybody's words."""

import json
import logging

import pytest
from streamlit import logger as streamlits

from ui.serving import logs


@pytest.fixture
def written(monkeypatch, capsys):
    """Begin to log in a form; the answer reads the lines."""
    kept = logging.root.handlers, streamlits.setup_formatter
    logging.getLogger("uvicorn.access").disabled = False

    def begin(form):
        monkeypatch.setenv("MONITOR_LOG_FORMAT", form)
        logs.begin()
        return lambda: capsys.readouterr().err.splitlines()

    yield begin
    logging.root.handlers, streamlits.setup_formatter = kept
    streamlits.update_formatter()
    for log in streamlits._loggers.values():
        log.propagate = False
    logging.captureWarnings(False)
    logging.getLogger("uvicorn.access").disabled = False


def test_an_event_is_a_line_with_its_facts(written):
    lines = written("json")
    logs.say("upload", size=12, outcome="loaded")
    [line] = map(json.loads, lines())
    assert (line["message"], line["size"], line["outcome"]) == ("upload", 12, "loaded")
    assert line["time"].endswith("+00:00")


def test_the_same_as_text(written):
    lines = written("text")
    logs.say("upload", size=12, outcome="loaded")
    [line] = lines()
    assert line.endswith("INFO monitor: upload size=12 outcome=loaded")


def test_of_an_error_the_kind_and_the_place_are_told_and_no_cell_of_a_file(written):
    lines = written("json")
    try:
        int("Jane Doe, 1 High Street")
    except ValueError:
        logging.getLogger("data.importer.door").exception("A file could not be read.")
    [line] = lines()
    assert "Jane Doe" not in line
    told = json.loads(line)
    assert (told["error"], told["message"]) == ("ValueError", "A file could not be read.")
    assert "test_logs.py" in told["at"][0]


@pytest.mark.parametrize("form", ["json", "text"])
def test_no_line_tells_who_asked_for_what(written, form):
    lines = written(form)
    line_form = '%s - "%s %s HTTP/%s" %d'
    logging.getLogger("uvicorn.access").info(
        line_form, "192.0.2.1:5", "GET", "/data?q=x", "1.1", 200
    )
    assert lines() == []


def test_lines_of_streamlit_are_written_alike_those_of_later_parts_too(written):
    lines = written("json")
    streamlits.get_logger("a part loaded later").warning("said %s", 1)
    [line] = map(json.loads, lines())
    assert (line["level"], line["message"]) == ("warning", "said 1")
