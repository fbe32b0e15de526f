"""Where the programme's steps are: local members, forums and named grants on a map."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.maps.deck import FRAMED_HEIGHT, MAP_HEIGHT
from analytics.metrics.catalogue import COMMITMENTS
from analytics.presentation.figure import Figure, source_line
from analytics.programme import project_map as places_map
from analytics.programme.figures import project_figure
from analytics.programme.words import named_grantees
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from data.store import Dataset
from i18n import N_, t
from ui.html.headings import figure_heading
from ui.html.text_table import text_table
from ui.sections.programme.programme import indicators
from ui.shell import link
from ui.shell.cache import answer, dataset, queries, remembered, vocabulary
from ui.shell.markdown_escape import plain, tinted, together
from ui.shell.printing import printing
from ui.widgets.downloads import files
from ui.widgets.figure import framed, line_under, nothing_drawn

WHERE = N_("Where: local members, forums and named grants")
BOUNDARIES = N_(
    "Boundaries, names and designations do not imply endorsement or acceptance by the "
    "European Union."
)


def project_map(filters: Filters) -> None:
    """The map of local members, forums and grants, and the same as a table beside it."""
    names = vocabulary()
    points = remembered(places_map.points, filters)
    st.header(plain(t(WHERE)), anchor=False)
    if points.empty:
        st.info(t("No local member, forum or grant in this view. Clear a filter to see more."))
        return
    drawn, listed = st.columns([3, 2], gap="medium")
    with drawn:
        _deck(points, filters)
    places = places_map.points_table(points, names).frame
    with (
        listed,
        st.container(
            key="project_places", height="content" if printing() else MAP_HEIGHT, border=False
        ),
    ):
        text_table(
            places.to_dict("records"),
            stacks=True,
            alternative=t("Local members, forums and named grants"),
        )
    _line_under(filters)
    st.caption(plain(_named(filters)))
    st.caption(plain(t(BOUNDARIES)))


def the_map(filters: Filters) -> None:
    """The map by itself, for its own link."""
    points = remembered(places_map.points, filters)
    if points.empty:
        nothing_drawn()
        return
    with st.container(key="figure_project_map", gap="xsmall"):
        figure_heading(t(WHERE))
        _deck(points, filters)
        _line_under(filters)
    st.caption(plain(t(BOUNDARIES)))


def _deck(points: pd.DataFrame, filters: Filters) -> None:
    dark = st.context.theme.type == "dark"
    high = FRAMED_HEIGHT if framed() else MAP_HEIGHT
    standing = places_map.standing(queries(), filters)
    st.pydeck_chart(
        places_map.project_map(points, standing, vocabulary(), dark=dark, high=high),
        height=high,
        key="project_map",
        alt=t("Map of local members, forums and grants; the same as the table beside it."),
    )
    marks = [together(tinted(tint, mark), label) for tint, mark, label in places_map.legend()]
    every = [*marks, *places_map.legend_of_standing(standing)]
    st.caption(" · ".join(plain(one) for one in every))


@st.fragment
def _line_under(filters: Filters) -> None:
    link.speak()
    counted = answer([COMMITMENTS], filters)
    drawing = partial(_project_drawing, dataset(), filters)
    made = partial(files, drawing, key="project_map", is_map=True, answer=counted)
    line_under(source_line(counted), made, heading=t(WHERE), key="project_map")


def _project_drawing(source: Dataset, filters: Filters) -> Figure:
    """Drawn on a click, when no page is there to remember anything for it."""
    return project_figure(Queries.of(source), filters)


def _named(filters: Filters) -> str:
    """How many grants are named in the whole region, whatever country is filtered."""
    everywhere = remembered(question, filters.with_(countries=()), name="programme/grants")
    return named_grantees(everywhere, indicators(filters))
