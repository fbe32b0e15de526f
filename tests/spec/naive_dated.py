"""The second opinion on numbers that need dates: survival, schedules, slips, worked out plainly."""

from fractions import Fraction
from math import exp, log, sqrt
from statistics import NormalDist

from tests.spec import naive

OPEN_RATINGS = ("not_started", "limited", "substantial")
NOT_DONE = ("open_overdue", "open_not_due", "unknown")
Z = NormalDist().inv_cdf(0.975)
HELD = {
    "slip_days": lambda tables: bool(tables.get("due_date_revisions")),
    "milestones_done": lambda tables: any(s.get("due_date") for s in tables.get("milestones", [])),
    "schedule_index": lambda tables: any(s.get("due_date") for s in tables.get("milestones", [])),
    "median_days_to_complete": lambda tables: any(
        row.get("completion_date") for row in tables["commitments"]
    ),
}


def answer(tables, as_of, filters, by=()):
    """`naive.answer` with the dated numbers, null where the dataset holds not what they need."""
    result = naive.answer(tables, as_of, filters, by, NUMBERS)
    for numbers in result.values():
        for name, holds in HELD.items():
            if not holds(tables):
                numbers[name] = dict.fromkeys(numbers[name])
    return result


def spread(days):
    return {
        "value": naive.quantile(sorted(days), 0.5),
        "lower_quartile": naive.quantile(sorted(days), 0.25),
        "upper_quartile": naive.quantile(sorted(days), 0.75),
        "count": len(days),
    }


def moves(one):
    """The due dates put in force by the day, oldest first."""
    return sorted((day, due) for day, due in one["moves"] if day <= one["as_of"])


def slip(rows):
    slips = [
        ((moves(one)[-1][1] - one["due_day"]).days, len(moves(one)))
        for one in rows
        if moves(one) and one["due_day"]
    ]
    return spread([days for days, _ in slips]) | {
        "later": sum(days > 0 for days, _ in slips),
        "earlier": sum(days < 0 for days, _ in slips),
        "moved_once": sum(times == 1 for _, times in slips),
        "moved_twice": sum(times == 2 for _, times in slips),
        "moved_more": sum(times > 2 for _, times in slips),
    }


def last_seen(one):
    """The last look of any source by the day."""
    return max((day for day, _ in looks(one)), default=None)


def looks(one):
    return [(day, rating) for day, rating in one["looks"] if day <= one["as_of"]]


def stale(rows):
    waiting = [one for one in rows if one["timeliness"] in NOT_DONE]
    seen = [(one["as_of"] - last_seen(one)).days for one in waiting if last_seen(one)]
    return spread(seen) | {"never_seen": len(waiting) - len(seen)}


def steps(one):
    """Due and done of each milestone as known by the day."""
    return [(due, done if done and done <= one["as_of"] else None) for due, _, done in one["steps"]]


def perhaps_done(one):
    """Whether each milestone can have been done by the day, and need not have been."""
    return [bool(done) and first <= one["as_of"] < done for _, first, done in one["steps"]]


def milestones_done(rows):
    due, done, unsure = 0, 0, 0
    for one in rows:
        for (planned, finished), perhaps in zip(steps(one), perhaps_done(one), strict=True):
            if planned and planned <= one["as_of"] and one["timeliness"] != "withdrawn":
                seen = last_seen(one)
                due += 1
                done += finished is not None
                unsure += finished is None and (
                    one["timeliness"] == "done_undated" or perhaps or seen is None or seen < planned
                )
    return naive.between(done, unsure, due)


def schedule_index(rows):
    earned = passed = milestones = finished = counted = 0
    for one in rows:
        dated = [(due, done) for due, done in steps(one) if due]
        done = [day for _, day in dated if day]
        seen = [last_seen(one)] if last_seen(one) else []
        ends = done if done and len(done) == len(dated) else [*done, *seen]
        clock = (max(ends) - begun(one)).days if ends else 0
        if not dated or clock <= 0 or one["timeliness"] == "withdrawn":
            continue
        due = sorted(day for day, _ in dated)
        earned += max((due[len(done) - 1] - begun(one)).days, 0) if done else 0
        passed += clock
        milestones, finished, counted = milestones + len(due), finished + len(done), counted + 1
    return {
        "value": earned / passed if milestones >= 10 else None,
        "milestones": milestones,
        "done": finished,
        "commitments": counted,
    }


def begun(one):
    return naive.maybe(naive.first_day, one["row"].get("start_date")) or one["start"]


def course(one):
    """Days and end of one commitment, or None where nobody saw how it went."""
    start = begun(one)
    if one["done_day"]:
        dated = one["done_first"] == one["done_day"]
        return (max((one["done_day"] - start).days, 0), "done") if dated else None
    if one["rating"] == "withdrawn":
        return max((one["seen"] - start).days, 0), "withdrawn"
    opens = [day for day, rating in looks(one) if rating in OPEN_RATINGS]
    if one["rating"] != "complete" and opens and max(opens) > start:
        return (max(opens) - start).days, "open"
    return None


def median_days(rows):
    courses = [figures for one in rows if (figures := course(one))]
    figures = {"value": None, "low": None, "high": None}
    share, spread_, left = Fraction(1), 0.0, len(courses)
    for day in sorted({day for day, _ in courses}):
        done = sum(one == (day, "done") for one in courses)
        share *= 1 - Fraction(done, left)
        if done and done < left:
            spread_ += done / (left * (left - done))
        left -= sum(one[0] == day for one in courses)
        for side, reached in zip(("value", "low", "high"), band(share, spread_), strict=True):
            if figures[side] is None and reached <= 0.5:
                figures[side] = day
    ends = [end for _, end in courses]
    return figures | {
        "count": len(courses),
        "missing": len(rows) - len(courses),
        **{end: ends.count(end) for end in ("done", "withdrawn", "open")},
    }


def band(share, spread_):
    """The share and the two sides of its log-log interval."""
    if share in (0, 1):
        return share, share, share
    power = exp(Z * sqrt(spread_) / -log(share))
    return share, float(share) ** power, float(share) ** (1 / power)


NUMBERS = naive.NUMBERS | {
    "slip_days": slip,
    "stale_days": stale,
    "milestones_done": milestones_done,
    "schedule_index": schedule_index,
    "median_days_to_complete": median_days,
}
