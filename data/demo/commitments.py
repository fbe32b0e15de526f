"""The commitments as raw rows: identifiers, words and dates, with cells missing as they do."""

from itertools import chain

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.columns import RESULTS
from data.demo.batch import MODERATE, TRANSFORMATIVE, UNCODED, Batch
from data.demo.plans import Jurisdiction
from data.demo.story import NEVER, NOW, Story
from data.demo.texts import Bools, Ints, dates, day_number, joined, numbers, picked, raw
from data.demo.vocabulary import LEADS, SUPPORTERS, labels, tags
from data.raw import MADE_UP

NEWER_SCALE = "2021-01-01"  # the IRM judges early results otherwise from then on
OLDER = 5  # so many of RESULTS are of the older scale
YES_NO = ("no", "yes")


def commitments(jurisdiction: Jurisdiction, batch: Batch, stories: Story) -> pa.Table:
    """One row a commitment, in the order of the plans."""
    n = batch.size
    over = batch.plan_end <= NOW
    done = stories.done < NEVER
    high = np.isin(batch.ambition, (MODERATE, TRANSFORMATIVE))
    coded = batch.ambition != UNCODED
    into = batch.carried_into
    carry_coded = over & batch.some(0.7)
    ids = identifiers(batch, np.arange(n))
    due_from_start = np.maximum(stories.due, stories.start)
    return raw(
        "commitments",
        {
            "commitment_id": ids,
            "plan_id": picked([plan.plan_id for plan in jurisdiction.plans], batch.plan),
            "country": [jurisdiction.country] * n,
            "jurisdiction": [jurisdiction.name] * n,
            "commitment_number": numbers(batch.number),
            "label": picked(list(chain(*labels())), batch.label, batch.some(0.985)),
            "lead_institution": _leads(jurisdiction, batch),
            "supporting_institutions": picked(
                SUPPORTERS, batch.dice.integers(0, len(SUPPORTERS), n), batch.some(0.5)
            ),
            "policy_areas": _policy_areas(batch),
            "start_date": dates(stories.start, stories.start_form, stories.start_known),
            "end_date": dates(due_from_start, stories.due_form, stories.due_known),
            "completion_date": dates(
                np.minimum(stories.done, NOW), stated=done & batch.some(0.88)
            ),
            "verifiable": picked(YES_NO, batch.some(0.9), batch.some(0.85)),
            "relevant": picked(YES_NO, batch.some(0.84), batch.some(0.9)),
            "ambition": picked(("minor", "moderate", "transformative", None), batch.ambition),
            "high_ambition": picked(YES_NO, high, coded),
            "early_results": _early_results(batch, stories, over),
            "carried_forward": picked(YES_NO, into >= 0, carry_coded),
            "carried_into": _taken(ids, into, carry_coded),
            "evidence": [MADE_UP] * n,
            "id_basis": [MADE_UP] * n,
        },
    )  # fmt: skip


def identifiers(batch: Batch, at: Ints) -> pa.Array:
    """Identifiers nobody can mistake for OGP's: `DEMO-GEO03-000123`."""
    return joined(f"DEMO-{batch.country}{batch.place:02}-", numbers(at + 1, 6))


def _leads(jurisdiction: Jurisdiction, batch: Batch) -> pa.Array:
    leads = LEADS[jurisdiction.level]
    at_home = [f"{name} of {jurisdiction.name}" for name in leads]
    second = (batch.lead + 1) % len(leads)
    both = joined(
        picked(at_home, batch.lead), picked(at_home, second, batch.some(0.1)), separator="; "
    )
    return pc.if_else(pa.array(batch.some(0.94)), both, None)


def _policy_areas(batch: Batch) -> pa.Array:
    """Up to three, separated by semicolons; null where the commitment is filed nowhere."""
    names = [tag for tag, _ in tags()]
    first, *more = batch.tags.T
    # The first is always a text: joined, rows of nothing but nulls would go missing.
    columns = [picked(names, np.maximum(first, 0))]
    columns += [picked(names, np.maximum(one, 0), one >= 0) for one in more]
    return pc.if_else(pa.array(first >= 0), joined(*columns, separator="; "), None)


def _early_results(batch: Batch, stories: Story, over: Bools) -> pa.Array:
    """Known from the plan's end; what went far and aimed high opened more."""
    score = stories.progress(batch.plan_end) * (0.7 + 0.25 * (batch.ambition == TRANSFORMATIVE))
    score = np.clip(score + batch.dice.normal(0, 0.14, batch.size), 0, 0.999)
    older = np.digitize(score, (0.05, 0.35, 0.65, 0.9))
    newer = np.where(score < 0.12, 3, np.digitize(score, (0.4, 0.72)))
    is_older = batch.plan_start < day_number(NEWER_SCALE)
    rated = over & batch.some(0.72)
    return picked(RESULTS, np.where(is_older, older, OLDER + newer), rated)


def _taken(ids: pa.Array, at: Ints, is_taken: Bools) -> pa.Array:
    return ids.take(pa.array(np.maximum(at, 0), mask=(at < 0) | ~is_taken))
