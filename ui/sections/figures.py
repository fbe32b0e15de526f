"""Every figure's code in a link, page by page, and what draws it: its own view and its embedding.

`…/delays?country=GEO&figure=timeliness` shows that figure alone; `&embed=true` leaves out all else.
"""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from analytics.query.filters import Filters
from i18n import t
from ui.sections import dated, delays, several_sources
from ui.sections.changes import changes_alone
from ui.sections.country import around, story
from ui.sections.country.brief import country_brief
from ui.sections.country.choosing import choose_by_dot, the_one
from ui.sections.data.coverage import coverage_by_plan
from ui.sections.evaluation import evaluation
from ui.sections.overview import parts
from ui.sections.overview.present import present_table
from ui.sections.overview.region import the_map
from ui.sections.programme import objectives, places, programme
from ui.sections.sectors import matrix_of_link
from ui.shell import link
from ui.shell.markdown_escape import linked, plain
from ui.shell.navigation import FIRST, PAGES, instead
from ui.widgets.choice import asked_for
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

Draw = Callable[[Filters], None]
INDICATORS = 12
"""Outside indicators of one country that have a code: more than any has years to draw of."""


def _of_one(draw: Draw) -> Draw:
    """What can only be drawn of one country says so of none or several."""

    def drawn(filters: Filters) -> None:
        if the_one(filters):
            draw(filters)
        else:
            st.info(t("This figure is of one country. Choose one in the filters."))

    return drawn


OF_DATES_AND_OTHERS: Mapping[str, Draw] = {
    "still_open": dated.still_open,
    "how_it_ended": dated.how_it_ended,
    "milestones": dated.milestones,
    "crossed_government": partial(several_sources.crossed, kind="government"),
    "crossed_civil_society": partial(several_sources.crossed, kind="civil_society"),
    "assessors": several_sources.compared,
    "slips": dated.slips,
}
"""What dates and other assessors tell, on each page that has it."""
FIGURES: Mapping[str, Mapping[str, Draw]] = {
    "overview": {
        "present": present_table,
        "map": the_map,
        "side_by_side": parts.side_by_side,
        "plan_trend": parts.plan_trend,
        "ratings_mix": parts.ratings_mix,
    },
    "country": {
        "choose_country": choose_by_dot,
        "plan_trend": parts.plan_trend,
        "ratings_mix": parts.ratings_mix,
        "brief": _of_one(country_brief),
        "plan_list": _of_one(story.plan_list),
        "timeline": _of_one(story.timeline),
        "plans": _of_one(story.plans_over_time),
        "plan_calendar": _of_one(story.plan_calendar),
        "ratings": _of_one(story.ratings_by_plan),
        "sectors": _of_one(story.sectors),
        "timeliness": delays.timeliness,
        **OF_DATES_AND_OTHERS,
        "single_values": _of_one(around.single_values),
        "programme_steps": _of_one(around.programme_steps),
        **{
            f"indicator_{rank}": _of_one(partial(around.indicator, rank=rank))
            for rank in range(INDICATORS)
        },
    },
    "sectors": {"matrix": matrix_of_link},
    "delays": {
        "timeliness": delays.timeliness,
        "ageing": delays.ageing,
        "institutions": delays.institutions,
        "due_dates": delays.due_dates,
        "on_time": delays.on_time_bounds,
        **OF_DATES_AND_OTHERS,
    },
    "commitments": OF_DATES_AND_OTHERS,
    "changes": {"changes": changes_alone},
    "programme": {
        "bearing": objectives.bearing,
        "timeline": programme.timeline,
        "project_map": places.the_map,
    },
    "evaluation": {
        "cohorts": evaluation.cohort_figure,
        "transitions": evaluation.transition_figure,
        "sensitivity": evaluation.sensitivity_figure,
    },
    "data": {"coverage": coverage_by_plan, "assessors": several_sources.differences},
}
"""By page, because a figure is shown with the page's own choices in its link."""
WITHOUT_COMMITMENTS = (
    "present", "map", "brief", "timeline", "plans", "plan_list", "bearing", "project_map",
    "coverage", "choose_country", "single_values", "programme_steps",
)  # fmt: skip
"""Figures that say something where no commitment is in view."""


def only_figure(page: StreamlitPage) -> bool:
    """Draw the figure the link names instead of its page; False where it names none of it."""
    name = page.url_path or FIRST
    code = asked_for(link.FIGURE, FIGURES.get(name, {}))
    if not code:
        return False
    if st.context.is_embedded:
        filters = link.filters()
    else:
        st.title(plain(t(PAGES[name][0])), anchor=False)
        filters = filter_bar()
        view_line(filters)
        whole = t("The whole page: {page}", page=t(PAGES[name][0]))
        st.markdown(linked(whole, instead(**{link.FIGURE: None})))
    with st.container(key="alone"):
        if code not in WITHOUT_COMMITMENTS and not code.startswith("indicator_"):
            stop_if_empty(filters)
        FIGURES[name][code](filters)
    return True
