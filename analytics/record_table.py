"""One commitment's page as a table: everything it says, a row a fact."""

from collections.abc import Iterator

import pandas as pd

from analytics import record_facts, record_looks
from analytics.record import Record
from analytics.tabled import Tabled
from analytics.vocabulary import Vocabulary
from i18n import t


def record_tabled(found: Record, words: Vocabulary) -> Tabled:
    """The facts of a commitment with the part of its page each stands in."""
    rows = list(_rows(found, words))
    return Tabled(
        f"{found.facts['commitment_id']} · {record_facts.title(found)}",
        pd.DataFrame(rows, columns=[t("Part of the page"), t("What"), t("Said")]),
        subtitle=record_facts.place_in_words(found, words),
    )


def _rows(found: Record, words: Vocabulary) -> Iterator[tuple[str, str, str]]:
    for heading, pairs in (
        (t("What was promised"), record_facts.promised(found, words)),
        (t("What the IRM coded"), record_facts.coded(found)),
    ):
        yield from ((heading, name, fact) for name, fact in pairs)
    for heading, lines in (
        (t("Milestones"), record_facts.milestones(found)),
        (t("How the due date was moved"), record_facts.revisions(found)),
        (t("Filed under"), record_facts.filed_under(found) if found.tags else []),
    ):
        for line in lines:
            yield from ((heading, name, said) for name, said in line.items())
    for look in record_looks.looks(found):
        said = [look.rating, look.dated, look.standing, look.note]
        said += [source.url or source.label for source in look.sources]
        yield t("How do we know?"), look.who, " · ".join(filter(None, said))
    for source in record_looks.sources(found):
        yield t("Sources"), source.label, source.url or ""
