"""Every law catches what it forbids and lets pass what it does not: else it proves nothing."""

import ast

import pytest

from tests.house import laws, text_laws


def breaches(law, source):
    return [what for _, what in law(ast.parse(source))]


@pytest.mark.parametrize(
    ("law", "source"),
    [
        (laws.no_arithmetic, "share = high / assessed"),
        (laws.no_arithmetic, "total += 1"),
        (laws.no_arithmetic, "words = 'n = %d' % n"),
        (laws.no_arithmetic, "late = asof - due"),
        (laws.no_reckoning, "st.write(f'{share:.0%}')"),
        (laws.no_reckoning, "frame.groupby('country')"),
        (laws.no_reckoning, "total = sum(row.n for row in rows)"),
        (laws.no_reckoning, "'{}'.format(n)"),
        (laws.no_reckoning, "db.execute(question)"),
        (laws.no_sql, "q = 'select country from picked()'"),
        (laws.no_sql, "q = f'''\n  with totals as (select {n} from picked) select 1'''"),
        (laws.no_sql, "q = 'SELECT * FROM commitments'"),
        (laws.no_raw_html, "st.markdown(text, unsafe_allow_html=True)"),
        (laws.no_raw_html, "st.html(text, unsafe_allow_javascript=True)"),
        (laws.names_say_what_they_hold, "found = ask(metrics, filters)"),
        (laws.names_say_what_they_hold, "def shown(asked): ..."),
        (laws.names_say_what_they_hold, "class _Known: ..."),
        (laws.names_say_what_they_hold, "self.told = []"),
        (laws.words_are_found, "t(f'{n} commitments')"),
        (laws.words_are_found, "t('One ' + thing)"),
        (laws.words_are_found, "t('{n} rows'.format(n=n))"),
        (laws.words_are_found, "N_(label)"),
        (laws.words_are_found, "tn('one', f'{n} plans', n)"),
        (laws.words_are_found, "NN_('one', plural)"),
        (laws.placeholders_are_filled, "t('{count} commitments', n=3)"),
        (laws.placeholders_are_filled, "t('{count} commitments')"),
        (laws.placeholders_are_filled, "t('Commitments', count=3)"),
        (laws.placeholders_are_filled, "t('{} commitments', count=3)"),
        (laws.placeholders_are_filled, "N_('{share:.1f} of all')"),
        (laws.placeholders_are_filled, "tn('{count} of {all}', '{count} of {all}', 3)"),
    ],
)
def test_the_law_catches(law, source):
    assert len(breaches(law, source)) == 1


@pytest.mark.parametrize(
    ("law", "source"),
    [
        (laws.no_arithmetic, "cards([ASSESSED] + rates, filters)"),
        (laws.no_arithmetic, "def one(x: int | None = -1) -> None: ..."),
        (laws.no_reckoning, "st.title(f'{place} – {day}')"),
        (laws.no_sql, "st.caption(t('Select a country from the list'))"),
        (laws.no_sql, "st.caption(t('With thanks to those as patient as you'))"),
        (laws.no_raw_html, "st.markdown(text)"),
        (laws.names_say_what_they_hold, "t('{said}, day stated', said=text); known_headers = 1"),
        (
            laws.words_are_found,
            "t(metric.label); t('Overview'); t(LABELS[code]); t(words); t(LABELS.get(code))",
        ),
        (laws.words_are_found, "tn('{count} plan', '{count} plans', n)"),
        (laws.words_are_found, "tn(finding.singular, finding.plural, n); tn(*words, n)"),
        (laws.words_are_found, "NN_('{count} plan', '{count} plans')"),
        (laws.placeholders_are_filled, "t('{count} commitments', count=number(n))"),
        (laws.placeholders_are_filled, "NN_('{count} of {all}', '{count} of {all}')"),
        (laws.placeholders_are_filled, "t('{count} commitments', **values)"),
        (laws.placeholders_are_filled, "N_('Row {row}: “{value}” is not a day.')"),
        (laws.placeholders_are_filled, "tn('one of {all}', '{count} of {all}', n, all=12)"),
    ],
)
def test_the_law_lets_pass(law, source):
    assert breaches(law, source) == []


@pytest.mark.parametrize(
    "source",
    [
        "st.markdown(label)",
        "st.markdown(f'**{row.label}**')",
        "st.caption(t(metric.definition))",
        "st.caption(t('As of {day}', day=said))",
        "st.info(tn(finding.singular, finding.plural, n))",
        "st.page_link(page, label=name)",
        "st.page_link(page, label='List', help=note)",
        "st.metric(t('Due'), shown)",
        "st.segmented_control(t('Part'), keys, format_func=lambda key: words[key])",
        "st.column_config.Column(t('Due'), help=meaning)",
        "st.markdown('\\n'.join(f'- {line}' for line in lines))",
        "def f(name):\n    st.title(name)",
        "def f():\n    name = row['label']\n    st.title(name)",
        "def f():\n    for name in names:\n        st.title(name)",
        "def f(label: Plain): ...\nf(row.label)",
        "Plain(f'**{row.label}**')",
        "def f(row) -> Plain:\n    return row.label",
        "def f(row) -> str: ...\nst.markdown(f(row))",
        "def f(*, label: Plain | None = None): ...\nf(label=row.label)",
    ],
)
def test_words_of_others_are_caught(source):
    assert len(breaches(text_laws.text_is_written_as_text, source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "st.markdown('**ours**')",
        "st.markdown(f'**{plain(row.label)}** · {number(n)}')",
        "st.caption(t('As of {day}', day=plain(said)))",
        "st.caption(tn('{count} plan', '{count} plans', n, who=plain(who)))",
        "st.metric(plain(t(metric.label)), plain(shown), help=plain(t(metric.definition)))",
        "st.markdown('\\n'.join(f'- {plain(line)}' for line in lines))",
        "st.caption(plain(a) if a else t('Nothing'))",
        "def f(row) -> Plain:\n    return Plain(f'**{plain(row)}**')\nst.markdown(f(1))",
        "def f(name: Plain):\n    st.title(name)\nf(plain(row.name))",
        "def f():\n    name = plain(row['label'])\n    st.title(name)",
        "st.code(address); st.text(caption); st.dataframe(rows)",
        "alt.Chart(rows).properties(title=name)",
    ],
)
def test_words_of_ours_and_what_was_escaped_pass(source):
    assert breaches(text_laws.text_is_written_as_text, source) == []


@pytest.mark.parametrize("source", ["st.table(rows)", "st.html(words)", "place.markdown(words)"])
def test_a_second_way_out_is_caught(source):
    assert len(breaches(text_laws.only_the_writer_writes, source)) == 1
