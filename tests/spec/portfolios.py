"""Made-up portfolios, small and awkward: dates in every form, ratings of every source and stage."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from tests.spec import naive

COUNTRIES = ("GEO", "UKR", "BLR", "FRA")
TAGS = {  # tag: policy area, theme, sector
    "Courts": ("Justice", "Justice", "justice"),
    "Judges": ("Justice", "Justice", "justice"),
    "Asset forms": ("Asset Disclosure", "Anti-Corruption", "anti_corruption"),
    "Schools": ("Education", "Public Services", "education"),
}
LEADS = ("Ministry of Justice", "Parliament; Ministry of Justice", "Şəhər", "; Court ;", None)
EARLY = ("worsened", "marginal", "major", "outstanding", "moderate", "significant", "none yet")
RATINGS = (
    *("not started", "limited", "substantial", "complete"),
    *("withdrawn", "no evidence", "unclear"),
)
BREAKDOWNS = (
    *((), ("country",), ("jurisdiction",), ("plan",), ("plan_year",), ("level",), ("sector",)),
    *(("theme",), ("policy_area",), ("rating",), ("timeliness",), ("ambition",)),
    *(("institution",), ("country", "sector"), ("sector", "policy_area"), ("plan", "rating")),
)


@dataclass(frozen=True)
class Portfolio:
    """Raw rows by table, and what to ask of them."""

    tables: dict
    as_of: date
    filters: dict
    breakdowns: list


@st.composite
def portfolios(draw):
    plans = draw(st.lists(_plans(), min_size=1, max_size=4, unique_by=lambda p: p["plan_id"]))
    commitments = [
        commitment
        for number in range(draw(st.integers(0, 8)))
        for commitment in [draw(_commitments(f"C{number}", draw(st.sampled_from(plans))))]
    ]
    tables = {
        "countries": [{"country": code, "name_en": code} for code in COUNTRIES],
        "participation": [spell for code in COUNTRIES[:3] for spell in draw(_spells(code))],
        "action_plans": plans,
        "policy_areas": [
            {"tag": tag, "policy_area": area, "theme": theme, "sector": sector}
            for tag, (area, theme, sector) in TAGS.items()
        ],
        "commitments": commitments,
        "compiled": draw(st.sampled_from(([], [{"compiled_on": "2017-05"}]))),
    }
    tables["assessments"] = [look for one in commitments for look in draw(_looks(one, tables))]
    tables["plan_results"] = [total for plan in plans for total in draw(_totals(plan))]
    tables["due_date_revisions"] = [
        row for one in commitments for row in draw(_revisions(one["commitment_id"]))
    ]
    tables["milestones"] = [
        row for one in commitments for row in draw(_milestones(one["commitment_id"]))
    ]
    return Portfolio(
        tables,
        as_of=draw(days()),
        filters=draw(_filters(plans)),
        breakdowns=draw(st.lists(st.sampled_from(BREAKDOWNS), min_size=2, max_size=2, unique=True)),
    )


def days(first=date(2012, 1, 1), last=date(2021, 12, 31)):
    return st.dates(first, last)


@st.composite
def texts(draw, day):
    """A day as a day, a month or a year."""
    return day.isoformat()[: draw(st.sampled_from((10, 7, 4)))]


@st.composite
def maybe_texts(draw, some=None):
    day = draw(st.none() | (days() if some is None else some))
    return day and draw(texts(day))


@st.composite
def _plans(draw):
    start = draw(st.integers(2012, 2019))
    end = start + draw(st.integers(0, 3))
    country = draw(st.sampled_from(COUNTRIES))
    level = draw(st.sampled_from(("national", "local")))
    number = draw(st.integers(1, 3))
    return {
        "plan_id": f"{country}-{level}-{number}",
        "country": country,
        "jurisdiction": country if level == "national" else f"City of {country}",
        "level": level,
        "plan_number": str(number),
        "period": str(start) if start == end else f"{start}-{end}",
        "start_date": draw(maybe_texts(days(date(start, 1, 1), date(start, 6, 30)))),
        "end_date": draw(maybe_texts(days(date(end, 7, 1), date(end, 12, 31)))),
    }


@st.composite
def _commitments(draw, name, plan):
    own = {
        "commitment_id": name,
        "label": draw(st.sampled_from(("Open court rulings", "Відкриті суди", None))),
        "lead_institution": draw(st.sampled_from(LEADS)),
        "policy_areas": "; ".join(draw(st.lists(st.sampled_from(sorted(TAGS)), max_size=3)))
        or None,
        "start_date": draw(maybe_texts()),
        "end_date": draw(maybe_texts()),
        "completion_date": draw(maybe_texts()),
        "high_ambition": draw(st.sampled_from(("yes", "no", None))),
        "early_results": draw(st.sampled_from((*EARLY, None))),
        "carried_forward": draw(st.sampled_from(("yes", "no", None))),
    }
    return own | {key: plan[key] for key in ("plan_id", "country", "jurisdiction")}


@st.composite
def _looks(draw, commitment, tables):
    """Looks of every kind, but never two of equal standing: which is newer would be a toss-up."""
    span = naive.spans(tables)[commitment["plan_id"]]
    looks = {}
    for _ in range(draw(st.integers(0, 4))):
        stage = draw(st.sampled_from(("mid-term", "final", "monitoring")))
        look = {
            "commitment_id": commitment["commitment_id"],
            "stage": stage,
            "source_kind": draw(st.sampled_from(("IRM", "IRM", "government", "civil society"))),
            "report_year": draw(st.sampled_from(("2013", "2020", None))),
            "observed_date": draw(
                days().flatmap(texts) if stage == "monitoring" else maybe_texts()
            ),
            "completion": draw(st.sampled_from(RATINGS)),
        }
        looks[look["source_kind"], stage == "final", naive.observed(look, span)] = look
    return list(looks.values())


@st.composite
def _totals(draw, plan):
    kinds = st.tuples(
        st.sampled_from(("mid-term", "final")), st.sampled_from(("IRM", "IRM", "government"))
    )
    totals = []
    for stage, kind in draw(st.lists(kinds, max_size=3, unique=True)):
        n = draw(st.integers(1, 30))
        high = draw(st.none() | st.integers(0, n))
        totals.append(
            {
                "plan_id": plan["plan_id"],
                "stage": stage,
                "source_kind": kind,
                "commitments": str(n),
                "high": None if high is None else str(high),
            }
        )
    return totals


@st.composite
def _spells(draw, country):
    """One standing after another without a gap; the first may begin before anyone can tell."""
    turns = sorted(draw(st.lists(days(), max_size=2, unique_by=lambda day: day.year)))
    opening = draw(st.none() | st.just("2011"))
    edges = [opening, *(draw(texts(day)) for day in turns), None]
    return [
        {
            "country": country,
            "status": draw(
                st.sampled_from(("active", "inactive", "suspended", "not participating"))
            ),
            "from_date": begun,
            "to_date": over,
        }
        for begun, over in pairwise(edges)
    ]


@st.composite
def _revisions(draw, commitment):
    """Moved due dates: on and back, before and after the day asked about."""
    moved = draw(st.lists(days(), max_size=2, unique=True))
    return [
        {
            "commitment_id": commitment,
            "revised_on": day.isoformat(),
            "new_due_date": (day + timedelta(days=draw(st.integers(-400, 800)))).isoformat(),
        }
        for day in moved
    ]


@st.composite
def _milestones(draw, commitment):
    """Steps with and without their days. Several plans of ten and more happen, and of none."""
    return [
        {
            "milestone_id": f"{commitment}-{number}",
            "commitment_id": commitment,
            "label": "A step",
            "due_date": draw(maybe_texts()),
            "done_date": draw(maybe_texts()),
        }
        for number in range(draw(st.integers(0, 6)))
    ]


def _filters(plans):
    some = {
        "countries": st.sampled_from(COUNTRIES),
        "levels": st.sampled_from(("national", "local")),
        "plans": st.sampled_from([plan["plan_id"] for plan in plans]),
        "sectors": st.sampled_from(("justice", "anti_corruption", "none")),
        "themes": st.sampled_from(("justice", "public_services", "none")),
        "ratings": st.sampled_from((*naive.SCALE, "not_assessed", "withdrawn")),
        "timeliness": st.sampled_from(("done_late", "open_overdue", "unknown", "open_not_due")),
        "ambitions": st.sampled_from(("high", "not_high", "not_coded")),
        "agreement": st.sampled_from(("differ", "agree", "one", "nobody")),
        "government": st.sampled_from(("complete", "limited", "not_assessed")),
        "civil_society": st.sampled_from(("complete", "limited", "not_assessed")),
        "participation": st.sampled_from(("active", "suspended", "not_participating")),
        "institutions": st.sampled_from(("geo_ministry_of_justice", "ukr_court", "none")),
    }
    lists = {
        name: st.lists(codes, max_size=2, unique=True).map(tuple) for name, codes in some.items()
    }
    plain = {
        "from_year": st.integers(2010, 2022),
        "to_year": st.integers(2010, 2022),
        "words": st.sampled_from(("", "court", "суди відкриті", "seher")),
        "everywhere": st.booleans(),
    }
    return st.fixed_dictionaries({}, optional=lists | plain).map(
        lambda chosen: dict(list(chosen.items())[:4])
    )
