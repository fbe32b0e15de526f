"""Images carry their words, their source and their stamp, and ask nobody for anything."""

import io
import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
import vl_convert
from PIL import Image, ImageFont
from PIL.PngImagePlugin import PngInfo

import i18n
from exports.files import images
from exports.files.drawing import FONTS, STAND_INS, _fonts, drawing
from exports.files.files import image_file
from exports.files.images import KEYWORD, read_png, read_svg
from exports.paper.seal import NoSeal
from tests.unit.exports import made

SVG = "{http://www.w3.org/2000/svg}"
# The names of vocabularies, which nobody ever fetches.
NAMES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def words_in(svg):
    return " ".join("".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text"))


def drawn(record, figure, **options):
    return drawing(made.paper(record, figure), figure, **options)


@pytest.mark.parametrize("figure", made.FIGURES)
def test_a_drawing_says_title_n_source_and_day(record, figure):
    text = words_in(drawn(record, figure(record)))
    paper = made.paper(record, figure(record))
    assert paper.title in text
    assert re.search(r"\d+ (commitments|plans)", text)
    assert "Open Government Partnership" in text
    assert "As of 25 Nov 2026" in text
    assert "commitments in view: " in text


def test_a_map_carries_the_disclaimer_and_other_charts_do_not(record):
    assert "do not imply endorsement" in words_in(drawn(record, made.mapped(record), is_map=True))
    assert "endorsement" not in words_in(drawn(record, made.compared(record)))


@pytest.mark.parametrize("figure", made.FIGURES)
def test_a_drawing_refers_to_nothing_outside_itself(record, figure):
    svg = drawn(record, figure(record)).replace("http://monitor.example/?country=GEO", "")
    assert set(re.findall(r"https?://[^\s\"'<)]+", svg)) <= NAMES
    inner = re.findall(r"url\(([^)]+)\)|href=\"([^\"]+)\"", svg)
    assert all((one or other).startswith("#") for one, other in inner)
    assert not re.search(r"<(image|script|foreignObject)\b|@import", svg)


def test_ink_is_ink_whatever_page_the_drawing_lands_on(record):
    assert "currentColor" not in drawn(record, made.compared(record))


def test_words_that_are_markup_stay_words(record):
    paper = made.paper_of_table(record, made.compared(record).table.frame)
    shady = replace(paper, title="<script>alert(1)</script> & more", source="</svg><image/>")
    svg = drawing(shady, made.compared(record))
    assert ET.fromstring(svg).find(f"{SVG}title").text == shady.title
    assert "<script" not in svg


def test_the_map_draws_six_countries_and_their_names(record):
    text = words_in(drawn(record, made.mapped(record), is_map=True))
    for country in ("Armenia", "Azerbaijan", "Belarus", "Georgia", "Moldova", "Ukraine"):
        assert country in text
    assert "Not participating" in text


def test_no_letter_is_drawn_with_somebody_else_s_typeface(record):
    svg = drawn(record, made.mapped(record), is_map=True)
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {"Noto Sans, sans-serif"}
    assert not set(map(chr, STAND_INS)) & set(svg)


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_a_drawing_speaks_every_language(record, in_language, code):
    in_language(code)
    assert i18n.percent(1) in words_in(drawn(record, made.compared(record)))


def test_a_png_is_twice_the_size_of_its_drawing(record):
    figure = made.compared(record)
    svg = drawn(record, figure)
    image = image_file(made.paper(record, figure), figure, "png")
    width, height = struct.unpack(">II", image[16:24])
    [(wide, high)] = re.findall(r'^<svg [^>]*width="([\d.]+)" height="([\d.]+)"', svg)
    assert (width, height) == (pytest.approx(float(wide) * 2, abs=2), pytest.approx(
        float(high) * 2, abs=2))  # fmt: skip


def test_a_png_names_title_n_source_and_day(record):
    figure = made.compared(record)
    content = image_file(made.paper(record, figure), figure, "png")
    texts = Image.open(io.BytesIO(content)).text
    assert texts["Title"].startswith("Implementation rate: 52")
    assert texts["Description"].startswith("Countries side by side: implementation rate · ")
    assert "Open Government Partnership" in texts["Source"]
    assert "As of 25 Nov 2026" in texts["Description"]
    assert "commitments in view: 217" in texts["Description"]
    assert KEYWORD in texts


@pytest.mark.parametrize(("ending", "read"), [("png", read_png), ("svg", read_svg)])
def test_an_image_knows_whether_it_was_changed(record, ending, read):
    figure = made.mixed(record)
    image = image_file(made.paper(record, figure), figure, ending)
    assert read(image).intact
    if ending == "svg":
        changed = image.replace(b">Georgia", b">Ukraine", 1)
    else:
        at = image.index(b"IDAT") + 40
        changed = image[:at] + bytes([image[at] ^ 1]) + image[at + 1 :]
    assert changed != image
    assert not read(changed).intact


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt"]
)
def test_an_image_without_a_stamp_is_said_to_have_none(content):
    with pytest.raises(NoSeal):
        read_png(content)
    with pytest.raises(NoSeal):
        read_svg(content)


def saved(image, text=""):
    texts, out = PngInfo(), io.BytesIO()
    texts.add_itxt(KEYWORD, text, zip=True)
    image.save(out, "PNG", pnginfo=texts)
    return out.getvalue()


def test_a_text_that_would_fill_the_memory_is_refused():
    bomb = saved(Image.new("1", (1, 1)), "a" * 100_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(NoSeal):
        read_png(bomb)


def test_pixels_that_would_fill_the_memory_are_never_unpacked(record, monkeypatch):
    figure = made.mixed(record)
    content = image_file(made.paper(record, figure), figure, "png")
    monkeypatch.setattr(images, "MOST_PIXELS", 1_000)
    monkeypatch.setattr(Image.Image, "tobytes", None)
    assert not read_png(content).intact


@pytest.mark.parametrize(
    "word", ["Overview", "Огляд", "Ակնարկ", "მიმოხილვა", "İcra müddəti", "Țară"]
)
@pytest.mark.parametrize(("style", "weight"), [("Regular", 400), ("SemiBold", 600)])
def test_an_image_is_drawn_in_our_typeface_in_every_script(word, style, weight):
    """A file the image writer passes over leaves the words to whatever the machine has."""
    _fonts()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="200"><text x="20" y="150" '
        f'font-family="Noto Sans" font-weight="{weight}" font-size="100">{word}</text></svg>'
    )
    drawn = Image.open(io.BytesIO(vl_convert.svg_to_png(svg))).getchannel("A").getbbox()
    face = ImageFont.truetype(FONTS / f"NotoSans-{style}.ttf", 100)
    left, _, right, _ = face.getmask(word).getbbox()
    assert drawn[2] - drawn[0] == pytest.approx(right - left, abs=3)
