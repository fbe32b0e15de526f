"""The programme's page in pieces: its facts, its parts, what speaks to each objective."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE
from analytics.presentation.numbers import headline, is_small, resting_on
from analytics.presentation.tables import Row
from analytics.presentation.targets import targets_table
from analytics.presentation.words import when
from analytics.programme import figures, results_framework
from analytics.programme.bearing import bearing_figure
from analytics.programme.evidence import Beside, evidence, rows
from analytics.programme.words import (
    FRAME,
    absences,
    facts,
    figures_of,
    indicator_lines,
    result_lines,
)
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from i18n import t, tn
from ui.sections.programme.grants import grants
from ui.shell import link, navigation
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import linked, plain, strong, together
from ui.widgets.choice import asked_for
from ui.widgets.drill_down import behind, list_link, see
from ui.widgets.figure import Pick, figure, tabled
from ui.widgets.folded import expander


def results(filters: Filters) -> None:
    """One part of the programme: its objectives and results, and what speaks to each."""
    part = choose_part(filters)
    besides: tuple[Beside, ...] = remembered(evidence, filters, part=part.key)
    for absence in absences(answer([COMMITMENTS], filters, [COUNTRY]), vocabulary()):
        st.caption(plain(absence))
    bearing(filters)
    asked_for("objective", [beside.number for beside in besides])
    objectives(besides)


def bearing(filters: Filters) -> None:
    """How much speaks to each objective and result of the part that the link names."""
    part = _part(filters)
    besides = remembered(evidence, filters, part=part)
    chart = drawn(bearing_figure, filters, part=part)
    figure(chart, key="bearing", pick=open_objective(besides))


def timeline(filters: Filters) -> None:
    """The programme's steps over time."""
    figure(drawn(figures.timeline, filters), key="timeline")


def steps(filters: Filters) -> None:
    """The programme's steps over time, its targets and its grants."""
    timeline(filters)
    against_targets(filters)
    grants(filters)


def project(filters: Filters) -> None:
    """The project's facts, its own figures and the policy it stands in."""
    left, counted = st.columns([3, 2], gap="medium")
    with left:
        st.markdown("\n".join(f"- **{plain(name)}:** {plain(fact)}" for name, fact in facts()))
        page = t("The project on the EU’s own page")
        st.markdown(linked(page, results_framework.PROJECT_PAGE))
    with counted, st.container(border=True, gap="xsmall"):
        for value, label, source in figures_of(indicators(filters)):
            where = linked(t("source"), source)
            st.markdown(f"{strong(value)} {plain(label)} ({where})")
        st.caption(t("As the programme and its partners state them."))
    policy_frame()


def choose_part(filters: Filters) -> results_framework.Part:
    """The part of the programme the reader looks at; the link holds it."""
    keys = _parts(filters)
    link.show("part", _part(filters))
    st.segmented_control(
        t("Part of the programme"),
        keys,
        key="part",
        required=True,
        format_func=lambda key: plain(t(results_framework.PARTS[key].label)),
        on_change=lambda: link.change(part=st.session_state.part),
    )
    chosen = results_framework.PARTS[st.session_state.part]
    st.caption(plain(t(chosen.about)))
    return chosen


def _part(filters: Filters) -> str:
    """The part the link names, else the first."""
    keys = _parts(filters)
    return asked_for("part", keys) or keys[0]


def _parts(filters: Filters) -> Sequence[str]:
    objectives = remembered(question, filters, name="programme/objectives")
    return results_framework.parts_with(objectives["number"])


OPENS = {"commitments": behind(None, ""), "rate": behind(IMPLEMENTATION_RATE, "denominator")}
"""The cells behind which a list of commitments stands, and which of them it lists."""


def open_objective(besides: Sequence[Beside]) -> Pick:
    """What a click on a cell does: leave for the commitments it counted, where it counted any."""

    def leave(codes: dict[str, Any]) -> None:
        chosen = [one for one in besides if one.number == codes.get("number") and one.commitments]
        if chosen and codes.get("kind") in OPENS:
            st.switch_page(
                navigation.page("commitments"),
                query_params=list_link(chosen[0].filters, OPENS[codes["kind"]]),
            )

    return leave


@st.fragment
def objectives(besides: Sequence[Beside]) -> None:
    """Each objective and result, folded; a link can open one."""
    link.speak()
    for beside in besides:
        _objective(beside)


def _objective(beside: Beside) -> None:
    kind = t(results_framework.LEVELS[beside.level])
    name = together(strong(f"{kind} {beside.number}"), "·", t(beside.label))
    # How much there is the grid above says; a heading that changed would be drawn anew each time.
    with expander(
        together(name, "·", t("No evidence here")) if beside.nothing else name,
        key=f"objective_{beside.number}",
        expanded=link.view().get("objective") == beside.number,
    ) as is_open:
        if is_open:
            _evidence(beside)


def _evidence(beside: Beside) -> None:
    """Everything that bears on an objective or result."""
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


def against_targets(filters: Filters) -> None:
    """What the programme set out to reach beside what it reached, where the dataset tells."""
    frame = remembered(question, filters, name="programme/targets")
    if frame.empty:
        return
    st.header(t("Baseline, target and actual"), anchor=False)
    st.caption(t("As the programme reports them. An actual value counts once its period is over."))
    title = t("Indicators of the programme: baseline, target and actual")
    query = NamedQuery("programme/targets")
    tabled(targets_table(frame, vocabulary(), title, query), key="targets")


def indicators(filters: Filters) -> tuple[Row, ...]:
    return rows(remembered(question, filters, name="programme/indicators", compared_with=0))


def policy_frame() -> None:
    """The policy the programme stands in, with links to the official pages."""
    st.header(t("Policy framework"), anchor=False)
    for heading, sentence, address, name in FRAME:
        st.markdown(f"{strong(f'{t(heading)}.')} {plain(t(sentence))} {linked(t(name), address)}")
