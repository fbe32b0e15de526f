"""A demonstration portfolio: made up from a seed, of any size, with every date a dataset can have.

The countries, their standing in OGP and the policy areas are the public record's; every plan,
commitment, milestone and rating is invented. Each commitment says so in `evidence` and `id_basis`,
so a dataset that holds one of them knows itself to be made up, whatever file it came from.
"""

from collections.abc import Iterator

import pyarrow as pa

from data.demo.batch import Batch
from data.demo.commitments import commitments
from data.demo.looks import looks, published
from data.demo.plans import TODAY, Jurisdiction, jurisdictions
from data.demo.steps import milestones, revisions
from data.demo.story import story
from data.demo.texts import raw
from data.raw import whole_public_record

INVENTED = ("action_plans", "plan_results", "commitments", "assessments", "milestones",
            "due_date_revisions")  # fmt: skip


def tables(how_many: int, seed: int) -> dict[str, pa.Table]:
    """All raw tables, with `how_many` commitments. The same seed gives the same tables."""
    batches = list(invented(how_many, seed))
    made = {name: pa.concat_tables([batch[name] for batch in batches]) for name in INVENTED}
    return context() | made


def invented(how_many: int, seed: int) -> Iterator[dict[str, pa.Table]]:
    """The invented tables, one jurisdiction at a time, so that size does not become memory."""
    for jurisdiction in jurisdictions(how_many):
        yield _of(jurisdiction, Batch.of(jurisdiction, seed))


def context() -> dict[str, pa.Table]:
    """The tables that are facts: countries, their standing, policy areas, programme, indicators.

    The day of compiling is the one on which the made-up story ends.
    """
    record = whole_public_record().items()
    facts = {name: table for name, table in record if name not in INVENTED}
    return facts | {"compiled": raw("compiled", {"compiled_on": [str(TODAY)]})}


def _of(jurisdiction: Jurisdiction, batch: Batch) -> dict[str, pa.Table]:
    stories = story(batch)
    assessed, finals = looks(batch, stories)
    return {
        "action_plans": jurisdiction.table(),
        "plan_results": published(jurisdiction, batch, finals),
        "commitments": commitments(jurisdiction, batch, stories),
        "assessments": assessed,
        "milestones": milestones(batch, stories),
        "due_date_revisions": revisions(batch, stories),
    }
