"""Results and their indicators: baseline, target and actual of each period."""

from collections.abc import Iterator, Sequence

from data.importer.iati import codes
from data.importer.iati.activity import Activity
from data.importer.iati.elements import Element
from data.importer.iati.taking import NUMBER, YEAR, Row, Taking
from data.problems import NumberLeftOut
from i18n import N_

PARTIAL = N_("it is for a part only (by sex, age, place …)")
AGAIN = N_("another one stands before it")
WORDS = N_("it is in words, and only a number can stand there")
NO_NUMBER = N_("it holds no number")
SILENT = N_("it states neither a target nor an actual value")

_TYPES, _MEASURES = tuple(codes.RESULT_TYPES), tuple(codes.MEASURES)


def take(activity: Activity, taking: Taking) -> None:
    """The activity's results: rows of objectives_results and indicators."""
    results = activity.element.all("result")
    if results:
        own = _named(activity.number, "objective", activity.title, activity)
        taking.row("objectives_results", activity.element, own)
    for at, result in enumerate(results, start=1):
        taking.seen(result)
        number = f"{activity.number}.{at}"
        kind = taking.code(result, "type", _TYPES, activity.element)
        title = taking.needed_words(result, "title")
        level = codes.RESULT_TYPES.get(kind or "", "result")
        taking.row("objectives_results", result, _named(number, level, title, activity))
        for indicator in result.all("indicator"):
            taking.seen(indicator)
            _indicator(indicator, number, activity, taking)


def _named(number: str, level: str, label: str | None, activity: Activity) -> Row:
    return {"level": level, "number": number, "label": label, "source_url": activity.source}


def _indicator(element: Element, number: str, activity: Activity, taking: Taking) -> None:
    measure = taking.code(element, "measure", _MEASURES, element)
    shared: Row = {
        "country": activity.country,
        "indicator": taking.needed_words(element, "title"),
        "unit": codes.MEASURES.get(measure or "", "number"),
        "result": number,
        "source_url": activity.source,
    }
    baseline = _plain(element.all("baseline"), taking)
    if baseline:
        taking.needed(baseline, "year")
        shared["baseline_year"] = taking.value(YEAR, baseline, "year")
        shared["baseline"] = _number(baseline, measure, taking)
    periods = list(_periods(element, measure, taking))
    if not periods and shared.get("baseline") is None:
        taking.left(element, SILENT)
    elif not periods:
        taking.row("indicators", element, {**shared, "year": shared["baseline_year"]})
    for period, row in periods:
        taking.row("indicators", period, {**shared, **row})


def _periods(
    element: Element, measure: str | None, taking: Taking
) -> Iterator[tuple[Element, Row]]:
    for period in element.all("period"):
        taking.seen(period)
        start = taking.needed_day(period.first("period-start"), period, "period-start")
        end = taking.needed_day(period.first("period-end"), period, "period-end")
        target = _plain(period.all("target"), taking)
        actual = _plain(period.all("actual"), taking)
        row: Row = {
            "year": end and end[:4],
            "period_start": start,
            "period_end": end,
            "target": _number(target, measure, taking) if target else None,
            "value": _actual(actual, measure, taking) if actual else None,
        }
        if row["target"] is None and row["value"] is None:
            taking.left(period, SILENT)
        else:
            yield period, row


def _plain(elements: Sequence[Element], taking: Taking) -> Element | None:
    """The one that speaks of the whole; those of a part, and a second one, are left out."""
    whole: Element | None = None
    for one in elements:
        taking.seen(one)
        if one.first("dimension") or one.first("location"):
            taking.left(one, PARTIAL)
        elif whole:
            taking.left(one, AGAIN)
        else:
            whole = one
    return whole


def _number(element: Element, measure: str | None, taking: Taking) -> str | None:
    if measure == codes.IN_WORDS:
        taking.left(element, WORDS)
        return None
    return _figure(element, taking)


def _figure(element: Element, taking: Taking) -> str | None:
    number = taking.value(NUMBER, element, "value", NumberLeftOut)
    if number is None:
        taking.left(element, NO_NUMBER)
    return number


def _actual(element: Element, measure: str | None, taking: Taking) -> str | None:
    """What was reached: a number, or the words of the comment where words are the measure."""
    if measure == codes.IN_WORDS:
        return taking.narrative(element.first("comment")) or taking.text(element, "value")
    return _figure(element, taking)
