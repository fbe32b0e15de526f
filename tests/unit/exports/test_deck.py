"""Slide decks: what stands on each slide, that charts can be edited, that changes are found."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from itertools import combinations

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_FILL_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import MSO_AUTO_SIZE

from analytics.forum.storyboard import of_country, sequence, usual
from analytics.query.filters import Filters
from exports.paper.seal import Seal
from exports.slides.deck import deck
from exports.verify.verify import verify
from tests.browser.harness import ROOT
from tests.spec.examples import dataset_of

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ADDRESS = "http://monitor.example/forum?views=region"


def opened(content):
    return Presentation(io.BytesIO(content))


def saved(presentation):
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def titles(content):
    return [slide.shapes.title.text for slide in opened(content).slides]


def charts(presentation):
    return [shape.chart for slide in presentation.slides for shape in slide.shapes
            if shape.has_chart]  # fmt: skip


def words(slide):
    """All the text of a slide, tables too."""
    framed = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table
             for row in shape.table.rows for cell in row.cells]  # fmt: skip
    return "\n".join([*framed, *cells])


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


@pytest.fixture(scope="module")
def regional(record):
    return deck(record, Filters(), usual(Filters()), ADDRESS)


@pytest.fixture(scope="module")
def ukrainian(record):
    return deck(record, Filters(), of_country("UKR"), ADDRESS)


def test_words_shrink_where_a_machine_has_but_a_wider_typeface(record):
    content = deck(record, Filters(), usual(Filters()), ADDRESS)
    titled = [slide.shapes.title.text_frame for slide in opened(content).slides][1:]
    assert {frame.auto_size for frame in titled} == {MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE}


def test_the_regional_deck_has_a_slide_a_message_and_one_at_each_end(regional):
    assert titles(regional) == [
        "Open government in the Eastern Partnership",
        "132 of 247 assessed commitments substantially or fully carried out (53\u00a0%)",
        "67 of 412 listed commitments rated complete, 65 substantial; 161 not assessed",
        "53\u00a0% to 67\u00a0% of a focus sector’s assessed commitments substantially or fully "
        "carried out",
        "80 of 297 due commitments were unfinished after their due date when last assessed",
        "172 of 343 commitments with an ambition coding aimed high (50\u00a0%)",
        "Commitments listed without an IRM rating on the completion scale: 165 of 412",
        "Sources, licence and how to check",
    ]


def test_a_country_deck_opens_with_its_newest_reported_plan(ukrainian):
    assert titles(ukrainian)[:2] == [
        "Open government in Ukraine",
        "Ukraine: 8 of 14 commitments substantially or fully carried out in 2020–2022",
    ]


def test_slides_are_sixteen_to_nine(regional):
    made = opened(regional)
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_nothing_stands_outside_its_slide(regional, ukrainian):
    for made in (opened(regional), opened(ukrainian)):
        shapes = [shape for slide in made.slides for shape in slide.shapes]
        assert [
            shape.name
            for shape in shapes
            if shape.left < 0
            or shape.top < 0
            or shape.left + shape.width > made.slide_width
            or shape.top + shape.height > made.slide_height
        ] == []


def overlapping(slide):
    """Names of shapes that lie on one another."""
    return [
        (one.name, other.name)
        for one, other in combinations(slide.shapes, 2)
        if one.top < other.top + other.height and other.top < one.top + one.height
        and one.left < other.left + other.width and other.left < one.left + one.width
    ]  # fmt: skip


@pytest.mark.parametrize("filters", [{}, {"sectors": ("justice",)}, {"words": "no such words"}])
def test_nothing_on_a_slide_lies_on_something_else(record, filters):
    for views in (usual(Filters()), of_country("GEO")):
        made = opened(deck(record, Filters(**filters), views))
        assert [overlapping(slide) for slide in list(made.slides)[1:]] == [
            [] for _ in list(made.slides)[1:]
        ]


def test_charts_are_native_and_carry_their_own_workbook(regional):
    native = charts(opened(regional))
    assert len(native) == 6
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in native)


def test_what_is_not_known_is_no_nought_in_the_chart(regional):
    [rates] = charts(opened(regional))[0].plots
    shown = dict(zip(map(str, rates.categories), rates.series[0].values, strict=True))
    assert shown["Belarus\nNot participating"] is None
    assert shown["Ukraine"] == pytest.approx(39 / 67)


def test_a_rate_under_five_is_hollow_and_says_its_counts(ukrainian):
    sectors = charts(opened(ukrainian))[2].plots[0]
    business = sectors.series[0].points[4]
    assert business.format.fill.type == MSO_FILL_TYPE.BACKGROUND
    assert business.data_label.text_frame.text == "3 of 3"


def test_the_label_of_a_full_bar_stands_in_it_because_beside_it_the_chart_ends(ukrainian):
    full, part = (charts(opened(ukrainian))[2].plots[0].series[0].points[at] for at in (4, 0))
    assert full.data_label.position == XL_LABEL_POSITION.INSIDE_END
    assert part.data_label.position == XL_LABEL_POSITION.OUTSIDE_END


def test_a_dashed_bar_is_explained_on_the_slide(ukrainian, regional):
    titled = charts(opened(ukrainian))[2].chart_title.text_frame.text
    assert titled.endswith("dashed: fewer than five, no rate")
    assert "dashed" not in charts(opened(regional))[0].chart_title.text_frame.text


def test_the_legend_leaves_out_what_nobody_has(record):
    [chart] = charts(opened(deck(record, Filters(), sequence("ratings:ARM"))))
    named = [series.name for series in chart.plots[0].series]
    assert named == ["Not started", "Limited", "Substantial", "Complete", "Not assessed"]
    assert not chart._chartSpace.xpath("//c:legendEntry")


def test_what_colours_of_bars_side_by_side_mean_stands_on_the_slide_in_their_order(ukrainian):
    """LibreOffice reverses the legend of such a chart, PowerPoint does not."""
    plans = charts(opened(ukrainian))[0]
    assert not plans.has_legend
    [key] = [shape.text_frame.paragraphs[0] for shape in opened(ukrainian).slides[1].shapes
             if shape.has_text_frame and "\u25a0" in shape.text_frame.text]  # fmt: skip
    squares, names = key.runs[::2], key.runs[1::2]
    assert [name.text.strip() for name in names] == [one.name for one in plans.plots[0].series]
    for square, series in zip(squares, plans.plots[0].series, strict=True):
        assert square.font.color.rgb == series.format.fill.fore_color.rgb


def test_every_slide_of_a_filtered_deck_says_the_filter(record):
    justice = Filters(sectors=("justice",), as_of=date(2016, 12, 31))
    [*told, _] = list(opened(deck(record, justice, usual(justice))).slides)[1:]
    assert len(told) == 6
    assert all("As of 31 Dec 2016 · Sector: Justice" in words(slide) for slide in told)


def test_a_number_is_not_parted_from_its_percent_sign(regional):
    assert " %" not in " ".join(titles(regional))


def test_the_axis_of_a_share_always_runs_from_0_to_100_percent(ukrainian):
    axis = charts(opened(ukrainian))[0].value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0, 1)


def test_rate_and_counts_stand_at_the_end_of_a_bar_as_on_the_stage(regional):
    chart = charts(opened(regional))[0]
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert chart.category_axis.reverse_order
    label = chart.plots[0].series[0].points[5].data_label
    assert label.text_frame.text == "58\u00a0% · 39 of 67"
    assert label.position == XL_LABEL_POSITION.OUTSIDE_END


def test_intervals_stand_beneath_the_rates(regional):
    assert "46–69\u00a0%" in words(opened(regional).slides[1])


def test_every_slide_says_where_it_comes_from(regional, ukrainian):
    for content in (regional, ukrainian):
        for slide in opened(content).slides:
            assert "CC BY 4.0" in words(slide)
            assert "as of 25 Nov 2026" in words(slide)


def test_every_slide_has_notes_with_definition_source_and_stamp(regional, record):
    slides = list(opened(regional).slides)
    assert all(record.sha256 in notes(slide) for slide in slides)
    assert all(ADDRESS in notes(slide) for slide in slides)
    assert "Commitments whose latest IRM rating is substantial or complete" in notes(slides[1])
    assert "Ukraine: 39 of 67" in notes(slides[1])


def test_every_chart_can_be_heard(regional):
    shapes = [s for slide in opened(regional).slides for s in slide.shapes if s.has_chart]
    spoken = [shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in shapes]
    assert "Belarus, Not participating: –" in spoken[0]
    assert all(spoken)


def test_the_last_slide_has_sources_licence_and_disclaimer(regional, record):
    text = words(list(opened(regional).slides)[-1])
    for part in ("Independent Reporting Mechanism", "CC BY 4.0", "European Union"):
        assert part in text


def test_no_hash_is_seen_and_the_notes_have_it(record):
    address = f"{ADDRESS}&v={record.version}"
    slides = list(opened(deck(record, Filters(), usual(Filters()), address)).slides)
    assert not any(record.version in words(slide) for slide in slides)
    assert all(record.sha256 in notes(slide) and address in notes(slide) for slide in slides)
    assert ADDRESS in words(slides[-1])


def test_what_nobody_confirmed_stands_in_the_notes_alone_with_its_day_in_words(record):
    slides = list(opened(deck(record, Filters(), of_country("GEO"))).slides)
    doubt = "A news outlet reported on 13 Apr 2026 that Georgia is out of OGP"
    assert not any("not confirmed" in words(slide) for slide in slides)
    assert any(doubt in notes(slide) for slide in slides)


def test_every_slide_but_the_first_says_its_number(regional):
    numbered = [slide.shapes._spTree.xpath(".//a:fld[@type='slidenum']")
                for slide in opened(regional).slides]  # fmt: skip
    assert [len(one) for one in numbered] == [0, *[1] * (len(numbered) - 1)]


def test_a_logo_stands_at_the_foot_of_every_slide_and_nowhere_without_one(record, regional):
    mark = (ROOT / "static" / "favicon.png").read_bytes()
    made = opened(deck(record, Filters(), sequence("region"), ADDRESS, mark))
    shown = [[s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
             for slide in made.slides]  # fmt: skip
    assert [len(one) for one in shown] == [1] * len(shown)
    assert all(overlapping(slide) == [] for slide in list(made.slides)[1:])
    assert not any(s.shape_type == MSO_SHAPE_TYPE.PICTURE
                   for slide in opened(regional).slides for s in slide.shapes)  # fmt: skip


def test_belarus_has_one_slide_that_says_what_is_and_is_not_known(record):
    made = deck(record, Filters(), of_country("BLR"))
    assert titles(made)[1:-1] == [
        "Belarus: no action plan, so nothing to rate. This does not mean 0\u00a0%"
    ]
    assert "no OGP participation found in any source" in words(opened(made).slides[1])
    assert verify("x.pptx", made, record).outcome == "same"


def test_azerbaijan_is_said_to_be_suspended(record):
    made = deck(record, Filters(), of_country("AZE"))
    assert "suspended from OGP since 17 Aug 2023" in words(opened(made).slides[1])


def test_made_up_data_is_marked_on_every_slide(portfolio):
    made = opened(deck(portfolio, Filters(), usual(Filters())))
    assert all("Made-up data." in words(slide) for slide in made.slides)


def test_a_label_cannot_run_as_a_formula():
    dataset = dataset_of(
        """
        commitment | final    | level | jurisdiction | plan
        A          | complete | local | =1+cmd!A0    | GEO-X-1
        """
    )
    made = deck(dataset, Filters(), sequence("country:GEO"))
    [chart] = charts(opened(made))
    assert str(chart.plots[0].categories[0]).startswith("'=1+cmd!A0")
    book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_the_typeface_has_a_fallback_by_kind(regional):
    theme = zipfile.ZipFile(io.BytesIO(regional)).read("ppt/theme/theme1.xml").decode()
    assert theme.count('<a:latin typeface="Noto Sans" panose="020B0502040504020204"/>') == 2


def test_a_deck_as_it_left_is_the_same(regional, ukrainian, record):
    assert verify("deck.pptx", regional, record).outcome == "same"
    assert verify("deck.PPTX", ukrainian, record).outcome == "same"


def test_an_edited_deck_is_another_one(regional, record):
    edited = opened(regional)
    [value] = charts(edited)[0]._chartSpace.xpath("//c:val//c:pt[@idx='0']/c:v")
    value.text = "0.95"
    verdict = verify("deck.pptx", saved(edited), record)
    assert (verdict.outcome, verdict.differences) == ("different", ())
    assert "was changed, or saved anew," in verdict.reasons[0]


def test_a_deck_of_somebody_else_carries_no_stamp(record):
    verdict = verify("deck.pptx", saved(Presentation()), record)
    assert verdict.outcome == "cannot_tell"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive at all"])
def test_what_is_no_presentation_is_refused_in_a_sentence(content, record):
    assert verify("deck.pptx", content, record).outcome == "cannot_tell"


def test_an_archive_that_is_no_presentation_is_refused_in_a_sentence(record):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    verdict = verify("deck.pptx", out.getvalue(), record)
    assert verdict.reasons == ("The file carries no stamp.",)


needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not here; apt-get install libreoffice-impress brings it."
)


def through_office(content, folder, kind):
    """Opened by LibreOffice and saved as something else."""
    (folder / "in.pptx").write_bytes(content)
    command = [
        *(OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--convert-to", kind, "--outdir", folder / "out", folder / "in.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    [document] = (folder / "out").iterdir()
    return document.read_bytes()


@needs_office
def test_libreoffice_opens_every_slide(regional, tmp_path):
    pdf = through_office(regional, tmp_path, "pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(titles(regional))


@needs_office
def test_libreoffice_keeps_the_stamp(regional, record, tmp_path):
    kept = through_office(regional, tmp_path, "pptx:Impress MS PowerPoint 2007 XML")
    assert Seal.from_json(opened(kept).core_properties.comments).stamp.sha256 == record.sha256
    assert verify("deck.pptx", kept, record).outcome == "different"


def test_counts_stand_at_their_bars_and_on_no_axis(ukrainian, regional):
    counted = charts(opened(regional))[1]
    assert not counted.value_axis.visible
    assert charts(opened(regional))[0].value_axis.visible
    small = charts(opened(ukrainian))[1].plots[0].series[0].points[0]
    assert small.data_label.text_frame.text == "1"


def test_a_country_s_deck_counts_that_country_s_commitments_on_its_first_slide(ukrainian):
    first = opened(ukrainian).slides[0]
    notes = first.notes_slide.notes_text_frame.text
    assert "Commitments in view: 106" in notes
    assert "country=UKR" in notes
    beneath = first.placeholders[1].text_frame.text
    assert beneath.startswith("As of 25 Nov 2026\n")


def test_the_last_slide_names_the_source_of_the_data_shown(portfolio):
    last = opened(deck(portfolio, Filters(), usual(Filters()), ADDRESS)).slides[-1]
    assert "Sources: EaP Open Government Monitor." in words(last)
    assert "Reporting Mechanism" not in words(last)
