"""The project map as a figure: its vector drawing, its table, its words."""

from collections.abc import Mapping

import pandas as pd

from analytics.again import Asked
from analytics.ask import Answer
from analytics.charts.places import places
from analytics.figures import Figure, source_line
from analytics.programme_map import MARKS, RINGS, countries, points_table
from analytics.vocabulary import Vocabulary
from i18n import number, t

BEHIND = tuple(
    Asked(f"programme_{what}") for what in ("capitals", "places", "forums", "grants")
)  # fmt: skip


def project_figure(
    shown: pd.DataFrame, standing: Mapping[str, str], counted: Answer, words: Vocabulary
) -> Figure:
    """`shown` and `standing` as `programme_map.project_map` takes them."""
    return Figure(
        places(
            countries(standing, words),
            shown,
            MARKS,
            {kind: radius for kind, (radius, _) in RINGS.items()},
            title=t("Where: local members, forums and named grants"),
            subtitle=t(
                "{n} in view; several at one place share a mark. Hatched: not active in OGP.",
                n=number(len(shown)),
            ),
            source=source_line(counted),
        ),
        points_table(shown, words),
        (),
        t("Map of local members, forums and grants; the same as the table beside it."),
        counted,
        BEHIND,
    )
