"""Files with bytes changed at random: the door always answers, and never with half a dataset."""

from hypothesis import given, settings
from hypothesis import strategies as st

from data import template
from data.importer import Loaded, Refused, load
from data.raw import RAW, read_public_record
from tests.house.shipped import ROOT
from tests.unit.importer.made import commitments_held, filled, packed, parts_of

EXPORT = (ROOT / "tests" / "fixtures" / "ogp_export.csv").read_bytes()
ONE = {name: table.slice(0, 2) for name, table in read_public_record().items()}
WHOLE = (
    EXPORT,
    filled(),
    template.workbook(ONE),
    template.zipped(ONE),
    EXPORT.decode("utf-8-sig").encode("utf-16"),
    (ROOT / "tests" / "fixtures" / "iati_activities.xml").read_bytes(),
)
BOOK = parts_of(template.workbook(ONE))

places = st.floats(0, 1, exclude_max=True)
pieces = st.sampled_from(
    [
        *(b"", b"\0", b"\xff", b'"', b",", b"\n", b";", b"<", b"&", b"]]>", b"PK\x03\x04"),
        *(b"<row>", b"</c>", b"<c r='A1'>", b' t="s"', b"<v>-1</v>", b"1e999", b"\xef\xbf\xbe"),
        *("Україна".encode(), b"9999-99-99", b"NaN", b"<!DOCTYPE a>", b"_xD83D_", b"A" * 40_000),
    ]
)
edits = st.lists(
    st.tuples(places, st.integers(0, 40), pieces | st.binary(max_size=8)), min_size=1, max_size=6
)


def mutated(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, removed, added in changes:
        at = int(place * (len(content) + 1))
        content = content[:at] + added + content[at + removed :]
    return content


def answers(content: bytes) -> None:
    outcome = load("x", content)
    if isinstance(outcome, Refused):
        assert outcome.problems
        assert all(problems.sentence() for problems in outcome.problems)
        assert "cannot-load" not in {problems.code for problems in outcome.problems}
    else:
        assert isinstance(outcome, Loaded)
        assert set(outcome.raw) == set(RAW)
        commitments_held(outcome)


@settings(max_examples=150)
@given(st.sampled_from(WHOLE), edits)
def test_a_file_with_bytes_changed_is_loaded_or_refused(content, changes):
    answers(mutated(content, changes))


@settings(max_examples=100)
@given(st.sampled_from(sorted(BOOK)), edits)
def test_a_workbook_with_one_part_changed_is_loaded_or_refused(part, changes):
    answers(packed(BOOK | {part: mutated(BOOK[part], changes)}))


@settings(max_examples=60)
@given(st.sampled_from(WHOLE), places)
def test_a_file_cut_anywhere_is_loaded_or_refused(content, place):
    answers(content[: int(place * len(content))])


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_answered(content):
    answers(content)
