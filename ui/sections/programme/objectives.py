"""The programme's objectives and results: how much speaks to each, and what it is."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE
from analytics.presentation.numbers import headline, is_small, rate_in_cell, resting_on
from analytics.presentation.tables import Row
from analytics.presentation.words import when
from analytics.programme import results_framework
from analytics.programme.bearing import KINDS, bearing_table
from analytics.programme.evidence import Beside, evidence
from analytics.programme.words import absences, indicator_lines, result_lines
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import NO_DATA, number, t, tn
from ui.html.text_table import Lines, text_table
from ui.shell import link
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import linked, plain, strong, together
from ui.shell.printing import printing
from ui.widgets.choice import asked_for, choice
from ui.widgets.drill_down import behind, counted, see
from ui.widgets.figure import table_figure

RATED = behind(IMPLEMENTATION_RATE, "denominator")


def results(filters: Filters) -> None:
    """One part of the programme: its objectives and results, and what speaks to each."""
    choose_part(filters)
    for absence in absences(answer([COMMITMENTS], filters, [COUNTRY]), vocabulary()):
        st.caption(plain(absence))
    bearing(filters)
    one_objective(filters)


def choose_part(filters: Filters) -> None:
    """The part of the programme the reader looks at; the link holds it."""
    link.show("part", _part(filters))
    st.segmented_control(
        t("Part of the programme"),
        _parts(filters),
        key="part",
        required=True,
        format_func=lambda key: plain(t(results_framework.PARTS[key].label)),
        on_change=lambda: link.change(part=st.session_state.part, objective=None),
    )
    st.caption(plain(t(results_framework.PARTS[st.session_state.part].about)))


def _part(filters: Filters) -> str:
    """The part the link names, else the first."""
    keys = _parts(filters)
    return asked_for("part", keys) or keys[0]


def _parts(filters: Filters) -> Sequence[str]:
    objectives = remembered(question, filters, name="programme/objectives")
    return results_framework.parts_with(objectives["number"])


def _besides(filters: Filters) -> tuple[Beside, ...]:
    return remembered(evidence, filters, part=_part(filters))


def bearing(filters: Filters) -> None:
    """How much speaks to each objective and result of the part that the link names."""
    table = drawn(bearing_table, filters, part=_part(filters))
    rows = [_in_cells(beside) for beside in _besides(filters)]
    table_figure(table, partial(text_table, rows, stacks=True), key="bearing")


def _in_cells(beside: Beside) -> dict[str, object]:
    """An objective's wording, and how much of each kind bears on it."""
    empty = [t("No evidence here")] if beside.nothing else []
    cells: dict[str, object] = {
        kind: number(count) if count else NO_DATA for kind, count in beside.counts.items()
    }
    if row := beside.commitments:
        of, count = beside.filters, beside.counts["commitments"]
        rate, out_of = rate_in_cell(IMPLEMENTATION_RATE, row)
        rated = counted(out_of, of, row[f"{IMPLEMENTATION_RATE.key}_denominator"], RATED)
        cells |= {"commitments": counted(number(count), of, count, ""),
                  "rate": Lines(rate, [rated])}  # fmt: skip
    return {
        t("Objective or result"): Lines(f"{beside.number} {t(beside.label)}", empty),
        **{t(heading): cells.get(kind, NO_DATA) for kind, heading in KINDS.items()},
    }


def one_objective(filters: Filters) -> None:
    """What speaks to one objective or result at a time, which the link names; on paper to each."""
    besides = {beside.number: beside for beside in _besides(filters)}
    if printing():
        for beside in besides.values():
            _evidence(beside)
    elif chosen := choice(
        "objective",
        t("Evidence for which objective or result?"),
        list(besides),
        lambda code: _called(besides[code]),
        open_at_first=False,
    ):
        _evidence(besides[chosen])


def _called(beside: Beside) -> str:
    return f"{t(results_framework.LEVELS[beside.level])} {beside.number}"


def _evidence(beside: Beside) -> None:
    """Everything that bears on an objective or result."""
    st.markdown(together(strong(_called(beside)), "·", t(beside.label)))
    source = linked(t("Source of the objective"), beside.source_url)
    st.markdown(f"{plain(t(beside.why))} {source}")
    _commitments(beside)
    _lines(t("Forums"), [_forum(row) for row in beside.forums])
    _lines(t("Grants"), [_grant(row) for row in beside.grants])
    _lines(t("Milestones"), [_milestone(row) for row in beside.milestones])
    _lines(t("As reported by the programme"), result_lines(beside.reported, vocabulary()))
    _lines(t("Context, not effect"), indicator_lines(beside.indicators, vocabulary()))


def _commitments(beside: Beside) -> None:
    row = beside.commitments
    if row is None:
        return
    count = int(row["commitments"])
    listed = tn("{count} commitment", "{count} commitments", count)
    none = t("none assessed by the IRM so far")
    done = t("substantially or fully carried out")
    rate = plain(headline(IMPLEMENTATION_RATE, row))
    rests = plain(resting_on(IMPLEMENTATION_RATE, row))
    if not row[f"{IMPLEMENTATION_RATE.key}_denominator"]:
        st.markdown(f"**{listed}** · {none}")
    elif is_small(IMPLEMENTATION_RATE, row):
        st.markdown(f"**{listed}** · :gray[{rate} {done} ({rests})]")
    else:
        st.markdown(f"**{listed}** · **{rate}** {done} ({rests})")
    see(beside.filters, count)


def _lines(heading: str, lines: Sequence[str]) -> None:
    if lines:
        items = "\n".join(f"- {plain(line)}" for line in lines)
        st.markdown(f"**{plain(heading)}**\n{items}")


def _forum(row: Row) -> str:
    name = vocabulary().label("country", row["country"])
    return t("{country}: {forum}, since {day}", country=name, forum=row["name"],
             day=when(row["established_text"]))  # fmt: skip


def _grant(row: Row) -> str:
    name = vocabulary().label("country", row["country"])
    return t("{country}: {grantee}: {topic}", country=name, grantee=row["grantee"],
             topic=row["topic"] or "–")  # fmt: skip


def _milestone(row: Row) -> str:
    return t("{day}: {step}", day=when(row["date_text"]), step=row["label"])
