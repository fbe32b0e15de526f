"""A second opinion: every number worked out anew in plain Python, from the raw rows.

It shares no line with the monitor: it reads dates, ratings and classes itself, slowly and
plainly. Where the two disagree, one of them is wrong.
"""

import calendar
import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import NormalDist

PARTNERS = ("ARM", "AZE", "BLR", "GEO", "MDA", "UKR")
SCALE = ("not_started", "limited", "substantial", "complete")
FIELDS = {
    "countries": "country",
    "levels": "level",
    "jurisdictions": "jurisdiction",
    "plans": "plan",
    "sectors": "sector",
    "themes": "theme",
    "policy_areas": "policy_area",
    "ratings": "rating",
    "timeliness": "timeliness",
    "ambitions": "ambition",
    "participation": "participation",
    "institutions": "institution",
    "due_quarters": "due_quarter",
    "agreement": "agreement",
    "government": "government",
    "civil_society": "civil_society",
}
OF_PLANS_FILTERS = {
    *("countries", "levels", "jurisdictions", "plans", "participation"),
    *("from_year", "to_year", "everywhere"),
}
OF_PLANS = ("country", "jurisdiction", "plan", "plan_year", "level")


def read(folder):
    """The raw rows of a folder of CSV files, by table; a blank cell is None."""
    tables = {}
    for path in Path(folder).glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            tables[path.stem] = [
                {name: value or None for name, value in row.items()}
                for row in csv.DictReader(lines)
            ]
    return tables


# Dates -------------------------------------------------------------------------------------


def first_day(text):
    year, month, day = (*map(int, text.split("-")), None, None)[:3]
    return date(year, month or 1, day or 1)


def last_day(text):
    year, month, day = (*map(int, text.split("-")), None, None)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def maybe(reading, text):
    return reading(text) if text else None


@cache
def code(text):
    plain = unicodedata.normalize("NFD", text.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "_", plain).strip("_")


def spans(tables):
    """First and last day of every plan, and the last day anything can have been seen."""
    known_days = known_by(tables)
    return {
        plan["plan_id"]: (
            first_day(plan.get("start_date") or plan["period"][:4]),
            last_day(plan.get("end_date") or plan["period"][-4:]),
            known_days,
        )
        for plan in tables["action_plans"]
    }


def known_by(tables):
    """The day of compiling, or a later one that the rows state; without the first there is none."""
    if not (compiled := compiled_on(tables)):
        return date.max
    columns = {"assessments": "observed_date", "due_date_revisions": "revised_on"}
    done = {"commitments": "completion_date", "milestones": "done_date"}
    stated = [row.get(column) for name, column in columns.items() for row in tables.get(name, [])]
    ended = [row.get(column) for name, column in done.items() for row in tables.get(name, [])]
    return max(
        [
            compiled,
            *(last_day(text) for text in stated if text),
            *(last_done(text, compiled) for text in ended if text),
        ]
    )


def compiled_on(tables):
    days = [row["compiled_on"] for row in tables.get("compiled", []) if row.get("compiled_on")]
    return max(map(last_day, days), default=None)


def last_done(text, compiled):
    """The last day something can have been done: of a month or year that of compiling, if in it."""
    within = compiled and first_day(text) <= compiled < last_day(text)
    return compiled if within else last_day(text)


def day_of_stage(stage, span):
    """The day a look speaks of that states none, as far as the plan tells."""
    start, end, known_day = span
    middle = start + timedelta(days=(end - start).days // 2)
    return min(end if code(stage) == "final" else middle, known_day)


def observed(look, span):
    stated = maybe(last_day, look.get("observed_date"))
    year = look.get("report_year")
    return stated or min(day_of_stage(look["stage"], span), date(int(year or 9999), 12, 31))


def standing(tables, country, as_of):
    for spell in tables.get("participation", []):
        begun = spell.get("from_date") is None or first_day(spell["from_date"]) <= as_of
        over = spell.get("to_date") is not None and first_day(spell["to_date"]) <= as_of
        if spell["country"] == country and begun and not over:
            return code(spell["status"])
    return None


# Commitments -------------------------------------------------------------------------------


KEPT = []  # what was last worked out: dozens of questions are asked of one day


def commitments(tables, as_of):
    """Every commitment of a plan begun by the day, as it was known then."""
    for held, day, rows in KEPT:
        if held is tables and day == as_of:
            return rows
    rows = worked_out(tables, as_of)
    KEPT.insert(0, (tables, as_of, rows))
    del KEPT[10:]
    return rows


def worked_out(tables, as_of):
    plans = {plan["plan_id"]: plan for plan in tables["action_plans"]}
    when = spans(tables)
    areas = {area["tag"]: area for area in tables.get("policy_areas", [])}
    looks, moves, steps = (
        by_commitment(tables, name) for name in ("assessments", "due_date_revisions", "milestones")
    )
    rows = []
    for row in tables["commitments"]:
        plan, span = plans[row["plan_id"]], when[row["plan_id"]]
        start, end, _ = span
        if start > as_of:
            continue
        rating, seen = latest(looks[row["commitment_id"]], span, as_of)
        filed = [areas[tag] for tag in parts(row.get("policy_areas"))]
        one = {
            "row": row,
            "country": row["country"],
            "jurisdiction": row["jurisdiction"],
            "plan": row["plan_id"],
            "plan_year": start.year,
            "level": code(plan["level"]),
            "start": start,
            "end": end,
            "rating": rating or "not_assessed",
            "rated": rating in SCALE,
            "seen": seen,
            "due_day": maybe(last_day, row.get("end_date")),
            "ambition": {"yes": "high", "no": "not_high"}.get(
                row.get("high_ambition"), "not_coded"
            ),
            "early": code(row.get("early_results") or "") if end <= as_of else "",
            "carried": row.get("carried_forward") if end <= as_of else None,
            "participation": standing(tables, row["country"], as_of),
            "as_of": as_of,
            "looks": [
                (observed(look, span), code(look["completion"]))
                for look in looks[row["commitment_id"]]
            ],
            "moves": [
                (last_day(move["revised_on"]), last_day(move["new_due_date"]))
                for move in moves[row["commitment_id"]]
            ],
            "steps": [
                (
                    maybe(last_day, step.get("due_date")),
                    *done_between(step.get("done_date"), tables),
                )
                for step in steps[row["commitment_id"]]
            ],
            "agreement": agreement(looks[row["commitment_id"]], span, as_of),
            **{
                kind: latest(looks[row["commitment_id"]], span, as_of, kind)[0] or "not_assessed"
                for kind in ("government", "civil_society")
            },
            "sector": {code(area["sector"]) for area in filed},
            "theme": {code(area["theme"]) for area in filed},
            "policy_area": {code(area["policy_area"]) for area in filed},
            "institution": {
                f"{row['country'].lower()}_{code(name)}"
                for name in parts(row.get("lead_institution"))
            },
        }
        first, done = done_between(row.get("completion_date"), tables)
        one["done_day"] = done if done and done <= as_of else None
        one["done_first"] = first if one["done_day"] else None
        one["timeliness"] = timeliness(one, as_of)
        due = one["due_day"]
        one["due"] = due is not None and due <= as_of and one["timeliness"] != "withdrawn"
        one["due_quarter"] = f"{due.year}-Q{(due.month + 2) // 3}" if due else None
        rows.append(one)
    return rows


def done_between(text, tables):
    """The first and the last day something can have been done."""
    return (first_day(text), last_done(text, compiled_on(tables))) if text else (None, None)


def by_commitment(tables, name):
    rows = defaultdict(list)
    for row in tables.get(name, []):
        rows[row["commitment_id"]].append(row)
    return rows


def parts(text):
    return [part.strip() for part in (text or "").split(";") if part.strip()]


def agreement(looks, span, as_of):
    """Whether those who rated it say the same, each by its latest rating."""
    texts = [latest(looks, span, as_of, kind)[0] for kind in ("irm", "government", "civil_society")]
    texts = [rating for rating in texts if rating]
    if len(set(texts)) > 1:
        return "differ"
    return ("nobody", "one", "agree", "agree")[len(texts)]


def latest(looks, span, as_of, kind="irm"):
    """A source's newest rating: the final one if there is one, else the newest of the others.

    Of one day the later report's, of one report the less complete.
    """
    best = None
    for look in looks:
        if code(look["source_kind"]) != kind:
            continue
        day = observed(look, span)
        text = code(look["completion"])
        less = SCALE[::-1].index(text) + 1 if text in SCALE else 0
        final, year = code(look["stage"]) == "final", int(look.get("report_year") or 0)
        rank = (final, day, year, less, text)
        if day <= as_of and (best is None or rank > best[0]):
            best = (rank, text, day)
    return (None, None) if best is None else best[1:]


def timeliness(one, as_of):
    due, done, rating = one["due_day"], one["done_day"], one["rating"]
    if done:
        if due is None:
            return "done_undated"
        if one["done_first"] <= due < done:
            return "done_undated"  # some of its days were in time, some were late
        return "done_on_time" if done <= due else "done_late"
    if rating in ("complete", "withdrawn"):
        return {"complete": "done_undated", "withdrawn": "withdrawn"}[rating]
    if due is None:
        return "unknown"
    if due > as_of:
        return "open_not_due"
    return "open_overdue" if rating in SCALE and one["seen"] > due else "unknown"


# What the filters leave in view ---------------------------------------------------------------


def codes(one, dimension):
    """The groups a commitment stands in; filed nowhere it stands under None."""
    value = one[dimension]
    if isinstance(value, set):
        return value or {None}
    return {value}


def in_view(one, filters):
    if not filters.get("everywhere") and not (
        one["country"] in PARTNERS or one["country"] in filters.get("countries", ())
    ):
        return False
    for field, dimension in FIELDS.items():
        codes_wanted = filters.get(field)
        if codes_wanted:
            stands = {
                "none" if its_code is None else its_code for its_code in codes(one, dimension)
            }
            if not stands & set(codes_wanted):
                return False
    if filters.get("from_year") and one["end"].year < filters["from_year"]:
        return False
    if filters.get("to_year") and one["start"].year > filters["to_year"]:
        return False
    return all(plain(word) in one["text"] for word in filters.get("words", "").split(" "))


def plain(text):
    parted = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in parted if not unicodedata.combining(c))


def searched(row):
    texts = ("commitment_id", "commitment_number", "label", "lead_institution")
    return plain(" ".join(row.get(name) or "" for name in (*texts, "supporting_institutions")))


def picked(tables, as_of, filters):
    rows = []
    for one in commitments(tables, as_of):
        if "text" not in one:
            one["text"] = searched(one["row"])
        if in_view(one, filters):
            rows.append(one)
    return rows


def plans_picked(tables, as_of, filters):
    """The plans in view with the IRM's totals: the final stage if it is out, else mid-term."""
    rows = []
    when = spans(tables)
    for plan in tables["action_plans"]:
        start, end, _ = span = when[plan["plan_id"]]
        totals = {
            code(total["stage"]): total
            for total in tables.get("plan_results", [])
            if total["plan_id"] == plan["plan_id"]
            and code(total["source_kind"]) == "irm"
            and total.get("high") is not None
            and day_of_stage(total["stage"], span) <= as_of
        }
        stage = "final" if "final" in totals else "mid_term"
        one = {
            "country": plan["country"],
            "jurisdiction": plan["jurisdiction"],
            "plan": plan["plan_id"],
            "plan_year": start.year,
            "level": code(plan["level"]),
            "start": start,
            "end": end,
            "participation": standing(tables, plan["country"], as_of),
            "text": "",
            "stage": stage,
            "total": totals.get(stage),
        }
        of_plans = {
            field: codes_wanted
            for field, codes_wanted in filters.items()
            if field in OF_PLANS_FILTERS
        }
        if start <= as_of and in_view(one, of_plans):
            rows.append(one)
    return rows


def speaks_of_commitments(filters):
    return any(wanted for field, wanted in filters.items() if field not in OF_PLANS_FILTERS)


# The numbers -------------------------------------------------------------------------------


def rate(k, n, **more):
    figures = {"value": None, "numerator": k, "denominator": n, "low": None, "high": None}
    if n:
        p, z = k / n, NormalDist().inv_cdf(0.975)
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
        figures |= {"value": p, "low": centre - half, "high": centre + half}
    return figures | {"small": n < 5} | more


def share(rows, meets, among):
    counted = [one for one in rows if among(one)]
    return rate(
        sum(1 for one in counted if meets(one)), len(counted), missing=len(rows) - len(counted)
    )


def on_time(rows):
    due = [one for one in rows if one["due"]]
    k = sum(one["timeliness"] == "done_on_time" for one in due)
    unsure = sum(one["timeliness"] in ("done_undated", "unknown") for one in due)
    return between(k, unsure, len(due))


def between(k, unsure, n):
    """A rate while some cannot be judged: its two ends, and no single number."""
    result = rate(k, n, missing=unsure)
    if unsure:
        result |= {"value": None, "low": None, "high": None}
    ends = {"at_least": k / n, "at_most": (k + unsure) / n} if n else {}
    return result | {"at_least": None, "at_most": None} | ends


def counted_among(some, count):
    """A count with how many it is of; of none there is no number."""
    return {"value": count(some) if some else None, "whole": len(some)}


def overdue(rows):
    return [one for one in rows if one["timeliness"] == "open_overdue"]


def overdue_rate(rows):
    due = [one for one in rows if one["due"]]
    unknown = sum(one["timeliness"] == "unknown" for one in due)
    return between(len(overdue(rows)), unknown, len(due))


def days_overdue(rows):
    days = sorted((one["seen"] - one["due_day"]).days for one in overdue(rows))
    edges = {
        "days_1_30": (1, 30),
        "days_31_90": (31, 90),
        "days_91_180": (91, 180),
        "days_181_365": (181, 365),
        "days_over_365": (366, 10**6),
    }
    return {
        "value": quantile(days, 0.5),
        "lower_quartile": quantile(days, 0.25),
        "upper_quartile": quantile(days, 0.75),
        "count": len(days),
    } | {name: sum(low <= day <= high for day in days) for name, (low, high) in edges.items()}


def quantile(numbers, portion):
    """Between the two nearest, in proportion."""
    if not numbers:
        return None
    place = (len(numbers) - 1) * portion
    below = int(place)
    above = min(below + 1, len(numbers) - 1)
    return numbers[below] + (numbers[above] - numbers[below]) * (place - below)


def rated(one):
    return one["rated"]


NUMBERS = {
    "commitments": lambda rows: {"value": len(rows)},
    "assessed": lambda rows: {"value": sum(map(rated, rows))},
    "coverage": lambda rows: rate(
        sum(map(rated, rows)), len(rows), missing=len(rows) - sum(map(rated, rows))
    ),
    "implementation_rate": lambda rows: share(
        rows, lambda one: one["rating"] in ("substantial", "complete"), rated
    ),
    "completion_rate": lambda rows: share(rows, lambda one: one["rating"] == "complete", rated),
    "high_ambition_rate": lambda rows: share(
        rows, lambda one: one["ambition"] == "high", lambda one: one["ambition"] != "not_coded"
    ),
    "strong_results_rate": lambda rows: share(
        rows,
        lambda one: one["early"] in ("major", "outstanding", "significant"),
        lambda one: one["early"] != "",
    ),
    "carried_forward_rate": lambda rows: share(
        rows, lambda one: one["carried"] == "yes", lambda one: one["carried"] in ("yes", "no")
    ),
    "due": lambda rows: counted_among(
        [one["due"] for one in rows if one["due_day"] is not None], sum
    ),
    "on_time_rate": on_time,
    "overdue": lambda rows: (
        counted_among(
            [one["timeliness"] for one in rows if one["due"]], lambda due: due.count("open_overdue")
        )
        | {"missing": sum(one["due"] and one["timeliness"] == "unknown" for one in rows)}
    ),
    "overdue_rate": overdue_rate,
    "days_overdue": days_overdue,
}


def published(plans, alone):
    """The IRM's totals summed. A group without a plan knows nothing; one row in all counts none."""
    seen = [plan for plan in plans if plan["total"]]
    k = sum(int(plan["total"]["high"]) for plan in seen)
    n = sum(int(plan["total"]["commitments"]) for plan in seen)
    result = rate(k, n) if seen else rate(0, 0) | {"numerator": None, "denominator": None}
    result |= {
        "missing": len(plans) - len(seen),
        "plans": len(seen),
        "mid_term_plans": sum(plan["stage"] == "mid_term" for plan in seen),
    }
    return result if plans or alone else dict.fromkeys(result)


PUBLISHED = "published_implementation_rate"


# Answers -----------------------------------------------------------------------------------


def answer(tables, as_of, filters, by=(), numbers=NUMBERS):
    """Every one of `numbers` for each group: {codes: {metric: {part: value}}}."""
    groups, plans = (
        grouped(picked(tables, as_of, filters), by),
        plans_picked(tables, as_of, filters),
    )
    totals = grouped(plans, by) if set(by) <= set(OF_PLANS) else None
    keys = {*groups, *(totals or ()), *([] if by else [()])}
    if tuple(by) == ("country",):
        keys |= {(country,) for country in countries(tables, as_of, filters)}
    by_group = {}
    for key in keys:
        group = groups.get(key, [])
        by_group[key] = {name: number(group) for name, number in numbers.items()}
        if not group:  # nothing in view: only the commitments are known to be none
            by_group[key] = {
                name: dict.fromkeys(figures) for name, figures in by_group[key].items()
            }
            by_group[key]["commitments"] = {"value": 0}
        of_plans = published((totals or {}).get(key, []), alone=not by)
        unreached = totals is None or speaks_of_commitments(filters)
        by_group[key][PUBLISHED] = dict.fromkeys(of_plans) if unreached else of_plans
    return by_group


def grouped(rows, by):
    """The rows of each group; a row stands in every crossing of its codes."""
    groups = defaultdict(list)
    for one in rows:
        for key in crossed(one, by):
            groups[key].append(one)
    return dict(groups)


def crossed(one, by):
    keys = [()]
    for dimension in by:
        keys = [(*key, code) for key in keys for code in codes(one, dimension)]
    return keys


def countries(tables, as_of, filters):
    for country in tables["countries"]:
        name = country["country"]
        chosen, standings = filters.get("countries", ()), filters.get("participation", ())
        fits = not standings or standing(tables, name, as_of) in standings
        if fits and (name in chosen if chosen else name in PARTNERS):
            yield name


def states(tables, as_of, filters):
    """What can be said of each country at all."""
    rows = picked(tables, as_of, filters)
    state_of = {}
    for (country,) in answer(tables, as_of, filters, ("country",)):
        own = [one for one in rows if one["country"] == country]
        stands = standing(tables, country, as_of)
        if any(map(rated, own)):
            state_of[country] = "rated"
        elif not own and any(
            plan["country"] == country for plan in plans_picked(tables, as_of, filters)
        ):
            state_of[country] = "none_in_view"
        elif not own:
            state_of[country] = stands if stands not in (None, "active") else "no_plan"
        elif all(one["timeliness"] == "open_not_due" for one in own):
            state_of[country] = "not_yet_due"
        elif any(one["rating"] in ("no_evidence", "unclear") for one in own):
            state_of[country] = "no_evidence"
        else:
            state_of[country] = "not_assessed"
    return state_of
