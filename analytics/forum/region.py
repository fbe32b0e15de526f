"""Messages of the whole region; most serve one country too, where its code is given."""

from analytics.codelists import COMPLETION, FOCUS_SECTORS, NEUTRAL, country_colour
from analytics.forum.bars import Bars, bucket_bars, mix_bars, rate_bars
from analytics.forum.country import PlansInView
from analytics.forum.message import Message
from analytics.metrics.catalogue import (
    COMMITMENTS,
    COVERAGE,
    DAYS_OVERDUE,
    DUE,
    HIGH_AMBITION_RATE,
    IMPLEMENTATION_RATE,
    OVERDUE,
    OVERDUE_RATE,
)
from analytics.metrics.kinds import Metric, Rate
from analytics.presentation import findings, group_findings
from analytics.presentation.figure import absent, standing_labels
from analytics.query.ask import Answer
from analytics.query.dimensions import COUNTRY, PLAN, RATING, SECTOR
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import ended, t


def side_by_side(queries: Queries, filters: Filters, country: str = "") -> Message:
    """How much was carried out, country by country."""
    [row] = queries.answer([COMMITMENTS, IMPLEMENTATION_RATE], filters).rows
    return _by_country(queries, filters, IMPLEMENTATION_RATE, findings.carried_out(row))


def coverage(queries: Queries, filters: Filters, country: str = "") -> Message:
    """How much of the picture is known, country by country."""
    [row] = queries.answer([COMMITMENTS, COVERAGE], filters).rows
    by_rating = findings.by_rating(queries.answer([COMMITMENTS], filters, [RATING]).rows)
    instead = findings.what_they_are_instead(by_rating)
    in_no_rate = t("Commitments not assessed are in no rate.")
    note = f"{ended(instead)} {in_no_rate}" if instead else in_no_rate
    return _by_country(queries, filters, COVERAGE, findings.rated(row), note)


def ambition(queries: Queries, filters: Filters, country: str = "") -> Message:
    """How many commitments aimed high, country by country."""
    [row] = queries.answer([COMMITMENTS, HIGH_AMBITION_RATE], filters).rows
    return _by_country(queries, filters, HIGH_AMBITION_RATE, findings.ambitious(row))


def ratings(queries: Queries, filters: Filters, country: str = "") -> Message:
    """The latest ratings, by country or by one country's plans."""
    answer = queries.answer([COMMITMENTS], filters, [COUNTRY, RATING])
    listed = findings.mixed(findings.by_rating(answer.rows))
    if country:
        return _ratings_by_plan(queries, filters, _named(queries, country, listed))
    countries = queries.answer([COMMITMENTS], filters, [COUNTRY])
    bars = mix_bars(
        t("Commitments by latest IRM rating"),
        _pieces(answer, COUNTRY.key),
        COMPLETION,
        standing_labels(queries.vocabulary, countries),
        absent(answer, countries),
    )
    return Message(listed, _not_assessed(), answer, _if_any(bars))


def focus_sectors(queries: Queries, filters: Filters, country: str = "") -> Message:
    """The five sectors the programme names."""
    answer = queries.answer([COMMITMENTS, IMPLEMENTATION_RATE], filters, [SECTOR])
    rows_by_sector = {row["sector"]: row for row in answer.rows}
    rows = [rows_by_sector.get(code, _nothing(IMPLEMENTATION_RATE)) for code in FOCUS_SECTORS]
    names = [queries.vocabulary.label("sector", code) for code in FOCUS_SECTORS]
    finding = group_findings.between(rows, IMPLEMENTATION_RATE) or group_findings.few(
        rows, IMPLEMENTATION_RATE, names
    )
    overlap = t("A commitment counts once in each of its sectors: they do not sum to the total.")
    beside = [group_findings.apart(rows, IMPLEMENTATION_RATE, names),
              group_findings.thin(rows, IMPLEMENTATION_RATE), overlap]  # fmt: skip
    colours = [country_colour(country) if country else NEUTRAL] * len(rows)
    bars = rate_bars(rows, IMPLEMENTATION_RATE, names, colours)
    return Message(
        _named(queries, country, finding), " ".join(filter(None, beside)), answer, _if_any(bars)
    )


def delays(queries: Queries, filters: Filters, country: str = "") -> Message:
    """What was late when last seen, and by how much."""
    answer = queries.answer([COMMITMENTS, DUE, OVERDUE, OVERDUE_RATE, DAYS_OVERDUE], filters)
    [row] = answer.rows
    finding = _named(queries, country, findings.overdue(row))
    if not row[OVERDUE.key]:
        return Message(finding, "", answer, points=findings.nothing_late(row))
    return Message(finding, findings.how_late(row), answer, bucket_bars(row))


def _by_country(
    queries: Queries, filters: Filters, metric: Rate, finding: str, note: str = ""
) -> Message:
    answer = queries.answer([COMMITMENTS, metric], filters, [COUNTRY])
    names = standing_labels(queries.vocabulary, answer)
    codes = [row["country"] for row in answer.rows]
    bars = rate_bars(
        answer.rows, metric, [names[c] for c in codes], list(map(country_colour, codes))
    )
    compared = group_findings.apart(
        answer.rows, metric, [queries.vocabulary.label("country", code) for code in codes]
    )
    return Message(finding, note or compared, answer, _if_any(bars))


def _ratings_by_plan(queries: Queries, filters: Filters, finding: str) -> Message:
    plans = PlansInView.of(queries, filters)
    answer = queries.answer([COMMITMENTS], filters, [PLAN, RATING])
    title = t("Commitments by latest IRM rating and action plan")
    counts = _pieces(answer, PLAN.key)
    bars = mix_bars(title, counts, COMPLETION, plans.labels, plans.unlisted())
    beside = f"{_not_assessed()} {plans.left_out}".strip()
    return Message(finding, beside, answer, _if_any(bars))


def _not_assessed() -> str:
    return t("Not assessed: no IRM rating on record. This does not mean “not started”.")


def _pieces(answer: Answer, key: str) -> dict[tuple[str, str], int]:
    return {(row[key], row[RATING.key]): row["commitments"] for row in answer.rows
            if row["commitments"]}  # fmt: skip


def _named(queries: Queries, country: str, finding: str) -> str:
    if not country:
        return finding
    return t(
        "{name}: {finding}", name=queries.vocabulary.label("country", country), finding=finding
    )


def _nothing(metric: Metric) -> dict[str, object]:
    """The row of a sector without any commitment in view, whatever plans there are."""
    parts = {f"{metric.key}_{part}": None for part in metric.columns() if part != "value"}
    return {**parts, metric.key: None, "commitments": 0, "state": "none_in_view"}


def _if_any(bars: Bars) -> Bars | None:
    """Bars with at least one of them to see; an empty chart says nothing."""
    seen = any(value is not None for one in bars.series for value in one.values)
    return bars if seen else None
