"""A picture is shown when it is there and somebody said what it shows and whose it is."""

import pytest

from data.gallery import pictures

HEAD = "file,caption,date,credit\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("one.jpg", "two.PNG", "notes.txt"):
        (tmp_path / name).write_bytes(b"picture")
    return tmp_path


def shown(folder, lines):
    (folder / "captions.csv").write_text(HEAD + lines, encoding="utf-8")
    return [picture.path.name for picture in pictures(folder)]


def test_the_shipped_folder_is_empty():
    assert pictures() == ()


def test_a_folder_without_captions_holds_no_pictures(folder):
    assert pictures(folder) == ()


def test_pictures_stand_in_the_order_of_the_captions(folder):
    lines = "two.PNG,Second first,2023-11,OGP\none.jpg,Then the other,,EU\n"
    assert shown(folder, lines) == ["two.PNG", "one.jpg"]


@pytest.mark.parametrize(
    "line",
    [
        "missing.jpg,A caption,2023,OGP",
        "one.jpg,,2023,OGP",
        "one.jpg,A caption,2023,",
        "notes.txt,A caption,2023,OGP",
        "../one.jpg,A caption,2023,OGP",
        ",A caption,2023,OGP",
        "one.jpg",
    ],
)
def test_what_is_not_there_or_not_described_is_left_out(folder, line):
    (folder.parent / "one.jpg").write_bytes(b"picture")
    assert shown(folder, line + "\n") == []
