"""The look of a slide: 16:9, one title that is the finding, one picture, one foot.

Titles and texts stand in placeholders, so that outline view and screen readers find them.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import chain

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from analytics.codelists import ACCENT, COUNTRIES, INK
from analytics.forum.bars import Bars
from exports.slides.fitting import LINE, fitting, lines_of
from exports.slides.native_charts import Box, needs_key, put_chart, put_key
from i18n import language_tag

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
TITLE_SLIDE, TITLE_AND_TEXT, TITLE_ONLY = 0, 1, 5  # the layouts of the library's own template
LEFT, WIDE = Inches(0.6), Inches(12.13)
TITLE: Box = (LEFT, Inches(0.2), WIDE, Inches(1.1))
BESIDE: Box = (LEFT, Inches(1.3), WIDE, Inches(0.85))
TEXT: Box = (LEFT, Inches(2.2), WIDE, Inches(4.5))
PICTURE: Box = (LEFT, Inches(2.15), WIDE, Inches(4.55))
FOOT: Box = (LEFT, Inches(6.78), Inches(9.5), Inches(0.55))
LOGO: Box = (Inches(10.2), Inches(6.82), Inches(1.8), Inches(0.45))
NUMBER: Box = (Inches(12.1), Inches(6.82), Inches(0.63), Inches(0.4))
KEY = Inches(0.35)
"""The height of what colours mean, beneath bars side by side."""
ROW, SIZE, FIRST = 0.36, 11, 0.2
"""Of the table beneath a chart: the height of a line in inches, its letters, its first column."""
HEAD = "E8EDF4"
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The format's own style without lines and colours."""
# Theme fonts know no list of fallbacks. A machine without the first takes a sans of this kind,
# by its PANOSE number Calibri or Arial; both are narrower, so nothing grows out of its box.
# Where it takes a wider one all the same, as LibreOffice does for Armenian, the words shrink.
SHRINKS = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
FONT = '<a:latin typeface="Noto Sans" panose="020B0502040504020204"/>'


def blank() -> Deck:
    """An empty deck in the house's size, fonts and colours."""
    deck = Presentation()
    wider = WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for shape in chain(deck.slide_master.shapes, *(one.shapes for one in deck.slide_layouts)):
        # Only what has a place of its own; the rest follows the master.
        if shape._element.xfrm is not None:
            shape.left, shape.width = Emu(int(shape.left * wider)), Emu(int(shape.width * wider))
    _theme(deck)
    _without_preview(deck)
    return deck


def slide_of(deck: Deck, layout: int, title: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = unbroken(title)
    return slide


def finding(slide: Slide, beside: Sequence[str]) -> None:
    """Set the title of a slide that has been given one, and what qualifies it beneath."""
    title = slide.shapes.title
    place(title, TITLE)
    title.text_frame.auto_size = SHRINKS
    style(title.text_frame, fitting([title.text_frame.text], TITLE, 26, bold=True), bold=True)
    for paragraph in title.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    if beside:
        write(slide, BESIDE, beside, fitting(beside, BESIDE, 15))


def write(slide: Slide, box: Box, lines: Sequence[str], size: int, colour: str = INK) -> None:
    """A box of text, a paragraph a line."""
    frame = slide.shapes.add_textbox(*box).text_frame
    fill(frame, lines)
    style(frame, size, colour=colour)


def points(slide: Slide, lines: Sequence[str], size: int) -> None:
    """The body of a slide without a picture, in the layout's own placeholder."""
    body = slide.placeholders[1]
    place(body, TEXT)
    fill(body.text_frame, lines)
    style(body.text_frame, size)
    for paragraph in body.text_frame.paragraphs:
        paragraph.space_after = Pt(size / 2)


def picture(slide: Slide, bars: Bars, spoken: str, head: str) -> None:
    """The chart and, beneath it, the intervals of its bars under the word `head`."""
    rows = beneath(bars, head)
    left, top, width, height = PICTURE
    heights = [_height(row, width) for row in rows]
    used = sum(heights) or KEY * needs_key(bars)
    put_chart(slide, bars, (left, top, width, Emu(height - used)), spoken)
    if needs_key(bars):
        put_key(slide, bars, (left, Emu(top + height - used), width, KEY))
    if rows:
        _table(slide, rows, heights, (left, Emu(top + height - used), width, Emu(used)))


def beneath(bars: Bars, head: str) -> list[list[str]]:
    """The table under a chart of rates with intervals; the counts stand at the bars."""
    if not any(bars.spans):
        return []
    return [["", *bars.labels], [head, *bars.intervals()]]


def foot(slide: Slide, text: str, made_up: str = "") -> None:
    """The source line; made-up data is marked at the very top as well."""
    write(slide, FOOT, [text], 11, "#4B5563")
    if made_up:
        write(slide, (LEFT, Inches(0.05), WIDE, Inches(0.35)), [made_up], 14, ACCENT)


def number(slide: Slide) -> None:
    """The slide's number, which the program that shows it keeps right."""
    frame = slide.shapes.add_textbox(*NUMBER).text_frame
    frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    frame.paragraphs[0]._p.append(parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        '<a:rPr sz="1100"/><a:t>‹#›</a:t></a:fld>'
    ))  # fmt: skip


def logo(slide: Slide, picture: bytes, spoken: str) -> None:
    """The logo of whoever runs the monitor, at the foot beside the number."""
    left, top, width, height = LOGO
    shape = slide.shapes.add_picture(BytesIO(picture), left, top, height=height)
    if shape.width > width:
        shape.height, shape.width = Emu(int(shape.height * width / shape.width)), width
    shape.left = Emu(left + width - shape.width)
    shape._element.nvPicPr.cNvPr.set("descr", spoken)


def notes(slide: Slide, lines: Sequence[str]) -> None:
    slide.notes_slide.notes_text_frame.text = "\n".join(lines)


def place(shape: BaseShape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = box


def fill(frame: TextFrame, lines: Sequence[str]) -> None:
    frame.word_wrap, frame.auto_size = True, SHRINKS
    frame.text = unbroken("\n".join(lines))


def unbroken(text: str) -> str:
    """Words in which no line ends between a number and its percent sign."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")


def style(frame: TextFrame, size: int, *, bold: bool = False, colour: str = INK) -> None:
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))


def _widths(count: int, width: int) -> list[Emu]:
    rest = (1 - FIRST) / (count - 1)
    return [Emu(int(width * (rest if across else FIRST))) for across in range(count)]


def _height(row: Sequence[str], width: int) -> Emu:
    """The height of a row whose longest words take several lines."""
    most = max(
        lines_of(text, SIZE, column, bold=True)
        for text, column in zip(row, _widths(len(row), width), strict=True)
    )
    return Inches(ROW + (most - 1) * SIZE * LINE / 72)


def _table(slide: Slide, rows: list[list[str]], heights: Sequence[Emu], box: Box) -> None:
    table = slide.shapes.add_table(len(rows), len(rows[0]), *box).table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_TABLE
    table.first_col = True
    for column, width in zip(table.columns, _widths(len(rows[0]), box[2]), strict=True):
        column.width = width
    for down, row in enumerate(rows):
        table.rows[down].height = heights[down]
        for across, text in enumerate(row):
            cell = table.cell(down, across)
            cell.text = text
            cell.margin_top = cell.margin_bottom = Inches(0.03)
            style(cell.text_frame, SIZE, bold=not (down and across))
            if not down:
                cell.fill.solid()
                cell.fill.fore_color.rgb = RGBColor.from_string(HEAD)


def _without_preview(deck: Deck) -> None:
    """The template's own little picture would be shown as that of our file."""
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(key)


def _theme(deck: Deck) -> None:
    """The house's typeface and colours, which new slides and charts then take by themselves."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode("utf-8")
    theme = re.sub(r'<a:latin typeface="Calibri"[^>]*/>', FONT, theme)
    accents = [swatch.colour.removeprefix("#") for swatch in COUNTRIES.values()]
    for place_, colour in enumerate(accents, start=1):
        theme = re.sub(
            rf"(<a:accent{place_}>)<a:srgbClr val=\"\w+\"/>", rf'\1<a:srgbClr val="{colour}"/>',
            theme,
        )  # fmt: skip
    # The libraries' theme names a typeface for Georgian and none for Armenian.
    georgian = '<a:font script="Geor" typeface="Sylfaen"/>'
    theme = theme.replace(georgian, georgian + georgian.replace("Geor", "Armn"))
    part._blob = theme.encode("utf-8")
    for spoken in deck.part._element.xpath("p:defaultTextStyle//a:defRPr[@lang]"):
        spoken.set("lang", language_tag())
