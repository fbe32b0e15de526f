"""Bars as native charts: a presenter can edit the numbers and restyle them on the slide."""

from dataclasses import replace

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.point import Point
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.text import PP_ALIGN
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Length, Pt

from analytics.codelists import INK, edge_of, ink_on
from analytics.forum.bars import Bars, Series
from data.findings import inert

# A hard space before the sign, as everywhere; a chart writes its numbers itself.
SHARE, COUNT = '0"\N{NO-BREAK SPACE}"%', "#,##0"
LABEL, AXIS = Pt(14), Pt(12)
DIGIT, AROUND = 0.012, 0.006
"""Shares of the longest bar: what a piece needs for each digit of its number, and round it.
Numbers of smaller ones are in the notes."""
FULL = 0.8
"""From here on a share's label stands in its bar: beside it the chart ends."""
SQUARE = "\N{BLACK SQUARE}\N{NO-BREAK SPACE}"
Box = tuple[Length, Length, Length, Length]
"""Left, top, width, height."""


def groups(bars: Bars) -> tuple[str, ...]:
    """The categories as the chart's own little workbook holds them: text that cannot run."""
    return tuple(inert(label) for label in bars.headed())


def put_chart(slide: Slide, bars: Bars, box: Box, spoken: str) -> GraphicFrame:
    """A chart of lying bars, as on the stage; `spoken` is its alternative text.

    Series of which there is nothing to see are left out: programs count the entries of a legend
    from different ends, so one taken out of it alone takes another's name in some of them.
    """
    seen = zip(bars.series, bars.in_legend(), strict=True)
    bars = replace(bars, series=tuple(one for one, in_legend in seen if in_legend))
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *box, _data(bars))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", spoken)
    _dress(frame.chart, bars)
    return frame


def _data(bars: Bars) -> CategoryChartData:
    data = CategoryChartData(number_format=SHARE if bars.share else COUNT)
    data.categories = groups(bars)
    for series in bars.series:
        data.add_series(inert(series.name), series.values)
    return data


def _dress(chart: Chart, bars: Bars) -> None:
    chart.font.size, chart.font.color.rgb = AXIS, _rgb(INK)
    chart.has_title = True
    chart.chart_title.text_frame.text = bars.headline()
    run = chart.chart_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = LABEL, False
    chart.chart_title.include_in_layout = False
    _legend(chart, bars)
    _axes(chart, bars)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100 if bars.stacked else -5
    plot.vary_by_categories = False
    for drawn, series in zip(plot.series, bars.series, strict=True):
        # The legend shows the series' own colour; a point overrides it where it differs.
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = _rgb(series.colours[0])
        if bars.stacked:
            drawn.format.line.color.rgb = _rgb(edge_of(series.colours[0]))
        for at in range(len(series.values)):
            if series.values[at] is not None:
                _point(drawn.points[at], series, at, bars)


def needs_key(bars: Bars) -> bool:
    """Whether bars stand side by side: a program's own legend names such from above or from below,
    each program otherwise, so the slide says what their colours mean."""
    return not bars.stacked and len(bars.series) > 1


def put_key(slide: Slide, bars: Bars, box: Box) -> None:
    """What the colours of bars side by side mean, in their order from above."""
    paragraph = slide.shapes.add_textbox(*box).text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    for series in bars.series:
        for text, colour in ((SQUARE, series.colours[0]), (f"{series.name}      ", INK)):
            run = paragraph.add_run()
            run.text, run.font.size, run.font.color.rgb = text, AXIS, _rgb(colour)


def _legend(chart: Chart, bars: Bars) -> None:
    chart.has_legend = bars.stacked and len(bars.series) > 1
    if not chart.has_legend:
        return
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = AXIS


def _axes(chart: Chart, bars: Bars) -> None:
    """The axis of a share is always 0–100 %; counts begin at nothing.

    Counts stand at their bars, as on the stage: an axis would say them twice.
    """
    value = chart.value_axis
    value.minimum_scale = 0
    value.visible = value.has_major_gridlines = bars.share
    if bars.share:
        value.major_gridlines.format.line.color.rgb = _rgb("#D9DEE6")
        value.format.line.fill.background()
        value.tick_labels.font.size = AXIS
        value.tick_labels.number_format_is_linked = False
        value.tick_labels.number_format = SHARE
        value.maximum_scale, value.major_unit = 1, 0.25
    chart.category_axis.tick_labels.font.size = AXIS
    # The first group stands above; the axis of values stays below.
    chart.category_axis.reverse_order = True
    [crosses] = chart._chartSpace.xpath("//c:valAx/c:crosses")
    crosses.set("val", "max")
    chart.category_axis.format.line.color.rgb = _rgb("#7B8593")


def _point(point: Point, series: Series, at: int, bars: Bars) -> None:
    colour = series.colours[at]
    if series.small[at]:
        point.format.fill.background()
        point.format.line.color.rgb = _rgb(colour)
        point.format.line.width = Pt(2)
        point.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    elif colour != series.colours[0]:
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = _rgb(colour)
    if series.texts[at] and (not bars.stacked or _has_room(series, at, bars)):
        _label(point, series, at, bars)


def _has_room(series: Series, at: int, bars: Bars) -> bool:
    needed = len(series.texts[at]) * DIGIT + AROUND
    return (series.values[at] or 0) >= bars.highest() * needed


def _label(point: Point, series: Series, at: int, bars: Bars) -> None:
    label, text = point.data_label, bars.at_the_bar(series, at)
    full = bars.share and (series.values[at] or 0) > FULL
    within = (bars.stacked or full) and not series.small[at]
    ink = ink_on(series.colours[at]) if within else INK
    label.position = (
        XL_LABEL_POSITION.CENTER if bars.stacked
        else XL_LABEL_POSITION.INSIDE_END if full else XL_LABEL_POSITION.OUTSIDE_END
    )  # fmt: skip
    label.text_frame.text = text
    label.text_frame.word_wrap = False  # a program would break it at its blanks
    run = label.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = LABEL, True, _rgb(ink)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
