"""Every law catches what it forbids and lets pass what it does not: else it proves nothing."""

import ast

import pytest

from tests.house import laws


def found(law, source):
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
    assert len(found(law, source)) == 1


@pytest.mark.parametrize(
    ("law", "source"),
    [
        (laws.no_arithmetic, "cards([ASSESSED] + rates, filters)"),
        (laws.no_arithmetic, "def one(x: int | None = -1) -> None: ..."),
        (laws.no_reckoning, "st.title(f'{place} – {day}')"),
        (laws.no_sql, "st.caption(t('Select a country from the list'))"),
        (laws.no_sql, "st.caption(t('With thanks to those as patient as you'))"),
        (laws.no_raw_html, "st.markdown(text)"),
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
    assert found(law, source) == []
