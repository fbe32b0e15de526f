"""A commitment's record in words: facts by name. What is not seen is never "no"."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from analytics.codelists import EARLY_RESULTS, SECTORS, STATED_AMBITIONS
from analytics.commitments.record import Record
from analytics.commitments.record_looks import looks, sources
from analytics.presentation.tables import Column, Table
from analytics.presentation.words import Row, named, or_not_seen, when
from analytics.query.vocabulary import Vocabulary
from i18n import day, t


def title(record: Record) -> str:
    """What the commitment is called."""
    return named(record.facts["label"], record.facts["commitment_number"])


def place_in_words(record: Record, vocabulary: Vocabulary) -> str:
    """Number, plan and place in the plan: `UA0038 · Ukraine 2014–2016 · 8 of 26 listed`."""
    facts, place = record.facts, record.place
    parts = [
        facts["commitment_id"],
        vocabulary.label("plan", facts["plan_id"]),
        t("{place} of {listed} listed", place=place["place"], listed=place["listed"]),
    ]
    if facts["commitment_number"]:
        parts.insert(2, t("Commitment {number}", number=facts["commitment_number"]))
    return " · ".join(parts)


def full_text(record: Record) -> list[str]:
    """What was promised, paragraph by paragraph; empty where the dataset does not hold it."""
    lines = (record.facts["description"] or "").splitlines()
    return [line.strip() for line in lines if line.strip()]


def promised(record: Record, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """What was promised, by whom and until when: names of facts and the facts."""
    facts = record.facts
    plan = t(
        "{plan} ({start} to {end})",
        plan=vocabulary.label("plan", facts["plan_id"]),
        start=day(facts["plan_start"]),
        end=day(facts["plan_end"]),
    )
    return [
        (t("Action plan"), plan),
        (t("Lead institution"), or_not_seen(facts["lead_institution"])),
        (t("Supporting institutions"), or_not_seen(facts["supporting_institutions"])),
        (t("Begins"), _date(facts["start_text"], facts["start_day"])),
        (t("Due", context="a date"), _date(facts["due_text"], facts["due_day"])),
        (t("Completed"), _date(facts["done_text"], facts["done_day"])),
        *_carried(facts),
    ]


def _date(text: str | None, read: object) -> str:
    """A date as stated and, where that is not a day, as it is read."""
    if not text:
        return t("not stated in the source")
    if when(text) == day(read):
        return when(text)
    return t("{stated}, read as {day}", stated=when(text), day=day(read))


def _carried(facts: Row) -> list[tuple[str, str]]:
    """Which commitments it carries on and which one carries it on, where the record says."""
    before = facts["carried_from"]
    pairs = [(t("Carries on"), ", ".join(before))] if before is not None else []
    return [*pairs, (t("Carried on by"), facts["carried_into"])] if facts["carried_into"] else pairs


def coded(record: Record) -> list[tuple[str, str]]:
    """What the IRM coded besides completion."""
    facts = record.facts
    return [
        (t("Ambition"), _ambition(facts)),
        (t("Early results"), _word(EARLY_RESULTS, facts["early_results"])),
        (t("Carried into the next plan"), _yes_no(facts["carried_forward"])),
        (t("Specific enough to verify"), _yes_no(facts["verifiable"])),
        (t("Relevant to OGP values"), _yes_no(facts["relevant"])),
    ]


def basis(record: Record) -> list[tuple[str, str]]:
    """How the entry itself is known, which the IRM has not coded."""
    facts = record.facts
    bases = {
        "stated": t("from the source"),
        "inferred from order": t("inferred from the order of the plan"),
    }
    return [
        (t("Commitment number"), bases.get(facts["id_basis"], or_not_seen(facts["id_basis"]))),
        (t("Sources used"), or_not_seen(facts["evidence"])),
    ]


def _ambition(facts: Row) -> str:
    ambition = _word(STATED_AMBITIONS, facts["ambition"])
    if facts["high_ambition"] is None:
        return ambition
    return (
        t("{ambition}; counts as high ambition", ambition=ambition)
        if facts["high_ambition"]
        else t("{ambition}; does not count as high ambition", ambition=ambition)
    )


def _word(labels: Mapping[str, str], code: object) -> str:
    return (
        t(labels.get(code, code))
        if isinstance(code, str) and code
        else t("not stated in the source")
    )


def _yes_no(value: object) -> str:
    return t("not stated in the source") if value is None else t("yes") if value else t("no")


def filed_under(record: Record) -> list[dict[str, str]]:
    """Each policy area with its theme and sector; the tag as published where it reads otherwise."""
    return [
        {
            t("Policy area"): _area(tag["policy_area"], tag["tag"]),
            t("Theme"): t(tag["theme"]),
            t("Sector"): t(SECTORS.get(tag["sector"], tag["sector"])),
        }
        for tag in record.tags
    ]


def _area(area: str, tag: str) -> str:
    if tag == area:
        return t(area)
    return t("{area} (tagged “{tag}”)", area=t(area), tag=tag)


def milestones(record: Record) -> list[dict[str, str]]:
    """The dated steps, where the dataset has any."""
    return [
        {
            t("Milestone"): step["label"],
            t("Due", context="a date"): _date(step["due_text"], step["due_day"]),
            t("Done", context="a date"): _date(step["done_text"], step["done_day"]),
        }
        for step in record.milestones
    ]


def revisions(record: Record) -> list[dict[str, str]]:
    """How the due date was moved, where the dataset says."""
    return [
        {
            t("Moved on"): day(step["revised_day"]),
            t("New due date"): _date(step["new_due_text"], step["new_due_day"]),
            t("Reason"): or_not_seen(step["reason"]),
            t("Moved by"): or_not_seen(step["revised_by"]),
        }
        for step in record.revisions
    ]


def record_tabled(commitment: Record, vocabulary: Vocabulary) -> Table:
    """The facts of a commitment with the part of its page each stands in."""
    columns = (
        Column(t("Part of the page"), t("The heading of the fact."), itemgetter("part")),
        Column(t("What"), t("What happened, or the subject of the row."), itemgetter("what")),
        Column(t("Said"), t("The fact in words."), itemgetter("fact")),
    )
    keys = ("part", "what", "fact")
    return Table(
        columns,
        [dict(zip(keys, row, strict=True)) for row in _rows(commitment, vocabulary)],
        title=f"{commitment.facts['commitment_id']} · {title(commitment)}",
        subtitle=place_in_words(commitment, vocabulary),
    )


def _rows(commitment: Record, vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    yield from ((t("What was promised"), t("Text"), line) for line in full_text(commitment))
    for heading, pairs in (
        (t("What was promised"), promised(commitment, vocabulary)),
        (t("What the IRM coded"), coded(commitment)),
    ):
        yield from ((heading, name, fact) for name, fact in pairs)
    for heading, lines in (
        (t("Milestones"), milestones(commitment)),
        (t("How the due date was moved"), revisions(commitment)),
        (t("Policy areas"), filed_under(commitment) if commitment.tags else []),
    ):
        for line in lines:
            yield from ((heading, name, text) for name, text in line.items())
    for look in looks(commitment):
        cells = [look.rating, look.dated, look.standing, look.finding, look.note]
        if look.report:
            cells += [look.report.label, look.report.url or ""]
        yield t("Assessments"), look.who, " · ".join(filter(None, cells))
    for source in sources(commitment):
        yield t("Sources"), source.label, source.url or ""
    yield from ((t("Sources"), name, fact) for name, fact in basis(commitment))
