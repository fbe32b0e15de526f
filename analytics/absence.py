"""What to say where nothing is in view: which countries were asked for, and how they stand."""

from analytics.ask import Answer
from analytics.charts.dots import state_in_words
from analytics.vocabulary import Vocabulary
from i18n import t


def nothing_in_view(countries: Answer, words: Vocabulary) -> str:
    """Why there is nothing to show and what to do; blank where there is something.

    `countries` is the answer to `commitments` by country.
    """
    if countries.frame["commitments"].sum():
        return ""
    standing = [
        f"{words.label('country', row['country'])}: {state_in_words(row['state'])}."
        for row in countries.rows
    ]
    said = [t("No commitments in view."), *(standing if len(standing) == 1 else [])]
    return " ".join([*said, t("Widen the filters at the side, or clear them.")])
