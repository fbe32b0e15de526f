"""The project map: local members of OGP, forums and grants, on the shapes we ship."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from analytics.charts.maps import deck
from analytics.charts.maps.deck import Tones
from analytics.charts.maps.looks import Drawn
from analytics.codelists import OUTSIDE, PARTICIPATION, STATES, Swatch, channels
from analytics.presentation.columns import country_column, fact
from analytics.presentation.tables import Column, Row, Table
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, labelled, t

UNKNOWN = N_("Participation not known")
QUIET = {False: "#D3DEEB", True: "#33475F"}  # a country without a standing to tell, by dark page

MARKS: Mapping[str, Swatch] = {
    "local": Swatch("#C2570C", N_("City or community with its own action plan"), "●"),
    "forum": Swatch("#2463CC", N_("Forum of state and civil society, drawn at the capital"), "○"),
    "grant": Swatch(
        "#B53183", N_("Grant with a named grantee, drawn at its place or else the capital"), "◯"
    ),
}
TINTS = {"local": "orange", "forum": "blue", "grant": "violet"}
# Rings round the same capital, one inside the other: pixels of radius, and of line.
RINGS = {"forum": (10, 3), "grant": (16, 3)}


def points(dataset: Dataset, filters: Filters) -> pd.DataFrame:
    """What stands on the map. One row a place, forum or grant, with `kind` a key of MARKS.

    A forum, and a grant whose place is not stated, stand at their country's capital.
    """
    capitals, places = (
        records(question(dataset, filters, name=f"programme/{name}"))
        for name in ("capitals", "places")
    )
    capital_of = {row["country"]: row for row in capitals}
    marked = [_point(row, "local", row, row["place"], row["periods"]) for row in places]
    for kind, name, what, more in (
        ("forum", "programme/forums", "name", "established_text"),
        ("grant", "programme/grants", "grantee", "topic"),
    ):
        marked += [
            _point(row, kind, _where(row, capital_of[row["country"]]), row[what], row[more])
            for row in records(question(dataset, filters, name=name))
            if row["country"] in capital_of
        ]
    return pd.DataFrame(marked, columns=["country", "kind", "lat", "lon", "name", "detail"])


def _where(row: Row, capital: Row) -> Row:
    stated = row.get("lat") is not None and row.get("lon") is not None
    return row if stated else capital


def _point(row: Row, kind: str, at: Row, name: str, detail: str | None) -> dict[str, Any]:
    return {
        "country": row["country"],
        "kind": kind,
        "lat": at["lat"],
        "lon": at["lon"],
        "name": name,
        "detail": detail or "",
    }


def project_map(
    points: pd.DataFrame,
    standing: Mapping[str, str],
    vocabulary: Vocabulary,
    *,
    dark: bool,
    high: int = deck.MAP_HEIGHT,
) -> pdk.Deck:
    """The `points` over the six countries, `high` pixels; `standing` is each country's in OGP."""
    tones = deck.DARK if dark else deck.LIGHT
    drawn = countries(standing, vocabulary, dark=dark)
    return pdk.Deck(
        layers=[*deck.layers(drawn, tones), *_marks(points, tones)],
        views=[deck.view()],
        initial_view_state=deck.view_state(high),
        map_provider=None,
        tooltip={"text": "{tip}", "style": deck.tooltip_style(tones)},
    )


def countries(
    standing: Mapping[str, str], vocabulary: Vocabulary, *, dark: bool = False
) -> dict[str, Drawn]:
    """How each country is drawn below the points, by its standing in OGP."""
    return {code: _country(code, where, vocabulary, dark) for code, where in standing.items()}


def standing(queries: Queries, filters: Filters) -> dict[str, str]:
    """The standing in OGP of all six countries, whatever country is filtered."""
    everywhere = filters.with_(countries=())
    capitals = queries.run(question, everywhere, name="programme/capitals")
    return dict(zip(capitals["country"], capitals["participation"], strict=True))


def points_table(points: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """The map's points as a table for people."""
    columns = (
        country_column(vocabulary),
        Column(t("What"), t("What happened, or the subject of the row."),
               lambda row: t(_short(row["kind"]))),
        Column(t("Name"), t("The place, forum or grantee."), _name),
        fact("detail", t("Plan period, founding day or topic"),
             t("Of a place its plans, of a forum its beginning, of a grant its subject.")),
    )  # fmt: skip
    return Table(columns, records(points))


def legend() -> list[tuple[str, str, str]]:
    """Each mark with the word for about its colour, and what it means."""
    return [(TINTS[kind], mark.mark, t(mark.label)) for kind, mark in MARKS.items()]


def legend_of_standing(standing: Mapping[str, str]) -> list[str]:
    """What the marks beside countries' names mean: `‖ Suspended`."""
    return [f"{STATES[state].mark}\N{NO-BREAK SPACE}{t(STATES[state].label)}"
            for state in OUTSIDE if state in standing.values()]  # fmt: skip


def _short(kind: str) -> str:
    return {"local": N_("Local member"), "forum": N_("Forum"), "grant": N_("Grant")}[kind]


def _country(code: str, standing: str, vocabulary: Vocabulary, dark: bool) -> Drawn:
    outside = standing if standing in OUTSIDE else None
    name = vocabulary.label("country", code)
    state = STATES[outside] if outside else None
    label = f"{name} {state.mark}" if state else name
    participation = t(PARTICIPATION.get(standing, UNKNOWN))
    return Drawn(
        state.colour if state else QUIET[dark], label, labelled(name, participation), outside
    )


def _marks(points: pd.DataFrame, tones: Tones) -> Sequence[pdk.Layer]:
    return [
        pdk.Layer(
            "ScatterplotLayer",
            _tipped(points[points["kind"] == kind], kind),
            id=f"mark-{kind}",
            get_position=["lon", "lat"],
            radius_units=pdk.types.String("pixels"),
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
            **_look(kind, mark, tones),
        )
        for kind, mark in reversed(tuple(MARKS.items()))
    ]


def _look(kind: str, mark: Swatch, tones: Tones) -> dict[str, Any]:
    colour = list(channels(mark.colour))
    if kind not in RINGS:
        paper = list(channels(tones.paper))
        return {"get_radius": 6, "get_fill_color": colour, "stroked": True,
                "get_line_color": paper, "get_line_width": 1.5}  # fmt: skip
    radius, line = RINGS[kind]
    return {"get_radius": radius, "filled": False, "stroked": True,
            "get_line_color": colour, "get_line_width": line}  # fmt: skip


def _tipped(points: pd.DataFrame, kind: str) -> list[dict[str, Any]]:
    """Points that share a place share a tip, since only the topmost can be pointed at."""
    return [
        {
            "lon": lon,
            "lat": lat,
            "tip": "\n".join(
                [t(_short(kind)), *(_tip_line(row) for row in here.to_dict("records"))]
            ),
        }
        for (lon, lat), here in points.groupby(["lon", "lat"], sort=False)
    ]


def _tip_line(row: dict[Any, Any]) -> str:
    return f"{_name(row)} ({row['detail']})" if row["detail"] else _name(row)


def _name(row: Mapping[Any, Any]) -> str:
    """A place in the reader's language; forums and grantees keep their names."""
    return t(row["name"]) if row["kind"] == "local" else str(row["name"])
