"""Addresses of ours are written by one module alone."""

import ast

import pytest

from tests.house.address_laws import HANDED_ON, WRITER, writes_addresses
from tests.house.laws import offences
from tests.house.shipped import ROOT, modules


def test_addresses_are_written_by_one_module():
    others = [path for path in modules() if str(path.relative_to(ROOT)) not in (WRITER, *HANDED_ON)]
    assert offences(writes_addresses, others) == []


def test_every_exception_is_one_still():
    for place in (WRITER, *HANDED_ON):
        assert offences(writes_addresses, [ROOT / place]) != [], place


@pytest.mark.parametrize(
    "source",
    [
        "from urllib.parse import quote, urlsplit",
        "parse.urlencode(parts)",
        "f'?{query}'",
        "f'{here}?commitment={number}'",
        "f'{here}&lang={code}'",
        "'?metric=' + key",
    ],
)
def test_a_second_writer_is_caught(source):
    assert len(list(writes_addresses(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from urllib.parse import urlsplit",
        "written(here, parts=parts.items())",
        "f'{question}? {answer}'",
        "f'Is it {word}?'",
        "'?' in text",
    ],
)
def test_what_is_no_address_passes(source):
    assert list(writes_addresses(ast.parse(source))) == []
