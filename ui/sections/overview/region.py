"""The map: choose what it shows, click a country to filter, click it again to let go."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts import map_deck
from analytics.charts.map_legend import map_legend
from analytics.codelists import PARTICIPATION
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.overview.figures import region_figure
from analytics.presentation.numbers import headline, resting_on
from analytics.presentation.tables import share_headings, table
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from i18n import t
from ui.shell import link
from ui.shell.cache import answer, vocabulary
from ui.widgets.choice import asked_for
from ui.widgets.downloads import downloads
from ui.widgets.figure import show_table

CHOICES = (
    "implementation_rate", "completion_rate", "published_implementation_rate", "coverage",
    "overdue_rate", "high_ambition_rate", "commitments", "overdue",
)  # fmt: skip


def region(filters: Filters) -> None:
    """Draw the map of the six countries, all of them, whatever country is filtered."""
    metric = _choice()
    everywhere = filters.with_(countries=())
    frame = _frame(metric, everywhere, vocabulary())
    st.pydeck_chart(
        map_deck.region_map(
            frame, metric.key, value_label=t(metric.label), selected=filters.countries,
            dark=st.context.theme.type == "dark",
        ),
        height=map_deck.MAP_HEIGHT,
        key="map",
        on_select=_clicked,
        selection_mode="single-object",
        alt=_spoken(metric, frame),
    )  # fmt: skip
    st.altair_chart(
        map_legend(
            map_deck.is_rate(metric.key),
            [*frame["state"], *frame["participation"]],
            top=map_deck.top_of(metric.key, frame),
        ),
        key="legend",
        width=320,
    )
    _leaving(metric, frame, filters)
    st.caption(
        t(
            "Click a country to filter, click it again to let go. Boundaries, names and "
            "designations do not imply endorsement or acceptance by the European Union."
        )
    )


def _leaving(metric: Metric, frame: pd.DataFrame, filters: Filters) -> None:
    """The same as a table, and as files: the map is drawn anew, as a vector drawing, on a click."""
    by_country, words = answer([metric], filters.with_(countries=()), [COUNTRY]), vocabulary()
    drawn = partial(region_figure, by_country, metric, frame, words, filters.countries)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(t("As a table"), key="table_map")
        downloads(drawn, key="map", is_map=True, answer=by_country)
    if st.session_state.get("table_map"):
        show_table(
            table(by_country, [metric], [COUNTRY], words), key="rows_map",
            shares=share_headings([metric]), alternative=_spoken(metric, frame),
        )  # fmt: skip


def _choice() -> Metric:
    st.session_state.map_metric = asked_for("map", CHOICES) or CHOICES[0]
    st.selectbox(
        t("The map shows"),
        CHOICES,
        key="map_metric",
        format_func=lambda key: t(METRICS[key].label),
        on_change=lambda: link.change(map=_unless_first(st.session_state.map_metric)),
    )
    return METRICS[st.session_state.map_metric]


def _unless_first(key: str) -> str | None:
    return None if key == CHOICES[0] else key


def _frame(metric: Metric, filters: Filters, words: Vocabulary) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "country": row["country"],
                "value": row[metric.key],
                "shown": headline(metric, row),
                "state": row["state"],
                "participation": row["participation"],
                "name": words.label("country", row["country"]),
                "tip": _tip(metric, row, words),
            }
            for row in answer([metric], filters, [COUNTRY]).rows
        ]
    )


def _tip(metric: Metric, row: dict[str, Any], words: Vocabulary) -> str:
    standing = t(PARTICIPATION.get(row["participation"], "Participation not known"))
    return (
        f"{words.label('country', row['country'])}: {headline(metric, row)}\n"
        f"{resting_on(metric, row)}\n{t('OGP participation')}: {standing}"
    )


def _spoken(metric: Metric, frame: pd.DataFrame) -> str:
    said = "; ".join(f"{row['name']} {row['shown']}" for row in frame.to_dict("records"))
    return f"{t(metric.label)}: {said}"


def _clicked() -> None:
    country = map_deck.clicked(st.session_state.map.selection.objects)
    if country:
        chosen = link.filters()
        kept = () if chosen.countries == (country,) else (country,)
        link.filter_by(chosen.with_(countries=kept))
