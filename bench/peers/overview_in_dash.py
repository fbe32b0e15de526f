"""The Overview's view in Dash over the same facts: `python overview_in_dash.py PORT`.

Cards, map, countries side by side, trend and ratings, answered by DuckDB at every change.
"""

import json
import sys
from typing import Any

import dash
import duckdb
import pandas as pd
import plotly.graph_objects as go
from dash import Input, Output, dcc, html

from bench.serving import ROOT
from data.store import public_record

SHAPES = json.loads((ROOT / "data/boundaries/eap.geojson").read_text(encoding="utf-8"))
VIEW = """
select {by}, count(*) as n, count(*) filter (where rated) as rated,
    count(*) filter (where rating in ('substantial', 'complete')) as high,
    count(*) filter (where rating = 'complete') as complete,
    count(*) filter (where timeliness = 'open_overdue') as overdue
from prepared_commitments_at
where partner and (len($countries) = 0 or country in (select unnest($countries)))
group by all
order by all
"""


def counted(db: duckdb.DuckDBPyConnection, by: str, countries: list[str]) -> pd.DataFrame:
    """Counts and the implementation rate by some columns of a commitment."""
    rows = db.cursor().execute(VIEW.format(by=by), {"countries": countries}).df()
    return rows.assign(rate=rows["high"] / rows["rated"].where(rows["rated"] > 0))


def view(db: duckdb.DuckDBPyConnection, chosen: list[str] | None) -> tuple[Any, ...]:
    """Cards and the four pictures within the chosen countries."""
    countries = chosen or []
    by_country, by_plan = (counted(db, by, countries) for by in ("country", "country, plan_id"))
    by_rating = counted(db, "country, rating_code", countries)
    all_in_view = by_country[["n", "rated", "high", "complete", "overdue"]].sum()
    cards = [html.Div([html.B(name), html.H2(str(n))]) for name, n in all_in_view.items()]
    regions = go.Choropleth(
        geojson=SHAPES, featureidkey="properties.country", locations=by_country["country"],
        z=by_country["rate"], zmin=0, zmax=1,
    )  # fmt: skip
    mapped = go.Figure(regions).update_geos(fitbounds="locations", visible=False)
    dots = go.Figure(go.Scatter(x=by_country["rate"], y=by_country["country"], mode="markers"))
    trend = go.Figure(
        [
            go.Bar(x=plans["plan_id"], y=plans["rate"], name=country)
            for country, plans in by_plan.groupby("country")
        ]
    )
    mix = go.Figure(
        [
            go.Bar(y=part["country"], x=part["n"], orientation="h", name=rating)
            for rating, part in by_rating.groupby("rating_code")
        ]
    ).update_layout(barmode="stack")
    return cards, mapped, dots, trend, mix


def main(port: int) -> None:
    """Serve the view on a port of this machine."""
    db = public_record().connection
    names = counted(db, "country", [])["country"].tolist()
    app = dash.Dash(__name__, serve_locally=True)
    graphs = ("map", "side", "trend", "mix")
    app.layout = html.Div(
        [
            dcc.Dropdown(names, multi=True, id="country"),
            html.Div(id="cards", style={"display": "flex", "gap": "20px"}),
            *(dcc.Graph(id=name) for name in graphs),
        ]
    )
    outputs = [Output("cards", "children"), *(Output(name, "figure") for name in graphs)]
    app.callback(*outputs, Input("country", "value"))(lambda chosen: view(db, chosen))
    app.run(port=port, debug=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
